"""What measurements came to, and the way of a focus area: only what can be compared is."""

from collections.abc import Sequence
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.errors import UnknownId
from samverkan_core.indexing import index
from samverkan_core.measures.readiness import EDITIONS, Dimension, Edition, Gap, ReadinessStage
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.model.readiness import (
    ReadinessInterview,
    ReadinessMeasurement,
    ReadinessScore,
    ScoreSheet,
)
from samverkan_core.overviews.readiness import scores, topic_of, trend
from samverkan_core.testing.strategies import collaborations, worlds
from samverkan_core.values.ids import ActorId, FocusAreaId, MeasurementId
from samverkan_core.values.time import PartialDate

AREA = FocusAreaId("fo-a")


def scored(edition: Edition, score: str) -> tuple[ReadinessScore, ...]:
    return tuple(
        ReadinessScore(dimension=dimension, score=score)
        for dimension in EDITIONS[edition].dimensions
    )


def measured(
    id_: str,
    score: str = "4",
    day: str | None = "2015-01-15",
    edition: Edition = Edition.CRM_ORG_SV,
) -> ReadinessMeasurement:
    return ReadinessMeasurement(
        id=MeasurementId(id_),
        name="Mätning",
        edition=edition,
        focus_area=AREA,
        day=None if day is None else PartialDate(when=day),
        interviews=(ReadinessInterview(label="1", agreed=scored(edition, score)),),
    )


def following(*measurements: ReadinessMeasurement) -> Collaboration:
    area = FocusArea(id=AREA, name="Skolnärvaro")
    return Collaboration(name="Fokus", focus_areas=(area,), readiness_measurements=measurements)


# --- one measurement ---------------------------------------------------------------------------


def test_a_measurement_comes_to_scores_and_a_stage() -> None:
    found = scores(measured("m-1", "4.75"))
    assert found.readiness is not None
    assert found.readiness.overall == Fraction(19, 4)
    assert found.readiness.stage is ReadinessStage.PREPLANNING
    assert (found.measurement, found.interviews, found.gaps) == ("m-1", ("1",), ())
    assert found.likeness is None
    assert found.day == PartialDate(when="2015-01-15")


def test_a_measurement_that_lacks_a_score_says_which() -> None:
    whole = measured("m-1")
    interview = whole.interviews[0]
    left = attrs.evolve(interview, label="2", agreed=interview.agreed[:-1])
    found = scores(attrs.evolve(whole, interviews=(interview, left)))
    assert found.readiness is None
    assert found.gaps == (Gap(interview=1, dimension=Dimension.RESOURCES, found=(), wanted=1),)
    assert found.interviews[found.gaps[0].interview] == "2"


def test_a_measurement_without_interviews_has_no_result_and_no_gap() -> None:
    found = scores(attrs.evolve(measured("m-1"), interviews=()))
    assert (found.readiness, found.gaps, found.interviews) == (None, (), ())


def sheet(*given_: tuple[Dimension, str]) -> ScoreSheet:
    return ScoreSheet(scores=tuple(ReadinessScore(dimension=d, score=s) for d, s in given_))


def compared(*sheets: ScoreSheet) -> tuple[int, int, Fraction] | None:
    interview = ReadinessInterview(label="1", sheets=sheets)
    found = scores(attrs.evolve(measured("m-1"), interviews=(interview,))).likeness
    return None if found is None else (found.pairs, found.equal, found.mean_difference)


def test_scorers_are_compared_in_what_both_scored_once_and_on_the_scale() -> None:
    leads, climate, known = Dimension.LEADERSHIP, Dimension.CLIMATE, Dimension.KNOWLEDGE_OF_ISSUE
    one = sheet((leads, "3"), (climate, "4"), (known, "10"), (Dimension.EFFORTS, "2"))
    other = sheet((leads, "5"), (climate, "4"), (climate, "5"), (known, "2"))
    assert compared(one, other) == (1, 0, Fraction(2))
    assert compared(one, one) == (3, 3, Fraction(0))
    assert compared(one) is None


def test_of_three_scorers_each_is_compared_with_each() -> None:
    three = [sheet((Dimension.LEADERSHIP, score)) for score in ("3", "4", "6")]
    assert compared(*three) == (3, 0, Fraction(2))


def test_labels_of_interviews_stand_in_no_repr() -> None:
    whole = measured("m-1")
    named = attrs.evolve(whole.interviews[0], label="rektorn i norr")
    assert "rektorn" not in repr(scores(attrs.evolve(whole, interviews=(named,))))


