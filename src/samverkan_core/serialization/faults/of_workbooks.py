"""Faults of workbooks: a file that cannot be opened, and what a sheet holds that is no value."""

from samverkan_core.findings.finding import Severity
from samverkan_core.serialization.faults.notice import fault
from samverkan_core.values.labels import Labelled

__all__ = [
    "DATED",
    "ERROR_VALUE",
    "FORMULA",
    "HEAD_TWICE",
    "HIDDEN_ROWS",
    "HIDDEN_SHEET",
    "LINKS",
    "MACROS",
    "MERGED",
    "NO_HEAD",
    "NO_SHEET",
    "NO_WORKBOOK",
    "TOO_LARGE_INSIDE",
    "Unopened",
    "Wanted",
]


class Unopened(Labelled):
    """Why a file cannot be opened as a workbook."""

    NO_PACKAGE = ("no_package", "den är ingen .xlsx-fil", "it is no .xlsx file")
    ENCRYPTED = ("encrypted", "den är låst med lösenord", "it is locked with a password")
    OLD = ("old", "den är i ett äldre format än .xlsx", "it is in an older format than .xlsx")
    STRICT = (
        "strict",
        "den är sparad som Strict Open XML",
        "it is saved as Strict Open XML",
    )
    DECLARES = (
        "declares",
        "den innehåller en dokumenttypsdeklaration (DTD)",
        "it holds a document type declaration (DTD)",
    )
    BROKEN = ("broken", "den är skadad eller inte hel", "it is damaged or not whole")


class Wanted(Labelled):
    """What a cell is to hold where Excel has made it a date."""

    TEXT = ("text", "en text", "a text")
    WHOLE = ("whole", "ett heltal", "a whole number")
    NUMBER = ("number", "ett tal", "a number")
    WORD = ("word", "ett av orden i listan", "one of the words in the list")


