"""Acceptances: a finding that somebody answers for, until the facts or the day change."""

import datetime as dt
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.errors import InvalidValue
from samverkan_core.findings.acceptance import Acceptance, answerable, data_of, told_apart
from samverkan_core.findings.finding import Finding, Force, Notice, Pillar, Severity, Texts
from samverkan_core.values.kept import JsonArray, JsonNumber, JsonObject

DAY = dt.date(2015, 3, 1)
TEXTS = Texts(message="m.", why="w.", remedy="r.")
NOTICE = Notice(
    code="TST001",
    severity=Severity.ERROR,
    pillar=Pillar.STRUCTURE,
    force=Force.SEED,
    sv=TEXTS,
    en=TEXTS,
)
FOUND = Finding(
    notice=NOTICE,
    severity=Severity.ERROR,
    pointer="/a/0",
    subject="x",
    data=(("count", 5), ("ids", ("a", "b")), ("word", "w")),
)


def acceptance(**members: Any) -> Acceptance:
    """Make an acceptance of the finding above."""
    given_ = {"code": "TST001", "subject": "x", "data": data_of(FOUND), "last_day": DAY}
    return Acceptance(**{"reason": "Beslutat.", "owner": "styrgruppen", **given_, **members})


def test_data_are_kept_as_they_stand_in_a_document() -> None:
    assert data_of(FOUND) == JsonObject(
        (
            ("count", JsonNumber("5")),
            ("ids", JsonArray(("a", "b"))),
            ("word", "w"),
        )
    )


@given(days=st.integers(-1000, 1000))
def test_it_covers_until_its_last_day_included(days: int) -> None:
    assert acceptance().covers(FOUND, DAY + dt.timedelta(days=days)) == (days <= 0)


def test_without_a_day_nobody_knows_whether_it_has_lapsed() -> None:
    assert not acceptance().covers(FOUND, None)


def test_where_it_stands_and_how_grave_it_is_do_not_matter() -> None:
    moved = attrs.evolve(FOUND, pointer="/a/7", severity=Severity.WARNING)
    assert acceptance().covers(moved, DAY)


def test_the_order_of_the_data_does_not_matter() -> None:
    backwards = JsonObject(tuple(reversed(data_of(FOUND).members)))
    assert acceptance(data=backwards).covers(FOUND, DAY)


@pytest.mark.parametrize(
    "changes",
    [
        {"code": "TST002"},
        {"subject": "y"},
        {"subject": None},
        {"data": JsonObject()},
        {"data": JsonObject((("count", JsonNumber("5")), ("ids", JsonArray(("a", "b")))))},
        {"data": JsonObject((("count", JsonNumber("5.0")), *data_of(FOUND).members[1:]))},
        {"data": JsonObject((("count", "5"), *data_of(FOUND).members[1:]))},
    ],
    ids=repr,
)
def test_once_the_facts_change_the_finding_is_back(changes: dict[str, Any]) -> None:
    assert not acceptance(**changes).covers(FOUND, DAY)


@pytest.mark.parametrize("force", Force)
def test_what_rests_on_a_law_is_never_accepted(force: Force) -> None:
    found = attrs.evolve(FOUND, notice=attrs.evolve(NOTICE, force=force))
    assert acceptance().covers(found, DAY) == (force is not Force.LAW)


def test_findings_are_told_apart() -> None:
    lapsed = attrs.evolve(FOUND, subject="y")
    standing = attrs.evolve(FOUND, pointer="/b", subject=None)
    accepted_too = attrs.evolve(FOUND, pointer="/a/1")
    acceptances = (
        acceptance(data=JsonObject()),
        acceptance(),
        acceptance(subject="y", last_day=DAY - dt.timedelta(days=1)),
    )
    found = [FOUND, lapsed, standing, accepted_too, FOUND]
    assert told_apart(found, acceptances, DAY) == ({lapsed, standing}, {FOUND, accepted_too})
    assert told_apart(found, acceptances, None) == (set(found), set())
    assert told_apart(found, (), DAY) == (set(found), set())
    assert told_apart((), acceptances, DAY) == (set(), set())


@pytest.mark.parametrize(
    "changes",
    [{"code": "FOC1"}, {"code": "foc001"}, {"code": "FOC001\n"}, {"reason": " "}, {"owner": ""}],
    ids=repr,
)
def test_it_says_which_rule_why_and_who(changes: dict[str, Any]) -> None:
    with pytest.raises(InvalidValue):
        acceptance(**changes)


def test_the_reason_is_not_shown_when_it_is_printed() -> None:
    assert "Beslutat" not in repr(acceptance())


def test_who_answers_is_said_and_of_lapsed_acceptances_who_did() -> None:
    lapsed = attrs.evolve(FOUND, subject="y")
    acceptances = (
        acceptance(),
        acceptance(owner="nämnden", last_day=DAY + dt.timedelta(days=9)),
        acceptance(owner="för gammal", last_day=DAY - dt.timedelta(days=9)),
        acceptance(subject="y", last_day=DAY - dt.timedelta(days=1)),
        acceptance(subject="z"),
    )
    answers = {
        (one.finding, one.owner, (one.last_day - DAY).days)
        for one in answerable([FOUND, lapsed, FOUND], acceptances, DAY)
    }
    assert answers == {
        (FOUND, "styrgruppen", 0),
        (FOUND, "nämnden", 9),
        (lapsed, "styrgruppen", -1),
    }
    assert list(answerable([FOUND], acceptances, None)) == []


def test_nobody_answers_for_what_rests_on_a_law() -> None:
    found = attrs.evolve(FOUND, notice=attrs.evolve(NOTICE, force=Force.LAW))
    assert list(answerable([found], [acceptance()], DAY)) == []


def test_no_number_of_a_person_reaches_a_report() -> None:
    (one,) = answerable([FOUND], [acceptance(owner="Eva, 19121212-1212")], DAY)
    assert one.owner == "Eva, 19******-****"


subjects = st.none() | st.sampled_from(("x", "y"))


@given(
    found=st.lists(st.builds(lambda subject: attrs.evolve(FOUND, subject=subject), subjects)),
    owned=st.lists(st.builds(lambda subject, day: (subject, day), subjects, st.dates())),
    day=st.none() | st.dates(),
)
def test_every_finding_either_stands_or_is_covered(
    found: list[Finding], owned: list[tuple[str | None, dt.date]], day: dt.date | None
) -> None:
    acceptances = [acceptance(subject=subject, last_day=last) for subject, last in owned]
    standing, accepted = told_apart(found, acceptances, day)
    assert standing | accepted == set(found)
    assert not standing & accepted
    for finding in standing | accepted:
        covered = any(each.covers(finding, day) for each in acceptances)
        assert covered == (finding in accepted)
    answering = list(answerable(found, acceptances, day))
    assert {one.finding for one in answering} >= accepted
    for one in answering:
        assert day is not None
        assert (one.last_day >= day) == (one.finding in accepted)