# --- a focus area over time --------------------------------------------------------------------


def moves(collab: Collaboration) -> list[list[tuple[str, str, Fraction]]]:
    return [
        [(one.before, one.after, one.change.overall) for one in course.changes]
        for course in trend(collab, AREA)
    ]


def test_readiness_moves_from_one_measurement_to_the_next() -> None:
    collab = following(
        measured("m-3", "6", "2016"), measured("m-1", "3.5", "2014-05"), measured("m-2", "4")
    )
    (course,) = trend(collab, "fo-a")
    assert [one.measurement for one in course.results] == ["m-1", "m-2", "m-3"]
    assert moves(collab) == [[("m-1", "m-2", Fraction(1, 2)), ("m-2", "m-3", Fraction(2))]]
    assert [one.change.stages for one in course.changes] == [1, 2]
    assert course.left_out == ()


@pytest.mark.parametrize("days", [("2015", "2015-06-01"), ("2015-06-01", "2015-06-01")])
def test_where_neither_is_surely_later_no_change_is_told(days: tuple[str, str]) -> None:
    first, second = days
    collab = following(measured("m-1", "3", first), measured("m-2", "5", second))
    assert moves(collab) == [[]]
    assert len(trend(collab, AREA)[0].results) == 2


def test_what_lacks_a_day_or_a_score_is_left_out_and_named() -> None:
    unfinished = attrs.evolve(measured("m-3", day="2016"), interviews=())
    collab = following(measured("m-1"), measured("m-2", day=None), unfinished)
    (course,) = trend(collab, AREA)
    assert course.left_out == ("m-2", "m-3")
    assert [one.measurement for one in course.results] == ["m-1"]


@pytest.mark.parametrize(
    "other",
    [
        measured("m-2", day="2016", edition=Edition.CRM_2006),
        attrs.evolve(measured("m-2", day="2016"), issue="Skolk"),
        attrs.evolve(measured("m-2", day="2016"), measured=ActorId("skolan")),
    ],
    ids=["edition", "issue", "organisation"],
)
def test_what_was_measured_otherwise_goes_a_way_of_its_own(other: ReadinessMeasurement) -> None:
    one = measured("m-1")
    assert topic_of(one) != topic_of(other)
    assert moves(following(one, other)) == [[], []]


def test_other_areas_and_a_second_thing_of_one_id_do_not_count() -> None:
    elsewhere = attrs.evolve(measured("m-2", day="2016"), focus_area=FocusAreaId("fo-b"))
    same_id = measured("m-1", "9", "2017")
    (course,) = trend(following(measured("m-1"), elsewhere, same_id), AREA)
    assert [one.day for one in course.results] == [PartialDate(when="2015-01-15")]


def test_an_area_that_nobody_measured_has_no_course_and_an_unknown_one_is_misuse() -> None:
    assert trend(following(), AREA) == ()
    with pytest.raises(UnknownId, match="did you mean 'fo-a'"):
        trend(following(), "fo-å")


# --- laws --------------------------------------------------------------------------------------


def way(scores_: Sequence[str]) -> list[ReadinessMeasurement]:
    return [
        measured(f"m-{number}", score, f"{2000 + number}") for number, score in enumerate(scores_)
    ]


@given(found=st.lists(st.sampled_from(("1", "2.5", "4.75", "9")), max_size=6), data=st.data())
def test_the_order_of_the_document_means_nothing_to_the_way(
    found: list[str], data: st.DataObject
) -> None:
    turned = data.draw(st.permutations(way(found)))
    courses = trend(following(*turned), AREA)
    assert courses == trend(following(*way(found)), AREA)
    total = sum(one.change.overall for course in courses for one in course.changes)
    assert total == (Fraction(found[-1]) - Fraction(found[0]) if found else 0)


@given(collab=collaborations())
def test_every_measurement_of_an_area_stands_in_one_course_whatever_it_says(
    collab: Collaboration,
) -> None:
    book = index(collab)
    for area in book.whole.focus_areas.firsts():
        courses = trend(book, area.id)
        named = [one.measurement for course in courses for one in course.results]
        named += [id_ for course in courses for id_ in course.left_out]
        measured_ = book.whole.readiness_measurements.firsts()
        assert sorted(named) == sorted(one.id for one in measured_ if one.focus_area == area.id)


@given(world=worlds())
def test_every_measurement_of_a_lawful_world_has_a_result(
    world: tuple[Collaboration, object],
) -> None:
    for one in world[0].readiness_measurements:
        found = scores(one)
        assert found.readiness is not None
        assert not found.gaps
