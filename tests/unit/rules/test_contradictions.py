"""MAN008: delegations of one right that say different things."""

import datetime as dt
from collections.abc import Callable
from itertools import combinations
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.authority.scopes import covers, meet
from samverkan_core.findings.finding import Finding
from samverkan_core.findings.report import NotJudged
from samverkan_core.indexing import Index, index
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.mandate import Mandate, MandateKind, Matter, Power, Scope
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.rules import contradictions
from samverkan_core.rules.contradictions import contradictory
from samverkan_core.rules.engine import Judgement, judged
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.ids import (
    BodyId,
    FocusAreaId,
    HolderId,
    MandateId,
    MatterId,
    RoleId,
)
from samverkan_core.values.time import Period

Ask = Callable[..., Judgement]

DAY = dt.date(2026, 5, 4)
YEAR = Period(first_day=dt.date(2026, 1, 1), last_day=dt.date(2026, 12, 31))
#: Groups of matters and what is part of them.
PARTS = {"bidrag": None, "lovbidrag": "bidrag", "lokaler": None, "skola": None}
LIMIT, COUNSEL = "högst 50 000 kronor", "efter samråd med styrgruppen"


def over(*matters: str, **more: Any) -> Scope:
    return Scope(matters=tuple(map(MatterId, matters)) or None, **more)


def line(id_: str, *to: str, **members: Any) -> Mandate:
    """Give a line of a delegation order; without more words about grants to associations."""
    known: dict[str, Any] = {
        "kind": MandateKind.DELEGATION,
        "powers": (Power.DECIDE,),
        "scope": over("bidrag"),
        "period": YEAR,
        "granted_by": HolderId("nämnden"),
        "parent": MandateId("nämndens-uppdrag"),
        **members,
    }
    holders = tuple(map(HolderId, to or ("chefen",)))
    return Mandate(id=MandateId(id_), granted_to=holders, **known)


def collaboration(*mandates: Mandate) -> Collaboration:
    return Collaboration(
        name="Hagby",
        roles=tuple(
            Role(id=RoleId(id_), name="Ett namn", kind=RoleKind.EMPLOYEE)
            for id_ in ("chefen", "rektorn")
        ),
        bodies=(
            Body(id=BodyId("nämnden"), name="Nämnden", kind=BodyKind.BOARD),
            Body(id=BodyId("utskottet"), name="Utskottet", kind=BodyKind.COMMITTEE),
            Body(id=BodyId("presidiet"), name="Presidiet", kind=BodyKind.PRESIDIUM),
        ),
        matters=tuple(
            Matter(
                id=MatterId(id_),
                name="Ett ärende",
                part_of=None if above is None else MatterId(above),
            )
            for id_, above in PARTS.items()
        ),
        mandates=mandates,
    )


def only(judgement: Judgement) -> Finding:
    """Give the one finding of a judgement that left nothing unjudged."""
    assert not judgement.not_judged
    (finding,) = judgement.findings
    return finding


def silent(judgement: Judgement) -> bool:
    return not judgement.findings and not judgement.not_judged


def test_without_any_mandate(ask: Ask) -> None:
    assert ask(contradictory, collaboration(), DAY).not_judged == (
        NotJudged(code="MAN008", lacked="mandates"),
    )


@pytest.mark.parametrize(
    ("one", "other", "differences"),
    [
        ({"may_delegate": True}, {}, ("may_delegate",)),
        ({"conditions": (LIMIT,)}, {}, ("conditions",)),
        ({"conditions": (LIMIT,)}, {"conditions": (COUNSEL,)}, ("conditions",)),
        ({"conditions": (LIMIT,)}, {"may_delegate": True}, ("may_delegate", "conditions")),
    ],
)
def test_lines_that_differ_about_one_matter(
    ask: Ask, one: dict[str, Any], other: dict[str, Any], differences: tuple[str, ...]
) -> None:
    collab = collaboration(line("3.1", **one), line("3.2", **other))
    finding = only(ask(contradictory, collab, DAY))
    assert (finding.pointer, finding.subject) == ("/mandates/1", "3.2")
    assert dict(finding.data) == {
        "mandate": "3.2",
        "other": "3.1",
        "holders": ("chefen",),
        "differences": differences,
    }


def test_the_words_name_both_lines_and_on_what_they_differ(ask: Ask) -> None:
    collab = collaboration(line("3.1", conditions=(LIMIT,)), line("3.2"))
    finding = only(ask(contradictory, collab, DAY))
    assert finding.message("sv") == (
        "Delegationerna 3.1 och 3.2 ger chefen samma beslutanderätt men skiljer sig åt i fråga om "
        "villkor."
    )
    assert finding.message("en") == (
        "Delegations 3.1 and 3.2 give chefen the same right to decide, but differ in conditions."
    )


