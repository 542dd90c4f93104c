"""Rules about referrals: put to the council, answered in time, and weighed in the decision."""

import datetime as dt
from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.model.body import BodyKind
from samverkan_core.model.mandate import Matter, MatterKind
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.time import in_force

__all__ = ["answer_overdue", "opinion_not_weighed", "referral_missing"]


@rule(
    "RMS001",
    Severity.WARNING,
    Pillar.STEERING,
    Force.PROPOSAL,
    reads=("referrals", "matters", "focus_areas", "bodies"),
    of_state=True,
    sources=seed("SB-60"),
    sv=Texts(
        message=(
            "Ärendet {matter} rör fokusområdet {areas} men har inte skickats på remiss till {body}."
        ),
        why=(
            "Barnrådet är remissinstans. Beslutas något om barn i ett fokusområde utan att rådet "
            "har fått yttra sig saknas den samlade bilden av vad barnen behöver."
        ),
        remedy=(
            "Den som bereder ärendet skickar det på remiss till {body}; den som förvaltar "
            "dokumentet för in remissen i referrals."
        ),
    ),
    en=Texts(
        message="Matter {matter} touches focus area {areas} but was not referred to {body}.",
        why=(
            "The council for children's matters is a referral body. What is decided about children "
            "in a focus area without its opinion misses the joint picture of what they need."
        ),
        remedy=(
            "Whoever prepares the matter refers it to {body}; whoever keeps the document enters "
            "the referral in referrals."
        ),
    ),
)
def referral_missing(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask of each matter that touches an active focus area whether a council was asked.

    Where there is no council, nobody can be asked. What is only carried out calls for no opinion,
    and what is urgent does not wait for one.
    """
    councils = tuple(
        body.id
        for body in view.bodies.firsts()
        if body.kind is BodyKind.CHILDRENS_COUNCIL and in_force(body.period, asked.day)
    )
    if not councils:
        return
    known, unclear = _referred(view, councils)
    found = tuple(
        outcome
        for matter in view.matters.firsts()
        if matter.kind is MatterKind.DECISION and not matter.urgent
        if known.isdisjoint(_lineage(view, matter))
        for outcome in _missing(view, matter, asked.day, councils)
    )
    # Each referral of which little is known may be the one that is missing.
    missing = any(isinstance(outcome, Breach) for outcome in found)
    yield from unclear if missing and unclear else found


def _referred(
    view: View, councils: tuple[str, ...]
) -> tuple[frozenset[str | None], tuple[Unjudged, ...]]:
    """Give the matters that were referred to a council, and referrals that say too little."""
    every = tuple(view.referrals.firsts())
    to_council = tuple(one for one in every if one.sent_to in councils)
    unclear = tuple(
        Unjudged(one.id, "sent_to" if one.sent_to is None else "matter")
        for one in every
        if one.sent_to is None or (one.sent_to in councils and one.matter is None)
    )
    return frozenset(one.matter for one in to_council), unclear


def _missing(
    view: View, matter: Matter, day: dt.date, councils: tuple[str, ...]
) -> Iterator[Outcome]:
    """Tell of a matter that was not referred if it touches an area that surely is active."""
    touched = tuple(map(view.focus_areas.get, dict.fromkeys(matter.focus_areas)))
    active = {area.id: area.active_on(day) for area in touched if area is not None}
    areas = tuple(id_ for id_, known in active.items() if known)
    if areas:
        place = view.place(matter, "focus_areas")
        yield Breach(place, matter.id, matter=matter.id, areas=areas, body=councils)
    else:
        unknown = (id_ for id_, known in active.items() if known is None)
        yield from (Unjudged(id_, "time_box.starts") for id_ in unknown)


def _lineage(view: View, matter: Matter) -> set[str]:
    """Give the ids of a matter and of the groups of matters that it belongs to."""
    return {one.id for one in view.matters.upwards(matter, lambda lower: lower.part_of)}


@rule(
    "RMS002",
    Severity.WARNING,
    Pillar.STEERING,
    Force.PROPOSAL,
    reads=("referrals",),
    of_state=True,
    sources=seed("SB-60"),
    sv=Texts(
        message="Remissen {referral} skulle ha besvarats senast {due} men saknar yttrande.",
        why=(
            "Den som har frågat väntar på svaret, eller beslutar utan det. I så fall fick remissen "
            "ingen verkan."
        ),
        remedy=(
            "Det organ som fick remissen yttrar sig, meddelar att det avstår eller kommer överens "
            "med avsändaren om en ny dag."
        ),
    ),
    en=Texts(
        message="Referral {referral} was to be answered by {due} but has no opinion.",
        why=(
            "Whoever asked waits for the answer, or decides without it. Then the referral had no "
            "effect."
        ),
        remedy=(
            "The body that was asked gives its opinion, says that it gives none, or agrees with "
            "the sender on another day."
        ),
    ),
)
def answer_overdue(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask each referral that has no answer whether the day for it has passed."""
    for referral in view.referrals:
        if referral.opinion is not None:
            continue
        due = referral.answer_by
        overdue = None if due is None else due.before(asked.day)
        if due is None or overdue is None:
            yield Unjudged(referral.id, "answer_by")
        elif overdue:
            place = view.place(referral, "answer_by")
            yield Breach(place, referral.id, referral=referral.id, due=due.when)


@rule(
    "RMS003",
    Severity.WARNING,
    Pillar.STEERING,
    Force.PROPOSAL,
    reads=("referrals",),
    sources=seed("SB-60"),
    sv=Texts(
        message=(
            "Ärendet bakom remissen {referral} är avgjort, men det framgår inte hur yttrandet "
            "vägdes in."
        ),
        why=(
            "Den som har yttrat sig ska kunna se vad som hände med svaret, också när det inte "
            "följdes. Annars blir nästa yttrande en formalitet."
        ),
        remedy=(
            "Den som skickade remissen beskriver hur yttrandet vägdes in, återkopplar till organet "
            "och för in det i consideration."
        ),
    ),
    en=Texts(
        message=(
            "The matter behind referral {referral} is decided, but nothing says how the opinion "
            "was weighed."
        ),
        why=(
            "Whoever gave an opinion is to see what became of it, also where it was not followed. "
            "Otherwise the next one becomes a formality."
        ),
        remedy=(
            "Whoever sent the referral describes how the opinion was weighed, tells the body and "
            "enters it in consideration."
        ),
    ),
)
def opinion_not_weighed(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each referral that was answered and decided how the answer was weighed."""
    for referral in view.referrals:
        answered = referral.opinion is not None and referral.decision is not None
        if answered and referral.consideration is None:
            place = view.place(referral, "decision")
            yield Breach(place, referral.id, referral=referral.id)
