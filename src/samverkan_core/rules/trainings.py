"""Rules about trainings: joint, for several arenas, on the four themes, before the work starts."""

from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.findings.pointer import pointer
from samverkan_core.indexing import View
from samverkan_core.model.activity import Activity, ActivityKind, Arena, TrainingTheme
from samverkan_core.model.body import Body
from samverkan_core.overviews.done import done_between
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.common import both, unless_any
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.ids import ActivityId
from samverkan_core.values.time import A_YEAR, start_of_last

__all__ = ["none_joint_training", "one_arena", "themes_missing", "work_before_training"]

#: What a training day before the work with goals is about (row AT-14).
_FOUR = (
    TrainingTheme.GOALS,
    TrainingTheme.ANCHORING,
    TrainingTheme.QUALITY,
    TrainingTheme.FOLLOW_UP,
)


def _trainings(view: View) -> tuple[Activity, ...]:
    return tuple(one for one in view.activities if one.kind is ActivityKind.TRAINING)


def _ids(activities: tuple[Activity, ...]) -> tuple[ActivityId, ...]:
    return tuple(dict.fromkeys(activity.id for activity in activities))


@rule(
    "ACV023",
    Severity.WARNING,
    Pillar.SHARED_VIEW,
    Force.SEED,
    reads=("activities",),
    of_state=True,
    sources=seed("KF-12"),
    sv=Texts(
        message=(
            "Ingen utbildning de senaste tolv månaderna är angiven som gemensam för två aktörer "
            "eller fler."
        ),
        why=(
            "De som lär sig något tillsammans får samma ord för det och lär känna varandra. Det "
            "underlättar samarbetet efteråt. Källan säger inte hur lång perioden är; här är den "
            "ett år."
        ),
        remedy=(
            "Styrgruppen ser till att minst en utbildning är gemensam; den som förvaltar "
            "dokumentet anger vilka som deltar i actors eller participants."
        ),
    ),
    en=Texts(
        message=(
            "No training of the last twelve months is stated to be joint to two actors or more."
        ),
        why=(
            "Those who learn something together get the same words for it and get to know each "
            "other, which helps when they work together later. The source does not say how long "
            "the period is; here it is a year."
        ),
        remedy=(
            "The steering group sees to it that at least one training is joint; whoever keeps the "
            "document names those who take part in actors or participants."
        ),
    ),
)
def none_joint_training(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask the trainings of the last twelve months for one that joined two actors or more."""
    first = start_of_last(A_YEAR, asked.day)
    verdicts = tuple(
        (one.id, both(_is_joint(one), done_between(one, first, asked.day)))
        for one in _trainings(view)
    )
    if not verdicts:
        yield Unjudged(None, "activities.kind")
        return
    yield from unless_any(verdicts, "actors", Breach(pointer("activities")))


def _is_joint(activity: Activity) -> bool | None:
    came = {one.actor for one in activity.participants if one.actor is not None}
    actors = {*activity.actors, *came}
    return len(actors) > 1 if actors else None


@rule(
    "ACV024",
    Severity.WARNING,
    Pillar.SHARED_VIEW,
    Force.SEED,
    reads=("activities",),
    sources=seed("AT-13"),
    words=(("arenas", Arena),),
    sv=Texts(
        message="Utbildningen om utsatta barn ({trainings}) når en enda arena: {arenas}.",
        why=(
            "Barn som far illa visar det på olika håll. Kan bara en verksamhet känna igen tecknen "
            "beror det på slumpen om någon ser dem."
        ),
        remedy=(
            "Styrgruppen bjuder in personal från fler arenor; den som förvaltar dokumentet för in "
            "dem i arenas."
        ),
    ),
    en=Texts(
        message="Training about children at risk ({trainings}) reaches one arena: {arenas}.",
        why=(
            "Children who come to harm show it in different places. Where only one service knows "
            "the signs it is left to chance whether anybody sees them."
        ),
        remedy=(
            "The steering group invites staff from more arenas; whoever keeps the document enters "
            "them in arenas."
        ),
    ),
)
def one_arena(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask the trainings about children at risk whether they reach more than one arena."""
    asked = tuple(one for one in _trainings(view) if TrainingTheme.CHILDREN_AT_RISK in one.themes)
    arenas = tuple(dict.fromkeys(arena.code for one in asked for arena in one.arenas))
    if not asked:
        yield Unjudged(None, "activities.themes")
    elif len(arenas) < 2:  # noqa: PLR2004 - two make several
        unsaid = tuple(one for one in asked if not one.arenas)
        yield from (Unjudged(one.id, "arenas") for one in unsaid)
        if not unsaid:
            yield Breach(pointer("activities"), None, trainings=_ids(asked), arenas=arenas)


@rule(
    "ACV025",
    Severity.WARNING,
    Pillar.SHARED_VIEW,
    Force.SEED,
    reads=("activities",),
    sources=seed("AT-14"),
    words=(("themes", TrainingTheme),),
    sv=Texts(
        message=(
            "Bland temana för utbildningen inför det gemensamma arbetet ({trainings}) saknas: "
            "{themes}."
        ),
        why=(
            "Mål, förankring, kvalitetsarbete och uppföljning hör ihop. Den som bara har lärt sig "
            "en del av det får svårt att få arbetet att hålla."
        ),
        remedy=(
            "De som ordnar utbildningen tar upp det som saknas; den som förvaltar dokumentet för "
            "in det i themes."
        ),
    ),
    en=Texts(
        message=(
            "Among the themes of the training before the joint work ({trainings}) these are "
            "missing: {themes}."
        ),
        why=(
            "Goals, anchoring, quality work and follow-up belong together. Whoever has learnt only "
            "a part of it finds it hard to make the work last."
        ),
        remedy=(
            "Those who arrange the training take up what is missing; whoever keeps the document "
            "enters it in themes."
        ),
    ),
)
def themes_missing(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask the trainings that take up one of the four themes for all four, between them."""
    asked = tuple(one for one in _trainings(view) if not set(_FOUR).isdisjoint(one.themes))
    found = {theme for one in asked for theme in one.themes}
    missing = tuple(theme.code for theme in _FOUR if theme not in found)
    if not asked:
        yield Unjudged(None, "activities.themes")
    elif missing:
        yield Breach(pointer("activities"), None, trainings=_ids(asked), themes=missing)


@rule(
    "BOD020",
    Severity.INFO,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("bodies", "activities"),
    sources=seed("AT-26"),
    sv=Texts(
        message="Gruppen {group} började {starts}, före utbildningen {training} ({held}).",
        why=(
            "Den som först har lärt sig om mål, förankring, kvalitet och uppföljning vet vad "
            "gruppen ska ta fram. I omvänd ordning kan gruppen få börja om."
        ),
        remedy=(
            "Styrgruppen prövar vad i gruppens arbete som behöver ses över efter utbildningen. Är "
            "dagarna felskrivna rättar den som förvaltar dokumentet period eller utbildningens "
            "time_box."
        ),
    ),
    en=Texts(
        message="Group {group} began {starts}, before its training {training} ({held}).",
        why=(
            "Whoever has first learnt about goals, anchoring, quality and follow-up knows what the "
            "group is to make. The other way round the group may have to begin again."
        ),
        remedy=(
            "The steering group considers what in the work of the group needs another look after "
            "the training. If the days are a slip, whoever keeps the document corrects period, or "
            "the time_box of the training."
        ),
    ),
)
def work_before_training(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each group that a training prepares whether it began before that training."""
    for group in view.bodies:
        for position, id_ in enumerate(group.prepared_by):
            yield from _prepared(view, group, position, id_)


def _prepared(view: View, group: Body, position: int, id_: ActivityId) -> Iterator[Outcome]:
    training, period = view.activities.get(id_), group.period
    box = None if training is None else training.time_box
    held = None if box is None else box.ends or box.starts
    if held is None:
        yield Unjudged(group.id, "prepared_by.time_box")
    elif period is None or period.first_day is None:
        yield Unjudged(group.id, "period.first_day")
    elif (in_time := held.by(period.first_day)) is None:
        yield Unjudged(group.id, "prepared_by.time_box")
    elif not in_time:
        place = view.place(group, "prepared_by", position)
        days = {"starts": period.first_day.isoformat(), "held": held.when}
        yield Breach(place, group.id, group=group.id, training=id_, **days)
