"""Rules about the steering group: a single one, of chiefs, for all actors, with aim and goal."""

import datetime as dt
from collections.abc import Iterator

import attrs

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.findings.pointer import pointer
from samverkan_core.indexing import ITSELF, View
from samverkan_core.model.actor import Actor
from samverkan_core.model.body import Body, BodyKind, Seat
from samverkan_core.model.role import Level
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.common import lineage, taking_part
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.ids import ActorId, BodyId
from samverkan_core.values.labels import Labelled
from samverkan_core.values.time import in_force

__all__ = [
    "not_one_steering_group",
    "not_represented",
    "seat_below_or_above",
    "steering_goal_missing",
    "steering_purpose_missing",
]


class Found(Labelled):
    """What is said of a list in which nothing was found."""

    NONE = ("none", "ingen", "none")


@rule(
    "BOD001",
    Severity.ERROR,
    Pillar.STEERING,
    Force.SEED,
    reads=("bodies",),
    of_state=True,
    sources=seed("SB-37"),
    words=(("found", Found),),
    sv=Texts(
        message="Verksamma styrgrupper den dag som granskas: {found}; det ska vara exakt en.",
        why=(
            "Utan en enda styrgrupp vet ingen vem som håller ihop ledningen, och gemensamma "
            "frågor blir liggande eller får två svar."
        ),
        remedy=(
            "Huvudmännen enas om en styrgrupp. Den som förvaltar dokumentet för in den i bodies "
            "och anger i period när andra styrgrupper upphörde."
        ),
    ),
    en=Texts(
        message=(
            "Steering groups at work on the day asked about: {found}; there is to be exactly one."
        ),
        why=(
            "Without one single steering group nobody knows who holds the leadership together, "
            "and joint questions are left lying or get two answers."
        ),
        remedy=(
            "The principals agree on one steering group. Whoever keeps the document enters it in "
            "bodies and states in period when other steering groups came to an end."
        ),
    ),
)
def not_one_steering_group(view: View, asked: Asked) -> Iterator[Outcome]:
    """Count the steering groups that are in force on the day."""
    unclear = tuple(
        group for group in _groups(view) if group.period is not None and group.period.is_backwards
    )
    if unclear:
        yield from (Unjudged(group.id, "period") for group in unclear)
        return
    # Of two groups with one id the first wins, and the id alone is another rule's business.
    found = tuple(dict.fromkeys(group.id for group in _groups_on(view, asked.day)))
    if not found:
        yield Breach(pointer("bodies"), None, found=Found.NONE.code)
    elif len(found) > 1:
        yield Breach(pointer("bodies"), None, found=found)


