"""One cell: what drivers and readers give is taken as what it is, and nothing is guessed."""

import datetime as dt
import enum
from decimal import Decimal
from typing import Any

import pytest

from samverkan_core.interop.tables.cells import is_nothing, plain_cell, word_of
from samverkan_core.interop.tables.layout import TABLES, CellKind, Column
from samverkan_core.serialization.fault import Refused
from samverkan_core.serialization.limits import Limits
from samverkan_core.values.kept import JsonNumber


class NAType:
    """What one frame puts for a value that is missing."""


class NaTType(dt.datetime):
    """What it puts for a day that is missing."""


class Whole(int):
    """A whole number of a driver's own type."""


class Word(str):
    """A text of a frame's own type."""

    __slots__ = ()


class Level(enum.IntEnum):
    """A number with a name."""

    FIRST = 1


#: What is said of something that has no place in a document where a text is to stand.
NO_TEXT = {"expected": "string", "found": "foreign"}


def taken(kind: CellKind, cell: object, **more: Any) -> Any:
    """Read a cell of a column of one kind."""
    return plain_cell(cell, Column(name="c", kind=kind, **more), Limits())


def refused(kind: CellKind, cell: object, **more: Any) -> tuple[str, dict[str, Any]]:
    """Give the code and the data of the fault of a cell."""
    with pytest.raises(Refused) as caught:
        taken(kind, cell, **more)
    return caught.value.notice.code, caught.value.data


@pytest.mark.parametrize(
    "cell",
    [None, "", " \t", float("nan"), Decimal("NaN"), Decimal("sNaN"), NAType(), NaTType(1, 1, 1)],
    ids=repr,
)
def test_nothing_stands_in_a_cell(cell: object) -> None:
    assert is_nothing(cell)


@pytest.mark.parametrize("cell", ["0", 0, False, 0.0, Decimal(0), float("inf"), [], b""], ids=repr)
def test_something_stands_in_a_cell(cell: object) -> None:
    assert not is_nothing(cell)


@pytest.mark.parametrize(
    ("cell", "word"),
    [
        ("Förskola ", "Förskola "),
        ("1900-01-01 00:00:00", "1900-01-01"),
        ("1900-01-01T00:00", "1900-01-01"),
        ("1900-01-01 00:00:00.000", "1900-01-01"),
        ("1900-01-01 00:01:00", "1900-01-01 00:01:00"),
        (7, "7"),
        (7.0, "7"),
        (Decimal("7.00"), "7"),
        (Whole(8), "8"),
        (Level.FIRST, "1"),
        (7.5, None),
        (float("inf"), None),
        (Decimal("1E+999999"), None),
        (Decimal("Infinity"), None),
        (True, "true"),
        (dt.date(9999, 12, 31), "9999-12-31"),
        (dt.datetime(9999, 12, 31, tzinfo=dt.UTC), "9999-12-31"),
        (dt.datetime(2015, 3, 1, 12, tzinfo=dt.UTC), None),
        (b"7", None),
        ([7], None),
    ],
    ids=repr,
)
def test_the_word_that_a_cell_is_compared_by(cell: object, word: str | None) -> None:
    assert word_of(cell) == word


