"""Rules about delegated decisions: that they had support on their day, and cite what gives it.

A decision is judged by what held on the day when it was taken, so these rules ask for no day of
their own. None of them names who decided: the decision does, and a person may be protected.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from samverkan_core.authority.chain import Chain
from samverkan_core.authority.decide import may
from samverkan_core.authority.question import Question, Refusal, RefusalCode
from samverkan_core.authority.reports import report_of
from samverkan_core.authority.taken import Tried, lacked, question_of, tried, untold
from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.model.delegated_decision import DelegatedDecision
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.hindrances import Hindrance
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.labels import Labelled
from samverkan_core.values.time import out_of_order

__all__ = ["AUTHORITY", "cites_another", "known_before_taken", "without_support"]

#: All that an answer about authority may rest on.
AUTHORITY = (
    *("mandates", "appointments", "matters", "focus_areas"),
    *("roles", "bodies", "actors", "persons", "documents"),
)


# --- support ---------------------------------------------------------------------------------


@rule(
    "DGD001",
    Severity.WARNING,
    Pillar.SHARED_VIEW,
    Force.PROPOSAL,
    reads=("delegated_decisions", *AUTHORITY),
    sources=seed("SB-16"),
    words=(("hindrances", Hindrance),),
    sv=Texts(
        message=(
            "Delegationsbeslutet {decision} den {day} har inte stöd i någon behörighet som gällde "
            "då: {hindrances} ({about})."
        ),
        why=(
            "Den som beslutar på nämndens vägnar gör det med stöd av det som gällde den dag då "
            "beslutet fattades. Ett beslut utan stöd kan behöva fattas på nytt av den som är "
            "behörig."
        ),
        remedy=(
            "Nämnden prövar, gärna tillsammans med en jurist, vad beslutet vilar på och om nämnden "
            "själv behöver besluta i ärendet. Om något är felskrivet eller saknas i underlaget "
            "rättar den som förvaltar dokumentet det."
        ),
    ),
    en=Texts(
        message=(
            "Delegated decision {decision} of {day} lies within no mandate that held then: "
            "{hindrances} ({about})."
        ),
        why=(
            "Whoever decides in the board's place does so by what held on the day of the decision. "
            "One without support may have to be taken anew by somebody who may."
        ),
        remedy=(
            "The board tries, preferably with a lawyer, what the decision rests on, and whether "
            "the board has to decide itself. Where something is misspelt or missing, whoever keeps "
            "the document mends it."
        ),
    ),
)
def without_support(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask of each decision whether any chain carried it on its day."""
    for decision in view.delegated_decisions.firsts():
        question = question_of(view.index, decision)
        if question is None:
            yield Unjudged(decision.id, lacked(view.index, decision) or "day")
        else:
            yield from _support(view, decision, question)


def _support(view: View, decision: DelegatedDecision, question: Question) -> Iterator[Outcome]:
    missing = _unrecorded(view, question)
    if missing is not None:
        yield Unjudged(decision.id, missing)
        return
    found = tried(view.index, decision, question)
    if any(not one.breaks for one in found):
        return
    if any(untold(view.index, question, one) for one in found):
        yield Unjudged(decision.id, "about")
        return
    answer = may(view.index, question.who, question.power, on=question.on, at=question.at)
    if not answer.allowed:
        yield _unsupported(view, decision, question, answer.refusals)


def _unrecorded(view: View, question: Question) -> str | None:
    """Name the collection that says nothing at all, where a no would only mean that."""
    if not view.mandates:
        return "mandates"
    if view.bodies.get(question.who) is not None or view.index.mandates_of.get(question.who):
        return None
    return None if view.index.appointments_of.get(question.who) else "appointments"


def _unsupported(
    view: View, decision: DelegatedDecision, question: Question, refusals: Iterable[Refusal]
) -> Breach:
    codes = tuple(dict.fromkeys(one.code.code for one in refusals))
    data = {"decision": decision.id, "day": question.at.isoformat()}
    about = _about(view, decision, refusals)
    return Breach(view.place(decision), decision.id, hindrances=codes, about=about, **data)


