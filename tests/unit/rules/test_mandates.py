"""MAN004 to MAN007: what is handed on, who holds a mandate, and whether its giver remains."""

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.authority.decide import may
from samverkan_core.authority.question import Question, RefusalCode
from samverkan_core.authority.ways import ways
from samverkan_core.findings.finding import Finding, Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.indexing import index
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.appointment import Absence, AbsenceKind, Appointment
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.common import Resolution
from samverkan_core.model.mandate import (
    Basis,
    BasisKind,
    Mandate,
    MandateKind,
    Matter,
    Power,
    Scope,
)
from samverkan_core.model.person import Person
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.mandates import (
    bound_to_person,
    giver_ended,
    held_by_nobody,
    wider_than_parent,
)
from samverkan_core.rules.profiles.atvidaberg import ATVIDABERG
from samverkan_core.rules.rule import Rule
from samverkan_core.testing.asking.asked import Asked
from samverkan_core.testing.asking.draw import questions
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.time import Period

Ask = Callable[..., Judgement]
T = TypeVar("T")

RULES = (wider_than_parent, held_by_nobody, bound_to_person, giver_ended)
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)

BEFORE, DAY, NEXT = (dt.date(2026, 5, day) for day in (1, 2, 3))
FIRST, LAST = dt.date(2026, 1, 1), dt.date(2026, 12, 31)
YEAR = Period(first_day=FIRST, last_day=LAST)
ONE = dt.timedelta(1)


def made(cls: type[T], id_: str, **members: object) -> T:
    """Make a thing, with a name where things of its class have one."""
    known: dict[str, Any] = {"id": id_, **members}
    if "name" in attrs.fields_dict(cls):  # type: ignore[arg-type]  # a class of the model
        known.setdefault("name", "Ett namn")
    return cls(**known)


def mandate(id_: str, *to: str, **members: object) -> Mandate:
    known: dict[str, object] = {
        "kind": MandateKind.ASSIGNMENT,
        "powers": (Power.COORDINATE,),
        "period": YEAR,
        **members,
    }
    return made(Mandate, id_, granted_to=to, **known)


def appointment(office: str, period: Period = YEAR, **members: object) -> Appointment:
    known: dict[str, object] = {"person": "p", "office": office, "period": period, **members}
    return made(Appointment, str(known.pop("id", "f")), **known)


def collaboration(*things: object) -> Collaboration:
    """Give a document in which an officer, a coordinator, two boards and a person stand."""
    return Collaboration(
        name="Hagby",
        actors=(made(Actor, "förvaltningen", kind=ActorKind.ADMINISTRATION),),
        persons=(made(Person, "p"), made(Person, "q")),
        roles=(
            made(Role, "samordnaren", kind=RoleKind.EMPLOYEE),
            made(Role, "handläggaren", kind=RoleKind.EMPLOYEE),
            made(Role, "indragen", kind=RoleKind.EMPLOYEE, period=Period(last_day=BEFORE)),
        ),
        appointments=tuple(one for one in things if isinstance(one, Appointment)),
        bodies=(
            made(Body, "styrgruppen", kind=BodyKind.STEERING_GROUP, period=Period(last_day=DAY)),
            *(one for one in things if isinstance(one, Body)),
        ),
        matters=tuple(one for one in things if isinstance(one, Matter)),
        mandates=tuple(one for one in things if isinstance(one, Mandate)),
    )


def only(judgement: Judgement) -> Finding:
    """Give the one finding of a judgement that left nothing unjudged."""
    assert not judgement.not_judged
    (finding,) = judgement.findings
    return finding


@each_rule
def test_without_any_mandate(ask: Ask, rule: Rule) -> None:
    assert ask(rule, collaboration(), DAY).not_judged == (
        NotJudged(code=rule.code, lacked="mandates"),
    )


