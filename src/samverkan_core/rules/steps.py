"""Rules about the journey of a focus area through the seven pedagogical steps."""

from collections.abc import Iterator
from itertools import pairwise

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.process.step import TRANSITIONS, JourneyEntry, Move, Step, move
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.time import out_of_order

__all__ = [
    "back_without_reason",
    "begins_elsewhere",
    "days_out_of_order",
    "journey_missing",
    "move_not_allowed",
    "step_after_close",
]

_FIRST = next(iter(Step))


def _moves(area: FocusArea) -> Iterator[tuple[int, JourneyEntry, JourneyEntry]]:
    """Give each move of a journey: the position of the later entry, and both entries."""
    for position, (before, after) in enumerate(pairwise(area.journey), start=1):
        yield position, before, after


def _unrecorded(view: View) -> Iterator[Unjudged]:
    """Say that no move can be judged where nobody has recorded any journey."""
    if not any(area.journey for area in view.focus_areas):
        yield Unjudged(None, "focus_areas.journey")


@rule(
    "STP001",
    Severity.WARNING,
    Pillar.STRUCTURE,
    Force.PROPOSAL,
    reads=("focus_areas",),
    sources=seed("SB-73"),
    words=(("step", Step), ("first", Step)),
    sv=Texts(
        message="Fokusområdet {area} börjar med steget ”{step}”; det första steget är ”{first}”.",
        why=(
            "Det första steget ger frågan en ram och samlar dem som berörs. Utan det börjar "
            "arbetet innan alla vet varför."
        ),
        remedy=(
            "Samordnaren tar det första steget tillsammans med arbetsgruppen, eller för in det i "
            "journey om det redan är taget."
        ),
    ),
    en=Texts(
        message="Focus area {area} begins with the step “{step}”; the first step is “{first}”.",
        why=(
            "The first step gives the question a frame and gathers those concerned. Without it the "
            "work begins before everyone knows why."
        ),
        remedy=(
            "The coordinator takes the first step together with the working group, or enters it in "
            "journey if it has been taken."
        ),
    ),
)
def begins_elsewhere(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each journey whether it begins with the first step."""
    yield from _unrecorded(view)
    for area in view.focus_areas:
        for entry in area.journey[:1]:
            if entry.step is not _FIRST:
                place = view.place(area, "journey", 0, "step")
                step = entry.step.code
                yield Breach(place, area.id, area=area.id, step=step, first=_FIRST.code)


@rule(
    "STP002",
    Severity.WARNING,
    Pillar.STRUCTURE,
    Force.PROPOSAL,
    reads=("focus_areas",),
    sources=seed("SB-73"),
    words=(("before", Step), ("after", Step), ("move", Move)),
    sv=Texts(
        message=(
            "Fokusområdet {area} går från ”{before}” till ”{after}”, inte ett steg i taget "
            "({move})."
        ),
        why=(
            "Stegen bygger på varandra: det som prövas ska först ha skapats, och det som förs in i "
            "vardagen ska ha prövats."
        ),
        remedy=(
            "Samordnaren tar stegen däremellan med arbetsgruppen, eller rättar journey om ett steg "
            "har glömts bort eller står två gånger."
        ),
    ),
    en=Texts(
        message=(
            "Focus area {area} goes from “{before}” to “{after}”, not one step at a time ({move})."
        ),
        why=(
            "The steps build on each other: what is tried has first been created, and what goes "
            "into everyday work has been tried."
        ),
        remedy=(
            "The coordinator takes the steps between with the working group, or mends journey if a "
            "step was forgotten or stands there twice."
        ),
    ),
)
def move_not_allowed(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each journey whether it goes one step on, or back."""
    yield from _unrecorded(view)
    for area in view.focus_areas:
        for position, before, after in _moves(area):
            if after.step not in TRANSITIONS[before.step]:
                yield Breach(
                    view.place(area, "journey", position, "step"),
                    area.id,
                    area=area.id,
                    before=before.step.code,
                    after=after.step.code,
                    move=move(before.step, after.step).code,
                )


@rule(
    "STP003",
    Severity.WARNING,
    Pillar.SHARED_VIEW,
    Force.SEED,
    reads=("focus_areas",),
    sources=seed("SB-79"),
    words=(("before", Step), ("after", Step)),
    sv=Texts(
        message=(
            "Fokusområdet {area} går tillbaka från ”{before}” till ”{after}” utan angivet skäl."
        ),
        why=(
            "Att gå tillbaka är tillåtet och kan vara klokt. När skälet är antecknat förstår även "
            "den som kommer till senare varför, och arbetet kan lära av det."
        ),
        remedy="Samordnaren antecknar skälet i reason tillsammans med arbetsgruppen.",
    ),
    en=Texts(
        message="Focus area {area} goes back from “{before}” to “{after}” without a reason.",
        why=(
            "Going back is allowed and may be wise. With its reason noted, those who join later "
            "understand it too, and the work can learn from it."
        ),
        remedy="The coordinator notes the reason in reason together with the working group.",
    ),
)
def back_without_reason(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each step back why it was taken."""
    yield from _unrecorded(view)
    for area in view.focus_areas:
        for position, before, after in _moves(area):
            if move(before.step, after.step) is Move.BACK and after.reason is None:
                yield Breach(
                    view.place(area, "journey", position),
                    area.id,
                    area=area.id,
                    before=before.step.code,
                    after=after.step.code,
                )


@rule(
    "STP004",
    Severity.WARNING,
    Pillar.STRUCTURE,
    Force.PROPOSAL,
    reads=("focus_areas",),
    sources=seed("SB-73"),
    words=(("step", Step),),
    sv=Texts(
        message=(
            "I fokusområdet {area} är steget ”{step}” daterat {day}, före steget innan ({before})."
        ),
        why=(
            "Stegen antecknas i den ordning som de tas. Går dagarna bakåt syns det inte hur länge "
            "ett steg pågick eller var arbetet står."
        ),
        remedy="Samordnaren rättar dagen, eller ordningen, i journey.",
    ),
    en=Texts(
        message=(
            "In focus area {area} the step “{step}” is dated {day}, before the preceding step "
            "({before})."
        ),
        why=(
            "Steps are noted in the order in which they are taken. When the days run backwards "
            "nobody can see how long a step lasted or where the work stands."
        ),
        remedy="The coordinator mends the day, or the order, in journey.",
    ),
)
def days_out_of_order(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each step whether its day comes before that of the step before it."""
    yield from _unrecorded(view)
    for area in view.focus_areas:
        for position, before, after in _moves(area):
            backwards = out_of_order(before.day, after.day)
            if backwards is None:
                yield Unjudged(area.id, "journey.day")
            elif backwards:
                yield Breach(
                    view.place(area, "journey", position, "day"),
                    area.id,
                    area=area.id,
                    step=after.step.code,
                    day=after.day.when,
                    before=before.day.when,
                )


@rule(
    "STP005",
    Severity.WARNING,
    Pillar.STRUCTURE,
    Force.PROPOSAL,
    reads=("focus_areas",),
    of_state=True,
    sources=seed("SB-73"),
    sv=Texts(
        message="Fokusområdet {area} är öppet, men inget steg är antecknat.",
        why=(
            "Stegen visar hur långt arbetet har kommit. Ett öppet område utan steg går inte att "
            "följa upp."
        ),
        remedy="Samordnaren för in de steg som har tagits i journey, med början i det första.",
    ),
    en=Texts(
        message="Focus area {area} is open, but none of its steps is noted.",
        why=(
            "The steps show how far the work has come. An open area without steps cannot be "
            "followed up."
        ),
        remedy="The coordinator enters the steps taken in journey, beginning with the first.",
    ),
)
def journey_missing(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask each open focus area for its journey."""
    for area in view.focus_areas:
        if area.journey:
            continue
        active = area.active_on(asked.day)
        if active is None:
            yield Unjudged(area.id, "time_box.starts")
        elif active:
            yield Breach(view.place(area), area.id, area=area.id)


@rule(
    "STP007",
    Severity.WARNING,
    Pillar.STRUCTURE,
    Force.PROPOSAL,
    reads=("focus_areas",),
    sources=seed("SB-49", "SB-73"),
    words=(("step", Step),),
    sv=Texts(
        message=(
            "I fokusområdet {area} är steget ”{step}” daterat {day}, efter att området avslutades "
            "({closed})."
        ),
        why=(
            "Ett avslutat område har lämnat ifrån sig sin plats. Arbete som fortsätter ändå syns "
            "varken för styrgruppen eller för dem som väntar på platsen."
        ),
        remedy=(
            "Samordnaren rättar dagen i journey, eller styrgruppen rättar closed_on; ska arbetet "
            "fortsätta öppnar styrgruppen ett nytt område."
        ),
    ),
    en=Texts(
        message=(
            "In focus area {area} the step “{step}” is dated {day}, after the area was closed "
            "({closed})."
        ),
        why=(
            "A closed area has given up its place. Work that goes on all the same is seen neither "
            "by the steering group nor by those who wait for the place."
        ),
        remedy=(
            "The coordinator mends the day in journey, or the steering group mends closed_on; if "
            "the work is to go on, the steering group opens a new area."
        ),
    ),
)
def step_after_close(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each step of a closed focus area whether it was taken before the area was closed."""
    yield from _unrecorded(view)
    for area in view.focus_areas:
        if area.closed_on is None:
            continue
        for position, entry in enumerate(area.journey):
            in_time = entry.day.by(area.closed_on)
            if in_time is None:
                yield Unjudged(area.id, "journey.day")
            elif not in_time:
                yield Breach(
                    view.place(area, "journey", position, "day"),
                    area.id,
                    area=area.id,
                    step=entry.step.code,
                    day=entry.day.when,
                    closed=area.closed_on.isoformat(),
                )
