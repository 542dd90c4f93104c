"""How rules about readiness are broken: a score off the scale, one forgotten, one measurement."""

import datetime as dt
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import attrs
from hypothesis import strategies as st

from samverkan_core.measures.readiness import Dimension, Edition
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.model.readiness import (
    ReadinessInterview,
    ReadinessMeasurement,
    ReadinessProtocol,
    ReadinessScore,
    ScoreSheet,
)
from samverkan_core.process.step import JourneyEntry, Step
from samverkan_core.testing.breaks.bodies import unused_id
from samverkan_core.testing.breaks.focus_areas import open_area
from samverkan_core.testing.edit import Edit, a, added, replaced
from samverkan_core.testing.lawful.hand import Hand
from samverkan_core.testing.lawful.readiness import Topic, measurement
from samverkan_core.testing.texts import texts
from samverkan_core.values.ids import HolderId, MeasurementId
from samverkan_core.values.time import PartialDate

__all__ = ["BREAKING", "NEAR_MISS"]

#: Makes another measurement of a lawful one.
_Change = Callable[[st.DrawFn, ReadinessMeasurement], ReadinessMeasurement]
_OFF_THE_SCALE = ("0", "0.75", "9.25", "10", "-3", "100")
_ON_THE_SCALE = ("1", "9", "1.00", "9.000")
_BETWEEN_STEPS = ("1.1", "4.33", "8.999999999")
_ON_A_STEP = ("2", "3.25", "4.5", "5.750")


