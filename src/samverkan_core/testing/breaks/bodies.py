"""How rules about bodies are broken: one change to a steering group, a council, a band of ages."""

import datetime as dt
from collections.abc import Iterable, Mapping
from itertools import count
from types import MappingProxyType
from typing import Any

import attrs
from hypothesis import strategies as st

from samverkan_core.indexing import View, index
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.anatomy import COLLECTIONS
from samverkan_core.model.body import ELECTED_KINDS, Body, BodyKind, Seat, SeatCategory
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.common import Resolution
from samverkan_core.model.focus_area import TargetGroup
from samverkan_core.model.role import Level, Role, RoleKind
from samverkan_core.rules.common import lineage, taking_part
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.rules.profiles.profile import Parameters
from samverkan_core.testing.breaks.leaving import as_well, let_go
from samverkan_core.testing.edit import Edit, a, added, replaced
from samverkan_core.testing.texts import texts
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.ids import ActorId, BodyId, RoleId
from samverkan_core.values.time import PartialDate, Period, in_force

__all__ = ["BREAKING", "NEAR_MISS", "asked_of", "days_after", "days_before", "unused_id"]

_LEADING_KINDS = (ActorKind.SCHOOL, ActorKind.SOCIAL_SERVICES)
_ELECTED_KINDS = tuple(kind for kind in BodyKind if kind in ELECTED_KINDS)
_OLDEST = 130
_DAY = dt.timedelta(days=1)


# --- the steering group ------------------------------------------------------------------------


def _two_steering_groups_or_none(
    draw: st.DrawFn, collab: Collaboration, at: dt.date
) -> Collaboration:
    group = _steering_group(collab, at)
    if draw(st.booleans()):
        twin = attrs.evolve(group, id=BodyId(unused_id(collab, group.id)))
        return added(as_well(collab, group.id, twin.id), twin)
    over = Period(last_day=days_before(draw, at))
    to_come = Period(first_day=days_after(draw, at))
    away = attrs.evolve(group, period=a(draw, (over, to_come)))
    return replaced(let_go(collab, group.id, *group.succeeds), group, away)


