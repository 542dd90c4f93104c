"""Rules about what is done: clear activities, times that exist, tested before extended."""

from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.findings.pointer import pointer
from samverkan_core.indexing import View
from samverkan_core.model.activity import Activity, ActivityKind, Recurrence, Scale
from samverkan_core.overviews.recurrence import has_no_time, years_without
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.rule import Asked, Breach, Outcome, rule
from samverkan_core.values.labels import Labelled

__all__ = [
    "activity_unclear",
    "extended_untested",
    "inventory_missing",
    "time_not_every_year",
]

#: The years in which the calendar repeats itself.
_CYCLE = 400


class Wanted(Labelled):
    """What must be clear of an activity, as a part of a sentence."""

    GOALS = ("goals", "vilket mål den ska bidra till (goals)", "which goal it serves (goals)")
    TARGET = (
        "target_group",
        "vem den är till för (target_group eller audiences)",
        "whom it is for (target_group or audiences)",
    )
    RESPONSIBLE = (
        "responsible",
        "vem som ansvarar (responsible)",
        "who answers for it (responsible)",
    )
    METHOD = ("method", "hur den genomförs (method)", "how it is done (method)")


class HowOften(Labelled):
    """Which years have a time of the year, as the end of a sentence."""

    SOME = ("some", "inte alla år har", "not every year has")
    NONE = ("none", "inget år har", "no year has")
    UNSAID = (
        "unsaid",
        "ingen har angett: månad och vecka saknas",
        "nobody has stated: month and week are missing",
    )


