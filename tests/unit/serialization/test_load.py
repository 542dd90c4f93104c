"""Reading: what is kept, refused or dropped, what is set aside, and what a caller meets."""

import contextlib
import copy
import datetime as dt
import decimal
import json
import pickle
from typing import Any, cast, get_args

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from samverkan_core.checking import check
from samverkan_core.errors import InvalidValue, SamverkanError
from samverkan_core.findings.finding import Severity
from samverkan_core.findings.pointer import tokens
from samverkan_core.in_one import check_json
from samverkan_core.indexing import index
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.anatomy import COLLECTIONS
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.mandate import Mandate
from samverkan_core.serialization.load import Faulty, LoadError, from_plain, loads, read
from samverkan_core.serialization.reports import loads_report
from samverkan_core.serialization.unknown import Unknown
from samverkan_core.serialization.write import dumps, to_plain
from samverkan_core.values.ids import ActorId
from samverkan_core.values.kept import JsonNumber, JsonObject
from samverkan_core.values.time import PartialDate

SCHOOL: dict[str, Any] = {"id": "skolan", "name": "Skolan", "kind": "school"}


def doc(**members: Any) -> dict[str, Any]:
    """Give a document in plain values."""
    return {"samverkan": "1.0", "name": "Samverkan", **members}


def codes(data: Any, **options: Any) -> list[tuple[str, str]]:
    """Give place and code of each finding of a reading."""
    return [(found.pointer, found.code) for found in read(json.dumps(data), **options).report]


# --- what a caller meets ---------------------------------------------------------------------


@pytest.mark.parametrize("form", [str, str.encode], ids=["str", "bytes"])
def test_bytes_and_text_are_read_alike(form: Any) -> None:
    collab = loads(form(json.dumps(doc(actors=[SCHOOL]), ensure_ascii=False)))
    assert collab == Collaboration(
        name="Samverkan",
        actors=(Actor(id=ActorId("skolan"), name="Skolan", kind=ActorKind.SCHOOL),),
    )


def test_loads_carries_every_fault_of_what_cannot_be_read() -> None:
    with pytest.raises(LoadError) as caught:
        loads(json.dumps(doc(actors=[{}, 7], nam=1)))
    assert [finding.code for finding in caught.value.report] == [
        *("TYP002", "TYP002", "TYP002"),
        "TYP001",
        "MEM001",
    ]
    assert str(caught.value) == (
        "4 fault(s); the first is TYP002 at '/actors/0': The member id is missing."
    )
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, SamverkanError)


def test_a_fault_at_the_top_is_said_to_stand_there() -> None:
    with pytest.raises(LoadError, match="JSN003 at 'the top'"):
        loads("")


def test_an_error_shows_no_free_text_and_no_error_behind_it() -> None:
    with pytest.raises(LoadError) as caught:
        loads(json.dumps(doc(purpose="Kims hemlighet", method=["Kims hemlighet"])))
    assert "hemlighet" not in f"{caught.value}{caught.value!r}{caught.value.report!r}"
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def test_a_load_error_travels_between_processes() -> None:
    with pytest.raises(LoadError) as caught:
        loads(json.dumps(doc(actors=[{}], nam=1)))
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own bytes
    assert type(again) is LoadError
    assert again.report == caught.value.report
    assert str(again) == str(caught.value)
    assert copy.copy(caught.value).report == caught.value.report


@pytest.mark.parametrize("call", [read, loads])
@pytest.mark.parametrize("option", ["unknown", "faulty"])
def test_an_option_that_does_not_exist_is_misuse(call: Any, option: str) -> None:
    with pytest.raises(InvalidValue, match="'everything' is no choice here; choose one of"):
        call("{}", **{option: "everything"})
    with pytest.raises(InvalidValue):
        from_plain({}, **cast("Any", {option: None}))


@pytest.mark.parametrize(
    "data", [None, bytearray(b"{}"), memoryview(b"{}"), {}, 7], ids=lambda data: type(data).__name__
)
@pytest.mark.parametrize("call", [read, loads, loads_report, check_json])
def test_what_is_neither_bytes_nor_text_is_misuse(call: Any, data: object) -> None:
    with pytest.raises(InvalidValue, match=f"give bytes or str, for a {type(data).__name__}"):
        call(data)


def test_a_clean_document_has_an_empty_report() -> None:
    loaded = read(json.dumps(doc(actors=[SCHOOL])))
    assert loaded.value is not None
    assert len(loaded.report) == 0
    assert loaded.report.stamp.profile is None


