"""Decisions that were taken in a board's place: what each can rest on, and which board it is.

`may` asks before somebody decides. Here a decision is on record, and every chain that it could rest
on is tried against the law and the document of its own day.
"""

from typing import Any

import attrs

from samverkan_core.authority.chain import Chain, chain_of
from samverkan_core.authority.question import Question, Refusal, RefusalCode
from samverkan_core.authority.reports import report_of
from samverkan_core.authority.scopes import covers
from samverkan_core.authority.ways import ways
from samverkan_core.indexing import Index, Shelf
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.delegated_decision import DelegatedDecision
from samverkan_core.model.mandate import Mandate, Scope
from samverkan_core.values.ids import BodyId

__all__ = [
    "Tried",
    "board_of",
    "cites",
    "lacked",
    "question_of",
    "tried",
    "untold",
]

#: Bodies in whose place decisions are taken.
_BOARDS = frozenset({BodyKind.BOARD, BodyKind.EXECUTIVE_BOARD})
#: The dimensions of a scope, each of which a decision can leave untold.
_DIMENSIONS = ("focus_areas", "bodies", "actors", "matters", "ages")
#: Reasons that may be gone when more is told of what a decision is about.
_OF_SCOPE = frozenset({RefusalCode.OUT_OF_SCOPE, RefusalCode.DELEGATION_TOO_WIDE})


# --- what is asked ---------------------------------------------------------------------------


def lacked(book: Index, decision: DelegatedDecision) -> str | None:
    """Name the member without which nobody can ask what a decision rests on; None: all is there.

    Only a person or a body decides: of an office alone nobody can tell who acted in it.
    """
    deciders = ("persons", "bodies")
    if not any(book.shelves[name].get(decision.delegate) for name in deciders):
        return "delegate"
    if decision.exact_day is None:
        return "day"
    if decision.matter is None and decision.about is None:
        return "matter"
    if decision.matter is not None and book.shelves["matters"].get(decision.matter) is None:
        return "matter"
    return "about" if _is_unknown(book, decision.about or Scope()) else None


def _is_unknown(book: Index, about: Scope) -> bool:
    named = ((name, id_) for name in _DIMENSIONS[:-1] for id_ in getattr(about, name) or ())
    return any(book.shelves[name].get(id_) is None for name, id_ in named)


def question_of(book: Index, decision: DelegatedDecision) -> Question | None:
    """Ask what its delegate should have asked; None where a member is lacking."""
    day, who = decision.exact_day, decision.delegate
    if day is None or who is None or lacked(book, decision) is not None:
        return None
    about = decision.about or Scope()
    if decision.matter is not None:
        matters = dict.fromkeys((decision.matter, *(about.matters or ())))
        about = attrs.evolve(about, matters=tuple(matters))
    return Question(who=who, power=decision.power, on=about, at=day)


# --- what it can rest on ---------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class Tried:
    """A chain that a decision could rest on, and what stands in the way."""

    #: The chain.
    chain: Chain
    #: Every reason for which it does not carry; none where it does.
    breaks: tuple[Refusal, ...]


def tried(book: Index, decision: DelegatedDecision, question: Question) -> tuple[Tried, ...]:
    """Try every chain by which a delegate may come to hold a mandate.

    A decision that was taken as urgent was so judged by its delegate, who answers for that.
    """
    judged = {RefusalCode.NOT_URGENT} if decision.urgent else set()
    chains = (chain_of(book, question, way) for way in ways(book, question))
    return tuple(
        Tried(
            chain=chain,
            breaks=tuple(one for one in chain.breaks(book, question) if one.code not in judged),
        )
        for chain in chains
    )


def untold(book: Index, question: Question, one: Tried) -> bool:
    """Tell whether a chain might carry, were more told of what the decision is about."""
    return all(_may_cover(book, question, broken) for broken in one.breaks)


def _may_cover(book: Index, question: Question, broken: Refusal) -> bool:
    mandate: Mandate | None = book.shelves["mandates"].get(broken.about)
    if broken.code not in _OF_SCOPE or mandate is None or mandate.scope is None:
        return False
    left_open: dict[str, Any] = {
        name: None for name in _DIMENSIONS if getattr(question.on, name) is None
    }
    told = attrs.evolve(mandate.scope, **left_open)
    return question.power in mandate.powers and covers(book, told, question.on)


# --- what it cites, and whose place it was taken in ------------------------------------------


def cites(decision: DelegatedDecision, mandate: Mandate) -> bool:
    """Tell whether a decision cites a mandate, by its id or by the line that it stands on."""
    line = None if mandate.basis is None else mandate.basis.line
    by_line = decision.line is not None and decision.line == line
    return decision.mandate == mandate.id or (decision.mandate is None and by_line)


def board_of(book: Index, decision: DelegatedDecision) -> BodyId | None:
    """Give the board in whose place a decision was taken; None where nobody can tell.

    It is the board that gave the mandate which carries the decision, or the one that this derives
    from; where none carries it, that of the mandate which it cites. Where that leaves none or
    several, it is the board that the decision was reported to.
    """
    above = {_board_above(book, mandate) for mandate in _mandates(book, decision)} - {None}
    if len(above) == 1:
        return above.pop()
    report = report_of(book, decision)
    told: Body | None = book.shelves["bodies"].get(None if report is None else report.body)
    if told is None or told.kind not in _BOARDS:
        return None
    return told.id if not above or told.id in above else None


def _mandates(book: Index, decision: DelegatedDecision) -> tuple[Mandate, ...]:
    """Give the mandates that carry a decision, those that it cites first; else what it cites."""
    mandates: Shelf[Mandate] = book.shelves["mandates"]
    cited = tuple(one for one in mandates.firsts() if cites(decision, one))
    question = question_of(book, decision)
    found = () if question is None else tried(book, decision, question)
    carrying = tuple(one.chain.way.mandate for one in found if not one.breaks)
    both = tuple(one for one in carrying if one in cited)
    return both or carrying or cited


def _board_above(book: Index, mandate: Mandate) -> BodyId | None:
    """Give the nearest board that gave a mandate or one that it derives from."""
    mandates: Shelf[Mandate] = book.shelves["mandates"]
    for one in mandates.upwards(mandate, lambda lower: lower.parent):
        giver: Body | None = book.shelves["bodies"].get(one.granted_by)
        if giver is not None and giver.kind in _BOARDS:
            return giver.id
    return None