def _hands_over_at_midnight(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    group = _steering_group(collab, at)
    ends_today = (Period(last_day=at), Period(first_day=at + _DAY))
    begins_today = (Period(first_day=at), Period(last_day=at - _DAY))
    own, others = a(draw, (ends_today, begins_today))
    collab = replaced(collab, group, attrs.evolve(group, period=own))
    return added(collab, attrs.evolve(group, id=BodyId(unused_id(collab, group.id)), period=others))


def _politician_or_unit_in_steering_group(
    draw: st.DrawFn, collab: Collaboration, at: dt.date
) -> Collaboration:
    others = tuple(role for role in collab.roles if role.level in {Level.POLITICAL, Level.UNIT})
    return _seating(draw, collab, at, a(draw, others).id)


def _external_chief_in_steering_group(
    draw: st.DrawFn, collab: Collaboration, at: dt.date
) -> Collaboration:
    chief = Role(
        id=RoleId(unused_id(collab, "chef")),
        name=draw(texts()),
        kind=draw(st.sampled_from(RoleKind)),
        level=Level.ADMINISTRATIVE,
    )
    return _seating(draw, added(collab, chief), at, chief.id)


def _seating(draw: st.DrawFn, collab: Collaboration, at: dt.date, role: RoleId) -> Collaboration:
    group = _steering_group(collab, at)
    chosen = draw(st.integers(0, len(group.seats) - 1))
    seats = tuple(
        attrs.evolve(seat, role=role) if position == chosen else seat
        for position, seat in enumerate(group.seats)
    )
    return replaced(collab, group, attrs.evolve(group, seats=seats))


def _actor_outside_steering_group(
    draw: st.DrawFn, collab: Collaboration, at: dt.date
) -> Collaboration:
    view = index(collab).whole
    group = _steering_group(collab, at)
    present = tuple(actor for actor in taking_part(view) if in_force(actor.period, at))
    left_out = a(draw, present)
    other = a(draw, (actor for actor in present if actor is not left_out))
    own = lineage(view, left_out)
    left = tuple(seat for seat in group.seats if seat.on_behalf_of not in own)
    given_away = tuple(
        attrs.evolve(seat, on_behalf_of=other.id) if seat.on_behalf_of in own else seat
        for seat in group.seats
    )
    # Without any seat left, nobody could judge for whom the group sits.
    seats = a(draw, (left, given_away)) if left else given_away
    return replaced(collab, group, attrs.evolve(group, seats=seats))


def _seated_through_larger_organisation(
    draw: st.DrawFn, collab: Collaboration, at: dt.date
) -> Collaboration:
    group = _steering_group(collab, at)
    unit = a(draw, taking_part(index(collab).whole))
    larger = Actor(
        id=ActorId(unused_id(collab, unit.id)),
        name=draw(texts()),
        kind=ActorKind.ADMINISTRATION,
        principal=unit.principal,
        part_of=unit.part_of,
    )
    seats = tuple(
        attrs.evolve(seat, on_behalf_of=larger.id) if seat.on_behalf_of == unit.id else seat
        for seat in group.seats
    )
    collab = replaced(collab, group, attrs.evolve(group, seats=seats))
    collab = replaced(collab, unit, attrs.evolve(unit, part_of=larger.id))
    return added(collab, larger)


def _steering_group_without(member: str) -> Edit:
    def edit(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
        group = _one(draw, collab, BodyKind.STEERING_GROUP)
        nothing: dict[str, Any] = {member: None}
        return replaced(collab, group, attrs.evolve(group, **nothing))

    return edit


def _only_steering_group_has(member: str) -> Edit:
    def edit(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
        for body in collab.bodies:
            steers = body.kind is BodyKind.STEERING_GROUP
            least: dict[str, Any] = {member: a(draw, ("-", "Å", "1")) if steers else None}
            collab = replaced(collab, body, attrs.evolve(body, **least))
        return collab

    return edit


# --- councils, networks, groups ----------------------------------------------------------------


def _council_without_decision(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    council = _one(draw, collab, BodyKind.CHILDRENS_COUNCIL)
    return replaced(collab, council, attrs.evolve(council, decided_by=None))


def _council_with_vague_decision(
    draw: st.DrawFn, collab: Collaboration, at: dt.date
) -> Collaboration:
    council = _one(draw, collab, BodyKind.CHILDRENS_COUNCIL)
    year = PartialDate(when=f"{days_before(draw, at).year:04}", about=draw(st.booleans()))
    vague = a(draw, (Resolution(day=year), Resolution(summary=draw(texts()))))
    return replaced(collab, council, attrs.evolve(council, decided_by=vague))


def _without_category(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    body, categories = _composed(draw, collab)
    gone = {a(draw, categories), None}
    left = tuple(seat for seat in body.seats if seat.category not in gone)
    # Without any seat left, nobody could judge who sits there.
    other = a(draw, (category for category in SeatCategory if category not in gone))
    seats = left or (Seat(category=other),)
    return replaced(collab, body, attrs.evolve(body, seats=seats))


def _one_in_each_category(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    body, categories = _composed(draw, collab)
    seats = tuple(
        a(draw, (seat for seat in body.seats if seat.category is category))
        for category in draw(st.permutations(categories))
    )
    return replaced(collab, body, attrs.evolve(body, seats=(*seats, Seat())))


def _composed(draw: st.DrawFn, collab: Collaboration) -> tuple[Body, tuple[SeatCategory, ...]]:
    """Choose a body of a kind whose composition the local model states, and that composition."""
    stated = asked_of(collab).compositions
    pairs = ((body, one) for one in stated for body in collab.bodies if body.kind is one.kind)
    body, composition = a(draw, pairs)
    return body, tuple(dict.fromkeys(composition.categories))


def _network_of_one(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    network = _one(draw, collab, BodyKind.CHILD_RIGHTS_NETWORK)
    alone = a(draw, collab.actors).id
    seats = tuple(attrs.evolve(seat, on_behalf_of=alone) for seat in network.seats)
    return replaced(collab, network, attrs.evolve(network, seats=seats))


def _network_of_two(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    network = _one(draw, collab, BodyKind.CHILD_RIGHTS_NETWORK)
    one, other, *_rest = draw(st.permutations(collab.actors))
    seats = tuple(
        attrs.evolve(a(draw, network.seats), on_behalf_of=actor.id) for actor in (one, other, one)
    )
    return replaced(collab, network, attrs.evolve(network, seats=seats))


def _homeless(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    body = a(draw, (body for body in collab.bodies if not body.is_elected))
    return replaced(collab, body, attrs.evolve(body, actor=None, part_of=None))


def _one_home_or_elected(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    group = a(draw, (body for body in collab.bodies if not body.is_elected))
    actors = (actor.id for actor in collab.actors if actor.id != group.actor)
    boards = (board.id for board in collab.bodies if board.is_elected and board.id != group.part_of)
    elected = Body(
        id=BodyId(unused_id(collab, "nämnd")),
        name=draw(texts()),
        kind=draw(st.sampled_from(_ELECTED_KINDS)),
    )
    nearly = (
        replaced(collab, group, attrs.evolve(group, actor=a(draw, actors), part_of=None)),
        replaced(collab, group, attrs.evolve(group, actor=None, part_of=a(draw, boards))),
        added(collab, elected),
    )
    return a(draw, nearly)


def _led_by_one_side(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    view = index(collab).whole
    group = _one(draw, collab, BodyKind.SUPPORT_GROUP)
    gone = a(draw, _LEADING_KINDS)
    others = {actor.id for actor in collab.actors if gone not in _kinds(view, actor)}
    seats = tuple(
        attrs.evolve(seat, leads=seat.leads and seat.on_behalf_of in others) for seat in group.seats
    )
    return replaced(collab, group, attrs.evolve(group, seats=seats))


def _led_by_one_of_each(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    view = index(collab).whole
    group = _one(draw, collab, BodyKind.SUPPORT_GROUP)
    leaders = {a(draw, _leading(view, group, kind)) for kind in _LEADING_KINDS}
    seats = tuple(attrs.evolve(seat, leads=at in leaders) for at, seat in enumerate(group.seats))
    beside = Seat(on_behalf_of=a(draw, collab.actors).id)
    return replaced(collab, group, attrs.evolve(group, seats=(*seats, beside)))


# --- ages --------------------------------------------------------------------------------------


def _band_too_wide(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    body, band = a(draw, ((body, body.ages) for body in collab.bodies if body.ages is not None))
    wide = _widened(band, a(draw, _ages_without(collab.target_groups)))
    return replaced(collab, body, attrs.evolve(body, ages=wide))


def _band_just_wide_enough(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    bands = (group.ages for group in collab.target_groups if group.ages is not None)
    return added(collab, _team(draw, collab, a(draw, bands)))


def _gap_between_bands(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    groups = ((group, group.ages) for group in collab.target_groups if group.ages is not None)
    group, band = a(draw, groups)
    wide = _widened(band, a(draw, _ages_without(collab.bodies)))
    return replaced(collab, group, attrs.evolve(group, ages=wide))


def _gap_just_filled(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    wider = _gap_between_bands(draw, collab, at)
    needed = frozenset[int]().union(*map(_ages, wider.target_groups))
    gap = needed.difference(*map(_ages, wider.bodies))
    return added(wider, _team(draw, wider, AgeBand(from_age=min(gap), to_age=max(gap))))


def _team(draw: st.DrawFn, collab: Collaboration, ages: AgeBand) -> Body:
    return Body(
        id=BodyId(unused_id(collab, "team")),
        name=draw(texts()),
        # Two consultation teams for one age are another rule's business.
        kind=a(draw, (BodyKind.KEY_GROUP, BodyKind.COLLABORATION_GROUP)),
        actor=a(draw, collab.actors).id,
        ages=ages,
    )


# --- what the edits share ----------------------------------------------------------------------


def asked_of(collab: Collaboration) -> Parameters:
    """Give the numbers and demands of the profile that a document names."""
    return PROFILES[collab.profile or COMMON.name].parameters


def unused_id(collab: Collaboration, stem: str) -> str:
    """Give an id that nothing in the collaboration has, made of another or of a word."""
    used = {thing.id for collection in COLLECTIONS for thing in getattr(collab, collection)}
    return next(id_ for id_ in (f"{stem}-{number}" for number in count(2)) if id_ not in used)


def days_before(draw: st.DrawFn, at: dt.date) -> dt.date:
    """Draw a day before another, at least the day before."""
    return at - draw(st.integers(1, 400)) * _DAY


def days_after(draw: st.DrawFn, at: dt.date) -> dt.date:
    """Draw a day after another, at least the day after."""
    return at + draw(st.integers(1, 400)) * _DAY


def _steering_group(collab: Collaboration, at: dt.date) -> Body:
    return next(
        body
        for body in collab.bodies
        if body.kind is BodyKind.STEERING_GROUP and in_force(body.period, at)
    )


def _one(draw: st.DrawFn, collab: Collaboration, kind: BodyKind) -> Body:
    return a(draw, (body for body in collab.bodies if body.kind is kind))


def _kinds(view: View, actor: Actor) -> set[ActorKind]:
    above = (view.actors.get(id_) for id_ in lineage(view, actor))
    return {larger.kind for larger in above if larger is not None}


def _leading(view: View, group: Body, kind: ActorKind) -> tuple[int, ...]:
    """Give the positions of the seats that lead a group on behalf of actors of one kind."""
    ids = {actor.id for actor in view.actors if kind in _kinds(view, actor)}
    return tuple(
        at for at, seat in enumerate(group.seats) if seat.leads and seat.on_behalf_of in ids
    )


def _ages(thing: Body | TargetGroup) -> frozenset[int]:
    return frozenset() if thing.ages is None else frozenset(thing.ages.ages())


def _ages_without(things: Iterable[Body | TargetGroup]) -> tuple[int, ...]:
    """Give the ages that none of some bodies or target groups has."""
    found = frozenset[int]().union(*map(_ages, things))
    return tuple(age for age in range(_OLDEST + 1) if age not in found)


def _widened(band: AgeBand, age: int) -> AgeBand:
    """Give the narrowest band that holds a band and one age more."""
    return AgeBand(from_age=min(band.from_age, age), to_age=max(band.to_age, age))


BREAKING: Mapping[str, Edit] = MappingProxyType(
    {
        "BOD001": _two_steering_groups_or_none,
        "BOD002": _politician_or_unit_in_steering_group,
        "BOD003": _actor_outside_steering_group,
        "BOD004": _steering_group_without("purpose"),
        "BOD005": _steering_group_without("goal"),
        "BOD006": _council_without_decision,
        "BOD007": _without_category,
        "BOD008": _network_of_one,
        "BOD009": _homeless,
        "BOD010": _led_by_one_side,
        "BOD011": _band_too_wide,
        "BOD012": _gap_between_bands,
    }
)

NEAR_MISS: Mapping[str, Edit] = MappingProxyType(
    {
        "BOD001": _hands_over_at_midnight,
        "BOD002": _external_chief_in_steering_group,
        "BOD003": _seated_through_larger_organisation,
        "BOD004": _only_steering_group_has("purpose"),
        "BOD005": _only_steering_group_has("goal"),
        "BOD006": _council_with_vague_decision,
        "BOD007": _one_in_each_category,
        "BOD008": _network_of_two,
        "BOD009": _one_home_or_elected,
        "BOD010": _led_by_one_of_each,
        "BOD011": _band_just_wide_enough,
        "BOD012": _gap_just_filled,
    }
)
