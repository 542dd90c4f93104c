"""Faults in a file: every way in which a document can be unreadable, with its words.

They are notices like those of the rules, stand in the same space of codes, and `explain` knows
them. The remedies speak to whoever made the file, mostly the case system that wrote it.
"""

from samverkan_core.findings.finding import Force, Notice, Pillar, Severity, Texts
from samverkan_core.values.labels import Labelled

__all__ = [
    "BAD_DAY",
    "BAD_PARTIAL_DAY",
    "BLANK",
    "BOM",
    "DUPLICATE_NAME",
    "FAULTS",
    "HALF_LETTER",
    "MEMBER_DROPPED",
    "MEMBER_KEPT",
    "MEMBER_REFUSED",
    "MISSING",
    "NEWER_VERSION",
    "NOT_FINITE",
    "NOT_JSON",
    "NOT_UTF8",
    "NO_REPORT",
    "NO_VERSION",
    "OTHER_VERSION",
    "OUT_OF_BOUNDS",
    "SET_ASIDE",
    "TOO_DEEP",
    "TOO_LONG_NUMBER",
    "TOO_LONG_STRING",
    "TOO_LONG_TEXT",
    "TOO_MANY",
    "TRAILING",
    "UNKNOWN_CODE",
    "WRONG_TYPE",
    "JsonType",
]


class JsonType(Labelled):
    """What a value in a JSON text is."""

    OBJECT = ("object", "ett objekt", "an object")
    ARRAY = ("array", "en lista", "a list")
    STRING = ("string", "en text", "a text")
    INTEGER = ("integer", "ett heltal", "a whole number")
    NUMBER = ("number", "ett tal som inte är skrivet som heltal", "a number not written as whole")
    BOOLEAN = ("boolean", "true eller false", "true or false")
    NULL = ("null", "null", "null")
    FOREIGN = ("foreign", "något som JSON inte har", "something that JSON does not have")


def _fault(
    code: str,
    *,
    sv: tuple[str, str, str],
    en: tuple[str, str, str],
    severity: Severity = Severity.ERROR,
    words: tuple[tuple[str, type[Labelled]], ...] = (),
) -> Notice:
    return Notice(
        code=code,
        severity=severity,
        pillar=Pillar.FORMAT,
        force=Force.FORMAT,
        sv=Texts(message=sv[0], why=sv[1], remedy=sv[2]),
        en=Texts(message=en[0], why=en[1], remedy=en[2]),
        words=words,
    )


