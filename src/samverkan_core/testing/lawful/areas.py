"""Target groups and focus areas of a lawful world, with the ages that they are for."""

import datetime as dt
from collections.abc import Iterator, Sequence

import attrs

from samverkan_core.model.focus_area import (
    ChildPerspectives,
    Condition,
    FocusArea,
    Ground,
    GroundKind,
    TargetGroup,
)
from samverkan_core.process.step import TRANSITIONS, JourneyEntry, Move, Step, move
from samverkan_core.testing.lawful import words
from samverkan_core.testing.lawful.analysis import analysis
from samverkan_core.testing.lawful.demands import Demands
from samverkan_core.testing.lawful.hand import Hand
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.ids import BodyId, FocusAreaId, RoleId, TargetGroupId
from samverkan_core.values.time import PartialDate, TimeBox

__all__ = ["Areas", "bands", "journey", "target_groups"]

_A_DAY = dt.timedelta(days=1)
#: The oldest that anybody can be.
_OLDEST = 130


def target_groups(hand: Hand, asked: Demands) -> tuple[TargetGroup, ...]:
    """Draw whom the work is for: the ages demanded, and one group or two of any."""
    needed = [_band(hand, *span) for span in _needed(hand, asked)]
    least = 0 if needed else 1
    anyone = (_ages(hand) for _ in range(least + hand.up_to(1)))
    return tuple(
        _target_group(hand, number, ages) for number, ages in enumerate((*needed, *anyone), 1)
    )


def _needed(hand: Hand, asked: Demands) -> Iterator[tuple[int, int]]:
    """Give the ages that are demanded, and ages around those that teams are demanded for."""
    exactly, span = asked.target_ages, asked.span
    if exactly is not None:
        yield exactly.from_age, exactly.to_age
    if span is not None and not (exactly is not None and _within(span, exactly)):
        younger, older = min(3, span.from_age), min(3, _OLDEST - span.to_age)
        yield span.from_age - hand.up_to(younger), span.to_age + hand.up_to(older)


def _within(band: AgeBand, other: AgeBand) -> bool:
    return other.from_age <= band.from_age and band.to_age <= other.to_age


def _ages(hand: Hand) -> AgeBand:
    youngest = hand.up_to(18)
    return _band(hand, youngest, youngest + hand.up_to(20))


def _target_group(hand: Hand, number: int, ages: AgeBand) -> TargetGroup:
    return TargetGroup(
        id=TargetGroupId(hand.id("målgrupp", number)),
        name=hand.text(words.GROUPS),
        ages=ages,
        conditions=tuple(hand.some(Condition, 1, 2)),
        includes_parents=True,
        **hand.perhaps(synonyms=lambda: hand.texts(words.SYNONYMS), **hand.beside(3)),
    )


def bands(hand: Hand, groups: Sequence[TargetGroup]) -> tuple[AgeBand, ...]:
    """Draw bands of ages that together are the ages of the groups, and none beyond."""
    return tuple(band for group in groups if group.ages for band in _parts(hand, group.ages))


def _parts(hand: Hand, ages: AgeBand) -> Iterator[AgeBand]:
    """Cut the ages of one group in two, or leave them whole."""
    first, last = ages.from_age, ages.to_age
    cut = first + hand.up_to(last - first)
    if first < cut:
        yield _band(hand, first, cut - 1)
    yield _band(hand, cut, last)


def _band(hand: Hand, first: int, last: int) -> AgeBand:
    return AgeBand(from_age=first, to_age=last, **hand.kept_too())