@pytest.mark.parametrize("rule", [held_by_nobody, giver_ended])
@pytest.mark.parametrize(
    ("members", "found"),
    [
        ({"period": Period(first_day=DAY, last_day=DAY)}, True),
        ({"period": Period(first_day=NEXT)}, False),
        ({"period": Period(last_day=BEFORE)}, False),
        ({"period": Period(first_day=DAY, last_day=BEFORE)}, False),
        ({"revoked_from": NEXT}, True),
        ({"revoked_from": DAY}, False),
    ],
    ids=["that day", "to come", "ended", "backwards", "revoked the day after", "revoked that day"],
)
def test_only_what_is_in_force_is_asked(
    ask: Ask, rule: Rule, members: dict[str, object], found: bool
) -> None:
    ended = made(Body, "nämnden", kind=BodyKind.BOARD, period=Period(last_day=BEFORE))
    one = mandate("uppdrag", "indragen", granted_by="nämnden", **members)

    assert ask(rule, collaboration(one, ended), DAY).held != found


WRONG = {
    "MAN004": mandate("fel", powers=(Power.LEAD,), parent="hel"),
    "MAN005": mandate("fel"),
    "MAN006": mandate("fel", "p"),
    "MAN007": mandate("fel", "styrgruppen", granted_by="nämnden"),
}
ENDED = made(Body, "nämnden", kind=BodyKind.BOARD, period=Period(last_day=BEFORE))


@each_rule
def test_of_two_mandates_with_one_id_the_first_is_asked(ask: Ask, rule: Rule) -> None:
    whole, right = mandate("hel", "styrgruppen"), mandate("fel", "styrgruppen")

    assert ask(rule, collaboration(whole, right, WRONG[rule.code], ENDED), DAY).held
    finding = only(ask(rule, collaboration(whole, WRONG[rule.code], right, ENDED), DAY))
    assert finding.pointer.startswith("/mandates/1")


# --- MAN004 ----------------------------------------------------------------------------------


def widening(
    child: dict[str, object], parent: dict[str, object], *matters: Matter
) -> Collaboration:
    above = mandate("nämndens", **parent)
    return collaboration(above, mandate("chefens", parent="nämndens", **child), *matters)


def excess(judgement: Judgement) -> tuple[str, ...]:
    """Give in what a mandate goes beyond its parent; empty where it does not."""
    assert not judgement.not_judged
    found = [dict(finding.data)["excess"] for finding in judgement.findings]
    return found[0] if found else ()  # type: ignore[return-value]  # several codes


def test_a_delegation_that_is_wider_in_everything(ask: Ask) -> None:
    known: dict[str, Any] = {"actors": ("förvaltningen",)}
    collab = widening(
        {"powers": (Power.LEAD,), "period": Period(first_day=FIRST)}, {"scope": Scope(**known)}
    )

    finding = only(ask(wider_than_parent, collab))

    assert (finding.pointer, finding.subject) == ("/mandates/1", "chefens")
    assert finding.severity is Severity.WARNING
    assert dict(finding.data) == {
        "what": "assignment",
        "mandate": "chefens",
        "parent": "nämndens",
        "excess": ("powers", "scope", "period"),
    }
    assert finding.message("sv") == (
        "Uppdraget chefens går utöver vad nämndens medger i fråga om befogenheter, omfattning och "
        "giltighetstid; bara det som ryms i nämndens gäller."
    )
    assert finding.message("en") == (
        "Assignment chefens goes beyond what nämndens allows in powers, scope and period; only "
        "what lies within nämndens holds."
    )


@pytest.mark.parametrize(
    ("own", "above", "found"),
    [
        ((Power.LEAD,), (Power.LEAD, Power.DECIDE), False),
        ((Power.LEAD, Power.DECIDE), (Power.DECIDE, Power.LEAD), False),
        ((Power.LEAD, Power.DECIDE), (Power.DECIDE,), True),
    ],
)
def test_powers(ask: Ask, own: tuple[Power, ...], above: tuple[Power, ...], found: bool) -> None:
    collab = widening({"powers": own}, {"powers": above})

    assert excess(ask(wider_than_parent, collab)) == (("powers",) if found else ())


def scope(**dimensions: Any) -> Scope:
    return Scope(**dimensions)


def aged(first: int, last: int) -> Scope:
    return Scope(ages=AgeBand(from_age=first, to_age=last))


