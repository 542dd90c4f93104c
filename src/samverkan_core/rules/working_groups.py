"""Rules about the working groups of focus areas: one for each area, appointed for competence."""

from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.model.body import BodyKind, Seat
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.ids import BodyId
from samverkan_core.values.labels import Labelled

__all__ = ["seat_not_appointed", "working_group_missing", "working_group_shared"]


class SeatGround(Labelled):
    """What a seat in a working group rests on (row SB-51)."""

    APPOINTED_BY = (
        "appointed_by",
        "vilken styrgrupp som har utsett",
        "which steering group appointed its holder",
    )
    COMPETENCE = ("competence", "vilken kompetens som behövs", "which competence it is for")


@rule(
    "FOC005",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("focus_areas",),
    sources=seed("SB-50"),
    sv=Texts(
        message="Fokusområdet {area} saknar arbetsgrupp.",
        why=(
            "Arbetsgruppen bär det gemensamma arbetet i området. Utan den har ingen till uppgift "
            "att föra frågan framåt."
        ),
        remedy="Styrgruppen utser en arbetsgrupp; den förs in i working_group.",
    ),
    en=Texts(
        message="Focus area {area} has no working group.",
        why=(
            "The working group carries the joint work in the area. Without one it is nobody's task "
            "to take the question further."
        ),
        remedy="The steering group appoints a working group; it is entered in working_group.",
    ),
)
def working_group_missing(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each focus area for its working group."""
    for area in view.focus_areas:
        if area.working_group is None:
            yield Breach(view.place(area), area.id, area=area.id)


@rule(
    "FOC009",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("focus_areas", "bodies"),
    sources=seed("SB-51"),
    words=(("missing", SeatGround),),
    sv=Texts(
        message=(
            "Plats {seat} i arbetsgruppen {group} för fokusområdet {area} anger inte {missing}."
        ),
        why=(
            "Den som styrgruppen har utsett för sin kompetens kan tala för sin verksamhet och får "
            "tid till arbetet. Annars blir det slumpen som sätter samman gruppen."
        ),
        remedy=(
            "Styrgruppen utser den som ska ha platsen; samordnaren för in appointed_by och "
            "competence."
        ),
    ),
    en=Texts(
        message=(
            "Seat {seat} in working group {group} of focus area {area} does not say {missing}."
        ),
        why=(
            "Who was appointed by the steering group for a competence can speak for the own "
            "service and is given time for the work. Otherwise chance puts the group together."
        ),
        remedy=(
            "The steering group appoints whoever is to have the seat; the coordinator enters "
            "appointed_by and competence."
        ),
    ),
)
def seat_not_appointed(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each seat in a focus area's working group who filled it, and for which competence."""
    for area in view.focus_areas:
        group = view.bodies.get(area.working_group)
        if group is None:
            yield Unjudged(area.id, "working_group")
        elif not group.seats:
            yield Unjudged(area.id, "working_group.seats")
        else:
            for position, seat in enumerate(group.seats):
                missing = tuple(ground.code for ground in _missing(view, seat))
                if missing:
                    yield Breach(
                        view.place(group, "seats", position),
                        group.id,
                        area=area.id,
                        group=group.id,
                        seat=position + 1,
                        missing=missing,
                    )


def _missing(view: View, seat: Seat) -> Iterator[SeatGround]:
    if not _may_be_steering_group(view, seat.appointed_by):
        yield SeatGround.APPOINTED_BY
    if seat.competence is None:
        yield SeatGround.COMPETENCE


def _may_be_steering_group(view: View, id_: BodyId | None) -> bool:
    """Tell whether an id is a steering group's, as far as the document knows it."""
    body = view.bodies.get(id_)
    return id_ is not None and (body is None or body.kind is BodyKind.STEERING_GROUP)


@rule(
    "FOC010",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("focus_areas",),
    sources=seed("SB-50"),
    sv=Texts(
        message="Fokusområdena {other} och {area} har samma arbetsgrupp, {group}.",
        why=(
            "Varje område behöver en grupp som svarar för just det arbetet. Delar två områden "
            "grupp syns det inte vilket uppdrag gruppen arbetar med."
        ),
        remedy="Styrgruppen utser en egen arbetsgrupp för {area}; den förs in i working_group.",
    ),
    en=Texts(
        message="Focus areas {other} and {area} have the same working group, {group}.",
        why=(
            "Each area needs a group that answers for that very work. When two areas share one, "
            "nobody can see which assignment the group is working on."
        ),
        remedy=(
            "The steering group appoints a working group for {area} alone; it is entered in "
            "working_group."
        ),
    ),
)
def working_group_shared(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each focus area whether an area before it has the same working group."""
    first: dict[BodyId, FocusArea] = {}
    for area in view.focus_areas:
        if area.working_group is None:
            continue
        other = first.setdefault(area.working_group, area)
        # Two areas of one id are that fault and no other.
        if other.id != area.id:
            place = view.place(area, "working_group")
            yield Breach(place, area.id, area=area.id, other=other.id, group=area.working_group)