def test_two_committees_jointly_and_each_alone(ask: Ask) -> None:
    both = ("utskottet", "presidiet")
    finding = only(
        ask(contradictory, collaboration(line("3.1", *both, jointly=True), line("3.2", *both)), DAY)
    )
    assert dict(finding.data)["differences"] == ("jointly",)
    assert dict(finding.data)["holders"] == both


def test_one_committee_is_never_joint_whatever_the_line_says(ask: Ask) -> None:
    lines = (line("3.1", "utskottet", "utskottet", jointly=True), line("3.2", "utskottet"))
    assert silent(ask(contradictory, collaboration(*lines), DAY))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (over("bidrag", "lokaler"), over("lokaler", "skola")),
        (over("lovbidrag", "lokaler"), over("bidrag")),
        (over("bidrag"), over("lovbidrag", "lokaler")),
        (None, Scope()),
        (over(ages=AgeBand(from_age=0, to_age=12)), over(ages=AgeBand(from_age=12, to_age=20))),
        (over("bidrag"), over(focus_areas=(FocusAreaId("föräldrastöd"),))),
        (over("okänt"), over("okänt")),
    ],
)
def test_scopes_that_have_something_in_common(
    ask: Ask, one: Scope | None, other: Scope | None
) -> None:
    lines = (line("3.1", scope=one, may_delegate=True), line("3.2", scope=other))
    for order in (lines, lines[::-1]):
        assert dict(only(ask(contradictory, collaboration(*order), DAY)).data)["differences"] == (
            "may_delegate",
        )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (over("bidrag"), over("lokaler")),
        (over("bidrag"), over("lovbidrag")),
        (None, over("bidrag")),
        (over("bidrag", "lokaler"), over("lokaler")),
        (over("lovbidrag", "bidrag"), over("lovbidrag")),
        (over(ages=AgeBand(from_age=0, to_age=12)), over(ages=AgeBand(from_age=13, to_age=20))),
        (over(ages=AgeBand(from_age=5, to_age=4)), over(ages=AgeBand(from_age=5, to_age=4))),
        (over("bidrag"), over("bidrag", focus_areas=(FocusAreaId("föräldrastöd"),))),
    ],
)
def test_scopes_apart_or_one_an_exception_to_the_other(
    ask: Ask, one: Scope | None, other: Scope | None
) -> None:
    lines = (line("3.1", scope=one, conditions=(LIMIT,)), line("3.2", scope=other))
    for order in (lines, lines[::-1]):
        assert silent(ask(contradictory, collaboration(*order), DAY))


@pytest.mark.parametrize(
    "members",
    [
        {"granted_to": (HolderId("rektorn"),)},
        {"granted_to": ()},
        {"granted_by": HolderId("utskottet")},
        {"parent": MandateId("ett-annat-uppdrag")},
        {"parent": None},
        {"kind": MandateKind.ASSIGNMENT},
        {"powers": (Power.PREPARE,)},
        {"urgent_only": True},
        {"revoked_from": DAY},
        {"period": Period(first_day=dt.date(2026, 1, 1), last_day=dt.date(2026, 5, 3))},
        {"period": Period(first_day=dt.date(2026, 5, 5))},
    ],
)
def test_what_is_another_right_or_not_of_this_day(ask: Ask, members: dict[str, Any]) -> None:
    other = attrs.evolve(line("3.2", conditions=(LIMIT,)), **members)
    assert silent(ask(contradictory, collaboration(line("3.1"), other), DAY))


def test_conditions_are_the_same_whatever_their_order_case_and_spacing(ask: Ask) -> None:
    one = line("3.1", conditions=(LIMIT, COUNSEL))
    other = line("3.2", conditions=(COUNSEL.upper(), f" {LIMIT.replace(' ', '  ')}", LIMIT))
    assert silent(ask(contradictory, collaboration(one, other), DAY))


def test_each_names_the_first_that_it_contradicts(ask: Ask) -> None:
    lines = (line("1"), line("2", may_delegate=True), line("3", conditions=(LIMIT,)))
    found = [dict(one.data) for one in ask(contradictory, collaboration(*lines), DAY).findings]
    assert [(one["mandate"], one["other"]) for one in found] == [("2", "1"), ("3", "1")]


def test_of_two_with_one_id_the_first_counts(ask: Ask) -> None:
    lines = (line("3.1"), line("3.1", may_delegate=True))
    assert silent(ask(contradictory, collaboration(*lines), DAY))


def test_a_mandate_that_is_its_own_parent_is_another_rules_business(ask: Ask) -> None:
    ring = line("3.1", parent=MandateId("3.1"), may_delegate=True)
    child = line("3.2", parent=MandateId("3.1"))
    assert silent(ask(contradictory, collaboration(ring, child), DAY))