@pytest.mark.parametrize(
    ("own", "above", "found"),
    [
        (None, None, False),
        (scope(bodies=("b",)), None, False),
        (None, scope(), False),
        (None, scope(bodies=("b",)), True),
        (scope(bodies=("b",)), scope(bodies=("a", "b")), False),
        (scope(bodies=("a", "c")), scope(bodies=("a", "b")), True),
        (scope(bodies=("a",), focus_areas=("f",)), scope(bodies=("a",)), False),
        (scope(focus_areas=("f",)), scope(bodies=("a",)), True),
        (scope(matters=("del",)), scope(matters=("grupp",)), False),
        (scope(matters=("grupp",)), scope(matters=("del",)), True),
        (aged(6, 15), aged(6, 15), False),
        (aged(6, 16), aged(6, 15), True),
        (aged(9, 8), aged(6, 7), False),
        (aged(9, 9), aged(9, 8), True),
    ],
)
def test_scope(ask: Ask, own: Scope | None, above: Scope | None, found: bool) -> None:
    matters = (made(Matter, "del", part_of="grupp"), made(Matter, "grupp"))
    collab = widening({"scope": own}, {"scope": above}, *matters)

    assert excess(ask(wider_than_parent, collab)) == (("scope",) if found else ())


@pytest.mark.parametrize(
    ("own", "above", "found"),
    [
        ({}, {}, False),
        ({"period": Period(first_day=FIRST - ONE, last_day=LAST)}, {}, True),
        ({"period": Period(first_day=FIRST, last_day=LAST + ONE)}, {}, True),
        ({"period": Period(first_day=FIRST)}, {}, True),
        ({}, {"period": Period(first_day=FIRST)}, False),
        ({"revoked_from": LAST + ONE}, {}, False),
        ({"period": Period(first_day=FIRST), "revoked_from": LAST + ONE}, {}, False),
        ({"period": Period(first_day=FIRST), "revoked_from": LAST + 2 * ONE}, {}, True),
        ({}, {"revoked_from": LAST}, True),
        ({}, {"revoked_from": LAST + ONE}, False),
        ({"revoked_from": LAST}, {"revoked_from": LAST}, False),
        ({"revoked_from": FIRST}, {"revoked_from": FIRST}, False),
        ({"revoked_from": FIRST + ONE}, {"revoked_from": FIRST}, True),
        ({"period": Period(first_day=LAST, last_day=FIRST)}, {"revoked_from": FIRST}, False),
        ({}, {"period": Period(first_day=LAST, last_day=FIRST)}, True),
        (
            {"period": Period(last_day=FIRST)},
            {"period": Period(first_day=LAST, last_day=FIRST)},
            True,
        ),
        ({"revoked_from": dt.date.min}, {"revoked_from": dt.date.min}, False),
        ({"period": Period(last_day=LAST + ONE)}, {}, True),
    ],
)
def test_period(ask: Ask, own: dict[str, object], above: dict[str, object], found: bool) -> None:
    collab = widening(own, above)

    assert excess(ask(wider_than_parent, collab)) == (("period",) if found else ())


@pytest.mark.parametrize(
    ("own", "above"),
    [(Period(last_day=LAST), YEAR), (YEAR, Period(last_day=LAST)), (Period(), Period())],
)
def test_a_beginning_that_nobody_knows(ask: Ask, own: Period, above: Period) -> None:
    judgement = ask(wider_than_parent, widening({"period": own}, {"period": above}))

    assert not judgement.findings
    assert judgement.not_judged == (
        NotJudged(code="MAN004", subject="chefens", lacked="period.first_day"),
    )


def test_what_can_be_judged_is_told_all_the_same(ask: Ask) -> None:
    own = {"powers": (Power.LEAD,), "period": Period(last_day=LAST)}

    judgement = ask(wider_than_parent, widening(own, {}))

    assert [dict(finding.data)["excess"] for finding in judgement.findings] == [("powers",)]
    assert len(judgement.not_judged) == 1


@pytest.mark.parametrize("parent", [None, "okänd", "ett"])
def test_without_another_mandate_above(ask: Ask, parent: str | None) -> None:
    assert ask(wider_than_parent, collaboration(mandate("ett", parent=parent))).held


# --- MAN005 ----------------------------------------------------------------------------------


