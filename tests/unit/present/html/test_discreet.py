"""Persons whose particulars are protected, in a page."""

import json
from datetime import date

import attrs
import pytest

from samverkan_core.checking import check
from samverkan_core.findings.report import NotJudged
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.person import Person, Protection
from samverkan_core.present.html import Shown, page
from samverkan_core.present.html.discreet import discreet, withheld
from samverkan_core.serialization.load import read
from samverkan_core.values.ids import ActorId, PersonId

DAY = date(2015, 3, 1)
ANNA = Person(id=PersonId("anna"), name="Anna Andersson", workplace=ActorId("skola-77"))


def with_person(person: Person) -> Shown:
    collab = Collaboration(name="S", persons=(person,))
    return Shown(name="a", report=check(collab, at=DAY), collaboration=collab)


@pytest.mark.parametrize("protection", [one for one in Protection if one is not Protection.NONE])
def test_nothing_is_told_of_a_protected_person(protection: Protection) -> None:
    text = page([with_person(attrs.evolve(ANNA, protection=protection))], "sv")
    assert "[skyddade uppgifter] anger *** som arbetsplats" in text
    assert "anna" not in text
    assert "skola-77" not in text


def test_whoever_is_not_protected_is_told_of_by_the_id() -> None:
    text = page([with_person(ANNA)], "sv")
    assert "anna anger skola-77 som arbetsplats" in text
    assert "skyddade" not in text
    assert "Andersson" not in text


def test_a_person_set_aside_may_be_protected_and_is_treated_so() -> None:
    persons = [{"id": "bo", "protection": "?"}, {"protection": "?"}]
    data = {"samverkan": "1.0", "name": "S", "persons": persons, "actors": [{"id": "skola"}]}
    collab = read(json.dumps(data), faulty="set_aside").value
    assert collab is not None
    assert len(collab.set_aside) == 3
    assert withheld(collab) == {"bo"}


def test_without_the_collaboration_nobody_knows_who_is_protected() -> None:
    assert withheld(None) == frozenset()


def test_a_protected_person_is_put_out_of_lists_too() -> None:
    (finding,) = with_person(ANNA).report.by_code("REF001")
    listed = attrs.evolve(finding, data=(*finding.data, ("all", ("anna", "bo")), ("count", 2)))
    told = dict(discreet(listed, frozenset({"anna"}), "en").data)
    assert told["all"] == ("[protected particulars]", "bo")
    assert told["holder"] == "[protected particulars]"
    assert told["count"] == 2
    assert discreet(listed, frozenset(), "en") is listed


def test_what_could_not_be_judged_does_not_name_a_protected_person() -> None:
    one = with_person(attrs.evolve(ANNA, protection=Protection.PROTECTED_REGISTRATION))
    lacking = (NotJudged(code="APP001", subject="anna", lacked="period"),)
    report = attrs.evolve(one.report, not_judged=lacking)
    text = page([attrs.evolve(one, report=report)], "en")
    assert "[protected particulars]: period</p>" in text
    assert "anna" not in text
