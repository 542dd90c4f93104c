"""What a question is about: matters and focus areas, the target, and scopes that cover it."""

from collections.abc import Sequence
from typing import Any

import attrs

from samverkan_core.model.focus_area import FocusArea
from samverkan_core.model.mandate import Matter, MatterKind, Scope
from samverkan_core.testing.lawful.hand import Hand
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.ids import ActorId, FocusAreaId, MatterId, PersonId

__all__ = ["DIMENSIONS", "Subject", "covering", "subject"]

#: The dimensions of a scope that are lists of ids; each is named as the collection it points into.
DIMENSIONS = ("focus_areas", "bodies", "actors", "matters")

#: What a question can be about: one thing by its id (the matter is the simplest), a scope, nothing.
_ABOUT = (
    *("matters", "scope", "focus_areas", "matters", None),
    *("matters", "bodies", "scope", "actors", "matters"),
)


@attrs.frozen(kw_only=True)
class Subject:
    """What a question is about, with the things that it can name."""

    #: The focus areas of the document.
    areas: tuple[FocusArea, ...]
    #: Its matters, and the groups that they are part of.
    matters: tuple[Matter, ...]
    #: What is asked about, as a caller writes it.
    on: Scope | str | None
    #: The same, as a scope.
    target: Scope


def subject(hand: Hand, bodies: Sequence[str], actors: Sequence[str]) -> Subject:
    """Draw matters and focus areas, and what the question is about."""
    areas = tuple(
        FocusArea(id=FocusAreaId(hand.id("area", number)), name="fokusområde")
        for number in range(1, 2 + hand.up_to(1))
    )
    cases = _matters(hand)
    known: dict[str, list[str]] = {
        "focus_areas": [area.id for area in areas],
        "bodies": [*bodies],
        "actors": [*actors],
        "matters": [case.id for case in cases],
    }
    on, target = _about(hand, known)
    return Subject(areas=areas, matters=cases, on=on, target=target)


def _matters(hand: Hand) -> tuple[Matter, ...]:
    """Draw two matters; the first is perhaps part of a group, and that of another or of itself."""
    one, other, group, wider = (MatterId(hand.id("matter", number)) for number in range(1, 5))
    above = hand.one((None, group))
    further = hand.one((None, wider, group))
    return (
        Matter(id=one, name="ärende", part_of=above, **_other_members(hand)),
        Matter(id=other, name="ärende", **_other_members(hand)),
        Matter(id=group, name="ärendegrupp", part_of=further, kind=_kind(hand)),
        Matter(id=wider, name="ärendegrupp", urgent=hand.yes()),
    )


def _other_members(hand: Hand) -> dict[str, Any]:
    return hand.perhaps(
        urgent=(3, lambda: True),
        disqualified=(4, lambda: (PersonId(hand.id("person", 3)),)),
        principal=lambda: ActorId(hand.id("municipality", 1)),
    )


def _kind(hand: Hand) -> MatterKind:
    return hand.one((MatterKind.DECISION, MatterKind.DECISION, MatterKind.EXECUTION))


def _about(hand: Hand, known: dict[str, list[str]]) -> tuple[Scope | str | None, Scope]:
    about = hand.one(_ABOUT)
    if about is None:
        return None, Scope()
    if about == "scope":
        target = _scope(hand, known)
        return target, target
    if not known[about]:
        return None, Scope()
    id_ = known[about][hand.up_to(min(1, len(known[about]) - 1))]
    only: dict[str, Any] = {about: (id_,)}
    return id_, Scope(**only)


def _scope(hand: Hand, known: dict[str, list[str]]) -> Scope:
    """Draw a scope in which any of the five dimensions stands."""
    stated: dict[str, Any] = {
        dimension: tuple(hand.some(ids, 1, 1))
        for dimension, ids in known.items()
        if ids and (hand.mostly() if dimension == "matters" else hand.yes())
    }
    if hand.yes():
        low = hand.up_to(18)
        # Now and then the wrong way round: no closed dimension covers that.
        stated["ages"] = AgeBand(from_age=low, to_age=max(low + hand.one((0, 1, 6, -1)), 0))
    return Scope(**stated)


def covering(hand: Hand, target: Scope, groups: Sequence[str]) -> Scope | None:
    """Draw a scope that covers a target: exactly, or with something beside it, or open."""
    if not hand.mostly():
        return None
    own = {dimension: getattr(target, dimension) for dimension in DIMENSIONS}
    stated: dict[str, Any] = {
        dimension: _wider(hand, ids) for dimension, ids in own.items() if ids and hand.yes()
    }
    if target.matters and "matters" in stated and groups and hand.yes():
        stated["matters"] = (MatterId(hand.one(groups)),)
    if target.ages is not None and target.ages.ages() and hand.yes():
        stated["ages"] = AgeBand(
            from_age=max(target.ages.from_age - hand.up_to(1), 0),
            to_age=target.ages.to_age + hand.up_to(1),
        )
    return Scope(**stated)


def _wider(hand: Hand, ids: tuple[str, ...]) -> tuple[str, ...]:
    return (*hand.one(((), (hand.id("elsewhere", 1),))), *ids)
