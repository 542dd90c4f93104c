"""The next step of one focus area, by example: what is asked, what is missing, who may."""

import datetime as dt
from pathlib import Path

import attrs
import pytest

import samverkan_core as sam
from samverkan_core.checking import accept, check
from samverkan_core.errors import CodeTaken, NotADay, UnknownCode, UnknownId
from samverkan_core.findings.finding import Finding
from samverkan_core.findings.report import NotJudged
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea, Ground, GroundKind
from samverkan_core.planning import NextStep, next_step
from samverkan_core.process.step import JourneyEntry, Step
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.profiles.profile import Parameters, Profile, StepRequirement
from samverkan_core.rules.profiles.steps import PROPOSED_REQUIREMENTS
from samverkan_core.serialization.load import loads, read
from samverkan_core.values.ids import BodyId, FocusAreaId
from samverkan_core.values.time import PartialDate, TimeBox

DOCS = Path(__file__).parents[3] / "docs"
DAY = dt.date(2015, 3, 1)
BOX = TimeBox(starts=PartialDate(when="2015-01-01"), ends=PartialDate(when="2015-12-31"))


def entry(step: Step, day: str = "2015-01-15") -> JourneyEntry:
    return JourneyEntry(step=step, day=PartialDate(when=day))


def area(*journey: JourneyEntry, id_: str = "a") -> FocusArea:
    return FocusArea(id=FocusAreaId(id_), name="Skolfrånvaro", time_box=BOX, journey=journey)


def document(*areas: FocusArea) -> Collaboration:
    return Collaboration(name="Hagby", focus_areas=areas)


def asking(step: Step, *codes: str) -> Profile:
    return Profile(name="egen", step_requirements=(StepRequirement(step=step, codes=codes),))


def codes(answer: NextStep) -> list[str]:
    return [one.code for one in answer.missing]


def test_the_step_after_the_one_that_was_taken_last() -> None:
    collab = document(area(entry(Step.INITIATE)))
    answer = sam.next_step(collab, "a", at=DAY)
    assert answer == NextStep(focus_area="a", at=DAY, step=Step.GROUND, allowed=True)
    assert next_step(collab, at=DAY).step is Step.INITIATE
    assert (
        next_step(attrs.evolve(collab, journey=(entry(Step.BUILD),)), at=DAY).step is Step.TRY_OUT
    )


def test_after_the_last_step_there_is_none() -> None:
    answer = next_step(document(area(entry(Step.CONCLUDE))), "a", at=DAY)
    assert answer == NextStep(focus_area="a", at=DAY, step=None, allowed=False)
    assert answer.to_dict("en")["step"] is answer.to_dict("en")["step_label"] is None


def test_an_area_that_is_closed_takes_no_step_after_that_day() -> None:
    closed = attrs.evolve(area(entry(Step.INITIATE)), closed_on=DAY)
    assert next_step(document(closed), "a", at=DAY).allowed
    assert codes(next_step(document(closed), "a", at=DAY + dt.timedelta(days=1))) == ["STP007"]


def test_a_step_is_not_taken_before_the_one_that_it_follows() -> None:
    ahead = area(entry(Step.INITIATE, "2015-03-02"))
    assert codes(next_step(document(ahead), "a", at=DAY)) == ["STP004"]
    # Of one that is known by month only nobody can say that it is the later.
    assert next_step(document(area(entry(Step.INITIATE, "2015-03"))), "a", at=DAY).allowed
    own = attrs.evolve(document(), journey=(entry(Step.INITIATE, "2015-03-02"),))
    assert codes(next_step(own, at=DAY)) == ["STP006"]


def test_older_faults_of_the_journey_stand_in_nobodys_way() -> None:
    leapt = area(entry(Step.GROUND), entry(Step.HOLD_ON))
    assert {"STP001", "STP002"} <= {one.code for one in check(document(leapt), at=DAY)}
    assert next_step(document(leapt), "a", at=DAY).allowed


@pytest.mark.parametrize(("limit", "wanted"), [(1, ["FOC001"]), (2, [])])
def test_the_first_step_asks_for_a_place_that_is_free(limit: int, wanted: list[str]) -> None:
    collab = document(area(id_="annat"), area())
    profile = Profile(name="egen", parameters=Parameters(focus_area_limit=limit))
    assert codes(next_step(collab, "a", at=DAY, profile=profile)) == wanted
    assert next_step(collab, "annat", at=DAY, profile=profile).allowed
    # Who has begun has the place, and who leaves the limit out has no limit.
    begun = document(area(id_="annat"), area(entry(Step.INITIATE)))
    assert next_step(begun, "a", at=DAY, profile=profile).allowed
    free = attrs.evolve(profile, without=("FOC001",))
    assert next_step(collab, "a", at=DAY, profile=free).allowed


def test_what_a_profile_requires_is_asked_of_the_area_alone() -> None:
    collab = document(area(id_="annat"), area())
    profile = asking(Step.INITIATE, "FOC002", "FOC006")
    answer = next_step(collab, "a", at=DAY, profile=profile)
    assert [(one.code, one.subject) for one in answer.missing] == [("FOC002", "a"), ("FOC006", "a")]
    grounds = (Ground(kind=GroundKind.LOCAL_NEED),)
    chosen = document(area(id_="annat"), attrs.evolve(area(), grounds=grounds))
    assert codes(next_step(chosen, "a", at=DAY, profile=profile)) == ["FOC006"]
    assert next_step(collab, "a", at=DAY).allowed
    assert codes(next_step(collab, "a", at=DAY, profile=asking(Step.BUILD, "FOC002"))) == []


