"""Faults of members: a version, a type, a code, a day or a name that cannot be what it says."""

from samverkan_core.findings.finding import Severity
from samverkan_core.serialization.faults.notice import JsonType, fault

__all__ = [
    "BAD_DAY",
    "BAD_PARTIAL_DAY",
    "BLANK",
    "MEMBER_DROPPED",
    "MEMBER_KEPT",
    "MEMBER_REFUSED",
    "MISSING",
    "NAME_TAKEN",
    "NEWER_VERSION",
    "NO_DECISION",
    "NO_REPORT",
    "NO_VERSION",
    "OTHER_VERSION",
    "OUT_OF_BOUNDS",
    "SET_ASIDE",
    "UNKNOWN_CODE",
    "WRONG_TYPE",
]

NO_VERSION = fault(
    "VER001",
    sv=(
        "Dokumentet anger inte sin formatversion i fältet samverkan.",
        "Utan version går det inte att veta vad fälten betyder.",
        'Systemet som skrev filen anger versionen som text, till exempel "samverkan": "{current}".',
    ),
    en=(
        "The document does not state its format version in the member samverkan.",
        "Without a version nobody can tell what the members mean.",
        'The system that wrote the file states it as text, for instance "samverkan": "{current}".',
    ),
)
OTHER_VERSION = fault(
    "VER002",
    sv=(
        "Dokumentet har formatversion {found}; den här versionen av biblioteket läser {current}.",
        "En annan huvudversion kan ge samma fält en annan betydelse.",
        "Den som läser byter till en version av biblioteket som läser {found}.",
    ),
    en=(
        "The document has format version {found}; this version of the library reads {current}.",
        "Another major version may give the same member another meaning.",
        "Whoever reads it changes to a version of the library that reads {found}.",
    ),
)
NEWER_VERSION = fault(
    "VER003",
    severity=Severity.WARNING,
    sv=(
        "Dokumentet har formatversion {found}, nyare än {current}; det nya behålls oläst.",
        "Fält som är nya i {found} granskas inte av den här versionen av biblioteket.",
        "Den som läser uppdaterar biblioteket.",
    ),
    en=(
        "The document has format version {found}, newer than {current}; the new is kept unread.",
        "Members that are new in {found} are not checked by this version of the library.",
        "Whoever reads it updates the library.",
    ),
)
NAME_TAKEN = fault(
    "PRO002",
    sv=(
        "Namnet {name} tillhör en profil som följer med biblioteket och säger något annat.",
        "En rapport anger profilen med bara namnet; två som heter lika går inte att skilja åt.",
        "Den som skrev profilen ger den ett eget namn, till exempel {name}-2026.",
    ),
    en=(
        "The name {name} is that of a profile that ships with the library and says otherwise.",
        "A report states its profile by the name alone; two of one name cannot be told apart.",
        "Whoever wrote the profile gives it a name of its own, for instance {name}-2026.",
    ),
)
WRONG_TYPE = fault(
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
MISSING = fault(
    "TYP002",
    sv=(
        "Fältet {member} saknas.",
        "Utan det går det inte att visa vad objektet är.",
        "Systemet som skrev filen anger {member}.",
    ),
    en=(
        "The member {member} is missing.",
        "Without it nobody can be shown what the object is.",
        "The system that wrote the file states {member}.",
    ),
)
UNKNOWN_CODE = fault(
    "TYP003",
    sv=(
        "Koden {found} finns inte; bland dem som finns: {accepted}.",
        "En kod som ingen känner betyder ingenting, och den som litade på den märker det inte.",
        "Den som skrev filen väljer en kod som finns; i en profil också koden för en egen regel.",
    ),
    en=(
        "There is no code {found}; among those that there are: {accepted}.",
        "A code that nobody knows means nothing, and whoever relied on it does not notice.",
        "Whoever wrote the file chooses a code that exists; in a profile also that of an own rule.",
    ),
)
BLANK = fault(
    "TYP004",
    sv=(
        "Texten är tom.",
        "En tom text säger inte om uppgiften saknas eller har glömts bort.",
        "Systemet som skrev filen anger texten eller utelämnar fältet.",
    ),
    en=(
        "The text is blank.",
        "A blank text does not say whether the fact is absent or was forgotten.",
        "The system that wrote the file states the text or leaves the member out.",
    ),
)
BAD_DAY = fault(
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
BAD_PARTIAL_DAY = fault(
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
OUT_OF_BOUNDS = fault(
    "TYP007",
    sv=(
        "{found} godtas inte här; det som godtas: {accepted}.",
        "Ett värde utanför gränserna kan inte betyda det som fältet står för.",
        "Systemet som skrev filen anger ett värde inom gränserna eller utelämnar fältet.",
    ),
    en=(
        "{found} is not accepted here; what is accepted: {accepted}.",
        "A value out of bounds cannot mean what the member stands for.",
        "The system that wrote the file gives a value within bounds or leaves the member out.",
    ),
)
MEMBER_KEPT = fault(
    "MEM001",
    severity=Severity.INFO,
    sv=(
        "Fältet {member} är okänt här; det behålls oläst. Här finns bland andra {known}.",
        "Ett felskrivet fält granskas inte, fast ingenting ser ut att fattas.",
        "Den som förvaltar dokumentet rättar namnet, eller låter egna tillägg börja med x-.",
    ),
    en=(
        "The member {member} is not known here; it is kept unread. Among those known: {known}.",
        "A misspelt member is not checked, though nothing seems to be missing.",
        "Whoever keeps the document mends the name, or lets own additions begin with x-.",
    ),
)
MEMBER_REFUSED = fault(
    "MEM002",
    sv=(
        "Fältet {member} är okänt här. Här finns bland andra {known}.",
        "Den som läser har begärt att okända fält inte godtas.",
        "Systemet som skrev filen rättar namnet, eller låter egna tillägg börja med x-.",
    ),
    en=(
        "The member {member} is not known here. Among those known: {known}.",
        "Whoever reads it has asked that unknown members be refused.",
        "The system that wrote the file mends the name, or lets own additions begin with x-.",
    ),
)
MEMBER_DROPPED = fault(
    "MEM003",
    severity=Severity.INFO,
    sv=(
        "Fältet {member} är okänt här och har utelämnats. Här finns bland andra {known}.",
        "Den som läser har begärt att okända fält utelämnas; de skrivs inte tillbaka.",
        "Den som läser väljer att behålla okända fält om de behövs.",
    ),
    en=(
        "The member {member} is not known here and was left out. Among those known: {known}.",
        "Whoever reads it has asked that unknown members be left out; they are not written back.",
        "Whoever reads it chooses to keep unknown members where they are needed.",
    ),
)
NO_DECISION = fault(
    "DEC001",
    sv=(
        "Texten är varken ett svar eller ett bevis i version {current} från det här biblioteket.",
        "Ett svar läses tillbaka bara i den form som biblioteket självt skriver det.",
        "Den som behöver svaret ställer frågan på nytt och sparar det nya svaret.",
    ),
    en=(
        "The text is no decision and no proof of version {current} from this library.",
        "A decision is read back only in the form in which the library itself writes it.",
        "Whoever needs the decision asks the question again and keeps the new decision.",
    ),
)
NO_REPORT = fault(
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
SET_ASIDE = fault(
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
