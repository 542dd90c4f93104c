"""The command `samverkan`: reads files, prints, gives exit codes. The only floor that opens files.

Exit 2 when an input gave no value or the command line is wrong; else 1 when findings reach
`--fail-on`, or when the answer to `may` or `next` is no; else 0.
"""

import argparse
import datetime as dt
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from samverkan_core.authority.decide import may
from samverkan_core.checking import check, explain
from samverkan_core.errors import UnknownCode, UnknownId, meant
from samverkan_core.findings.finding import Finding, Pillar, Severity
from samverkan_core.findings.report import Report
from samverkan_core.in_one import check_json
from samverkan_core.model.anatomy import Thing
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.mandate import Power
from samverkan_core.planning import next_step
from samverkan_core.present.html import page
from samverkan_core.present.next_step import next_step_text
from samverkan_core.present.text import report_text
from samverkan_core.present.words import printable
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.serialization.json_schema import THINGS, openapi, schema
from samverkan_core.serialization.limits import Limits
from samverkan_core.serialization.load import LoadError, read
from samverkan_core.serialization.profiles import loads_profile
from samverkan_core.values.labels import LANGUAGES, Lang
from samverkan_core.values.time import day_from_text

__all__ = ["main"]

OK, FOUND, UNUSABLE = 0, 1, 2
#: What a shell says of a program whose reader has gone away: 128 + SIGPIPE.
READER_GONE = 141

_MOST = Limits().text
_NEVER = "never"
_POWERS = ", ".join(f"{power.code} ({power.sv})" for power in Power)

_MESSAGES: Mapping[str, Mapping[str, str]] = {
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
        "profile": "{found} är ingen profil som går att använda: {why}",
        "first": "{why} Det är det första av {count} fel.",
        "FileNotFoundError": "{found}: filen finns inte",
        "doubtful": "{found}: svaret kan bero på fel i dokumentet ({codes}); kör samverkan check",
        "stdin": "det finns ingen indata att läsa; ange en fil",
        "IsADirectoryError": "{found}: det är en mapp; ange en fil",
        "PermissionError": "{found}: filen får inte läsas; be den som äger den om läsrätt",
        "OSError": "{found}: filen går inte att läsa ({why})",
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
        "profile": "{found} is no profile that can be used: {why}",
        "first": "{why} It is the first of {count} faults.",
        "FileNotFoundError": "{found}: there is no such file",
        "doubtful": "{found}: faults in the document ({codes}) may change the answer; "
        "run samverkan check",
        "stdin": "there is no input to read; name a file",
        "IsADirectoryError": "{found}: it is a directory; name a file",
        "PermissionError": "{found}: the file may not be read; ask its owner for the right",
        "OSError": "{found}: the file cannot be read ({why})",
        "output": "the output cannot be written ({why})",
    },
}


class _Unusable(Exception):
    """An input or an argument that cannot be used, with the sentence that says why."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and give its exit code."""
    # Where whoever started the command closed a stream, what is written to it goes nowhere.
    sys.stdout = sys.stdout or Path(os.devnull).open("w")  # noqa: SIM115 - open until the end
    sys.stderr = sys.stderr or Path(os.devnull).open("w")  # noqa: SIM115 - open until the end
    for stream in (sys.stdout, sys.stderr):
        # å, ä and ö come out whole on every terminal, and odd file names as escapes.
        stream.reconfigure(  # type: ignore[union-attr]  # both are text streams
            encoding="utf-8", errors="backslashreplace"
        )
    arguments = _parser().parse_args(argv)
    try:
        code = int(arguments.run(arguments))
        sys.stdout.flush()
    except _Unusable as unusable:
        _complain(str(unusable))
        return UNUSABLE
    except OSError as error:
        # Nobody reads on: whatever is still to be flushed at exit goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            return READER_GONE
        _complain(_say("output", vars(arguments).get("lang", "sv"), why=error.strerror or ""))
        return UNUSABLE
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="samverkan",
        description="Granska och förklara hur en kommun samverkar kring barn och unga. "
        "Check and explain how a municipality collaborates around children and young people.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _check_parser(commands.add_parser("check", help="granska dokument · check documents"))
    explaining = commands.add_parser("explain", help="förklara en kod · explain a code")
    explaining.add_argument("code", metavar="CODE", help="FOC001, TYP003 …")
    _add_lang(explaining)
    explaining.set_defaults(run=_explain)
    _may_parser(commands.add_parser("may", help="vem får besluta? · who may decide?"))
    _next_parser(commands.add_parser("next", help="får nästa steg tas? · the next step?"))
    _schema_parser(
        commands.add_parser("schema", help="skriv ut JSON Schema · print the JSON Schema")
    )
    return parser


def _check_parser(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help=".json, .ndjson, -")
    parser.add_argument("--at", metavar="DATE", help="ÅÅÅÅ-MM-DD · YYYY-MM-DD")
    parser.add_argument("--profile", metavar="NAME|FILE")
    _add_lang(parser)
    parser.add_argument("--format", choices=("text", "json", "html"), default="text")
    levels = tuple(severity.code for severity in Severity)
    parser.add_argument("--fail-on", choices=(*levels, _NEVER), default=Severity.ERROR.code)
    parser.set_defaults(run=_check)


