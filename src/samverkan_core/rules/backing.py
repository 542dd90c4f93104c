"""Rules about what a collaboration is backed by: leaders, time, and the agreement it builds on."""

import datetime as dt
from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.findings.pointer import pointer
from samverkan_core.indexing import ITSELF, View
from samverkan_core.model.collaboration import LifecycleEntry, Stage
from samverkan_core.model.common import Resolution
from samverkan_core.model.document import DocumentKind
from samverkan_core.overviews.parties import PARTIES, lineage, present
from samverkan_core.reference.seeds import seed
from samverkan_core.reference.terms_of_office import term_on
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.labels import Labelled
from samverkan_core.values.time import Period, happened_by

__all__ = ["agreement_unclear", "endorsement_missing", "within_the_term"]

#: Documents that bind those who collaborate for a time to come.
_BINDING = frozenset(
    {
        DocumentKind.ACTION_PLAN,
        DocumentKind.AGREEMENT,
        DocumentKind.COMPREHENSIVE_PLAN,
        DocumentKind.JOINT_AGREEMENT,
    }
)


class AgreementPart(Labelled):
    """What is to be known of an agreement that the work builds on (row RA-02)."""

    PARTIES = ("parties", "vilka som är parter", "who its parties are")
    PERIOD = ("period", "hur länge den gäller", "how long it is in force")