@rule(
    "BOD002",
    Severity.ERROR,
    Pillar.STEERING,
    Force.SEED,
    reads=("bodies", "roles"),
    sources=seed("SB-38", "SB-39"),
    words=(("level", Level),),
    sv=Texts(
        message=(
            "Rollen {role} i styrgruppen {group} står på {level}; styrgruppen består av chefer på "
            "förvaltningsledningens nivå."
        ),
        why=(
            "Den som sitter i styrgruppen ska kunna pröva vad en gemensam ståndpunkt betyder i "
            "den egna verksamheten och svara för den där. Det kan förvaltningschefer och "
            "motsvarande chefer hos polis och BUP."
        ),
        remedy=(
            "Den berörda huvudmannen utser förvaltningschefen eller motsvarande chef till "
            "platsen. Är nivån felskriven rättar den som förvaltar dokumentet level i rollen."
        ),
    ),
    en=Texts(
        message=(
            "Role {role} in steering group {group} stands on {level}; the group consists of "
            "heads of administration and their equals."
        ),
        why=(
            "Whoever sits in the steering group is to try what a joint position means in the own "
            "organisation and to answer for it there. Heads of administration can do that, and "
            "their equals in the police and in child psychiatry."
        ),
        remedy=(
            "The principal concerned appoints its head of administration or an equal to the "
            "seat. If the level is a slip, whoever keeps the document corrects level in the role."
        ),
    ),
)
def seat_below_or_above(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each seat of a steering group for the level of its role."""
    for group in _groups(view):
        if not group.seats:
            yield Unjudged(group.id, "seats")
        for position, seat in enumerate(group.seats):
            yield from _level_of_seat(view, group, position, seat)


def _level_of_seat(view: View, group: Body, position: int, seat: Seat) -> Iterator[Outcome]:
    role = view.roles.get(seat.role)
    if role is None:
        yield Unjudged(group.id, "seats.role")
    elif role.level is None:
        yield Unjudged(role.id, "level")
    elif role.level is not Level.ADMINISTRATIVE:
        place = view.place(group, "seats", position, "role")
        yield Breach(place, group.id, group=group.id, role=role.id, level=role.level.code)


@rule(
    "BOD003",
    Severity.ERROR,
    Pillar.STEERING,
    Force.SEED,
    reads=("actors", "bodies", ITSELF),
    of_state=True,
    sources=seed("SB-38"),
    sv=Texts(
        message=(
            "Aktören {actor} saknar plats i styrgruppen {groups}, både för egen del och genom den "
            "organisation som den tillhör."
        ),
        why=(
            "Den vars chef inte sitter med har inte fått pröva det som styrgruppen enas om, och "
            "då blir det sällan genomfört i den verksamheten."
        ),
        remedy=(
            "Aktörens förvaltningschef eller motsvarande chef tar plats i styrgruppen; den som "
            "förvaltar dokumentet anger aktören i platsens on_behalf_of."
        ),
    ),
    en=Texts(
        message=(
            "Actor {actor} has no seat in steering group {groups}, neither of its own nor through "
            "the organisation that it belongs to."
        ),
        why=(
            "An actor whose chief is not at the table has not been able to try what the steering "
            "group agrees on, and it is then seldom carried out in that organisation."
        ),
        remedy=(
            "The actor's head of administration or an equal takes a seat in the steering group; "
            "whoever keeps the document names the actor in on_behalf_of of that seat."
        ),
    ),
)
def not_represented(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask for each actor that takes part on the day who sits in the steering group for it."""
    groups = _groups_on(view, asked.day)
    if not groups:
        yield Unjudged(None, "bodies")
        return
    empty = tuple(group for group in groups if not group.seats)
    if empty:
        yield from (Unjudged(group.id, "seats") for group in empty)
        return
    seated = frozenset(seat.on_behalf_of for group in groups for seat in group.seats)
    table = _Table(
        groups=tuple(group.id for group in groups),
        seated=seated,
        all_known=all(view.actors.get(id_) is not None for id_ in seated),
    )
    for actor in taking_part(view):
        if in_force(actor.period, asked.day):
            yield from _seat_for(view, actor, table)


@attrs.frozen(kw_only=True)
class _Table:
    """The steering groups of a day, and the actors for which somebody sits there."""

    #: The steering groups.
    groups: tuple[BodyId, ...]
    #: The actors on whose behalf somebody sits there; None for a seat that does not say.
    seated: frozenset[ActorId | None]
    #: Whether each seat names an actor of the document.
    all_known: bool


def _seat_for(view: View, actor: Actor, table: _Table) -> Iterator[Outcome]:
    above = lineage(view, actor)
    if not table.seated.isdisjoint(above):
        return
    if not table.all_known:
        yield Unjudged(actor.id, "seats.on_behalf_of")
    elif view.actors.get(above[-1]) is None:
        yield Unjudged(actor.id, "part_of")
    else:
        yield Breach(view.place(actor), actor.id, actor=actor.id, groups=table.groups)


@rule(
    "BOD004",
    Severity.WARNING,
    Pillar.STEERING,
    Force.SEED,
    reads=("bodies",),
    sources=seed("SB-98"),
    sv=Texts(
        message="Styrgruppen {group} saknar syfte.",
        why=(
            "Syftet visar vilka frågor som är styrgruppens att driva och vilka som hör hemma i "
            "den ordinarie linjen."
        ),
        remedy="Styrgruppen formulerar sitt syfte och för in det i purpose.",
    ),
    en=Texts(
        message="Steering group {group} has no purpose.",
        why=(
            "The purpose shows which questions are the steering group's to drive and which "
            "belong to the ordinary line."
        ),
        remedy="The steering group words its purpose and enters it in purpose.",
    ),
)
def steering_purpose_missing(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each steering group what it is there for."""
    for group in _groups(view):
        if group.purpose is None:
            yield Breach(view.place(group), group.id, group=group.id)


@rule(
    "BOD005",
    Severity.WARNING,
    Pillar.STEERING,
    Force.SEED,
    reads=("bodies",),
    sources=seed("SB-99"),
    sv=Texts(
        message="Styrgruppen {group} saknar mål.",
        why=(
            "Med ett mål på lång sikt kan gruppen bedöma om arbetet leder någonvart för barn och "
            "unga, också när cheferna byts ut."
        ),
        remedy="Styrgruppen enas om ett mål och för in det i goal.",
    ),
    en=Texts(
        message="Steering group {group} has no goal.",
        why=(
            "With a long-term goal the group can judge whether the work leads anywhere for "
            "children and young people, also when its chiefs change."
        ),
        remedy="The steering group agrees on a goal and enters it in goal.",
    ),
)
def steering_goal_missing(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each steering group what it is to achieve."""
    for group in _groups(view):
        if group.goal is None:
            yield Breach(view.place(group), group.id, group=group.id)


def _groups(view: View) -> tuple[Body, ...]:
    return tuple(body for body in view.bodies if body.kind is BodyKind.STEERING_GROUP)


def _groups_on(view: View, day: dt.date) -> tuple[Body, ...]:
    return tuple(group for group in _groups(view) if in_force(group.period, day))
