"""A second opinion on a proof: each of its facts and each clause of the law, compared anew.

Nothing here is taken over from the reasoning that finds proofs. Two who think alike make the same
mistake; whoever doubts an answer needs one who reads the document alone.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import pairwise
from types import MappingProxyType

from samverkan_core.authority.proof import Holding, Link, Proof, Root, RootKind
from samverkan_core.authority.question import Caveat, Question
from samverkan_core.authority.verify_case import (
    Book,
    Case,
    Holder,
    as_cited,
    exists,
    holds,
    look_up,
)
from samverkan_core.authority.verify_limits import reserved_for_the_council, states_its_caveats
from samverkan_core.model.actor import Actor, Sector
from samverkan_core.model.appointment import AbsenceKind, Appointment
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.document import DocumentKind
from samverkan_core.model.mandate import Basis, BasisKind, Mandate, MatterKind, Power, Scope
from samverkan_core.model.person import Person
from samverkan_core.model.role import Role
from samverkan_core.reference.citations import Standing, cited
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.shape import Shape, members

__all__ = ["verify"]


def verify(proof: Proof, collab: Collaboration) -> bool:
    """Tell whether a proof proves its own question by the facts of a collaboration.

    It says yes of every chain that holds, not only of the shortest. A proof proves nothing but the
    question that stands in it: compare that with yours.
    """
    if not _is_well_made(proof, Proof):
        return False
    book = Book.of(collab)
    if not _can_be_asked(proof.question, book):
        return False
    if _is_execution(proof.question, book):
        return proof == Proof(question=proof.question)
    if not proof.links:
        return proof == _of_the_council(proof.question, book)
    chain = tuple(book.mandates.get(link.mandate) for link in proof.links)
    known = tuple(mandate for mandate in chain if mandate is not None)
    if known != chain:
        return False
    case = Case(book=book, proof=proof, chain=known)
    return all(clause(case) for clause in _CLAUSES)


#: Those parts of a proof whose constructors take whatever they are given.
_UNCHECKED = (Proof, Question, Holding, Link, Root, Caveat)


def _is_well_made(value: object, cls: type) -> bool:
    """Tell whether each member holds what it declares, so that nothing below can go wrong."""
    if type(value) is not cls:
        return False
    if cls not in _UNCHECKED:
        return True
    return all(_is_of_shape(getattr(value, name), shape) for name, shape in members(cls))


def _is_of_shape(value: object, shape: Shape) -> bool:
    if value is None and shape.optional:
        return True
    if not shape.many:
        return _is_well_made(value, shape.base)
    return type(value) is tuple and all(_is_well_made(item, shape.base) for item in value)


# --- the question ----------------------------------------------------------------------------


def _can_be_asked(question: Question, book: Book) -> bool:
    """Tell whether all that a question names is there."""
    shelves: tuple[tuple[Iterable[str] | None, Collection[str]], ...] = (
        ((question.who,), {*book.persons, *book.bodies}),
        (question.on.focus_areas, book.focus_areas),
        (question.on.bodies, book.bodies),
        (question.on.actors, book.actors),
        (question.on.matters, book.matters),
    )
    return all(id_ in known for named, known in shelves for id_ in named or ())


def _is_execution(question: Question, book: Book) -> bool:
    kinds = {matter.kind for matter in book.matters_named(question)}
    return question.power is Power.DECIDE and kinds == {MatterKind.EXECUTION}


def _of_the_council(question: Question, book: Book) -> Proof | None:
    """Write the proof of a council that decides what the law reserves for it; None if it may not.

    It needs no mandate. Each matter must be reserved, and the first says by which provision.
    """
    council = book.bodies.get(question.who)
    if (
        council is None
        or council.kind is not BodyKind.COUNCIL
        or question.power is not Power.DECIDE
    ):
        return None
    matters = book.matters_named(question)
    own = all(
        (matter.principal is None or matter.principal == council.actor)
        and question.who not in matter.disqualified
        for matter in matters
    )
    provisions = [reserved_for_the_council(book, matter, question.at) for matter in matters]
    if not provisions or None in provisions or not own or not exists(council, question.at):
        return None
    return Proof(question=question, root=Root(kind=RootKind.LAW, provision=provisions[0]))


# --- the proof repeats the document ----------------------------------------------------------


def _is_one_chain(case: Case) -> bool:
    """Each mandate derives from the next and the last from none, so none can come twice."""
    ids = [mandate.id for mandate in case.chain]
    return [mandate.parent for mandate in case.chain] == [*ids[1:], None]


def _repeats_the_mandates(case: Case) -> bool:
    holders = (case.first_holder, *(mandate.granted_by for mandate in case.chain[:-1]))
    links = zip(case.proof.links, case.chain, holders, strict=True)
    return all(
        holder is not None and link == _link(mandate, holder, case.book)
        for link, mandate, holder in links
    )


def _link(mandate: Mandate, holder: str, book: Book) -> Link:
    """Write a link as the document has it."""
    document = look_up(book.documents, mandate.basis.document) if mandate.basis else None
    return Link(
        mandate=mandate.id,
        kind=mandate.kind,
        holder=holder,
        as_substitute=holder not in mandate.granted_to,
        powers=mandate.powers,
        scope=mandate.scope,
        period=mandate.period,
        revoked_from=mandate.revoked_from,
        granted_by=mandate.granted_by,
        may_delegate=mandate.may_delegate,
        urgent_only=mandate.urgent_only,
        basis=mandate.basis,
        document_kind=document.kind if document else None,
        decided_by=document.decided_by if document else (),
    )


def _repeats_the_appointment(case: Case) -> bool:
    holding, appointment = case.proof.holding, case.appointment
    if holding is None or appointment is None:
        return holding is None
    office = case.book.office(appointment.office)
    return holding == Holding(
        appointment=appointment.id,
        kind=appointment.kind,
        office=appointment.office,
        role_kind=office.kind if isinstance(office, Role) else None,
        period=appointment.period,
        appointed_by=appointment.appointed_by,
        standing_in_for=appointment.standing_in_for,
    )


# --- holding ---------------------------------------------------------------------------------


def _is_held(case: Case) -> bool:
    mandate, holder = case.chain[0], case.first_holder
    return _acts(case) and (holder in mandate.granted_to or _steps_in(case, mandate, holder))


def _acts(case: Case) -> bool:
    """Tell whether who asks is the holder, or comes to act for it by the appointment."""
    person, appointment = case.who in case.book.persons, case.appointment
    if appointment is None:
        body = case.book.bodies.get(case.who)
        return person or (body is not None and exists(body, case.day))
    return (
        person
        and appointment.person == case.who
        and _counts(appointment, case.book, case.day)
        and not _is_away(appointment, case.day, _LEFT)
        and not _is_deciding_body(case.book.office(appointment.office), case.power)
    )


#: Absences by which an office cannot be exercised by the one who holds it.
_LEFT = (AbsenceKind.VACANT, AbsenceKind.DISQUALIFIED)


def _counts(appointment: Appointment, book: Book, day: dt.date) -> bool:
    """Tell whether an appointment gives somebody an office on a day, but for absences."""
    office = book.office(appointment.office)
    if office is None or not exists(office, day) or not holds(appointment.period, day):
        return False
    if appointment.standing_in_for is None:
        return True
    ordinary = book.appointments.get(appointment.standing_in_for)
    if ordinary is None:
        return False
    return _is_away(ordinary, day) or not holds(ordinary.period, day)


def _is_away(
    appointment: Appointment, day: dt.date, kinds: Collection[AbsenceKind] = tuple(AbsenceKind)
) -> bool:
    of_kind = (absence for absence in appointment.absences if absence.kind in kinds)
    return any(holds(absence.period, day) for absence in of_kind)


def _is_deciding_body(office: object, power: Power) -> bool:
    together = power in {Power.DECIDE, Power.AGREE}
    return isinstance(office, Body) and (office.is_elected or together)


def _steps_in(case: Case, mandate: Mandate, holder: str) -> bool:
    """Tell whether a substitute's turn has come: all before it are out."""
    if holder not in mandate.substitutes:
        return False
    before = mandate.substitutes[: mandate.substitutes.index(holder)]
    return all(_is_out(id_, case.book, case.day) for id_ in (*mandate.granted_to, *before))


