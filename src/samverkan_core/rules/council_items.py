"""Rules about what a council for children's matters takes up: groups of children, seldom one."""

import datetime as dt
from collections.abc import Iterator

from samverkan_core.findings.finding import Datum, Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.model.body import BodyKind
from samverkan_core.model.meeting import AgendaItem, Meeting, MeetingState
from samverkan_core.reference.laws import law
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.legal import sections_of
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.labels import Labelled

__all__ = ["child_in_council", "level_or_rights_missing"]

#: Provisions on secrecy that may bear on what is said of one child (candidate grounds).
_SECRECY = ("se.osl.8-1", "se.osl.26-1")


class ItemPart(Labelled):
    """What is said of an item of a council for children's matters (rows SB-62, SB-100)."""

    LEVEL = ("level", "nivå (individ eller grupp)", "a level (individual or group)")
    RIGHTS = ("rights", "barnrättsperspektiv", "the rights of the child")


@rule(
    "MET009",
    Severity.WARNING,
    Pillar.STRUCTURE,
    Force.LAW,
    reads=("meetings", "bodies"),
    sources=sections_of("2009:400", "8 kap. 1 §", "26 kap. 1 §"),
    sv=Texts(
        message="Punkt {item} på mötet {meeting} i barnrådet {body} gäller ett enskilt barn.",
        why=(
            "I ett barnråd möts personer från flera myndigheter och från föreningar. För uppgifter "
            "om ett enskilt barn kan sekretess gälla enligt offentlighets- och sekretesslagen, "
            "bland annat inom socialtjänsten och även mellan myndigheter."
        ),
        remedy=(
            "Den som vill ta upp frågan prövar, med hjälp av sin organisations jurist, om "
            "uppgifterna får lämnas ut. Annars tar ordföranden upp frågan på gruppnivå, och "
            "uppgiften om barnet stryks ur punkten."
        ),
    ),
    en=Texts(
        message="Item {item} of meeting {meeting} of the council {body} is about one child.",
        why=(
            "In such a council people from several authorities and from associations meet. Facts "
            "about one child may be secret between authorities and within the social services."
        ),
        remedy=(
            "Whoever wants to raise the question tries with their lawyer whether the facts may be "
            "given; otherwise the chair raises it for the group and strikes the child out."
        ),
    ),
)
def child_in_council(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask of each item of a council for children's matters whether it names a child.

    The provisions are candidate grounds: whether a fact is secret, and may be given all the same,
    is tried case by case.
    """
    for meeting, position, item in _council_items(view):
        if item.child is None:
            continue
        lacked = _unread(meeting)
        if lacked:
            yield Unjudged(meeting.id, lacked)
        else:
            place = view.place(meeting, "agenda", position, "child")
            yield Breach(place, meeting.id, **_named(meeting, position))


def _unread(meeting: Meeting) -> str | None:
    """Name what is lacking for the provisions to be known to hold at a meeting."""
    if meeting.day is None:
        return "day"
    days = (meeting.day.earliest, meeting.day.latest)
    return next((id_ for id_ in _SECRECY if not all(_was_read(id_, day) for day in days)), None)


def _was_read(id_: str, day: dt.date) -> bool:
    row = law(id_)
    return row is not None and row.verified_on(day)


@rule(
    "MET010",
    Severity.INFO,
    Pillar.SHARED_VIEW,
    Force.SEED,
    reads=("meetings", "bodies"),
    sources=seed("SB-62", "SB-100"),
    words=(("missing", ItemPart),),
    sv=Texts(
        message="Punkt {item} på mötet {meeting} i barnrådet {body} saknar {missing}.",
        why=(
            "Barnrådet lyfter barns behov utifrån deras rättigheter. Med nivån angiven syns det om "
            "frågan gäller ett barn eller barn som grupp."
        ),
        remedy=(
            "Den som har anmält punkten anger det som saknas; barnrådets sekreterare för in det i "
            "agenda."
        ),
    ),
    en=Texts(
        message="Item {item} of meeting {meeting} of the council {body} lacks {missing}.",
        why=(
            "The council raises children's needs from their rights. With its level stated, an item "
            "shows whether it is about one child or about children as a group."
        ),
        remedy=(
            "Whoever put the item forward states what is missing; the council's secretary enters "
            "it in agenda."
        ),
    ),
)
def level_or_rights_missing(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each item of a council for children's matters for its level and its perspective."""
    for meeting, position, item in _council_items(view):
        missing = tuple(part.code for part in ItemPart if getattr(item, part.code) is None)
        if missing:
            place = view.place(meeting, "agenda", position)
            yield Breach(place, meeting.id, missing=missing, **_named(meeting, position))


def _council_items(view: View) -> Iterator[tuple[Meeting, int, AgendaItem]]:
    """Give each item of a meeting of such a council that was not cancelled, with its position."""
    for meeting in view.meetings:
        body = view.bodies.get(meeting.body)
        if body is None or body.kind is not BodyKind.CHILDRENS_COUNCIL:
            continue
        if meeting.state is not MeetingState.CANCELLED:
            for position, item in enumerate(meeting.agenda):
                yield meeting, position, item


def _named(meeting: Meeting, position: int) -> dict[str, Datum]:
    """Name an item by its meeting, its body and its number, counted from one as people do."""
    return {"meeting": meeting.id, "body": str(meeting.body), "item": position + 1}
