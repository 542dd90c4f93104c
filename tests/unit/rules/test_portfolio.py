"""ACV020 to ACV026, BOD020, PRO020: activities as a whole, trainings, what groups plan together."""

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Severity
from samverkan_core.model.activity import (
    Activity,
    ActivityKind,
    ActivityScope,
    Arena,
    InterventionLevel,
    Participants,
    TrainingTheme,
    YoungVoices,
)
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.process_area import ProcessArea, ProcessAreaKind
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.portfolio import (
    individual_planned_by_group,
    level_missing,
    only_new_forums,
    young_not_heard,
)
from samverkan_core.rules.process_areas import process_area_of_one
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.trainings import (
    none_joint_training,
    one_arena,
    themes_missing,
    work_before_training,
)
from samverkan_core.values.time import PartialDate, Period, TimeBox

T = TypeVar("T")
Ask = Callable[..., Judgement]

DAY = dt.date(2015, 3, 1)


def thing(cls: Callable[..., T], **members: Any) -> T:
    """Make a thing of plain ids."""
    return cls(**members)


def hagby(**things: Any) -> Collaboration:
    return Collaboration(name="Hagby", **things)


def activity(id_: str = "frukost", **more: Any) -> Activity:
    told: dict[str, Any] = {"name": "Frukost", "kind": ActivityKind.CAMPAIGN, **more}
    return thing(Activity, id=id_, **told)


def training(id_: str = "dagen", **more: Any) -> Activity:
    return activity(id_, **{"kind": ActivityKind.TRAINING, **more})


def box(starts: str, ends: str | None = None) -> TimeBox:
    last = None if ends is None else PartialDate(when=ends)
    return TimeBox(starts=PartialDate(when=starts), ends=last)


def doing(*activities: Activity) -> Collaboration:
    return hagby(activities=activities)


def messages(judgement: Judgement, lang: Any = "sv") -> list[str]:
    return [finding.message(lang) for finding in judgement.findings]


def lacked(judgement: Judgement) -> list[tuple[str | None, str]]:
    return [(row.subject, row.lacked) for row in judgement.not_judged]


class TestLevels:
    """ACV020."""

    def test_each_level_that_nothing_has_is_named_at_once(self, ask: Ask) -> None:
        found = ask(level_missing, doing(activity(level=InterventionLevel.TARGETED)))

        assert messages(found) == ["Aktivitet saknas på nivå: främjande och förebyggande."]
        assert messages(found, "en") == [
            "An activity is missing on level: promotive and preventive."
        ]
        assert [finding.severity for finding in found.findings] == [Severity.WARNING]

    def test_an_activity_that_does_not_say_may_be_the_one(self, ask: Ask) -> None:
        found = ask(level_missing, doing(activity(level=InterventionLevel.TARGETED), activity("b")))

        assert not found.findings
        assert lacked(found) == [("b", "level")]

    @given(levels=st.lists(st.sampled_from(InterventionLevel), min_size=1))
    def test_what_is_missing_is_what_nothing_has(
        self, ask: Ask, levels: list[InterventionLevel]
    ) -> None:
        found = ask(level_missing, doing(*(activity(level=level) for level in levels)))

        missing = tuple(level.code for level in InterventionLevel if level not in levels)
        wanted = [(("levels", missing),)] if missing else []
        assert [one.data for one in found.findings] == wanted

    def test_without_activities_nothing_is_judged(self, ask: Ask) -> None:
        assert lacked(ask(level_missing, hagby())) == [(None, "activities")]