NO_WORKBOOK = fault(
    "WBK001",
    words=(("reason", Unopened),),
    sv=(
        "Filen går inte att öppna som arbetsbok: {reason}.",
        "En arbetsbok läses bara när den är hel och öppen; ingen gissar vad som står i den.",
        "Den som skickade filen sparar den på nytt som Excel-arbetsbok (.xlsx) utan lösenord.",
    ),
    en=(
        "The file cannot be opened as a workbook: {reason}.",
        "A workbook is read only where it is whole and open; nobody guesses what stands in it.",
        "Whoever sent the file saves it anew as an Excel workbook (.xlsx) without a password.",
    ),
)
TOO_LARGE_INSIDE = fault(
    "WBK002",
    sv=(
        "Filen är större än {limit} byte när den packas upp, och så stora filer läses inte.",
        "Gränsen skyddar den som läser mot filer som är gjorda för att fylla minnet.",
        (
            "Den som fyller i arbetsboken tar bort det som inte hör dit; är allt med rätta där "
            "höjer den som läser den gränsen, Limits.text."
        ),
    ),
    en=(
        "The file is larger than {limit} bytes when unpacked, which is the most that is read.",
        "The limit protects the reader from files that are made to fill the memory.",
        (
            "Whoever fills in the workbook removes what does not belong; where all of it does, "
            "whoever reads it raises the limit, Limits.text."
        ),
    ),
)
NO_SHEET = fault(
    "WBK003",
    sv=(
        "Arbetsboken saknar bladet ”Samverkan”, där samverkans egna uppgifter står.",
        "Utan det bladet saknas samverkans namn, och då finns inget dokument att läsa.",
        "Den som fyller i arbetsboken lägger till bladet, till exempel ur den tomma mallen.",
    ),
    en=(
        "The workbook lacks the sheet “Collaboration”, which describes the collaboration itself.",
        "Without that sheet the collaboration has no name, and there is no document to read.",
        "Whoever fills in the workbook adds the sheet, for instance from the empty template.",
    ),
)
FORMULA = fault(
    "WBK004",
    sv=(
        "Cellen innehåller en formel och har inte lästs.",
        (
            "Det värde som Excel visar är det som räknades ut senast; ingen vet om det stämmer med "
            "det som nu står i arbetsboken."
        ),
        (
            "Den som fyller i arbetsboken ersätter formeln med dess värde: kopiera cellen och "
            "välj ”Klistra in värden”."
        ),
    ),
    en=(
        "The cell holds a formula and was not read.",
        (
            "The value that Excel shows is the one worked out last; nobody knows whether it fits "
            "what stands in the workbook now."
        ),
        (
            "Whoever fills in the workbook puts the value in place of the formula: copy the cell "
            "and choose “Paste Values”."
        ),
    ),
)
ERROR_VALUE = fault(
    "WBK005",
    sv=(
        "Cellen innehåller felvärdet {found} och har inte lästs.",
        "Ett felvärde säger att det som skulle stå här inte gick att räkna ut.",
        "Den som fyller i arbetsboken skriver värdet, eller tömmer cellen.",
    ),
    en=(
        "The cell holds the error value {found} and was not read.",
        "An error value says that what was to stand here could not be worked out.",
        "Whoever fills in the workbook writes the value, or empties the cell.",
    ),
)
MERGED = fault(
    "WBK006",
    sv=(
        "Cellen är sammanfogad med andra ({cells}) och har inte lästs.",
        "Det syns inte i en sammanfogad cell för vilka rader och kolumner värdet gäller.",
        "Den som fyller i arbetsboken delar upp cellen och skriver värdet där det hör hemma.",
    ),
    en=(
        "The cell is merged with others ({cells}) and was not read.",
        "A merged cell does not show for which rows and columns its value holds.",
        "Whoever fills in the workbook unmerges the cell and writes the value where it belongs.",
    ),
)
NO_HEAD = fault(
    "WBK007",
    severity=Severity.WARNING,
    sv=(
        "Kolumnen har ingen rubrik och har inte lästs.",
        "Utan rubrik går det inte att veta vad som står i kolumnen.",
        "Den som fyller i arbetsboken skriver rubriken, eller tar bort det som står i kolumnen.",
    ),
    en=(
        "The column has no heading and was not read.",
        "Without a heading nobody can tell what stands in the column.",
        "Whoever fills in the workbook writes the heading, or removes what stands in the column.",
    ),
)
HEAD_TWICE = fault(
    "WBK008",
    sv=(
        "Rubriken {found} betyder detsamma som rubriken i {other}; ingen av kolumnerna har lästs.",
        "När två kolumner säger samma sak går det inte att veta vilken av dem som gäller.",
        "Den som fyller i arbetsboken tar bort den ena kolumnen.",
    ),
    en=(
        "The heading {found} means the same as the one in {other}; neither column was read.",
        "Where two columns say the same thing nobody can tell which of them holds.",
        "Whoever fills in the workbook removes one of the columns.",
    ),
)
DATED = fault(
    "WBK009",
    words=(("expected", Wanted),),
    sv=(
        "Här står ett datum eller ett klockslag; det ska vara {expected}.",
        "Excel gör gärna om det man skriver, till exempel 1-2, till ett datum.",
        "Den som fyller i arbetsboken ger cellen formatet Text och skriver värdet igen.",
    ),
    en=(
        "Here stands a date or a time; it must be {expected}.",
        "Excel likes to turn what one writes, such as 1-2, into a date.",
        "Whoever fills in the workbook makes the cell text and writes the value again.",
    ),
)
HIDDEN_ROWS = fault(
    "WBK010",
    severity=Severity.INFO,
    sv=(
        "Dolda rader på bladet: {count}. De har lästs som de andra.",
        "Det som är dolt syns inte för den som ser över bladet, men det kommer med.",
        "Den som fyller i arbetsboken visar raderna och tar bort dem som inte ska vara med.",
    ),
    en=(
        "Hidden rows on the sheet: {count}. They were read like the others.",
        "What is hidden is not seen by whoever looks the sheet over, yet it comes along.",
        "Whoever fills in the workbook shows the rows and removes those that do not belong.",
    ),
)
HIDDEN_SHEET = fault(
    "WBK011",
    severity=Severity.INFO,
    sv=(
        "Bladet är dolt, men har lästs som de andra.",
        "Det som är dolt syns inte för den som ser över arbetsboken, men det kommer med.",
        "Den som fyller i arbetsboken visar bladet, eller tar bort det om det inte ska vara med.",
    ),
    en=(
        "The sheet is hidden, but was read like the others.",
        "What is hidden is not seen by whoever looks the workbook over, yet it comes along.",
        "Whoever fills in the workbook shows the sheet, or removes it if it does not belong.",
    ),
)
MACROS = fault(
    "WBK012",
    severity=Severity.INFO,
    sv=(
        "Arbetsboken innehåller makron. De har inte körts.",
        "Ett makro är ett program, och ett dokument behöver inget program.",
        "Den som fyller i arbetsboken sparar den som .xlsx, så följer inga makron med.",
    ),
    en=(
        "The workbook holds macros. They were not run.",
        "A macro is a program, and a document needs no program.",
        "Whoever fills in the workbook saves it as .xlsx, and no macros come along.",
    ),
)
LINKS = fault(
    "WBK013",
    severity=Severity.INFO,
    sv=(
        "Arbetsboken hänvisar till andra arbetsböcker. De har inte öppnats.",
        "Det som står i en annan fil kan ha ändrats när någon öppnar den nästa gång.",
        "Den som fyller i arbetsboken skriver in värdena här och tar bort länkarna.",
    ),
    en=(
        "The workbook refers to other workbooks. They were not opened.",
        "What stands in another file may be something else when it is opened next time.",
        "Whoever fills in the workbook writes the values here and removes the links.",
    ),
)
