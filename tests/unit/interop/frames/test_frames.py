"""Frames say what rows say, with true types that no value changes, in each package alike."""

import datetime as dt
import sys
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import samverkan_core as sam
from samverkan_core.errors import InvalidValue, MissingExtra, PersonalNumberFound, UnknownLanguage
from samverkan_core.interop.frames import to_pandas
from samverkan_core.interop.tables import from_rows
from samverkan_core.interop.tables.layout import TABLES, CellKind
from samverkan_core.interop.tables.view import every_row
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.testing.strategies import collaborations, worlds
from samverkan_core.values.labels import LANGUAGES, Lang

from .packages import Package, each_package, said

EMPTY = Collaboration(name="Samverkan")
EXAMPLE = sam.loads(
    b"""{"samverkan":"1.0","name":"Samverkan","persons":[
    {"id":"p-1","name":"Sekretess Svensson","protection":"protected_registration",
     "competences":["barnr\\u00e4tt"]},
    {"id":"p-2","name":"Bo Ek"}],
    "roles":[{"id":"rektor","name":"Rektor","kind":"employee"}],
    "appointments":[
    {"id":"a-1","person":"p-1","office":"rektor",
     "period":{"first_day":"2015-01-01","last_day":"2015-12-31"}},
    {"id":"a-2","person":"p-2","office":"rektor","share":50,
     "period":{"first_day":"2016-01-01"}}],
    "focus_areas":[
    {"id":"f-1","name":"Skolfr\\u00e5nvaro",
     "time_box":{"starts":{"when":"2014-08","about":true},"ends":"2015"}},
    {"id":"f-2","name":"N\\u00e4rvaro"}],
    "funding":[{"amount":"0.30"},{}]}"""
)


def decimals_alike(kind: CellKind, value: Any) -> object:
    """Give what a row says, a decimal by its number rather than by its digits."""
    is_number = kind is CellKind.DECIMAL and value is not None
    return Decimal(value).normalize() if is_number else value


# --- laws --------------------------------------------------------------------------------------


@each_package
@given(collab=collaborations(), lang=st.sampled_from(LANGUAGES))
def test_a_frame_says_what_the_rows_say(
    package: Package, collab: Collaboration, lang: Lang
) -> None:
    frames, every = package.make(collab, lang=lang), every_row(collab, lang)
    assert list(frames) == list(every)
    for name, frame in frames.items():
        told, cells = every[name], package.cells(frame)
        for column in TABLES[name].every_column:
            expected = [decimals_alike(column.kind, row[column.name]) for row in told]
            assert [said(value) for value in cells[column.name]] == expected
            if column.label is not None:
                assert cells[column.label] == [row[column.label] for row in told]
        spans = {head for column in TABLES[name].every_column for head in column.span}
        assert set(cells) == {head for row in told for head in row} | spans


@each_package
@given(collab=collaborations(), lang=st.sampled_from(LANGUAGES), data=st.data())
def test_the_types_of_a_table_are_the_same_whatever_stands_in_it(
    package: Package, collab: Collaboration, lang: Lang, data: st.DataObject
) -> None:
    frames = package.make(collab, lang=lang)
    name = data.draw(st.sampled_from([*frames]))
    alone = package.make(collab, name, lang=lang)
    assert package.types(alone) == package.types(package.make(EMPTY, name, lang=lang))
    assert package.types(alone) == package.types(frames[name])
    assert package.cells(alone) == package.cells(frames[name])


@each_package
@given(collab=collaborations())
def test_the_span_of_a_partial_date_holds_every_day_that_its_text_names(
    package: Package, collab: Collaboration
) -> None:
    for name, frame in package.make(collab).items():
        cells = package.cells(frame)
        for column in TABLES[name].every_column:
            if column.span:
                days = (map(said, cells[head]) for head in column.span)
                for when, first, last in zip(cells[column.name], *days, strict=True):
                    assert (when is None) == (first is None) == (last is None)
                    assert when is None or first <= last
                    assert when is None or first[: len(when)] <= when <= last[: len(when)]


