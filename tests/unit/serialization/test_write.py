"""Writing: canonical bytes, plain values, and the personal numbers that are never written."""

import json
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from samverkan_core.errors import InvalidValue, PersonalNumberFound
from samverkan_core.findings.finding import Finding
from samverkan_core.findings.report import Report
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.collaboration import Collaboration, SetAside
from samverkan_core.rules.text import PERSONAL_NUMBER
from samverkan_core.serialization.limits import Limits
from samverkan_core.serialization.load import loads
from samverkan_core.serialization.parse import parsed
from samverkan_core.serialization.write import canonical_bytes, dumps, to_plain
from samverkan_core.testing.anything import collaborations
from samverkan_core.testing.texts import json_objects
from samverkan_core.values.identifiers import personal_numbers
from samverkan_core.values.ids import ActorId
from samverkan_core.values.kept import (
    JsonArray,
    JsonNumber,
    JsonObject,
    SpelledFloat,
    frozen_json,
    plain_json,
)
from samverkan_core.values.text import is_blank
from samverkan_core.values.time import PartialDate

NUMBER = "20000229-2399"


def collaboration(**members: Any) -> Collaboration:
    """Make a collaboration of a name and what else is given."""
    return Collaboration(name="Samverkan", **members)


def test_a_document_has_no_blanks_and_no_end_of_line() -> None:
    written = dumps(collaboration(purpose="Att ge stöd", illustrative=True))
    assert written.decode() == (
        '{"samverkan":"1.0","name":"Samverkan","purpose":"Att ge stöd","illustrative":true}'
    )


def test_only_what_json_asks_for_is_escaped() -> None:
    text = 'å\u2028\u00a0\x7f😀/<&"\\\b\f\n\r\t\x00\x1f'
    written = dumps(collaboration(purpose=text)).decode()
    assert written.endswith(
        '"purpose":"å\u2028\u00a0\x7f😀/<&\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001f"}'
    )
    assert loads(written).purpose == text


@given(text=st.text(min_size=1).filter(lambda drawn: not is_blank(drawn)))
def test_a_text_is_written_as_json_writes_it_and_read_again(text: str) -> None:
    assume(not personal_numbers(text))
    written = dumps(collaboration(purpose=text))
    assert written.decode().endswith(json.dumps(text, ensure_ascii=False) + "}")
    assert loads(written).purpose == text


@given(names=st.permutations(("b", "a", "å", "10", "9", "x-a", "")))
def test_kept_members_stay_in_their_order(names: list[str]) -> None:
    kept = JsonObject(tuple((name, None) for name in names))
    assert list(to_plain(collaboration(kept=kept)))[2:] == names


@given(collab=collaborations())
def test_plain_values_say_what_the_bytes_say(collab: Collaboration) -> None:
    assert json.loads(dumps(collab)) == to_plain(collab)


HIDDEN = st.recursive(
    st.just(f"ring {NUMBER}"),
    lambda inner: st.tuples(inner).map(list) | st.fixed_dictionaries({"a": inner, "b": st.none()}),
)


@given(tree=HIDDEN)
def test_a_number_is_found_however_deep_it_lies(tree: Any) -> None:
    kept = frozen_json({"x-a": tree})
    assert isinstance(kept, JsonObject)
    with pytest.raises(PersonalNumberFound, match=r"/x-a.* \(20\*{6}-\*{4}\)"):
        dumps(collaboration(kept=kept))


def test_members_stand_in_declared_order_and_kept_ones_last() -> None:
    kept = JsonObject((("ö", None), ("a", True)))
    written = json.loads(dumps(collaboration(kept=kept, profile="p", purpose="b", method="m")))
    assert list(written) == ["samverkan", "name", "purpose", "method", "profile", "ö", "a"]


def test_a_version_is_written_back_as_it_was() -> None:
    assert dumps(collaboration(samverkan="1.7")).startswith(b'{"samverkan":"1.7",')


def test_false_is_written_where_it_says_something() -> None:
    text = (
        '{"samverkan":"1.0","name":"n","documents":[{"id":"d","name":"D","kind":"plan",'
        '"refers_to_child_convention":false}]}'
    ).replace('"plan"', '"budget"')
    assert dumps(loads(text)).decode() == text


@given(kept=json_objects())
def test_kept_values_are_written_with_their_own_text(kept: JsonObject) -> None:
    written = dumps(collaboration(kept=JsonObject((("x-a", kept),))))
    assert parsed(written, Limits())["x-a"] == plain_json(kept)
    assert loads(written).kept.members == (("x-a", kept),)