@attrs.frozen(kw_only=True)
class Areas:
    """What focus areas are drawn from."""

    #: What draws.
    hand: Hand
    #: Whom they can be for.
    groups: tuple[TargetGroupId, ...]
    #: The working groups, one for each area.
    working_groups: tuple[BodyId, ...]
    #: The roles that can coordinate them.
    coordinators: tuple[RoleId, ...]

    def focus_areas(self) -> tuple[FocusArea, ...]:
        """Draw the focus areas, the first of them open; there are never too many to be open."""
        times = (self._open, self._closed, self._closed, self._coming)
        return tuple(
            (self._open if number == 1 else self.hand.one(times))(self._area(number, group))
            for number, group in enumerate(self.working_groups, 1)
        )

    def _area(self, number: int, working_group: BodyId) -> FocusArea:
        hand = self.hand
        return FocusArea(
            id=FocusAreaId(hand.id("fokusområde", number)),
            name=hand.text(words.AREAS),
            assignment=hand.text(words.ASSIGNMENTS),
            responsibility=hand.text(words.RESPONSIBILITIES),
            delimitation=hand.text(words.DELIMITATIONS),
            goal=hand.text(words.GOALS),
            grounds=tuple(self._ground(kind) for kind in hand.some(GroundKind, 1, 3)),
            perspectives=self._perspectives(),
            coordinators=tuple(hand.some(self.coordinators, 1, 2)),
            working_group=working_group,
            **hand.perhaps(
                target_group=lambda: hand.one(self.groups),
                analysis=(3, lambda: analysis(hand)),
                **hand.beside(3),
            ),
        )

    def _ground(self, kind: GroundKind) -> Ground:
        hand = self.hand
        return Ground(
            kind=kind,
            **hand.perhaps(
                evidence=lambda: hand.text(words.EVIDENCE),
                sources=(4, hand.sources),
                kept=(6, hand.kept),
            ),
        )

    def _perspectives(self) -> ChildPerspectives:
        hand = self.hand
        return ChildPerspectives(
            rights=hand.text(words.PERSPECTIVES),
            general=hand.text(words.PERSPECTIVES),
            own_voice=hand.text(words.PERSPECTIVES),
            **hand.kept_too(),
        )

    def _open(self, area: FocusArea) -> FocusArea:
        """Let an area be open on the world's day and on its way through the steps."""
        hand = self.hand
        starts = hand.past()
        return attrs.evolve(
            area,
            time_box=self._box(starts, hand.since(hand.at)),
            journey=tuple(journey(hand, starts.latest, hand.at)),
        )

    def _closed(self, area: FocusArea) -> FocusArea:
        """Let an area be over before the world's day."""
        hand = self.hand
        closed_on = hand.before(hand.at - _A_DAY)
        starts = hand.by(closed_on)
        return attrs.evolve(
            area,
            time_box=self._box(starts, hand.since(starts.latest)),
            closed_on=closed_on,
            journey=tuple(journey(hand, starts.latest, closed_on)),
        )

    def _coming(self, area: FocusArea) -> FocusArea:
        """Let an area begin after the world's day."""
        hand = self.hand
        starts = hand.since(hand.at + _A_DAY)
        return attrs.evolve(area, time_box=self._box(starts, hand.since(starts.latest)))

    def _box(self, starts: PartialDate, ends: PartialDate) -> TimeBox:
        return TimeBox(starts=starts, ends=ends, **self.hand.kept_too(3))


def journey(hand: Hand, first: dt.date, last: dt.date) -> Iterator[JourneyEntry]:
    """Draw a way through the steps, each on a day that surely is no earlier than the last."""
    entry = JourneyEntry(step=Step.INITIATE, day=hand.within(first, last), **hand.kept_too())
    yield entry
    for _ in range(hand.up_to(7)):
        first = entry.day.latest + _A_DAY
        if first > last:
            return
        day = entry.day if hand.yes(6) else hand.within(first, last)
        entry = _next(hand, entry.step, day)
        yield entry


def _next(hand: Hand, step: Step, day: PartialDate) -> JourneyEntry:
    """Draw a step that may follow another, one step on being the simplest."""
    back = [other for other in Step if move(step, other) is Move.BACK]
    ahead = [other for other in TRANSITIONS[step] if other not in back]
    after = hand.one(back if not ahead or (back and hand.yes(4)) else ahead)
    return JourneyEntry(
        step=after,
        day=day,
        reason=hand.text(words.REASONS) if after in back else None,
        **hand.kept_too(8),
    )
