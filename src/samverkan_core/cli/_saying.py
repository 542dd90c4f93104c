"""What the command says beside its answers: why an input or an argument cannot be used."""

import errno
import sys
from collections.abc import Mapping

from samverkan_core.values.labels import Lang

__all__ = ["MESSAGES", "Unusable", "because", "complain", "say"]

#: Language -> what is said, by key.
MESSAGES: Mapping[str, Mapping[str, str]] = {
    "sv": {
        "code": "ingen regel och inget fel har koden {found}",
        "meant": "ingen regel och inget fel har koden {found}; menade du {meant}?",
        "thing": "ingen sak heter {found}; här finns {known}",
        "thing_meant": "ingen sak heter {found}; menade du {meant}?",
        "who": "ingen person och inget organ har id:t {found}; menade du {meant}?",
        "id": "ingenting i dokumentet har id:t {found}",
        "id_meant": "ingenting i dokumentet har id:t {found}; menade du {meant}?",
        "power": "{found} är ingen befogenhet; här finns {known}",
        "power_meant": "{found} är ingen befogenhet; menade du {meant}?",
        "day": "--at {found} är ingen dag; skriv ÅÅÅÅ-MM-DD, till exempel 2015-03-01",
        "day_needed": "--kind {kind} gäller en dag; ange den med --at ÅÅÅÅ-MM-DD",
        "day_needless": "--kind {kind} gäller ingen viss dag; utelämna --at",
        "goal_needless": "--goal hör till --kind {thread}; utelämna --goal för --kind {kind}",
        "no_picture": "--kind {kind} finns inte som svg, bara --kind {thread}; välj bland {known}",
        "no_openapi": "{found} finns inte som OpenAPI; utelämna --openapi",
        "line_unknown": "det finns inget sådant argument: {found}",
        "line_missing": "det här saknas: {found}",
        "line_choice": "{found} går inte att välja för {name}; här finns {known}",
        "line_choice_meant": "{found} går inte att välja för {name}; menade du {meant}?",
        "line_command": "{found} är inget kommando; här finns {known}",
        "line_command_meant": "{found} är inget kommando; menade du {meant}?",
        "line_value": "{name} ska följas av ett värde",
        "line_no_value": "{name} tar inget värde; ta bort {found}",
        "line_ambiguous": "{found} kan betyda {known}; skriv ut hela namnet",
        "profile": "{found} är ingen profil som går att använda: {why}",
        "first": "{why} Det är det första av {count} fel.",
        "FileNotFoundError": "{found}: filen finns inte",
        "doubtful": "{found}: svaret kan bero på fel i dokumentet ({codes}); kör samverkan check",
        "stdin": "det finns ingen indata att läsa; ange en fil",
        "IsADirectoryError": "{found}: det är en mapp; ange en fil",
        "PermissionError": "{found}: filen får inte läsas; be den som äger den om läsrätt",
        "OSError": "{found}: filen går inte att läsa ({why})",
        "mapping": "{found} är ingen mappning som går att använda: {why}",
        "key": "mappningen begär pseudonymer; ange --key-file med en nyckel på minst 16 byte",
        "no_folder": "{found}: mappen finns inte",
        "not_a_folder": "{found}: det är en fil; ange en mapp med CSV-filer eller en arbetsbok "
        "(.xlsx)",
        "no_tables": "{found}: mappen har inga CSV-filer",
        "twice": "{found}: mappen har två filer för tabellen {table}; ta bort den ena",
        "utf_16": "{found}: filen är i UTF-16; spara den som ”CSV UTF-8” i kalkylprogrammet",
        "too_long": "{found}: filen är större än {most} byte, och så stora filer läses inte",
        "no_csv": "{found}: filen är ingen hel CSV-fil ({why})",
        "table": "ingen tabell heter {found}; bland dem som finns: {known}",
        "table_meant": "ingen tabell heter {found}; menade du {meant}?",
        "not_empty": "{found}: mappen är inte tom; ange en tom mapp eller en som inte finns",
        "unwritten": "{found}: går inte att skriva ({why})",
        "letters": "{table}: {letters} finns inte i {encoding}; skriv utan --encoding",
        "imported": "{found}: {count} saker lästa till {file} ({what})",
        "imported_1": "{found}: 1 sak läst till {file} ({what})",
        "exported": "{found}: {count} tabeller",
        "exported_1": "{found}: 1 tabell",
        "extra": "{found}: Excel-arbetsböcker kräver tillägget excel; installera "
        "samverkan_core[excel]",
        "there": "{found}: filen finns redan; ange ett annat namn",
        "no_book": "{found}: tabeller skrivs till en mapp eller till en ny arbetsbok (.xlsx)",
        "no_document": "{found}: dokumentet skrivs som JSON; ange ett filnamn som slutar på .json",
        "packed": "{found}: filen är inte JSON utan en arbetsbok eller en annan packad fil; "
        "en arbetsbok (.xlsx) läses med samverkan import",
        "lock": "{found}: det är den låsfil som Excel lägger bredvid en öppen arbetsbok; "
        "ange arbetsboken själv",
        "no_line": "{found}: filen innehåller inget dokument",
        "encoding": "{found}: --encoding gäller CSV-filer; en arbetsbok har ingen teckenkodning",
        "written": "{found}: arbetsboken är skriven",
        "output": "utskriften går inte att skriva ({why})",
    },
    "en": {
        "code": "no rule and no fault has the code {found}",
        "meant": "no rule and no fault has the code {found}; did you mean {meant}?",
        "thing": "no thing is called {found}; there are {known}",
        "thing_meant": "no thing is called {found}; did you mean {meant}?",
        "who": "no person and no body has the id {found}; did you mean {meant}?",
        "id": "nothing in the document has the id {found}",
        "id_meant": "nothing in the document has the id {found}; did you mean {meant}?",
        "power": "{found} is no power; there are {known}",
        "power_meant": "{found} is no power; did you mean {meant}?",
        "day": "--at {found} is no day; write YYYY-MM-DD, for instance 2015-03-01",
        "day_needed": "--kind {kind} is about a day; give it with --at YYYY-MM-DD",
        "day_needless": "--kind {kind} is about no certain day; leave out --at",
        "goal_needless": "--goal belongs to --kind {thread}; leave out --goal for --kind {kind}",
        "no_picture": "--kind {kind} does not exist as svg, only --kind {thread}; choose {known}",
        "no_openapi": "{found} does not exist as OpenAPI; leave out --openapi",
        "line_unknown": "there is no such argument: {found}",
        "line_missing": "this is missing: {found}",
        "line_choice": "{found} cannot be chosen for {name}; there are {known}",
        "line_choice_meant": "{found} cannot be chosen for {name}; did you mean {meant}?",
        "line_command": "{found} is no command; there are {known}",
        "line_command_meant": "{found} is no command; did you mean {meant}?",
        "line_value": "{name} is to be followed by a value",
        "line_no_value": "{name} takes no value; take away {found}",
        "line_ambiguous": "{found} may mean {known}; write out the whole name",
        "profile": "{found} is no profile that can be used: {why}",
        "first": "{why} It is the first of {count} faults.",
        "FileNotFoundError": "{found}: there is no such file",
        "doubtful": "{found}: faults in the document ({codes}) may change the answer; "
        "run samverkan check",
        "stdin": "there is no input to read; name a file",
        "IsADirectoryError": "{found}: it is a directory; name a file",
        "PermissionError": "{found}: the file may not be read; ask its owner for the right",
        "OSError": "{found}: the file cannot be read ({why})",
        "mapping": "{found} is no mapping that can be used: {why}",
        "key": "the mapping asks for pseudonyms; give --key-file with a key of at least 16 bytes",
        "no_folder": "{found}: there is no such folder",
        "not_a_folder": "{found}: it is a file; name a folder of CSV files or a workbook (.xlsx)",
        "no_tables": "{found}: the folder has no CSV files",
        "twice": "{found}: the folder has two files for the table {table}; take one away",
        "utf_16": "{found}: the file is in UTF-16; save it as “CSV UTF-8” in the spreadsheet",
        "too_long": "{found}: the file is larger than {most} bytes, which is the most that is read",
        "no_csv": "{found}: the file is no whole CSV file ({why})",
        "table": "no table is called {found}; among those that there are: {known}",
        "table_meant": "no table is called {found}; did you mean {meant}?",
        "not_empty": "{found}: the folder is not empty; name one that is, or that does not exist",
        "unwritten": "{found}: it cannot be written ({why})",
        "letters": "{table}: {letters} does not exist in {encoding}; write without --encoding",
        "imported": "{found}: {count} things read to {file} ({what})",
        "imported_1": "{found}: 1 thing read to {file} ({what})",
        "exported": "{found}: {count} tables",
        "exported_1": "{found}: 1 table",
        "extra": "{found}: Excel workbooks need the extra excel; install samverkan_core[excel]",
        "there": "{found}: the file exists already; name another",
        "no_book": "{found}: tables are written to a folder or to a new workbook (.xlsx)",
        "no_document": "{found}: the document is written as JSON; name a file that ends in .json",
        "packed": "{found}: the file is not JSON but a workbook or some other packed file; "
        "a workbook (.xlsx) is read with samverkan import",
        "lock": "{found}: it is the lock file that Excel keeps beside an open workbook; "
        "name the workbook itself",
        "no_line": "{found}: the file holds no document",
        "encoding": "{found}: --encoding is for CSV files; a workbook has no encoding",
        "written": "{found}: the workbook is written",
        "output": "the output cannot be written ({why})",
    },
}


#: Why something cannot be written, in Swedish; the system says it in English.
_WHY_SV: Mapping[int, str] = {
    errno.EACCES: "rätten att skriva där saknas",
    errno.EEXIST: "där finns redan en fil",
    errno.EISDIR: "det är en mapp",
    errno.ENOENT: "mappen finns inte",
    errno.ENOSPC: "disken är full",
    errno.ENOTDIR: "det är ingen mapp",
    errno.EPERM: "rätten att skriva där saknas",
    errno.EROFS: "disken är skrivskyddad",
}


class Unusable(Exception):
    """An input or an argument that cannot be used, with the sentence that says why."""


def say(key: str, lang: Lang, **values: str) -> str:
    """Say one thing in a language."""
    return MESSAGES[lang][key].format(**values)


def because(error: OSError, lang: Lang) -> str:
    """Say why something cannot be written, in the system's words where there are no other."""
    own = _WHY_SV.get(error.errno or 0) if lang == "sv" else None
    return own or error.strerror or type(error).__name__


def complain(message: str) -> None:
    """Write a sentence where errors are written."""
    print(f"samverkan: {message}", file=sys.stderr)
