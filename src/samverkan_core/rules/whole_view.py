"""Rules about how the work as a whole is seen: what drives it, its analysis, its context."""

from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.findings.pointer import pointer
from samverkan_core.indexing import ITSELF, View
from samverkan_core.model.analysis import Analysis
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.common import Holder
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.labels import Labelled

__all__ = ["analysis_incomplete", "context_of_meetings_only", "driver_not_followed"]


class Heading(Labelled):
    """The three headings of an analysis (row SB-82)."""

    SITUATION = ("situation", "sammanhanget", "the situation")
    CONTEXT = ("context", "kontexten", "the context")
    PATTERNS = ("patterns", "mönstren", "the patterns")


class ContextPart(Labelled):
    """What a context marking says of the work as a whole (row SB-97)."""

    PURPOSE = ("purpose", "varför arbetet bedrivs", "why the work is done")
    INTENDED_OUTCOME = ("intended_outcome", "vad det ska leda till", "what it is to reach")
    NEXT_STEPS = ("next_steps", "vad som blir nästa steg", "what comes next")


@rule(
    "COL201",
    Severity.INFO,
    Pillar.SHARED_VIEW,
    Force.SEED,
    reads=(ITSELF,),
    sources=seed("SB-06"),
    sv=Texts(
        message="Ingen indikator är angiven för det som driver samverkan.",
        why=(
            "Den som till exempel vill utjämna skillnader i uppväxtvillkor behöver kunna se "
            "skillnaderna. Utan en indikator går det inte att följa om det som driver arbetet "
            "förändras."
        ),
        remedy=(
            "Styrgruppen väljer minst en indikator som visar det som driver arbetet; den som "
            "förvaltar dokumentet för in den i driver.indicators."
        ),
    ),
    en=Texts(
        message="No indicator is stated for what drives the collaboration.",
        why=(
            "Whoever wants to even out differences in growing up, for instance, needs to see them. "
            "Without an indicator nobody can follow whether what drives the work changes."
        ),
        remedy=(
            "The steering group chooses at least one indicator that shows what drives the work; "
            "whoever keeps the document enters it in driver.indicators."
        ),
    ),
)
def driver_not_followed(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask what drives the collaboration by which indicator it is followed."""
    driver = view.collaboration.driver
    if driver is None:
        yield Unjudged(None, "driver")
    elif not driver.indicators:
        yield Breach(pointer("driver"))


@rule(
    "COL202",
    Severity.WARNING,
    Pillar.SHARED_VIEW,
    Force.SEED,
    reads=(ITSELF, "focus_areas"),
    sources=seed("SB-82"),
    words=(("holder", Holder), ("missing", Heading)),
    sv=Texts(
        message="Analysen för {holder} säger inget om {missing}.",
        why=(
            "Systemteorin ser hela sammanhanget i stället för enstaka händelser. Saknas en av de "
            "tre delarna söks förklaringen lätt hos enskilda personer."
        ),
        remedy=(
            "Samordnaren eller samverkansledaren skriver det som saknas tillsammans med gruppen; "
            "den som förvaltar dokumentet för in det i analysis."
        ),
    ),
    en=Texts(
        message="The analysis for {holder} says nothing of {missing}.",
        why=(
            "Systems theory sees the whole situation and not single events. Where one of the three "
            "parts is missing, people easily look for the explanation in single persons."
        ),
        remedy=(
            "The coordinator or the collaboration leader writes what is missing together with the "
            "group; whoever keeps the document enters it in analysis."
        ),
    ),
)
def analysis_incomplete(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each analysis for the situation, what lies around it, and the patterns."""
    whole = view.collaboration.analysis
    areas = [area for area in view.focus_areas if area.analysis is not None]
    if whole is None and not areas:
        yield Unjudged(None, "analysis")
    if missing := _missing(whole):
        yield Breach(pointer("analysis"), None, holder="", missing=missing)
    for area in areas:
        if missing := _missing(area.analysis):
            yield Breach(view.place(area, "analysis"), area.id, holder=area.id, missing=missing)


def _missing(analysis: Analysis | None) -> tuple[str, ...]:
    """Name what an analysis does not say; one that there is not lacks nothing."""
    if analysis is None:
        return ()
    return tuple(part.code for part in Heading if getattr(analysis, part.code) is None)


@rule(
    "COL203",
    Severity.WARNING,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=(ITSELF, "meetings"),
    sources=seed("SB-97"),
    words=(("missing", ContextPart),),
    sv=Texts(
        message="För arbetet som helhet framgår inte {missing}.",
        why=(
            "Sammanhangsmarkeringen gör syfte, ansvar och roller tydliga vid varje möte och för "
            "helheten. Utan helheten vet ingen hur mötena hänger ihop."
        ),
        remedy=(
            "Samverkansledaren formulerar det tillsammans med styrgruppen; den som förvaltar "
            "dokumentet för in det i samverkans context och next_steps."
        ),
    ),
    en=Texts(
        message="For the work as a whole it does not say {missing}.",
        why=(
            "Marking the context makes purpose, responsibility and roles clear at each meeting and "
            "for the whole. Without the whole nobody knows how the meetings belong together."
        ),
        remedy=(
            "The collaboration leader words it together with the steering group; whoever keeps the "
            "document enters it in context and next_steps of the collaboration."
        ),
    ),
)
def context_of_meetings_only(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask a collaboration whose meetings mark their context for that of the whole."""
    collab = view.collaboration
    if collab.context is None and all(one.context is None for one in view.meetings):
        yield Unjudged(None, "context")
        return
    missing = tuple(part.code for part in ContextPart if not _says(view, part))
    if missing:
        yield Breach("", None, missing=missing)


def _says(view: View, part: ContextPart) -> bool:
    collab = view.collaboration
    holder = collab if part is ContextPart.NEXT_STEPS else collab.context
    return bool(getattr(holder, part.code, None))