def test_a_mandate_that_nobody_holds(ask: Ask) -> None:
    collab = collaboration(
        mandate("annat", "styrgruppen"),
        mandate("uppdrag", "samordnaren"),
        appointment("samordnaren", Period(last_day=BEFORE)),
    )

    finding = only(ask(held_by_nobody, collab, DAY))

    assert (finding.pointer, finding.subject) == ("/mandates/1", "uppdrag")
    assert finding.severity is Severity.WARNING
    assert finding.message("sv") == (
        "Uppdraget uppdrag gäller den dag som granskas, men varken någon innehavare eller någon "
        "ersättare är i tjänst."
    )
    assert finding.message("en") == (
        "Assignment uppdrag is in force on the day asked about, but no holder and no substitute is "
        "in office."
    )


def absence(kind: AbsenceKind, first: dt.date = DAY, last: dt.date = DAY) -> Absence:
    return Absence(kind=kind, period=Period(first_day=first, last_day=last))


VACANT, ABSENT, DISQUALIFIED = AbsenceKind.VACANT, AbsenceKind.ABSENT, AbsenceKind.DISQUALIFIED


@pytest.mark.parametrize(
    ("members", "held"),
    [
        ({"period": Period(first_day=DAY, last_day=DAY)}, True),
        ({"period": Period(first_day=NEXT)}, False),
        ({"period": Period(last_day=BEFORE)}, False),
        ({"period": Period(first_day=DAY, last_day=BEFORE)}, False),
        ({"absences": (absence(ABSENT),)}, True),
        ({"absences": (absence(VACANT),)}, False),
        ({"absences": (absence(DISQUALIFIED),)}, False),
        ({"absences": (absence(VACANT, NEXT, NEXT),)}, True),
        ({"standing_in_for": "okänt"}, False),
    ],
)
def test_an_office(ask: Ask, members: dict[str, Any], held: bool) -> None:
    for office in ("samordnaren", "förvaltningen"):
        collab = collaboration(mandate("uppdrag", office), appointment(office, **members))

        assert ask(held_by_nobody, collab, DAY).held == held


@pytest.mark.parametrize(
    ("ordinary", "held"),
    [
        ({}, False),
        ({"absences": (absence(ABSENT),)}, True),
        ({"absences": (absence(DISQUALIFIED),)}, True),
        ({"absences": (absence(ABSENT, NEXT, NEXT),)}, False),
        ({"period": Period(last_day=BEFORE)}, True),
    ],
)
def test_standing_in(ask: Ask, ordinary: dict[str, Any], held: bool) -> None:
    collab = collaboration(
        mandate("uppdrag", "samordnaren"),
        appointment("samordnaren", id="för", standing_in_for="ordinarie"),
        appointment("handläggaren", id="ordinarie", **ordinary),
    )

    assert ask(held_by_nobody, collab, DAY).held == held


@pytest.mark.parametrize(
    ("to", "substitutes", "held"),
    [
        (("styrgruppen",), (), True),
        (("p",), (), True),
        ((), (), False),
        (("okänd",), ("okänd-2",), False),
        (("indragen",), (), False),
        (("indragen", "p"), (), True),
        (("indragen",), ("okänd", "styrgruppen"), True),
        (("indragen",), ("indragen",), False),
        (("samordnaren",), ("p",), True),
    ],
)
def test_holders_and_substitutes(
    ask: Ask, to: tuple[str, ...], substitutes: tuple[str, ...], held: bool
) -> None:
    collab = collaboration(mandate("uppdrag", *to, substitutes=substitutes))

    assert ask(held_by_nobody, collab, DAY).held == held


def test_a_body_holds_while_it_exists(ask: Ask) -> None:
    collab = collaboration(mandate("uppdrag", "styrgruppen"), appointment("styrgruppen"))

    assert ask(held_by_nobody, collab, DAY).held
    assert only(ask(held_by_nobody, collab, NEXT)).subject == "uppdrag"


@pytest.mark.parametrize(
    "to", [("samordnaren",), ("förvaltningen",), ("handläggaren", "samordnaren")]
)
def test_an_office_to_which_no_appointment_is_recorded(ask: Ask, to: tuple[str, ...]) -> None:
    left = appointment("handläggaren", Period(last_day=BEFORE))

    judgement = ask(held_by_nobody, collaboration(mandate("uppdrag", *to), left), DAY)

    assert not judgement.findings
    assert judgement.not_judged == (
        NotJudged(code="MAN005", subject="uppdrag", lacked="appointments"),
    )


