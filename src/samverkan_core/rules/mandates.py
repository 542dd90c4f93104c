"""Rules about mandates: what a delegation hands on, who holds it, and whether its giver remains."""

import datetime as dt
from collections.abc import Iterator

from samverkan_core.authority.scopes import covers
from samverkan_core.authority.ways import known, out_of_office
from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.model.body import Body
from samverkan_core.model.mandate import BasisKind, Mandate, Scope
from samverkan_core.model.person import Person
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.labels import Labelled
from samverkan_core.values.time import in_force, over

__all__ = [
    "Excess",
    "What",
    "bound_to_person",
    "giver_ended",
    "held_by_nobody",
    "in_force_on",
    "wider_than_parent",
]

#: Where a holder of a mandate is looked for.
_HOLDERS = ("roles", "bodies", "actors", "persons")


class What(Labelled):
    """What a sentence begins with that speaks of a mandate or a matter by its id."""

    ASSIGNMENT = ("assignment", "Uppdraget", "Assignment")
    DELEGATION = ("delegation", "Delegationen", "Delegation")
    BY_LAW = ("by_law", "Den lagstadgade behörigheten", "Power by law")
    MATTER = ("matter", "Ärendet", "Matter")


def in_force_on(view: View, day: dt.date) -> Iterator[Mandate]:
    """Give the mandates that hold on a day, none that was revoked before; reads mandates."""
    for mandate in view.mandates.firsts():
        revoked = mandate.revoked_from is not None and mandate.revoked_from <= day
        if mandate.period.holds_on(day) and not revoked:
            yield mandate


# --- what is handed on -----------------------------------------------------------------------


class Excess(Labelled):
    """In what a mandate goes beyond the one that it was delegated from."""

    POWERS = ("powers", "befogenheter", "powers")
    SCOPE = ("scope", "omfattning", "scope")
    PERIOD = ("period", "giltighetstid", "period")


@rule(
    "MAN004",
    Severity.WARNING,
    Pillar.SHARED_VIEW,
    Force.PROPOSAL,
    reads=("mandates", "matters"),
    sources=seed("SB-16"),
    words=(("what", What), ("excess", Excess)),
    sv=Texts(
        message=(
            "{what} {mandate} går utöver vad {parent} medger i fråga om {excess}; bara det som "
            "ryms i {parent} gäller."
        ),
        why=(
            "Ingen kan delegera mer än den själv har fått. Den som bara läser det senare ledet "
            "tror ändå att allt som står där gäller."
        ),
        remedy=(
            "Den som har delegerat från {parent} begränsar {mandate} till vad som ryms där, eller "
            "ber den som gav {parent} att utvidga behörigheten; den som förvaltar dokumentet "
            "rättar powers, scope eller period."
        ),
    ),
    en=Texts(
        message=(
            "{what} {mandate} goes beyond what {parent} allows in {excess}; only what lies within "
            "{parent} holds."
        ),
        why=(
            "Nobody can delegate more than they were given. Whoever reads only the later link "
            "still believes that all of it holds."
        ),
        remedy=(
            "Whoever delegated from {parent} narrows {mandate} to what lies within it, or asks "
            "whoever gave {parent} to widen it; whoever keeps the document mends powers, scope or "
            "period."
        ),
    ),
)
def wider_than_parent(view: View, _: Asked) -> Iterator[Outcome]:
    """Compare each mandate with the one that it was delegated from."""
    for mandate in view.mandates.firsts():
        parent = view.mandates.get(mandate.parent)
        if parent is None:
            continue
        longer = _is_longer(mandate, parent)
        beyond = {
            Excess.POWERS: not set(mandate.powers) <= set(parent.powers),
            Excess.SCOPE: _is_wider(view, mandate.scope or Scope(), parent.scope),
            Excess.PERIOD: longer,
        }
        excess = tuple(one.code for one, found in beyond.items() if found)
        if excess:
            data = {"what": mandate.kind.code, "mandate": mandate.id, "parent": parent.id}
            yield Breach(view.place(mandate), mandate.id, excess=excess, **data)
        if longer is None:
            yield Unjudged(mandate.id, "period.first_day")


def _is_wider(view: View, own: Scope, above: Scope | None) -> bool:
    # A band of ages that is backwards covers nothing, so it goes beyond nothing either.
    nothing = own.ages is not None and not own.ages.ages()
    return not nothing and not covers(view.index, above, own)


def _is_longer(mandate: Mandate, parent: Mandate) -> bool | None:
    """Tell whether a mandate holds on a day when its parent does not; None where days lack."""
    (first, last), (begun, ended) = _days(mandate), _days(parent)
    if first > last:
        return False
    if last > ended or begun > ended:
        return True
    if mandate.period.first_day is None or parent.period.first_day is None:
        return None
    return first < begun


def _days(mandate: Mandate) -> tuple[int, int]:
    """Number the first and the last day of a mandate; the day before it was revoked is the last."""
    period, revoked = mandate.period, mandate.revoked_from
    first = (period.first_day or dt.date.min).toordinal()
    last = (period.last_day or dt.date.max).toordinal()
    return first, last if revoked is None else min(last, revoked.toordinal() - 1)


# --- who holds it ----------------------------------------------------------------------------


