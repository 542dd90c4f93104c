"""Rules about the delegation of decisions: to whom, in how many steps, and what the law reserves.

They speak of what boards of municipalities and regions delegate. A power that goes back to a law,
to a state authority or to a private party follows its own provisions. Nobody is told to have broken
a provision that nobody has read in its wording of the day: then it is said which one that is.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

from samverkan_core.authority.limits import (
    ELIGIBLE,
    JOINT,
    ONE_STEP,
    behind,
    is_eligible,
    is_joint,
    reserved,
)
from samverkan_core.authority.parts import RootKind
from samverkan_core.authority.question import Question, RefusalCode
from samverkan_core.authority.roots import root_of
from samverkan_core.authority.scopes import matters_of
from samverkan_core.authority.ways import Holder, holders, known
from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.model.actor import Actor
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.mandate import Mandate, Power, Scope
from samverkan_core.model.person import Person
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.reference.laws import Law
from samverkan_core.rules.legal import sections_of
from samverkan_core.rules.mandates import in_force_on
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.ids import MatterId
from samverkan_core.values.labels import Labelled
from samverkan_core.values.time import in_force

__all__ = ["Decider", "Status", "Step", "delegated_too_far", "reserved_by_law", "wrong_delegate"]

#: Where holders of mandates stand, and the documents that a chain of mandates may go back to.
_GROUND = ("roles", "bodies", "actors", "persons", "documents")


# --- to whom ---------------------------------------------------------------------------------


class Status(Labelled):
    """What somebody is who may not be a delegate, as the end of a sentence."""

    ACTOR = (
        "actor",
        "som är en förvaltning eller annan organisation",
        "an administration or another organisation",
    )
    BODY = ("body", "som inte är ett förtroendevalt organ", "no body of elected representatives")
    EXTERNAL = (
        "external",
        "som är anställd hos en annan huvudman",
        "an employee of another principal",
    )
    ENGAGED = ("engaged", "som är uppdragstagare eller konsult", "engaged or a consultant")
    VOLUNTEER = (
        "volunteer",
        "som företräder en ideell organisation",
        "a representative of a non-profit organisation",
    )
    PERSON = (
        "person",
        "som varken är förtroendevald eller anställd",
        "neither elected nor employed",
    )
    SEVERAL = ("several", "som ska besluta tillsammans", "who are to decide together")


@rule(
    "MAN001",
    Severity.ERROR,
    Pillar.STEERING,
    Force.LAW,
    reads=("mandates", "appointments", *_GROUND),
    of_state=True,
    sources=sections_of("2017:725", "6 kap. 37 §", "7 kap. 5 §"),
    words=(("status", Status),),
    sv=Texts(
        message=(
            "Delegationen {mandate} ger beslutanderätt åt {holders}, {status}; en nämnd delegerar "
            "till utskott, presidium, ledamöter, ersättare och egna anställda, var för sig."
        ),
        why=(
            "Kommunallagen räknar upp vilka en nämnd får låta besluta i sitt ställe. Det som någon "
            "annan beslutar kan upphävas vid en laglighetsprövning."
        ),
        remedy=(
            "Nämnden återkallar {mandate} och delegerar till någon som lagen räknar upp. Vilar "
            "beslutanderätten på avtalssamverkan anger den som förvaltar dokumentet avtalet i "
            "basis."
        ),
    ),
    en=Texts(
        message=(
            "Delegation {mandate} gives the right to decide to {holders}, {status}; a board may "
            "delegate to committees, presidiums, members, substitutes and own employees, each "
            "alone."
        ),
        why=(
            "The local government act lists whom a board may let decide in its place. What anybody "
            "else decides can be set aside by a court."
        ),
        remedy=(
            "The board revokes {mandate} and delegates to somebody whom the act lists. Where the "
            "right to decide rests on an agreement between principals, whoever keeps the document "
            "states the agreement in basis."
        ),
    ),
)
def wrong_delegate(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask of each holder of a delegated right to decide whether they may be a delegate."""
    day = asked.day
    alone, jointly = behind(ELIGIBLE, day), behind(JOINT, day)
    for mandate in _delegations(view, day):
        for id_ in dict.fromkeys((*mandate.granted_to, *mandate.substitutes)):
            holder = known(view.index, id_)
            if holder is not None and not is_eligible(view.index, day, mandate, holder):
                yield from _not_eligible(view, mandate, holder, alone, day)
        if is_joint(view.index, mandate):
            ids = tuple(holder.id for holder in holders(view.index, mandate))
            data = {"mandate": mandate.id, "status": Status.SEVERAL.code}
            breach = Breach(view.place(mandate, "jointly"), mandate.id, holders=ids, **data)
            yield from _by(jointly, day, breach, mandate)


