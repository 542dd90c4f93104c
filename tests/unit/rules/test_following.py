"""GOA020, GOA021, IND020 to IND022, MET020: what goals aim at, what is followed, who leads."""

from collections.abc import Callable
from typing import Any, TypeVar

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Severity
from samverkan_core.measures.series import Direction
from samverkan_core.model.activity import Activity, ActivityKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.model.goal import Goal, GoalAbout
from samverkan_core.model.indicator import Gathering, Indicator, IndicatorTopic
from samverkan_core.model.meeting import Meeting, MeetingKind, MeetingState
from samverkan_core.model.resource import Need
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.goals import none_for_children
from samverkan_core.rules.indicator_topics import (
    coherence_not_followed,
    drug_habits_not_followed,
    young_not_asked,
)
from samverkan_core.rules.needs import goal_without_need
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.working_meetings import not_by_coordinator

T = TypeVar("T")
Ask = Callable[..., Judgement]

LOWER, HIGHER = Direction.LOWER_BETTER, Direction.HIGHER_BETTER
HABITS = (IndicatorTopic.ALCOHOL, IndicatorTopic.NARCOTICS, IndicatorTopic.TOBACCO)


def thing(cls: Callable[..., T], **members: Any) -> T:
    """Make a thing of plain ids."""
    return cls(**members)


def hagby(**things: Any) -> Collaboration:
    return Collaboration(name="Hagby", **things)


def indicator(id_: str = "fråga", **more: Any) -> Indicator:
    return thing(Indicator, id=id_, name="Fråga", **more)


def following(*indicators: Indicator) -> Collaboration:
    return hagby(indicators=indicators)


def messages(judgement: Judgement, lang: Any = "sv") -> list[str]:
    return [finding.message(lang) for finding in judgement.findings]


def lacked(judgement: Judgement) -> list[tuple[str | None, str]]:
    return [(row.subject, row.lacked) for row in judgement.not_judged]


