"""The question of authority put to Cedar: a judge that another project built.

"Some" and "every" become many requests in one batch, and the answers of one round are handed to
the next as sets. What is asked for in a round is judged by policies alone; this module only writes
the document down as entities and says what there is to ask about.
"""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from cedarpy import Entities, PolicySet, is_authorized_batch

from samverkan_core.model.appointment import Appointment
from samverkan_core.model.body import Body
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.mandate import Mandate, Matter, Power, Scope
from samverkan_core.testing.authority import Asked
from samverkan_core.values.time import Period

from .cedar_policies import DEEPEST, LISTS, MOST, of_chains, of_one_thing
from .facts import known_out_of_force, refusing, refusing_for, target_of

Json: TypeAlias = dict[str, Any]
#: A principal, an action, a resource and what else a policy may look at.
Request: TypeAlias = tuple[Json, str, Json, Json]

#: Where an id is looked for that names whoever holds or gives a mandate: the first that has it.
HOLDERS = ("roles", "bodies", "actors", "persons")


class TooMuch(Exception):
    """A document goes beyond what the policies are written out for."""


# --- entities --------------------------------------------------------------------------------


def _uid(kind: str, id_: str) -> Json:
    return {"type": kind, "id": id_}


def _to(kind: str, id_: str | None) -> Json | None:
    return None if id_ is None else {"__entity": _uid(kind, id_)}


def _set(kind: str, ids: Iterable[str]) -> list[Json | None]:
    return [_to(kind, id_) for id_ in dict.fromkeys(ids)]


def _entity(type_: str, id_: str, **members: Any) -> Json:
    held = {name: value for name, value in members.items() if value is not None}
    return {"uid": _uid(type_, id_), "attrs": held, "parents": []}


def _days(period: Period | None) -> Json:
    period = period or Period()
    first = period.first_day or dt.date.min
    last = period.last_day or dt.date.max
    return {"first": first.toordinal(), "last": last.toordinal()}


def _firsts(things: Iterable[Any]) -> Mapping[str, Any]:
    """Give things by id; of two things with one id the first wins."""
    found: dict[str, Any] = {}
    for thing in things:
        found.setdefault(thing.id, thing)
    return found


def _few(things: tuple[Any, ...]) -> tuple[Any, ...]:
    if len(things) > MOST:
        raise TooMuch(things)
    return things


def _longest(above: Mapping[str, str | None]) -> int:
    """Count the things of the longest line upward; a line that comes back to itself ends there."""
    lines = []
    for id_ in above:
        line: list[str | None] = [id_]
        while (upper := above.get(line[-1] or "")) is not None and upper not in line:
            line.append(upper)
        lines.append(len(line))
    return max(lines, default=0)


def _holders(collab: Collaboration) -> Iterator[Json]:
    """Give one entity for each id that may hold or give a mandate, with all that it names."""
    shelves = {name: _firsts(getattr(collab, name)) for name in HOLDERS}
    for id_ in dict.fromkeys(id_ for shelf in shelves.values() for id_ in shelf):
        where = next(name for name in HOLDERS if id_ in shelves[name])
        thing = shelves[where][id_]
        body: Body | None = shelves["bodies"].get(id_)
        of = (
            thing
            if where == "actors"
            else shelves["actors"].get(getattr(thing, "actor", None) or "")
        )
        own = shelves["actors"].get(body.actor or "") if body else None
        yield _entity(
            "Holder",
            id_,
            known=True,
            what={"roles": "role", "bodies": "body", "actors": "actor", "persons": "person"}[where],
            kind=thing.kind.value if where in {"roles", "bodies"} else "",
            elected=where == "bodies" and thing.is_elected,
            sector=of.sector.value if of is not None and of.sector else None,
            actor_sector=own.sector.value if own is not None and own.sector else None,
            is_body=True if body else None,
            is_council=True if body and body.kind.value == "council" else None,
            principal=body.actor if body else None,
            is_person=True if id_ in shelves["persons"] else None,
            **_days(getattr(thing, "period", None)),
        )


def _body(body: Body) -> Json:
    decided = body.decided_by is not None
    return _entity("Body", body.id, decided=decided, **_days(body.period))


