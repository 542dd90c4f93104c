"""Rules about the working meetings of a focus area: its coordinator plans and leads them."""

from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.model.meeting import Meeting, MeetingKind, MeetingState
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.labels import Labelled

__all__ = ["not_by_coordinator"]

_WORKING = frozenset({MeetingKind.WORKING, MeetingKind.WORKSHOP})


class Lead(Labelled):
    """What a coordinator does for a working meeting of the focus area (row SB-96)."""

    PLANNED_BY = ("planned_by", "planeras", "planned")
    LED_BY = ("led_by", "leds", "led")


@rule(
    "MET020",
    Severity.INFO,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("meetings", "focus_areas"),
    sources=seed("SB-96"),
    words=(("lacking", Lead),),
    sv=Texts(
        message=(
            "Det arbetande mötet {meeting} {lacking} inte av någon samordnare för fokusområdet "
            "{area}."
        ),
        why=(
            "Samordnaren håller ihop arbetet i fokusområdet från möte till möte. Planerar eller "
            "leder någon annan mötet tappar gruppen lätt tråden."
        ),
        remedy=(
            "Samordnaren för {area} planerar och leder fokusområdets möten framöver; är rollen "
            "felaktigt angiven rättar den som förvaltar dokumentet planned_by och led_by."
        ),
    ),
    en=Texts(
        message="Working meeting {meeting} is not {lacking} by any coordinator of area {area}.",
        why=(
            "The coordinator holds the work of the focus area together from one meeting to the "
            "next. Where somebody else plans or leads it the group easily loses the thread."
        ),
        remedy=(
            "The coordinator of {area} plans and leads the meetings of the focus area from now on; "
            "if the wrong role is stated, whoever keeps the document corrects planned_by and "
            "led_by."
        ),
    ),
)
def not_by_coordinator(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each working meeting of a focus area whether a coordinator plans and leads it."""
    for meeting in view.meetings:
        if meeting.kind in _WORKING and meeting.state is not MeetingState.CANCELLED:
            for id_ in dict.fromkeys(meeting.focus_areas):
                yield from _of_area(view, meeting, view.focus_areas.get(id_))


def _of_area(view: View, meeting: Meeting, area: FocusArea | None) -> Iterator[Outcome]:
    if area is None or not area.coordinators:
        yield Unjudged(meeting.id, "focus_areas.coordinators")
        return
    told = {lead: getattr(meeting, lead.code) for lead in Lead}
    yield from (Unjudged(meeting.id, lead.code) for lead, roles in told.items() if not roles)
    lacking = tuple(
        lead.code
        for lead, roles in told.items()
        if roles and set(area.coordinators).isdisjoint(roles)
    )
    if lacking:
        place = view.place(meeting, lacking[0])
        yield Breach(place, meeting.id, meeting=meeting.id, area=area.id, lacking=lacking)
