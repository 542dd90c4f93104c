"""Rules about powers that nobody has: of the steering group, and over a focus area that is open."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TypeAlias

from samverkan_core.authority.scopes import meet
from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.model.body import BodyKind
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.model.mandate import Mandate, Power, Scope
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.mandates import in_force_on
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.ids import HolderId
from samverkan_core.values.time import in_force

__all__ = ["area_without_leader", "steering_without_assignment"]

#: What whoever keeps the work of a focus area going is there to do (row SB-103).
_OVER_AN_AREA = (Power.COORDINATE, Power.LEAD)
#: What a steering group is there to do (row SB-40); to decide there is to agree.
_OF_A_STEERING_GROUP = (Power.LEAD, Power.DEVELOP, Power.AGREE)

#: Powers that no mandate gives, and mandates of which nobody knows whether they hold already.
_Lack: TypeAlias = tuple[tuple[Power, ...], tuple[Mandate, ...]]


@rule(
    "MAN009",
    Severity.WARNING,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("focus_areas", "mandates", "roles", "target_groups"),
    of_state=True,
    sources=seed("SB-103"),
    words=(("missing", Power),),
    sv=Texts(
        message=(
            "Varken någon fast funktion eller någon av områdets samordnare har i uppdrag att "
            "{missing} arbetet i fokusområdet {area} den dag som granskas."
        ),
        why=(
            "Den som samordnar utan uppdrag får be om lov i varje enskild fråga. Då är det svårt "
            "att hålla ihop arbetet och få det att leva vidare."
        ),
        remedy=(
            "Styrgruppen ger samordnaren eller en fast funktion uppdraget; den som förvaltar "
            "dokumentet för in uppdraget i mandates, med powers och med området i scope."
        ),
    ),
    en=Texts(
        message=(
            "Neither a permanent function nor a coordinator of the area is assigned to {missing} "
            "the work in focus area {area} on the day asked about."
        ),
        why=(
            "Whoever coordinates without an assignment has to ask leave in each single question. "
            "It is then hard to hold the work together and to make it last."
        ),
        remedy=(
            "The steering group gives the coordinator or a permanent function the assignment; "
            "whoever keeps the document enters it in mandates, with powers and with the area in "
            "scope."
        ),
    ),
)
def area_without_leader(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask for each focus area that is open on the day who is to coordinate and lead its work.

    A mandate counts that reaches any part of the area: its working group, or some of its ages.
    """
    if not view.holds("mandates"):
        yield Unjudged(None, "mandates")
        return
    day = asked.day
    mandates = _with_any(_OVER_AN_AREA, in_force_on(view, day))
    functions = {
        role.id for role in view.roles.firsts() if role.permanent and in_force(role.period, day)
    }
    found = (
        outcome
        for area in view.focus_areas.firsts()
        for outcome in _of_area(view, area, area.active_on(day), functions, mandates)
    )
    yield from dict.fromkeys(found)


def _of_area(
    view: View,
    area: FocusArea,
    is_open: bool | None,  # noqa: FBT001 - what the area itself says, None where nobody knows
    functions: Collection[str],
    mandates: Iterable[Mandate],
) -> Iterator[Outcome]:
    offices = {*functions, *area.coordinators}
    if is_open is None:
        yield Unjudged(area.id, "time_box.starts")
    elif is_open and not offices:
        # That there is nobody to lead it is other rules' business.
        yield Unjudged(area.id, "coordinators")
    elif is_open:
        held = (one for one in mandates if offices.intersection(one.granted_to))
        yield from _lacking(view, area, held)


def _lacking(view: View, area: FocusArea, held: Iterable[Mandate]) -> Iterator[Outcome]:
    target = _target(view, area)
    reaching = (one for one in held if meet(view.index, one.scope or Scope(), target) is not None)
    missing, unsure = _lack(_OVER_AN_AREA, tuple(reaching))
    if missing:
        codes = tuple(power.code for power in missing)
        yield Breach(view.place(area), area.id, area=area.id, missing=codes)
    yield from _undated(unsure)