@pytest.mark.parametrize("tree", [[], [doc()], "text", 7, None, True], ids=repr)
def test_a_document_is_an_object(tree: Any) -> None:
    assert ("", "TYP001") in codes(tree)
    assert read(json.dumps(tree)).value is None


@pytest.mark.parametrize("name", [name for name, _ in COLLECTIONS.items()])
def test_a_collection_is_a_list_of_objects(name: str) -> None:
    assert codes(doc(**{name: {}})) == [(f"/{name}", "TYP001")]
    assert codes(doc(**{name: "abc"})) == [(f"/{name}", "TYP001")]
    assert codes(doc(**{name: [[], None]})) == [(f"/{name}/0", "TYP001"), (f"/{name}/1", "TYP001")]
    assert codes(doc(**{name: None})) == []


def test_a_thing_alone_needs_no_version() -> None:
    mandate = {"id": "m", "kind": "delegation", "powers": ["decide"], "period": {}}
    assert loads(json.dumps(mandate), type=Mandate).id == "m"
    assert codes({**mandate, "powers": []}, type=Mandate) == [("/powers", "TYP007")]
    assert codes({**mandate, "samverkan": "7.0"}, type=Mandate) == [("/samverkan", "MEM001")]
    assert loads('"2008-11"', type=PartialDate) == PartialDate(when="2008-11")


# --- members that nobody knows ---------------------------------------------------------------

STRAY = doc(
    nam="x",
    **{"x-own": {"a": 1}},
    actors=[{**SCHOOL, "names": [{"name": "n", "period": {"frist_day": 1}}], "x-b": [1.50]}],
    lifecycle=[{"stage": "project", "day": {"when": "2008", "precise": False}}],
    acceptances=[
        {
            "code": "FOC001",
            "reason": "r",
            "owner": "o",
            "last_day": "2015-01-01",
            "data": {"anything": 1},
        }
    ],
)
STRAY_PLACES = ["/actors/0/names/0/period/frist_day", "/lifecycle/0/day/precise", "/nam"]


@pytest.mark.parametrize(
    ("unknown", "code"), [("keep", "MEM001"), ("reject", "MEM002"), ("drop", "MEM003")]
)
def test_unknown_members_are_told_at_every_depth(unknown: Unknown, code: str) -> None:
    assert codes(STRAY, unknown=unknown) == [(place, code) for place in STRAY_PLACES]


def test_unknown_members_are_kept_and_written_back() -> None:
    collab = loads(json.dumps(STRAY))
    assert json.loads(dumps(collab)) == STRAY
    period = collab.actors[0].names[0].period
    assert period.kept == JsonObject((("frist_day", JsonNumber("1")),))


def test_unknown_members_are_rejected() -> None:
    assert read(json.dumps(STRAY), unknown="reject").value is None
    assert read(json.dumps(doc(**{"x-a": 1})), unknown="reject").value is not None


def test_unknown_members_are_dropped_and_extensions_stay() -> None:
    collab = loads(json.dumps(STRAY), unknown="drop")
    written = json.loads(dumps(collab))
    assert "nam" not in written
    assert written["x-own"] == {"a": 1}
    assert written["actors"][0]["x-b"] == [1.5]
    assert written["actors"][0]["names"][0]["period"] == {}
    assert written["lifecycle"][0]["day"] == "2008"
    assert written["acceptances"] == STRAY["acceptances"]


@pytest.mark.parametrize("unknown", get_args(Unknown))
def test_members_are_looked_for_where_a_value_has_the_wrong_type_too(unknown: Unknown) -> None:
    tree = doc(actors={"a": 1}, lifecycle=[["b"], "c"], political_assignment=[{"d": 1}])
    found = {code for _, code in codes(tree, unknown=unknown)}
    assert "TYP001" in found
    assert len(found) == 2


def test_a_hint_is_given_for_what_is_near_and_all_members_for_what_is_not() -> None:
    report = read('{"samverkan":"1.0","name":"n","actor":1,"zzz":1}').report
    near, far = (dict(finding.data)["known"] for finding in report)
    assert near == ("actors",)
    assert isinstance(far, tuple)
    assert far[:2] == ("samverkan", "name")
    assert "kept" not in far


def test_a_member_may_be_called_what_a_field_of_ours_is_called() -> None:
    text = '{"samverkan":"1.0","name":"n","set_aside":[1],"kept":{"a":null}}'
    loaded = read(text)
    assert [finding.code for finding in loaded.report] == ["MEM001", "MEM001"]
    assert loaded.value is not None
    assert dumps(loaded.value).decode() == text


