"""A lawful world, whole."""

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import attrs
from hypothesis import strategies as st

from samverkan_core.authority.limits import reserved
from samverkan_core.authority.scopes import matters_of
from samverkan_core.errors import InvalidValue
from samverkan_core.findings.acceptance import Acceptance
from samverkan_core.indexing import index
from samverkan_core.model.anatomy import COLLECTIONS
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration, LifecycleEntry, Stage
from samverkan_core.model.document import DocumentKind
from samverkan_core.model.focus_area import TargetGroup
from samverkan_core.model.mandate import Scope
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.testing.lawful import words
from samverkan_core.testing.lawful.actors import cast
from samverkan_core.testing.lawful.analysis import whole
from samverkan_core.testing.lawful.areas import Areas, bands, target_groups
from samverkan_core.testing.lawful.at_work import AT_WORK
from samverkan_core.testing.lawful.bodies import (
    Organisation,
    board_ids,
    council_ids,
    steering_id,
)
from samverkan_core.testing.lawful.demands import Demands, demands
from samverkan_core.testing.lawful.follow_ups import followed_up, term_ends
from samverkan_core.testing.lawful.grants import Grants
from samverkan_core.testing.lawful.hand import Hand, Perhaps
from samverkan_core.testing.lawful.people import Staffing, offices, persons, serving
from samverkan_core.testing.lawful.steering import documents, matters
from samverkan_core.values.ids import BodyId, HolderId, MatterId
from samverkan_core.values.kept import JsonNumber, JsonObject
from samverkan_core.values.time import PartialDate, Period

__all__ = ["worlds"]

#: What a collaboration may have been before what it is.
_BEFORE: tuple[tuple[Stage, ...], ...] = (
    (),
    (Stage.PROJECT,),
    (Stage.PROJECT, Stage.ENDED),
    (Stage.PROJECT, Stage.PERMANENT),
)

_A_DAY = dt.timedelta(days=1)
#: Elected bodies that a board can delegate to.
_CHOSEN = frozenset({BodyKind.COMMITTEE, BodyKind.PRESIDIUM})
#: The first and the last day on which a world may be lawful.
_FIRST, _LAST = dt.date(1990, 1, 1), dt.date(2060, 12, 31)
#: How ids are made of a word and a number; a number never runs into the next one.
_MANNERS = ("{}-{}", "{}/{}", "{} {} ~ å", "id:{}.{}")


def worlds(
    profile: Profile | str = "common", *, days: Period | None = None
) -> st.SearchStrategy[tuple[Collaboration, dt.date]]:
    """Draw a lawful collaboration, and a day on which no rule has anything to say about it.

    It is lawful by construction under the profile, one that ships (by name) or one of your own:
    nothing is drawn and thrown away. The day lies between 1990 and 2060, or within those of the
    `days` that you give; every other day is drawn around it.

    The document names a profile that ships, the common one only now and then. A profile of your own
    it never names, for nobody could look it up: give it to `check` as `profile`.

    Whatever a profile demands can be met together with all the rest, but for ages: under a span
    that is written the wrong way round no document is lawful, and none under two different
    `age_bands` that have an age in common, because each age has one consultation team at most
    (BOD013). Where BOD013 is left out (`without`) such bands are drawn, and what only rests on
    rules that are left out is not demanded.

    Raises:
        InvalidValue: No profile that ships has the name, the demands cannot be met together, or
            none of the days lies between 1990 and 2060.
    """
    return _worlds(demands(profile), st.dates(*_span(days or Period())))


def _span(days: Period) -> tuple[dt.date, dt.date]:
    first, last = max(days.first_day or _FIRST, _FIRST), min(days.last_day or _LAST, _LAST)
    if first > last:
        raise InvalidValue(
            f"no world has a day between {days.first_day} and {days.last_day}: "
            f"give `days` that reach into {_FIRST} to {_LAST}, the first day first"
        )
    return first, last


