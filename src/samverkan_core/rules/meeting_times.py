"""Rules about the times of meetings: an end after the beginning, and no news of it before it."""

from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.model.meeting import Meeting
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.time import out_of_order

__all__ = ["meeting_backwards", "published_too_early"]


@rule(
    "MET007",
    Severity.ERROR,
    Pillar.FORMAT,
    Force.FORMAT,
    reads=("meetings",),
    sv=Texts(
        message="Mötet {meeting} slutar {ends}, innan det börjar {starts}.",
        why=(
            "Den som läser vet inte vilken av tiderna som gäller. Det går inte att se hur länge "
            "mötet varade eller om alla kunde vara med."
        ),
        remedy=(
            "Den som förvaltar dokumentet ser efter i kallelsen eller anteckningarna vilken av "
            "tiderna som är fel och rättar den."
        ),
    ),
    en=Texts(
        message="Meeting {meeting} ends {ends}, before it starts {starts}.",
        why=(
            "A reader does not know which of the times is right. Nobody can see how long the "
            "meeting was, or whether everybody could be there."
        ),
        remedy=(
            "Whoever keeps the document looks up in the notice or the notes which of the times is "
            "wrong and mends it."
        ),
    ),
)
def meeting_backwards(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask of each meeting whether its last day or its last hour comes before its first."""
    for meeting in view.meetings:
        if meeting.last_day is not None:
            yield from _days(view, meeting)
        else:
            yield from _times(view, meeting)


def _times(view: View, meeting: Meeting) -> Iterator[Breach]:
    """Compare the times of a meeting of one day; their order as texts is their order as times."""
    starts, ends = meeting.from_time, meeting.to_time
    if starts is not None and ends is not None and ends < starts:
        place = view.place(meeting, "to_time")
        yield Breach(place, meeting.id, meeting=meeting.id, starts=starts, ends=ends)


def _days(view: View, meeting: Meeting) -> Iterator[Outcome]:
    """Compare the first day of a meeting of several days with its last."""
    if meeting.day is None or meeting.last_day is None:
        yield Unjudged(meeting.id, "day")
        return
    backwards = out_of_order(meeting.day, meeting.last_day)
    if backwards is None:
        yield Unjudged(meeting.id, "last_day")
    elif backwards:
        data = {"starts": meeting.day.when, "ends": meeting.last_day.when}
        yield Breach(view.place(meeting, "last_day"), meeting.id, meeting=meeting.id, **data)


@rule(
    "MET008",
    Severity.INFO,
    Pillar.FORMAT,
    Force.FORMAT,
    reads=("meetings",),
    sv=Texts(
        message="Nyheten om mötet {meeting} är daterad {published}, men mötet hölls först {held}.",
        why=(
            "Det som kom fram på ett möte kan inte berättas innan mötet har hållits. En av dagarna "
            "är fel, eller så var nyheten en inbjudan."
        ),
        remedy=(
            "Den som förvaltar dokumentet ser efter när mötet hölls och när nyheten gick ut, och "
            "rättar day eller published."
        ),
    ),
    en=Texts(
        message="News of meeting {meeting} is dated {published}, before the meeting {held}.",
        why=(
            "What came of a meeting cannot be told before it was held. One of the days is wrong, "
            "or it was an invitation."
        ),
        remedy=(
            "Whoever keeps the document looks up when the meeting was held and when the news came "
            "out, and mends day or published."
        ),
    ),
)
def published_too_early(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask of each meeting whether news of it is dated before the meeting."""
    for meeting in view.meetings:
        if meeting.published is None:
            continue
        if meeting.day is None:
            yield Unjudged(meeting.id, "day")
            continue
        early = out_of_order(meeting.day, meeting.published)
        if early is None:
            yield Unjudged(meeting.id, "published")
        elif early:
            data = {"held": meeting.day.when, "published": meeting.published.when}
            yield Breach(view.place(meeting, "published"), meeting.id, meeting=meeting.id, **data)
