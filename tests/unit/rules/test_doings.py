"""ACV, ANC, NEE, RES and ROU: what is done, what it answers, where it is known, and routines."""

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Severity
from samverkan_core.model.activity import (
    Activity,
    ActivityKind,
    Audience,
    InterventionLevel,
    Recurrence,
    Scale,
)
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.anchoring import Anchoring, AnchoringLevel
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.person import Person
from samverkan_core.model.resource import Need, Resource
from samverkan_core.model.routine import Routine, RoutineStep
from samverkan_core.rules.activities import (
    activity_unclear,
    extended_untested,
    inventory_missing,
    time_not_every_year,
)
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.needs import level_not_anchored, need_unmet
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.routines import (
    routine_bound_to_person,
    routine_incomplete,
    unit_without_routine,
)
from samverkan_core.testing.strategies import things
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.ids import EvaluationId
from samverkan_core.values.time import PartialDate, Period

T = TypeVar("T")


def thing(cls: Callable[..., T], **members: Any) -> T:
    """Make a thing of plain ids."""
    return cls(**members)


Ask = Callable[..., Judgement]

DAY = dt.date(2015, 3, 1)
AFTER = dt.date(2015, 3, 2)


def hagby(**things: Any) -> Collaboration:
    return Collaboration(name="Hagby", **things)


def activity(**more: Any) -> Activity:
    clear: dict[str, Any] = {
        "id": "frukost",
        "name": "Frukost före skolan",
        "kind": ActivityKind.CAMPAIGN,
        "goals": ("hela",),
        "audiences": (Audience.PARENTS,),
        "responsible": ("kuratorn",),
        "method": "Frukost dukas i matsalen.",
    }
    return thing(Activity, **{**clear, **more})


def messages(judgement: Judgement, lang: Any = "sv") -> list[str]:
    return [finding.message(lang) for finding in judgement.findings]


class TestActivities:
    """ACV001, ACV002, ACV003, RES001."""

    def test_all_that_is_unclear_is_named_at_once(self, ask: Ask) -> None:
        made = activity(goals=(), method=None, audiences=())

        (finding,) = ask(activity_unclear, hagby(activities=(made,))).findings

        assert finding.message("sv") == (
            "För aktiviteten frukost framgår inte vilket mål den ska bidra till (goals), vem den "
            "är till för (target_group eller audiences) och hur den genomförs (method)."
        )
        assert finding.severity is Severity.WARNING
        assert finding.pointer == "/activities/0"

    def test_what_the_larger_activity_says_goes_for_its_parts(self, ask: Ask) -> None:
        part = activity(id="seminariet", goals=(), responsible=(), part_of="frukost")
        ring = activity(id="ringen", method=None, part_of="ringen")

        found = ask(activity_unclear, hagby(activities=(activity(), part, ring)))

        assert [finding.subject for finding in found.findings] == ["ringen"]

    def test_it_is_an_error_where_the_model_says_it_must(self, ask: Ask) -> None:
        made = hagby(activities=(activity(responsible=()),))

        (finding,) = ask(activity_unclear, made, None, PROFILES["sundbyberg"]).findings

        assert finding.severity is Severity.ERROR

    @pytest.mark.parametrize(
        ("recurrence", "message"),
        [
            (
                Recurrence(month=2, day=29),
                (
                    "Aktiviteten frukost ska återkomma vid en tid på året (month 2, day 29) som "
                    "inte alla år har."
                ),
            ),
            (
                Recurrence(month=4, day=31),
                (
                    "Aktiviteten frukost ska återkomma vid en tid på året (month 4, day 31) som "
                    "inget år har."
                ),
            ),
            (
                Recurrence(week=53),
                (
                    "Aktiviteten frukost ska återkomma vid en tid på året (week 53) som inte alla "
                    "år har."
                ),
            ),
            (
                Recurrence(every_years=2),
                (
                    "Aktiviteten frukost ska återkomma vid en tid på året (every_years 2) som "
                    "ingen har angett: månad och vecka saknas."
                ),
            ),
        ],
    )
    def test_a_time_that_does_not_come_each_year(
        self, ask: Ask, recurrence: Recurrence, message: str
    ) -> None:
        made = hagby(activities=(activity(recurrence=recurrence),))

        assert messages(ask(time_not_every_year, made)) == [message]

    @pytest.mark.parametrize(
        "recurrence",
        [None, Recurrence(month=2, day=28), Recurrence(week=52), Recurrence(month=2)],
    )
    def test_a_time_that_every_year_has(self, ask: Ask, recurrence: Recurrence | None) -> None:
        assert ask(time_not_every_year, hagby(activities=(activity(recurrence=recurrence),))).held

    def test_what_was_extended_was_evaluated_first(self, ask: Ask) -> None:
        untested = activity(scale=Scale.EXTENDED)

        (finding,) = ask(extended_untested, hagby(activities=(untested,))).findings

        assert finding.pointer == "/activities/0/scale"
        tested = attrs.evolve(untested, evaluations=(EvaluationId("forsoket"),))
        assert ask(extended_untested, hagby(activities=(tested,))).held

    def test_interventions_rest_on_an_inventory(self, ask: Ask) -> None:
        made = activity(kind=ActivityKind.INTERVENTION)
        there = thing(Resource, id="fritids", name="Fritidsgården")

        (finding,) = ask(inventory_missing, hagby(activities=(made,))).findings

        assert (finding.subject, finding.pointer) == (None, "/activities")
        assert ask(inventory_missing, hagby(activities=(made,), resources=(there,))).held
        assert ask(inventory_missing, hagby(activities=(activity(),))).held


