"""Nested tables hold whole collaborations: in memory and in Parquet they are read back equal."""

import datetime as dt
import io
import json
import sys
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import samverkan_core as sam
from samverkan_core.errors import InvalidValue, MissingExtra, PersonalNumberFound
from samverkan_core.interop.frames import from_nested_arrow, nested_arrow, nested_schema
from samverkan_core.interop.frames.nested_schema import AT_ONCE
from samverkan_core.model.anatomy import classes
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.serialization.load import Loaded, read
from samverkan_core.serialization.write import to_plain
from samverkan_core.testing.strategies import collaborations, worlds
from samverkan_core.values.kept import JsonNumber, JsonObject
from samverkan_core.values.shape import BESIDE, members

if TYPE_CHECKING:
    import pyarrow as pa
else:
    pa = pytest.importorskip("pyarrow", reason="the extra arrow is not installed")

EMPTY = Collaboration(name="Samverkan")
#: Members that are not known and a version that is newer: said of a document too.
FOUND_IN_ANY_FORM = {"MEM001", "VER003"}


def through_parquet(table: pa.Table) -> pa.Table:
    """Write a table as Parquet and read it again."""
    import pyarrow.parquet as pq

    file = io.BytesIO()
    pq.write_table(table, file)
    file.seek(0)
    return pq.read_table(file)


def only(loaded: tuple[Loaded[Collaboration], ...]) -> Loaded[Collaboration]:
    (one,) = loaded
    return one


def table_of(**columns: Any) -> pa.Table:
    """Make a table of one row, by pyarrow's own choice of types."""
    return pa.table({"samverkan": ["1.0"], "name": ["n"]} | {k: [v] for k, v in columns.items()})


def faults(table: pa.Table) -> list[tuple[str, str]]:
    """Give place and code of every fault of the only row."""
    return [(finding.pointer, finding.code) for finding in only(from_nested_arrow(table)).report]


# --- laws --------------------------------------------------------------------------------------


# Two whole collaborations are more than a law is given to draw from at times.
@settings(suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow])
@given(several=st.lists(collaborations(), max_size=2))
def test_collaborations_are_read_back_from_parquet(several: list[Collaboration]) -> None:
    table = through_parquet(nested_arrow(several))
    assert table.schema.equals(nested_schema())
    loaded = from_nested_arrow(table)
    assert [one.value for one in loaded] == several
    assert {finding.code for one in loaded for finding in one.report} <= FOUND_IN_ANY_FORM


@given(world=worlds())
def test_of_a_lawful_collaboration_nothing_is_said(world: tuple[Collaboration, dt.date]) -> None:
    collab, _ = world
    loaded = only(from_nested_arrow(nested_arrow([collab])))
    assert loaded.value == collab
    assert {finding.code for finding in loaded.report} <= FOUND_IN_ANY_FORM


@given(collab=collaborations())
def test_what_was_set_aside_goes_through_parquet_too(collab: Collaboration) -> None:
    document = to_plain(collab)
    document["plans"] = [{"id": 7}, *document.get("plans", ()), {"id": "x", "kind": [1.0]}]
    aside = read(json.dumps(document), faulty="set_aside").value
    assert aside is not None
    assert len(aside.set_aside) == 2
    assert only(from_nested_arrow(through_parquet(nested_arrow([aside])))).value == aside


@given(collab=collaborations(), data=st.data())
def test_a_column_that_is_missing_reads_as_absent(
    collab: Collaboration, data: st.DataObject
) -> None:
    optional = sorted(set(nested_schema().names) - {"samverkan", "name"})
    name = data.draw(st.sampled_from(optional))
    default = next(field.default for field in attrs.fields(Collaboration) if field.name == name)
    without: dict[str, Any] = {name: default}
    table = nested_arrow([collab]).drop_columns([name])
    assert only(from_nested_arrow(table)).value == attrs.evolve(collab, **without)


#: Values of types that Arrow finds for itself, as other programs may write them.
CELLS = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.floats()
    | st.dates()
    | st.datetimes()
    | st.decimals(allow_nan=False, allow_infinity=False, places=2, max_value=9)
    | st.binary(max_size=3)
    | st.sampled_from(("", "a", "{", "{}", '{"x-a":1}', '{"id":1}', "1.0", "/actors/0", "2015"))
    | st.sampled_from(('{"a":1,"a":2}', '{"a":"20121212-1212"}', "20121212-1212", "[]", "NaN")),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(("id", "name", "kept", "when", "pointer", "value", "kind", "strange")),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)