def _about(view: View, decision: DelegatedDecision, refusals: Iterable[Refusal]) -> tuple[str, ...]:
    """Name where the reasons lie; who decided, and in which posts, is left to the decision."""
    shown = ("mandates", "matters", "bodies")
    ids = dict.fromkeys(one.about for one in refusals)
    told = tuple(id_ for id_ in ids if any(view.shelf(name).get(id_) for name in shown))
    return told or (decision.id,)


# --- what is cited ---------------------------------------------------------------------------


class Fault(Labelled):
    """What is wrong with what a decision cites, as the end of a sentence."""

    MISSING = (
        "missing",
        "som inte finns i någon delegation i underlaget",
        "which no mandate of the document stands on",
    )
    NOT_HELD = (
        "not_held",
        "som delegaten inte innehade den dagen",
        "which the delegate did not hold on that day",
    )
    NOT_IN_FORCE = ("not_in_force", "som inte gällde den dagen", "which was not in force then")
    NO_RIGHT = (
        "no_right",
        "som inte gav rätt att fatta beslutet",
        "which gave no right to take it",
    )


#: Reason for which a chain does not carry -> what is wrong with citing it; else it gave no right.
_FAULTS: Mapping[RefusalCode, Fault] = MappingProxyType(
    {
        RefusalCode.NOT_APPOINTED: Fault.NOT_HELD,
        RefusalCode.APPOINTMENT_NOT_YET: Fault.NOT_HELD,
        RefusalCode.APPOINTMENT_ENDED: Fault.NOT_HELD,
        RefusalCode.BODY_DECIDES: Fault.NOT_HELD,
        RefusalCode.ORDINARY_IN_SERVICE: Fault.NOT_HELD,
        RefusalCode.NOT_YET_IN_FORCE: Fault.NOT_IN_FORCE,
        RefusalCode.EXPIRED: Fault.NOT_IN_FORCE,
        RefusalCode.REVOKED: Fault.NOT_IN_FORCE,
    }
)


class Cited(Labelled):
    """What a decision can cite, with its article."""

    MANDATE = ("mandate", "delegationen", "mandate")
    LINE = ("line", "punkten", "line")
    OFFICE = ("office", "befattningen", "office")