def test_a_very_long_name_is_compared_with_none() -> None:
    (finding,) = read(json.dumps(doc(**{"name" + 100 * "x": 1}))).report
    assert dict(finding.data)["known"] == (
        "samverkan",
        "name",
        "purpose",
        "method",
        "stance",
        "profile",
    )


# --- set aside -------------------------------------------------------------------------------

FAULTY = doc(
    actors=[
        {"id": "bup", "kind": "nonsense", "z": {"b": 1, "a": [1.50, None]}},
        SCHOOL,
        {"id": 7},
        {**SCHOOL, "id": "bvc", "kind": "child_health_centre", "nickname": "x"},
        {"name": {"deep": [{"deeper": True}]}},
    ],
    roles=[{"id": "r", "name": "R", "kind": "employee", "names": [{"name": "n", "period": 0}]}],
    appointments=[{"id": "ap", "person": "p", "office": "r", "on_behalf_of": "bup", "period": {}}],
)
TEXT = json.dumps(FAULTY, separators=(",", ":"))


def test_what_cannot_be_read_is_set_aside() -> None:
    loaded = read(TEXT, faulty="set_aside")
    collab = loaded.value
    assert collab is not None
    assert [actor.id for actor in collab.actors] == ["skolan", "bvc"]
    assert collab.roles == ()
    assert [aside.pointer for aside in collab.set_aside] == [
        *("/actors/0", "/actors/2", "/actors/4"),
        "/roles/0",
    ]
    asides = loaded.report.by_code("ASI001")
    assert [finding.pointer for finding in asides] == [aside.pointer for aside in collab.set_aside]
    assert {finding.severity for finding in asides} == {Severity.WARNING}
    assert not loaded.report.ok()


def test_without_being_asked_nothing_is_set_aside() -> None:
    loaded = read(TEXT)
    assert loaded.value is None
    assert len(loaded.report.by_code("ASI001")) == 0
    told = {(finding.pointer, finding.code) for finding in loaded.report}
    asked = {(finding.pointer, finding.code) for finding in read(TEXT, faulty="set_aside").report}
    assert told == {(pointer, code) for pointer, code in asked if code != "ASI001"}


def test_what_was_set_aside_is_written_back_to_equal_bytes() -> None:
    collab = loads(TEXT, faulty="set_aside")
    assert dumps(collab).decode() == TEXT
    again = loads(dumps(collab), faulty="set_aside")
    assert again == collab
    assert json.dumps(to_plain(collab), separators=(",", ":")) == TEXT.replace("1.50", "1.5")
    assert from_plain(to_plain(collab), faulty="set_aside") == collab


def test_later_findings_point_to_where_things_are_written() -> None:
    collab = loads(TEXT, faulty="set_aside")
    view = index(collab).whole
    school, clinic = collab.actors
    assert view.place(school, "name") == "/actors/1/name"
    assert view.place(clinic) == "/actors/3"
    for finding in check(collab, at=dt.date(2015, 1, 1)):
        if finding.subject == "bvc":
            assert finding.pointer.startswith("/actors/3")


def test_a_reference_to_what_was_set_aside_is_told_and_is_not_dangling() -> None:
    report = check(loads(TEXT, faulty="set_aside"), at=dt.date(2015, 1, 1))
    told = {finding.pointer for finding in report.by_code("REF004")}
    assert told == {"/appointments/0/office", "/appointments/0/on_behalf_of"}
    assert [finding.pointer for finding in report.by_code("REF001")] == ["/appointments/0/person"]


@pytest.mark.parametrize(
    "tree",
    [
        doc(actors=[SCHOOL, 7]),
        doc(actors=[None, {}]),
        doc(actors="abc"),
        doc(purpose=""),
        doc(actors=[{}], illustrative="no"),
        doc(lifecycle=[{}]),
        doc(acceptances=[{}]),
        doc(political_assignment={"day": "x"}),
        {"samverkan": "1.0"},
        [],
    ],
    ids=repr,
)
def test_a_fault_that_stands_in_no_thing_refuses_the_document(tree: Any) -> None:
    loaded = read(json.dumps(tree), faulty="set_aside")
    assert loaded.value is None
    assert len(loaded.report.by_code("ASI001")) == 0
    assert not loaded.report.ok()


def test_faults_of_the_text_refuse_a_document_that_sets_aside() -> None:
    for value in ('{"a":1,"a":2}', r'"\ud800"', '"20000229-2399"', "NaN"):
        text = f'{{"samverkan":"1.0","name":"n","actors":[{{"x-a":{value}}}]}}'
        assert read(text, faulty="set_aside").value is None


