"""A journey as a table: each step with its day, and which of them led back."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.errors import UnknownLanguage
from samverkan_core.process.journey import journey_html, taken
from samverkan_core.process.step import JourneyEntry, Step
from samverkan_core.testing.anything import things
from samverkan_core.values.labels import LANGUAGES, Lang
from samverkan_core.values.time import PartialDate


def entry(step: Step, when: str, reason: str | None = None, *, about: bool = False) -> JourneyEntry:
    return JourneyEntry(step=step, day=PartialDate(when=when, about=about), reason=reason)


JOURNEY = (
    entry(Step.INITIATE, "2014-02-11"),
    entry(Step.GROUND, "2014-04", about=True),
    entry(Step.INITIATE, "2014-06", "Anna ville börja om."),
    entry(Step.BUILD, "2014-09"),
    entry(Step.BUILD, "2014"),
    entry(Step.GROUND, "2015-01-07"),
)


def cells(html: str) -> list[tuple[str, ...]]:
    whole = ET.fromstring(html)  # noqa: S314 - it was made here
    return [tuple(cell.text or "" for cell in row) for row in whole.iter("tr")]


def test_each_step_stands_with_its_day_and_which_way_it_led() -> None:
    assert cells(journey_html(JOURNEY, "sv")) == [
        ("Steg", "Dag", "Riktning"),
        ("1. Initiera frågeställningen och processen", "2014-02-11", "början"),
        ("2. Grunda förståelsen och aktivera frågeställningen", "omkring 2014-04", "framåt"),
        ("1. Initiera frågeställningen och processen", "2014-06", "återgång, skäl angivet"),
        ("3. Bygg och skapa nytt", "2014-09", "hopp över steg"),
        ("3. Bygg och skapa nytt", "2014", "kvar"),
        (
            "2. Grunda förståelsen och aktivera frågeställningen",
            "2015-01-07",
            "återgång, skäl saknas",
        ),
    ]


def test_english_readers_get_english_words() -> None:
    ways = [row[2] for row in cells(journey_html(JOURNEY, "en"))]
    assert ways == [
        *("Direction", "start", "forward", "back, with a reason"),
        *("skip", "stay", "back, without a reason"),
    ]
    assert taken(JOURNEY[-1], "en") == "2. Ground the understanding and activate the question"


def test_of_a_reason_only_that_there_is_one_is_shown() -> None:
    assert "Anna" not in journey_html(JOURNEY, "sv")


def test_without_steps_it_says_so() -> None:
    assert journey_html((), "sv") == "<p>Inga steg är införda.</p>"
    assert journey_html((), "en") == "<p>No steps are entered.</p>"
    with pytest.raises(UnknownLanguage):
        journey_html((), "fi")  # type: ignore[arg-type]


@given(
    journey=st.lists(things(JourneyEntry), min_size=1, max_size=5), lang=st.sampled_from(LANGUAGES)
)
def test_every_journey_has_a_row_a_step_in_order(journey: list[JourneyEntry], lang: Lang) -> None:
    _, *rows = cells(journey_html(journey, lang))
    assert [row[:2] for row in rows] == [(taken(one, lang), one.day.text(lang)) for one in journey]
