"""What can be wrong with whoever would act, with the matter, or with what law allows."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs

from samverkan_core.model.appointment import Absence, AbsenceKind, AppointmentKind
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.mandate import Mandate, MandateKind, MatterKind, Power
from samverkan_core.model.person import Person
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.reference.citations import cited
from samverkan_core.testing.asking.asked import Plan, around, coming, ended, evolved
from samverkan_core.testing.asking.build import appointment
from samverkan_core.testing.asking.posts import post
from samverkan_core.testing.asking.spoils import Spoiler, holder_of
from samverkan_core.testing.lawful.hand import Hand
from samverkan_core.values.ids import HolderId, MandateId, MatterId, PersonId
from samverkan_core.values.source import Source, SourceKind

__all__ = ["LIMITS", "MATTERS", "PEOPLE"]


# --- whoever would act -----------------------------------------------------------------------


def _stranger(hand: Hand, plan: Plan) -> Plan:
    return plan.asking(who=hand.id("stranger", 1))


def _newcomer(hand: Hand, plan: Plan) -> Plan:
    """Ask about a person who holds nothing."""
    person = Person(id=PersonId(hand.id("newcomer", 1)))
    return plan.adding(person).asking(who=person.id)


def _unappointed(_: Hand, plan: Plan) -> Plan:
    own = plan.appointments()
    left = tuple(one for one in plan.collab.appointments if one not in own)
    return plan.asking(collab=attrs.evolve(plan.collab, appointments=left))


def _not_in_office(hand: Hand, plan: Plan) -> Plan:
    own = hand.one(plan.appointments())
    return plan.changing(own, period=hand.one((coming, ended))(hand))


def _elsewhere(hand: Hand, plan: Plan) -> Plan:
    """Let the person hold another office instead, to which nothing is granted, or none."""
    own = hand.one(plan.appointments())
    office = post(hand, "volunteer", 7)
    return plan.adding(office).changing(own, office=hand.one((office.id, hand.id("nobody", 1))))


def _away(hand: Hand, plan: Plan) -> Plan:
    kind = hand.one((AbsenceKind.VACANT, AbsenceKind.DISQUALIFIED, AbsenceKind.ABSENT))
    absence = Absence(kind=kind, period=hand.one((around, around, ended))(hand))
    own = hand.one(plan.appointments())
    return plan.changing(own, absences=(*own.absences, absence))


def _office_gone(hand: Hand, plan: Plan) -> Plan:
    """End the office that holds a mandate of the chain."""
    return plan.changing(hand.one(_offices(plan)), period=ended(hand))


def _offices(plan: Plan) -> list[Any]:
    """Give the offices that hold a mandate of the chain."""
    holders = (holder_of(plan, plan.link(position)) for position in range(len(plan.chain)))
    return [one for one in holders if one is not None and not isinstance(one, Person)]


def _a_member(hand: Hand, plan: Plan) -> Plan:
    """Ask about a member of the body instead of the body."""
    body = holder_of(plan, plan.link(0))
    person = Person(id=PersonId(hand.id("member", 1)))
    own = appointment(hand, 7, person.id, body)
    return plan.adding(person, own).asking(who=person.id)


def _ordinary_back(hand: Hand, plan: Plan) -> Plan:
    """Let whoever is stood in for be in service, or let nobody know who that is."""
    own = hand.one(plan.appointments())
    office = post(hand, "employee", 7)
    ordinary = appointment(hand, 7, hand.id("person", 4), office)
    known = evolved(ordinary, absences=())
    plan = plan.adding(office, known) if hand.one((True, True, False)) else plan
    return plan.changing(own, standing_in_for=known.id)


def _substitute_too_soon(hand: Hand, plan: Plan) -> Plan:
    """Let whoever would act be a substitute only, while somebody else holds the mandate."""
    held = plan.link(0)
    office, person = post(hand, "employee", 8), Person(id=PersonId(hand.id("person", 4)))
    ordinary = appointment(hand, 8, person.id, office)
    plan = plan.adding(office, person, ordinary)
    before = hand.one(((), (HolderId(hand.id("nobody", 1)),)))
    return plan.changing(
        held, granted_to=(HolderId(office.id),), substitutes=(*before, *held.granted_to)
    )


def _someone_before(hand: Hand, plan: Plan) -> Plan:
    """Let another substitute come before, who is or is not in service."""
    held = plan.link(0)
    office, person = post(hand, "employee", 8), Person(id=PersonId(hand.id("person", 4)))
    things = (office, person, appointment(hand, 8, person.id, office))
    plan = plan.adding(*things[: hand.one((3, 1))])
    return plan.changing(held, substitutes=(HolderId(office.id), *held.substitutes))


def _the_other_one(hand: Hand, plan: Plan) -> Plan:
    """Ask about another person of the document."""
    return plan.asking(who=hand.one(plan.collab.persons).id)


def _two_persons(hand: Hand, plan: Plan) -> Plan:
    """Put another appointment of the same id first, so that the other counts."""
    own = hand.one(plan.appointments())
    other = evolved(own, person=PersonId(hand.id("person", 4)))
    collab = attrs.evolve(plan.collab, appointments=(other, *plan.collab.appointments))
    return plan.asking(collab=collab)


def _appointed(plan: Plan) -> bool:
    return bool(plan.appointments())


def _of_a_body(plan: Plan) -> bool:
    return isinstance(holder_of(plan, plan.link(0)), Body)


#: What can be wrong with whoever would act, and when that can be.
PEOPLE: tuple[tuple[Callable[[Plan], bool], Spoiler], ...] = (
    (lambda _: True, _stranger),
    (lambda _: True, _newcomer),
    (_appointed, _unappointed),
    (_appointed, _not_in_office),
    (_appointed, _not_in_office),
    (_appointed, _elsewhere),
    (_appointed, _away),
    (_appointed, _away),
    (lambda plan: bool(_offices(plan)), _office_gone),
    (_of_a_body, _a_member),
    (_of_a_body, _a_member),
    (_of_a_body, _a_member),
    (_appointed, _ordinary_back),
    (lambda _: True, _substitute_too_soon),
    (lambda plan: bool(plan.link(0).substitutes), _someone_before),
    (lambda plan: bool(plan.collab.persons), _the_other_one),
    (_appointed, _two_persons),
)


# --- what law allows, and the matter ---------------------------------------------------------

#: Provisions that a matter can fall under.
_PROVISIONS = (
    ("5 kap. 1 §", "kommunallagen (2017:725)"),
    ("30 kap. 6 §", "socialtjänstlagen (2025:400)"),
    ("30 kap. 7 §", "socialtjänstlagen (2025:400)"),
    ("30 kap. 8 §", "SoL"),
    ("10 kap. 4 §", "socialtjänstlagen (2001:453)"),
    ("6 kap. 38 § 3", "kommunallagen (2017:725)"),
    ("6 kap. 34 §", "kommunallagen (1991:900)"),
    ("5 kap. 1 § KL", None),
    ("ett lagrum som ingen känner", None),
)


def _provision(hand: Hand, plan: Plan) -> Plan:
    """Let a matter, or the group that it is part of, fall under a provision.

    Mostly under one that somebody has read, where there is any on the day.
    """
    matter = hand.one(plan.matters())
    above = tuple(one for one in plan.collab.matters if one.id == matter.part_of)
    sources = tuple(Source(kind=SourceKind.LAW, ref=ref, title=act) for ref, act in _PROVISIONS)
    read = tuple(one for one in sources if _is_read(one, hand.at))
    source = hand.one(hand.one((read or sources, read or sources, sources)))
    return plan.changing(hand.one((matter, *above)), provision=source)


def _the_council(hand: Hand, plan: Plan) -> Plan:
    """Ask whether the council may, of matters that the law mostly reserves for it."""
    council = next(body for body in plan.collab.bodies if body.kind is BodyKind.COUNCIL)
    reserving = Source(kind=SourceKind.LAW, ref="5 kap. 1 §", title="kommunallagen (2017:725)")
    for matter in plan.matters():
        above = tuple(one for one in plan.collab.matters if one.id == matter.part_of)
        if hand.mostly():
            plan = plan.changing(hand.one((matter, *above)), provision=reserving)
    if hand.yes(4):
        gone: dict[str, Any] = {"period": ended(hand)}
        plan = plan.changing(council, **hand.one((gone, {"actor": None})))
    return plan.asking(who=council.id)


def _is_read(source: Source, day: dt.date) -> bool:
    return any(row.verified_on(day) for row in cited(source.cite(), day).rows)


def _disqualified(hand: Hand, plan: Plan) -> Plan:
    matter = hand.one(plan.collab.matters)
    who = (*matter.disqualified, PersonId(plan.asked.who))
    return plan.changing(matter, disqualified=who)


def _in_the_matter(hand: Hand, plan: Plan) -> Plan:
    """Let whoever would act be disqualified in a matter that is asked about."""
    who = PersonId(plan.asked.who)
    return plan.changing(hand.one(plan.matters()), disqualified=(who,))


def _not_urgent(hand: Hand, plan: Plan) -> Plan:
    return plan.changing(hand.one(plan.matters()), urgent=not hand.yes(3))


def _executed(hand: Hand, plan: Plan) -> Plan:
    """Let a matter ask for no decision."""
    plan = plan.changing(hand.one(plan.matters()), kind=MatterKind.EXECUTION)
    return plan.asking(power=Power.DECIDE) if hand.yes() else plan


def _no_delegate(hand: Hand, plan: Plan) -> Plan:
    """Let somebody hold a mandate of the chain who may not be delegated to."""
    holder = hand.one(_delegates(plan))
    roles = (RoleKind.ENGAGED, RoleKind.VOLUNTEER, RoleKind.EXTERNAL, *RoleKind)
    bodies = (BodyKind.STEERING_GROUP, *BodyKind)
    return plan.changing(holder, kind=hand.one(roles if isinstance(holder, Role) else bodies))


def _delegates(plan: Plan) -> list[Any]:
    """Give the roles and bodies that hold a mandate of the chain but the first."""
    holders = (holder_of(plan, plan.link(position)) for position in range(len(plan.chain) - 1))
    return [one for one in holders if isinstance(one, Role | Body)]


def _consultant(hand: Hand, plan: Plan) -> Plan:
    kinds = (AppointmentKind.CONSULTANT, AppointmentKind.ENGAGED, *AppointmentKind)
    return plan.changing(hand.one(plan.appointments()), kind=hand.one(kinds))


def _further(hand: Hand, plan: Plan) -> Plan:
    """Delegate the held mandate once more, to another employee."""
    held = plan.link(0)
    plan = plan.changing(held, may_delegate=True)
    office, person = post(hand, "employee", 9), Person(id=PersonId(hand.id("person", 4)))
    own = appointment(hand, 9, person.id, office)
    mandate = Mandate(
        id=MandateId(hand.id("mandate", 9)),
        kind=MandateKind.DELEGATION,
        powers=(plan.asked.power,),
        period=around(hand),
        parent=held.id,
        granted_by=hand.one((*held.granted_to, None)),
        granted_to=(HolderId(office.id),),
    )
    plan = plan.adding(office, person, own, mandate).asking(who=person.id)
    return attrs.evolve(plan, chain=(mandate.id, *plan.chain))


def _jointly(hand: Hand, plan: Plan) -> Plan:
    """Let two hold a mandate of the chain, and neither without the other."""
    mandate = plan.link(hand.up_to(len(plan.chain) - 1))
    office = post(hand, hand.one(("deputy", "committee")), 6)
    both = (*mandate.granted_to, HolderId(office.id))
    return plan.adding(office).changing(mandate, jointly=True, granted_to=both)


def _two_matters(_: Hand, plan: Plan) -> Plan:
    """Ask about every matter of the document at once."""
    every = tuple(MatterId(matter.id) for matter in plan.collab.matters)
    target = attrs.evolve(plan.target, matters=every)
    return attrs.evolve(plan.asking(on=target), target=target)


def _about_matters(plan: Plan) -> bool:
    return bool(plan.target.matters)


def _limited(plan: Plan) -> bool:
    """Tell whether what the law says of a matter can limit the chain: where a council began it."""
    council = any(body.kind is BodyKind.COUNCIL for body in plan.collab.bodies)
    return council and plan.asked.power is Power.DECIDE and _about_matters(plan)


#: What law can stand in the way of, and when that can be.
LIMITS: tuple[tuple[Callable[[Plan], bool], Spoiler], ...] = (
    (_limited, _provision),
    (_limited, _provision),
    (_limited, _provision),
    (_limited, _provision),
    (_limited, _the_council),
    (lambda plan: bool(_delegates(plan)), _no_delegate),
    (_appointed, _consultant),
    (lambda plan: bool(plan.link(0).granted_to), _further),
    (lambda _: True, _jointly),
)
#: What can be said of the matter, and when that can be.
MATTERS: tuple[tuple[Callable[[Plan], bool], Spoiler], ...] = (
    (_limited, _provision),
    (_limited, _provision),
    (_limited, _provision),
    (_limited, _the_council),
    (_limited, _the_council),
    (lambda _: True, _disqualified),
    (_about_matters, _in_the_matter),
    (_about_matters, _not_urgent),
    (_about_matters, _executed),
    (_about_matters, _executed),
    (_about_matters, _two_matters),
)
