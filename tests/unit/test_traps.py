"""Traps that others fell into, each with the test that keeps us out of it."""

import datetime as dt
import enum
import importlib
import inspect
import json
import pkgutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import attrs
import pendulum
import pytest
from cattrs.preconf.json import make_converter as plain_cattrs
from hypothesis import example, given
from hypothesis import strategies as st

import samverkan_core as sam
from samverkan_core.errors import InvalidValue
from samverkan_core.model.anatomy import classes
from samverkan_core.serialization.converter import CONVERTER
from samverkan_core.serialization.load import read
from samverkan_core.values.time import PartialDate, Period, day_from_text

SOURCE = Path(inspect.getfile(sam)).parent


def doc(**members: Any) -> str:
    """Write a document of a version and a name, and what else is given."""
    return json.dumps({"samverkan": "1.0", "name": "n", **members})


def mandate(**members: Any) -> str:
    """Write a document with one mandate, of which some members are other than they should be."""
    whole = {"id": "m", "kind": "delegation", "powers": ["decide"], "period": {}}
    return doc(mandates=[{**whole, **members}])


def role(**members: Any) -> str:
    """Write a document with one role, of which some members are other than they should be."""
    return doc(roles=[{"id": "r", "name": "R", "kind": "employee", **members}])


def faults(text: str | bytes) -> list[tuple[str, str]]:
    """Give place and code of every fault of a document."""
    return [(finding.pointer, finding.code) for finding in read(text).report]


# --- found when the tools were tried ---------------------------------------------------------


def test_trap_1_numbers_and_texts_are_not_turned_into_each_other() -> None:
    assert faults(role(name=7)) == [("/roles/0/name", "TYP001")]
    seat = {"id": "b", "name": "B", "kind": "board", "seats": [{"count": "3"}]}
    assert faults(doc(bodies=[seat])) == [("/bodies/0/seats/0/count", "TYP001")]


@given(value=st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.booleans())
def test_trap_1_no_number_and_no_truth_is_a_text(value: object) -> None:
    (found,) = faults(role(name=value))
    assert found[0] == "/roles/0/name"


@given(text=st.text(max_size=9))
def test_trap_2_no_text_is_a_list(text: str) -> None:
    assert faults(role(duties=text)) == [("/roles/0/duties", "TYP001")]


def test_trap_2_a_text_is_no_list_of_letters() -> None:
    assert faults(role(duties="abc")) == [("/roles/0/duties", "TYP001")]
    with pytest.raises(InvalidValue, match="must be a tuple, not a str"):
        sam.Collaboration(name="n", principals="abc")  # type: ignore[arg-type]


def test_trap_3_two_blank_members_of_one_thing_are_two_faults() -> None:
    assert faults(role(name="", id=" ")) == [
        ("/roles/0/id", "TYP004"),
        ("/roles/0/name", "TYP004"),
    ]


def test_trap_4_a_fault_is_told_at_its_own_place() -> None:
    text = doc(roles=[json.loads(role())["roles"][0], {"id": "a", "nam": "x"}, 7])
    assert faults(text) == [
        ("/roles/1", "TYP002"),
        ("/roles/1", "TYP002"),
        ("/roles/1/nam", "MEM001"),
        ("/roles/2", "TYP001"),
    ]


@pytest.mark.parametrize("text", ["now", "today", "2026", "12:00", "P1Y", "20260228", "2026-W09-6"])
def test_trap_5_no_text_is_the_present_moment_and_a_day_is_written_in_one_way(text: str) -> None:
    assert day_from_text(text) is None
    assert faults(role(period={"first_day": text})) == [("/roles/0/period/first_day", "TYP005")]


def test_trap_7_the_hook_of_hypothesis_imports_nothing_until_it_is_asked() -> None:
    code = (
        "import hypothesis, sys\n"
        "import samverkan_core._hypothesis as hook\n"
        "hook.register()\n"
        "assert 'samverkan_core.model.collaboration' not in sys.modules\n"
        "assert 'samverkan_core.testing.anything' not in sys.modules\n"
        "from samverkan_core import Period\n"
        "drawn = hypothesis.find(hypothesis.strategies.from_type(Period), lambda drawn: True)\n"
        "assert isinstance(drawn, Period)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": str(SOURCE.parent)})