class TestIndicators:
    """IND020, IND021, IND022."""

    def test_habits_that_nothing_follows_are_named_at_once(self, ask: Ask) -> None:
        collab = following(
            indicator("a", topic=IndicatorTopic.ALCOHOL, direction=LOWER),
            indicator("b", topic=IndicatorTopic.TOBACCO, direction=HIGHER),
        )

        found = ask(drug_habits_not_followed, collab)

        assert messages(found) == [
            "För narkotika och tobak saknas en indikator där ett lägre värde är bättre."
        ]
        assert not found.not_judged

    def test_how_much_it_weighs_depends_on_the_model(self, ask: Ask) -> None:
        collab = following(indicator(topic=IndicatorTopic.OTHER))
        weights = {
            name: ask(drug_habits_not_followed, collab, None, PROFILES[name]).findings[0].severity
            for name in ("common", "sundbyberg", "lomma")
        }

        assert weights == {
            "common": Severity.INFO,
            "sundbyberg": Severity.WARNING,
            "lomma": Severity.INFO,
        }

    def test_an_indicator_that_does_not_say_may_be_the_one(self, ask: Ask) -> None:
        collab = following(
            indicator("a", topic=IndicatorTopic.ALCOHOL),
            indicator("b", topic=IndicatorTopic.WORKLOAD),
            indicator("c"),
        )

        found = ask(drug_habits_not_followed, collab)

        assert not found.findings
        assert lacked(found) == [("a", "direction"), ("c", "topic")]

    def test_one_that_holds_is_enough_whatever_others_say(self, ask: Ask) -> None:
        told = (indicator(topic.code, topic=topic, direction=LOWER) for topic in HABITS)
        turned = indicator("a", topic=IndicatorTopic.TOBACCO, direction=Direction.NEITHER)

        assert ask(drug_habits_not_followed, following(*told, turned, indicator("b"))).held

    @given(topics=st.lists(st.sampled_from(IndicatorTopic), min_size=1))
    def test_what_is_named_is_what_nothing_follows(
        self, ask: Ask, topics: list[IndicatorTopic]
    ) -> None:
        collab = following(*(indicator(topic=topic, direction=LOWER) for topic in topics))

        found = ask(drug_habits_not_followed, collab)

        missing = tuple(topic.code for topic in HABITS if topic not in topics)
        wanted = [(("topics", missing),)] if missing else []
        assert [one.data for one in found.findings] == wanted

    def test_coherence_may_be_followed(self, ask: Ask) -> None:
        other = indicator(topic=IndicatorTopic.WORKLOAD)

        found = ask(coherence_not_followed, following(other))

        assert messages(found) == [
            (
                "Ingen indikator visar hur barn och föräldrar upplever att insatser och åtgärder "
                "hänger ihop."
            )
        ]
        assert [one.severity for one in found.findings] == [Severity.INFO]
        helhet = indicator("b", topic=IndicatorTopic.COHERENCE)
        assert ask(coherence_not_followed, following(other, helhet)).held
        assert lacked(ask(coherence_not_followed, following(other, indicator("b")))) == [
            ("b", "topic")
        ]

    def test_a_survey_of_young_people_may_be_used(self, ask: Ask) -> None:
        register = indicator(gathered_by=Gathering.REGISTER)
        lupp = indicator("lupp", gathered_by=Gathering.YOUTH_SURVEY)

        assert messages(ask(young_not_asked, following(register)), "en") == [
            "No indicator rests on a survey of young people, LUPP for instance."
        ]
        assert ask(young_not_asked, following(register, lupp)).held
        severities = [
            finding.severity
            for name in ("common", "sundbyberg", "rattvik")
            for finding in ask(young_not_asked, following(register), None, PROFILES[name]).findings
        ]
        assert severities == [Severity.INFO, Severity.INFO, Severity.WARNING]
        assert lacked(ask(young_not_asked, following(indicator()))) == [("fråga", "gathered_by")]


class TestGoalsOnTop:
    """GOA020."""

    @staticmethod
    def goal(id_: str, about: GoalAbout | None, superior: str | None = None) -> Goal:
        return thing(Goal, id=id_, name="Mål", about=about, superior_goal=superior)

    def test_a_goal_for_children_further_down_is_not_enough(self, ask: Ask) -> None:
        top = self.goal("samverka", GoalAbout.COLLABORATION)
        below = self.goal("hela", GoalAbout.CHILDREN, "samverka")

        (finding,) = ask(none_for_children, hagby(goals=(top, below))).findings

        assert finding.message("sv") == (
            "Inget av de övergripande målen (samverka) handlar om hur det går för barn och unga."
        )
        assert finding.severity is Severity.WARNING
        with_one = hagby(goals=(top, self.goal("hela", GoalAbout.CHILDREN)))
        assert ask(none_for_children, with_one).held

    def test_it_is_an_error_for_the_seminars_of_1994(self, ask: Ask) -> None:
        collab = hagby(goals=(self.goal("samverka", GoalAbout.COLLABORATION),))

        (finding,) = ask(none_for_children, collab, None, PROFILES["riskzon1997"]).findings

        assert finding.severity is Severity.ERROR

    def test_what_is_not_said_is_not_judged(self, ask: Ask) -> None:
        unsaid = hagby(goals=(self.goal("a", None), self.goal("b", GoalAbout.COLLABORATION)))
        ring = hagby(goals=(self.goal("a", None, "b"), self.goal("b", None, "a")))

        assert lacked(ask(none_for_children, unsaid)) == [("a", "about")]
        assert lacked(ask(none_for_children, ring)) == [(None, "goals.superior_goal")]