@rule(
    "ACV001",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("activities",),
    sources=seed("SB-23"),
    words=(("missing", Wanted),),
    sv=Texts(
        message="För aktiviteten {activity} framgår inte {missing}.",
        why=(
            "Samverkan blir tydlig först när alla vet vad en aktivitet ska leda till, för vem, vem "
            "som gör vad och på vilket sätt."
        ),
        remedy=(
            "De som arbetar med {activity} kommer överens om det som saknas; den som förvaltar "
            "dokumentet för in det."
        ),
    ),
    en=Texts(
        message="Activity {activity} does not say {missing}.",
        why=(
            "Collaboration is clear only when everybody knows what an activity is to lead to, for "
            "whom, who does what, and in what way."
        ),
        remedy=(
            "Those who work with {activity} agree on what is missing; whoever keeps the document "
            "enters it."
        ),
    ),
)
def activity_unclear(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each activity for its goal, whom it is for, who answers for it, and its method."""
    for activity in view.activities:
        missing = _missing(view, activity)
        if missing:
            yield Breach(view.place(activity), activity.id, activity=activity.id, missing=missing)


def _missing(view: View, activity: Activity) -> tuple[str, ...]:
    """Name what neither an activity nor a larger one that it is part of says."""
    wholes = view.activities.upwards(activity, lambda part: part.part_of)
    stated = {wanted for whole in wholes for wanted in _stated(whole)}
    return tuple(wanted.code for wanted in Wanted if wanted not in stated)


def _stated(activity: Activity) -> Iterator[Wanted]:
    said = (
        (Wanted.GOALS, activity.goals),
        (Wanted.TARGET, activity.target_group or activity.audiences),
        (Wanted.RESPONSIBLE, activity.responsible),
        (Wanted.METHOD, activity.method),
    )
    return (wanted for wanted, found in said if found)


@rule(
    "ACV002",
    Severity.WARNING,
    Pillar.SHARED_VIEW,
    Force.PROPOSAL,
    reads=("activities",),
    sources=seed("SB-77"),
    words=(("years", HowOften),),
    sv=Texts(
        message="Aktiviteten {activity} ska återkomma vid en tid på året ({time}) som {years}.",
        why=(
            "Det som ska återkomma varje år behöver en tid som finns varje år. Annars uteblir det "
            "utan att någon har bestämt det."
        ),
        remedy=(
            "Den som ansvarar för {activity} väljer en tid som alla år har; den som förvaltar "
            "dokumentet för in den i recurrence."
        ),
    ),
    en=Texts(
        message="Activity {activity} comes back ({time}) at a time that {years}.",
        why=(
            "What is to come back every year needs a time that every year has. Otherwise it does "
            "not happen, though nobody decided so."
        ),
        remedy=(
            "Whoever answers for {activity} chooses a time that every year has; whoever keeps the "
            "document enters it in recurrence."
        ),
    ),
)
def time_not_every_year(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each activity that comes back whether every year has its time."""
    for activity in view.activities:
        found = activity.recurrence
        how_often = None if found is None else _how_often(found)
        if found is not None and how_often is not None:
            yield Breach(
                view.place(activity, "recurrence"),
                activity.id,
                activity=activity.id,
                time=_time(found),
                years=how_often.code,
            )


def _how_often(recurrence: Recurrence) -> HowOften | None:
    if has_no_time(recurrence):
        return HowOften.UNSAID
    lacking = len(years_without(recurrence))
    if not lacking:
        return None
    return HowOften.NONE if lacking == _CYCLE else HowOften.SOME


def _time(recurrence: Recurrence) -> str:
    """Write a time of the year by the members that state it."""
    stated = {"week": recurrence.week, "month": recurrence.month, "day": recurrence.day}
    known = (f"{name} {number}" for name, number in stated.items() if number is not None)
    return ", ".join(known) or f"every_years {recurrence.every_years}"


@rule(
    "ACV003",
    Severity.WARNING,
    Pillar.STEERING,
    Force.PROPOSAL,
    reads=("activities",),
    sources=seed("RA-04"),
    sv=Texts(
        message="Aktiviteten {activity} är utökad, men ingen utvärdering av försöket är angiven.",
        why=(
            "En aktivitet som först prövas i liten skala kan rättas till innan den utökas. Att "
            "försöket ska vara utvärderat innan dess är det här bibliotekets förslag."
        ),
        remedy=(
            "Styrgruppen låter utvärdera försöket; den som förvaltar dokumentet för in "
            "utvärderingen i evaluations."
        ),
    ),
    en=Texts(
        message="Activity {activity} has been extended, but no evaluation of the test is stated.",
        why=(
            "An activity that is first tested on a small scale can be mended before it is "
            "extended. That the test is to be evaluated before then is this library's proposal."
        ),
        remedy=(
            "The steering group has the test evaluated; whoever keeps the document enters the "
            "evaluation in evaluations."
        ),
    ),
)
def extended_untested(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each activity that has been extended for an evaluation."""
    for activity in view.activities:
        if activity.scale is Scale.EXTENDED and not activity.evaluations:
            yield Breach(view.place(activity, "scale"), activity.id, activity=activity.id)


@rule(
    "RES001",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("activities", "resources"),
    sources=seed("KF-06"),
    sv=Texts(
        message="I dokumentet finns insatser men ingen kartläggning av befintliga resurser.",
        why=(
            "Först när de befintliga resurserna är kartlagda syns det vilka nya insatser som "
            "behövs, och hur det som finns används bäst."
        ),
        remedy=(
            "Aktörerna kartlägger tillsammans vad var och en redan har för barn och unga; den som "
            "förvaltar dokumentet för in det i resources."
        ),
    ),
    en=Texts(
        message=(
            "The document has interventions but no inventory of what there is already: resources "
            "is empty."
        ),
        why=(
            "Only when existing resources have been mapped does it show which new interventions "
            "are needed, and how what there is can be used best."
        ),
        remedy=(
            "The actors map together what each already has for children and young people; whoever "
            "keeps the document enters it in resources."
        ),
    ),
)
def inventory_missing(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask a document with interventions for an inventory of what there is."""
    interventions = any(one.kind is ActivityKind.INTERVENTION for one in view.activities)
    if interventions and not len(view.resources):
        yield Breach(pointer("activities"), None)