@given(text=st.dates().map(str) | st.text("0123456789-W:T", max_size=10))
def test_trap_5_whatever_is_read_as_a_day_is_how_that_day_is_written(text: str) -> None:
    read_as = faults(role(period={"first_day": text}))
    assert (read_as == []) == (day_from_text(text) is not None)
    if not read_as:
        assert str(dt.date.fromisoformat(text)) == text


def test_trap_8_true_is_no_number() -> None:
    band = {"id": "t", "name": "T", "ages": {"from_age": True, "to_age": False}}
    assert faults(doc(target_groups=[band])) == [
        ("/target_groups/0/ages/from_age", "TYP001"),
        ("/target_groups/0/ages/to_age", "TYP001"),
    ]
    assert faults(doc(samverkan=True)) == [("/samverkan", "VER001")]
    with pytest.raises(InvalidValue):
        sam.Limits(depth=True)


# --- what cattrs takes unless it is told otherwise -------------------------------------------


def test_cattrs_trap_false_in_quotes_is_not_true() -> None:
    assert plain_cattrs().structure("false", bool) is True
    assert faults(mandate(may_delegate="false")) == [("/mandates/0/may_delegate", "TYP001")]


@given(value=st.text(max_size=5) | st.integers(0, 1) | st.none() | st.just([]))
def test_cattrs_trap_nothing_but_true_and_false_is_a_truth(value: object) -> None:
    expected = [] if value is None else [("/mandates/0/may_delegate", "TYP001")]
    assert faults(mandate(may_delegate=value)) == expected


def test_cattrs_trap_powers_are_no_letters() -> None:
    assert plain_cattrs().structure("abc", tuple[str, ...]) == ("a", "b", "c")
    assert faults(mandate(powers="decide")) == [("/mandates/0/powers", "TYP001")]


def test_cattrs_trap_an_object_is_no_list_of_its_names() -> None:
    assert faults(mandate(powers={"decide": 1})) == [("/mandates/0/powers", "TYP001")]
    assert faults(mandate(granted_to={"a": 1})) == [("/mandates/0/granted_to", "TYP001")]


def test_cattrs_trap_items_that_stand_twice_stay_twice() -> None:
    loaded = sam.loads(mandate(powers=["decide", "decide"]))
    assert loaded.mandates[0].powers == (sam.Power.DECIDE, sam.Power.DECIDE)


def test_cattrs_trap_null_is_not_the_word_none() -> None:
    assert plain_cattrs().structure(None, str) == "None"
    assert faults(role(name=None)) == [("/roles/0", "TYP002")]
    assert faults(role(duties=[None])) == [("/roles/0/duties/0", "TYP001")]


def test_cattrs_trap_a_list_is_no_text() -> None:
    assert plain_cattrs().structure(["a"], str) == "['a']"
    assert faults(role(name=["a"])) == [("/roles/0/name", "TYP001")]


@given(value=st.lists(st.text(max_size=3), max_size=2) | st.dictionaries(st.text(), st.none()))
def test_cattrs_trap_no_list_and_no_object_is_a_text(value: object) -> None:
    assert ("/roles/0/name", "TYP001") in faults(role(name=value))


def test_cattrs_trap_a_number_is_no_id() -> None:
    assert faults(role(id=1)) == [("/roles/0/id", "TYP001")]


@pytest.mark.parametrize("share", ["50", 50.0, True, [50]], ids=repr)
def test_cattrs_trap_a_share_is_a_whole_number(share: object) -> None:
    holding = {"id": "a", "person": "p", "office": "o", "period": {}, "share": share}
    assert faults(doc(appointments=[holding])) == [("/appointments/0/share", "TYP001")]


@pytest.mark.parametrize("step", [True, 1, "Step.INITIATE", "INITIATE", "1"], ids=repr)
def test_cattrs_trap_a_step_is_its_code(step: object) -> None:
    area = {"id": "f", "name": "F", "journey": [{"step": step, "day": "2015"}]}
    code = "TYP003" if isinstance(step, str) else "TYP001"
    assert faults(doc(focus_areas=[area])) == [("/focus_areas/0/journey/0/step", code)]


