"""Reading and checking in one: a pure function for pools of workers."""

import concurrent.futures
import copy
import datetime as dt
import functools
import importlib
import json
import multiprocessing
import pickle
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.checking import accept, check
from samverkan_core.errors import CodeTaken, InvalidValue, NotADay, UnknownCode
from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.in_one import check_json, check_loaded
from samverkan_core.indexing import View
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.profiles.profile import Profile, Weight
from samverkan_core.rules.rule import Asked, Breach, Outcome, Rule, rule
from samverkan_core.serialization.limits import Limits
from samverkan_core.serialization.load import loads, read
from samverkan_core.serialization.write import dumps
from samverkan_core.testing.anything import collaborations

DAY = dt.date(2015, 3, 1)
TEXT = '{"samverkan":"1.0","name":"n","nam":1,"focus_areas":[{"id":"f","name":"F"}]}'
TEXTS = Texts(message="{id}.", why="w.", remedy="r.")
#: A module of a caller's own, with a rule at its top.
MODULE = """
import samverkan_core as sam
from samverkan_core.findings.finding import Texts
from samverkan_core.rules.rule import Breach, rule

TEXTS = Texts(message="{id}.", why="w.", remedy="r.")
WEIGHT = (sam.Severity.WARNING, sam.Pillar.STRUCTURE, sam.Force.HOUSE_RULE)


@rule("OWN002", *WEIGHT, reads=("focus_areas",), sv=TEXTS, en=TEXTS)
def own(view, asked):
    for area in view.focus_areas:
        yield Breach(view.place(area), area.id, id=area.id)
"""


@rule(
    "OWN001",
    Severity.WARNING,
    Pillar.STRUCTURE,
    Force.HOUSE_RULE,
    reads=("focus_areas",),
    sv=TEXTS,
    en=TEXTS,
)
def own(view: View, _: Asked) -> Iterator[Outcome]:
    """Find something in every focus area."""
    for area in view.focus_areas:
        yield Breach(view.place(area), area.id, id=area.id)