COLUMNS = ("samverkan", "name", "kept", "set_aside", "actors", "lifecycle", "political_assignment")
MORE = ("principals", "acceptances", "persons", "illustrative", "strange", "driver")


@given(row=st.dictionaries(st.sampled_from((*COLUMNS, *MORE)), CELLS), named=st.booleans())
def test_tables_of_any_form_are_read_or_reported(row: dict[str, Any], named: bool) -> None:
    if named:
        row |= {"samverkan": "1.0", "name": "Samverkan"}
    try:
        table = pa.Table.from_pylist([row])
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError):
        return  # a list of several types is none in Arrow
    if row:
        loaded = only(from_nested_arrow(table))
        assert loaded.value is not None or not loaded.report.ok()
        assert all(finding.message("sv") for finding in loaded.report)
        if loaded.value is not None:
            again = only(from_nested_arrow(nested_arrow([loaded.value])))
            assert again.value == loaded.value


# --- the schema --------------------------------------------------------------------------------


def test_every_member_of_the_model_has_a_column() -> None:
    found: set[frozenset[str]] = set()
    waiting: list[list[pa.Field[Any]]] = [list(nested_schema())]
    while waiting:
        for field in waiting.pop():
            held = field.type.value_type if pa.types.is_list(field.type) else field.type
            if pa.types.is_struct(held):
                within = [held.field(at) for at in range(held.num_fields)]
                found.add(frozenset(one.name for one in within))
                waiting.append(within)
    for cls in set(classes()) - {Collaboration}:
        names = frozenset(name for name, _ in members(cls))
        assert names in found, cls
    assert frozenset({"pointer", "value"}) in found
    assert set(nested_schema().names) == {name for name, _ in members(Collaboration)}
    assert set(nested_schema().names) >= BESIDE


def test_types_are_those_of_the_model() -> None:
    schema = nested_schema()
    period = schema.field("appointments").type.value_type.field("period").type
    assert period.field("first_day").type == pa.date32()
    assert schema.field("principals").type == pa.list_(pa.string())
    assert schema.field("appointments").type.value_type.field("share").type == pa.int64()
    assert schema.field("illustrative").type == pa.bool_()
    assert schema.field("actors").type.value_type.field("kind").type == pa.string()
    assert schema.field("kept").type == pa.string()


def test_no_collaborations_make_a_table_with_every_column() -> None:
    table = nested_arrow(())
    assert table.num_rows == 0
    assert table.schema.equals(nested_schema())
    assert from_nested_arrow(table) == ()


# --- examples ----------------------------------------------------------------------------------


def test_what_goes_without_saying_is_written_out() -> None:
    document = b"""{"samverkan":"1.0","name":"n","persons":[{"id":"p"}],
        "focus_areas":[{"id":"f","name":"F","time_box":{"starts":"2014-08"}}],"x-a":1.0}"""
    collab = sam.loads(document)
    (row,) = nested_arrow([collab]).to_pylist()
    assert row["illustrative"] is False
    assert row["persons"][0]["protection"] == "none"
    assert row["persons"][0]["competences"] == []
    starts = {"when": "2014-08", "about": False, "kept": None}
    assert row["focus_areas"][0]["time_box"]["starts"] == starts
    assert row["purpose"] is None
    assert row["kept"] == '{"x-a":1.0}'


def test_many_collaborations_keep_their_order() -> None:
    several = [Collaboration(name=f"Samverkan {number}") for number in range(2 * AT_ONCE + 1)]
    assert [one.value for one in from_nested_arrow(nested_arrow(iter(several)))] == several


def test_nothing_is_withheld_from_storage() -> None:
    document = b"""{"samverkan":"1.0","name":"n","persons":[
        {"id":"p","name":"Sekretess Svensson","protection":"confidentiality_marking"}]}"""
    (row,) = nested_arrow([sam.loads(document)]).to_pylist()
    assert row["persons"][0]["name"] == "Sekretess Svensson"


def test_what_polars_holds_is_read_back_equal() -> None:
    """It has types of its own for texts and lists; what stands in them is the same."""
    pl = pytest.importorskip("polars", reason="the extra polars is not installed")
    document = b"""{"samverkan":"1.0","name":"n","principals":["a"],"x-a":1.0,
        "focus_areas":[{"id":"f","name":"F","time_box":{},"closed_on":"2015-06-12"}],
        "appointments":[{"id":"a","person":"p","office":"o","share":50,"period":{}}]}"""
    collabs = [EMPTY, sam.loads(document)]
    held = pl.from_arrow(nested_arrow(collabs))
    assert [one.value for one in from_nested_arrow(held.to_arrow())] == collabs


