"""Worlds made by hand at the edges of the specification, on which all who judge agree."""

import datetime as dt
from typing import Any

import pytest

from samverkan_core.authority.decide import may
from samverkan_core.model.appointment import Absence, AbsenceKind, Appointment
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.model.mandate import (
    Basis,
    BasisKind,
    Mandate,
    MandateKind,
    Matter,
    MatterKind,
    Power,
    Scope,
)
from samverkan_core.model.person import Person
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.testing.authority import Asked
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import Period

from . import oracle
from .facts import Judge
from .sqlite_judge import SqliteJudge

DAY = dt.date(2026, 5, 1)
ALWAYS, LONG_AGO = Period(), Period(last_day=dt.date(2000, 1, 1))
AWAY = (Absence(kind=AbsenceKind.ABSENT, period=ALWAYS),)
AGREED = Basis(kind=BasisKind.AGREEMENT, document="av")  # type: ignore[arg-type]
RULES = Basis(kind=BasisKind.GOVERNING_DOCUMENT, document="av")  # type: ignore[arg-type]


def named(cls: type[Any], id_: str, **members: Any) -> Any:
    return cls(id=id_, **members)


def person(id_: str) -> Any:
    return named(Person, id_)


def role(id_: str, **members: Any) -> Any:
    return named(Role, id_, name="R", kind=RoleKind.EMPLOYEE, **members)


def body(id_: str, kind: BodyKind, **members: Any) -> Any:
    return named(Body, id_, name="B", kind=kind, **members)


def matter(id_: str, **members: Any) -> Any:
    return named(Matter, id_, name="Ä", **members)


def held(id_: str, who: str, office: str, **members: Any) -> Any:
    known = {"person": who, "office": office, "period": ALWAYS, **members}
    return named(Appointment, id_, **known)


def granted(id_: str, *to: str, **members: Any) -> Any:
    known: dict[str, Any] = {
        "kind": MandateKind.DELEGATION,
        "powers": (Power.LEAD,),
        "period": ALWAYS,
        "granted_to": to,
        "may_delegate": True,
    }
    return named(Mandate, id_, **{**known, **members})


def by_law(ref: str, title: str | None = None) -> Basis:
    provision = Source(kind=SourceKind.LAW, ref=ref, title=title)
    return Basis(kind=BasisKind.LAW, provision=provision)


def only(kind: MatterKind = MatterKind.DECISION, **members: Any) -> tuple[Any, ...]:
    return (matter("e", kind=kind, **members),)


P, X = person("p"), person("x")
OWN = {"mandates": (granted("m", "p", basis=AGREED),)}
STEPS_IN = {"mandates": (granted("m", "x", substitutes=("p",), basis=AGREED),)}
NOBODY = {"substitutes": ("p",)}

RESERVING = Source(kind=SourceKind.LAW, ref="5 kap. 1 §", title="kommunallagen (2017:725)")
BY_COUNCIL: dict[str, Any] = {"who": "kf", "power": Power.DECIDE, "on": "e"}