@given(asked=questions())
def test_a_mandate_is_held_exactly_where_there_is_a_way_to_hold_it(ask: Ask, asked: Asked) -> None:
    """What the engine that decides takes for a way to hold a mandate, this rule takes for one.

    Where no appointment to an office is recorded, it is said that this cannot be judged. That an
    appointment is of somebody whom the document lacks is for another rule to tell.
    """
    persons, day = {person.id for person in asked.collab.persons}, asked.at
    known = tuple(one for one in asked.collab.appointments if one.person in persons)
    collab = attrs.evolve(asked.collab, appointments=known)
    book = index(collab)
    judgement = ask(held_by_nobody, collab, day)
    told = {finding.subject for finding in judgement.findings}
    told |= {missing.subject for missing in judgement.not_judged}
    everybody: set[str] = {*persons, *book.shelves["bodies"].first}
    asking = (Question(who=who, power=Power.COORDINATE, on=Scope(), at=day) for who in everybody)
    held = {way.mandate.id for one in asking for way in ways(book, one) if not way.breaks}
    firsts = (collab.mandates[position] for position in book.shelves["mandates"].first.values())
    standing = {
        one.id
        for one in firsts
        if one.period.holds_on(day) and (one.revoked_from is None or day < one.revoked_from)
    }
    if collab.mandates:
        assert told == standing - held


@given(asked=questions())
def test_whoever_may_do_something_does_it_by_a_mandate_with_which_all_is_well(
    ask: Ask, asked: Asked
) -> None:
    decision = may(asked.collab, asked.who, asked.power, on=asked.on, at=asked.at)
    if decision.proof is not None:
        used = {link.mandate for link in decision.proof.links}
        ended = {one.subject for one in ask(giver_ended, asked.collab, asked.at).findings}
        unheld = {one.subject for one in ask(held_by_nobody, asked.collab, asked.at).findings}
        assert not used & ended
        assert not {link.mandate for link in decision.proof.links[:1]} & unheld


@given(asked=questions())
def test_what_goes_beyond_a_parent_is_not_refused_where_no_rule_says_so(
    ask: Ask, asked: Asked
) -> None:
    """Where an answer says that a delegation is too wide, this rule has said so of some child."""
    decision = may(asked.collab, asked.who, asked.power, on=asked.on, at=asked.at)
    above = {one.about for one in decision.refusals if one.code is RefusalCode.DELEGATION_TOO_WIDE}
    told = {dict(one.data)["parent"] for one in ask(wider_than_parent, asked.collab).findings}
    assert above <= told


# --- MAN006 ----------------------------------------------------------------------------------


def test_a_mandate_that_is_bound_to_persons(ask: Ask) -> None:
    collab = collaboration(
        mandate("annat", "samordnaren"),
        mandate("uppdrag", "q", "samordnaren", "q", substitutes=("p",)),
    )

    finding = only(ask(bound_to_person, collab))

    assert (finding.pointer, finding.subject) == ("/mandates/1", "uppdrag")
    assert finding.severity is Severity.WARNING
    assert finding.message("sv") == (
        "Uppdraget uppdrag innehas personligen av q och p, inte av en befattning."
    )
    assert (
        finding.message("en")
        == "Assignment uppdrag is held by q and p in person, not by an office."
    )


def test_where_a_municipality_has_made_it_a_principle(ask: Ask) -> None:
    collab = collaboration(mandate("uppdrag", "p"))

    assert only(ask(bound_to_person, collab, profile=ATVIDABERG)).severity is Severity.ERROR


@pytest.mark.parametrize("kind", [None, *BasisKind], ids=str)
def test_a_law_may_call_for_a_named_person(ask: Ask, kind: BasisKind | None) -> None:
    basis = None if kind is None else Basis(kind=kind)
    collab = collaboration(mandate("uppdrag", "p", basis=basis))

    assert ask(bound_to_person, collab).held == (kind is BasisKind.LAW)


