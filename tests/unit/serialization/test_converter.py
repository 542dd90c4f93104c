"""The strict converter by itself, as an integrator may use it: nothing is reinterpreted."""

import datetime as dt
import math
from typing import Any

import attrs
import pytest
from cattrs import Converter
from cattrs.errors import ClassValidationError
from hypothesis import assume, given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Finding
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.anatomy import Thing, classes
from samverkan_core.model.collaboration import Collaboration, LifecycleEntry, SetAside, Stage
from samverkan_core.model.mandate import Scope
from samverkan_core.serialization.converter import CONVERTER, findings_of, make_converter
from samverkan_core.testing.anything import things
from samverkan_core.values.ages import Age, AgeBand
from samverkan_core.values.ids import ActorId
from samverkan_core.values.kept import NOTHING, JsonNumber, JsonObject, frozen_json
from samverkan_core.values.text import is_blank
from samverkan_core.values.time import PartialDate, day_from_text


def faults(value: Any, cls: Any) -> list[Finding]:
    """Give the faults of a value that cannot be read as a class."""
    with pytest.raises(Exception) as caught:  # noqa: PT011 - whichever error cattrs gathers
        CONVERTER.structure(value, cls)
    return list(findings_of(caught.value))


def codes(value: Any, cls: Any) -> list[str]:
    """Give the codes of those faults."""
    return [finding.code for finding in faults(value, cls)]


TEXT: list[Any] = ["7", "false", "2015-01-01", ""]
NUMBERS: list[Any] = [7, 1.0, JsonNumber("7"), JsonNumber("1.0")]
OTHERS: list[Any] = [True, None, [], {}, ["a"], (), b"7"]


@pytest.mark.parametrize("value", [*NUMBERS, *OTHERS], ids=repr)
def test_only_a_text_is_a_text(value: object) -> None:
    assert codes(value, str) == ["TYP001"]


@pytest.mark.parametrize(
    "value", [*TEXT, *OTHERS, 1.0, JsonNumber("1.0"), JsonNumber("1e2")], ids=repr
)
def test_only_a_whole_number_is_one(value: object) -> None:
    assert codes(value, int) == ["TYP001"]


@pytest.mark.parametrize("value", [7, JsonNumber("7")])
def test_a_whole_number_is_read(value: object) -> None:
    assert CONVERTER.structure(value, int) == 7


@pytest.mark.parametrize("value", [*TEXT, *NUMBERS, 0, 1, None, [], {}], ids=repr)
def test_only_true_and_false_are_truths(value: object) -> None:
    assert codes(value, bool) == ["TYP001"]


@pytest.mark.parametrize("value", [*NUMBERS, *OTHERS, dt.date(2015, 1, 1)], ids=repr)
def test_only_a_text_is_a_day_or_a_code(value: object) -> None:
    assert codes(value, dt.date) == ["TYP001"]
    assert codes(value, Stage) == ["TYP001"]


@pytest.mark.parametrize(
    "text",
    [
        "2015-1-1",
        "20150101",
        "2015-W01-1",
        "2015-01-01T00:00",
        " 2015-01-01",
        "\u0662\u0660\u0661\u0665-\u0660\u0661-\u0660\u0661",
    ],
)
def test_a_day_is_written_in_one_way(text: str) -> None:
    assert codes(text, dt.date) == ["TYP005"]


@pytest.mark.parametrize("value", [*TEXT, *NUMBERS, True, None, {}, ("a",), {"a"}], ids=repr)
def test_only_a_list_is_a_list(value: object) -> None:
    assert codes(value, tuple[str, ...]) == ["TYP001"]


@pytest.mark.parametrize("value", [*TEXT, *NUMBERS, True, None, [], ()], ids=repr)
def test_only_an_object_is_a_thing_or_a_tree(value: object) -> None:
    assert codes(value, AgeBand) == ["TYP001"]
    assert codes(value, JsonObject) == ["TYP001"]


@pytest.mark.parametrize("code", ["Project", "project ", "PROJECT", "Stage.PROJECT", "projekt"])
def test_a_code_is_written_in_one_way(code: str) -> None:
    assert codes(code, Stage) == ["TYP003"]


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Skola", "school"),
        ("förskola", "preschool"),
        ("Child health centre", "child_health_centre"),
        (" SCHOOL ", "school"),
    ],
)
def test_what_people_call_a_thing_is_met_with_its_code(word: str, code: str) -> None:
    (finding,) = faults(word, ActorKind)
    assert dict(finding.data)["accepted"] == (code,)


def test_a_code_that_is_like_none_is_shown_them_all() -> None:
    (finding,) = faults("xxxx", Stage)
    assert dict(finding.data)["accepted"] == ("project", "permanent", "ended")


