"""Readiness over time: every score that there is, a line only where a change can be told."""

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import samverkan_core as sam
from samverkan_core.errors import NotADay, UnknownLanguage
from samverkan_core.measures.readiness import EDITIONS, Edition
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.model.readiness import (
    ReadinessInterview,
    ReadinessMeasurement,
    ReadinessScore,
)
from samverkan_core.overviews.readiness import courses
from samverkan_core.present.pictures import readiness_svg
from samverkan_core.present.pictures.wording import decimal
from samverkan_core.testing.strategies import collaborations
from samverkan_core.values.ids import ActorId, FocusAreaId, MeasurementId
from samverkan_core.values.labels import Lang
from samverkan_core.values.time import PartialDate

from .boxes import SVG, boxes, met, outside, root

AT = dt.date(2015, 3, 1)
LANGS = st.sampled_from(("sv", "en"))
AREA = FocusArea(id=FocusAreaId("fo"), name="Skolnärvaro")
SCHOOL = Actor(id=ActorId("skolan"), name="Skolan", kind=ActorKind.SCHOOL)
EDITION = Edition.CRM_ORG_SV
DAYS = ("2014-02-03", "2014-02", "2014", "2015-01-15", "2016-11-01")


def measured(
    id_: str,
    day: str | None,
    *scores: str,
    area: FocusAreaId | None = AREA.id,
    actor: ActorId | None = None,
    issue: str | None = None,
) -> ReadinessMeasurement:
    """Make a measurement in which each interview gave every dimension one score."""
    interviews = (
        ReadinessInterview(
            label=str(number),
            agreed=tuple(
                ReadinessScore(dimension=one, score=score) for one in EDITIONS[EDITION].dimensions
            ),
        )
        for number, score in enumerate(scores)
    )
    return ReadinessMeasurement(
        id=MeasurementId(id_),
        name=f"Mätning {id_}",
        edition=EDITION,
        focus_area=area,
        measured=actor,
        issue=issue,
        day=None if day is None else PartialDate(when=day),
        interviews=tuple(interviews),
    )


def hagby(*measurements: ReadinessMeasurement) -> Collaboration:
    return Collaboration(
        name="Hagby",
        actors=(SCHOOL,),
        focus_areas=(AREA,),
        readiness_measurements=measurements,
    )


def many(count: int) -> Collaboration:
    """Make many measurements in few questions, some of them long."""
    crowd = (
        measured(f"{number}", DAYS[number % 5], "2", "4", issue="Hur tidigt? " * (1 + number % 7))
        for number in range(count)
    )
    return hagby(*crowd)


def told(svg: str) -> list[str]:
    return (root(svg).findtext(f"{SVG}desc") or "").splitlines()


def rings(svg: str) -> int:
    return len(list(root(svg).iter(f"{SVG}circle")))


def joins(svg: str) -> int:
    """Count the lines between measurements."""
    return sum(one.attrib["stroke"] == "#1f4e79" for one in root(svg).iter(f"{SVG}line"))


@st.composite
def measurements(draw: st.DrawFn) -> tuple[ReadinessMeasurement, ...]:
    """Draw measurements in few questions, on few days, some without a result or a day."""
    scores = st.lists(st.sampled_from(("1", "3.5", "9")), max_size=3)
    return tuple(
        measured(
            f"m{number}",
            draw(st.sampled_from((*DAYS, None))),
            *draw(scores),
            area=draw(st.sampled_from((AREA.id, FocusAreaId("okänt"), None))),
            actor=draw(st.sampled_from((SCHOOL.id, None))),
        )
        for number in range(draw(st.integers(0, 6)))
    )


# --- laws ------------------------------------------------------------------------------------


@given(drawn=measurements(), lang=LANGS)
def test_every_score_has_a_ring_and_every_change_a_line(
    drawn: tuple[ReadinessMeasurement, ...], lang: Lang
) -> None:
    collab = hagby(*drawn)
    svg, found = readiness_svg(collab, at=AT, lang=lang), courses(collab)

    many = len(EDITIONS[EDITION].dimensions)
    assert rings(svg) == many * sum(len(course.results) for course in found)
    assert joins(svg) == many * sum(len(course.changes) for course in found)
    assert met(svg) == []
    assert outside(svg) == []