@rule(
    "MAN005",
    Severity.WARNING,
    Pillar.SHARED_VIEW,
    Force.PROPOSAL,
    reads=("mandates", "appointments", *_HOLDERS),
    of_state=True,
    sources=seed("SB-16"),
    words=(("what", What),),
    sv=Texts(
        message=(
            "{what} {mandate} gäller den dag som granskas, men varken någon innehavare eller "
            "någon ersättare är i tjänst."
        ),
        why=(
            "En uppgift utan innehavare blir liggande, och den som ändå tar sig an den handlar "
            "utan stöd."
        ),
        remedy=(
            "Den nämnd eller chef som svarar för {mandate} tillsätter befattningen eller utser en "
            "ersättare; den som förvaltar dokumentet för in det i appointments eller substitutes."
        ),
    ),
    en=Texts(
        message=(
            "{what} {mandate} is in force on the day asked about, but no holder and no substitute "
            "is in office."
        ),
        why=(
            "A task without a holder is left lying, and whoever takes it on anyway acts without "
            "support."
        ),
        remedy=(
            "The board or head that answers for {mandate} fills the office or names a substitute; "
            "whoever keeps the document enters it in appointments or substitutes."
        ),
    ),
)
def held_by_nobody(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask each mandate in force who holds it, be it only as a substitute."""
    found: dict[str, bool | None] = {}
    for mandate in in_force_on(view, asked.day):
        named = (*mandate.granted_to, *mandate.substitutes)
        for id_ in named:
            if id_ not in found:
                found[id_] = _is_held(view, id_, asked.day)
        held = {found[id_] for id_ in named}
        if True in held:
            continue
        if None in held:
            lost = any(known(view.index, id_) is None for id_ in named)
            yield Unjudged(mandate.id, "granted_to" if lost else "appointments")
        else:
            data = {"what": mandate.kind.code, "mandate": mandate.id}
            yield Breach(view.place(mandate), mandate.id, **data)


def _is_held(view: View, id_: str, day: dt.date) -> bool | None:
    """Tell whether a holder can act; None of an office to which no appointment is recorded."""
    holder = known(view.index, id_)
    if holder is None:
        return None
    if isinstance(holder, Person):
        return True
    if isinstance(holder, Body) or not in_force(holder.period, day):
        return in_force(holder.period, day)
    appointments = view.index.appointments_to.get(id_, ())
    serving = (not any(out_of_office(view.index, held, day)) for held in appointments)
    return any(serving) if appointments else None


@rule(
    "MAN006",
    Severity.ERROR,
    Pillar.STEERING,
    Force.SEED,
    reads=("mandates", *_HOLDERS),
    sources=seed("AT-07"),
    words=(("what", What),),
    sv=Texts(
        message="{what} {mandate} innehas personligen av {persons}, inte av en befattning.",
        why=(
            "Det som följer en person går förlorat när personen slutar. Följer det befattningen "
            "tar efterträdaren vid."
        ),
        remedy=(
            "Den nämnd eller chef som svarar för {mandate} flyttar över {mandate} till en roll "
            "eller ett organ; den som förvaltar dokumentet anger rollen i granted_to och personen "
            "i appointments. Kräver en lag en utpekad person anges lagrummet i basis."
        ),
    ),
    en=Texts(
        message="{what} {mandate} is held by {persons} in person, not by an office.",
        why=(
            "What follows a person is lost when the person leaves. Where it follows the office, "
            "the successor takes over."
        ),
        remedy=(
            "The board or head that answers for {mandate} moves it to a role or a body; whoever "
            "keeps the document states the role in granted_to and the person in appointments. "
            "Where a law asks for a named person, the provision is stated in basis."
        ),
    ),
)
def bound_to_person(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each mandate that no law gives for persons among its holders and substitutes."""
    for mandate in view.mandates.firsts():
        if mandate.basis is not None and mandate.basis.kind is BasisKind.LAW:
            continue
        named = dict.fromkeys((*mandate.granted_to, *mandate.substitutes))
        persons = tuple(id_ for id_ in named if isinstance(known(view.index, id_), Person))
        if persons:
            data = {"what": mandate.kind.code, "mandate": mandate.id}
            yield Breach(view.place(mandate), mandate.id, persons=persons, **data)


# --- who gave it -----------------------------------------------------------------------------


@rule(
    "MAN007",
    Severity.WARNING,
    Pillar.SHARED_VIEW,
    Force.PROPOSAL,
    reads=("mandates", "bodies"),
    of_state=True,
    sources=seed("SB-16"),
    words=(("what", What),),
    sv=Texts(
        message=(
            "{what} {mandate} gavs av {body}, som har upphört, och ingen efterträdare har tagit "
            "över genom beslut."
        ),
        why=(
            "När en nämnd läggs ned står ingen längre bakom det som den har delegerat, förrän den "
            "som tar över har beslutat om det."
        ),
        remedy=(
            "Den nämnd som har tagit över verksamheten beslutar om {mandate} på nytt; den som "
            "förvaltar dokumentet anger nämndens succeeds och decided_by."
        ),
    ),
    en=Texts(
        message=(
            "{what} {mandate} was given by {body}, which has ceased to exist, and no successor has "
            "taken it over by decision."
        ),
        why=(
            "When a board is dissolved nobody stands behind what it delegated, until whoever takes "
            "over has decided on it."
        ),
        remedy=(
            "The board that took over the work decides on {mandate} anew; whoever keeps the "
            "document states that board's succeeds and decided_by."
        ),
    ),
)
def giver_ended(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask of each mandate in force whether the body that gave it, or an heir, still exists."""
    day = asked.day
    heirs = (body for body in view.bodies if body.decided_by and in_force(body.period, day))
    taken_over = {id_ for body in heirs for id_ in body.succeeds}
    for mandate in in_force_on(view, day):
        body = view.bodies.get(mandate.granted_by)
        if body is not None and _has_ended(body, day) and body.id not in taken_over:
            data = {"what": mandate.kind.code, "mandate": mandate.id, "body": body.id}
            yield Breach(view.place(mandate, "granted_by"), mandate.id, **data)


def _has_ended(body: Body, day: dt.date) -> bool:
    last_day = None if body.period is None else body.period.last_day
    return over(last_day, day)