def test_blank_and_half_texts_are_refused() -> None:
    assert codes(" \n", ActorId) == ["TYP004"]
    assert codes("a\ud800", ActorId) == ["JSN007"]
    assert CONVERTER.structure("\u00a0", ActorId) == "\u00a0"


def test_bounds_are_those_of_the_annotation() -> None:
    assert CONVERTER.structure(130, Age) == 130
    (finding,) = faults(131, Age)
    assert dict(finding.data) == {"accepted": "0–130", "found": "131"}
    (finding,) = faults({"bodies": []}, Scope)
    assert (finding.pointer, dict(finding.data)) == ("/bodies", {"accepted": "≥ 1", "found": "[]"})
    (finding,) = faults({"samverkan": "1", "name": "n"}, Collaboration)
    assert dict(finding.data) == {"accepted": "1.0", "found": "”1”"}


def test_every_fault_is_gathered_with_its_place() -> None:
    value = {"id": 1, "kind": "x", "names": [{"name": "", "period": []}, 7], "illustrative": None}
    assert [(finding.pointer, finding.code) for finding in sorted(faults(value, Actor))] == [
        ("", "TYP002"),
        ("/id", "TYP001"),
        ("/kind", "TYP003"),
        ("/names/0/name", "TYP004"),
        ("/names/0/period", "TYP001"),
        ("/names/1", "TYP001"),
    ]


def test_faults_are_placed_below_a_place() -> None:
    with pytest.raises(ClassValidationError) as caught:
        CONVERTER.structure({}, AgeBand)
    places = {finding.pointer for finding in findings_of(caught.value, ("bodies", 3, "ages"))}
    assert places == {"/bodies/3/ages"}


def test_an_error_that_is_no_fault_is_thrown_again() -> None:
    with pytest.raises(RuntimeError, match="another matter"):
        list(findings_of(RuntimeError("another matter")))


@pytest.mark.parametrize("absent", [{}, {"first_day": None}], ids=["absent", "null"])
def test_absent_and_null_read_the_same(absent: dict[str, Any]) -> None:
    value = {"id": "a", "name": "A", "kind": "school", "sources": None, "illustrative": None}
    read = CONVERTER.structure({**value, "period": absent, "participation": None}, Actor)
    assert read.period is not None
    assert (read.period.first_day, read.sources, read.illustrative) == (None, (), False)
    assert read.participation.code == "core"


@pytest.mark.parametrize("when", ["1994", "2008-11", "2008-11-30"])
def test_a_partial_day_is_a_text_or_says_more(when: str) -> None:
    day = PartialDate(when=when)
    assert CONVERTER.structure(when, PartialDate) == day
    assert CONVERTER.structure({"when": when}, PartialDate) == day
    assert CONVERTER.unstructure(day) == when
    about = PartialDate(when=when, about=True)
    assert CONVERTER.unstructure(about) == {"when": when, "about": True}
    kept = PartialDate(when=when, kept=JsonObject((("x-a", None),)))
    assert CONVERTER.unstructure(kept) == {"when": when, "x-a": None}


@pytest.mark.parametrize(
    "when", ["94", "2008-13", "2008-02-30", "0000", "2008-11-30T00", "now", "1994 "]
)
def test_a_partial_day_is_a_day_a_month_or_a_year(when: str) -> None:
    assert codes(when, PartialDate) == ["TYP006"]
    (finding,) = faults({"stage": "project", "day": {"when": when}}, LifecycleEntry)
    assert (finding.code, finding.pointer) == ("TYP006", "/day/when")


@pytest.mark.parametrize("value", [1994, None, [], True, JsonNumber("1994")], ids=repr)
def test_a_partial_day_is_no_number(value: object) -> None:
    assert codes(value, PartialDate) == ["TYP001"]
    assert codes({"stage": "project", "day": {"when": value}}, LifecycleEntry) == [
        "TYP002" if value is None else "TYP001"
    ]


@pytest.mark.parametrize("cls", classes(), ids=lambda cls: cls.__name__)
@given(data=st.data())
def test_every_class_is_written_in_plain_values_and_declared_order(
    cls: type[Thing], data: st.DataObject
) -> None:
    thing: Any = data.draw(things(cls))
    written = CONVERTER.unstructure(thing)
    if isinstance(written, str):
        assert cls is PartialDate
        return
    own = [field.name for field in attrs.fields(cls) if field.name in written]
    assert list(written) == [*own, *(name for name, _ in thing.kept.members)]
    assert all(written[name] is not None and written[name] != [] for name in own)