@given(collab=collaborations(), at=st.dates(), lang=LANGS)
def test_whatever_stands_in_it_no_text_lies_on_another(
    collab: Collaboration, at: dt.date, lang: Lang
) -> None:
    svg = readiness_svg(collab, at=at, lang=lang)

    assert met(svg) == []
    assert outside(svg) == []
    assert svg == readiness_svg(sam.index(collab), at=at, lang=lang)


@given(collab=collaborations())
def test_each_measurement_stands_in_one_course(collab: Collaboration) -> None:
    found = [
        id_
        for course in courses(collab)
        for id_ in (*(one.measurement for one in course.results), *course.left_out)
    ]

    assert sorted(found) == sorted({one.id for one in collab.readiness_measurements})


# --- examples --------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [3, 60])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_few_and_many_measurements_have_room(count: int, lang: Lang) -> None:
    svg = readiness_svg(many(count), at=AT, lang=lang)

    assert rings(svg) == count * len(EDITIONS[EDITION].dimensions)
    assert met(svg) == []
    assert outside(svg) == []


def test_each_dimension_is_read_out_with_its_scores_and_their_spread() -> None:
    svg = readiness_svg(
        hagby(
            measured("a", "2014-02", "3", "4", actor=SCHOOL.id),
            measured("b", "2015-01-15", "4", "6", actor=SCHOOL.id),
            measured("c", None, "4", actor=SCHOOL.id),
        ),
        at=AT,
    )

    assert told(svg)[1:3] == [
        "Skolnärvaro – Skolan – den svenska varianten för organisationer",
        "insatser: 2014-02: 3,5 (spridning 3–4); 2015-01-15: 5 (spridning 4–6).",
    ]
    assert told(svg)[-1] == "Utan resultat eller dag: Mätning c"
    seen = [box.said for box in boxes(svg)]
    assert "senast 2015-01-15: 5 (spridning 4–6)" in seen
    assert "Utan resultat eller dag: Mätning c" in seen


def test_it_is_told_in_english_too() -> None:
    svg = readiness_svg(hagby(measured("a", "2014-02", "3", "4", area=None)), at=AT, lang="en")

    assert told(svg)[1:3] == [
        "The whole collaboration – Swedish variant for organisations",
        "efforts: 2014-02: 3.5 (spread 3–4).",
    ]


def test_two_of_which_neither_is_surely_the_later_are_not_joined() -> None:
    one, other = measured("a", "2014-02", "3"), measured("b", "2014", "4")

    assert joins(readiness_svg(hagby(one, other), at=AT)) == 0
    assert joins(readiness_svg(hagby(one, measured("c", "2015", "4")), at=AT)) > 0


def test_without_measurements_the_picture_says_so() -> None:
    assert [box.said for box in boxes(readiness_svg(hagby(), at=AT))] == [
        "Förändringsbenägenhet över tid: Hagby",
        "Inga mätningar är införda.",
    ]


def test_one_without_a_result_is_named_and_no_day_stands_alone() -> None:
    seen = [box.said for box in boxes(readiness_svg(hagby(measured("a", "2014")), at=AT))]

    assert "Utan resultat eller dag: Mätning a" in seen
    assert "2015-03-01" not in seen


@pytest.mark.parametrize(("number", "text"), [("1/20", "0,1"), ("67/20", "3,4"), ("9", "9")])
def test_numbers_have_one_decimal(number: str, text: str) -> None:
    assert decimal(Fraction(number), "sv") == text


def test_a_moment_and_an_unknown_language_are_misuse() -> None:
    with pytest.raises(NotADay):
        readiness_svg(hagby(), at=dt.datetime(2015, 3, 1))  # noqa: DTZ001 - that is the point
    with pytest.raises(UnknownLanguage):
        readiness_svg(hagby(), at=AT, lang="de")  # type: ignore[arg-type]  # that is the point