class TestNeeds:
    """NEE001."""

    def test_the_ages_that_nothing_is_there_for_are_named(self, ask: Ask) -> None:
        need = thing(Need, id="stod", name="Stöd", ages=AgeBand(from_age=0, to_age=9))
        meeting = thing(
            Resource, id="bvc", name="BVC", meets=("stod",), ages=AgeBand(from_age=1, to_age=5)
        )

        found = ask(need_unmet, hagby(needs=(need,), resources=(meeting,)), DAY)

        assert messages(found) == [
            (
                "Ingen resurs möter behovet stod fullt ut den dag som granskas; åldrar utan "
                "resurs: 0 och 6–9."
            )
        ]

    @pytest.mark.parametrize("lang_and_all", [("sv", "alla"), ("en", "all")])
    def test_a_need_without_ages_is_one_of_all(
        self, ask: Ask, lang_and_all: tuple[str, str]
    ) -> None:
        lang, everyone = lang_and_all

        (message,) = messages(
            ask(need_unmet, hagby(needs=(thing(Need, id="a", name="A"),)), DAY), lang
        )

        assert message.endswith(f": {everyone}.")

    def test_a_resource_on_another_level_or_of_another_day_does_not_count(self, ask: Ask) -> None:
        need = thing(Need, id="stod", name="Stöd", level=InterventionLevel.TARGETED)
        unsaid = thing(Resource, id="r", name="R", meets=("stod",))
        other = attrs.evolve(unsaid, level=InterventionLevel.PROMOTIVE)
        later = attrs.evolve(unsaid, period=Period(first_day=AFTER))

        assert ask(need_unmet, hagby(needs=(need,), resources=(unsaid,)), DAY).held
        for one in (other, later):
            assert ask(need_unmet, hagby(needs=(need,), resources=(one,)), DAY).findings

    def test_a_need_that_is_over_asks_nothing(self, ask: Ask) -> None:
        over = thing(Need, id="a", name="A", period=Period(last_day=dt.date(2015, 2, 28)))

        assert ask(need_unmet, hagby(needs=(over,)), DAY).held


def anchorings(*days: str | None) -> tuple[Anchoring, ...]:
    return tuple(
        thing(
            Anchoring, id=f"f{at}", level=level, day=None if day is None else PartialDate(when=day)
        )
        for at, (level, day) in enumerate(zip(AnchoringLevel, days, strict=True))
    )