def _appointment(one: Appointment) -> Json:
    absences = {
        f"absence{number}": {"kind": absence.kind.value, **_days(absence.period)}
        for number, absence in enumerate(_few(one.absences))
    }
    return _entity(
        "Appointment",
        one.id,
        known=True,
        person=_to("Holder", one.person),
        office=_to("Holder", one.office),
        kind=one.kind.value,
        standing_in_for=_to("Appointment", one.standing_in_for),
        **absences,
        **_days(one.period),
    )


def _matter(one: Matter, day: dt.date) -> Json:
    bounds = refusing_for(one.provision, day) if one.provision else ()
    return _entity(
        "Matter",
        one.id,
        known=True,
        part_of=_to("Matter", one.part_of),
        disqualified=_set("Holder", one.disqualified),
        principal=one.principal,
        bounds=sorted(bounds),
    )


def _scope(scope: Scope | None) -> Json:
    if scope is None:
        return {}
    lists = {name: getattr(scope, name) for name in LISTS}
    members: Json = {name: list(ids) for name, ids in lists.items() if ids is not None}
    if scope.ages is not None:
        members |= {"from": scope.ages.from_age, "to": scope.ages.to_age}
    return members


def _mandate(one: Mandate, known: frozenset[str], day: dt.date) -> Json:
    basis, revoked = one.basis, one.revoked_from or dt.date.max
    named = [id_ for id_ in one.substitutes if id_ in known]
    resolution = basis.resolution if basis else None
    provision = basis.provision if basis else None
    matters = one.scope.matters if one.scope else None
    return _entity(
        "Mandate",
        one.id,
        known=True,
        revoked=revoked.toordinal() + (one.revoked_from is None),
        powers=[power.value for power in one.powers],
        granted_by=_to("Holder", one.granted_by),
        granted_to=_set("Holder", one.granted_to),
        substitutes=_set("Holder", named),
        several=len(known.intersection(one.granted_to)) > 1,
        anybody=True if known.intersection((*one.granted_to, *one.substitutes)) else None,
        jointly=one.jointly,
        urgent_only=one.urgent_only,
        may_delegate=one.may_delegate,
        parent=_to("Mandate", one.parent),
        basis=basis.kind.value if basis else "",
        document=_to("Document", basis.document) if basis else None,
        resolved_by=_to("Holder", resolution.body) if resolution else None,
        gone=None if provision is None else known_out_of_force(provision, day),
        matters=None if matters is None else _set("Matter", matters),
        **{
            f"substitute{place}": _to("Holder", id_) for place, id_ in enumerate(_few(tuple(named)))
        },
        **_scope(one.scope),
        **_days(one.period),
    )


# --- rounds ----------------------------------------------------------------------------------


class _World:
    """A document as entities, and the facts that have been established so far."""

    def __init__(self, collab: Collaboration, day: dt.date) -> None:
        holders = list(_holders(collab))
        self.holders = frozenset(holder["uid"]["id"] for holder in holders)
        self.bodies = _firsts(collab.bodies)
        self.appointments = _firsts(collab.appointments)
        self.mandates = _firsts(collab.mandates)
        self.matters = _firsts(collab.matters)
        self.longest = _longest({id_: one.parent for id_, one in self.mandates.items()})
        if _longest({id_: one.part_of for id_, one in self.matters.items()}) > DEEPEST:
            raise TooMuch(collab.matters)
        documents = _firsts(collab.documents).values()
        entities = [
            *holders,
            *map(_body, self.bodies.values()),
            *map(_appointment, self.appointments.values()),
            *(_matter(one, day) for one in self.matters.values()),
            *(_mandate(one, self.holders, day) for one in self.mandates.values()),
            *(
                _entity("Document", one.id, known=True, kind=one.kind.value, **_days(one.period))
                for one in documents
            ),
        ]
        self._base = Entities.from_json_str(json.dumps(entities))
        self.facts: Json = {}

    def allowed(self, asked: Iterable[Request], policies: PolicySet) -> list[bool]:
        """Put one batch of requests, with the facts that are known so far."""
        now = json.dumps([_entity("Facts", "now", **self.facts)])
        requests = [
            {
                "principal": principal,
                "action": _uid("Action", action),
                "resource": resource,
                "context": context,
            }
            for principal, action, resource, context in asked
        ]
        answers = is_authorized_batch(requests, policies, self._base.with_added_json_str(now))
        for answer in answers:
            assert not answer.diagnostics.errors, answer.diagnostics.errors
        return [answer.allowed for answer in answers]

    def those(self, *asked: tuple[str, Iterable[str], str]) -> list[set[str]]:
        """Ask of each id of a kind whether something is so of it; give the ids of which it is."""
        there = _uid("Facts", "now")
        each = [(kind, tuple(ids), action) for kind, ids, action in asked]
        requests: list[Request] = [
            (_uid(kind, id_), action, there, {}) for kind, ids, action in each for id_ in ids
        ]
        answers = iter(self.allowed(requests, of_one_thing()))
        return [{id_ for id_ in ids if next(answers)} for _, ids, _ in each]