class TestYoungPeople:
    """ACV021, ACV022."""

    def test_nobody_was_heard(self, ask: Ask) -> None:
        (finding,) = ask(young_not_heard, doing(activity()), DAY).findings

        assert finding.message("sv") == (
            "Ingen aktivitet de senaste tolv månaderna visar att barn och unga har varit delaktiga."
        )
        assert finding.severity is Severity.WARNING

    def test_it_says_the_same_on_the_next_day(self, ask: Ask) -> None:
        """What somebody answers for is answered for until the day that they said."""
        silent = doing(activity(), training(actors=("skolan",), time_box=box("2014-11-12")))
        for rule in (young_not_heard, none_joint_training):
            today, tomorrow = (
                ask(rule, silent, day).findings for day in (DAY, DAY + dt.timedelta(days=1))
            )
            assert today
            assert today == tomorrow

    def test_it_is_an_error_in_rattvik(self, ask: Ask) -> None:
        (finding,) = ask(young_not_heard, doing(activity()), DAY, PROFILES["rattvik"]).findings

        assert finding.severity is Severity.ERROR

    @pytest.mark.parametrize(
        ("time", "is_found"),
        [
            (box("2013-08-19", "2014-03-01"), False),
            (box("2013-08-19", "2014-02-28"), True),
            (box("2015-03-02"), True),
            (box("2015-03-01"), False),
        ],
    )
    def test_the_twelve_months_are_counted_to_the_day(
        self, ask: Ask, time: TimeBox, is_found: object
    ) -> None:
        heard = activity(young_voices=YoungVoices(), time_box=time)

        found = ask(young_not_heard, doing(heard), DAY)

        assert bool(found.findings) is is_found
        assert not found.not_judged

    def test_a_dialogue_with_young_people_counts_by_its_kind(self, ask: Ask) -> None:
        dialogue = activity(kind=ActivityKind.CONSULTATION, time_box=box("2014-11"))

        assert ask(young_not_heard, doing(activity("b"), dialogue), DAY).held

    @pytest.mark.parametrize("time", [None, box("2015"), box("2012", "2014")])
    def test_a_time_that_may_be_within_is_not_judged(self, ask: Ask, time: TimeBox | None) -> None:
        found = ask(
            young_not_heard, doing(activity(young_voices=YoungVoices(), time_box=time)), DAY
        )

        assert not found.findings
        assert lacked(found) == [("frukost", "time_box")]

    def test_a_forum_that_was_there_is_enough(self, ask: Ask) -> None:
        new, old = YoungVoices(existed_before=False), YoungVoices(existed_before=True)

        found = ask(only_new_forums, doing(activity("a", young_voices=new)))
        assert messages(found) == [
            "Alla forum där barn och unga är delaktiga är nya; det gäller a."
        ]
        both = doing(activity("a", young_voices=new), activity("b", young_voices=old))
        assert ask(only_new_forums, both).held

    def test_where_nobody_says_the_forum_is_not_judged(self, ask: Ask) -> None:
        new, unsaid = YoungVoices(existed_before=False), YoungVoices()
        collab = doing(activity("a", young_voices=new), activity("b", young_voices=unsaid))

        assert lacked(ask(only_new_forums, collab)) == [("b", "young_voices.existed_before")]
        assert lacked(ask(only_new_forums, doing(activity()))) == [
            (None, "activities.young_voices")
        ]