def judge(_: View, __: Asked) -> Iterator[Outcome]:
    """Find nothing; a function that stands under its own name."""
    return iter(())


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Rule]:
    """Give a rule of a module that other processes can import too."""
    (tmp_path / "own_rules.py").write_text(MODULE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield importlib.import_module("own_rules").own
    del sys.modules["own_rules"]


@given(collab=collaborations(), at=st.none() | st.dates())
def test_it_is_reading_and_then_checking(collab: Any, at: dt.date | None) -> None:
    data = dumps(collab)
    report = check_json(data, at=at)
    loaded = read(data)
    checked = check(collab, at=at)
    assert {*report, *report.accepted} == {*loaded.report, *checked, *checked.accepted}
    assert list(report) == sorted(report)
    assert (report.stamp, report.held) == (checked.stamp, checked.held)


@pytest.mark.parametrize("data", [b"\xff", "{", "{}", '{"samverkan":"1.0","name":""}'])
def test_what_gives_no_value_gives_its_faults(data: bytes | str) -> None:
    report = check_json(data, at=DAY)
    assert report == read(data).report
    assert report.stamp.profile is None
    assert not report.ok()


def test_options_are_those_of_reading_and_of_checking() -> None:
    assert "MEM001" in _codes(check_json(TEXT))
    assert _codes(check_json(TEXT, unknown="reject")) == {"MEM002"}
    assert "MEM003" in _codes(check_json(TEXT, unknown="drop"))
    assert _codes(check_json(TEXT, limits=Limits(text=9))) == {"LIM001"}
    assert check_json(TEXT, profile=Profile(name="own")).stamp.profile == "own"
    assert "PRO001" in _codes(check_json(TEXT, profile="nowhere"))
    assert "OWN001" in _codes(check_json(TEXT, more_rules=iter([own])))
    assert "OWN001" not in _codes(check_json(TEXT))
    faulty = TEXT.replace('"name":"F"', '"name":7')
    assert _codes(check_json(faulty)) == {"MEM001", "TYP001"}
    assert {"ASI001", "TYP001", "MEM001"} < _codes(check_json(faulty, faulty="set_aside"))


@pytest.mark.parametrize("data", [TEXT, "{"])
def test_misuse_does_not_depend_on_the_data(data: str) -> None:
    moment: Any = dt.datetime(2015, 3, 1, tzinfo=dt.UTC)
    with pytest.raises(NotADay):
        check_json(data, at=moment)
    option: Any = "everything"
    with pytest.raises(InvalidValue):
        check_json(data, unknown=option)
    with pytest.raises(CodeTaken):
        check_json(data, more_rules=iter([own, own]))
    with pytest.raises(UnknownCode, match="'OWN001'"):
        check_json(data, profile=Profile(name="p", without=("OWN001",)))
    check_json(data, profile=Profile(name="p", without=("OWN001",)), more_rules=[own])


def test_what_was_found_when_reading_can_be_accepted_too() -> None:
    (finding,) = check_json(TEXT, at=DAY).by_code("MEM001")
    collab = accept(loads(TEXT), finding, reason="Vårt eget.", owner="styrgruppen", last_day=DAY)
    report = check_json(dumps(collab), at=DAY)
    assert finding in report.accepted
    assert [one.owner for one in report.answering(finding)] == ["styrgruppen"]
    assert finding not in report
    assert finding in check_json(dumps(collab), at=DAY + dt.timedelta(days=1))
    assert finding in check_json(dumps(collab))


def test_what_was_set_aside_does_not_move_the_places_of_others() -> None:
    tree = json.loads(TEXT)
    tree["focus_areas"].insert(0, {"id": 7})
    report = check_json(json.dumps(tree), at=DAY, faulty="set_aside")
    about = [finding for finding in report if finding.subject == "f"]
    assert about
    assert all(finding.pointer.startswith("/focus_areas/1") for finding in about)


def test_it_can_be_sent_to_other_processes(elsewhere: Rule) -> None:
    weight = Weight(code=elsewhere.code, severity=Severity.ERROR)
    asked = functools.partial(
        check_json,
        at=DAY,
        profile=Profile(name="own", weights=(weight,)),
        more_rules=(elsewhere,),
        limits=Limits(),
    )
    assert sent(asked)(TEXT) == asked(TEXT)
    context = multiprocessing.get_context("spawn")
    with concurrent.futures.ProcessPoolExecutor(1, mp_context=context) as pool:
        found, refused = pool.map(asked, [TEXT, "{"])
    assert (found, refused) == (asked(TEXT), asked("{"))
    (finding,) = found.by_code("OWN002")
    assert (finding.severity, finding.message()) == (Severity.ERROR, "f.")


# --- rules between processes -----------------------------------------------------------------


def sent(value: Any, protocol: int = pickle.HIGHEST_PROTOCOL) -> Any:
    """Give what arrives in another process."""
    return pickle.loads(pickle.dumps(value, protocol))  # noqa: S301 - our own bytes


@pytest.mark.parametrize("made", [*RULES, own], ids=lambda made: made.code)
def test_a_rule_arrives_as_itself(made: Rule) -> None:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert sent(made, protocol) is made
    assert copy.copy(made) is copy.deepcopy(made) is made


def test_a_rule_without_a_name_of_its_own_goes_as_the_sum_of_its_parts() -> None:
    lighter = attrs.evolve(own, judge=judge, implies=("FOC001",))
    again = sent(lighter)
    assert again == lighter != own
    assert again is not lighter
    assert copy.copy(lighter) == copy.deepcopy(lighter) == lighter


def test_a_rule_that_nobody_finds_by_its_name_is_not_taken_for_another() -> None:
    # Its function stands under the name of another rule, which must not arrive in its place.
    for lost in (
        attrs.evolve(own, reads=("actors",)),
        attrs.evolve(own, judge=lambda *_: iter(())),
    ):
        with pytest.raises((pickle.PicklingError, AttributeError)):
            pickle.dumps(lost)


def _codes(report: Any) -> set[str]:
    return {finding.code for finding in report}


@given(data=st.text(max_size=30) | st.binary(max_size=30), at=st.none() | st.dates())
def test_any_text_gives_what_reading_gives(data: bytes | str, at: dt.date | None) -> None:
    assert check_json(data, at=at) == read(data).report


@given(collab=collaborations(), at=st.dates())
def test_asking_twice_gives_the_same_report(collab: Any, at: dt.date) -> None:
    data = dumps(collab)
    assert check_json(data, at=at) == check_json(data.decode(), at=at)


@given(collab=collaborations(), at=st.dates())
def test_a_document_without_unknown_members_has_the_findings_of_its_rules(
    collab: Any, at: dt.date
) -> None:
    data = dumps(collab)
    dropped = loads(data, unknown="drop")
    report = check_json(dumps(dropped), at=at)
    rules = check(dropped, at=at)
    assert {finding.code for finding in {*report} - {*rules}} <= {"VER003"}


@pytest.mark.parametrize("text", [TEXT, "{", TEXT.replace('"F"', "7")], ids=range(3))
def test_what_was_read_already_is_checked_alike(text: str) -> None:
    asked: dict[str, Any] = {"at": DAY, "profile": "sundbyberg"}
    assert check_loaded(read(text), **asked) == check_json(text, **asked)
    aside = read(text, faulty="set_aside")
    assert check_loaded(aside, **asked) == check_json(text, faulty="set_aside", **asked)


def test_a_day_that_is_none_is_refused_where_something_was_read() -> None:
    with pytest.raises(NotADay):
        check_loaded(read(TEXT), at=dt.datetime(2015, 3, 1, tzinfo=dt.UTC))