def test_a_thing_alone_is_never_set_aside() -> None:
    assert read("{}", type=Actor, faulty="set_aside").value is None


def test_nothing_is_set_aside_where_nothing_is_faulty() -> None:
    loaded = read(json.dumps(doc(actors=[SCHOOL])), faulty="set_aside")
    assert loaded.value is not None
    assert loaded.value.set_aside == ()
    assert len(loaded.report) == 0


def test_unknown_members_of_a_faulty_thing_are_told_too() -> None:
    tree = doc(actors=[{"id": "a", "nam": 1}])
    assert codes(tree, faulty="set_aside") == [
        ("/actors/0", "ASI001"),
        ("/actors/0", "TYP002"),
        ("/actors/0", "TYP002"),
        ("/actors/0/nam", "MEM001"),
    ]


def test_thousands_of_faulty_things_are_set_aside_in_time() -> None:
    tree = doc(actors=[{"id": str(number)} for number in range(3000)])
    collab = loads(json.dumps(tree), faulty="set_aside")
    assert len(collab.set_aside) == 3000
    assert index(collab).set_aside == {str(number) for number in range(3000)}


# --- plain values ----------------------------------------------------------------------------


def test_plain_values_are_read_as_strictly_and_stay_as_they_are() -> None:
    tree = copy.deepcopy(STRAY)
    for unknown in get_args(Unknown):
        for faulty in get_args(Faulty):
            if unknown != "reject":
                from_plain(tree, unknown=unknown, faulty=faulty)
    assert tree == STRAY
    faulty_tree = copy.deepcopy(FAULTY)
    from_plain(faulty_tree, faulty="set_aside", unknown="drop")
    assert faulty_tree == FAULTY


def test_what_was_read_from_plain_values_does_not_change_with_them() -> None:
    tree = doc(**{"x-a": {"b": [1]}}, principals=["a"])
    collab = from_plain(tree)
    tree["x-a"]["b"].append(2)
    tree["principals"].append("b")
    assert json.loads(dumps(collab)) == doc(principals=["a"], **{"x-a": {"b": [1]}})


class Text(str):
    """A text of a type of its own."""

    __slots__ = ()


FOREIGN: dict[str, object] = {
    "tuple": (1, 2),
    "set": {1},
    "decimal": decimal.Decimal("1.0"),
    "day": dt.date(2015, 1, 1),
    "moment": dt.datetime(2015, 1, 1, tzinfo=dt.UTC),
    "bytes": b"bytes",
    "object": object(),
    "class": object,
    "text of a type of its own": Text("abc"),
    "kept object": JsonObject(),
    "member of an enumeration": ActorKind.SCHOOL,
    "name that is a number": {1: "a"},
    "name that is None": {None: 1},
    "name of a type of its own": {Text("a"): 1},
    "not a number": float("nan"),
    "long number": 10**5000,
    "half a character": "\ud800",
    "half a character in a name": {"\ud800": 1},
}


@pytest.mark.parametrize("foreign", FOREIGN)
@pytest.mark.parametrize("member", ["x-a", "purpose", "actors"])
def test_plain_values_that_json_does_not_have_are_faults(member: str, foreign: str) -> None:
    value = FOREIGN[foreign]
    for tree in (doc(**{member: value}), doc(**{member: [value]})):
        for faulty in get_args(Faulty):
            with pytest.raises(LoadError):
                from_plain(tree, faulty=faulty)


@pytest.mark.parametrize(
    "tree", [None, 7, "x", [], (), object(), {1: 2}, {"samverkan": ()}], ids=repr
)
def test_from_plain_raises_nothing_but_its_own_error(tree: Any) -> None:
    for cls in (Collaboration, Actor, PartialDate):
        with pytest.raises(LoadError):
            from_plain(tree, type=cls)


def test_a_tree_that_contains_itself_is_a_fault() -> None:
    tree = doc()
    tree["x-a"] = tree
    with pytest.raises(LoadError, match="LIM002"):
        from_plain(tree)


def test_numbers_of_plain_values_keep_how_they_were_written() -> None:
    text = '{"samverkan":"1.0","name":"n","x-a":[1.50,1E5,-0,0.0,7,12345678901234567890]}'
    plain = to_plain(loads(text))
    assert plain["x-a"] == [1.5, 1e5, 0, 0, 7, 12345678901234567890]
    assert [type(number) for number in plain["x-a"]][4:] == [int, int]
    assert dumps(from_plain(plain)).decode() == text
    assert dumps(from_plain(copy.deepcopy(plain))).decode() == text
    assert dumps(from_plain(pickle.loads(pickle.dumps(plain)))).decode() == text  # noqa: S301
    assert dumps(from_plain(doc(**{"x-a": [0.1, 1e22, True]}))).endswith(b"[0.1,1e+22,true]}")