def test_empty_lists_and_objects_that_were_kept_are_written() -> None:
    kept = JsonObject((("x-a", JsonArray()), ("x-b", JsonObject()), ("x-c", "")))
    assert dumps(collaboration(kept=kept)).endswith(b',"x-a":[],"x-b":{},"x-c":""}')


def test_a_part_alone_may_be_a_text() -> None:
    assert dumps(PartialDate(when="2008")) == b'"2008"'
    assert to_plain(PartialDate(when="2008")) == {"when": "2008"}
    assert to_plain(PartialDate(when="2008", about=True)) == {"when": "2008", "about": True}


def test_plain_values_are_of_pythons_own_types() -> None:
    kept = JsonObject((("x-a", JsonArray((JsonNumber("1.50"), JsonNumber("7"), None))),))
    plain = to_plain(collaboration(kept=kept))
    assert plain == {"samverkan": "1.0", "name": "Samverkan", "x-a": [1.5, 7, None]}
    assert [type(item) for item in plain["x-a"]] == [SpelledFloat, int, type(None)]


def test_plain_values_are_new_ones_each_time() -> None:
    collab = collaboration(kept=JsonObject((("x-a", JsonArray()),)))
    to_plain(collab)["x-a"].append(1)
    assert to_plain(collab)["x-a"] == []


@pytest.mark.parametrize("thing", [None, {}, "text", 7, [], Collaboration, JsonObject()], ids=repr)
@pytest.mark.parametrize("write", [dumps, to_plain, canonical_bytes])
def test_what_is_no_thing_is_not_written(write: Any, thing: Any) -> None:
    with pytest.raises(InvalidValue, match="is no thing of the model: nothing was written"):
        write(thing)


# --- personal numbers ------------------------------------------------------------------------

PLACES = {
    "/purpose": collaboration(purpose=f"ring {NUMBER}"),
    "/actors/0/id": collaboration(
        actors=(Actor(id=ActorId(NUMBER), name="A", kind=ActorKind.SCHOOL),)
    ),
    "/x-a/1": collaboration(kept=JsonObject((("x-a", JsonArray((None, NUMBER))),))),
    "/x-a": collaboration(kept=JsonObject((("x-a", JsonObject(((NUMBER, None),))),))),
    "/actors/0/name": collaboration(
        set_aside=(SetAside(pointer="/actors/0", value=JsonObject((("name", NUMBER),))),)
    ),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("write", [dumps, to_plain])
def test_a_personal_number_is_not_written(write: Any, place: str) -> None:
    with pytest.raises(PersonalNumberFound) as caught:
        write(PLACES[place])
    assert str(caught.value) == (
        "nothing was written: a personal identity number stands at "
        f"{place} (20******-****). Replace it by a pseudonym before writing"
    )


def test_every_place_is_named_and_no_number() -> None:
    kept = JsonObject(((NUMBER, NUMBER), ("x-a", JsonObject(((NUMBER, NUMBER),)))))
    with pytest.raises(PersonalNumberFound) as caught:
        dumps(collaboration(purpose=NUMBER, kept=kept))
    assert str(caught.value).count("(20******-****)") == 5
    assert NUMBER not in str(caught.value)


def test_a_digest_can_be_had_of_what_is_not_written() -> None:
    assert NUMBER.encode() in canonical_bytes(PLACES["/purpose"])


@given(st.sampled_from(tuple(PLACES.values())))
def test_a_digest_is_of_the_bytes_that_would_be_written(collab: Collaboration) -> None:
    harmless = collaboration(purpose="p")
    assert canonical_bytes(harmless) == dumps(harmless)
    assert canonical_bytes(collab) != canonical_bytes(harmless)


# --- reports ---------------------------------------------------------------------------------


def test_a_report_is_written_with_its_words_in_swedish() -> None:
    finding = Finding(
        notice=PERSONAL_NUMBER,
        severity=PERSONAL_NUMBER.severity,
        pointer="/purpose",
        data=(("number", "20******-****"),),
    )
    written = json.loads(dumps(Report(findings=(finding,))))
    assert written["samverkan_report"] == "1.0"
    assert written["findings"][0]["message"] == finding.message("sv")
    assert written["findings"][0]["data"] == {"number": "20******-****"}


def test_a_report_that_names_a_number_is_not_written() -> None:
    finding = Finding(
        notice=PERSONAL_NUMBER,
        severity=PERSONAL_NUMBER.severity,
        pointer="",
        subject=NUMBER,
        data=(("number", "x"),),
    )
    with pytest.raises(PersonalNumberFound, match="/findings/0/subject"):
        dumps(Report(findings=(finding,)))
