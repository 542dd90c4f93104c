"""Faults of a text: where it is no JSON, or more than a reader lets in."""

from samverkan_core.serialization.faults.notice import fault

__all__ = [
    "BOM",
    "DUPLICATE_NAME",
    "HALF_LETTER",
    "NOT_FINITE",
    "NOT_JSON",
    "NOT_UTF8",
    "TOO_DEEP",
    "TOO_LONG_NUMBER",
    "TOO_LONG_STRING",
    "TOO_LONG_TEXT",
    "TOO_MANY",
    "TRAILING",
]

NOT_UTF8 = fault(
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
BOM = fault(
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
NOT_JSON = fault(
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
TRAILING = fault(
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
DUPLICATE_NAME = fault(
    "JSN005",
    sv=(
        "Fältet {name} står mer än en gång i samma objekt.",
        "Läsare väljer olika värden när ett namn står två gånger.",
        "Systemet som skrev filen behåller ett av värdena.",
    ),
    en=(
        "The member {name} stands more than once in one object.",
        "Readers choose different values when a name stands twice.",
        "The system that wrote the file keeps one of the values.",
    ),
)
NOT_FINITE = fault(
    "JSN006",
    sv=(
        "Talet {found} är inget ändligt tal.",
        "JSON har varken NaN eller oändligheter, och ett för stort tal blir till en sådan.",
        "Systemet som skrev filen anger ett ändligt tal eller utelämnar fältet.",
    ),
    en=(
        "The number {found} is not finite.",
        "JSON has neither NaN nor infinities, and a number too large becomes one.",
        "The system that wrote the file gives a finite number or leaves the member out.",
    ),
)
HALF_LETTER = fault(
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
TOO_LONG_TEXT = fault(
    "LIM001",
    sv=(
        "Filen är större än {limit} byte, och så stora filer läses inte.",
        "Gränsen skyddar den som läser mot filer som inte är ett dokument.",
        "Den som läser höjer gränsen, Limits.text, eller så delar avsändaren upp dokumentet.",
    ),
    en=(
        "The file is larger than {limit} bytes, which is the most that is read.",
        "The limit protects the reader from files that are no document.",
        "Whoever reads it raises Limits.text, or the document is split.",
    ),
)
TOO_DEEP = fault(
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
TOO_MANY = fault(
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
TOO_LONG_STRING = fault(
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
TOO_LONG_NUMBER = fault(
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