def permitted(asked: Asked) -> bool:
    """Tell whether somebody may do something about a target on a day."""
    world, who = _World(asked.collab, asked.at), _uid("Holder", asked.who)
    target = target_of(asked)
    _first_round(world, asked.power, target, asked.at)
    _second_round(world)
    return _third_round(world, who, target)


def _first_round(world: _World, power: Power, target: Scope, at: dt.date) -> None:
    """Establish what is so of one thing alone."""
    matters = [world.matters[id_] for id_ in target.matters or ()]
    executions = (one.id for one in world.matters.values() if one.kind.value == "execution")
    urgent = bool(matters) and all(one.urgent for one in matters)
    world.facts = {
        "day": at.toordinal(),
        "power": power.value,
        "urgent": urgent,
        "executions": _set("Matter", executions),
        "matters": _set("Matter", target.matters) if target.matters else None,
        "refusing": sorted(refusing(at)),
    }
    stand, taking, serves, at_work, is_away, hired, elected, state = world.those(
        ("Body", world.bodies, "stands"),
        ("Body", world.bodies, "takes_over"),
        ("Appointment", world.appointments, "serves"),
        ("Appointment", world.appointments, "at_work"),
        ("Appointment", world.appointments, "is_away"),
        ("Appointment", world.appointments, "hired_well"),
        ("Holder", world.holders, "elected_body"),
        ("Holder", world.holders, "state"),
    )
    taken = (id_ for body in taking for id_ in world.bodies[body].succeeds)
    world.facts |= {
        "stand": _set("Holder", sorted(stand)),
        "taken_over": _set("Holder", taken),
        "served": _set("Holder", (world.appointments[id_].office for id_ in serves)),
        "at_work": _set("Holder", (world.appointments[id_].person for id_ in at_work)),
        "away": _set("Holder", (world.appointments[id_].person for id_ in is_away)),
        "hired_well": _set("Holder", (world.appointments[id_].person for id_ in hired)),
        "not_elected": _set("Holder", world.holders - elected),
        "not_state": _set("Holder", world.holders - state),
    }


def _second_round(world: _World) -> None:
    """Establish who is in service, which depends on who serves where."""
    (in_service,) = world.those(("Holder", world.holders, "in_service"))
    no_body = world.holders - set(world.bodies)
    world.facts |= {
        "in_service": _set("Holder", in_service),
        "no_body": _set("Holder", no_body),
    }


def _third_round(world: _World, who: Json, target: Scope) -> bool:
    """Ask of every mandate and every way to hold it; all matters must pass by one and the same."""
    plain = _scope(target)
    about = [{**plain, "matter": _to("Matter", id_)} for id_ in target.matters or ()] or [plain]
    asked = [
        (who, action, _uid("Mandate", mandate.id), {**way, **one})
        for action, holder, way in _ways(world, who["id"])
        for mandate in world.mandates.values()
        if holder in (*mandate.granted_to, *mandate.substitutes)
        for one in about
    ]
    by_law = [(who, "by_law", _uid("Facts", "now"), one) for one in about]
    execution: Request = (who, "execution", _uid("Facts", "now"), {})
    done, *answers = world.allowed([execution, *by_law, *asked], of_chains(world.longest))
    each = (answers[at : at + len(about)] for at in range(0, len(answers), len(about)))
    return done or any(map(all, each))


def _ways(world: _World, who: str) -> Iterator[tuple[str, str, Json]]:
    """Give what somebody may be to a mandate: the action, the id it would name, the context."""
    yield "as_body", who, {"holder": _to("Holder", who)}
    yield "in_person", who, {"holder": _to("Holder", who)}
    for one in world.appointments.values():
        way = {"holder": _to("Holder", one.office), "appointment": _to("Appointment", one.id)}
        yield "by_appointment", one.office, way