def _is_out(holder: str, book: Book, day: dt.date) -> bool:
    """Tell whether nobody can act for a holder; one that is not known is in nobody's way."""
    office = book.office(holder)
    if isinstance(office, Body):
        return not exists(office, day)
    if office is None and holder in book.persons:
        return _person_is_out(holder, book, day)
    held = (one for one in book.appointments.values() if one.office == holder)
    return not any(_counts(one, book, day) and not _is_away(one, day) for one in held)


def _person_is_out(person: str, book: Book, day: dt.date) -> bool:
    own = [one for one in book.appointments.values() if one.person == person]
    away = [_is_away(one, day) for one in own]
    serves = (holds(one.period, day) and not gone for one, gone in zip(own, away, strict=True))
    return any(away) and not any(serves)


# --- each mandate of the chain ---------------------------------------------------------------


def _is_in_force(case: Case) -> bool:
    return all(
        holds(mandate.period, case.day)
        and (mandate.revoked_from is None or case.day < mandate.revoked_from)
        for mandate in case.chain
    )


def _has_the_power(case: Case) -> bool:
    return all(case.power in mandate.powers for mandate in case.chain)


def _covers_the_target(case: Case) -> bool:
    target = case.proof.question.on
    scopes = (mandate.scope for mandate in case.chain)
    return all(scope is None or _covers(scope, target, case.book) for scope in scopes)