NOT_UTF8 = _fault(
    "JSN001",
    sv=(
        "Filen är inte UTF-8: byte {position} går inte att läsa.",
        "Ett dokument skrivs alltid i UTF-8, så att å, ä och ö blir desamma överallt.",
        "Systemet som skrev filen sparar den i UTF-8.",
    ),
    en=(
        "The file is not UTF-8: byte {position} cannot be read.",
        "A document is always written in UTF-8, so that å, ä and ö are the same everywhere.",
        "The system that wrote the file saves it as UTF-8.",
    ),
)
BOM = _fault(
    "JSN002",
    sv=(
        "Filen börjar med ett byteordningsmärke (BOM).",
        "JSON har inget sådant märke, och alla läsare tål det inte.",
        "Systemet som skrev filen sparar den i UTF-8 utan BOM.",
    ),
    en=(
        "The file begins with a byte order mark (BOM).",
        "JSON has no such mark, and not every reader bears it.",
        "The system that wrote the file saves it as UTF-8 without a BOM.",
    ),
)
NOT_JSON = _fault(
    "JSN003",
    sv=(
        "Filen är inte JSON: den bryter mot formen på rad {line}, kolumn {column}.",
        "Utan hel JSON går det inte att veta var ett värde slutar och nästa börjar.",
        "Systemet som skrev filen rättar den; ofta fattas ett komma, ett citattecken eller slutet.",
    ),
    en=(
        "The file is not JSON: it breaks the form at line {line}, column {column}.",
        "Without whole JSON nobody can tell where one value ends and the next begins.",
        "The system that wrote the file mends it; often a comma, a quote or the end is missing.",
    ),
)
TRAILING = _fault(
    "JSN004",
    sv=(
        "Efter dokumentets slut står mer text på rad {line}, kolumn {column}.",
        "En fil rymmer ett dokument; det som står efter det läses inte av alla.",
        "Systemet som skrev filen tar bort texten, eller skriver ett dokument per rad i .ndjson.",
    ),
    en=(
        "More text follows the end of the document at line {line}, column {column}.",
        "One file holds one document; what follows it is not read by everybody.",
        "The system that wrote the file removes it, or writes one document a line as .ndjson.",
    ),
)
DUPLICATE_NAME = _fault(
    "JSN005",
    sv=(
        "Medlemmen {name} står mer än en gång i samma objekt.",
        "Läsare väljer olika värden när ett namn står två gånger.",
        "Systemet som skrev filen behåller ett av värdena.",
    ),
    en=(
        "The member {name} stands more than once in one object.",
        "Readers choose different values when a name stands twice.",
        "The system that wrote the file keeps one of the values.",
    ),
)
NOT_FINITE = _fault(
    "JSN006",
    sv=(
        "Talet {found} är inget ändligt tal.",
        "JSON har varken NaN eller oändligheter, och ett för stort tal blir till en sådan.",
        "Systemet som skrev filen anger ett ändligt tal eller utelämnar medlemmen.",
    ),
    en=(
        "The number {found} is not finite.",
        "JSON has neither NaN nor infinities, and a number too large becomes one.",
        "The system that wrote the file gives a finite number or leaves the member out.",
    ),
)
HALF_LETTER = _fault(
    "JSN007",
    sv=(
        "Texten innehåller ett halvt tecken (ett ensamt surrogat).",
        "Ett halvt tecken kan inte skrivas i UTF-8 och inte visas för någon.",
        "Systemet som skrev filen skriver hela tecknet eller tar bort det.",
    ),
    en=(
        "The text holds half a character (a lone surrogate).",
        "Half a character cannot be written as UTF-8 and cannot be shown to anyone.",
        "The system that wrote the file writes the whole character or removes it.",
    ),
)
TOO_LONG_TEXT = _fault(
    "LIM001",
    sv=(
        "Filen är större än {limit} byte, som är det mesta som läses.",
        "Gränsen skyddar den som läser mot filer som inte är ett dokument.",
        "Den som läser höjer Limits.text, eller så delas dokumentet upp.",
    ),
    en=(
        "The file is larger than {limit} bytes, which is the most that is read.",
        "The limit protects the reader from files that are no document.",
        "Whoever reads it raises Limits.text, or the document is split.",
    ),
)
TOO_DEEP = _fault(
    "LIM002",
    sv=(
        "Värdena är nästlade djupare än {limit} nivåer.",
        "Så djupt nästlade värden är nästan alltid ett fel eller ett angrepp.",
        "Den som läser höjer Limits.depth, eller så rättas systemet som skrev filen.",
    ),
    en=(
        "The values are nested deeper than {limit} levels.",
        "Values nested that deep are nearly always a mistake or an attack.",
        "Whoever reads it raises Limits.depth, or the system that wrote the file is mended.",
    ),
)
TOO_MANY = _fault(
    "LIM003",
    sv=(
        "Dokumentet har fler än {limit} objekt och listor.",
        "Gränsen skyddar den som läser mot filer som inte är ett dokument.",
        "Den som läser höjer Limits.objects, eller så delas dokumentet upp.",
    ),
    en=(
        "The document has more than {limit} objects and lists.",
        "The limit protects the reader from files that are no document.",
        "Whoever reads it raises Limits.objects, or the document is split.",
    ),
)
TOO_LONG_STRING = _fault(
    "LIM004",
    sv=(
        "Texten har {found} byte; högst {limit} läses.",
        "Så långa texter hör hemma i en bilaga, inte i dokumentet.",
        "Den som läser höjer Limits.string, eller så läggs texten utanför dokumentet.",
    ),
    en=(
        "The text has {found} bytes; at most {limit} are read.",
        "Texts that long belong in an appendix, not in the document.",
        "Whoever reads it raises Limits.string, or the text is kept outside the document.",
    ),
)
TOO_LONG_NUMBER = _fault(
    "LIM005",
    sv=(
        "Talet har {found} tecken; högst {limit} läses.",
        "Inget tal i ett dokument behöver så många siffror.",
        "Systemet som skrev filen rättar talet.",
    ),
    en=(
        "The number has {found} characters; at most {limit} are read.",
        "No number in a document needs that many digits.",
        "The system that wrote the file mends the number.",
    ),
)
NO_VERSION = _fault(
    "VER001",
    sv=(
        "Dokumentet anger inte sin formatversion i medlemmen samverkan.",
        "Utan version går det inte att veta vad medlemmarna betyder.",
        'Systemet som skrev filen anger versionen som text, till exempel "samverkan": "{current}".',
    ),
    en=(
        "The document does not state its format version in the member samverkan.",
        "Without a version nobody can tell what the members mean.",
        'The system that wrote the file states it as text, for instance "samverkan": "{current}".',
    ),
)
OTHER_VERSION = _fault(
    "VER002",
    sv=(
        "Dokumentet har formatversion {found}; den här versionen av biblioteket läser {current}.",
        "En annan huvudversion kan ge samma medlem en annan betydelse.",
        "Den som läser byter till en version av biblioteket som läser {found}.",
    ),
    en=(
        "The document has format version {found}; this version of the library reads {current}.",
        "Another major version may give the same member another meaning.",
        "Whoever reads it changes to a version of the library that reads {found}.",
    ),
)
NEWER_VERSION = _fault(
    "VER003",
    severity=Severity.WARNING,
    sv=(
        "Dokumentet har formatversion {found}, nyare än {current}; det nya behålls oläst.",
        "Medlemmar som är nya i {found} granskas inte av den här versionen av biblioteket.",
        "Den som läser uppdaterar biblioteket.",
    ),
    en=(
        "The document has format version {found}, newer than {current}; the new is kept unread.",
        "Members that are new in {found} are not checked by this version of the library.",
        "Whoever reads it updates the library.",
    ),
)
WRONG_TYPE = _fault(
    "TYP001",
    words=(("expected", JsonType), ("found", JsonType)),
    sv=(
        "Här står {found}; det ska vara {expected}.",
        "Ingenting tolkas om vid läsning: ett värde som ser ut som ett annat är ett fel.",
        "Systemet som skrev filen skriver {expected}.",
    ),
    en=(
        "Here stands {found}; it must be {expected}.",
        "Nothing is reinterpreted on reading: a value that looks like another is a fault.",
        "The system that wrote the file writes {expected}.",
    ),
)
MISSING = _fault(
    "TYP002",
    sv=(
        "Medlemmen {member} saknas.",
        "Utan den går det inte att visa vad objektet är.",
        "Systemet som skrev filen anger {member}.",
    ),
    en=(
        "The member {member} is missing.",
        "Without it nobody can be shown what the object is.",
        "The system that wrote the file states {member}.",
    ),
)
UNKNOWN_CODE = _fault(
    "TYP003",
    sv=(
        "Koden {found} finns inte; bland dem som finns: {accepted}.",
        "Koderna är en sluten mängd, så att alla läser dem lika.",
        "Systemet som skrev filen väljer en kod som finns.",
    ),
    en=(
        "There is no code {found}; among those that there are: {accepted}.",
        "The codes are a closed set, so that everybody reads them alike.",
        "The system that wrote the file chooses a code that exists.",
    ),
)
BLANK = _fault(
    "TYP004",
    sv=(
        "Texten är tom.",
        "En tom text säger inte om uppgiften saknas eller har glömts bort.",
        "Systemet som skrev filen anger texten eller utelämnar medlemmen.",
    ),
    en=(
        "The text is blank.",
        "A blank text does not say whether the fact is absent or was forgotten.",
        "The system that wrote the file states the text or leaves the member out.",
    ),
)
BAD_DAY = _fault(
    "TYP005",
    sv=(
        "{found} är ingen dag; skriv ÅÅÅÅ-MM-DD, och dagen ska finnas.",
        "Dagar skrivs på ett enda sätt, så att alla system läser samma dag.",
        "Systemet som skrev filen anger en dag som 2015-03-01.",
    ),
    en=(
        "{found} is no day; write YYYY-MM-DD, and the day must exist.",
        "Days are written in one way only, so that all systems read the same day.",
        "The system that wrote the file gives a day like 2015-03-01.",
    ),
)
BAD_PARTIAL_DAY = _fault(
    "TYP006",
    sv=(
        "{found} är varken år, månad eller dag; skriv ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD.",
        "Det som är känt anges; det som inte är känt hittas inte på.",
        "Systemet som skrev filen anger så mycket som källan säger, till exempel 2008-11.",
    ),
    en=(
        "{found} is neither year, month nor day; write YYYY, YYYY-MM or YYYY-MM-DD.",
        "What is known is stated; what is not known is never made up.",
        "The system that wrote the file gives as much as the source says, like 2008-11.",
    ),
)
OUT_OF_BOUNDS = _fault(
    "TYP007",
    sv=(
        "{found} godtas inte här; det som godtas: {accepted}.",
        "Ett värde utanför gränserna kan inte betyda det som medlemmen står för.",
        "Systemet som skrev filen anger ett värde inom gränserna eller utelämnar medlemmen.",
    ),
    en=(
        "{found} is not accepted here; what is accepted: {accepted}.",
        "A value out of bounds cannot mean what the member stands for.",
        "The system that wrote the file gives a value within bounds or leaves the member out.",
    ),
)
MEMBER_KEPT = _fault(
    "MEM001",
    severity=Severity.INFO,
    sv=(
        "Medlemmen {member} är okänd här; den behålls oläst. Här finns bland andra {known}.",
        "En felskriven medlem granskas inte, fast ingenting ser ut att fattas.",
        "Den som förvaltar dokumentet rättar namnet, eller låter egna tillägg börja med x-.",
    ),
    en=(
        "The member {member} is not known here; it is kept unread. Among those known: {known}.",
        "A misspelt member is not checked, though nothing seems to be missing.",
        "Whoever keeps the document mends the name, or lets own additions begin with x-.",
    ),
)
MEMBER_REFUSED = _fault(
    "MEM002",
    sv=(
        "Medlemmen {member} är okänd här. Här finns bland andra {known}.",
        "Den som läser har begärt att okända medlemmar inte godtas.",
        "Systemet som skrev filen rättar namnet, eller låter egna tillägg börja med x-.",
    ),
    en=(
        "The member {member} is not known here. Among those known: {known}.",
        "Whoever reads it has asked that unknown members be refused.",
        "The system that wrote the file mends the name, or lets own additions begin with x-.",
    ),
)
MEMBER_DROPPED = _fault(
    "MEM003",
    severity=Severity.INFO,
    sv=(
        "Medlemmen {member} är okänd här och har utelämnats. Här finns bland andra {known}.",
        "Den som läser har begärt att okända medlemmar utelämnas; de skrivs inte tillbaka.",
        "Den som läser väljer att behålla okända medlemmar om de behövs.",
    ),
    en=(
        "The member {member} is not known here and was left out. Among those known: {known}.",
        "Whoever reads it has asked that unknown members be left out; they are not written back.",
        "Whoever reads it chooses to keep unknown members where they are needed.",
    ),
)
NO_REPORT = _fault(
    "REP001",
    sv=(
        "Texten är ingen rapport av version {current} från det här biblioteket.",
        "En rapport läses tillbaka bara i den form som biblioteket självt skriver den.",
        "Den som behöver rapporten granskar dokumentet på nytt och sparar den nya rapporten.",
    ),
    en=(
        "The text is no report of version {current} from this library.",
        "A report is read back only in the form in which the library itself writes it.",
        "Whoever needs the report checks the document again and keeps the new report.",
    ),
)
SET_ASIDE = _fault(
    "ASI001",
    severity=Severity.WARNING,
    sv=(
        "Det som står här gick inte att läsa och har lagts åt sidan oförändrat.",
        "Granskningen ser inte det som har lagts åt sidan; slutsatser som vilar på det är osäkra.",
        "Den som förvaltar dokumentet rättar felen som rapporten anger på samma plats.",
    ),
    en=(
        "What stands here could not be read and was set aside unchanged.",
        "The check does not see what was set aside; conclusions that rest on it are uncertain.",
        "Whoever keeps the document mends the faults that the report gives for the same place.",
    ),
)

#: Every fault, in order of code.
FAULTS: tuple[Notice, ...] = (
    SET_ASIDE,
    NOT_UTF8,
    BOM,
    NOT_JSON,
    TRAILING,
    DUPLICATE_NAME,
    NOT_FINITE,
    HALF_LETTER,
    TOO_LONG_TEXT,
    TOO_DEEP,
    TOO_MANY,
    TOO_LONG_STRING,
    TOO_LONG_NUMBER,
    MEMBER_KEPT,
    MEMBER_REFUSED,
    MEMBER_DROPPED,
    NO_REPORT,
    WRONG_TYPE,
    MISSING,
    UNKNOWN_CODE,
    BLANK,
    BAD_DAY,
    BAD_PARTIAL_DAY,
    OUT_OF_BOUNDS,
    NO_VERSION,
    OTHER_VERSION,
    NEWER_VERSION,
)