def _target(view: View, area: FocusArea) -> Scope:
    """Give all that the work in a focus area is about, as far as the document says it."""
    group = view.target_groups.get(area.target_group)
    ages = None if group is None else group.ages
    return Scope(
        focus_areas=(area.id,),
        bodies=None if area.working_group is None else (area.working_group,),
        # Of ages that are backwards nobody knows which are meant.
        ages=ages if ages is not None and ages.ages() else None,
    )


@rule(
    "MAN010",
    Severity.ERROR,
    Pillar.STEERING,
    Force.SEED,
    reads=("mandates", "bodies"),
    of_state=True,
    sources=seed("SB-40"),
    words=(("missing", Power),),
    sv=Texts(
        message=(
            "Styrgruppen {group} har inte i uppdrag att {missing} den dag som granskas; den ska "
            "kunna leda, utveckla och enas."
        ),
        why=(
            "En styrgrupp utan tydligt uppdrag blir ett forum för information. Den ska leda och "
            "utveckla arbetet och enas om gemensamma ställningstaganden, som varje huvudman sedan "
            "beslutar om för egen del."
        ),
        remedy=(
            "Huvudmännen enas om vad styrgruppen ska ha i uppdrag att göra; den som förvaltar "
            "dokumentet för in uppdraget i mandates, med powers och med styrgruppen i granted_to."
        ),
    ),
    en=Texts(
        message=(
            "Steering group {group} is not assigned to {missing} on the day asked about; it is to "
            "be able to lead, develop and agree."
        ),
        why=(
            "A steering group without a clear assignment becomes a forum for information. It leads "
            "and develops the work and agrees on joint positions, on which each principal then "
            "decides in its own order."
        ),
        remedy=(
            "The principals agree on what the steering group is there to do; whoever keeps the "
            "document enters it in mandates, with powers and with the group in granted_to."
        ),
    ),
)
def steering_without_assignment(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask for each steering group that is at work on the day what it is there to do."""
    groups = tuple(
        body
        for body in view.bodies.firsts()
        if body.kind is BodyKind.STEERING_GROUP and in_force(body.period, asked.day)
    )
    if not groups:
        yield Unjudged(None, "bodies")
    mandates = tuple(in_force_on(view, asked.day))
    for group in groups:
        held = tuple(mandate for mandate in mandates if HolderId(group.id) in mandate.granted_to)
        missing, unsure = _lack(_OF_A_STEERING_GROUP, held)
        if missing:
            codes = tuple(power.code for power in missing)
            yield Breach(view.place(group), group.id, group=group.id, missing=codes)
        yield from _undated(unsure)


# --- what both ask -----------------------------------------------------------------------------


def _with_any(powers: Collection[Power], mandates: Iterable[Mandate]) -> tuple[Mandate, ...]:
    return tuple(one for one in mandates if not set(powers).isdisjoint(one.powers))


def _lack(needed: Sequence[Power], mandates: Sequence[Mandate]) -> _Lack:
    """Find powers that no mandate gives, and mandates without which some would be missing.

    Nobody knows whether a mandate without a first day has begun.
    """
    undated = tuple(mandate for mandate in mandates if mandate.period.first_day is None)
    given = {power for mandate in mandates if mandate not in undated for power in mandate.powers}
    perhaps = {power for mandate in undated for power in mandate.powers}
    left = [power for power in needed if power not in given]
    unsure = (mandate for mandate in undated if not set(left).isdisjoint(mandate.powers))
    return tuple(power for power in left if power not in perhaps), tuple(unsure)


def _undated(mandates: Iterable[Mandate]) -> Iterator[Unjudged]:
    for mandate in mandates:
        yield Unjudged(mandate.id, "period.first_day")