def _covers(scope: Scope, target: Scope, book: Book) -> bool:
    lists = (
        (scope.focus_areas, target.focus_areas),
        (scope.bodies, target.bodies),
        (scope.actors, target.actors),
    )
    return (
        all(own is None or _within(asked, own) for own, asked in lists)
        and (scope.matters is None or _matters_within(target.matters, scope.matters, book))
        and (scope.ages is None or _ages_within(target.ages, scope.ages))
    )


def _within(asked: Iterable[str] | None, own: Collection[str]) -> bool:
    return asked is not None and all(id_ in own for id_ in asked)


def _matters_within(asked: Iterable[str] | None, own: Collection[str], book: Book) -> bool:
    if asked is None:
        return False
    return all(any(group in own for group in book.groups_around(id_)) for id_ in asked)


def _ages_within(asked: AgeBand | None, own: AgeBand) -> bool:
    if asked is None or asked.from_age > asked.to_age:
        return False
    return own.from_age <= asked.from_age and asked.to_age <= own.to_age


def _is_delegated(case: Case) -> bool:
    return all(
        above.may_delegate
        and below.granted_by in (*above.granted_to, *above.substitutes)
        and _is_known(case.book, below.granted_by)
        for below, above in pairwise(case.chain)
    )


def _is_known(book: Book, id_: str | None) -> bool:
    return id_ is not None and (book.office(id_) is not None or id_ in book.persons)


def _grantors_stand(case: Case) -> bool:
    grantors = (look_up(case.book.bodies, mandate.granted_by) for mandate in case.chain)
    return all(body is None or _stands(body, case.book, case.day) for body in grantors)


def _stands(body: Body, book: Book, day: dt.date) -> bool:
    """Tell whether a body exists, or another has taken its place by decision."""
    heirs = (one for one in book.bodies.values() if body.id in one.succeeds and one.decided_by)
    return exists(body, day) or any(exists(heir, day) for heir in heirs)


def _is_not_disqualified(case: Case) -> bool:
    matters = case.book.matters_named(case.proof.question)
    return not any(case.who in matter.disqualified for matter in matters)


def _is_urgent_enough(case: Case) -> bool:
    matters = case.book.matters_named(case.proof.question)
    urgent = bool(matters) and all(matter.urgent for matter in matters)
    return urgent or not any(mandate.urgent_only for mandate in case.chain)