@rule(
    "COL101",
    Severity.WARNING,
    Pillar.STEERING,
    Force.SEED,
    reads=(ITSELF, "goals", "documents"),
    of_state=True,
    sources=seed("SB-31", "KF-13", "RA-10"),
    sv=Texts(
        message=(
            "Projektet är planerat till {planned_end}, inom mandatperioden som löper till "
            "{term_ends}, och inget mål, ingen plan och ingen överenskommelse anges gälla längre."
        ),
        why=(
            "Att ändra hur vi samverkar kring barn tar ofta längre tid än en mandatperiod. Ett "
            "arbete som slutar inom den kan få börja om med nya förtroendevalda."
        ),
        remedy=(
            "De ansvariga nämnderna tar ställning till hur arbetet fortsätter efter "
            "mandatperioden; den som förvaltar dokumentet för in det i lifecycle eller i period "
            "för ett mål, en plan eller en överenskommelse."
        ),
    ),
    en=Texts(
        message=(
            "The project is planned until {planned_end}, within the term of office that ends "
            "{term_ends}, and no goal, no plan and no agreement is stated to reach further."
        ),
        why=(
            "To change how people work together around children often takes longer than a term of "
            "office. Work that ends within it may have to begin anew with other elected members."
        ),
        remedy=(
            "The boards that answer for it settle how the work goes on after the term of office; "
            "whoever keeps the document enters that in lifecycle, or in the period of a goal, a "
            "plan or an agreement."
        ),
    ),
)
def within_the_term(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask of a project that still runs whether anything is planned beyond the term of office.

    A term whose days nobody has read in a text, as those before October 2014, is not gone by.
    """
    lifecycle, term = view.collaboration.lifecycle, term_on(asked.day)
    if not lifecycle:
        yield Unjudged(None, "lifecycle")
    elif lifecycle[-1].stage is not Stage.PROJECT:
        return
    elif term is None or not term.read:
        yield Unjudged(None, "term_of_office")
    elif not _reaches_beyond(view, term.last_day):
        yield from _planned_within(lifecycle, asked.day, term.last_day)


def _planned_within(
    lifecycle: tuple[LifecycleEntry, ...], day: dt.date, term_ends: dt.date
) -> Iterator[Outcome]:
    end = lifecycle[-1].planned_end
    within = happened_by(end, term_ends)
    if end is None or within is None:
        yield Unjudged(None, "lifecycle.planned_end")
    # That a project should have ended by now is another rule's business.
    elif within and not end.before(day):
        place = pointer("lifecycle", len(lifecycle) - 1, "planned_end")
        yield Breach(place, None, planned_end=end.when, term_ends=str(term_ends))


def _reaches_beyond(view: View, day: dt.date) -> bool:
    binding = (one.period for one in view.documents if one.kind in _BINDING)
    goals = (goal.period for goal in view.goals)
    return any(_ends_after(period, day) for period in (*binding, *goals))


def _ends_after(period: Period | None, day: dt.date) -> bool:
    """Tell whether something goes on after a day; what states no period plans for none."""
    if period is None or period.is_backwards:
        return False
    return period.last_day is None or period.last_day > day


@rule(
    "COL102",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=(ITSELF, "documents"),
    sources=seed("RA-02"),
    words=(("missing", AgreementPart),),
    sv=Texts(
        message="För överenskommelsen {document}, som arbetet bygger på, framgår inte {missing}.",
        why=(
            "Den som bygger vidare på en överenskommelse behöver veta vilka som har ingått den och "
            "om den gäller. Annars går det inte att säga vem som är bunden av den."
        ),
        remedy=(
            "Den som förvaltar dokumentet tar fram överenskommelsen och för in parterna i parties "
            "och giltighetstiden i period; framgår de inte där tar styrgruppen upp frågan med "
            "parterna."
        ),
    ),
    en=Texts(
        message="Of agreement {document}, which the work builds on, it does not say {missing}.",
        why=(
            "Whoever builds on an agreement has to know who entered into it and whether it is in "
            "force. Otherwise nobody can say who is bound by it."
        ),
        remedy=(
            "Whoever keeps the document finds the agreement and enters its parties in parties and "
            "its time in force in period; if it does not tell, the steering group takes that up "
            "with the parties."
        ),
    ),
)
def agreement_unclear(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each agreement that the work builds on for its parties and its time in force."""
    if not view.collaboration.builds_on:
        yield Unjudged(None, "builds_on")
    for id_ in dict.fromkeys(view.collaboration.builds_on):
        document = view.documents.get(id_)
        if document is None:
            yield Unjudged(id_, "documents")
            continue
        missing = tuple(part.code for part in AgreementPart if not getattr(document, part.code))
        if missing:
            yield Breach(view.place(document), document.id, document=document.id, missing=missing)


@rule(
    "END001",
    Severity.WARNING,
    Pillar.STEERING,
    Force.PROPOSAL,
    reads=PARTIES,
    of_state=True,
    sources=seed("SB-19"),
    sv=Texts(
        message=(
            "För aktören {actor} anges inget daterat beslut om att ledningen ställer sig bakom "
            "arbetet."
        ),
        why=(
            "Medarbetare lägger tid på det som deras egen ledning har sagt är viktigt. Saknas "
            "beslutet hos en part hänger deltagandet på enskilda personer."
        ),
        remedy=(
            "Aktörens ledning tar ställning till om den står bakom arbetet; den som förvaltar "
            "dokumentet för in beslutet med dag i endorsements."
        ),
    ),
    en=Texts(
        message="No dated decision is stated by which the leaders of actor {actor} back the work.",
        why=(
            "Staff give time to what their own leaders have said matters. Where one party lacks "
            "the decision, its taking part depends on single people."
        ),
        remedy=(
            "The leaders of the actor settle whether they stand behind the work; whoever keeps the "
            "document enters the decision with its day in endorsements."
        ),
    ),
)
def endorsement_missing(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask for each actor that takes part whether its leaders, or those above, back the work."""
    endorsements = view.collaboration.endorsements
    if not endorsements:
        yield Unjudged(None, "endorsements")
        return
    for actor in present(view, asked.day):
        above = lineage(view, actor)
        backed = {_is_taken(one.decision, asked.day) for one in endorsements if one.actor in above}
        if None in backed and True not in backed:
            yield Unjudged(actor.id, "endorsements.decision.day")
        elif True not in backed:
            yield Breach(view.place(actor), actor.id, actor=actor.id)


def _is_taken(decision: Resolution | None, day: dt.date) -> bool | None:
    """Tell whether a decision was taken by a day; one without a day is no dated decision."""
    return decision is not None and decision.day is not None and decision.day.by(day)
