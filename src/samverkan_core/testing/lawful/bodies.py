"""Bodies of a lawful world: boards, the steering group, councils, networks and groups."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

import attrs

from samverkan_core.model.actor import ActorKind
from samverkan_core.model.body import Body, BodyKind, Seat, SeatCategory, WorkStage
from samverkan_core.testing.lawful import words
from samverkan_core.testing.lawful.actors import Cast
from samverkan_core.testing.lawful.demands import Demands
from samverkan_core.testing.lawful.hand import Hand, Perhaps
from samverkan_core.testing.lawful.people import Offices
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.ids import ActorId, BodyId, RoleId
from samverkan_core.values.time import Period

__all__ = ["Organisation", "board_ids", "council_ids", "steering_id"]

_ELECTED = (
    BodyKind.EXECUTIVE_BOARD,
    BodyKind.COMMITTEE,
    BodyKind.PRESIDIUM,
    BodyKind.DRAFTING_COMMITTEE,
)
_FURTHER = (
    BodyKind.NETWORK,
    BodyKind.CONSULTATION_TEAM,
    BodyKind.COLLABORATION_GROUP,
    BodyKind.KEY_GROUP,
    BodyKind.WORKING_GROUP,
)
_A_DAY = dt.timedelta(days=1)


def board_ids(hand: Hand) -> tuple[BodyId, ...]:
    """Name the boards, two or three."""
    return tuple(BodyId(hand.id("nämnd", number)) for number in range(1, 3 + hand.up_to(1)))


def council_ids(hand: Hand, asked: Demands) -> tuple[BodyId, ...]:
    """Name the council; every other world has one, and one whose profile demands it."""
    there = BodyKind.COUNCIL in asked.bodies or hand.yes()
    return (BodyId(hand.id("fullmäktige", 1)),) if there else ()


def steering_id(hand: Hand) -> BodyId:
    """Name the steering group."""
    return BodyId(hand.id("styrgrupp", 1))


@attrs.frozen(kw_only=True)
class Organisation:
    """What bodies are drawn from: who takes part, the roles, the boards, and what is demanded."""

    #: What draws.
    hand: Hand
    #: Who takes part.
    who: Cast
    #: Who can sit.
    roles: Offices
    #: The council, by id, where there is one.
    councils: tuple[BodyId, ...]
    #: The boards, by id.
    boards: tuple[BodyId, ...]
    #: The steering group in force, by id.
    steering: BodyId
    #: What the profile asks of bodies.
    asked: Demands

    def bodies(self, areas: int, bands: Sequence[AgeBand]) -> tuple[Body, ...]:
        """Draw every body: a working group for each area, and each band of ages given to one."""
        groups = [
            self._support_group(),
            self._rights_network(),
            *(self._working_group(number) for number in range(1, areas + 1)),
            self._childrens_council(),
        ]
        groups += (self._age_group(number) for number in range(1, len(bands) - len(groups) + 1))
        for_ages = [
            attrs.evolve(group, ages=band) for group, band in zip(groups, bands, strict=False)
        ]
        everyone = (
            *self._boards(),
            *self._steering_groups(),
            *for_ages,
            *groups[len(for_ages) :],
            *self._teams(),
            *self._elected(),
            *self._others(bands),
        )
        return tuple(map(self._made_up, everyone))

    def working_groups(self, areas: int) -> tuple[BodyId, ...]:
        """Name the working groups of the areas."""
        return tuple(BodyId(self.hand.id("grupp", number)) for number in range(1, areas + 1))

    # Elected bodies.

    def _boards(self) -> Iterator[Body]:
        hand = self.hand
        for name, board in zip(words.BOARDS, self.boards, strict=False):
            yield Body(
                id=board,
                name=name,
                kind=BodyKind.BOARD,
                **hand.perhaps(
                    actor=lambda: self.who.municipality.id,
                    seats=lambda: (self._seat(SeatCategory.ELECTED, role=self._chair()),),
                    period=hand.lasting,
                    **self._further(),
                ),
            )

    def _elected(self) -> Iterator[Body]:
        hand = self.hand
        for council in self.councils:
            kind = BodyKind.COUNCIL
            further = hand.perhaps(**self._further())
            yield Body(id=council, name=words.BODIES[kind], kind=kind, **further)
        for number, kind in enumerate(self._kinds(_ELECTED), 1):
            yield Body(
                id=BodyId(hand.id("politiskt organ", number)),
                name=words.BODIES[kind],
                kind=kind,
                **hand.perhaps(part_of=lambda: hand.one(self.boards), **self._further()),
            )

    # Bodies of this collaboration.

    def _steering_groups(self) -> Iterator[Body]:
        """Draw the steering group, and perhaps the one whose place it took."""
        hand, before = self.hand, BodyId(self.hand.id("styrgrupp", 0))
        took_over = hand.yes()
        now = self._steering_group(self.steering)
        yield attrs.evolve(now, period=hand.holding(), succeeds=(before,) if took_over else ())
        if took_over:
            yield attrs.evolve(self._steering_group(before), period=hand.ended())

    def _steering_group(self, id_: BodyId) -> Body:
        hand = self.hand
        leading = hand.up_to(len(self.who.units) - 1)
        seats = tuple(
            self._seat(on_behalf_of=unit.id, role=head.id, leads=number == leading)
            for number, (unit, head) in enumerate(
                zip(self.who.units, self.roles.heads, strict=True)
            )
        )
        return Body(
            id=id_,
            name=words.BODIES[BodyKind.STEERING_GROUP],
            kind=BodyKind.STEERING_GROUP,
            purpose=hand.text(words.PURPOSES),
            goal=hand.text(words.GOALS),
            seats=seats,
            **self._home(self.boards),
            **hand.perhaps(
                decided_by=lambda: hand.decision(self.boards),
                **self._further(),
            ),
        )

    def _childrens_council(self) -> Body:
        hand = self.hand
        needed = (
            self._seat(SeatCategory.ELECTED, role=self._chair()),
            self._seat(SeatCategory.OFFICIAL),
            self._seat(SeatCategory.INTEREST_ORGANISATION),
        )
        more = (self._seat(SeatCategory.PROFESSIONAL),) if hand.yes() else ()
        return Body(
            id=BodyId(hand.id("barnråd", 1)),
            name=words.BODIES[BodyKind.CHILDRENS_COUNCIL],
            kind=BodyKind.CHILDRENS_COUNCIL,
            seats=(*needed, *more),
            decided_by=hand.decision(self.boards),
            **self._home(self.boards),
            **hand.perhaps(**self._further()),
        )

    def _rights_network(self) -> Body:
        hand = self.hand
        actors = hand.some(self.who.taking_part, 2, 4)
        return Body(
            id=BodyId(hand.id("nätverk", 1)),
            name=words.BODIES[BodyKind.CHILD_RIGHTS_NETWORK],
            kind=BodyKind.CHILD_RIGHTS_NETWORK,
            seats=tuple(self._seat(on_behalf_of=actor) for actor in actors),
            **self._home((self.steering,)),
            **self.hand.perhaps(**self._further()),
        )

    def _support_group(self) -> Body:
        leading = (ActorKind.SCHOOL, ActorKind.SOCIAL_SERVICES)
        leads = tuple(
            self._seat(on_behalf_of=self.who.of_kind(kind), leads=True) for kind in leading
        )
        others = (self._seat(),) if self.hand.yes() else ()
        return Body(
            id=BodyId(self.hand.id("stödgrupp", 1)),
            name=words.BODIES[BodyKind.SUPPORT_GROUP],
            kind=BodyKind.SUPPORT_GROUP,
            seats=(*leads, *others),
            **self._home((self.steering,)),
            **self.hand.perhaps(**self._further()),
        )

    def _working_group(self, number: int) -> Body:
        hand = self.hand
        actors = hand.some(self.who.taking_part, 1, 3)
        return Body(
            id=self.working_groups(number)[-1],
            name=f"{words.BODIES[BodyKind.WORKING_GROUP]} {number}",
            kind=BodyKind.WORKING_GROUP,
            seats=tuple(self._member(actor) for actor in actors),
            **self._home((self.steering,)),
            **hand.perhaps(work_stage=lambda: hand.one(tuple(WorkStage)), **self._further()),
        )

    def _age_group(self, number: int) -> Body:
        """Draw a group for ages that there are no other groups left for."""
        kind = BodyKind.COLLABORATION_GROUP
        return Body(
            id=BodyId(self.hand.id("åldersgrupp", number)),
            name=words.BODIES[kind],
            kind=kind,
            **self._home((self.steering,)),
        )

    def _teams(self) -> Iterator[Body]:
        """Draw a team for each span of ages, and perhaps one whose place it took."""
        hand, numbers = self.hand, count(1)
        for band in self.asked.age_bands:
            team = attrs.evolve(self._team(next(numbers), band), period=hand.holding())
            if team.period is None or team.period.first_day is None or not hand.yes():
                yield team
                continue
            over = Period(last_day=hand.before(team.period.first_day - _A_DAY))
            before = attrs.evolve(self._team(next(numbers), band), period=over)
            yield attrs.evolve(team, succeeds=(before.id,))
            yield before

    def _team(self, number: int, band: AgeBand) -> Body:
        hand, kind = self.hand, BodyKind.CONSULTATION_TEAM
        ages = AgeBand(from_age=band.from_age, to_age=band.to_age, **hand.kept_too())
        return Body(
            id=BodyId(hand.id("team", number)),
            name=words.BODIES[kind],
            kind=kind,
            ages=ages,
            **self._home((self.steering, *self.boards)),
            **hand.perhaps(**self._further()),
        )

    def _kinds(self, kinds: Sequence[BodyKind]) -> tuple[BodyKind, ...]:
        """Give the kinds that are demanded, and draw some more, each of them once."""
        demanded = tuple(kind for kind in kinds if kind in self.asked.bodies)
        left = (kind for kind in kinds if kind not in demanded)
        return (*demanded, *self.hand.some(left, 0, 2))

    def _others(self, bands: Sequence[AgeBand]) -> Iterator[Body]:
        """Draw groups that nothing is asked of but a home, one of them perhaps a team for ages."""
        hand, demanded = self.hand, self.asked.bodies
        own = (BodyKind.OTHER,) if BodyKind.OTHER in demanded or hand.yes() else ()
        # A team of any ages, or of none, would be one too many beside those that are demanded.
        team = BodyKind.CONSULTATION_TEAM if self.asked.age_bands else None
        kinds = self._kinds(tuple(kind for kind in _FURTHER if kind is not team))
        for_ages: dict[str, Perhaps] = {"ages": lambda: hand.one(bands)}
        for number, kind in enumerate((*own, *kinds), 1):
            body = Body(
                id=BodyId(hand.id("organ", number)),
                name=words.BODIES[kind],
                kind=kind,
                kind_name=hand.text(words.OWN_WORDS) if kind is BodyKind.OTHER else None,
                **self._home((self.steering, *self.boards)),
                **hand.perhaps(
                    seats=lambda: (self._seat(SeatCategory.PROFESSIONAL),),
                    period=hand.known_period,
                    **(for_ages if kind is BodyKind.CONSULTATION_TEAM else {}),
                    **self._further(),
                ),
            )
            yield attrs.evolve(body, period=hand.holding()) if kind in demanded else body

    # What several bodies have.

    def _made_up(self, body: Body) -> Body:
        """Give a body seats in the capacities that it lacks, as far as they are demanded."""
        found = {seat.category for seat in body.seats}
        lacking = [
            category
            for category in self.asked.compositions.get(body.kind, ())
            if category not in found
        ]
        if not lacking:
            return body
        # A seat like the last one is all that other rules ask a seat of such a body to be.
        like = body.seats[-1] if body.seats else self._seat()
        more = (attrs.evolve(like, category=category, leads=False) for category in lacking)
        return attrs.evolve(body, seats=(*body.seats, *more))

    def _home(self, above: Sequence[BodyId]) -> dict[str, Any]:
        """Draw where a body belongs: with an actor, under another body, or both."""
        hand = self.hand
        home: dict[str, Any] = {"actor": hand.one((self.who.municipality.id, *self._actors))}
        under: dict[str, Any] = {"part_of": hand.one(above)}
        return hand.one((home, under, home | under))

    @property
    def _actors(self) -> tuple[ActorId, ...]:
        return self.who.taking_part

    def _further(self) -> dict[str, Perhaps]:
        hand = self.hand
        names = (10, lambda: hand.former_names(("Ledningsgruppen", "Rådet")))
        return {"names": names, **hand.beside(10)}

    def _chair(self) -> RoleId:
        return self.hand.one(self.roles.chairs).id

    def _member(self, actor: ActorId) -> Seat:
        """Draw a seat of a working group: the steering group has filled it for a competence."""
        hand = self.hand
        seat = self._seat(on_behalf_of=actor)
        competence = hand.text(words.SKILLS)
        return attrs.evolve(seat, appointed_by=self.steering, competence=competence)

    def _seat(
        self,
        category: SeatCategory | None = None,
        *,
        role: RoleId | None = None,
        on_behalf_of: ActorId | None = None,
        leads: bool = False,
    ) -> Seat:
        hand = self.hand
        more = hand.perhaps(
            category=(4, lambda: SeatCategory.OFFICIAL),
            count=(8, lambda: 1 + hand.up_to(11)),
            appointed_by=(8, lambda: hand.one(self.boards)),
            competence=(8, lambda: hand.text(words.SKILLS)),
            kept=(12, hand.kept),
        )
        known: dict[str, Any] = {"category": category} if category else {}
        if category is SeatCategory.INTEREST_ORGANISATION:
            known["competence"] = hand.text(words.SKILLS)
        return Seat(role=role, on_behalf_of=on_behalf_of, leads=leads, **{**more, **known})