class TestTrainings:
    """ACV023, ACV024, ACV025."""

    def test_each_learns_alone(self, ask: Ask) -> None:
        alone = training(actors=("skolan", "skolan"), time_box=box("2014-11-12"))

        (message,) = messages(ask(none_joint_training, doing(alone), DAY))

        assert message == (
            "Ingen utbildning de senaste tolv månaderna är angiven som gemensam för två aktörer "
            "eller fler."
        )

    def test_those_who_came_make_it_joint_too(self, ask: Ask) -> None:
        came = tuple(
            thing(Participants, when=PartialDate(when="2014-11"), count=9, actor=actor)
            for actor in ("hagby", "vikby", None)
        )
        both = training(participants=came, time_box=box("2014-11-12", "2014-11-13"))

        assert ask(none_joint_training, doing(both), DAY).held

    @pytest.mark.parametrize(("day", "is_found"), [("2014-03-01", False), ("2014-02-28", True)])
    def test_the_twelve_months_begin_on_the_same_day_of_the_year_before(
        self, ask: Ask, day: str, *, is_found: bool
    ) -> None:
        joint = training(actors=("skolan", "polisen"), time_box=box(day, day))

        assert bool(ask(none_joint_training, doing(joint), DAY).findings) is is_found

    def test_a_seminar_is_no_training(self, ask: Ask) -> None:
        seminar = activity(kind=ActivityKind.SEMINAR, actors=("skolan",))

        assert lacked(ask(none_joint_training, doing(seminar), DAY)) == [(None, "activities.kind")]

    @pytest.mark.parametrize(
        "one",
        [
            training(time_box=box("2014-11-12")),
            training(actors=("skolan", "polisen")),
            training(actors=("skolan", "polisen"), time_box=box("2015")),
        ],
    )
    def test_who_came_and_when_must_be_known(self, ask: Ask, one: Activity) -> None:
        found = ask(none_joint_training, doing(one), DAY)

        assert not found.findings
        assert lacked(found) == [("dagen", "actors")]

    def test_one_that_was_held_alone_is_not_joint_whenever_it_was(self, ask: Ask) -> None:
        assert ask(none_joint_training, doing(training(actors=("skolan",))), DAY).findings

    def test_where_no_training_is_told_of_nothing_is_judged(self, ask: Ask) -> None:
        other = doing(activity())

        assert lacked(ask(none_joint_training, other, DAY)) == [(None, "activities.kind")]
        assert lacked(ask(one_arena, other)) == [(None, "activities.themes")]
        assert lacked(ask(themes_missing, other)) == [(None, "activities.themes")]

    def test_one_arena_is_not_several(self, ask: Ask) -> None:
        risk = (TrainingTheme.CHILDREN_AT_RISK,)
        school = training(themes=risk, arenas=(Arena.SCHOOL, Arena.SCHOOL))

        assert messages(ask(one_arena, doing(school))) == [
            "Utbildningen om utsatta barn (dagen) når en enda arena: skola."
        ]
        other = training("b", themes=risk, arenas=(Arena.LEISURE,))
        assert ask(one_arena, doing(school, other)).held

    def test_an_arena_that_nobody_states_is_not_judged(self, ask: Ask) -> None:
        risk = (TrainingTheme.CHILDREN_AT_RISK,)
        found = ask(one_arena, doing(training(themes=risk)))

        assert lacked(found) == [("dagen", "arenas")]

    def test_themes_are_covered_between_them(self, ask: Ask) -> None:
        first = training(themes=(TrainingTheme.GOALS, TrainingTheme.QUALITY))
        second = training("b", themes=(TrainingTheme.ANCHORING, TrainingTheme.FOLLOW_UP))

        assert ask(themes_missing, doing(first, second)).held
        assert messages(ask(themes_missing, doing(first))) == [
            (
                "Bland temana för utbildningen inför det gemensamma arbetet (dagen) saknas: "
                "förankring och uppföljning."
            )
        ]


class TestOrderOfWork:
    """BOD020."""

    @staticmethod
    def group(first_day: dt.date | None, id_: str = "dagen") -> Body:
        return thing(
            Body,
            id="malgruppen",
            name="Gruppen för mål",
            kind=BodyKind.WORKING_GROUP,
            period=Period(first_day=first_day),
            prepared_by=(id_,),
        )

    def test_the_group_began_before_its_training(self, ask: Ask) -> None:
        held = training(time_box=box("2008-11-12", "2008-11-13"))
        collab = hagby(bodies=(self.group(dt.date(2008, 11, 12)),), activities=(held,))

        (finding,) = ask(work_before_training, collab).findings

        assert finding.message("sv") == (
            "Gruppen malgruppen började 2008-11-12, före utbildningen dagen (2008-11-13)."
        )
        assert finding.severity is Severity.INFO
        assert finding.pointer == "/bodies/0/prepared_by/0"

    def test_the_same_day_will_do(self, ask: Ask) -> None:
        held = training(time_box=box("2008-11-12"))
        collab = hagby(bodies=(self.group(dt.date(2008, 11, 12)),), activities=(held,))

        assert ask(work_before_training, collab).held

    @pytest.mark.parametrize(
        ("first_day", "held", "wanted"),
        [
            (dt.date(2008, 11, 12), training(), "prepared_by.time_box"),
            (dt.date(2008, 11, 12), training(time_box=TimeBox()), "prepared_by.time_box"),
            (dt.date(2008, 11, 12), training(time_box=box("2008-11")), "prepared_by.time_box"),
            (dt.date(2008, 11, 12), training("annan"), "prepared_by.time_box"),
            (None, training(time_box=box("2008-11-12")), "period.first_day"),
        ],
    )
    def test_days_that_are_not_known_are_not_judged(
        self, ask: Ask, first_day: dt.date | None, held: Activity, wanted: str
    ) -> None:
        found = ask(
            work_before_training, hagby(bodies=(self.group(first_day),), activities=(held,))
        )

        assert not found.findings
        assert lacked(found) == [("malgruppen", wanted)]