def _states_what_it_depends_on(case: Case) -> bool:
    """Tell whether every condition of the chain is told, and everybody who must act along."""
    stated = [text for mandate in case.chain for text in mandate.conditions]
    first, own = case.chain[0], case.first_holder
    together = first.jointly and own in first.granted_to
    others = [one.id for one in case.book.holders(first) if one.id != own] if together else []
    told = case.proof.conditions, case.proof.together_with
    return told == (tuple(dict.fromkeys(stated)), tuple(others))


# --- the root --------------------------------------------------------------------------------


def _goes_back_to_its_root(case: Case) -> bool:
    basis = case.chain[-1].basis
    root = None if basis is None else _ROOTS[basis.kind](case, basis)
    return root is not None and root == case.proof.root


def _law_root(case: Case, basis: Basis) -> Root | None:
    if basis.provision is None:
        return None
    found = cited(as_cited(basis.provision), case.day)
    if found.standing is Standing.NO_LONGER and found.certain:
        return None
    return Root(kind=RootKind.LAW, provision=basis.provision)


def _document_root(case: Case, basis: Basis) -> Root | None:
    document = look_up(case.book.documents, basis.document)
    if document is None or not exists(document, case.day):
        return None
    kind = _kind_of_ground(case, document.kind, basis.kind)
    return None if kind is None else Root(kind=kind, rests_on=document.id)


def _kind_of_ground(case: Case, document: DocumentKind, basis: BasisKind) -> RootKind | None:
    """Say what kind of ground a document in force is for the last mandate of a chain."""
    if basis is BasisKind.AGREEMENT:
        agreed = document in {DocumentKind.AGREEMENT, DocumentKind.JOINT_AGREEMENT}
        return RootKind.AGREEMENT if agreed and case.power is not Power.DECIDE else None
    if document is DocumentKind.RULES_OF_PROCEDURE:
        return RootKind.COUNCIL_RULES if _is_from_the_council(case) else None
    if document in {DocumentKind.ORDER_OF_WORK, DocumentKind.DELEGATION_ORDER}:
        return RootKind.STATE_ORDER if _is_within_the_state(case) else None
    return None


def _is_from_the_council(case: Case) -> bool:
    mandate = case.chain[-1]
    grantor = look_up(case.book.bodies, mandate.granted_by)
    holders = case.book.all_named(mandate)
    elected = all(isinstance(holder, Body) and holder.is_elected for holder in holders)
    by_council = grantor is not None and grantor.kind is BodyKind.COUNCIL
    return bool(holders) and by_council and elected


def _is_within_the_state(case: Case) -> bool:
    holders = case.book.all_named(case.chain[-1])
    return bool(holders) and all(_sector(holder, case.book) is Sector.STATE for holder in holders)


def _own_decision_root(case: Case, basis: Basis) -> Root | None:
    body = look_up(case.book.bodies, basis.resolution.body) if basis.resolution else None
    if body is None or _sector(body, case.book) not in {Sector.PRIVATE, Sector.NON_PROFIT}:
        return None
    return Root(kind=RootKind.OWN_DECISION, rests_on=body.id)


def _sector(holder: Holder, book: Book) -> Sector | None:
    if isinstance(holder, Person):
        return None
    actor = holder if isinstance(holder, Actor) else look_up(book.actors, holder.actor)
    return None if actor is None else actor.sector


_ROOTS: Mapping[BasisKind, Callable[[Case, Basis], Root | None]] = MappingProxyType(
    {
        BasisKind.LAW: _law_root,
        BasisKind.GOVERNING_DOCUMENT: _document_root,
        BasisKind.AGREEMENT: _document_root,
        BasisKind.POLITICAL_DECISION: _own_decision_root,
    }
)


#: In such an order that each may rest on what those before it have made sure of.
_CLAUSES: tuple[Callable[[Case], bool], ...] = (
    _is_one_chain,
    _repeats_the_appointment,
    _repeats_the_mandates,
    _is_held,
    _is_in_force,
    _has_the_power,
    _covers_the_target,
    _is_delegated,
    _grantors_stand,
    _goes_back_to_its_root,
    _is_not_disqualified,
    _is_urgent_enough,
    _states_what_it_depends_on,
    states_its_caveats,
)
