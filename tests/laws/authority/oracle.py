"""The question of authority decided by trying everything: slow, obvious, and nothing but yes or no.

Written from the text of the specification, and from no other code that answers the question. A
`Fault` makes it wrong in one way, so that a test can show that the judges beside it would notice.
"""

import datetime as dt
import enum
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import attrs

from samverkan_core.model.actor import Sector
from samverkan_core.model.appointment import Absence, AbsenceKind, Appointment, AppointmentKind
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.document import DocumentKind
from samverkan_core.model.mandate import BasisKind, Mandate, Matter, MatterKind, Power, Scope
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.testing.authority import Asked
from samverkan_core.values.time import Period

from .facts import known_out_of_force, refusing, refusing_for, target_of

#: Where an id is looked for that names whoever holds or gives a mandate: the first that has it.
HOLDERS = ("roles", "bodies", "actors", "persons")
OFFICES = HOLDERS[:3]

ELIGIBLE_ROLES = {RoleKind.EMPLOYEE, RoleKind.HEAD_OF_ADMINISTRATION, RoleKind.ELECTED}
STATE_ORDERS = {DocumentKind.ORDER_OF_WORK, DocumentKind.DELEGATION_ORDER}
AGREEMENTS = {DocumentKind.AGREEMENT, DocumentKind.JOINT_AGREEMENT}
OWN_SECTORS = {Sector.PRIVATE, Sector.NON_PROFIT}


class Fault(enum.Enum):
    """One way of being wrong that people who write such code do hit upon."""

    LAST_DAY_EXCLUDED = "the last day of a period is excluded"
    PARENT_PERIOD_IGNORED = "only the mandate that is held must be in force"
    MAY_DELEGATE_IGNORED = "a mandate that may not be delegated is"
    ROOT_NOT_CHECKED = "any mandate without a parent will do as the ground"
    SCOPE_NOT_INTERSECTED = "only the mandate that is held must cover the target"
    REVOKED_IGNORED = "a revoked mandate holds on"
    MEMBER_DECIDES = "a member does what the body would do"
    COUNCIL_POWERLESS = "a council needs a mandate also for what the law reserves for it"
    COUNCIL_ALMIGHTY = "a council decides everything"
    SUBSTITUTE_ANYWAY = "a substitute acts while the ordinary holder is in service"


@attrs.frozen
class Way:
    """A way in which somebody may come to hold a mandate: as a body, by appointment, in person."""

    #: The body, the office of the appointment, or the person: what the mandate must name.
    holder: str
    #: The appointment, where it is one.
    appointment: Appointment | None = None
    #: Whether a person acts who is named directly.
    in_person: bool = False


def permitted(asked: Asked, fault: Fault | None = None) -> bool:
    """Tell whether somebody may do something about a target on a day."""
    target = target_of(asked)
    return Search(asked.collab, asked.who, asked.power, target, asked.at, fault).answer()


def by_id(things: tuple[Any, ...]) -> dict[str | None, Any]:
    """Give things by id; of two things with one id the first wins."""
    found: dict[str | None, Any] = {}
    for thing in things:
        found.setdefault(thing.id, thing)
    return found