@pytest.mark.parametrize(
    "day", ["20260101", "2026-W01-1", "2026-01-01T00:00:00", 20260101], ids=repr
)
def test_cattrs_trap_a_day_is_a_day(day: object) -> None:
    code = "TYP005" if isinstance(day, str) else "TYP001"
    assert faults(mandate(revoked_from=day)) == [("/mandates/0/revoked_from", code)]


def test_cattrs_trap_no_set_of_codes_is_a_number_or_a_text() -> None:
    for found in pkgutil.walk_packages([str(SOURCE)], "samverkan_core."):
        if not found.name.endswith("__main__"):
            for value in vars(importlib.import_module(found.name)).values():
                if inspect.isclass(value) and issubclass(value, enum.Enum):
                    assert not issubclass(value, (int, str)), value


def test_cattrs_trap_a_code_is_written_as_its_word() -> None:
    assert CONVERTER.unstructure(sam.Step.BUILD) == "build"
    assert type(CONVERTER.unstructure(sam.Step.BUILD)) is str


def test_cattrs_trap_a_field_never_asks_for_a_calendar_librarys_type() -> None:
    for cls in classes():
        for field in attrs.fields(cls):
            assert "pendulum" not in str(field.type), (cls, field.name)
    period = Period(first_day=pendulum.date(2015, 3, 1))
    assert type(period.first_day) is dt.date
    assert type(CONVERTER.structure({"first_day": "2015-03-01"}, Period).first_day) is dt.date


ARABIC = "\u0662\u0660\u0661\u0665-\u0660\u0663-\u0660\u0661"


@pytest.mark.parametrize("day", [ARABIC, "2015-03-01\n", "2015-03-01 ", "\uff12015-03-01"])
def test_cattrs_trap_digits_are_ascii_and_nothing_follows_them(day: str) -> None:
    assert day_from_text(day) is None
    with pytest.raises(InvalidValue):
        PartialDate(when=day)
    acceptance = {"code": "FOC\u0660\u0660\u0661", "reason": "r", "owner": "o"}
    text = doc(acceptances=[{**acceptance, "last_day": "2015-03-01"}])
    assert faults(text) == [("/acceptances/0/code", "TYP007")]
    assert faults(text.replace("FOC\\u0660\\u0660\\u0661", "FOC001\\n")) == [
        ("/acceptances/0/code", "TYP007")
    ]


# --- where parsers of JSON disagree ----------------------------------------------------------


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e400", "-1e400"])
def test_parsers_disagree_on_numbers_that_are_not_finite(number: str) -> None:
    text = doc().replace('"n"', f'"n","x-a":{number}')
    assert faults(text) == [("/x-a", "JSN006")]


@given(half=st.characters(categories=["Cs"]), text=st.text(max_size=3))
def test_parsers_disagree_on_halves_of_characters(half: str, text: str) -> None:
    assert faults(doc(name=text + half)) == [("/name", "JSN007")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
def test_parsers_disagree_on_encodings(encoding: str) -> None:
    ((place, code),) = faults(doc().encode(encoding))
    assert (place, code[:3]) == ("", "JSN")


@given(number=st.integers(2**63, 10**90) | st.integers(-(10**90), -(2**63)))
def test_parsers_disagree_on_whole_numbers_beyond_64_bits(number: int) -> None:
    text = f'{{"samverkan":"1.0","name":"n","x-a":{number}}}'
    assert sam.dumps(sam.loads(text)).decode() == text
    assert sam.to_plain(sam.loads(text))["x-a"] == number


@pytest.mark.parametrize("day", ["20240229", "2024-W09-4", "2024-060"])
def test_parsers_disagree_on_days(day: str) -> None:
    assert faults(role(period={"last_day": day})) == [("/roles/0/period/last_day", "TYP005")]


@given(times=st.integers(2, 9))
def test_parsers_disagree_on_names_that_stand_twice(times: int) -> None:
    text = '{"samverkan":"1.0"' + times * ',"name":"n"' + "}"
    assert faults(text) == [("/name", "JSN005")]


@given(depth=st.integers(64, 3000))
@example(depth=200_000)
def test_parsers_disagree_on_how_deep_is_too_deep(depth: int) -> None:
    text = doc().replace('"n"', '"n","x-a":' + depth * "[" + depth * "]")
    assert [code for _, code in faults(text)] == ["LIM002"]
