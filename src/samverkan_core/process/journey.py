"""A journey as a table: which steps were taken, when, and which of them led back."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from samverkan_core.process.step import JourneyEntry, Move, move
from samverkan_core.values.labels import Lang, language
from samverkan_core.values.markup import paragraph, table

__all__ = ["journey_html", "taken"]

_SV = {
    "back": "återgång, skäl angivet",
    "back_unexplained": "återgång, skäl saknas",
    "day": "Dag",
    "first": "början",
    "way": "Riktning",
    "none": "Inga steg är införda.",
    "step": "Steg",
    "title": "Stegen",
}
_EN = {
    "back": "back, with a reason",
    "back_unexplained": "back, without a reason",
    "day": "Day",
    "first": "start",
    "way": "Direction",
    "none": "No steps are entered.",
    "step": "Step",
    "title": "The steps",
}


def journey_html(journey: Sequence[JourneyEntry], lang: Lang) -> str:
    """Show the steps that were taken, in order; of a reason only that there is one.

    A reason is free text, which may speak of anybody.
    """
    say = _SV if language(lang) == "sv" else _EN
    if not journey:
        return paragraph(say["none"])
    rows = (
        (taken(entry, lang), entry.day.text(lang), led)
        for entry, led in zip(journey, _led(journey, lang), strict=True)
    )
    return table(say["title"], (say["step"], say["day"], say["way"]), rows)


def taken(entry: JourneyEntry, lang: Lang) -> str:
    """Name the step that was taken, by its number and its name."""
    return f"{entry.step.number}. {entry.step.label(lang)}"


def _led(journey: Iterable[JourneyEntry], lang: Lang) -> Iterator[str]:
    """Say of each step which way it led from the one before."""
    say = _SV if language(lang) == "sv" else _EN
    yield say["first"]
    for before, after in pairwise(journey):
        led = move(before.step, after.step)
        if led is Move.BACK:
            yield say["back" if after.reason else "back_unexplained"]
        else:
            yield led.label(lang)