def test_a_number_that_is_too_long_to_write_is_left_to_the_reader() -> None:
    assert word_of(10**5000) is None
    assert taken(CellKind.NUMBER, 10**5000) == 10**5000
    assert taken(CellKind.DECIMAL, 10**5000) == 10**5000
    assert taken(CellKind.NUMBER, "9" * 200) == "9" * 200


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        (CellKind.TEXT, " Åsa ", " Åsa "),
        (CellKind.TEXT, Word("Bo"), "Bo"),
        (CellKind.ID, "act-1", "act-1"),
        (CellKind.CODE, "school", "school"),
        (CellKind.NUMBER, 7, 7),
        (CellKind.NUMBER, 7.0, 7),
        (CellKind.NUMBER, Decimal(7), 7),
        (CellKind.NUMBER, "7", JsonNumber("7")),
        (CellKind.NUMBER, "-7", JsonNumber("-7")),
        (CellKind.NUMBER, "007", "007"),
        (CellKind.NUMBER, "7,0", "7,0"),
        (CellKind.NUMBER, 7.5, 7.5),
        (CellKind.NUMBER, True, True),
        (CellKind.DECIMAL, "4.25", "4.25"),
        (CellKind.DECIMAL, Decimal("4.250"), "4.250"),
        (CellKind.DECIMAL, 4.25, "4.25"),
        (CellKind.DECIMAL, 4, "4"),
        (CellKind.DECIMAL, True, True),
        (CellKind.TRUTH, "true", True),
        (CellKind.TRUTH, "false", False),
        (CellKind.TRUTH, True, True),
        (CellKind.TRUTH, "ja", "ja"),
        (CellKind.TRUTH, 1, True),
        (CellKind.TRUTH, 0, False),
        (CellKind.TRUTH, 2, 2),
        (CellKind.TRUTH, "1", "1"),
        (CellKind.DAY, dt.date(2015, 3, 1), "2015-03-01"),
        (CellKind.DAY, dt.datetime(2015, 3, 1, tzinfo=dt.UTC), "2015-03-01"),
        (CellKind.DAY, "2015-03-01 00:00:00", "2015-03-01"),
        (CellKind.DAY, "1/3 2015", "1/3 2015"),
        (CellKind.DAY, 2015.5, 2015.5),
        (CellKind.PARTIAL_DAY, "2008-11", "2008-11"),
        (CellKind.PARTIAL_DAY, dt.date(2008, 11, 1), "2008-11-01"),
        (CellKind.OBJECT, '{"a":1.0}', {"a": JsonNumber("1.0")}),
        (CellKind.KEPT, "{}", {}),
        (CellKind.PLACE, "3", 3),
        (CellKind.PLACE, 3, 3),
    ],
    ids=repr,
)
def test_a_cell_is_taken(kind: CellKind, cell: object, value: object) -> None:
    found = taken(kind, cell)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("kind", "cell", "code", "data"),
    [
        (CellKind.TEXT, b"x", "TYP001", NO_TEXT),
        (CellKind.TEXT, dt.date(2015, 3, 1), "TYP001", NO_TEXT),
        (CellKind.NUMBER, Decimal("7.5"), "TYP001", {"expected": "integer", "found": "foreign"}),
        (
            CellKind.DECIMAL,
            Decimal("1E+9999"),
            "TYP001",
            {"expected": "string", "found": "foreign"},
        ),
        (CellKind.TRUTH, [], "TYP001", {"expected": "boolean", "found": "array"}),
        (CellKind.TEXT, "F\udcf6rskola", "TAB004", {}),
        (CellKind.DAY, 42064, "TYP005", {"found": "”42064”"}),
        (CellKind.DAY, 201212121212, "PRI001", {"number": "20******-****"}),
        (
            CellKind.DAY,
            dt.datetime(2015, 3, 1, 12, 30, tzinfo=dt.UTC),
            "TYP005",
            {"found": "”2015-03-01T12:30:00+00:00”"},
        ),
        (CellKind.PLACE, "0", "TYP007", {"found": "”0”", "accepted": "1, 2, 3 …"}),
        (CellKind.PLACE, "first", "TYP007", {"found": "”first”", "accepted": "1, 2, 3 …"}),
        (CellKind.KEPT, "{", "TAB008", {}),
        (CellKind.KEPT, "[]", "TAB008", {}),
        (CellKind.KEPT, {}, "TAB008", {}),
        (CellKind.KEPT, '{"a":NaN}', "JSN006", {"found": "NaN"}),
        (CellKind.KEPT, '{"a":1,"a":2}', "JSN005", {"name": "”a”"}),
    ],
    ids=repr,
)
def test_a_cell_is_refused(kind: CellKind, cell: object, code: str, data: dict[str, Any]) -> None:
    assert refused(kind, cell) == (code, data)


def test_what_is_kept_names_no_member_that_has_a_column_of_its_own() -> None:
    known = frozenset({"name"})
    assert refused(CellKind.KEPT, '{"name":"x"}', known=known) == ("TAB008", {})
    assert taken(CellKind.KEPT, '{"x-name":"x"}', known=known) == {"x-name": "x"}


def test_every_column_is_read_as_what_its_member_holds() -> None:
    kinds = {column.name: column.kind for column in TABLES["mandates"].every_column}
    assert kinds["id"] is CellKind.ID
    assert kinds["kind"] is CellKind.CODE
    assert kinds["period.first_day"] is CellKind.DAY
    assert kinds["basis.resolution.day"] is CellKind.PARTIAL_DAY
    assert kinds["may_delegate"] is CellKind.TRUTH
    assert kinds["scope.ages.from_age"] is CellKind.NUMBER
    scores = TABLES["readiness_measurements.interviews.agreed"]
    assert {column.name: column.kind for column in scores.columns}["score"] is CellKind.DECIMAL


@pytest.mark.parametrize("cell", [201212121212, 201212121212.0, Decimal(201212121212)], ids=repr)
def test_a_personal_identity_number_is_refused_also_as_a_number(cell: object) -> None:
    code, data = refused(CellKind.TEXT, cell)
    assert (code, data) == ("PRI001", {"number": "20******-****"})
    assert refused(CellKind.ID, cell)[0] == "PRI001"
    # What counts or measures may be any number, as in a document.
    assert taken(CellKind.NUMBER, cell) == 201212121212