@st.composite
def _worlds(
    draw: st.DrawFn, asked: Demands, days: st.SearchStrategy[dt.date]
) -> tuple[Collaboration, dt.date]:
    hand = Hand(draw, draw(days), draw(st.sampled_from(_MANNERS)))
    councils, boards = council_ids(hand, asked), board_ids(hand)
    who = cast(hand, asked.actors)
    groups, lifecycle = target_groups(hand, asked), _lifecycle(hand, boards)
    roles = offices(hand, who, asked.functions, project=lifecycle[-1].stage is Stage.PROJECT)
    organisation = Organisation(
        hand=hand,
        who=who,
        roles=roles,
        councils=councils,
        boards=boards,
        steering=steering_id(hand),
        asked=asked,
    )
    areas = _areas(organisation, groups)
    focus_areas = areas.focus_areas()
    area_ids = tuple(area.id for area in focus_areas)
    collab = Collaboration(
        name=hand.text(words.COLLABORATIONS),
        purpose=hand.text(words.PURPOSES),
        method=hand.text(words.METHODS),
        stance=hand.text(words.STANCES),
        principals=who.principals,
        political_assignment=hand.decision(boards),
        lifecycle=lifecycle,
        actors=who.everyone,
        persons=persons(hand, who),
        roles=roles.everyone,
        bodies=organisation.bodies(len(areas.working_groups), bands(hand, groups)),
        documents=documents(hand, councils, boards, who.taking_part, area_ids),
        target_groups=groups,
        focus_areas=focus_areas,
        **whole(hand, tuple(role.id for role in roles.everyone)),
        **_profile(hand, asked),
        **hand.perhaps(**hand.beside(2)),
    )
    return _turned(hand, _at_work(hand, _empowered(organisation, collab), asked)), hand.at


def _at_work(hand: Hand, collab: Collaboration, asked: Demands) -> Collaboration:
    """Draw some of what a collaboration does once it stands: no world has all of it."""
    for draws in hand.some(AT_WORK, 0, 2):
        collab = attrs.evolve(collab, **draws(hand, collab))
    if asked.follow_up and not collab.follow_ups:
        collab = attrs.evolve(collab, **followed_up(hand, collab))
    return collab


def _areas(organisation: Organisation, groups: Sequence[TargetGroup]) -> Areas:
    """Draw how many focus areas there are, each with its working group."""
    hand, (fewest, most) = organisation.hand, organisation.asked.areas
    return Areas(
        hand=hand,
        groups=tuple(group.id for group in groups),
        working_groups=organisation.working_groups(fewest + hand.up_to(most - fewest)),
        coordinators=tuple(role.id for role in organisation.roles.coordinators),
    )


def _profile(hand: Hand, asked: Demands) -> dict[str, Any]:
    """Name a profile that ships; the common one is asked for where a document names none."""
    if asked.name == COMMON.name:
        return hand.perhaps(profile=lambda: asked.name)
    return {"profile": asked.name}


def _empowered(organisation: Organisation, collab: Collaboration) -> Collaboration:
    """Draw who holds which office, who may do what, and what somebody answers for."""
    hand, who = organisation.hand, organisation.who
    people = tuple(person.id for person in collab.persons)
    areas = tuple(area.id for area in collab.focus_areas)
    cases = matters(hand, who.principals, areas, people) if hand.up_to(5) else ()
    staffing = Staffing(
        hand=hand, people=people, actors=who.taking_part, boards=organisation.boards
    )
    staffed = attrs.evolve(
        collab, appointments=staffing.appointments(organisation.roles), matters=cases
    )
    return attrs.evolve(
        staffed,
        mandates=_grants(organisation, staffed).mandates(),
        acceptances=_acceptances(hand, areas) if hand.mostly() else (),
    )