def test_what_goes_without_saying_is_not_written() -> None:
    assert CONVERTER.unstructure(Collaboration(name="n")) == {"samverkan": "1.0", "name": "n"}
    actor = Actor(id=ActorId("a"), name="A", kind=ActorKind.SCHOOL)
    assert list(CONVERTER.unstructure(actor)) == ["id", "name", "kind"]


def test_what_was_set_aside_is_written_to_where_it_stood() -> None:
    def aside(pointer: str, name: str) -> SetAside:
        return SetAside(pointer=pointer, value=JsonObject((("name", name),)))

    collab = Collaboration(
        name="n",
        actors=(Actor(id=ActorId("a"), name="A", kind=ActorKind.SCHOOL),),
        set_aside=(
            aside("/actors/10", "last"),
            aside("/actors/0", "first"),
            aside("/roles/0", "r"),
        ),
        kept=JsonObject((("zebra", None), ("apa", None))),
    )
    written = CONVERTER.unstructure(collab)
    assert list(written) == ["samverkan", "name", "actors", "roles", "zebra", "apa"]
    assert [actor["name"] for actor in written["actors"]] == ["first", "A", "last"]


@attrs.frozen(kw_only=True)
class Attendance:
    """An integrator's own thing, with a type that the library does not know."""

    #: How many came.
    share: complex
    #: Members that this version does not know.
    kept: JsonObject = NOTHING


def test_an_integrator_may_teach_a_converter_own_types() -> None:
    converter = make_converter()
    converter.register_structure_hook(complex, lambda value, _: complex(value))
    converter.register_unstructure_hook(complex, str)
    assert isinstance(converter, Converter)
    read = converter.structure({"share": "1+2j", "x-a": 1}, Attendance)
    assert read == Attendance(share=1 + 2j, kept=JsonObject((("x-a", JsonNumber("1")),)))
    assert converter.unstructure(read) == {"share": "(1+2j)", "x-a": JsonNumber("1")}
    assert CONVERTER is not converter


# --- whatever is drawn -----------------------------------------------------------------------

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=9)
    | st.dates().map(str)
    | st.integers(-99, 999).map(lambda number: JsonNumber(str(number)))
    | st.sampled_from(("project", "true", "7", "1994", "2008-11", " "))
)
ANYTHING = SCALARS | st.lists(SCALARS, max_size=2) | st.dictionaries(st.text(), SCALARS, max_size=2)


def taken(value: Any, cls: Any) -> Any:
    """Give what is read of a value, or None with the certainty that its faults are told."""
    try:
        return CONVERTER.structure(value, cls)
    except Exception as error:
        if not list(findings_of(error)):
            raise
    return None


@given(value=ANYTHING)
def test_a_text_is_read_only_from_itself(value: Any) -> None:
    visible = type(value) is str and not is_blank(value)
    assert taken(value, str) == (value if visible else None)


@given(value=ANYTHING)
def test_a_whole_number_is_read_only_from_itself(value: Any) -> None:
    own = int(value.text) if type(value) is JsonNumber else value if type(value) is int else None
    assert taken(value, int) == own


@given(value=ANYTHING)
def test_a_truth_is_read_only_from_itself(value: Any) -> None:
    assert taken(value, bool) is (value if type(value) is bool else None)


@given(value=ANYTHING)
def test_a_day_is_read_only_from_how_it_is_written(value: Any) -> None:
    day = taken(value, dt.date)
    assert (day is None) == (type(value) is not str or day_from_text(value) is None)
    assert day is None or day.isoformat() == value


@given(value=ANYTHING)
def test_a_partial_day_is_written_back_as_it_was_read(value: Any) -> None:
    day = taken(value, PartialDate)
    assert day is None or CONVERTER.unstructure(day) == value


@given(value=ANYTHING)
def test_a_code_is_read_only_from_its_word(value: Any) -> None:
    stage = taken(value, Stage)
    assert stage is None or stage.code == value


@given(value=ANYTHING)
def test_a_list_is_read_item_by_item(value: Any) -> None:
    items = taken(value, tuple[int, ...])
    whole = type(value) is list and all(taken(item, int) is not None for item in value)
    assert items == (tuple(taken(item, int) for item in value) if whole else None)


@given(value=ANYTHING)
def test_an_object_is_kept_whole(value: Any) -> None:
    assume(not isinstance(value, dict) or all(map(_can_be_kept, value.values())))
    tree = taken(value, JsonObject)
    assert (tree is None) == (not isinstance(value, dict))
    assert tree is None or CONVERTER.unstructure(tree) == CONVERTER.unstructure(frozen_json(value))


def _can_be_kept(value: object) -> bool:
    return not isinstance(value, float) or math.isfinite(value)
