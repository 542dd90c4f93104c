"""A rule about delegations that contradict each other, so that nobody knows what holds."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from samverkan_core.authority.scopes import covers, matters_of, meet
from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.model.mandate import Mandate, MandateKind, Power, Scope
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.mandates import in_force_on
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.labels import Labelled
from samverkan_core.values.text import folded

__all__ = ["Difference", "contradictory"]

#: What two delegations that can meet have in common: the mandate above, an office, whether they are
#: for urgent matters only; then how they came to be put there, and a matter.
_Key: TypeAlias = tuple[str | None, str, bool, str, str]


class Difference(Labelled):
    """On what two delegations of the same right say different things."""

    MAY_DELEGATE = ("may_delegate", "vidaredelegering", "further delegation")
    CONDITIONS = ("conditions", "villkor", "conditions")
    JOINTLY = ("jointly", "gemensamt beslutande", "deciding jointly")


@rule(
    "MAN008",
    Severity.WARNING,
    Pillar.SHARED_VIEW,
    Force.PROPOSAL,
    reads=("mandates", "matters"),
    of_state=True,
    sources=seed("SB-16"),
    words=(("differences", Difference),),
    sv=Texts(
        message=(
            "Delegationerna {other} och {mandate} ger {holders} samma beslutanderätt men skiljer "
            "sig åt i fråga om {differences}."
        ),
        why=(
            "Den som ska besluta, och den som ska pröva beslutet, kan inte se vilken av "
            "delegationerna som gäller. Då följer var och en den som passar bäst."
        ),
        remedy=(
            "Nämnden, eller den förvaltningschef som har vidaredelegerat, bestämmer vad som gäller "
            "och återkallar den andra delegationen. Om de avser olika ärenden, till exempel under "
            "och över ett belopp, för den som förvaltar dokumentet in varje ärende för sig i "
            "matters och anger det i scope."
        ),
    ),
    en=Texts(
        message=(
            "Delegations {other} and {mandate} give {holders} the same right to decide, but differ "
            "in {differences}."
        ),
        why=(
            "Whoever is to decide, and whoever is to try the decision, cannot see which of the "
            "lines holds. Then each follows the line that suits best."
        ),
        remedy=(
            "The board or the head that delegated settles what holds and revokes the other "
            "delegation. Where they are about different matters, such as below and above an "
            "amount, whoever keeps the document enters each matter in matters and states it in "
            "scope."
        ),
    ),
)
def contradictory(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask each delegation of a right to decide whether one before it says something else.

    Two delegations (delegationer) contradict each other when both are in force on the day, the same
    holder delegated both from the same mandate, they name a common office, their scopes have
    something in common, and they differ on whether it may be delegated further, on the conditions,
    or on whether several decide jointly. These are no contradictions:

    - lines that name different offices, for several delegates may each decide alone;
    - a line within another, be it one for a matter beside one for its group or one for urgent
      matters beside one for all: it is read as the exception that it is;
    - the order of substitutes, the ground, and how long each of them lasts.

    A delegation that goes on after the one above it was revoked is another rule's, MAN004.
    """
    lines: list[Mandate] = []
    table: dict[_Key, list[int]] = defaultdict(list)
    for mandate in _delegations(view, asked.day):
        asks, stands = _keys(view, mandate)
        near = sorted({position for key in asks for position in table.get(key, ())})
        yield from _first(view, [lines[position] for position in near], mandate)
        for key in stands:
            table[key].append(len(lines))
        lines.append(mandate)


def _delegations(view: View, day: dt.date) -> Iterator[Mandate]:
    """Give the delegations of a right to decide; one in a ring of its own is another rule's."""
    for mandate in in_force_on(view, day):
        decides = mandate.kind is MandateKind.DELEGATION and Power.DECIDE in mandate.powers
        if decides and mandate.parent != mandate.id:
            yield mandate


def _keys(view: View, mandate: Mandate) -> tuple[list[_Key], list[_Key]]:
    """Give where to look for lines about the same matters, and where this one is found.

    A long delegation order has hundreds of lines, of which few are about one matter.
    """
    own = None if mandate.scope is None else mandate.scope.matters
    if own is None:
        asks, stands = [("any", "")], [("any", ""), ("open", "")]
    else:
        known = (matter.id for matter in matters_of(view.index, Scope(matters=own)))
        groups = tuple(dict.fromkeys((*own, *known)))
        asks = [("open", ""), *(("within", id_) for id_ in own), *(("own", id_) for id_ in groups)]
        stands = [("any", ""), *(("own", id_) for id_ in own), *(("within", id_) for id_ in groups)]
    return _for_each(mandate, asks), _for_each(mandate, stands)


def _for_each(mandate: Mandate, places: Sequence[tuple[str, str]]) -> list[_Key]:
    return [
        (mandate.parent, holder, mandate.urgent_only, *place)
        for holder in dict.fromkeys(mandate.granted_to)
        for place in places
    ]


def _first(view: View, earlier: Sequence[Mandate], mandate: Mandate) -> Iterator[Outcome]:
    """Name the first that a delegation surely contradicts, else the first that it may."""
    met = [other for other in earlier if _contradict(view, other, mandate)]
    unsure = [missing for other in met if (missing := _unknown(other, mandate)) is not None]
    sure = [other for other in met if _unknown(other, mandate) is None]
    if sure:
        yield _breach(view, sure[0], mandate)
    else:
        yield from unsure[:1]


def _contradict(view: View, one: Mandate, other: Mandate) -> bool:
    """Tell whether two delegations differ about something that neither has as an exception."""
    givers = {one.granted_by, other.granted_by} - {None}
    if len(givers) > 1 or not any(_differences(one, other)):
        return False
    first, second = one.scope or Scope(), other.scope or Scope()
    book = view.index
    if meet(book, first, second) is None:
        return False
    return covers(book, first, second) is covers(book, second, first)


def _unknown(one: Mandate, other: Mandate) -> Unjudged | None:
    """Say what has to be known of two delegations before anybody can say that they clash."""
    for mandate in (one, other):
        if mandate.granted_by is None:
            return Unjudged(mandate.id, "granted_by")
        if mandate.period.first_day is None:
            return Unjudged(mandate.id, "period.first_day")
    return None


def _differences(one: Mandate, other: Mandate) -> Iterator[Difference]:
    if one.may_delegate is not other.may_delegate:
        yield Difference.MAY_DELEGATE
    if _conditions(one) != _conditions(other):
        yield Difference.CONDITIONS
    if _is_joint(one) is not _is_joint(other):
        yield Difference.JOINTLY


def _conditions(mandate: Mandate) -> frozenset[str]:
    """Give the conditions as a reader sees them: neither order, case nor spacing matters."""
    return frozenset(map(folded, mandate.conditions))


def _is_joint(mandate: Mandate) -> bool:
    return mandate.jointly and len(set(mandate.granted_to)) > 1


def _breach(view: View, other: Mandate, mandate: Mandate) -> Breach:
    holders = tuple(dict.fromkeys(id_ for id_ in mandate.granted_to if id_ in other.granted_to))
    return Breach(
        view.place(mandate),
        mandate.id,
        mandate=mandate.id,
        other=other.id,
        holders=holders,
        differences=tuple(one.code for one in _differences(other, mandate)),
    )