def _grants(organisation: Organisation, collab: Collaboration) -> Grants:
    """Gather who can be given a mandate, by whom, and about what."""
    roles, there = organisation.roles, serving(collab.appointments, organisation.hand.at)
    rules = (doc.id for doc in collab.documents if doc.kind is DocumentKind.RULES_OF_PROCEDURE)
    chosen = (body.id for body in collab.bodies if body.kind in _CHOSEN)
    chairs = (role.id for role in roles.chairs if role.id in there)
    return Grants(
        hand=organisation.hand,
        councils=tuple(zip(organisation.councils, rules, strict=False)),
        boards=organisation.boards,
        steering=_steering(collab.bodies, organisation.steering),
        actors=organisation.who.taking_part,
        offices=tuple(HolderId(role.id) for role in roles.delegates),
        chiefs=tuple(HolderId(role.id) for role in roles.chiefs if role.id in there),
        employees=tuple(HolderId(role.id) for role in roles.permanent),
        elected=tuple(map(HolderId, (*chosen, *chairs))),
        people=tuple(person.id for person in collab.persons),
        matters=_free(collab, organisation.hand.at),
        areas=tuple(area.id for area in collab.focus_areas),
        documents=tuple(document.id for document in collab.documents),
        bands=tuple(body.ages for body in collab.bodies if body.ages),
    )


def _steering(bodies: Sequence[Body], steering: BodyId) -> tuple[BodyId, ...]:
    """Give the steering group, and the one before it where this one took over by decision."""
    (group,) = (body for body in bodies if body.id == steering)
    return (group.id, *group.succeeds) if group.decided_by is not None else (group.id,)


def _free(collab: Collaboration, at: dt.date) -> tuple[MatterId, ...]:
    """Give the matters that no law reserves for the council, the board or a committee."""
    book = index(collab)
    return tuple(
        matter.id
        for matter in collab.matters
        if not any(
            tuple(reserved(one, at)) for one in matters_of(book, Scope(matters=(matter.id,)))
        )
    )


def _lifecycle(hand: Hand, boards: Sequence[BodyId]) -> tuple[LifecycleEntry, ...]:
    """Draw the stages: a project that still runs, or one that has become permanent."""
    stages = (*hand.one(_BEFORE), hand.one((Stage.PROJECT, Stage.PERMANENT)))
    days = (*sorted(hand.before(hand.at) for _ in stages), hand.at)
    *before, now = (
        _stage(hand, stage, hand.within(*span), boards)
        for stage, span in zip(stages, pairwise(days), strict=True)
    )
    if now.stage is Stage.PROJECT:
        now = attrs.evolve(now, planned_end=hand.since(term_ends(hand.at) + _A_DAY))
    return (*before, now)


def _stage(hand: Hand, stage: Stage, day: PartialDate, boards: Sequence[BodyId]) -> LifecycleEntry:
    """Draw a stage; that it becomes permanent is always decided."""
    decided = stage is Stage.PERMANENT or hand.yes()
    return LifecycleEntry(
        stage=stage,
        decision=hand.decision(boards) if decided else None,
        **hand.perhaps(day=lambda: day, kept=(3, hand.kept)),
    )


def _acceptances(hand: Hand, areas: Sequence[str]) -> tuple[Acceptance, ...]:
    """Draw acceptances that cover nothing: lapsed, or of a rule of the municipality's own."""
    lapsed = hand.before(hand.at - dt.timedelta(days=1))
    code, last_day = hand.one((("FOC007", lapsed), ("KOM001", hand.after(hand.at))))
    limit = JsonObject((("x-antal", JsonNumber(str(hand.up_to(9)))),))
    about: dict[str, Perhaps] = {"subject": lambda: hand.one(areas)} if areas else {}
    accepted = Acceptance(
        code=code,
        reason=hand.text(words.REASONS),
        owner=hand.text(("Samverkansledaren", "Styrgruppens ordförande")),
        last_day=last_day,
        **hand.perhaps(**about, data=lambda: limit, kept=hand.kept),
    )
    return (accepted,)


def _turned(hand: Hand, collab: Collaboration) -> Collaboration:
    """Let each collection begin with another of its things: their order means nothing."""
    turns = hand.up_to(5)
    things: dict[str, Any] = {
        name: held[turns % len(held) :] + held[: turns % len(held)]
        for name in COLLECTIONS
        if (held := getattr(collab, name))
    }
    return attrs.evolve(collab, **things) if turns else collab
