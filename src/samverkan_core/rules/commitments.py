"""Rules about what those in a plan take upon themselves: who does what, when, and to what end."""

import datetime as dt
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

import attrs

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.model.plan import Aim, Commitment, IndividualPlan
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.legal import all_of
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.labels import Labelled
from samverkan_core.values.text import folded

__all__ = ["commitment_incomplete", "commitments_counteract"]


class Lacking(Labelled):
    """What a commitment does not say."""

    WHO = ("who", "vem som gör det", "who does it")
    WHAT = ("what", "vad som ska göras", "what is to be done")
    WHEN = ("when", "när det ska vara gjort", "by when it is to be done")


@rule(
    "SIP007",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("plans",),
    sources=seed("LO-12"),
    words=(("missing", Lacking),),
    sv=Texts(
        message="För åtagande {commitment} i planen {plan} framgår inte {missing}.",
        why=(
            "Det som ingen har ansvar för, eller som saknar slutdag, blir sällan gjort. Familjen "
            "ska kunna se vem som gör vad och när."
        ),
        remedy=(
            "Mötesledaren klarar ut vem som gör vad och när; den som är huvudansvarig för planen "
            "för in det i commitments."
        ),
    ),
    en=Texts(
        message="Commitment {commitment} in plan {plan} does not say {missing}.",
        why=(
            "What nobody in particular is to do, or at any time, is seldom done. The family is to "
            "see whom it can ask and when."
        ),
        remedy=(
            "The chair of the meeting settles who does what and when; the lead of the plan enters "
            "it in commitments."
        ),
    ),
)
def commitment_incomplete(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each commitment who does what and by when."""
    for plan in view.plans:
        for position, one in enumerate(plan.commitments):
            missing = tuple(item.code for item in _lacking(one))
            if missing:
                place = view.place(plan, "commitments", position)
                yield Breach(place, plan.id, plan=plan.id, commitment=one.id, missing=missing)


def _lacking(one: Commitment) -> Iterator[Lacking]:
    if one.actor is None and one.role is None:
        yield Lacking.WHO
    if one.what is None:
        yield Lacking.WHAT
    if one.due is None:
        yield Lacking.WHEN


# --- against each other ------------------------------------------------------------------------


@attrs.frozen(eq=False)
class _Line:
    """A commitment of a plan, where it stands, and whether it remains to be done."""

    #: The plan.
    plan: IndividualPlan
    #: The place of the commitment in it.
    position: int
    #: The commitment.
    one: Commitment
    #: Whether it remains; None where that is not known.
    open: bool | None


@rule(
    "SIP008",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("plans",),
    of_state=True,
    sources=seed("LO-17", "SB-07"),
    sv=Texts(
        message=(
            "Åtagande {commitment} i planen {plan} motverkar åtagande {other} i planen "
            "{other_plan}."
        ),
        why=(
            "Insatser som drar åt var sitt håll tar ut varandra, och barnet och familjen hamnar "
            "mellan dem."
        ),
        remedy=(
            "De som svarar för åtagandena enas om vilket som ska gälla; den som är huvudansvarig "
            "för den plan där det andra står ändrar eller avslutar det."
        ),
    ),
    en=Texts(
        message=(
            "Commitment {commitment} in plan {plan} counteracts commitment {other} in plan "
            "{other_plan}."
        ),
        why=(
            "Measures that pull in opposite directions undo each other, and the child and the "
            "family end up between them."
        ),
        remedy=(
            "Those who answer for the commitments agree on which holds; the lead of the plan "
            "changes or closes the other."
        ),
    ),
)
def commitments_counteract(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask of each open commitment whether another pulls the other way, in any plan of the child.

    Each is told of one other, the first: so that many take little longer than few.
    """
    lines = tuple(_lines(view, asked.day))
    known = {(id(line.plan), line.one.id): line for line in reversed(lines)}
    opposed: dict[_Aim, _Line] = {}
    # Those that surely remain come first, so that no doubtful one hides them.
    for line in sorted(lines, key=lambda line: line.open is None):
        aim = _aim(line)
        other = None if aim is None else opposed.get((*aim[:2], _OPPOSITE[aim[2]]))
        yield from _against(view, line, other or _declared(line, known))
        if aim is not None:
            opposed.setdefault(aim, line)


#: Whose plan it is, what is to be moved, and which way.
_Aim: TypeAlias = tuple[tuple[str | None, str], str, Aim]
_OPPOSITE: Mapping[Aim, Aim] = MappingProxyType({Aim.RAISE: Aim.LOWER, Aim.LOWER: Aim.RAISE})


def _lines(view: View, day: dt.date) -> Iterator[_Line]:
    """Give the commitments that remain, or may remain, in plans that are open or may be."""
    for plan in view.plans:
        for position, one in enumerate(plan.commitments):
            remains = all_of((plan.open_on(day), one.open_on(day)))
            if remains is not False:
                yield _Line(plan, position, one, remains)


def _aim(line: _Line) -> _Aim | None:
    """Say what a commitment moves, for whom; a plan that names no child is alone with its own."""
    plan, one = line.plan, line.one
    if one.target is None or one.direction is None:
        return None
    whose = (plan.child, "" if plan.child is not None else plan.id)
    return whose, folded(one.target), one.direction


def _declared(line: _Line, known: Mapping[tuple[int, str], _Line]) -> _Line | None:
    """Give the first other commitment of the plan that somebody has seen this one counteract."""
    found = (known.get((id(line.plan), id_)) for id_ in line.one.counteracts)
    return next((other for other in found if other is not None and other is not line), None)


def _against(view: View, line: _Line, other: _Line | None) -> Iterator[Outcome]:
    if other is None:
        return
    if line.open is None or other.open is None:
        yield Unjudged(line.plan.id, "commitments.done_on")
        return
    place = view.place(line.plan, "commitments", line.position)
    data = {"commitment": line.one.id, "other": other.one.id, "other_plan": other.plan.id}
    yield Breach(place, line.plan.id, plan=line.plan.id, **data)