class TestPlanning:
    """ACV026, PRO020."""

    @staticmethod
    def planned(kind: BodyKind, scope: ActivityScope | None) -> Collaboration:
        group = thing(Body, id="gruppen", name="Gruppen", kind=kind)
        return hagby(activities=(activity(scope=scope, planned_by=("gruppen",)),), bodies=(group,))

    def test_a_collaboration_group_plans_general_measures(self, ask: Ask) -> None:
        kind = BodyKind.COLLABORATION_GROUP
        found = ask(individual_planned_by_group, self.planned(kind, ActivityScope.INDIVIDUAL))

        assert messages(found) == [
            "Aktiviteten frukost är individuell men planeras av samverkansgruppen gruppen."
        ]
        assert [one.pointer for one in found.findings] == ["/activities/0/planned_by/0"]
        assert ask(individual_planned_by_group, self.planned(kind, ActivityScope.GENERAL)).held

    def test_other_groups_may_plan_around_one_child(self, ask: Ask) -> None:
        collab = self.planned(BodyKind.CONSULTATION_TEAM, ActivityScope.INDIVIDUAL)

        assert ask(individual_planned_by_group, collab).held

    def test_what_is_not_said_is_not_judged(self, ask: Ask) -> None:
        unsaid = self.planned(BodyKind.COLLABORATION_GROUP, None)
        unknown = activity(scope=ActivityScope.INDIVIDUAL, planned_by=("okänd",))

        assert lacked(ask(individual_planned_by_group, unsaid)) == [("frukost", "scope")]
        found = ask(individual_planned_by_group, hagby(activities=(unknown,)))
        assert lacked(found) == [("frukost", "planned_by")]
        assert ask(individual_planned_by_group, doing(activity())).held

    @pytest.mark.parametrize(
        ("actors", "named"), [((), "ingen"), (("skolan",), "skolan"), (("skolan",) * 2, "skolan")]
    )
    def test_it_takes_two_to_work_together(
        self, ask: Ask, actors: tuple[str, ...], named: str
    ) -> None:
        area = thing(
            ProcessArea,
            id="franvaro",
            name="När ett barn är borta",
            kind=ProcessAreaKind.SCHOOL_ABSENCE,
            actors=actors,
        )

        assert messages(ask(process_area_of_one, hagby(process_areas=(area,)))) == [
            f"För processområdet franvaro är färre än två aktörer angivna: {named}."
        ]

    @given(actors=st.lists(st.sampled_from(("skolan", "socialtjänsten", "polisen")), max_size=4))
    def test_those_who_work_together_are_counted_once_each(
        self, ask: Ask, actors: list[str]
    ) -> None:
        area = thing(
            ProcessArea, id="a", name="A", kind=ProcessAreaKind.CONCERN_REPORT, actors=tuple(actors)
        )

        found = ask(process_area_of_one, hagby(process_areas=(area,)))

        assert bool(found.findings) == (len(set(actors)) < 2)
