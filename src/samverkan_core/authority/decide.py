"""The questions: may somebody, who may, and what may somebody do."""

import datetime as dt
from collections.abc import Iterator
from typing import TypeAlias

import attrs

from samverkan_core.authority.carrying import carrying, free_seats, may_hold, shortest
from samverkan_core.authority.chain import Chain, chain_of
from samverkan_core.authority.council import root_of_council
from samverkan_core.authority.limits import is_from_outside
from samverkan_core.authority.proof import Decision, Proof
from samverkan_core.authority.question import Question, Refusal, RefusalCode
from samverkan_core.authority.record import proof_of
from samverkan_core.authority.register import kept, register_of
from samverkan_core.authority.scopes import a_target, meet, named_matters, target_of
from samverkan_core.authority.ways import Seat, ways
from samverkan_core.errors import InvalidValue
from samverkan_core.indexing import Index, index
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.mandate import MatterKind, Power, Scope
from samverkan_core.values.time import the_day

__all__ = ["Held", "may", "powers_of", "who_may"]


@attrs.frozen(kw_only=True)
class Held:
    """What somebody may do on a day, by one mandate (befogenhet)."""

    #: What they may do.
    power: Power
    #: About what: what every mandate of the chain covers.
    scope: Scope
    #: The id of the mandate.
    mandate: str
    #: Whether only where a matter is urgent (brådskande).
    urgent_only: bool = False


def may(
    collab: Collaboration | Index,
    who: str,
    power: Power,
    *,
    on: Scope | str | None = None,
    at: dt.date,
) -> Decision:
    """Tell whether a person or a body may do something on a day, and on what ground.

    `on` is what it is about: a scope, or the id of a focus area, body, actor or matter; without it
    the question is about everything. Underlag för bedömning, inte rättsligt besked.

    Raises:
        NotADay: `at` is no day but, say, a datetime.
        UnknownId: The document has nothing with an id that `on` names.
    """
    book, power, day = index(collab), _the_power(power), the_day(at)
    answers = book.once(register_of).answers
    return kept(
        answers,
        (who, power, a_target(on), day),
        lambda: _answer(book, Question(who=who, power=power, on=target_of(book, on), at=day)),
    )


def who_may(
    collab: Collaboration | Index,
    power: Power,
    *,
    on: Scope | str | None = None,
    at: dt.date,
) -> tuple[str, ...]:
    """Give the ids of all persons and bodies who may do something on a day, sorted.

    Raises:
        NotADay: `at` is no day but, say, a datetime.
        UnknownId: The document has nothing with an id that `on` names.
    """
    book, power, day = index(collab), _the_power(power), the_day(at)
    known = book.once(register_of).everybody
    return kept(
        known,
        (power, a_target(on), day),
        lambda: tuple(_everybody(book, power, target_of(book, on), day)),
    )


def powers_of(collab: Collaboration | Index, who: str, *, at: dt.date) -> tuple[Held, ...]:
    """Give what a person or a body may do on a day: each power, about what, by which mandate.

    Of the matters that a mandate names those are given that `may` would allow. Limits that depend
    on a matter are not weighed where none is named. What needs no mandate, such as what the law
    reserves for a council, is not among them: `may` tells of it.

    Raises:
        NotADay: `at` is no day but, say, a datetime.
    """
    book, day = index(collab), the_day(at)
    asked = (Question(who=who, power=power, on=Scope(), at=day) for power in Power)
    found = dict.fromkeys(held for question in asked for held in _held(book, question))
    return tuple(sorted(found, key=lambda held: (tuple(Power).index(held.power), held.mandate)))


def _held(book: Index, question: Question) -> Iterator[Held]:
    held = (way for way in ways(book, question) if question.power in way.mandate.powers)
    for chain in (chain_of(book, question, way) for way in held if not way.breaks):
        scope: Scope | None = Scope()
        for mandate in chain.mandates:
            scope = scope and meet(book, scope, mandate.scope)
        left = scope and _carried(book, chain, question, scope)
        if left:
            yield Held(
                power=question.power,
                scope=left,
                mandate=chain.way.mandate.id,
                urgent_only=any(mandate.urgent_only for mandate in chain.mandates),
            )


def _carried(book: Index, chain: Chain, question: Question, scope: Scope) -> Scope | None:
    """Give what is left of a scope when each of its matters has been asked about alone."""
    if scope.matters is None:
        return scope if _carries(book, chain, question, scope) else None
    alone = ((id_, attrs.evolve(scope, matters=(id_,))) for id_ in dict.fromkeys(scope.matters))
    matters = tuple(id_ for id_, one in alone if _carries(book, chain, question, one))
    return attrs.evolve(scope, matters=matters) if matters else None


def _carries(book: Index, chain: Chain, question: Question, scope: Scope) -> bool:
    breaks = chain.breaks(book, attrs.evolve(question, on=scope))
    # Whether a matter is urgent can be told only of one that is named.
    open_ = () if scope.matters else (RefusalCode.NOT_URGENT,)
    return all(one.code in open_ for one in breaks)


def _the_power(power: object) -> Power:
    if not isinstance(power, Power):
        raise InvalidValue(f"`power` is one of {', '.join(map(str, Power))}, not {power!r}")
    return power


