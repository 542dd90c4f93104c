"""Readiness reckoned: what is published about the model, and the laws that follow from it."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.measures.readiness import (
    EDITIONS,
    HIGHEST,
    LOWEST,
    Dimension,
    Edition,
    EditionFacts,
    Gap,
    Readiness,
    ReadinessStage,
    change,
    gaps,
    likeness,
    on_scale,
    readiness,
    stage_of,
)
from samverkan_core.values.source import SourceKind

Interview = tuple[tuple[Dimension, Fraction], ...]

every_edition = pytest.mark.parametrize("edition", Edition)

#: Scores as people give them: by quarters from 1 to 9.
quarters = st.integers(4, 36).map(lambda number: Fraction(number, 4))
editions = st.sampled_from(Edition)


def alike(edition: Edition, score: Fraction | str | int) -> Interview:
    """Give an interview that scores every dimension alike."""
    return tuple((dimension, Fraction(score)) for dimension in EDITIONS[edition].dimensions)


def result(edition: Edition, interviews: Sequence[Interview]) -> Readiness:
    found = readiness(edition, interviews)
    assert isinstance(found, Readiness)
    return found


@st.composite
def measured(draw: st.DrawFn) -> tuple[Edition, list[Interview]]:
    edition = draw(editions)
    one = st.tuples(*(st.tuples(st.just(d), quarters) for d in EDITIONS[edition].dimensions))
    return edition, draw(st.lists(one, min_size=1, max_size=8))


# --- what is published -------------------------------------------------------------------------


@pytest.mark.parametrize(("score", "stage"), [("1.99", 1), ("2.00", 2), ("8.99", 8), ("9.0", 9)])
def test_a_stage_lasts_until_the_next_whole_number(score: str, stage: int) -> None:
    found = stage_of(Fraction(score))
    assert found is not None
    assert found.number == stage


def test_ten_informants_of_a_rural_county() -> None:
    assert stage_of(Fraction("3.06")) is ReadinessStage.VAGUE_AWARENESS


def test_thirty_interviews_in_five_communities() -> None:
    """Its authors say "between 2 and 3"; a stage is never rounded up."""
    assert stage_of(Fraction("2.9")) is ReadinessStage.DENIAL


@pytest.mark.parametrize(
    ("score", "stage"),
    [
        ("4.52", ReadinessStage.PREPLANNING),
        ("5.05", ReadinessStage.PREPARATION),
        ("6.01", ReadinessStage.INITIATION),
        ("6.97", ReadinessStage.INITIATION),
    ],
)
def test_counties_of_georgia_in_2012_and_2017(score: str, stage: ReadinessStage) -> None:
    assert stage_of(Fraction(score)) is stage


@every_edition
def test_the_mean_of_six_interviews_is_exact(edition: Edition) -> None:
    given_ = ("3.5", "5.0", "4.25", "4.75", "5.5", "3.75")
    found = result(edition, [alike(edition, score) for score in given_])
    assert {one.score for one in found.dimensions} == {Fraction("26.75") / 6}
    assert found.overall == Fraction(107, 24)
    assert found.stage is ReadinessStage.PREPLANNING
    assert found.interviews == 6


def test_two_scorers_who_have_not_agreed_are_not_averaged() -> None:
    assert readiness(Edition.CRM_ORG_SV, [()]) == tuple(
        Gap(interview=0, dimension=dimension, found=(), wanted=1) for dimension in Dimension
    )
    apart = likeness([(Fraction(3), Fraction(5))])
    assert apart is not None
    assert (apart.pairs, apart.equal, apart.mean_difference) == (1, 0, Fraction(2))


def test_six_dimensions_that_sum_to_exactly_24() -> None:
    scores = ("4.1", "3.9", "4.2", "3.8", "4.3", "3.7")
    found = result(
        Edition.CRM_2006,
        [tuple(zip(Dimension, map(Fraction, scores), strict=True))],
    )
    assert found.overall == 4
    assert found.stage is ReadinessStage.PREPLANNING


def test_what_is_shown_as_four_may_be_stage_three() -> None:
    assert stage_of(Fraction("3.996")) is ReadinessStage.VAGUE_AWARENESS


# --- the editions ------------------------------------------------------------------------------


def test_the_editions_differ_in_their_dimensions() -> None:
    six = tuple(Dimension)
    assert {edition: facts.dimensions for edition, facts in EDITIONS.items()} == {
        Edition.CRM_2006: six,
        Edition.CRM_2014: six[1:],
        Edition.CRM_ORG_SV: six,
    }


@every_edition
def test_an_edition_says_where_it_is_described_and_what_nobody_has_read(edition: Edition) -> None:
    facts = EDITIONS[edition]
    assert {source.kind for source in facts.sources} == {SourceKind.PUBLICATION}
    assert all(source.title for source in facts.sources)
    assert facts.unverified == ("step", "fewest_interviews")
    assert all(hasattr(EditionFacts, name) for name in facts.unverified)
    assert (facts.step, facts.fewest_interviews, facts.scorers) == (Fraction(1, 4), 4, 2)


def test_there_are_nine_stages_numbered_as_the_scale() -> None:
    assert [stage.number for stage in ReadinessStage] == list(range(LOWEST, HIGHEST + 1))


# --- what is missing ---------------------------------------------------------------------------


@every_edition
def test_without_an_interview_there_is_no_result_and_nothing_is_missing(edition: Edition) -> None:
    assert readiness(edition, []) == ()


def test_each_gap_is_named_and_none_is_skipped() -> None:
    edition = Edition.CRM_2014
    whole = alike(edition, 4)
    twice, forgotten = (*whole, whole[0]), whole[1:]
    foreign = (*whole, (Dimension.EFFORTS, Fraction(4)))
    off = (*whole[1:], (whole[0][0], Fraction("9.25")))
    known = whole[0][0]
    assert list(gaps(edition, [whole, twice, forgotten, foreign, off])) == [
        Gap(interview=1, dimension=known, found=(Fraction(4), Fraction(4)), wanted=1),
        Gap(interview=2, dimension=known, found=(), wanted=1),
        Gap(interview=3, dimension=Dimension.EFFORTS, found=(Fraction(4),), wanted=0),
        Gap(interview=4, dimension=known, found=(Fraction("9.25"),), wanted=1),
    ]


@given(found=measured(), data=st.data())
def test_one_score_too_few_leaves_no_result(
    found: tuple[Edition, list[Interview]], data: st.DataObject
) -> None:
    edition, interviews = found
    which = data.draw(st.integers(0, len(interviews) - 1))
    left_out = data.draw(st.sampled_from(EDITIONS[edition].dimensions))
    interviews[which] = tuple(one for one in interviews[which] if one[0] is not left_out)
    missing = Gap(interview=which, dimension=left_out, found=(), wanted=1)
    assert readiness(edition, interviews) == (missing,)


@pytest.mark.parametrize("score", ["0.99", "9.01", "0", "-1", "10"])
def test_a_number_off_the_scale_has_no_stage(score: str) -> None:
    assert not on_scale(Fraction(score))
    assert stage_of(Fraction(score)) is None


# --- laws --------------------------------------------------------------------------------------


@given(found=measured(), data=st.data())
def test_the_order_of_interviews_and_of_their_scores_means_nothing(
    found: tuple[Edition, list[Interview]], data: st.DataObject
) -> None:
    edition, interviews = found
    turned = [tuple(data.draw(st.permutations(one))) for one in interviews]
    assert readiness(edition, data.draw(st.permutations(turned))) == readiness(edition, interviews)


@given(found=measured())
def test_an_interview_of_just_the_means_moves_nothing(
    found: tuple[Edition, list[Interview]],
) -> None:
    edition, interviews = found
    before = result(edition, interviews)
    mean = tuple((one.dimension, one.score) for one in before.dimensions)
    after = result(edition, [*interviews, mean])
    assert (after.dimensions, after.overall) == (before.dimensions, before.overall)


@given(found=measured(), data=st.data())
def test_a_higher_score_never_lowers_anything(
    found: tuple[Edition, list[Interview]], data: st.DataObject
) -> None:
    edition, interviews = found
    higher = [
        tuple((one, score + data.draw(st.integers(0, 9 - score.__ceil__()))) for one, score in each)
        for each in interviews
    ]
    moved = change(result(edition, interviews), result(edition, higher))
    assert moved is not None
    assert moved.overall >= 0
    assert moved.stages >= 0
    assert all(difference >= 0 for _, difference in moved.dimensions)


@given(found=measured())
def test_a_result_lies_within_its_scores_and_on_the_scale(
    found: tuple[Edition, list[Interview]],
) -> None:
    edition, interviews = found
    got = result(edition, interviews)
    given_ = [score for one in interviews for _, score in one]
    assert min(given_) <= got.overall <= max(given_)
    assert got.stage.number <= got.overall < got.stage.number + 1
    for one in got.dimensions:
        assert LOWEST <= one.lowest <= one.score <= one.highest <= HIGHEST
        assert one.spread == one.highest - one.lowest


@given(found=measured(), share=st.fractions(0, 1))
def test_scores_drawn_towards_the_lowest_draw_the_result_as_far(
    found: tuple[Edition, list[Interview]], share: Fraction
) -> None:
    edition, interviews = found

    def drawn(score: Fraction) -> Fraction:
        return LOWEST + share * (score - LOWEST)

    scaled = [tuple((one, drawn(score)) for one, score in each) for each in interviews]
    before, after = result(edition, interviews), result(edition, scaled)
    assert after.overall == drawn(before.overall)
    assert [one.spread for one in after.dimensions] == [
        share * one.spread for one in before.dimensions
    ]


@given(found=measured(), times=st.integers(2, 4))
def test_everybody_asked_again_with_the_same_answer_changes_nothing(
    found: tuple[Edition, list[Interview]], times: int
) -> None:
    edition, interviews = found
    once, again = result(edition, interviews), result(edition, interviews * times)
    assert once.dimensions == again.dimensions
    assert again.interviews == times * once.interviews


# --- what to do first, and what has changed ----------------------------------------------------


@given(found=measured())
def test_what_to_work_on_first_is_lowest_and_all_of_the_lowest(
    found: tuple[Edition, list[Interview]],
) -> None:
    got = result(*found)
    weakest = {one.score for one in got.dimensions if one.dimension in got.weakest}
    others = [one.score for one in got.dimensions if one.dimension not in got.weakest]
    (lowest,) = weakest
    assert all(lowest < other for other in others)


def test_dimensions_that_tie_are_all_named() -> None:
    scores = dict(alike(Edition.CRM_2014, 5))
    scores[Dimension.LEADERSHIP] = scores[Dimension.RESOURCES] = Fraction(3)
    got = result(Edition.CRM_2014, [tuple(scores.items())])
    assert got.weakest == (Dimension.LEADERSHIP, Dimension.RESOURCES)


@given(found=measured(), later=st.data())
def test_a_change_there_and_back_is_none(
    found: tuple[Edition, list[Interview]], later: st.DataObject
) -> None:
    edition, interviews = found
    others = [alike(edition, later.draw(quarters)) for _ in interviews]
    before, after = result(edition, interviews), result(edition, others)
    there, back = change(before, after), change(after, before)
    assert there is not None
    assert back is not None
    assert (there.overall, there.stages) == (-back.overall, -back.stages)
    assert there.dimensions == tuple((one, -number) for one, number in back.dimensions)
    assert sum(number for _, number in there.dimensions) == there.overall * len(there.dimensions)


@given(one=editions, other=editions, score=quarters)
def test_measurements_by_two_editions_are_never_compared(
    one: Edition, other: Edition, score: Fraction
) -> None:
    before, after = (result(edition, [alike(edition, score)]) for edition in (one, other))
    assert (change(before, after) is None) == (one is not other)


# --- how alike two people scored ---------------------------------------------------------------


def test_without_two_scores_to_compare_nothing_is_said_of_how_alike_they_are() -> None:
    assert likeness([]) is None


@given(pairs=st.lists(st.tuples(quarters, quarters), min_size=1))
def test_likeness_is_the_same_whoever_is_named_first(
    pairs: list[tuple[Fraction, Fraction]],
) -> None:
    found = likeness(pairs)
    assert found is not None
    assert found == likeness([(other, one) for one, other in reversed(pairs)])
    assert found.pairs == len(pairs)
    assert found.equal == sum(one == other for one, other in pairs)
    assert 0 <= found.mean_difference <= HIGHEST - LOWEST
    assert (found.equal == found.pairs) == (found.mean_difference == 0)