def test_subclasses_of_list_and_dict_are_read() -> None:
    class Items(list[Any]):
        pass

    class Members(dict[str, Any]):
        pass

    tree = Members(doc(actors=Items([Members(SCHOOL)]), **{"x-a": Items([Members(b=1)])}))
    assert from_plain(tree) == from_plain(doc(actors=[SCHOOL], **{"x-a": [{"b": 1}]}))


# --- whatever is drawn -----------------------------------------------------------------------

GOOD = st.builds(lambda number: {**SCHOOL, "id": f"a{number}"}, st.integers(0, 9))
BAD = st.sampled_from(({}, {"id": 7}, {"id": "x", "name": " "}, {**SCHOOL, "kind": 1, "z": [1]}))


@given(actors=st.lists(GOOD | BAD, max_size=7))
def test_what_is_faulty_is_set_aside_where_it_stood_and_the_rest_is_read(
    actors: list[dict[str, Any]],
) -> None:
    text = json.dumps(doc(actors=actors), separators=(",", ":"))
    collab = loads(text, faulty="set_aside")
    faulty = [
        at for at, actor in enumerate(actors) if read(json.dumps(actor), type=Actor).value is None
    ]
    assert [aside.pointer for aside in collab.set_aside] == [f"/actors/{at}" for at in faulty]
    assert len(collab.actors) == len(actors) - len(faulty)
    assert loads(dumps(collab), faulty="set_aside") == collab
    if actors:
        assert dumps(collab).decode() == text
    book = index(collab)
    places = {tokens(book.place("actors", at))[1] for at in range(len(collab.actors))}
    assert places == {str(at) for at in range(len(actors))} - {str(at) for at in faulty}


@given(actors=st.lists(GOOD | BAD, max_size=7), data=st.data())
def test_what_was_set_aside_stays_when_the_rest_is_edited(
    actors: list[dict[str, Any]], data: st.DataObject
) -> None:
    collab = loads(json.dumps(doc(actors=actors)), faulty="set_aside")
    left = data.draw(st.lists(st.sampled_from(collab.actors), max_size=3)) if collab.actors else []
    edited = attrs.evolve(collab, actors=tuple(left))
    again = loads(dumps(edited), faulty="set_aside")
    assert again.actors == tuple(left)
    assert [aside.value for aside in again.set_aside] == [aside.value for aside in collab.set_aside]


@given(names=st.sets(st.sampled_from(("a", "b", "x-a", "x-b", "Name", "kept")), max_size=4))
def test_dropping_is_keeping_without_what_was_told(names: set[str]) -> None:
    tree = doc(actors=[{**SCHOOL, **dict.fromkeys(names, 1)}], **dict.fromkeys(names, 2))
    kept, dropped = read(json.dumps(tree)), read(json.dumps(tree), unknown="drop")
    assert kept.value is not None
    assert dropped.value is not None
    assert [finding.pointer for finding in kept.report] == [
        finding.pointer for finding in dropped.report
    ]
    stray = {name for name in names if not name.startswith("x-")}
    written = to_plain(kept.value)
    for held in (written, written["actors"][0]):
        for name in stray:
            del held[name]
    assert to_plain(dropped.value) == written
    rejected = read(json.dumps(tree), unknown="reject")
    assert (rejected.value is None) == bool(stray)


@given(value=st.recursive(st.none() | st.text() | st.integers(), st.lists))
def test_plain_values_are_never_changed(value: Any) -> None:
    tree = doc(actors=[value, SCHOOL], **{"x-a": value, "stray": value})
    before = copy.deepcopy(tree)
    for unknown in get_args(Unknown):
        for faulty in get_args(Faulty):
            with contextlib.suppress(LoadError):
                from_plain(tree, unknown=unknown, faulty=faulty)
    assert tree == before


@given(option=st.text(max_size=9))
def test_only_the_named_options_exist(option: str) -> None:
    assume(option not in {*get_args(Unknown), *get_args(Faulty)})
    for name in ("unknown", "faulty"):
        wrong: dict[str, Any] = {name: option}
        with pytest.raises(InvalidValue):
            read("{}", **wrong)


def test_the_name_of_a_class_is_no_class() -> None:
    with pytest.raises(
        InvalidValue, match="a class of the model, such as FocusArea, not 'Mandate'"
    ):
        loads("{}", type="Mandate")  # type: ignore[call-overload]
