"""The text of CSV files: what Swedish spreadsheets write, and what people forget."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from samverkan_core.errors import InvalidValue
from samverkan_core.interop.tables import from_rows
from samverkan_core.interop.tables.csv_text import csv_rows, csv_template, csv_text, described
from samverkan_core.interop.tables.layout import TABLES, Table
from samverkan_core.values.labels import LANGUAGES, Lang

ROWS = [{"id": "a", "name": "Å; ”ö”\r\nrad 2", "kind": None, "illustrative": True, "position": 1}]


def test_cells_are_parted_by_semicolons_and_nothing_is_an_empty_cell() -> None:
    assert csv_text(("id", "name", "kind", "illustrative", "position"), ROWS) == (
        'id;name;kind;illustrative;position\r\na;"Å; ”ö”\r\nrad 2";;true;1\r\n'
    )


@pytest.mark.parametrize("mark", [";", ",", "\t"])
@pytest.mark.parametrize("start", ["", "\ufeff", "# remark; x\r\n", '"# remark, y"\n', ";;\n"])
def test_what_parts_cells_is_seen_in_the_heads(mark: str, start: str) -> None:
    text = f"{start}id{mark}name\r\na{mark}Åsa\r\n\r\nb{mark}\r\n"
    assert csv_rows(text) == [{"id": "a", "name": "Åsa"}, {"id": "b", "name": ""}]


@given(
    mark=st.sampled_from(";,\t|:~^§¦"),
    start=st.sampled_from(("", "\ufeff")),
    said=st.sampled_from(("sep=", "SEP=", "Sep=")),
    end=st.sampled_from(("\r\n", "\n", "\r")),
    remark=st.sampled_from(("", "# anmärkning\r\n")),
    cell=st.text("abcåäö;,| #", max_size=8),
)
@example(mark=";", start="", said="sep=", end="\r\n", remark="", cell="a,b")
@example(mark=",", start="\ufeff", said="sep=", end="\r\n", remark="", cell="a;b")
def test_what_parts_cells_is_what_the_first_line_says(
    mark: str, start: str, said: str, end: str, remark: str, cell: str
) -> None:
    """As Excel writes it, whatever mark stands in the cells besides."""
    text = f'{start}{said}{mark}{end}{remark}id{mark}name\r\na{mark}"{cell}"\r\n'
    assert csv_rows(text) == [{"id": "a", "name": cell}]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("sep=;", []),
        ("sep=;\n", []),
        # A blank line, as some programs leave one.
        ("sep=;\r\n;;\r\nid;name\r\na;b\r\n", [{"id": "a", "name": "b"}]),
        # None of these says what parts the cells, so they are heads or cells like any other.
        ('sep="\nid\n', [{'sep="': "id"}]),
        ("sep=\nid\n", [{"sep=": "id"}]),
        ("sep=;;\nid;name\n", [{"sep=": "id", "": "name"}]),
        ("sep=x\nid\n", [{"sep=x": "id"}]),
        ("id;name\nsep=;\n", [{"id": "sep=", "name": ""}]),
        ("\nsep=,\nid;name\n", [{"sep=": "id;name"}]),
    ],
    ids=ascii,
)
def test_what_says_what_parts_cells(text: str, rows: list[dict[str, str]]) -> None:
    assert csv_rows(text) == rows


def test_one_column_alone() -> None:
    assert csv_rows("value\nskolan\n") == [{"value": "skolan"}]


@pytest.mark.parametrize("text", ["", "\ufeff", "# only\n", "id;name\n"], ids=ascii)
def test_a_table_without_rows(text: str) -> None:
    assert csv_rows(text) == []


def test_rows_that_are_longer_or_shorter_than_the_heads() -> None:
    assert csv_rows("a;b\n1\n1;2;3\n1;2;;\n") == [
        {"a": "1"},
        {"a": "1", "b": "2", None: ["3"]},
        {"a": "1", "b": "2"},
    ]


def test_a_head_that_stands_twice_is_not_taken_for_granted() -> None:
    rows = csv_rows("id;name;kind;kind;;\na;A;school;police;;\n")
    assert rows == [{"id": "a", "name": "A", "kind": "school", "kind (2)": "police", "": ""}]
    loaded = from_rows({"collaboration": [{"name": "S"}], "actors": rows})
    assert [finding.pointer for finding in loaded.report] == ["/actors/kind (2)"]


def test_a_quote_that_is_never_closed_is_no_table() -> None:
    with pytest.raises(InvalidValue, match="line 2"):
        csv_rows('id;name\na;"Åsa\n')


def test_a_head_in_quotes_that_is_never_closed_is_no_table() -> None:
    with pytest.raises(InvalidValue, match="line 1"):
        csv_rows('"id;name\n')


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_template_has_a_remark_for_each_column_and_no_rows(table: Table, lang: Lang) -> None:
    text = csv_template(table, lang)
    remarks = [line for line in text.splitlines() if line.removeprefix('"').startswith("# ")]
    assert len(remarks) == len(table.heads)
    assert csv_rows(text) == []
    filled = csv_rows(f"{text}{';'.join('x' for _ in table.heads)}\r\n")
    assert tuple(filled[0]) == table.heads


@pytest.mark.parametrize(
    ("table", "column", "says"),
    [
        ("actors", "id", "id (krävs): radens eget id, ett enda i hela dokumentet"),
        ("actors", "name", "name (krävs): text"),
        ("actors", "part_of", "part_of: id i actors"),
        ("actors", "period.first_day", "period.first_day: dag, ÅÅÅÅ-MM-DD"),
        ("actors.names", "of", "of (krävs): id på raden i actors som raden hör till"),
        (
            "actors.names",
            "of_position",
            "of_position: platsen för den raden, om flera har samma id",
        ),
        ("actors", "position", "position: plats i listan, från 1"),
        ("mandates", "scope.ages.from_age", "scope.ages.from_age: heltal, 0–130"),
        (
            "readiness_measurements.interviews.agreed",
            "score",
            "score (krävs): tal med decimalpunkt, till exempel 4.25",
        ),
        (
            "mandates",
            "kind",
            (
                "kind (krävs): en av assignment (uppdrag), delegation (delegation), "
                "by_law (lagstadgad behörighet)"
            ),
        ),
        ("appointments", "office", "office (krävs): id i roles eller bodies eller actors"),
    ],
)
def test_what_a_remark_says(table: str, column: str, says: str) -> None:
    (found,) = [one for one in TABLES[table].every_column if one.name == column]
    assert described(found) == says