def _to(change: _Change) -> Edit:
    """Let a collaboration have measured something, and change that measurement."""

    def edit(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
        return added(collab, change(draw, _measured(draw, collab, at, Topic(edition=_any(draw)))))

    return edit


def _any(draw: st.DrawFn) -> Edition:
    return a(draw, Edition)


def _measured(
    draw: st.DrawFn, collab: Collaboration, at: dt.date, topic: Topic
) -> ReadinessMeasurement:
    """Draw a lawful measurement that the collaboration does not have."""
    drawn = measurement(Hand(draw, at), collab, topic, 1)
    return attrs.evolve(drawn, id=MeasurementId(unused_id(collab, drawn.id)))


# --- scores ------------------------------------------------------------------------------------


def _scored(*scores: str) -> _Change:
    """Give some score of a measurement, agreed or a scorer's own, one of several values."""

    def change(draw: st.DrawFn, found: ReadinessMeasurement) -> ReadinessMeasurement:
        score = a(draw, scores)
        interview = a(draw, found.interviews)
        own: bool = draw(st.booleans())
        if own and interview.sheets:
            sheet = a(draw, interview.sheets)
            other = attrs.evolve(sheet, scores=_rescored(draw, sheet.scores, score))
            sheets = tuple(other if one is sheet else one for one in interview.sheets)
            return _instead(found, interview, attrs.evolve(interview, sheets=sheets))
        agreed = _rescored(draw, interview.agreed, score)
        return _instead(found, interview, attrs.evolve(interview, agreed=agreed))

    return change


def _rescored(
    draw: st.DrawFn, scores: tuple[ReadinessScore, ...], score: str
) -> tuple[ReadinessScore, ...]:
    changed = a(draw, scores)
    return tuple(attrs.evolve(one, score=score) if one is changed else one for one in scores)


def _instead(
    found: ReadinessMeasurement, old: ReadinessInterview, new: ReadinessInterview
) -> ReadinessMeasurement:
    interviews = tuple(new if one is old else one for one in found.interviews)
    return attrs.evolve(found, interviews=interviews)


def _not_agreed(draw: st.DrawFn, found: ReadinessMeasurement) -> ReadinessMeasurement:
    """Leave an agreed score out, put one in twice, or score what the edition does not."""
    interview = a(draw, found.interviews)
    one = a(draw, interview.agreed)
    several = [
        tuple(other for other in interview.agreed if other is not one),
        (*interview.agreed, one),
        (),
    ]
    if found.edition is Edition.CRM_2014:
        efforts = ReadinessScore(dimension=Dimension.EFFORTS, score="4")
        several.append((efforts, *interview.agreed))
    return _instead(found, interview, attrs.evolve(interview, agreed=a(draw, several)))


def _agreed_in_any_order(draw: st.DrawFn, found: ReadinessMeasurement) -> ReadinessMeasurement:
    """Let the agreed scores stand in another order, with no sheets, or one that scores little."""
    interview = a(draw, found.interviews)
    agreed = tuple(draw(st.permutations(interview.agreed)))
    little = tuple(attrs.evolve(sheet, scores=sheet.scores[:1]) for sheet in interview.sheets)
    sheets = a(draw, ((), little))
    return _instead(found, interview, attrs.evolve(interview, agreed=agreed, sheets=sheets))


# --- interviews and scorers --------------------------------------------------------------------


def _few_interviews(draw: st.DrawFn, found: ReadinessMeasurement) -> ReadinessMeasurement:
    """Make fewer interviews than there should be, or plan for more, and say nothing of it."""
    count = len(found.interviews)
    fewer = attrs.evolve(found, interviews=found.interviews[: draw(st.integers(1, 3))])
    more = _planned(found, {"planned_interviews": count + draw(st.integers(1, 6))})
    return _planned(a(draw, (fewer, more)), {"deviations": None})


def _as_few_as_can_be(draw: st.DrawFn, found: ReadinessMeasurement) -> ReadinessMeasurement:
    """Make four interviews and plan for no more, or fewer and say why."""
    four = attrs.evolve(found, interviews=found.interviews[:4])
    one = attrs.evolve(found, interviews=found.interviews[:1])
    planned = draw(st.sampled_from((None, 1, 4)))
    return a(
        draw,
        (
            _planned(four, {"planned_interviews": planned, "deviations": None}),
            _planned(one, {"planned_interviews": 12, "deviations": draw(texts())}),
        ),
    )


def _planned(found: ReadinessMeasurement, members: dict[str, Any]) -> ReadinessMeasurement:
    protocol = attrs.evolve(found.protocol or ReadinessProtocol(), **members)
    return attrs.evolve(found, protocol=protocol)


def _one_scorer(draw: st.DrawFn, found: ReadinessMeasurement) -> ReadinessMeasurement:
    """Let one person score an interview, on one sheet or on two, or by the protocol alone."""
    found = _planned(found, {"deviations": None})
    only = a(draw, _scorers(found))
    interview = a(draw, found.interviews)
    own = ScoreSheet(scorer=only, scores=interview.agreed)
    sheets = a(draw, ((own,), (own, own), (ScoreSheet(scores=interview.agreed),), ()))
    if not sheets:
        found = _planned(found, {"scorers": (only, only)})
    return _instead(found, interview, attrs.evolve(interview, sheets=sheets))


def _two_scorers(draw: st.DrawFn, found: ReadinessMeasurement) -> ReadinessMeasurement:
    """Let two people score each interview, named or not, or one and say why."""
    interview = a(draw, found.interviews)
    scores = interview.agreed
    one, other = _scorers(found)
    alone = (ScoreSheet(scorer=one, scores=scores),)
    nameless = (ScoreSheet(scores=scores), ScoreSheet(scores=scores))
    named = (*alone, ScoreSheet(scorer=other, scores=scores))
    sheets = a(draw, (alone, nameless, named))
    said = draw(texts()) if sheets is alone else None
    changed = _instead(found, interview, attrs.evolve(interview, sheets=sheets))
    return _planned(changed, {"deviations": said})


def _scorers(found: ReadinessMeasurement) -> tuple[HolderId, ...]:
    return found.protocol.scorers if found.protocol else ()


# --- what is shown and told --------------------------------------------------------------------


def _measured_once(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Measure a concluded area once, or twice in ways that cannot be compared."""
    collab, area = _concluded(draw, collab, at)
    edition, *others = draw(st.permutations(tuple(Edition)))
    one = _measured(draw, collab, at, Topic(edition=edition, focus_area=area.id))
    once = added(collab, one)
    other = _measured(draw, once, at, Topic(edition=others[0], focus_area=area.id))
    # The same in all but the question: the plan goes with the interviews that it counts.
    another_issue = attrs.evolve(one, id=other.id, issue="Ö")
    return a(draw, (once, added(once, other), added(once, another_issue)))


def _measured_twice(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Measure a concluded area twice, or once one that is about to conclude."""
    collab, area = _concluded(draw, collab, at)
    topic = Topic(edition=_any(draw), focus_area=area.id)
    once = added(collab, _measured(draw, collab, at, topic))
    if draw(st.booleans()):
        before = attrs.evolve(area, journey=area.journey[:-1])
        return replaced(once, area, before)
    return added(once, _measured(draw, once, at, topic))


def _concluded(
    draw: st.DrawFn, collab: Collaboration, at: dt.date
) -> tuple[Collaboration, FocusArea]:
    """Let an open area have gone through all the steps today, and nobody have measured it."""
    area = open_area(draw, collab, at)
    journey = tuple(JourneyEntry(step=step, day=PartialDate.on(at)) for step in Step)
    concluded = attrs.evolve(area, journey=journey)
    left = tuple(one for one in collab.readiness_measurements if one.focus_area != area.id)
    without_any = attrs.evolve(collab, readiness_measurements=left)
    return replaced(without_any, area, concluded), concluded


def _nobody_told(_: st.DrawFn, found: ReadinessMeasurement) -> ReadinessMeasurement:
    return attrs.evolve(found, feedback=None)


def _told_some_year(draw: st.DrawFn, found: ReadinessMeasurement) -> ReadinessMeasurement:
    assert found.feedback is not None  # noqa: S101 - a lawful measurement has its day
    year = attrs.evolve(found.feedback, when=found.feedback.when[:4], about=draw(st.booleans()))
    return attrs.evolve(found, feedback=year)


#: Code -> an edit that breaks that rule and no other.
BREAKING: Mapping[str, Edit] = MappingProxyType(
    {
        "RDY001": _to(_scored(*_OFF_THE_SCALE)),
        "RDY002": _to(_scored(*_BETWEEN_STEPS)),
        "RDY003": _to(_not_agreed),
        "RDY004": _to(_few_interviews),
        "RDY005": _to(_one_scorer),
        "RDY006": _measured_once,
        "RDY007": _to(_nobody_told),
    }
)
#: Code -> an edit that only just does not break it.
NEAR_MISS: Mapping[str, Edit] = MappingProxyType(
    {
        "RDY001": _to(_scored(*_ON_THE_SCALE)),
        "RDY002": _to(_scored(*_ON_A_STEP)),
        "RDY003": _to(_agreed_in_any_order),
        "RDY004": _to(_as_few_as_can_be),
        "RDY005": _to(_two_scorers),
        "RDY006": _measured_twice,
        "RDY007": _to(_told_some_year),
    }
)