@pytest.mark.parametrize(
    ("members", "lacked"),
    [
        ({"granted_by": None}, "granted_by"),
        ({"period": Period(last_day=DAY)}, "period.first_day"),
    ],
)
def test_what_is_not_known_is_not_guessed(ask: Ask, members: dict[str, Any], lacked: str) -> None:
    unclear = attrs.evolve(line("3.2", may_delegate=True), **members)
    for order in ((line("3.1"), unclear), (unclear, line("3.1"))):
        judgement = ask(contradictory, collaboration(*order), DAY)
        assert not judgement.findings
        assert [(one.subject, one.lacked) for one in judgement.not_judged] == [("3.2", lacked)]
    agreeing = attrs.evolve(unclear, may_delegate=False)
    assert silent(ask(contradictory, collaboration(line("3.1"), agreeing), DAY))


def test_what_is_sure_is_told_before_what_is_not(ask: Ask) -> None:
    unclear = line("3.1", granted_by=None)
    lines = (unclear, line("3.2"), line("3.3", may_delegate=True))
    assert dict(only(ask(contradictory, collaboration(*lines), DAY)).data)["other"] == "3.2"


# --- laws --------------------------------------------------------------------------------------

#: Where most lines are about something in common, and few are equal.
scopes = st.sampled_from(
    [
        None,
        over("bidrag"),
        over("lovbidrag", "lokaler"),
        over("lokaler", "skola"),
        over("bidrag", "skola", ages=AgeBand(from_age=0, to_age=12)),
        over(ages=AgeBand(from_age=12, to_age=20)),
        over("lovbidrag", ages=AgeBand(from_age=13, to_age=20)),
        over("okänt", "bidrag"),
    ]
)
lines = st.builds(
    lambda to, **members: line("ny", *to, **members),
    st.sampled_from([("chefen",), ("rektorn", "chefen"), ("rektorn",)]),
    scope=scopes,
    may_delegate=st.booleans(),
    urgent_only=st.sampled_from([False, False, True]),
    conditions=st.sampled_from([(), (LIMIT,)]),
)
orders = st.lists(lines, min_size=1, max_size=8).map(
    lambda drawn: tuple(
        attrs.evolve(one, id=MandateId(str(number))) for number, one in enumerate(drawn)
    )
)


def clash(collab: Collaboration, one: Mandate, other: Mandate) -> bool:
    """Say by the definition alone whether two lines contradict each other."""
    book, first, second = index(collab), one.scope or Scope(), other.scope or Scope()
    alike = one.urgent_only == other.urgent_only and {*one.granted_to} & {*other.granted_to}
    differ = one.may_delegate != other.may_delegate or one.conditions != other.conditions
    nested = covers(book, first, second) != covers(book, second, first)
    return bool(alike) and differ and meet(book, first, second) is not None and not nested


@given(order=orders)
def test_equal_to_a_comparison_of_every_two(order: tuple[Mandate, ...]) -> None:
    collab = collaboration(*order)
    wanted: dict[str, str] = {}
    for one, other in combinations(order, 2):
        if clash(collab, one, other):
            wanted.setdefault(other.id, one.id)
    found = judged(contradictory, index(collab), DAY, COMMON).findings
    assert {str(dict(one.data)["mandate"]): dict(one.data)["other"] for one in found} == wanted


@given(order=orders)
def test_the_same_terms_everywhere_contradict_nothing(order: tuple[Mandate, ...]) -> None:
    same = (attrs.evolve(one, may_delegate=False, conditions=(LIMIT,)) for one in order)
    assert silent(judged(contradictory, index(collaboration(*same)), DAY, COMMON))


@given(order=orders, data=st.data())
def test_taking_a_line_away_never_makes_two_others_clash(
    order: tuple[Mandate, ...], data: st.DataObject
) -> None:
    def pairs(lines: tuple[Mandate, ...]) -> set[str | None]:
        return {
            one.subject
            for one in judged(contradictory, index(collaboration(*lines)), DAY, COMMON).findings
        }

    left = tuple(one for one in order if data.draw(st.booleans()))
    assert pairs(left) <= pairs(order)


def test_lines_about_different_matters_are_never_compared(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A long delegation order has many lines, of which few are about one matter."""
    compared: list[Scope | None] = []

    def counted(book: Index, one: Scope, other: Scope | None) -> Scope | None:
        compared.append(other)
        return meet(book, one, other)

    monkeypatch.setattr(contradictions, "meet", counted)
    matters = tuple(
        Matter(id=MatterId(f"ärende-{number}"), name="Ett ärende") for number in range(300)
    )
    order = [
        line(f"rad-{at}", scope=over(one.id), may_delegate=bool(at % 2))
        for at, one in enumerate(matters)
    ]
    collab = attrs.evolve(collaboration(*order), matters=matters)
    assert silent(ask(contradictory, collab, DAY))
    assert not compared
    again = attrs.evolve(order[0], id=MandateId("rad-0 igen"), may_delegate=True)
    more = attrs.evolve(collab, mandates=(*order, again))
    assert only(ask(contradictory, more, DAY)).subject == "rad-0 igen"
    assert len(compared) == 1