@each_package
@given(world=worlds())
def test_frames_of_a_report_say_what_its_rows_say(
    package: Package, world: tuple[Collaboration, dt.date]
) -> None:
    collab, at = world
    for report in (sam.check(collab, at=at), sam.check(collab), sam.Report()):
        frame, told = package.make(report, lang="en"), report.rows("en")
        cells = package.cells(frame)
        assert package.types(frame) == package.types(package.make(sam.Report(), lang="en"))
        for head, values in cells.items():
            assert [said(value) for value in values] == [row[head] for row in told]
        assert all(list(cells) == list(row) for row in told)


# --- examples ----------------------------------------------------------------------------------


@each_package
def test_of_a_protected_person_a_frame_tells_what_rows_tell(package: Package) -> None:
    frames = package.make(EXAMPLE)
    persons = package.cells(frames["persons"])
    assert persons["name"] == [None, "Bo Ek"]
    assert persons["protection_label"] == ["skyddad folkbokföring", None]
    appointments = package.cells(frames["appointments"])
    assert appointments["person"] == [None, "p-2"]
    assert appointments["person_label"] == ["skyddade uppgifter", "Bo Ek"]
    assert "persons.competences" not in frames
    assert package.cells(package.make(EXAMPLE, "persons.competences"))["value"] == []


@each_package
def test_a_month_about_which_somebody_started_is_a_span_of_days(package: Package) -> None:
    areas = package.cells(package.make(EXAMPLE, "focus_areas"))
    assert areas["time_box.starts"] == ["2014-08", None]
    assert [said(day) for day in areas["time_box.starts.earliest"]] == ["2014-07-01", None]
    assert [said(day) for day in areas["time_box.starts.latest"]] == ["2014-09-30", None]
    assert [said(day) for day in areas["time_box.ends.earliest"]] == ["2015-01-01", None]
    assert areas["time_box.starts.about"] == [True, None]


@each_package
def test_a_decimal_is_exact_and_what_is_missing_is_missing(package: Package) -> None:
    assert package.cells(package.make(EXAMPLE, "funding"))["amount"] == [Decimal("0.3"), None]
    assert package.cells(package.make(EXAMPLE, "appointments"))["share"] == [None, 50]


@each_package
def test_a_table_without_rows_has_its_columns(package: Package) -> None:
    for kind, table in TABLES.items():
        cells = package.cells(package.make(EMPTY, kind))
        heads = [(one.name, *one.beside) for one in table.every_column]
        assert list(cells) == [head for several in heads for head in several]
        assert {len(values) for values in cells.values()} == {int(kind == "collaboration")}


# --- misuse ------------------------------------------------------------------------------------


@each_package
def test_what_no_frame_can_be_made_of(package: Package) -> None:
    with pytest.raises(InvalidValue, match="did you mean 'actors'"):
        package.make(EMPTY, "actor")
    with pytest.raises(InvalidValue, match="not a dict"):
        package.make({"name": "Samverkan"})
    with pytest.raises(InvalidValue, match="leave out `kind`"):
        package.make(sam.Report(), "actors")
    for what in (EMPTY, sam.Report()):
        with pytest.raises(UnknownLanguage):
            package.make(what, lang="fi")
    numbered = Collaboration(name="Samverkan kring 20121212-1212")
    with pytest.raises(PersonalNumberFound):
        package.make(numbered)


@each_package
def test_without_the_extra_the_error_names_it(
    package: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package.name, None)
    with pytest.raises(MissingExtra, match=rf"samverkan_core\[{package.extra}\]") as raised:
        package.make(EMPTY)
    assert raised.value.extra == package.extra


# --- pandas ------------------------------------------------------------------------------------


def test_rows_of_pandas_are_read_as_the_tables_that_they_came_from() -> None:
    pytest.importorskip("pandas", reason="the extra pandas is not installed")

    open_to_all = sam.loads(sam.dumps(EXAMPLE).replace(b"protected_registration", b"none"))
    frames = to_pandas(open_to_all)
    loaded = from_rows({name: frame.to_dict("records") for name, frame in frames.items()})
    assert loaded.value == open_to_all
    assert not loaded.report


def test_categories_of_pandas_stand_in_the_order_of_their_set() -> None:
    pd = pytest.importorskip("pandas", reason="the extra pandas is not installed")

    severity = to_pandas(sam.check(EMPTY))["severity"].dtype
    assert isinstance(severity, pd.CategoricalDtype)
    assert list(severity.categories) == [one.code for one in sam.Severity]
    assert not severity.ordered
