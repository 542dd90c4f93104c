"""Rules about each focus area: chosen on good grounds, with a time and with a coordinator."""

from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.labels import Labelled

__all__ = ["coordinator_missing", "grounds_missing", "overdue", "time_box_missing"]


class BoxEnd(Labelled):
    """The two ends of a time box."""

    STARTS = ("starts", "start", "a start")
    ENDS = ("ends", "planerat slut", "a planned end")


@rule(
    "FOC002",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("focus_areas",),
    sources=seed("SB-47"),
    sv=Texts(
        message="Fokusområdet {area} saknar underlag; minst en grund för valet behövs.",
        why=(
            "Ett val som vilar på behov, undersökningar eller omvärldsspaning går att förklara och "
            "ompröva. Utan underlag avgör slumpen vad de gemensamma krafterna läggs på."
        ),
        remedy=(
            "Styrgruppen anger i grounds vad valet vilar på, till exempel ett lokalt behov eller "
            "en undersökning."
        ),
    ),
    en=Texts(
        message="Focus area {area} states no grounds; at least one ground for it is needed.",
        why=(
            "A choice that rests on needs, surveys or a scan of the surroundings can be explained "
            "and thought over again. Without grounds, chance decides where joint effort goes."
        ),
        remedy=(
            "The steering group enters in grounds what the choice rests on, such as a local need "
            "or a survey."
        ),
    ),
)
def grounds_missing(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each focus area what its choice rests on."""
    for area in view.focus_areas:
        if not area.grounds:
            yield Breach(view.place(area), area.id, area=area.id)


@rule(
    "FOC003",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("focus_areas",),
    sources=seed("SB-48"),
    words=(("missing", BoxEnd),),
    sv=Texts(
        message="Fokusområdet {area} saknar {missing} i sin tidsram.",
        why=(
            "Ett fokusområde är öppet en begränsad tid. Utan start och planerat slut går det "
            "inte att se när platsen blir ledig för nästa fråga."
        ),
        remedy="Styrgruppen enas om start och planerat slut; samordnaren för in dem i time_box.",
    ),
    en=Texts(
        message="Focus area {area} lacks {missing} in its time box.",
        why=(
            "A focus area is open for a limited time. Without a start and a planned end nobody "
            "can see when its place becomes free for the next question."
        ),
        remedy=(
            "The steering group agrees on a start and a planned end; the coordinator enters them "
            "in time_box."
        ),
    ),
)
def time_box_missing(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each focus area for the start and the planned end of its time."""
    for area in view.focus_areas:
        box = area.time_box
        missing = tuple(end.code for end in BoxEnd if getattr(box, end.code, None) is None)
        if missing:
            where = ("time_box",) if box else ()
            yield Breach(view.place(area, *where), area.id, area=area.id, missing=missing)


@rule(
    "FOC004",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("focus_areas",),
    of_state=True,
    sources=seed("SB-48"),
    sv=Texts(
        message="Fokusområdet {area} är öppet fast tidsramen gick ut {ended}.",
        why="Ett område som dröjer sig kvar tar den plats som nästa fråga väntar på.",
        remedy="Styrgruppen avslutar området och anger closed_on, eller enas om ett nytt slut.",
    ),
    en=Texts(
        message="Focus area {area} is still open though its time ended {ended}.",
        why="An area that lingers keeps the place that the next question is waiting for.",
        remedy="The steering group closes the area and enters closed_on, or agrees on a new end.",
    ),
)
def overdue(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask whether an open focus area has outlived its time."""
    for area in view.focus_areas:
        # Closing a late area puts this right on the very day, though the day still belongs to it.
        if area.closed_on is not None and area.closed_on <= asked.day:
            continue
        if area.time_box is None or area.time_box.ends is None:
            yield Unjudged(area.id, "time_box.ends")
            continue
        ends = area.time_box.ends
        ended = ends.before(asked.day)
        if ended is None:
            yield Unjudged(area.id, "time_box.ends")
        elif ended:
            place = view.place(area, "time_box", "ends")
            yield Breach(place, area.id, area=area.id, ended=ends.when)


@rule(
    "FOC006",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("focus_areas",),
    sources=seed("SB-52"),
    sv=Texts(
        message="Fokusområdet {area} saknar samordnare.",
        why=(
            "Arbetsmötena behöver planeras och ledas. Är ingen utpekad blir det ingens uppgift "
            "att hålla arbetet i gång."
        ),
        remedy=(
            "Styrgruppen pekar ut den roll som ska samordna området; den förs in i coordinators."
        ),
    ),
    en=Texts(
        message="Focus area {area} has no coordinator.",
        why=(
            "The work meetings need to be planned and led. When nobody is named, keeping the work "
            "going is nobody's task."
        ),
        remedy=(
            "The steering group names the role that is to coordinate the area; it is entered in "
            "coordinators."
        ),
    ),
)
def coordinator_missing(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each focus area who coordinates it."""
    for area in view.focus_areas:
        if not area.coordinators:
            yield Breach(view.place(area), area.id, area=area.id)
