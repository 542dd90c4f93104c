"""Rules about how a plan is made, followed up and put away: by whom, how often, until when."""

import datetime as dt
from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.model.plan import FamilyParticipation, IndividualPlan
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.legal import any_of
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.labels import Labelled
from samverkan_core.values.text import folded
from samverkan_core.values.time import over

__all__ = ["competence_not_there", "family_left_out", "no_follow_up_ahead", "plan_kept_too_long"]


class Absent(Labelled):
    """Of whom nobody has noted that they took part."""

    CHILD = ("child", "barnet", "the child")
    FAMILY = ("family", "familjen", "the family")


@rule(
    "SIP009",
    Severity.ERROR,
    Pillar.SHARED_VIEW,
    Force.SEED,
    reads=("plans",),
    sources=seed("LO-13"),
    words=(("missing", Absent),),
    sv=Texts(
        message=(
            "Det framgår inte av planen {plan} att {missing} har deltagit, och inget skäl är "
            "angivet."
        ),
        why=(
            "Planen är barnets och familjens. Har de inte varit med ska det gå att se varför, så "
            "att de kan vara med nästa gång."
        ),
        remedy=(
            "Mötesledaren för in i family om barnet och familjen deltog, eller varför de inte "
            "gjorde det."
        ),
    ),
    en=Texts(
        message=("Plan {plan} does not show that {missing} took part, and no reason is given."),
        why=(
            "The plan is the child's and the family's. Where they were not in it one is to see "
            "why, so that they can be next time."
        ),
        remedy=(
            "The chair of the meeting enters in family whether the child and the family took part, "
            "or why they did not."
        ),
    ),
)
def family_left_out(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask of each plan whether the child and the family took part, or why not."""
    for plan in view.plans:
        family = plan.family or FamilyParticipation()
        there = {Absent.CHILD: family.child, Absent.FAMILY: family.family}
        missing = tuple(who.code for who, took_part in there.items() if not took_part)
        if missing and family.reason is None:
            where = ("family",) if plan.family else ()
            yield Breach(view.place(plan, *where), plan.id, plan=plan.id, missing=missing)


@rule(
    "SIP010",
    Severity.WARNING,
    Pillar.STRUCTURE,
    Force.GUIDANCE,
    reads=("plans",),
    of_state=True,
    sources=seed("LO-11"),
    sv=Texts(
        message="Planen {plan} pågår den dag som granskas, men ingen uppföljning är planerad.",
        why=(
            "Lagen kräver ingen dag för uppföljning, men i vägledningarna är uppföljningen ett "
            "eget steg. En plan som ingen följer upp rinner ut i sanden utan att någon har bestämt "
            "det."
        ),
        remedy=(
            "Den som är huvudansvarig för planen bestämmer dagen tillsammans med familjen och för "
            "in den i follow_ups, eller avslutar planen och anger closed_on."
        ),
    ),
    en=Texts(
        message="Plan {plan} is open on the day asked about, but no follow-up lies ahead.",
        why=(
            "The law sets no day for it, but public guidance counts it as a step: a plan that "
            "nobody follows up ends without anybody having decided so."
        ),
        remedy=(
            "The lead of the plan sets the day together with the family and enters it in "
            "follow_ups, or closes the plan and enters closed_on."
        ),
    ),
)
def no_follow_up_ahead(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask of each open plan whether it is to be followed up on the day or after it."""
    for plan in view.plans:
        opened, ahead = plan.open_on(asked.day), _ahead(plan, asked.day)
        if opened is False or ahead:
            continue
        if opened is None or ahead is None:
            yield Unjudged(plan.id, "started" if opened is None else "follow_ups")
        else:
            yield Breach(view.place(plan), plan.id, plan=plan.id)


def _ahead(plan: IndividualPlan, day: dt.date) -> bool | None:
    passed = (follow_up.before(day) for follow_up in plan.follow_ups)
    return any_of(None if gone is None else not gone for gone in passed)


@rule(
    "SIP011",
    Severity.WARNING,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("plans",),
    sources=seed("AT-08"),
    sv=Texts(
        message=(
            "Ingen deltagare i planen {plan} har den kompetens som står som nummer {number} i "
            "listan över vad som behövs."
        ),
        why=(
            "Rätt kompetens vid rätt tid avgör om planen träffar rätt. Saknas den planerar de som "
            "är där för det som de själva kan."
        ),
        remedy=(
            "Den som är huvudansvarig för planen bjuder in någon som har kompetensen och för in "
            "personens roll i participants."
        ),
    ),
    en=Texts(
        message=(
            "No participant in plan {plan} has the competence that stands as number {number} among "
            "those needed."
        ),
        why=(
            "The right competence at the right time decides whether the plan hits the mark. Where "
            "it is missing, those present plan for what they can do themselves."
        ),
        remedy=(
            "The lead of the plan invites somebody who has the competence and enters that role in "
            "participants."
        ),
    ),
)
def competence_not_there(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask of each competence that a plan needs whether a participant has it."""
    for plan in view.plans:
        there = {folded(own) for one in plan.participants for own in one.competences}
        for position, needed in enumerate(plan.competences_needed):
            if folded(needed) not in there:
                # The words themselves are not shown: they may say something of the child.
                place = view.place(plan, "competences_needed", position)
                yield Breach(place, plan.id, plan=plan.id, number=position + 1)


@rule(
    "SIP012",
    Severity.WARNING,
    Pillar.STRUCTURE,
    Force.PROPOSAL,
    reads=("plans",),
    of_state=True,
    sources=seed("LO-11"),
    sv=Texts(
        message=(
            "Planen {plan} fick finnas kvar här längst till och med {last} men är inte gallrad."
        ),
        why=(
            "Uppgifter om ett barn ska inte finnas kvar längre än de behövs. Själva planen finns i "
            "huvudmännens akter."
        ),
        remedy=(
            "Den som förvaltar dokumentet gallrar planen med expunge, eller för in en ny sista dag "
            "i retain_until enligt huvudmannens gallringsbeslut."
        ),
    ),
    en=Texts(
        message="Plan {plan} could stay here until {last} at the longest but has not been removed.",
        why=(
            "Facts about a child are not to stay longer than they are needed. The plan itself is "
            "in the files where it belongs."
        ),
        remedy=(
            "Whoever keeps the document removes the plan with expunge, or enters a new last day in "
            "retain_until by the principal's decision on retention."
        ),
    ),
)
def plan_kept_too_long(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask of each plan whether the last day on which it may be kept has passed."""
    for plan in view.plans:
        if over(plan.retain_until, asked.day):
            place = view.place(plan, "retain_until")
            yield Breach(place, plan.id, plan=plan.id, last=plan.retain_until.isoformat())
