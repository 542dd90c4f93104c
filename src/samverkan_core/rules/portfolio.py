"""Rules about activities as a whole: every level, young people's part, what a group may plan."""

from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.findings.pointer import pointer
from samverkan_core.indexing import View
from samverkan_core.model.activity import (
    Activity,
    ActivityKind,
    ActivityScope,
    InterventionLevel,
)
from samverkan_core.model.body import BodyKind
from samverkan_core.overviews.done import done_between
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.common import unless_any
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.time import A_YEAR, start_of_last

__all__ = ["individual_planned_by_group", "level_missing", "only_new_forums", "young_not_heard"]


@rule(
    "ACV020",
    Severity.WARNING,
    Pillar.STRUCTURE,
    Force.PROPOSAL,
    reads=("activities",),
    sources=seed("SB-08"),
    words=(("levels", InterventionLevel),),
    sv=Texts(
        message="Aktivitet saknas på nivå: {levels}.",
        why=(
            "Främjande och förebyggande arbete når barn innan de får det svårt, riktade insatser "
            "når dem som redan har det. Att alla tre nivåerna ska finnas är det här bibliotekets "
            "förslag."
        ),
        remedy=(
            "Styrgruppen prövar vilken aktivitet som behövs på varje nivå som saknas; den som "
            "förvaltar dokumentet för in den i activities och anger level."
        ),
    ),
    en=Texts(
        message="An activity is missing on level: {levels}.",
        why=(
            "Promotive and preventive work reaches children before they have a hard time, targeted "
            "work those who have it already. That all three are to be there is this library's "
            "proposal."
        ),
        remedy=(
            "The steering group considers which activity is needed on each level that is missing; "
            "whoever keeps the document enters it in activities and states level."
        ),
    ),
)
def level_missing(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask the activities together for each of the three levels."""
    levels = {activity.level for activity in view.activities}
    missing = tuple(level.code for level in InterventionLevel if level not in levels)
    if missing and None in levels:
        unsaid = (activity.id for activity in view.activities if activity.level is None)
        yield from (Unjudged(id_, "level") for id_ in unsaid)
    elif missing:
        yield Breach(pointer("activities"), None, levels=missing)


@rule(
    "ACV021",
    Severity.ERROR,
    Pillar.SHARED_VIEW,
    Force.SEED,
    reads=("activities",),
    of_state=True,
    sources=seed("RA-09"),
    sv=Texts(
        message=(
            "Ingen aktivitet de senaste tolv månaderna visar att barn och unga har varit delaktiga."
        ),
        why=(
            "Barn och unga vet själva hur det är att växa upp i kommunen. Utan dem bygger arbetet "
            "på vad vuxna tror. Källan säger inte hur lång perioden är; här är den ett år."
        ),
        remedy=(
            "De som ansvarar för aktiviteterna låter barn och unga vara delaktiga i minst en av "
            "dem; den som förvaltar dokumentet beskriver i young_voices hur det sker, eller hur "
            "det redan har skett."
        ),
    ),
    en=Texts(
        message=(
            "No activity of the last twelve months shows that children and young people have taken "
            "part."
        ),
        why=(
            "Children and young people know for themselves what it is to grow up there. Without "
            "them the work rests on what adults believe. The source does not say how long the "
            "period is; here it is a year."
        ),
        remedy=(
            "Those who answer for the activities let children and young people take part in at "
            "least one; whoever keeps the document says in young_voices how they do, or how they "
            "already did."
        ),
    ),
)
def young_not_heard(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask the last twelve months for an activity in which young people took part."""
    first = start_of_last(A_YEAR, asked.day)
    verdicts = (
        (activity.id, done_between(activity, first, asked.day))
        for activity in view.activities
        if _lets_take_part(activity)
    )
    yield from unless_any(verdicts, "time_box", Breach(pointer("activities")))


def _lets_take_part(activity: Activity) -> bool:
    return activity.young_voices is not None or activity.kind is ActivityKind.CONSULTATION


@rule(
    "ACV022",
    Severity.WARNING,
    Pillar.SHARED_VIEW,
    Force.SEED,
    reads=("activities",),
    sources=seed("RA-08"),
    sv=Texts(
        message="Alla forum där barn och unga är delaktiga är nya; det gäller {activities}.",
        why=(
            "I ett forum som redan finns är barn och unga hemma och vågar säga vad de tycker. Ett "
            "forum som görs för tillfället når ofta bara några få och försvinner efteråt."
        ),
        remedy=(
            "De som ansvarar för aktiviteterna prövar om ett elevråd, ett ungdomsråd eller ett "
            "annat forum som redan finns kan användas; den som förvaltar dokumentet anger "
            "existed_before i young_voices."
        ),
    ),
    en=Texts(
        message=(
            "All forums in which children and young people take part are new; this concerns "
            "{activities}."
        ),
        why=(
            "In a forum that exists already children and young people are at home and dare say "
            "what they think. One that is made for the occasion often reaches few and is gone "
            "afterwards."
        ),
        remedy=(
            "Those who answer for the activities consider whether a pupils' council, a youth "
            "council or another forum that exists can be used; whoever keeps the document states "
            "existed_before in young_voices."
        ),
    ),
)
def only_new_forums(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask the activities in which young people take part for a forum that was theirs already."""
    verdicts = tuple(
        (activity.id, activity.young_voices.existed_before)
        for activity in view.activities
        if activity.young_voices is not None
    )
    if not verdicts:
        yield Unjudged(None, "activities.young_voices")
        return
    new = tuple(dict.fromkeys(id_ for id_, _ in verdicts))
    breach = Breach(pointer("activities"), None, activities=new)
    yield from unless_any(verdicts, "young_voices.existed_before", breach)


@rule(
    "ACV026",
    Severity.WARNING,
    Pillar.STRUCTURE,
    Force.PROPOSAL,
    reads=("activities", "bodies"),
    sources=seed("LO-16"),
    sv=Texts(
        message="Aktiviteten {activity} är individuell men planeras av samverkansgruppen {group}.",
        why=(
            "Samverkansgruppen planerar gemensamma generella insatser. Uppgifter om ett enskilt "
            "barn omfattas ofta av sekretess och får inte delas fritt i gruppen; planen görs av "
            "dem som möter barnet. Att gruppen bara planerar generella insatser är det här "
            "bibliotekets förslag."
        ),
        remedy=(
            "Samverkansgruppen lämnar planeringen till de verksamheter som möter barnet; den som "
            "förvaltar dokumentet tar bort gruppen ur planned_by."
        ),
    ),
    en=Texts(
        message="Activity {activity} is individual but planned by collaboration group {group}.",
        why=(
            "A collaboration group plans joint general measures. Particulars of one child are "
            "often secret and may not be shared freely in the group; those who meet the child make "
            "the plan. That the group plans general measures only is this library's proposal."
        ),
        remedy=(
            "The collaboration group leaves the planning to the services that meet the child; "
            "whoever keeps the document takes the group out of planned_by."
        ),
    ),
)
def individual_planned_by_group(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each individual activity whether a collaboration group plans it."""
    for activity in view.activities:
        if activity.scope is None and activity.planned_by:
            yield Unjudged(activity.id, "scope")
        elif activity.scope is ActivityScope.INDIVIDUAL:
            yield from _planned(view, activity)


def _planned(view: View, activity: Activity) -> Iterator[Outcome]:
    for position, id_ in enumerate(activity.planned_by):
        group = view.bodies.get(id_)
        if group is None:
            yield Unjudged(activity.id, "planned_by")
        elif group.kind is BodyKind.COLLABORATION_GROUP:
            place = view.place(activity, "planned_by", position)
            yield Breach(place, activity.id, activity=activity.id, group=group.id)