class TestAnchoring:
    """ANC001."""

    def test_the_levels_that_lack_it_are_named(self, ask: Ask) -> None:
        known = anchorings("2014", "2015-03-01", "2015-03-02", "2016")

        found = ask(level_not_anchored, hagby(anchorings=known), DAY)

        assert messages(found) == [
            (
                "Arbetet är inte förankrat på alla nivåer den dag som granskas; förankring saknas "
                "i förvaltning och verksamhet."
            )
        ]

    @pytest.mark.parametrize("day", [None, "2015-03", "2015"])
    def test_a_day_that_may_lie_on_either_side_is_not_judged(
        self, ask: Ask, day: str | None
    ) -> None:
        found = ask(
            level_not_anchored, hagby(anchorings=anchorings("2014", day, "2014", "2014")), DAY
        )

        assert not found.findings
        assert [(missing.subject, missing.lacked) for missing in found.not_judged] == [
            ("f1", "day")
        ]


def routine(**more: Any) -> Routine:
    complete: dict[str, Any] = {
        "id": "franvaro",
        "name": "Frånvaro",
        "owner": "kuratorn",
        "steps": (thing(RoutineStep, what="Ringer hem", responsible=("kuratorn",)),),
        "period": Period(first_day=dt.date(2015, 1, 1)),
        "review": PartialDate(when="2016"),
    }
    return thing(Routine, **{**complete, **more})


class TestRoutines:
    """ROU001, ROU002, ROU003."""

    def test_a_step_is_laid_on_an_office(self, ask: Ask) -> None:
        steps = (
            thing(RoutineStep, what="Ringer hem", responsible=("kuratorn",)),
            thing(RoutineStep, what="Följer upp", responsible=("kuratorn", "alva")),
        )
        made = hagby(
            persons=(thing(Person, id="alva", name="Alva Ek"),), routines=(routine(steps=steps),)
        )

        (finding,) = ask(routine_bound_to_person, made).findings

        assert finding.pointer == "/routines/0/steps/1/responsible/1"
        assert "alva" in finding.message("sv")
        assert "Alva" not in finding.message("sv")

    def test_each_unit_of_the_kind_has_it_by_itself_or_from_above(self, ask: Ask) -> None:
        area = thing(Actor, id="omradet", name="Skolområdet", kind=ActorKind.ADMINISTRATION)
        north = thing(Actor, id="norr", name="Norr", kind=ActorKind.SCHOOL, part_of="omradet")
        south = thing(Actor, id="soder", name="Söder", kind=ActorKind.SCHOOL)
        schools = (area, north, south)
        wanted = routine(for_all=(ActorKind.SCHOOL,), units=("omradet",))

        found = ask(unit_without_routine, hagby(actors=schools, routines=(wanted,)), DAY)

        assert messages(found) == [
            (
                "Rutinen franvaro ska gälla i alla verksamheter av slaget skola, men gäller inte i "
                "soder den dag som granskas."
            )
        ]
        later = attrs.evolve(wanted, period=Period(first_day=AFTER))
        assert ask(unit_without_routine, hagby(actors=schools, routines=(later,)), DAY).held

    def test_a_ring_of_units_ends(self, ask: Ask) -> None:
        one = thing(Actor, id="a", name="A", kind=ActorKind.SCHOOL, part_of="b")
        other = thing(Actor, id="b", name="B", kind=ActorKind.SCHOOL, part_of="a")
        wanted = routine(for_all=(ActorKind.SCHOOL, ActorKind.SCHOOL))

        (finding,) = ask(
            unit_without_routine, hagby(actors=(one, other), routines=(wanted,)), DAY
        ).findings

        assert dict(finding.data)["units"] == ("a", "b")

    def test_what_a_routine_must_say(self, ask: Ask) -> None:
        bare = thing(Routine, id="franvaro", name="Frånvaro")

        assert messages(ask(routine_incomplete, hagby(routines=(bare,)))) == [
            (
                "För rutinen franvaro framgår inte vem som förvaltar den (owner), vad som ska "
                "göras (steps), från vilken dag den gäller (period.first_day) och när den ska ses "
                "över (review)."
            )
        ]
        assert ask(routine_incomplete, hagby(routines=(routine(),))).held


@given(data=st.data())
def test_no_routine_is_bound_to_a_person_where_there_are_none(
    ask: Ask, data: st.DataObject
) -> None:
    made = hagby(routines=tuple(data.draw(st.lists(things(Routine), max_size=3))))

    assert not ask(routine_bound_to_person, made).findings