def test_rows_of_an_older_file_stand_under_those_of_a_newer() -> None:
    table = nested_arrow([attrs.evolve(EMPTY, purpose="Barn", illustrative=True)])
    older = table.drop_columns(["purpose", "illustrative"])
    first, second = from_nested_arrow(pa.concat_tables([table, older], promote_options="default"))
    assert first.value == attrs.evolve(EMPTY, purpose="Barn", illustrative=True)
    assert second.value == EMPTY
    assert not second.report


def test_a_member_that_an_older_version_kept_is_read_as_what_it_is() -> None:
    table = table_of(kept='{"purpose":"Barn","x-a":1.50}')
    value = only(from_nested_arrow(table)).value
    assert value is not None
    assert value.purpose == "Barn"
    assert value.kept == JsonObject((("x-a", JsonNumber("1.50")),))
    assert faults(table_of(purpose="Barn", kept='{"purpose":"Unga"}')) == [("/kept", "TAB008")]


def test_a_member_of_a_newer_version_is_kept_with_what_stands_in_it() -> None:
    newer = {"day": dt.date(2027, 1, 1), "about": None, "steps": [{"kept": '{"x-b":1.0}'}]}
    loaded = only(from_nested_arrow(table_of(samverkan="1.1", name="n", newer=newer)))
    assert loaded.value is not None
    assert to_plain(loaded.value)["newer"] == {"day": "2027-01-01", "steps": [{"x-b": 1.0}]}
    assert {finding.code for finding in loaded.report} == {"MEM001", "VER003"}


def test_a_fault_stands_at_its_place() -> None:
    actors = [{"id": "a", "name": "A", "kind": "school"}, {"id": "b", "name": "B", "kind": "x"}]
    loaded = only(from_nested_arrow(table_of(actors=actors)))
    assert loaded.value is not None
    assert [one.id for one in loaded.value.actors] == ["a"]
    assert {finding.pointer for finding in loaded.report} == {"/actors/1", "/actors/1/kind"}


@pytest.mark.parametrize(
    ("aside", "expected"),
    [
        ([{"pointer": "/actors/0", "value": "{"}], [("/set_aside/0/value", "TAB008")]),
        ([{"pointer": "/actor/0", "value": "{}"}], [("/set_aside/0/pointer", "TYP007")]),
        ("hm", [("/set_aside/0/pointer", "TYP007"), ("/set_aside/0/value", "TAB008")]),
    ],
)
def test_what_was_set_aside_and_cannot_be_put_back(
    aside: object, expected: list[tuple[str, str]]
) -> None:
    assert [one for one in faults(table_of(set_aside=aside)) if "/set_aside" in one[0]] == expected


def test_a_collection_that_is_no_list_is_reported_also_where_something_was_set_aside() -> None:
    aside = [{"pointer": "/actors/0", "value": "{}"}]
    assert ("/actors", "TYP001") in faults(table_of(actors="hm", set_aside=aside))


def test_a_moment_is_no_day() -> None:
    appointment = {"id": "a", "office": "o", "period": {"first_day": dt.datetime(2015, 1, 1)}}  # noqa: DTZ001 - as other programs write a day
    found = faults(table_of(appointments=[appointment]))
    assert ("/appointments/0/period/first_day", "TYP001") in found


# --- misuse ------------------------------------------------------------------------------------


def test_what_is_no_nested_table() -> None:
    with pytest.raises(InvalidValue, match=r"pyarrow\.Table, not a dict"):
        from_nested_arrow({})  # type: ignore[arg-type]  # no table
    with pytest.raises(InvalidValue, match="not a str"):
        nested_arrow(["Samverkan"])  # type: ignore[list-item]  # no collaboration
    late = pa.array([10_000_000], pa.int32()).cast(pa.date32())
    with pytest.raises(InvalidValue, match="year 9999"):
        from_nested_arrow(pa.table({"closed": late}))


def test_a_personal_number_is_not_written() -> None:
    with pytest.raises(PersonalNumberFound):
        nested_arrow([Collaboration(name="Samverkan kring 20121212-1212")])


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    table = nested_arrow([EMPTY])
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    for ask in (nested_schema, lambda: nested_arrow([EMPTY]), lambda: from_nested_arrow(table)):
        with pytest.raises(MissingExtra, match=r"samverkan_core\[arrow\]"):
            ask()