# --- yes -------------------------------------------------------------------------------------


def _answer(book: Index, question: Question) -> Decision:
    proof = _without_mandate(book, question)
    if proof is not None:
        return Decision(question=question, allowed=True, proof=proof)
    chain = shortest(book, question)
    if chain is None:
        return _refused(book, question)
    proof = proof_of(book, question, chain)
    return Decision(
        question=question,
        allowed=True,
        proof=proof,
        conditions=proof.conditions,
        together_with=proof.together_with,
    )


def _without_mandate(book: Index, question: Question) -> Proof | None:
    """Give the proof of a yes that needs no mandate; None where one is needed."""
    if _is_execution(book, question.power, question.on) and _is_known(book, question.who):
        return Proof(question=question)
    root = root_of_council(book, question)
    return None if root is None else Proof(question=question, root=root)


def _is_execution(book: Index, power: Power, target: Scope) -> bool:
    """Tell whether nothing is to be decided, but only carried out (ren verkställighet)."""
    if power is not Power.DECIDE or target.matters is None:
        return False
    kinds = {matter.kind for matter in named_matters(book, target)}
    return kinds == {MatterKind.EXECUTION}


# --- everybody -------------------------------------------------------------------------------


def _everybody(book: Index, power: Power, target: Scope, day: dt.date) -> Iterator[str]:
    """Give all who may, sorted; what holds of an office is judged once, and not for each holder."""
    judged: dict[_Standing, bool] = {}
    free = _is_execution(book, power, target)
    for who in sorted(_known(book) if free else _near(book, target)):
        question = Question(who=who, power=power, on=target, at=day)
        if free or root_of_council(book, question) or _may(book, question, judged):
            yield who


def _known(book: Index) -> set[str]:
    """Give the ids of all who can act: persons and bodies."""
    return {*book.shelves["persons"].first, *book.shelves["bodies"].first}


def _near(book: Index, target: Scope) -> set[str]:
    """Give those who can act and, going by the scopes alone, may hold what covers a target."""
    holders = may_hold(book, target)
    serving = (held.person for name in holders for held in book.appointments_to.get(name, ()))
    councils = (body.id for body in book.shelves["bodies"] if body.kind is BodyKind.COUNCIL)
    return _known(book).intersection({*holders, *serving, *councils})


#: What the answer depends on of whoever would act by an office: the office, whether they serve in
#: it from outside, whether they are a council, whether they are disqualified in the matter.
_Standing: TypeAlias = tuple[str, bool, bool, bool]


def _may(book: Index, question: Question, judged: dict[_Standing, bool]) -> bool:
    body: Body | None = book.shelves["bodies"].get(question.who)
    council = body is not None and body.kind is BodyKind.COUNCIL
    barred = any(question.who in one.disqualified for one in named_matters(book, question.on))

    def may_by(seat: Seat) -> bool:
        standing = (seat.holder, is_from_outside(seat.appointment), council, barred)
        return kept(judged, standing, lambda: any(carrying(book, question, seat)))

    return any(may_by(seat) for seat in free_seats(book, question))


# --- no --------------------------------------------------------------------------------------


def _refused(book: Index, question: Question) -> Decision:
    return Decision(
        question=question,
        allowed=False,
        refusals=_nearest(book, question) or (_without_any_way(book, question),),
        instead=who_may(book, question.power, on=question.on, at=question.at),
    )


def _nearest(book: Index, question: Question) -> tuple[Refusal, ...]:
    """Give every break of the chain that has the fewest."""
    chains = [chain_of(book, question, way) for way in ways(book, question)]
    found = [(chain, _in_order(chain.breaks(book, question))) for chain in chains]
    ranked = (
        (len(breaks), tuple(one.code.rank for one in breaks), chain.order, breaks)
        for chain, breaks in found
    )
    best = min(ranked, key=lambda row: row[:3], default=None)
    return () if best is None else best[3]


def _in_order(breaks: Iterator[Refusal]) -> tuple[Refusal, ...]:
    return tuple(sorted(set(breaks), key=lambda one: (one.code.rank, one.about)))


def _without_any_way(book: Index, question: Question) -> Refusal:
    """Say why somebody has no way at all to hold any mandate."""
    who, day = question.who, question.at
    periods = [held.period for held in book.appointments_of.get(who, ())]
    if not _is_known(book, who):
        code = RefusalCode.NO_SUCH_PERSON
    elif book.shelves["persons"].get(who) is None:
        code = RefusalCode.NO_MANDATE
    elif not periods:
        code = RefusalCode.NOT_APPOINTED
    elif all(period.is_to_come_on(day) for period in periods):
        code = RefusalCode.APPOINTMENT_NOT_YET
    elif not any(period.holds_on(day) or period.is_to_come_on(day) for period in periods):
        code = RefusalCode.APPOINTMENT_ENDED
    else:
        code = RefusalCode.NO_MANDATE
    return Refusal(code=code, about=who)


def _is_known(book: Index, who: str) -> bool:
    return any(book.shelves[name].get(who) is not None for name in ("persons", "bodies"))