#: Name -> whether it is allowed, what the document holds beside the person who asks, and how.
EDGES: dict[str, tuple[bool, dict[str, Any], dict[str, Any]]] = {
    "delegated by somebody unknown": (
        False,
        {
            "mandates": (
                granted("m", "p", parent="n", granted_by="x"),
                granted("n", "x", basis=AGREED),
            )
        },
        {},
    ),
    "ages backwards, about which the scope says nothing": (
        True,
        OWN,
        {"on": Scope(ages=AgeBand(from_age=9, to_age=3))},
    ),
    "the second appointment of one id": (
        False,
        {
            "roles": (role("r"), role("s")),
            "appointments": (held("a", "p", "s"), held("a", "p", "r")),
            "mandates": (granted("m", "r", basis=AGREED),),
        },
        {},
    ),
    "the second mandate of one id": (
        False,
        {"mandates": (granted("m", "q", basis=AGREED), granted("m", "p", basis=AGREED))},
        {},
    ),
    "a role and a body of one id, the body asks": (
        True,
        {
            "roles": (role("b"),),
            "bodies": (body("b", BodyKind.NETWORK),),
            "mandates": (granted("m", "b", basis=AGREED),),
        },
        {"who": "b"},
    ),
    "a role and a board of one id, a member asks": (
        True,
        {
            "roles": (role("b"),),
            "bodies": (body("b", BodyKind.BOARD),),
            "appointments": (held("a", "p", "b"),),
            "mandates": (granted("m", "b", basis=AGREED),),
        },
        {},
    ),
    "a person and an empty role of one id": (
        True,
        {"persons": (P, X), "roles": (role("x"),), **STEPS_IN},
        {},
    ),
    "execution by somebody disqualified": (
        True,
        {"matters": only(MatterKind.EXECUTION, disqualified=("p",))},
        {"power": Power.DECIDE, "on": "e"},
    ),
    "execution by a body that has ended": (
        True,
        {
            "bodies": (body("b", BodyKind.BOARD, period=LONG_AGO),),
            "matters": only(MatterKind.EXECUTION),
        },
        {"who": "b", "power": Power.DECIDE, "on": "e"},
    ),
    "execution in a group of decisions": (
        True,
        {"matters": (*only(MatterKind.EXECUTION, part_of="g"), matter("g"))},
        {"power": Power.DECIDE, "on": "e"},
    ),
    "a council in what the law reserves for it": (
        True,
        {"bodies": (body("kf", BodyKind.COUNCIL),), "matters": only(provision=RESERVING)},
        BY_COUNCIL,
    ),
    "a council in what the law reserves with its group": (
        True,
        {
            "bodies": (body("kf", BodyKind.COUNCIL),),
            "matters": (*only(part_of="g"), matter("g", provision=RESERVING)),
        },
        BY_COUNCIL,
    ),
    "a council in what is not reserved": (
        False,
        {"bodies": (body("kf", BodyKind.COUNCIL),), "matters": only()},
        BY_COUNCIL,
    ),
    "a council in what is reserved and what is not": (
        False,
        {
            "bodies": (body("kf", BodyKind.COUNCIL),),
            "matters": (*only(provision=RESERVING), matter("f")),
        },
        {**BY_COUNCIL, "on": Scope(matters=("e", "f"))},  # type: ignore[arg-type]
    ),
    "a council that is gone": (
        False,
        {
            "bodies": (body("kf", BodyKind.COUNCIL, period=LONG_AGO),),
            "matters": only(provision=RESERVING),
        },
        BY_COUNCIL,
    ),
    "a council before its provision had been read": (
        False,
        {"bodies": (body("kf", BodyKind.COUNCIL),), "matters": only(provision=RESERVING)},
        {**BY_COUNCIL, "at": dt.date(2026, 4, 24)},
    ),
    "a council that prepares": (
        False,
        {"bodies": (body("kf", BodyKind.COUNCIL),), "matters": only(provision=RESERVING)},
        {**BY_COUNCIL, "power": Power.PREPARE},
    ),
    "a council of one principal in the matter of another": (
        False,
        {
            "bodies": (body("kf", BodyKind.COUNCIL, actor="k"),),
            "matters": only(provision=RESERVING, principal="r"),
        },
        BY_COUNCIL,
    ),
    "a council of nobody in the matter of a principal": (
        False,
        {
            "bodies": (body("kf", BodyKind.COUNCIL),),
            "matters": only(provision=RESERVING, principal="r"),
        },
        BY_COUNCIL,
    ),
    "a council in its own principal's matter": (
        True,
        {
            "bodies": (body("kf", BodyKind.COUNCIL, actor="k"),),
            "matters": only(provision=RESERVING, principal="k"),
        },
        BY_COUNCIL,
    ),
    "a council that is recorded as disqualified": (
        False,
        {
            "bodies": (body("kf", BodyKind.COUNCIL),),
            "matters": only(provision=RESERVING, disqualified=("kf",)),
        },
        BY_COUNCIL,
    ),
    "a member of the council": (
        False,
        {
            "bodies": (body("kf", BodyKind.COUNCIL),),
            "appointments": (held("a", "p", "kf"),),
            "matters": only(provision=RESERVING),
        },
        {**BY_COUNCIL, "who": "p"},
    ),
    "an office that somebody unknown holds": (
        False,
        {"roles": (role("x"),), "appointments": (held("a", "ghost", "x"),), **STEPS_IN},
        {},
    ),
    "an office that has ended": (
        True,
        {
            "roles": (role("x", period=LONG_AGO),),
            "appointments": (held("a", "p", "x"),),
            **STEPS_IN,
        },
        {},
    ),
    "nobody known is named": (True, STEPS_IN, {}),
    "nobody known is named, and no council's rules": (
        False,
        {
            "bodies": (body("kf", BodyKind.COUNCIL),),
            "mandates": (granted("m", "zz", **NOBODY, granted_by="kf", basis=RULES),),
        },
        {},
    ),
    "a person named who was never appointed": (False, {"persons": (P, X), **STEPS_IN}, {}),
    "a person named who is away from one office of two": (
        False,
        {
            "persons": (P, X),
            "roles": (role("r"), role("s")),
            "appointments": (held("a", "x", "r", absences=AWAY), held("b", "x", "s")),
            **STEPS_IN,
        },
        {},
    ),
    "a person named who was away from an office that has ended": (
        True,
        {
            "persons": (P, X),
            "roles": (role("r"),),
            "appointments": (held("a", "x", "r", period=LONG_AGO, absences=AWAY),),
            **STEPS_IN,
        },
        {},
    ),
    "a group that the document lacks": (
        False,
        {
            "matters": only(part_of="g"),
            "mandates": (granted("m", "p", scope=Scope(matters=("g",)), basis=AGREED),),  # type: ignore[arg-type]
        },
        {"on": "e"},
    ),
    "a law that has been repealed": (
        False,
        {"mandates": (granted("m", "p", basis=by_law("6 kap. 33 §", "kommunallagen (1991:900)")),)},
        {},
    ),
    "a law without its number": (
        True,
        {"mandates": (granted("m", "p", basis=by_law("2 kap. 7 § SoL")),)},
        {},
    ),
    "somebody who stands in for themselves": (
        True,
        {
            "roles": (role("r"),),
            "appointments": (held("a", "p", "r", standing_in_for="a", absences=AWAY),),
            "mandates": (granted("m", "r", basis=AGREED),),
        },
        {},
    ),
    "an order of a state authority with no holder known": (
        False,
        {"mandates": (granted("m", "zz", **NOBODY, basis=RULES),)},
        {},
    ),
    "the same holder twice, jointly": (
        True,
        {"mandates": (granted("m", "p", "p", jointly=True, basis=AGREED),)},
        {},
    ),
    "its own parent": (
        False,
        {"mandates": (granted("m", "p", parent="m", granted_by="p", basis=AGREED),)},
        {},
    ),
}


def edge(name: str) -> tuple[Asked, bool]:
    """Give the question of an edge, and whether it is allowed."""
    allowed, document, question = EDGES[name]
    agreement: Any = {"id": "av", "name": "Avtal", "kind": DocumentKind.AGREEMENT}
    things = {"persons": (P,), "documents": (GoverningDocument(**agreement),), **document}
    members: dict[str, Any] = {"who": "p", "power": Power.LEAD, "on": None, "at": DAY, **question}
    return Asked(collab=Collaboration(name="S", **things), **members), allowed


@pytest.mark.parametrize("name", EDGES)
def test_all_who_judge_agree(name: str) -> None:
    asked, allowed = edge(name)
    assert may(asked.collab, asked.who, asked.power, on=asked.on, at=asked.at).allowed is allowed
    assert oracle.permitted(asked) is allowed
    assert SqliteJudge()(asked) is allowed


@pytest.mark.parametrize("name", EDGES)
def test_cedar_agrees_with_them(name: str, cedar: Judge) -> None:
    asked, allowed = edge(name)
    assert cedar(asked) is allowed