@attrs.frozen
class Search:
    """One question, with the document that it is asked of."""

    collab: Collaboration
    who: str
    power: Power
    target: Scope
    day: dt.date
    fault: Fault | None = None

    def answer(self) -> bool:
        if self.who not in self.all("persons") and self.who not in self.all("bodies"):
            return False
        if self.pure_execution() or self.council_decides():
            return True
        return any(
            self.good(way, chain)
            for way in self.ways()
            for chain in self.chains()
            if self.holds(way, chain[0])
        )

    def pure_execution(self) -> bool:
        named = self.named_matters()
        execution = all(matter.kind is MatterKind.EXECUTION for matter in named)
        return self.power is Power.DECIDE and bool(named) and execution

    def council_decides(self) -> bool:
        """Tell whether a council asks, and the law reserves for it all that is asked about."""
        council, named = self.all("bodies").get(self.who), self.named_matters()
        if self.fault is Fault.COUNCIL_POWERLESS:
            return False
        if (
            council is None
            or council.kind is not BodyKind.COUNCIL
            or self.power is not Power.DECIDE
        ):
            return False
        return (
            self.within(council.period)
            and bool(named)
            and all(self.is_reserved(matter) for matter in named)
            and all(matter.principal in {None, council.actor} for matter in named)
            and not any(self.who in matter.disqualified for matter in named)
        )

    def is_reserved(self, matter: Matter) -> bool:
        if self.fault is Fault.COUNCIL_ALMIGHTY:
            return True
        provisions = [one.provision for one in self.groups_of(matter) if one.provision is not None]
        return any("council" in refusing_for(provision, self.day) for provision in provisions)

    # --- looking things up ---------------------------------------------------------------------

    def all(self, collection: str) -> dict[str | None, Any]:
        return by_id(getattr(self.collab, collection))

    def first(self, id_: str | None, collections: tuple[str, ...] = HOLDERS) -> tuple[str, Any]:
        """Give the collection and the thing of an id; no collection where nothing has it."""
        for collection in collections:
            if id_ in self.all(collection):
                return collection, self.all(collection)[id_]
        return "", None

    def known(self, ids: tuple[str, ...]) -> list[str]:
        return [id_ for id_ in dict.fromkeys(ids) if self.first(id_)[0]]

    def named_matters(self) -> list[Matter]:
        return [self.all("matters")[id_] for id_ in self.target.matters or ()]

    def groups_of(self, matter: Matter) -> list[Matter]:
        """Give a matter and every known matter that it is part of."""
        found = [matter]
        while (above := self.all("matters").get(found[-1].part_of)) and above not in found:
            found.append(above)
        return found

    # --- in force ------------------------------------------------------------------------------

    def within(self, period: Period | None) -> bool:
        if period is None:
            return True
        first, last = period.first_day or dt.date.min, period.last_day or dt.date.max
        if self.fault is Fault.LAST_DAY_EXCLUDED and period.last_day is not None:
            return first <= self.day < last
        return first <= self.day <= last

    def in_force(self, mandate: Mandate) -> bool:
        revoked = mandate.revoked_from is not None and mandate.revoked_from <= self.day
        if self.fault is Fault.REVOKED_IGNORED:
            revoked = False
        return self.within(mandate.period) and not revoked

    def office_in_force(self, id_: str) -> bool:
        collection, office = self.first(id_, OFFICES)
        return collection != "" and self.within(office.period)

    # --- scope ---------------------------------------------------------------------------------

    def covers(self, scope: Scope | None) -> bool:
        if scope is None:
            return True
        plain = all(
            self.lists(getattr(scope, name), getattr(self.target, name))
            for name in ("focus_areas", "bodies", "actors")
        )
        return plain and self.covers_matters(scope) and self.covers_ages(scope)

    def lists(self, granted: tuple[str, ...] | None, asked: tuple[str, ...] | None) -> bool:
        if granted is None:
            return True
        return asked is not None and all(id_ in granted for id_ in asked)

    def covers_matters(self, scope: Scope) -> bool:
        if scope.matters is None:
            return True
        granted = scope.matters
        return self.target.matters is not None and all(
            any(one.id in granted for one in self.groups_of(matter))
            for matter in self.named_matters()
        )

    def covers_ages(self, scope: Scope) -> bool:
        if scope.ages is None:
            return True
        if self.target.ages is None:
            return False
        asked, granted = set(self.target.ages.ages()), set(scope.ages.ages())
        return bool(asked) and asked <= granted

    # --- holding -------------------------------------------------------------------------------

    def ways(self) -> Iterator[Way]:
        body = self.all("bodies").get(self.who)
        if body is not None and self.within(body.period):
            yield Way(self.who)
        if self.who in self.all("persons"):
            yield Way(self.who, in_person=True)
            for appointment in self.all("appointments").values():
                if appointment.person == self.who and self.may_act_by(appointment):
                    yield Way(appointment.office, appointment)

    def may_act_by(self, appointment: Appointment) -> bool:
        barring = {AbsenceKind.VACANT, AbsenceKind.DISQUALIFIED}
        return (
            self.within(appointment.period)
            and self.office_in_force(appointment.office)
            and not any(absence.kind in barring for absence in self.absences(appointment))
            and self.may_stand_in(appointment)
            and not self.is_deciding_body(appointment.office)
        )

    def absences(self, appointment: Appointment) -> list[Absence]:
        return [absence for absence in appointment.absences if self.within(absence.period)]

    def may_stand_in(self, appointment: Appointment) -> bool:
        if appointment.standing_in_for is None or self.fault is Fault.SUBSTITUTE_ANYWAY:
            return True
        ordinary = self.all("appointments").get(appointment.standing_in_for)
        if ordinary is None:
            return False
        return bool(self.absences(ordinary)) or not self.within(ordinary.period)

    def is_deciding_body(self, office: str) -> bool:
        collection, body = self.first(office, OFFICES)
        if collection != "bodies" or self.fault is Fault.MEMBER_DECIDES:
            return False
        return body.is_elected or self.power in {Power.DECIDE, Power.AGREE}

    def holds(self, way: Way, mandate: Mandate) -> bool:
        named = way.holder in self.known(mandate.granted_to)
        return (named or self.substitutes(way, mandate)) and self.may_hold_jointly(mandate)

    def substitutes(self, way: Way, mandate: Mandate) -> bool:
        for position, substitute in enumerate(mandate.substitutes):
            before = mandate.granted_to + mandate.substitutes[:position]
            free = all(self.is_out(id_) for id_ in self.known(before))
            if substitute == way.holder and (free or self.fault is Fault.SUBSTITUTE_ANYWAY):
                return True
        return False

    def may_hold_jointly(self, mandate: Mandate) -> bool:
        holders = self.known(mandate.granted_to)
        if not mandate.jointly or len(holders) < 2 or self.power is not Power.DECIDE:
            return True
        only_bodies = all(self.first(id_)[0] == "bodies" for id_ in holders)
        return only_bodies or "jointly" not in refusing(self.day)

    def is_out(self, holder: str) -> bool:
        collection, thing = self.first(holder)
        if collection == "persons":
            return self.person_is_out(holder)
        if collection == "bodies":
            return not self.within(thing.period)
        return not any(
            appointment.office == holder and self.is_in_service(appointment)
            for appointment in self.all("appointments").values()
        )

    def is_in_service(self, appointment: Appointment) -> bool:
        return (
            self.within(appointment.period)
            and self.office_in_force(appointment.office)
            and not self.absences(appointment)
            and self.may_stand_in(appointment)
        )

    def person_is_out(self, person: str) -> bool:
        theirs = [one for one in self.all("appointments").values() if one.person == person]
        at_work = any(self.within(one.period) and not self.absences(one) for one in theirs)
        return not at_work and any(self.absences(one) for one in theirs)

    # --- the chain -----------------------------------------------------------------------------

    def chains(self) -> Iterator[list[Mandate]]:
        """Give, for every mandate, the chain up to its root; none where it is broken."""
        mandates = self.all("mandates")
        for mandate in mandates.values():
            chain = [mandate]
            while chain[-1].parent is not None:
                parent = mandates.get(chain[-1].parent)
                if parent is None or parent in chain:
                    break
                chain.append(parent)
            else:
                yield chain

    def good(self, way: Way, chain: list[Mandate]) -> bool:
        return (
            all(self.in_force(mandate) for mandate in self.judged_for_period(chain))
            and all(self.power in mandate.powers for mandate in chain)
            and all(self.covers(mandate.scope) for mandate in self.judged_for_scope(chain))
            and all(self.delegated(child, of) for child, of in pairwise(chain))
            and all(self.grantor_stands(mandate) for mandate in chain)
            and self.has_root(chain[-1])
            and self.within_the_law(way, chain)
            and not any(self.who in matter.disqualified for matter in self.named_matters())
            and (self.is_urgent() or not any(mandate.urgent_only for mandate in chain))
        )

    def judged_for_period(self, chain: list[Mandate]) -> list[Mandate]:
        return chain[:1] if self.fault is Fault.PARENT_PERIOD_IGNORED else chain

    def judged_for_scope(self, chain: list[Mandate]) -> list[Mandate]:
        return chain[:1] if self.fault is Fault.SCOPE_NOT_INTERSECTED else chain

    def is_urgent(self) -> bool:
        named = self.named_matters()
        return bool(named) and all(matter.urgent for matter in named)

    def delegated(self, child: Mandate, parent: Mandate) -> bool:
        delegators = self.known(parent.granted_to + parent.substitutes)
        may = parent.may_delegate or self.fault is Fault.MAY_DELEGATE_IGNORED
        return may and child.granted_by in delegators

    def grantor_stands(self, mandate: Mandate) -> bool:
        body = self.all("bodies").get(mandate.granted_by)
        if body is None or self.within(body.period):
            return True
        return any(
            self.within(other.period) and body.id in other.succeeds and other.decided_by is not None
            for other in self.all("bodies").values()
        )

    # --- the root ------------------------------------------------------------------------------

    def has_root(self, mandate: Mandate) -> bool:
        if self.fault is Fault.ROOT_NOT_CHECKED:
            return True
        return (
            self.rests_on_law(mandate)
            or self.rests_on_council(mandate)
            or self.rests_on_state_order(mandate)
            or self.rests_on_own_decision(mandate)
            or self.rests_on_agreement(mandate)
        )

    def rests_on_law(self, mandate: Mandate) -> bool:
        basis = mandate.basis
        if basis is None or basis.kind is not BasisKind.LAW or basis.provision is None:
            return False
        return not known_out_of_force(basis.provision, self.day)

    def rests_on_document(self, mandate: Mandate, of: BasisKind, kinds: set[DocumentKind]) -> bool:
        if mandate.basis is None or mandate.basis.kind is not of:
            return False
        document = self.all("documents").get(mandate.basis.document)
        return document is not None and self.within(document.period) and document.kind in kinds

    def rests_on_council(self, mandate: Mandate) -> bool:
        rules, ground = {DocumentKind.RULES_OF_PROCEDURE}, BasisKind.GOVERNING_DOCUMENT
        council = self.all("bodies").get(mandate.granted_by)
        named = self.known((*mandate.granted_to, *mandate.substitutes))
        holders = [self.first(id_)[1] for id_ in named]
        return (
            self.rests_on_document(mandate, ground, rules)
            and bool(holders)
            and council is not None
            and council.kind is BodyKind.COUNCIL
            and all(isinstance(holder, Body) and holder.is_elected for holder in holders)
        )

    def rests_on_state_order(self, mandate: Mandate) -> bool:
        ground = BasisKind.GOVERNING_DOCUMENT
        named = self.known((*mandate.granted_to, *mandate.substitutes))
        of_state = bool(named) and all(self.sector(id_) is Sector.STATE for id_ in named)
        return of_state and self.rests_on_document(mandate, ground, STATE_ORDERS)

    def sector(self, holder: str) -> Sector | None:
        collection, thing = self.first(holder)
        if collection in {"roles", "bodies"}:
            thing = self.all("actors").get(thing.actor)
        return None if thing is None or collection == "persons" else thing.sector

    def rests_on_own_decision(self, mandate: Mandate) -> bool:
        basis = mandate.basis
        if basis is None or basis.kind is not BasisKind.POLITICAL_DECISION:
            return False
        body = basis.resolution and self.all("bodies").get(basis.resolution.body)
        actor = self.all("actors").get(body.actor) if body else None
        return actor is not None and actor.sector in OWN_SECTORS

    def rests_on_agreement(self, mandate: Mandate) -> bool:
        agreed = self.rests_on_document(mandate, BasisKind.AGREEMENT, AGREEMENTS)
        return agreed and self.power is not Power.DECIDE

    # --- what the law forbids ------------------------------------------------------------------

    def within_the_law(self, way: Way, chain: list[Mandate]) -> bool:
        if self.power is not Power.DECIDE or not self.rests_on_council(chain[-1]):
            return True
        passed = [way.holder, *(mandate.granted_by or "" for mandate in chain[:-1])]
        return (
            self.all_eligible(way, passed, chain)
            and self.passed_on_rightly(passed[1:-1])
            and not any(self.matter_forbids(matter, passed[:-1]) for matter in self.matters())
        )

    def matters(self) -> list[Matter]:
        return [group for matter in self.named_matters() for group in self.groups_of(matter)]

    def all_eligible(self, way: Way, passed: list[str], chain: list[Mandate]) -> bool:
        if len(chain) == 1 or "eligible" not in refusing(self.day):
            return True
        hired = {AppointmentKind.CONSULTANT, AppointmentKind.ENGAGED}
        if way.appointment is not None and way.appointment.kind in hired:
            return False
        links = list(zip(passed, chain, strict=True))[:-1]
        if way.in_person:
            return self.person_eligible(self.who) and all(self.eligible(*one) for one in links[1:])
        return all(self.eligible(*one) for one in links)

    def eligible(self, holder: str, mandate: Mandate) -> bool:
        collection, thing = self.first(holder)
        if collection == "persons":
            return self.person_eligible(holder)
        if collection == "bodies":
            return bool(thing.is_elected)
        if collection != "roles":
            return False
        agreed = mandate.basis is not None and mandate.basis.kind is BasisKind.AGREEMENT
        return thing.kind in ELIGIBLE_ROLES or (thing.kind is RoleKind.EXTERNAL and agreed)

    def person_eligible(self, person: str) -> bool:
        return any(
            one.person == person
            and self.within(one.period)
            and one.kind in {AppointmentKind.ELECTED, AppointmentKind.EMPLOYED}
            for one in self.all("appointments").values()
        )

    def passed_on_rightly(self, delegators: list[str]) -> bool:
        """Judge those who delegated on what had been delegated to them."""
        if "employee" not in refusing(self.day):
            return True
        roles = [thing for _, thing in map(self.first, delegators) if isinstance(thing, Role)]
        employees = [role for role in roles if role.kind is not RoleKind.ELECTED]
        heads = [role for role in employees if role.kind is RoleKind.HEAD_OF_ADMINISTRATION]
        return len(heads) == len(employees) <= 1

    def matter_forbids(self, matter: Matter, delegates: list[str]) -> bool:
        if matter.provision is None:
            return False
        limits = refusing_for(matter.provision, self.day)
        asker = self.all("bodies").get(self.who)
        council = asker is not None and asker.kind is BodyKind.COUNCIL
        return (
            ("council" in limits and not council)
            or ("prohibited" in limits and bool(delegates))
            or ("committee" in limits and not all(map(self.is_committee, delegates)))
        )

    def is_committee(self, holder: str) -> bool:
        thing = self.first(holder)[1]
        return isinstance(thing, Body) and thing.kind is BodyKind.COMMITTEE