def _not_eligible(
    view: View, mandate: Mandate, holder: Holder, row: Law | None, day: dt.date
) -> Iterator[Outcome]:
    if isinstance(holder, Person) and not _is_appointed(view, holder, day):
        yield Unjudged(mandate.id, "appointments")
        return
    data = {"mandate": mandate.id, "status": _status(holder).code}
    breach = Breach(_place(view, mandate, holder.id), mandate.id, holders=(holder.id,), **data)
    yield from _by(row, day, breach, mandate)


def _is_appointed(view: View, person: Person, day: dt.date) -> bool:
    held = view.index.appointments_of.get(person.id, ())
    return any(in_force(appointment.period, day) for appointment in held)


def _status(holder: Holder) -> Status:
    if isinstance(holder, Role):
        return Status.named(holder.kind.code)
    if isinstance(holder, Actor):
        return Status.ACTOR
    return Status.BODY if isinstance(holder, Body) else Status.PERSON


def _place(view: View, mandate: Mandate, holder: str) -> str:
    """Point to where a mandate names a holder."""
    member = "granted_to" if holder in mandate.granted_to else "substitutes"
    named: tuple[str, ...] = getattr(mandate, member)
    return view.place(mandate, member, named.index(holder))


# --- in how many steps -----------------------------------------------------------------------


class Step(Labelled):
    """What is wrong with a delegation by an employee, as the end of a sentence."""

    NOT_HEAD = ("not_head", "som inte är förvaltningschef", "who is no head of administration")
    SECOND = (
        "second",
        "som själv har sin rätt genom vidaredelegation",
        "whose own right was delegated further",
    )


