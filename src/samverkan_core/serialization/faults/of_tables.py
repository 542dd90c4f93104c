"""Faults of tables: a table, a column, a row or a cell that cannot be what it says."""

from samverkan_core.findings.finding import Severity
from samverkan_core.serialization.faults.notice import fault

__all__ = [
    "COLUMN_UNREAD",
    "NOT_DECODED",
    "NOT_KEPT",
    "NO_PARENT",
    "NO_SUCH_NAME",
    "ONE_ROW",
    "OVERFULL",
    "POSITION_TWICE",
    "ROW_LEFT_OUT",
    "TABLE_UNREAD",
]

TABLE_UNREAD = fault(
    "TAB001",
    severity=Severity.WARNING,
    sv=(
        "Tabellen {table} är okänd och har inte lästs. Bland dem som finns: {known}.",
        "Det som står i en okänd tabell kommer inte med, och det märks inte efteråt.",
        (
            "Den som för över tabellerna rättar namnet, eller anger i mappningen vad tabellen "
            "svarar mot."
        ),
    ),
    en=(
        "The table {table} is not known and was not read. Among those that there are: {known}.",
        "What stands in a table that nobody knows is left behind, and nobody notices afterwards.",
        "Whoever transfers the tables mends the name, or says in the mapping what it answers to.",
    ),
)
COLUMN_UNREAD = fault(
    "TAB002",
    severity=Severity.WARNING,
    sv=(
        (
            "Kolumnen {column} i tabellen {table} är okänd och har inte lästs. "
            "Bland dem som finns: {known}."
        ),
        "Det som står i en okänd kolumn kommer inte med, och det märks inte efteråt.",
        (
            "Den som för över tabellerna rättar namnet, eller anger i mappningen vad kolumnen "
            "svarar mot eller att den inte ska läsas."
        ),
    ),
    en=(
        (
            "The column {column} of the table {table} is not known and was not read. "
            "Among those that there are: {known}."
        ),
        "What stands in a column that nobody knows is left behind, and nobody notices afterwards.",
        (
            "Whoever transfers the tables mends the name, or says in the mapping what the column "
            "answers to or that it is not to be read."
        ),
    ),
)
OVERFULL = fault(
    "TAB003",
    sv=(
        "Raden har fler celler än tabellen har rubriker och har inte lästs.",
        (
            "När cellerna är fler än rubrikerna går det inte att veta vilken cell som hör till "
            "vilken rubrik."
        ),
        (
            "Den som för över tabellerna rättar raden; ofta fattas citattecken om en text med "
            "skiljetecken i."
        ),
    ),
    en=(
        "The row has more cells than the table has heads, and was not read.",
        "With more cells than heads nobody can tell which cell belongs to which head.",
        (
            "Whoever transfers the tables mends the row; often a text with a delimiter in it lacks "
            "its quotes."
        ),
    ),
)
NOT_DECODED = fault(
    "TAB004",
    sv=(
        "Cellen innehåller tecken som inte gick att läsa i den teckenkodning som angavs.",
        "Fel teckenkodning förstör först å, ä och ö, och då går namn inte att lita på.",
        "Den som för över tabellerna anger rätt kodning, till exempel --encoding cp1252.",
    ),
    en=(
        "The cell holds characters that could not be read in the encoding that was given.",
        "A wrong encoding spoils å, ä and ö first, and then names cannot be relied on.",
        "Whoever transfers the tables names the right encoding, for instance --encoding cp1252.",
    ),
)
NO_PARENT = fault(
    "TAB005",
    sv=(
        (
            "Raden anges höra till {found}. Antal rader i tabellen {parent} som stämmer med det: "
            "{count}; det ska vara exakt en."
        ),
        "En rad läses bara när det är klart vilken sak den hör till; ingen gissar.",
        "Den som för över tabellerna rättar id:t, eller anger sakens plats i dess lista.",
    ),
    en=(
        (
            "The row is said to belong to {found}. Rows of the table {parent} that match it: "
            "{count}; it must be exactly one."
        ),
        "A row that cannot be told to belong to one thing cannot be read, and nobody guesses.",
        "Whoever transfers the tables mends the id, or states the thing's place in its list.",
    ),
)
POSITION_TWICE = fault(
    "TAB006",
    severity=Severity.WARNING,
    sv=(
        (
            "Platsen {position} står mer än en gång i samma lista; raderna läses i den ordning de "
            "står."
        ),
        "När två rader har samma plats säger tabellen inte vilken som kommer först.",
        "Den som för över tabellerna rättar platserna, om ordningen betyder något.",
    ),
    en=(
        (
            "The place {position} stands more than once in one list; the rows are read in the "
            "order in which they stand."
        ),
        "Where two rows have one place the table does not say which comes first.",
        "Whoever transfers the tables mends the places, if the order matters.",
    ),
)
ONE_ROW = fault(
    "TAB007",
    sv=(
        "Tabellen collaboration har {count} rader; bara den första har lästs.",
        "Ett dokument rymmer en samverkan, och dess egna uppgifter är en rad.",
        (
            "Den som för över tabellerna behåller en rad och lägger varje annan samverkan i ett "
            "eget dokument."
        ),
    ),
    en=(
        "The table collaboration has {count} rows; only the first was read.",
        "A document holds one collaboration, and what it says of itself is one row.",
        (
            "Whoever transfers the tables leaves one row and writes other collaborations by "
            "themselves."
        ),
    ),
)
NOT_KEPT = fault(
    "TAB008",
    sv=(
        "Cellen ska vara ett JSON-objekt, utan fält som har en egen kolumn eller tabell.",
        "Här står det som inte har någon egen kolumn, och det läses bara om det är giltig JSON.",
        "Den som för över tabellerna rättar cellen eller tömmer den.",
    ),
    en=(
        "The cell must be a JSON object without members that have a column or table of their own.",
        "Here stands what has no column of its own, and it is read only if it is whole JSON.",
        "Whoever transfers the tables mends the cell or empties it.",
    ),
)
ROW_LEFT_OUT = fault(
    "TAB009",
    severity=Severity.WARNING,
    sv=(
        "Raden har inte lästs, och inte heller de rader som hör till den.",
        "En sak läses bara hel: ett uppdrag utan sin avgränsning vore ett annat uppdrag.",
        (
            "Den som för över tabellerna rättar de fel som rapporten anger på raden eller på rader "
            "som hör till den."
        ),
    ),
    en=(
        "The row was not read, nor the rows that belong to it.",
        "A thing is read only whole: a mandate without its scope would be another mandate.",
        (
            "Whoever transfers the tables mends the faults that the report gives for the row or "
            "for rows that belong to it."
        ),
    ),
)
NO_SUCH_NAME = fault(
    "TAB010",
    sv=(
        "Ingen tabell eller kolumn här heter {found}; bland dem som finns: {accepted}.",
        "En mappning till ett namn som inte finns läser ingenting, och det märks inte efteråt.",
        "Den som skrev mappningen väljer ett namn som finns.",
    ),
    en=(
        "No table or column here is called {found}; among those that there are: {accepted}.",
        "A mapping to a name that does not exist reads nothing, and nobody notices afterwards.",
        "Whoever wrote the mapping chooses a name that exists.",
    ),
)