class TestNeeds:
    """GOA021."""

    @staticmethod
    def collab(*, goal: tuple[str, ...], activity: tuple[str, ...]) -> Collaboration:
        made = thing(
            Activity,
            id="frukost",
            name="Frukost",
            kind=ActivityKind.CAMPAIGN,
            goals=("hela",),
            needs=activity,
        )
        return hagby(
            goals=(thing(Goal, id="hela", name="Mål", needs=goal),),
            activities=(made,),
            needs=(thing(Need, id="trygghet", name="Trygghet"),),
        )

    def test_neither_the_goal_nor_what_is_done_for_it_names_a_need(self, ask: Ask) -> None:
        found = ask(goal_without_need, self.collab(goal=(), activity=()))

        assert messages(found) == [
            "Varken målet hela eller någon aktivitet för det anger vilket behov det svarar mot."
        ]

    @pytest.mark.parametrize(("goal", "activity"), [((), ("trygghet",)), (("trygghet",), ())])
    def test_either_of_them_will_do(
        self, ask: Ask, goal: tuple[str, ...], activity: tuple[str, ...]
    ) -> None:
        assert ask(goal_without_need, self.collab(goal=goal, activity=activity)).held

    def test_where_no_need_is_told_there_is_none_to_name(self, ask: Ask) -> None:
        without = attrs.evolve(self.collab(goal=(), activity=()), needs=())

        assert lacked(ask(goal_without_need, without)) == [(None, "needs")]


class TestWorkingMeetings:
    """MET020."""

    @staticmethod
    def meeting(**more: Any) -> Meeting:
        told: dict[str, Any] = {
            "kind": MeetingKind.WORKSHOP,
            "focus_areas": ("narvaro",),
            "planned_by": ("samordnaren",),
            "led_by": ("samordnaren",),
        }
        return thing(Meeting, id="uppstart", **{**told, **more})

    @staticmethod
    def area(*coordinators: str) -> FocusArea:
        return thing(FocusArea, id="narvaro", name="Närvaro", coordinators=coordinators)

    def ask(self, ask: Ask, *coordinators: str, **more: Any) -> Judgement:
        area = self.area(*(coordinators or ("samordnaren", "ställföreträdaren")))
        return ask(not_by_coordinator, hagby(meetings=(self.meeting(**more),), focus_areas=(area,)))

    def test_somebody_else_plans_and_leads(self, ask: Ask) -> None:
        found = self.ask(ask, planned_by=("kuratorn",), led_by=("kuratorn",))

        assert messages(found) == [
            (
                "Det arbetande mötet uppstart planeras och leds inte av någon samordnare för "
                "fokusområdet narvaro."
            )
        ]
        assert [one.pointer for one in found.findings] == ["/meetings/0/planned_by"]
        assert [one.severity for one in found.findings] == [Severity.INFO]

    def test_leading_is_asked_for_by_itself(self, ask: Ask) -> None:
        found = self.ask(ask, led_by=("kuratorn",))

        assert messages(found, "en") == [
            "Working meeting uppstart is not led by any coordinator of area narvaro."
        ]

    def test_one_of_several_is_enough(self, ask: Ask) -> None:
        assert self.ask(ask, led_by=("kuratorn", "ställföreträdaren")).held

    @pytest.mark.parametrize(
        "other", [{"kind": MeetingKind.INFORMATION}, {"state": MeetingState.CANCELLED}]
    )
    def test_other_meetings_are_not_asked(self, ask: Ask, other: dict[str, Any]) -> None:
        assert self.ask(ask, planned_by=("kuratorn",), **other).held

    def test_what_is_not_said_is_not_judged(self, ask: Ask) -> None:
        assert lacked(self.ask(ask, led_by=())) == [("uppstart", "led_by")]
        unknown = hagby(meetings=(self.meeting(),))
        nobody = hagby(meetings=(self.meeting(),), focus_areas=(self.area(),))
        for collab in (unknown, nobody):
            found = ask(not_by_coordinator, collab)
            assert lacked(found) == [("uppstart", "focus_areas.coordinators")]