@pytest.mark.parametrize("holder", ["samordnaren", "styrgruppen", "förvaltningen", "okänd"])
def test_an_office_is_no_person(ask: Ask, holder: str) -> None:
    collab = collaboration(mandate("uppdrag", holder, substitutes=(holder,)))

    assert ask(bound_to_person, collab).held


# --- MAN007 ----------------------------------------------------------------------------------


def test_a_mandate_of_a_board_that_has_ended(ask: Ask) -> None:
    one = mandate("uppdrag", granted_by="nämnden", kind=MandateKind.DELEGATION)

    finding = only(ask(giver_ended, collaboration(one, ENDED), DAY))

    assert (finding.pointer, finding.subject) == ("/mandates/0/granted_by", "uppdrag")
    assert finding.severity is Severity.WARNING
    assert finding.message("sv") == (
        "Delegationen uppdrag gavs av nämnden, som har upphört, och ingen efterträdare har tagit "
        "över genom beslut."
    )
    assert finding.message("en") == (
        "Delegation uppdrag was given by nämnden, which has ceased to exist, and no successor has "
        "taken it over by decision."
    )


@pytest.mark.parametrize(
    ("period", "held"),
    [
        (None, True),
        (Period(first_day=FIRST), True),
        (Period(last_day=DAY), True),
        (Period(last_day=BEFORE), False),
        (Period(first_day=NEXT), True),
        (Period(first_day=LAST, last_day=BEFORE), False),
    ],
    ids=["always", "open", "last day", "ended", "to come", "backwards"],
)
def test_when_a_board_has_ended(ask: Ask, period: Period | None, held: bool) -> None:
    giver = made(Body, "nämnden", kind=BodyKind.BOARD, period=period)
    collab = collaboration(mandate("uppdrag", granted_by="nämnden"), giver)

    assert ask(giver_ended, collab, DAY).held == held


HEIR: dict[str, object] = {
    "kind": BodyKind.BOARD,
    "succeeds": ("en-annan", "nämnden"),
    "decided_by": Resolution(),
    "period": Period(first_day=DAY),
}


@pytest.mark.parametrize(
    ("changed", "held"),
    [
        ({}, True),
        ({"period": None}, True),
        ({"decided_by": None}, False),
        ({"succeeds": ("en-annan",)}, False),
        ({"period": Period(first_day=NEXT)}, False),
        ({"period": Period(last_day=BEFORE)}, False),
    ],
    ids=["heir", "always", "no decision", "of another", "to come", "ended"],
)
def test_a_successor_takes_over_by_decision(
    ask: Ask, changed: dict[str, object], held: bool
) -> None:
    heir = made(Body, "ny-nämnd", **{**HEIR, **changed})
    collab = collaboration(mandate("uppdrag", granted_by="nämnden"), ENDED, heir)

    assert ask(giver_ended, collab, DAY).held == held


@pytest.mark.parametrize("giver", [None, "okänd", "samordnaren", "p", "förvaltningen"])
def test_only_bodies_end(ask: Ask, giver: str | None) -> None:
    assert ask(giver_ended, collaboration(mandate("uppdrag", granted_by=giver)), DAY).held


@given(asked=questions())
def test_whose_giver_has_ended_may_not_be_used(ask: Ask, asked: Asked) -> None:
    """A mandate of which this is told carries no chain, whatever stands in its other members."""
    told = {one.subject for one in ask(giver_ended, asked.collab, asked.at).findings}
    decision = may(asked.collab, asked.who, asked.power, on=asked.on, at=asked.at)
    assert decision.proof is None or told.isdisjoint(link.mandate for link in decision.proof.links)


@given(asked=questions(), rule=st.sampled_from(RULES))
def test_the_order_of_the_document_does_not_matter(ask: Ask, asked: Asked, rule: Rule) -> None:
    collab = asked.collab
    ids = [one.id for one in collab.mandates]
    if len(set(ids)) == len(ids):
        turned = attrs.evolve(collab, mandates=collab.mandates[::-1])
        found = [
            {finding.data for finding in ask(rule, one, asked.at).findings}
            for one in (collab, turned)
        ]
        assert found[0] == found[1]
