"""What a question of who may decide costs, beside one look-up in a dictionary of the same run.

    python benchmarks/authority.py

Only ratios are printed: how fast the machine is, and what else it does, says nothing about the
library. Each figure is the least of several rounds. The documents are made up: a council, its
boards, and officials to whom they have delegated one group of matters each; and one office with
800 mandates that 800 persons hold.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from itertools import count
from time import perf_counter
from typing import Any

import attrs

import samverkan_core as sam
from samverkan_core.model.appointment import Appointment, AppointmentKind
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.model.mandate import (
    Basis,
    BasisKind,
    Mandate,
    MandateKind,
    Matter,
    Power,
    Scope,
)
from samverkan_core.model.person import Person
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.values.time import Period

SINCE_2020 = Period(first_day=dt.date(2020, 1, 1))
DAY = dt.date(2026, 5, 4)
ROUNDS = 5


def made(cls: type[Any], **members: Any) -> Any:
    """Make a thing; ids are written as plain text."""
    return cls(**members)


def mandate(id_: str, *to: str, **members: Any) -> Any:
    """Make a mandate to decide that has held since 2020."""
    plain = {"kind": MandateKind.DELEGATION, "powers": (Power.DECIDE,), "period": SINCE_2020}
    return made(Mandate, id=id_, granted_to=to, **{**plain, **members})


def to_board() -> Any:
    """Make what the council gives the board."""
    rules = made(Basis, kind=BasisKind.GOVERNING_DOCUMENT, document="rules")
    return mandate("of-the-board", "board", granted_by="council", basis=rules, may_delegate=True)


def delegated(number: int, office: str) -> Any:
    """Make what the board delegates to an official: to decide in one group of matters."""
    scope = made(Scope, matters=(f"group-{number}",))
    parents = {"granted_by": "board", "parent": "of-the-board"}
    return mandate(f"mandate-{number}", office, scope=scope, **parents)


def document(mandates: int, offices: int, persons: int) -> Collaboration:
    """Make a document of so many mandates, spread over so many offices and persons."""
    return Collaboration(
        name="Exempelkommunen",
        persons=tuple(made(Person, id=f"person-{number}") for number in range(persons)),
        roles=tuple(
            made(Role, id=f"office-{number}", name="handläggare", kind=RoleKind.EMPLOYEE)
            for number in range(offices)
        ),
        appointments=tuple(
            made(
                Appointment,
                id=f"appointment-{number}",
                person=f"person-{number}",
                office=f"office-{number % offices}",
                kind=AppointmentKind.EMPLOYED,
                period=SINCE_2020,
            )
            for number in range(persons)
        ),
        bodies=(
            made(Body, id="council", name="fullmäktige", kind=BodyKind.COUNCIL),
            made(Body, id="board", name="nämnden", kind=BodyKind.BOARD),
        ),
        documents=(
            made(
                GoverningDocument,
                id="rules",
                name="reglemente",
                kind=DocumentKind.RULES_OF_PROCEDURE,
            ),
        ),
        matters=tuple(
            matter
            for number in range(mandates)
            for matter in (
                made(Matter, id=f"group-{number}", name="ärendegrupp"),
                made(Matter, id=f"matter-{number}", name="ärende", part_of=f"group-{number}"),
            )
        ),
        mandates=(to_board(), *(delegated(at, f"office-{at % offices}") for at in range(mandates))),
    )


def beside(todo: Callable[[], object], times: int = 1) -> float:
    """Give how many look-ups one of so many repetitions costs, each at its least of some rounds.

    Look-ups and repetitions take turns, so that what else the machine does slows both.
    """
    key = ("person-1", Power.DECIDE, "matter-1", DAY)
    held = {("person-1", Power.DECIDE, f"matter-{number}", DAY): number for number in range(1000)}
    rounds = [(_timed(lambda: held[key], 5000), _timed(todo, times)) for _ in range(ROUNDS)]
    return min(own for _, own in rounds) / min(look_up for look_up, _ in rounds)


def _timed(todo: Callable[[], object], times: int) -> float:
    begun = perf_counter()
    for _ in range(times):
        todo()
    return (perf_counter() - begun) / times


def questions(collab: Collaboration, own: Sequence[str], others: str) -> dict[str, float]:
    """Weigh questions: the first of an index, the same again, about another thing, another day."""
    book = sam.index(collab)
    days = (DAY + dt.timedelta(days=number) for number in count(1))

    def may(on: str, at: dt.date = DAY, who: str = "person-1") -> bool:
        return sam.may(book, who, Power.DECIDE, on=on, at=at).allowed

    def first(on: str) -> bool:
        return sam.may(sam.index(collab), "person-1", Power.DECIDE, on=on, at=DAY).allowed

    if not may(own[0]) or may(others):
        raise SystemExit("the document does not say what is measured here")
    rest = iter(own[1:])
    return {
        "index alone": beside(lambda: sam.index(collab)),
        "index and a yes": beside(lambda: first(own[0])),
        "the same yes again": beside(lambda: may(own[0]), 1000),
        "a yes about another matter": beside(lambda: may(next(rest))),
        "a yes on another day": beside(lambda: may(own[0], next(days)), 100),
        "index and a no": beside(lambda: first(others)),
        "the same no again": beside(lambda: may(others), 1000),
        "a no on another day": beside(lambda: may(others, next(days))),
    }


def report(title: str, costs: dict[str, float]) -> None:
    """Print what each question costs."""
    print(title)
    for what, look_ups in costs.items():
        print(f"  {what:<28} {look_ups:>12,.0f} look-ups")


def main() -> None:
    """Measure and print."""
    for mandates in (50, 500, 5000):
        offices = mandates // 10
        own = [f"matter-{number}" for number in range(1, mandates, offices)]
        costs = questions(document(mandates, offices, offices), own, "matter-2")
        report(f"{mandates} mandates, ten for each of {offices} officials", costs)
    own = [f"matter-{number}" for number in range(0, 800, 100)]
    crowd = document(800, 1, 800)
    strange = made(Matter, id="strange", name="ärende")
    crowd = attrs.evolve(crowd, matters=(*crowd.matters, strange))
    report("800 mandates of one office with 800 holders", questions(crowd, own, "strange"))


if __name__ == "__main__":
    main()