@rule(
    "DGD002",
    Severity.WARNING,
    Pillar.SHARED_VIEW,
    Force.PROPOSAL,
    reads=("delegated_decisions", *AUTHORITY),
    sources=seed("SB-16"),
    words=(("what", Cited), ("fault", Fault)),
    sv=Texts(
        message="Delegationsbeslutet {decision} åberopar {what} {cited}, {fault}.",
        why=(
            "Den som läser beslutet i efterhand, i nämnden eller vid ett överklagande, söker "
            "stödet där beslutet säger att det finns."
        ),
        remedy=(
            "Den som har beslutat ser efter i delegationsordningen vilken punkt beslutet vilar på "
            "och rättar hänvisningen; den som förvaltar dokumentet för in den."
        ),
    ),
    en=Texts(
        message="Delegated decision {decision} cites {what} {cited}, {fault}.",
        why=(
            "Whoever reads the decision later, in the board or upon an appeal, looks for its "
            "support where the decision says that it is."
        ),
        remedy=(
            "Whoever decided looks up in the delegation order which line the decision rests on and "
            "mends the citation; whoever keeps the document enters it."
        ),
    ),
)
def cites_another(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask of each decision whether what it cites is what carried it on its day."""
    lines = {one.basis.line for one in view.mandates.firsts() if one.basis is not None} - {None}
    for decision in view.delegated_decisions.firsts():
        cited = tuple(what for what in Cited if getattr(decision, what.code) is not None)
        if Cited.LINE in cited and decision.line not in lines:
            missing = Unjudged(decision.id, "mandates")
            yield _miscited(view, decision, Cited.LINE, Fault.MISSING) if lines else missing
            cited = tuple(what for what in cited if what is not Cited.LINE)
        if cited:
            yield from _compared(view, decision, cited)


def _compared(view: View, decision: DelegatedDecision, cited: Sequence[Cited]) -> Iterator[Outcome]:
    """Compare what is cited with the chains that carry; where none does, that is another rule's."""
    question = question_of(view.index, decision)
    if question is None:
        yield Unjudged(decision.id, lacked(view.index, decision) or "day")
        return
    found = tried(view.index, decision, question)
    if all(one.breaks for one in found):
        return
    for what in cited:
        value = getattr(decision, what.code)
        own = tuple(one for one in found if _named(what, one.chain) == value)
        if what is Cited.MANDATE and view.mandates.get(value) is None:
            yield Unjudged(decision.id, what.code)
        elif all(one.breaks for one in own):
            of_office = what is Cited.OFFICE
            fault = _fault_of_office(view, question, value) if of_office else _fault(own)
            yield _miscited(view, decision, what, fault)


def _named(what: Cited, chain: Chain) -> str | None:
    """Give what a chain has in the place of what a decision cites."""
    held, mandate = chain.way.appointment, chain.way.mandate
    if what is Cited.OFFICE:
        return None if held is None else held.office
    line = None if mandate.basis is None else mandate.basis.line
    return mandate.id if what is Cited.MANDATE else line


def _fault(own: Sequence[Tried]) -> Fault:
    """Say what is wrong with a mandate that is cited, by its chain that has the fewest breaks."""
    if not own:
        return Fault.NOT_HELD
    nearest = min(own, key=lambda one: (len(one.breaks), one.chain.order))
    first = min(nearest.breaks, key=lambda broken: broken.code.rank)
    return _FAULTS.get(first.code, Fault.NO_RIGHT)


def _fault_of_office(view: View, question: Question, office: str) -> Fault:
    appointments = view.index.appointments_of.get(question.who, ())
    held = (one for one in appointments if one.period.holds_on(question.at))
    return Fault.NO_RIGHT if any(one.office == office for one in held) else Fault.NOT_HELD


def _miscited(view: View, decision: DelegatedDecision, what: Cited, fault: Fault) -> Breach:
    data = {"decision": decision.id, "what": what.code, "fault": fault.code}
    cited: str = getattr(decision, what.code)
    return Breach(view.place(decision, what.code), decision.id, cited=cited, **data)


# --- the order of days -----------------------------------------------------------------------


class Known(Labelled):
    """How a decision was made known, as a participle."""

    REPORTED = ("reported", "anmält", "reported")
    MINUTED = ("minuted_on", "särskilt protokollfört", "minuted on its own")


@rule(
    "DGD005",
    Severity.ERROR,
    Pillar.FORMAT,
    Force.FORMAT,
    reads=("delegated_decisions", "meetings"),
    words=(("known", Known),),
    sv=Texts(
        message=(
            "Delegationsbeslutet {decision} fattades {day} men står som {known} redan {earlier}."
        ),
        why=(
            "Ett beslut kan inte göras känt innan det är fattat. En av dagarna är fel, och då kan "
            "ingen följa upp om nämnden fick veta det i tid."
        ),
        remedy=(
            "Nämndens sekreterare ser efter i beslutet och i protokollet vilken dag som är fel; "
            "den som förvaltar dokumentet rättar den."
        ),
    ),
    en=Texts(
        message=(
            "Delegated decision {decision} was taken {day} but is said to have been {known} "
            "already {earlier}."
        ),
        why=(
            "A decision cannot be made known before it is taken. One of the days is wrong, and "
            "nobody can follow up whether the board learnt of it in time."
        ),
        remedy=(
            "The board's secretary looks up in the decision and in the minutes which day is wrong; "
            "whoever keeps the document mends it."
        ),
    ),
)
def known_before_taken(view: View, _: Asked) -> Iterator[Outcome]:
    """Compare the day of each decision with the days on which it was made known."""
    for decision in view.delegated_decisions.firsts():
        report = report_of(view.index, decision)
        reported = None if report is None else report.day
        for known, day in ((Known.REPORTED, reported), (Known.MINUTED, decision.minuted_on)):
            if day is None or decision.day is None:
                continue
            before = out_of_order(decision.day, day)
            if before is None:
                yield Unjudged(decision.id, known.code)
            elif before:
                place = view.place(decision, known.code)
                data = {"decision": decision.id, "day": decision.day.when, "earlier": day.when}
                yield Breach(place, decision.id, known=known.code, **data)