def test_a_thing_of_the_area_counts_as_the_area() -> None:
    data = (
        '{"samverkan":"1.0","name":"n","bodies":['
        '{"id":"g","name":"G","kind":"working_group","seats":[{"category":"official"}]},'
        '{"id":"h","name":"H","kind":"working_group","seats":[{"category":"official"}]}],'
        '"focus_areas":[{"id":"a","name":"A","working_group":"g"},'
        '{"id":"b","name":"B","working_group":"h"}]}'
    )
    profile = asking(Step.INITIATE, "FOC009")
    answer = next_step(loads(data), "a", at=DAY, profile=profile)
    assert [(one.code, one.subject) for one in answer.missing] == [("FOC009", "g")]


def test_what_cannot_be_judged_is_no_approval() -> None:
    profile = asking(Step.INITIATE, "FOC009", "BOD001")
    lost = attrs.evolve(area(), working_group=BodyId("okänd"))
    answer = next_step(document(lost, area(id_="b")), "a", at=DAY, profile=profile)
    assert answer.missing == (
        NotJudged(code="BOD001", lacked="bodies"),
        NotJudged(code="FOC009", subject="a", lacked="working_group"),
    )
    assert answer.to_dict()["missing"] == [
        {"code": "BOD001", "subject": None, "lacked": "bodies"},
        {"code": "FOC009", "subject": "a", "lacked": "working_group"},
    ]


def test_what_was_set_aside_may_be_what_is_asked_for() -> None:
    data = (
        '{"samverkan":"1.0","name":"n","focus_areas":['
        '{"id":"a","name":"A","grounds":[{"kind":"local_need"}]},{"id":7}]}'
    )
    collab = read(data, faulty="set_aside").value
    assert collab is not None
    assert next_step(collab, "a", at=DAY).allowed
    answer = next_step(collab, "a", at=DAY, profile=asking(Step.INITIATE, "FOC002"))
    assert answer.missing == (NotJudged(code="FOC002", lacked="/focus_areas/1"),)


def test_a_rule_that_the_profile_has_nothing_to_ask_of_stands_in_nobodys_way() -> None:
    assert next_step(document(area()), "a", at=DAY, profile=asking(Step.INITIATE, "ACT005")).allowed


def test_a_rule_about_something_else_is_asked_of_the_whole_document() -> None:
    answer = next_step(document(area()), "a", at=DAY, profile=asking(Step.INITIATE, "COL005"))
    assert [(one.code, one.subject) for one in answer.missing] == [("COL005", None)]
    own = next_step(document(area()), at=DAY, profile=asking(Step.INITIATE, "FOC002"))
    assert [(one.code, one.subject) for one in own.missing] == [("FOC002", "a")]


def test_what_somebody_answers_for_is_not_missing() -> None:
    profile = asking(Step.INITIATE, "FOC002")
    (finding,) = next_step(document(area()), "a", at=DAY, profile=profile).missing
    assert isinstance(finding, Finding)
    accepted = accept(document(area()), finding, reason="Prövas.", owner="Nämnden", last_day=DAY)
    answer = next_step(accepted, "a", at=DAY, profile=profile)
    assert answer.allowed
    assert [(one.finding, one.owner) for one in answer.accepted] == [(finding, "Nämnden")]
    assert answer.to_dict("en")["accepted"] == [
        {**finding.to_dict("en"), "owner": "Nämnden", "last_day": "2015-03-01"}
    ]
    later = next_step(accepted, "a", at=DAY + dt.timedelta(days=1), profile=profile)
    assert (codes(later), later.accepted) == (["FOC002"], ())


def test_what_somebody_answers_for_elsewhere_is_not_told() -> None:
    collab = document(area(), area(id_="b"))
    for finding in check(collab, at=DAY).by_subject("b"):
        collab = accept(collab, finding, reason="r", owner="o", last_day=DAY)
    answer = next_step(collab, "a", at=DAY, profile=asking(Step.INITIATE, "FOC002"))
    assert (codes(answer), answer.accepted) == (["FOC002"], ())


def test_a_rule_of_ones_own_can_be_required() -> None:
    (known,) = (rule for rule in RULES if rule.code == "FOC002")
    own = attrs.evolve(known, notice=attrs.evolve(known.notice, code="OWN001"))
    profile = asking(Step.INITIATE, "OWN001")
    answer = next_step(document(area()), "a", at=DAY, profile=profile, more_rules=[own])
    assert codes(answer) == ["OWN001"]
    with pytest.raises(UnknownCode, match="OWN001"):
        next_step(document(area()), "a", at=DAY, profile=profile)
    with pytest.raises(CodeTaken):
        next_step(document(area()), "a", at=DAY, more_rules=[known])


def test_misuse() -> None:
    with pytest.raises(UnknownId, match="did you mean 'skolan'"):
        next_step(document(area(id_="skolan")), "skola", at=DAY)
    with pytest.raises(NotADay):
        next_step(document(), at=dt.datetime(2015, 3, 1, tzinfo=dt.UTC))


def test_who_may_lead_or_coordinate_may_take_it() -> None:
    text = (DOCS / "files" / "hagby-who-decides.json").read_bytes()
    collab = attrs.evolve(loads(text), focus_areas=(area(),))
    day = dt.date(2026, 5, 4)
    answer = next_step(collab, "a", at=day)
    assert answer.by == sam.who_may(collab, sam.Power.LEAD, on="a", at=day) == ("styrgruppen",)
    assert next_step(collab, at=day).by == ("styrgruppen",)
    assert next_step(collab, "a", at=dt.date(1990, 1, 1)).by == ()


def test_the_proposed_requirements_name_rules_and_steps_once() -> None:
    steps = [one.step for one in PROPOSED_REQUIREMENTS]
    assert steps == sorted(set(steps), key=lambda step: step.number)
    known = {rule.code for rule in RULES}
    assert all(set(one.codes) <= known for one in PROPOSED_REQUIREMENTS)