@rule(
    "MAN002",
    Severity.ERROR,
    Pillar.STEERING,
    Force.LAW,
    reads=("mandates", *_GROUND),
    of_state=True,
    sources=sections_of("2017:725", "7 kap. 6 §"),
    words=(("step", Step),),
    sv=Texts(
        message=(
            "Vidaredelegationen {mandate} är given av {giver}, {step}; bara en förvaltningschef "
            "får delegera vidare, och bara i ett led."
        ),
        why=(
            "Nämnden ska veta vem som beslutar i dess ställe. Därför slutar kedjan hos den som "
            "förvaltningschefen har gett beslutanderätten."
        ),
        remedy=(
            "Nämnden ser till att {mandate} återkallas, och delegerar själv eller låter "
            "förvaltningschefen göra det."
        ),
    ),
    en=Texts(
        message=(
            "Delegation {mandate} was given by {giver}, {step}; only a head of administration may "
            "delegate further, and only in one step."
        ),
        why=(
            "The board is to know who decides in its place. So the chain ends with whoever the "
            "head of administration gave the right to decide."
        ),
        remedy=(
            "The board sees to it that {mandate} is revoked, and delegates itself or lets the head "
            "of administration do so."
        ),
    ),
)
def delegated_too_far(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask of each delegation by an employee whether a head of administration gave it, and once."""
    day = asked.day
    row = behind(ONE_STEP, day)
    further = {one.id: giver for one in view.mandates.firsts() if (giver := _employee(view, one))}
    second = _below(view, further)
    for mandate in _delegations(view, day):
        giver = further.get(mandate.id)
        if giver is None:
            continue
        wrong = {
            Step.NOT_HEAD: giver.kind is not RoleKind.HEAD_OF_ADMINISTRATION,
            Step.SECOND: mandate.id in second,
        }
        steps = tuple(one.code for one, found in wrong.items() if found)
        if steps:
            data = {"mandate": mandate.id, "giver": giver.id}
            place = view.place(mandate, "granted_by")
            yield from _by(row, day, Breach(place, mandate.id, step=steps, **data), mandate)


def _employee(view: View, mandate: Mandate) -> Role | None:
    """Give the employee who delegated a mandate further, where one did."""
    parent = _parent(view, mandate)
    above = None if parent is None else _parent(view, parent)
    if above is None or above is mandate:
        return None
    giver = known(view.index, mandate.granted_by)
    return giver if isinstance(giver, Role) and giver.kind is not RoleKind.ELECTED else None


# --- what ------------------------------------------------------------------------------------


class Decider(Labelled):
    """For whom the law reserves a matter."""

    COUNCIL = ("council_only", "fullmäktige", "the council")
    BOARD = ("delegation_prohibited", "nämnden själv", "the board itself")
    COMMITTEE = (
        "committee_only",
        "nämnden själv eller ett utskott",
        "the board itself or a committee",
    )


#: Bodies to which a reserved matter is rightly delegated.
_RIGHT: Mapping[RefusalCode, BodyKind] = MappingProxyType(
    {RefusalCode.COUNCIL_ONLY: BodyKind.COUNCIL, RefusalCode.COMMITTEE_ONLY: BodyKind.COMMITTEE}
)


@rule(
    "MAN003",
    Severity.ERROR,
    Pillar.STEERING,
    Force.LAW,
    reads=("mandates", "matters", *_GROUND),
    of_state=True,
    sources=(
        *sections_of("2017:725", "5 kap. 1 §", "6 kap. 38 §"),
        *sections_of("2025:400", "30 kap. 6 §", "30 kap. 7 §", "30 kap. 8 §"),
        *sections_of("2001:453", "10 kap. 4 §"),
    ),
    words=(("decider", Decider),),
    sv=Texts(
        message=(
            "Delegationen {mandate} omfattar {matter}, men i sådana ärenden beslutar {decider} "
            "enligt {provision}."
        ),
        why=(
            "Vissa beslut är så viktiga att lagen inte låter dem flyttas hur långt som helst från "
            "dem som väljarna kan ställa till svars."
        ),
        remedy=(
            "Nämnden tar bort {matter} ur delegationen och låter det beslutas där lagen säger; den "
            "som förvaltar dokumentet rättar scope."
        ),
    ),
    en=Texts(
        message=(
            "Delegation {mandate} covers {matter}, but such matters are decided by {decider} under "
            "{provision}."
        ),
        why=(
            "Some decisions weigh so much that the law does not let them be moved any further from "
            "those whom voters can hold to account."
        ),
        remedy=(
            "The board takes {matter} out of the delegation and has it decided where the law says; "
            "whoever keeps the document mends scope."
        ),
    ),
)
def reserved_by_law(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask of each matter that a delegation names whether the law reserves it for somebody else."""
    day = asked.day
    said: dict[str, _Reserved] = {}
    for mandate in _delegations(view, day):
        named = () if mandate.scope is None else mandate.scope.matters or ()
        for id_ in dict.fromkeys(named):
            for code, row in _reserved(view, id_, day, said):
                if not _is_right(view, mandate, code):
                    place = view.place(mandate, "scope", "matters", named.index(id_))
                    data = {"decider": code.code, "matter": id_, "provision": row.cite()}
                    breach = Breach(place, mandate.id, mandate=mandate.id, **data)
                    yield from _by(row, day, breach, mandate)


#: What the law says of one matter: for whom it is reserved, and by which provision.
_Reserved: TypeAlias = tuple[tuple[RefusalCode, Law], ...]


def _reserved(view: View, matter: MatterId, day: dt.date, said: dict[str, _Reserved]) -> _Reserved:
    """Give what the law says of a matter, or of the nearest group of which it says that."""
    found: dict[RefusalCode, Law] = {}
    for one in matters_of(view.index, Scope(matters=(matter,))):
        if one.id not in said:
            said[one.id] = tuple(reserved(one, day))
        for code, row in said[one.id]:
            found.setdefault(code, row)
    return tuple(found.items())


def _is_right(view: View, mandate: Mandate, code: RefusalCode) -> bool:
    if code not in _RIGHT:
        return False
    named = (known(view.index, id_) for id_ in (*mandate.granted_to, *mandate.substitutes))
    kinds = {getattr(holder, "kind", None) for holder in named if holder is not None}
    return kinds <= {_RIGHT[code]}


# --- chains ----------------------------------------------------------------------------------


def _by(row: Law | None, day: dt.date, breach: Breach, mandate: Mandate) -> Iterator[Outcome]:
    """Tell of a breach of a provision that was read; of one that nobody read, name it."""
    if row is not None:
        yield breach if row.verified_on(day) else Unjudged(mandate.id, row.id)


def _delegations(view: View, day: dt.date) -> Iterator[Mandate]:
    """Give the delegations in force of a right to decide that the limits of boards hold for."""
    free = _elsewhere(view, day)
    for mandate in in_force_on(view, day):
        decides = Power.DECIDE in mandate.powers and mandate.id not in free
        if decides and _parent(view, mandate) is not None:
            yield mandate


def _elsewhere(view: View, day: dt.date) -> set[str]:
    """Give the mandates that go back to another ground than a council's rules for a board."""
    question = Question(who="", power=Power.DECIDE, on=Scope(), at=day)
    followed = {one.parent for one in view.mandates.firsts()}
    firsts = (one for one in view.mandates.firsts() if one.parent is None and one.id in followed)
    grounds = {one.id: root_of(view.index, question, one) for one in firsts}
    boards = {None, RootKind.COUNCIL_RULES}
    free = (id_ for id_, root in grounds.items() if (root and root.kind) not in boards)
    return _below(view, free)


def _below(view: View, starts: Iterable[str]) -> set[str]:
    """Give all mandates that derive from some others, in however many steps."""
    children: dict[str, list[str]] = defaultdict(list)
    for mandate in view.mandates.firsts():
        if mandate.parent is not None:
            children[mandate.parent].append(mandate.id)
    found: set[str] = set()
    waiting = [child for id_ in starts for child in children.get(id_, ())]
    while waiting:
        id_ = waiting.pop()
        if id_ not in found:
            found.add(id_)
            waiting += children.get(id_, ())
    return found


def _parent(view: View, mandate: Mandate) -> Mandate | None:
    parent = view.mandates.get(mandate.parent)
    return None if parent is mandate else parent