def _may_parser(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=".json, -")
    parser.add_argument("who", metavar="WHO", help="id: person, organ · person, body")
    parser.add_argument("power", metavar="POWER", help=_POWERS)
    parser.add_argument(
        "--on", metavar="ID", help="fokusområde, organ, aktör, ärende · area, body, actor, matter"
    )
    parser.add_argument("--at", metavar="DATE", required=True, help="ÅÅÅÅ-MM-DD · YYYY-MM-DD")
    _add_lang(parser)
    parser.set_defaults(run=_may)


def _next_parser(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=".json, -")
    parser.add_argument(
        "area",
        nargs="?",
        metavar="FOCUS_AREA",
        help="id: fokusområde; utan: samverkan själv · focus area; without: the collaboration",
    )
    parser.add_argument("--at", metavar="DATE", required=True, help="ÅÅÅÅ-MM-DD · YYYY-MM-DD")
    parser.add_argument("--profile", metavar="NAME|FILE")
    _add_lang(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(run=_next)


def _schema_parser(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("type", nargs="?", metavar="TYPE", help="FocusArea, Mandate, Profile …")
    parser.add_argument(
        "--openapi", action="store_true", help="som OpenAPI 3.1 · as OpenAPI 3.1 components"
    )
    _add_lang(parser)
    parser.set_defaults(run=_schema)


def _add_lang(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", choices=LANGUAGES, default="sv")


# --- check -----------------------------------------------------------------------------------


def _check(arguments: argparse.Namespace) -> int:
    day = None if arguments.at is None else _day(arguments.at, arguments.lang)
    profile = _profile(arguments.profile, arguments.lang)
    worst = OK
    shown: list[tuple[str, Report]] = []
    for file in arguments.files:
        try:
            for name, data in _documents(file, arguments.lang):
                report = check_json(data, at=day, profile=profile)
                worst = max(worst, _code(report, arguments.fail_on))
                if arguments.format == "html":
                    shown.append((name, report))
                else:
                    _print_report(name, report, arguments)
        except _Unusable as unusable:
            _complain(str(unusable))
            worst = UNUSABLE
    if arguments.format == "html":
        sys.stdout.write(page(shown, arguments.lang))
    return worst


def _print_report(name: str, report: Report, arguments: argparse.Namespace) -> None:
    if arguments.format == "json":
        row = {"file": name, **report.to_dict(arguments.lang)}
        print(json.dumps(row, ensure_ascii=False))
    else:
        print(report_text(report, name=name, lang=arguments.lang), end="\n\n")


def _code(report: Report, fail_on: str) -> int:
    if report.stamp.profile is None:
        return UNUSABLE
    threshold = Severity.of(fail_on)
    return OK if threshold is None or report.ok(threshold) else FOUND


def _day(text: str, lang: Lang) -> dt.date:
    day = day_from_text(text)
    if day is None:
        raise _Unusable(_say("day", lang, found=text))
    return day


def _profile(text: str | None, lang: Lang) -> Profile | str | None:
    if text is None or not text.casefold().endswith(".json"):
        return text
    try:
        return loads_profile(_read(Path(text), lang))
    except LoadError as error:
        why = _first_of(error.report, lang)
        raise _Unusable(_say("profile", lang, found=text, why=why)) from None


def _first_of(report: Report, lang: Lang) -> str:
    """Say the first fault with its place, and how many there are where there are more."""
    faults = report.by_severity(Severity.ERROR)
    place = f"{faults[0].pointer}: " if faults[0].pointer else ""
    why = f"{place}{faults[0].message(lang)}"
    return why if len(faults) == 1 else _say("first", lang, why=why, count=str(len(faults)))


def _documents(file: str, lang: Lang) -> Iterator[tuple[str, bytes]]:
    if file.endswith(".ndjson"):
        yield from _lines(Path(file), lang)
    else:
        yield file, _whole(file, lang)


def _whole(file: str, lang: Lang) -> bytes:
    if file != "-":
        return _read(Path(file), lang)
    if sys.stdin is None:
        raise _Unusable(_say("stdin", lang))
    return sys.stdin.buffer.read(_MOST + 1)


def _read(path: Path, lang: Lang) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(_MOST + 1)
    except OSError as error:
        raise _unreadable(path, error, lang) from None


def _lines(path: Path, lang: Lang) -> Iterator[tuple[str, bytes]]:
    """Give one document a line, never more than one of them in memory."""
    try:
        with path.open("rb") as stream:
            size = path.stat().st_size
            for number, line in enumerate(iter(lambda: stream.readline(_MOST + 2), b""), start=1):
                if line.strip():
                    yield f"{path}:{number}", line
                _show_progress(stream, size)
    except OSError as error:
        raise _unreadable(path, error, lang) from None


def _show_progress(stream: BinaryIO, size: int) -> None:
    if sys.stderr.isatty():
        done = stream.tell()
        end = "\n" if done >= size else ""
        print(f"\r{done * 100 // max(size, 1):3} %", end=end, file=sys.stderr, flush=True)


def _unreadable(path: Path, error: OSError, lang: Lang) -> _Unusable:
    name = type(error).__name__
    key = name if name in _MESSAGES[lang] else "OSError"
    return _Unusable(_say(key, lang, found=str(path), why=error.strerror or name))


def _say(key: str, lang: Lang, **values: str) -> str:
    return _MESSAGES[lang][key].format(**values)


def _complain(message: str) -> None:
    print(f"samverkan: {message}", file=sys.stderr)


# --- may -------------------------------------------------------------------------------------


def _may(arguments: argparse.Namespace) -> int:
    lang = arguments.lang
    power, day = _power(arguments.power, lang), _day(arguments.at, lang)
    loaded = read(_whole(arguments.file, lang))
    if loaded.value is None:
        print(report_text(loaded.report, name=arguments.file, lang=lang))
        return UNUSABLE
    try:
        decision = may(loaded.value, arguments.who, power, on=arguments.on, at=day)
    except UnknownId as error:
        raise _no_id(error, lang) from None
    for line in decision.text(lang).split("\n"):
        print(printable(line))
    _hint(loaded.value, arguments.who, lang)
    _warn(arguments.file, (*loaded.report, *_of_form(loaded.value, day)), lang)
    return OK if decision.allowed else FOUND


def _no_id(error: UnknownId, lang: Lang) -> _Unusable:
    """Say that the document lacks an id, with the one that may have been meant."""
    key = "id_meant" if error.meant else "id"
    return _Unusable(_say(key, lang, found=error.id, meant=error.meant or ""))


def _of_form(
    collab: Collaboration, day: dt.date | None, profile: Profile | str | None = None
) -> Report:
    """Give what is amiss in a document's own integrity: ids, references, periods, its profile."""
    return check(collab, at=day, profile=profile).by_pillar(Pillar.FORMAT)


def _warn(file: str, findings: Iterable[Finding], lang: Lang) -> None:
    """Say that something in the document may turn the answer, if only a misspelt member."""
    codes = sorted({finding.code for finding in findings})
    if codes:
        _complain(_say("doubtful", lang, found=file, codes=", ".join(codes)))


def _hint(collab: Collaboration, who: str, lang: Lang) -> None:
    """Say which person or body may be meant, where an unknown one was asked about."""
    known = [one.id for held in (collab.persons, collab.bodies) for one in held]
    near = None if who in known else meant(who, known)
    if near is not None:
        _complain(_say("who", lang, found=who, meant=near))


def _power(text: str, lang: Lang) -> Power:
    """Give the power that a code or a Swedish word stands for, or say which may be meant."""
    words = {word: power for power in Power for word in (power.code, power.sv)}
    if text.casefold() in words:
        return words[text.casefold()]
    near = meant(text, words)
    key = "power_meant" if near else "power"
    raise _Unusable(_say(key, lang, found=text, meant=near or "", known=_POWERS))


# --- next ------------------------------------------------------------------------------------


def _next(arguments: argparse.Namespace) -> int:
    lang, day = arguments.lang, _day(arguments.at, arguments.lang)
    profile = _profile(arguments.profile, lang)
    loaded = read(_whole(arguments.file, lang))
    if loaded.value is None:
        print(report_text(loaded.report, name=arguments.file, lang=lang))
        return UNUSABLE
    try:
        answer = next_step(loaded.value, arguments.area, at=day, profile=profile)
    except UnknownId as error:
        raise _no_id(error, lang) from None
    if arguments.format == "json":
        print(json.dumps(answer.to_dict(lang), ensure_ascii=False))
    else:
        print(next_step_text(answer, lang))
    _warn(arguments.file, (*loaded.report, *_of_form(loaded.value, day, profile)), lang)
    return OK if answer.allowed else FOUND


# --- explain, schema -------------------------------------------------------------------------


def _explain(arguments: argparse.Namespace) -> int:
    try:
        print(explain(arguments.code, arguments.lang))
    except UnknownCode as error:
        raise _Unusable(_no_code(error, arguments.lang)) from None
    return OK


def _no_code(error: UnknownCode, lang: Lang) -> str:
    """Say that there is no such code, with the one that may have been meant."""
    key = "meant" if error.meant else "code"
    return _say(key, lang, found=error.code, meant=error.meant or "")


def _schema(arguments: argparse.Namespace) -> int:
    asked = None if arguments.type is None else _thing(arguments.type, arguments.lang)
    made = openapi(asked) if arguments.openapi else schema(asked or Collaboration)
    print(json.dumps(made, ensure_ascii=False, indent=2))
    return OK


def _thing(name: str, lang: Lang) -> type[Thing]:
    """Give the class of thing that was asked for, or say which one may have been meant."""
    if name in THINGS:
        return THINGS[name]
    near = meant(name, THINGS)
    key = "thing_meant" if near else "thing"
    every = ", ".join(sorted(THINGS))
    raise _Unusable(_say(key, lang, found=name, meant=near or "", known=every))
