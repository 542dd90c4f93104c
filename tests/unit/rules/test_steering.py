"""BOD001 to BOD005: one steering group, of chiefs, for all who take part, with aim and goal."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from samverkan_core.findings.finding import Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.body import Body, BodyKind, Seat
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.role import Level, Role, RoleKind
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.steering import (
    not_one_steering_group,
    not_represented,
    seat_below_or_above,
    steering_goal_missing,
    steering_purpose_missing,
)
from samverkan_core.values.time import Period

Ask = Callable[..., Judgement]

DAY = dt.date(2015, 3, 1)
BEFORE = dt.date(2015, 2, 28)
NEXT = dt.date(2015, 3, 2)
BACKWARDS = Period(first_day=NEXT, last_day=BEFORE)
EDGES = (dt.date.min, DAY, dt.date.max)


def group(id_: str = "sg", *seats: Seat, **members: object) -> Body:
    known: dict[str, Any] = {"id": id_, "name": "Styrgruppen", "kind": BodyKind.STEERING_GROUP}
    return Body(**{**known, "seats": seats, **members})


def seat(**members: object) -> Seat:
    known: dict[str, Any] = members
    return Seat(**known)


def actor(id_: str, **members: object) -> Actor:
    known: dict[str, Any] = {"id": id_, "name": "En aktör", "kind": ActorKind.SCHOOL, **members}
    return Actor(**known)


def role(id_: str, level: Level | None) -> Role:
    known: dict[str, Any] = {"id": id_, "name": "En roll", "kind": RoleKind.EMPLOYEE}
    return Role(**known, level=level)


def collaboration(*bodies: Body, **members: object) -> Collaboration:
    known: dict[str, Any] = {"name": "Fokus", "bodies": bodies, **members}
    return Collaboration(**known)


class TestOneSteeringGroup:
    """BOD001."""

    def test_none_on_the_day(self, ask: Ask) -> None:
        ended = group(period=Period(last_day=BEFORE))
        council = group("barnråd", kind=BodyKind.CHILDRENS_COUNCIL)

        (finding,) = ask(not_one_steering_group, collaboration(ended, council), DAY).findings

        assert (finding.pointer, finding.subject) == ("/bodies", None)
        assert finding.data == (("found", "none"),)
        assert finding.severity is Severity.WARNING
        assert finding.message("sv") == (
            "Verksamma styrgrupper den dag som granskas: ingen; det ska vara exakt en."
        )
        assert finding.message("en") == (
            "Steering groups at work on the day asked about: none; there is to be exactly one."
        )

    def test_two_on_the_day(self, ask: Ask) -> None:
        two = (group("sg-1"), group("sg-2", period=Period(first_day=DAY, last_day=DAY)))

        (finding,) = ask(not_one_steering_group, collaboration(*two), DAY).findings

        assert finding.data == (("found", ("sg-1", "sg-2")),)
        assert finding.message("sv") == (
            "Verksamma styrgrupper den dag som granskas: sg-1 och sg-2; det ska vara exakt en."
        )
        assert finding.message("en") == (
            "Steering groups at work on the day asked about: sg-1 and sg-2; "
            "there is to be exactly one."
        )

    @pytest.mark.parametrize("at", [DAY, NEXT])
    def test_one_follows_the_other_from_day_to_day(self, ask: Ask, at: dt.date) -> None:
        old = group("sg-1", period=Period(last_day=DAY))
        new = group("sg-2", period=Period(first_day=NEXT))

        assert ask(not_one_steering_group, collaboration(old, new), at).held

    def test_one_id_twice_is_one_group(self, ask: Ask) -> None:
        assert ask(not_one_steering_group, collaboration(group(), group()), DAY).held

    def test_period_that_ends_before_it_starts_says_nothing(self, ask: Ask) -> None:
        unclear = collaboration(group("sg-1"), group("sg-2", period=BACKWARDS))

        judgement = ask(not_one_steering_group, unclear, DAY)

        assert not judgement.findings
        assert judgement.not_judged == (NotJudged(code="BOD001", subject="sg-2", lacked="period"),)

    def test_without_any_body(self, ask: Ask) -> None:
        judgement = ask(not_one_steering_group, collaboration(), DAY)

        assert judgement.not_judged == (NotJudged(code="BOD001", lacked="bodies"),)


class TestChiefs:
    """BOD002."""

    @pytest.mark.parametrize(
        ("level", "sv", "en"),
        [
            (Level.POLITICAL, "politisk nivå", "political level"),
            (Level.UNIT, "enhetsnivå", "unit level"),
        ],
    )
    def test_role_on_another_level(self, ask: Ask, level: Level, sv: str, en: str) -> None:
        chief, other = role("chef", Level.ADMINISTRATIVE), role("ordförande", level)
        made = collaboration(
            group("sg", seat(role="chef"), seat(role="ordförande")), roles=(chief, other)
        )

        (finding,) = ask(seat_below_or_above, made).findings

        assert (finding.pointer, finding.subject) == ("/bodies/0/seats/1/role", "sg")
        assert finding.data == (("group", "sg"), ("level", level.code), ("role", "ordförande"))
        assert finding.severity is Severity.WARNING
        assert finding.message("sv") == (
            f"Rollen ordförande i styrgruppen sg står på {sv}; styrgruppen består av chefer på "
            "förvaltningsledningens nivå."
        )
        assert finding.message("en") == (
            f"Role ordförande in steering group sg stands on {en}; the group consists of heads of "
            "administration and their equals."
        )

    def test_politician_in_another_body(self, ask: Ask) -> None:
        board = group("nämnd", seat(role="ordförande"), kind=BodyKind.BOARD)
        steering = group("sg", seat(role="chef"))
        roles = (role("chef", Level.ADMINISTRATIVE), role("ordförande", Level.POLITICAL))

        assert ask(seat_below_or_above, collaboration(board, steering, roles=roles)).held

    def test_what_is_not_said(self, ask: Ask) -> None:
        made = collaboration(
            group("sg-1"),
            group("sg-2", seat(), seat(role="okänd"), seat(role="chef")),
            roles=(role("chef", None),),
        )

        judgement = ask(seat_below_or_above, made)

        assert not judgement.findings
        assert judgement.not_judged == (
            NotJudged(code="BOD002", subject="sg-1", lacked="seats"),
            NotJudged(code="BOD002", subject="sg-2", lacked="seats.role"),
            NotJudged(code="BOD002", subject="sg-2", lacked="seats.role"),
            NotJudged(code="BOD002", subject="chef", lacked="level"),
        )


class TestRepresented:
    """BOD003."""

    def test_actor_without_seat(self, ask: Ask) -> None:
        steering = group("sg", seat(on_behalf_of="skola"))
        made = collaboration(steering, actors=(actor("skola"), actor("polis")))

        (finding,) = ask(not_represented, made, DAY).findings

        assert (finding.pointer, finding.subject) == ("/actors/1", "polis")
        assert finding.data == (("actor", "polis"), ("groups", ("sg",)))
        assert finding.severity is Severity.WARNING
        assert finding.message("sv") == (
            "Aktören polis saknar plats i styrgruppen sg, både för egen del och genom den "
            "organisation som den tillhör."
        )
        assert finding.message("en") == (
            "Actor polis has no seat in steering group sg, neither of its own nor through the "
            "organisation that it belongs to."
        )

    def test_seat_through_the_larger_organisation(self, ask: Ask) -> None:
        unit = actor("enhet", part_of="avdelning")
        larger = (actor("avdelning", part_of="förvaltning"), actor("förvaltning"))
        made = collaboration(group("sg", seat(on_behalf_of="förvaltning")), actors=(unit, *larger))

        assert ask(not_represented, made, DAY).held

    def test_principals_and_those_who_left_need_no_seat(self, ask: Ask) -> None:
        made = collaboration(
            group("sg", seat(on_behalf_of="skola")),
            principals=("region",),
            actors=(
                actor("kommun"),
                actor("region"),
                actor("skola", principal="kommun"),
                actor("förening", period=Period(last_day=BEFORE)),
            ),
        )

        assert ask(not_represented, made, DAY).held

    def test_seat_in_a_group_that_has_ended(self, ask: Ask) -> None:
        old = group("sg-1", seat(on_behalf_of="polis"), period=Period(last_day=BEFORE))
        new = group("sg-2", seat(on_behalf_of="skola"))
        made = collaboration(old, new, actors=(actor("skola"), actor("polis")))

        (finding,) = ask(not_represented, made, DAY).findings
        assert finding.data == (("actor", "polis"), ("groups", ("sg-2",)))
        assert ask(not_represented, made, BEFORE).held

    @pytest.mark.parametrize("id_", [None, "okänd"])
    def test_seat_that_does_not_say_for_whom(self, ask: Ask, id_: str | None) -> None:
        steering = group("sg", seat(on_behalf_of="skola"), seat(on_behalf_of=id_))
        made = collaboration(steering, actors=(actor("skola"), actor("polis")))

        judgement = ask(not_represented, made, DAY)

        assert not judgement.findings
        assert judgement.not_judged == (
            NotJudged(code="BOD003", subject="polis", lacked="seats.on_behalf_of"),
        )

    def test_unknown_larger_organisation(self, ask: Ask) -> None:
        steering = group("sg", seat(on_behalf_of="skola"))
        made = collaboration(steering, actors=(actor("skola"), actor("enhet", part_of="okänd")))

        judgement = ask(not_represented, made, DAY)

        assert not judgement.findings
        assert judgement.not_judged == (
            NotJudged(code="BOD003", subject="enhet", lacked="part_of"),
        )

    def test_group_without_seats(self, ask: Ask) -> None:
        judgement = ask(not_represented, collaboration(group(), actors=(actor("skola"),)), DAY)

        assert judgement.not_judged == (NotJudged(code="BOD003", subject="sg", lacked="seats"),)

    @pytest.mark.parametrize("period", [Period(first_day=NEXT), BACKWARDS])
    def test_no_group_on_the_day(self, ask: Ask, period: Period) -> None:
        made = collaboration(group(period=period), actors=(actor("skola"),))

        assert ask(not_represented, made, DAY).not_judged == (
            NotJudged(code="BOD003", lacked="bodies"),
        )

    def test_actors_that_are_part_of_each_other(self, ask: Ask) -> None:
        ring = (actor("a", part_of="b"), actor("b", part_of="a"), actor("c", part_of="c"))
        made = collaboration(group("sg", seat(on_behalf_of="a")), actors=ring)

        (finding,) = ask(not_represented, made, DAY).findings
        assert finding.subject == "c"


class TestPurposeAndGoal:
    """BOD004 and BOD005."""

    def test_no_purpose(self, ask: Ask) -> None:
        made = collaboration(group("sg-1", purpose="Att leda."), group("sg-2", goal="Mål."))

        (finding,) = ask(steering_purpose_missing, made).findings

        assert (finding.pointer, finding.subject) == ("/bodies/1", "sg-2")
        assert finding.data == (("group", "sg-2"),)
        assert finding.severity is Severity.WARNING
        assert finding.message("sv") == "Styrgruppen sg-2 saknar syfte."
        assert finding.message("en") == "Steering group sg-2 has no purpose."

    def test_no_goal(self, ask: Ask) -> None:
        made = collaboration(group("sg-1", purpose="Att leda."), group("sg-2", goal="Mål."))

        (finding,) = ask(steering_goal_missing, made).findings

        assert (finding.pointer, finding.subject) == ("/bodies/0", "sg-1")
        assert finding.data == (("group", "sg-1"),)
        assert finding.severity is Severity.WARNING
        assert finding.message("sv") == "Styrgruppen sg-1 saknar mål."
        assert finding.message("en") == "Steering group sg-1 has no goal."

    def test_other_bodies_need_neither(self, ask: Ask) -> None:
        made = collaboration(group(purpose="-", goal="-"), group("ag", kind=BodyKind.WORKING_GROUP))

        assert ask(steering_purpose_missing, made).held
        assert ask(steering_goal_missing, made).held


@pytest.mark.parametrize("at", EDGES)
def test_the_edges_of_the_calendar(ask: Ask, at: dt.date) -> None:
    whole = group("sg", seat(on_behalf_of="skola"), period=Period(first_day=at, last_day=at))
    made = collaboration(whole, actors=(actor("skola"),))

    assert ask(not_one_steering_group, made, at).held
    assert ask(not_represented, made, at).held
