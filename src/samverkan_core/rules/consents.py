"""Rules about consents to a plan: whose they are, what they cover, and what follows if one ends."""

import datetime as dt
from collections.abc import Iterator

import attrs

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.model.child import AgeLimit
from samverkan_core.model.plan import Consenter, IndividualPlan
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.legal import all_of, any_of
from samverkan_core.rules.profiles.profile import ConsentAge
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.labels import Labelled

__all__ = ["consent_is_general", "consent_not_enough", "consent_withdrawn"]


class Given(Labelled):
    """Who consents, after "from"."""

    NOBODY = ("", "ingen", "nobody")
    CHILD = (Consenter.CHILD.code, Consenter.CHILD.sv, Consenter.CHILD.en)
    GUARDIAN_1 = (Consenter.GUARDIAN_1.code, Consenter.GUARDIAN_1.sv, Consenter.GUARDIAN_1.en)
    GUARDIAN_2 = (Consenter.GUARDIAN_2.code, Consenter.GUARDIAN_2.sv, Consenter.GUARDIAN_2.en)


@rule(
    "SIP004",
    Severity.WARNING,
    Pillar.STRUCTURE,
    Force.GUIDANCE,
    reads=("plans", "children"),
    of_state=True,
    parameters=("child_consent_from",),
    sources=seed("LO-11"),
    words=(("given", Given),),
    sv=Texts(
        message=(
            "Den dag som granskas samtycker {given} till planen {plan}, och det bedöms inte räcka."
        ),
        why=(
            "Två vårdnadshavare beslutar i regel tillsammans, och ett barn som är tillräckligt "
            "gammalt kan samtycka självt. Från vilken ålder anger inte lagen, och vägledningarna "
            "skiljer sig åt; därför bestämmer kommunen och regionen det i sin profil."
        ),
        remedy=(
            "Den som är huvudansvarig för planen inhämtar det samtycke som saknas och för in det i "
            "consents; till dess lämnar deltagarna inte uppgifter om barnet till varandra med stöd "
            "av samtycke."
        ),
    ),
    en=Texts(
        message=(
            "On the day asked about plan {plan} rests on consent from {given}, which is not taken "
            "to be enough."
        ),
        why=(
            "Two guardians decide together as a rule, and a child who is old enough can consent by "
            "itself. From what age the law does not say, and public guidance differs; so "
            "municipality and region settle it in their profile."
        ),
        remedy=(
            "The lead of the plan obtains the consent that is missing and enters it in consents; "
            "until then those taking part do not tell each other of the child on the ground of "
            "consent."
        ),
    ),
)
def consent_not_enough(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask of each open plan whether those consent who are to, by the age of the child.

    Where the municipality has not said from what age a child consents by itself, it is judged only
    as far as every age comes to the same. That nobody consents to a SIP is another rule's matter.
    """
    for plan in view.plans:
        consents = _Consents.to(plan, asked.day)
        opened = plan.open_on(asked.day)
        if opened is False or (plan.is_coordinated and not consents.given):
            continue
        answers = set(_answers(view, plan, consents, asked))
        if answers == {True}:
            continue
        if opened is None or answers != {False}:
            yield Unjudged(plan.id, _lacked(answers) if opened else "started")
        else:
            place = view.place(plan)
            yield Breach(place, plan.id, plan=plan.id, given=consents.given or "")


@attrs.frozen
class _Consents:
    """Who consents to a plan on a day, as far as that is known."""

    #: Whether the child does.
    child: bool | None
    #: Whether as many guardians do as there are.
    guardians: bool | None
    #: Who surely or perhaps consents.
    given: tuple[str, ...]

    @classmethod
    def to(cls, plan: IndividualPlan, day: dt.date) -> "_Consents":
        """Look at the consents to a plan."""
        child, *both = (_consents(plan, who, day) for who in Consenter)
        one, two = any_of(both), all_of(both)
        guardians = {1: one, 2: two}.get(plan.guardians or 0, one if one == two else None)
        known = zip(Consenter, (child, *both), strict=True)
        return cls(child, guardians, tuple(who.code for who, says in known if says is not False))

    def by_itself(self, old_enough: bool | None) -> bool | None:  # noqa: FBT001 - an answer that may be unknown
        """Tell whether the consents suffice, where a child is old enough or is not."""
        if old_enough is None:
            return self.child if self.child == self.guardians else None
        return self.child if old_enough else self.guardians


def _consents(plan: IndividualPlan, who: Consenter, day: dt.date) -> bool | None:
    return any_of(one.in_force_on(day) for one in plan.consents if one.by is who)


def _answers(
    view: View, plan: IndividualPlan, consents: _Consents, asked: Asked
) -> Iterator[bool | None]:
    """Tell whether the consents suffice, for each age from which a child may consent by itself."""
    child = view.children.get(plan.child)
    for limit in _limits(asked.parameters.child_consent_from):
        yield consents.by_itself(None if child is None else child.has_passed(limit, asked.day))


def _lacked(answers: set[bool | None]) -> str:
    """Name what would settle it: the policy, where each age of it gives an answer."""
    return "consents" if None in answers else "profile.child_consent_from"


def _limits(age: ConsentAge) -> tuple[AgeLimit, ...]:
    """Give the age that has been decided on; where none has, every one that it may be."""
    limit = AgeLimit.of(age.code)
    return tuple(AgeLimit) if limit is None else (limit,)


@rule(
    "SIP005",
    Severity.WARNING,
    Pillar.STRUCTURE,
    Force.GUIDANCE,
    reads=("plans",),
    of_state=True,
    implies=("SIP001", "SIP004"),
    sources=seed("LO-11"),
    words=(("withdrawn", Given),),
    sv=Texts(
        message=(
            "Ett samtycke till planen {plan} är återkallat ({withdrawn}), men följande åtaganden "
            "är fortfarande öppna: {open}."
        ),
        why=(
            "Att samtycket återkallas ska få betydelse. Insatser kan få fortsätta var för sig, men "
            "inte utan att någon har prövat det."
        ),
        remedy=(
            "Den som är huvudansvarig för planen går igenom de öppna åtagandena med dem som svarar "
            "för dem och avslutar planen. Lämnas ett nytt samtycke förs det in i consents."
        ),
    ),
    en=Texts(
        message=(
            "A consent to plan {plan} has been withdrawn ({withdrawn}), but commitments are still "
            "open: {open}."
        ),
        why=(
            "Whoever withdraws a consent is to notice that it matters. Measures may be able to go "
            "on each by itself, but not without anybody having considered it."
        ),
        remedy=(
            "The lead of the plan goes through the open commitments with those who do them and "
            "closes the plan, or enters a new consent in consents."
        ),
    ),
)
def consent_withdrawn(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask of each open plan to which a consent was withdrawn whether commitments remain."""
    day = asked.day
    for plan in view.plans:
        gone = {who: _withdrawn(plan, who, day) for who in Consenter}
        left = {one.id: one.open_on(day) for one in plan.commitments}
        broken = all_of((any_of(gone.values()), any_of(left.values()), plan.open_on(day)))
        if broken is None:
            yield Unjudged(plan.id, "consents.withdrawn_on")
        elif broken:
            who = tuple(one.code for one, said in gone.items() if said)
            still = tuple(id_ for id_, is_open in left.items() if is_open)
            yield Breach(view.place(plan), plan.id, plan=plan.id, withdrawn=who, open=still)


def _withdrawn(plan: IndividualPlan, who: Consenter, day: dt.date) -> bool | None:
    """Tell whether somebody had consented, has withdrawn it, and has not consented anew."""
    ended = any_of(one.withdrawn_by(day) for one in plan.consents if one.by is who)
    anew = _consents(plan, who, day)
    return all_of((ended, None if anew is None else not anew))


@rule(
    "SIP006",
    Severity.INFO,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("plans",),
    sources=seed("LO-10"),
    words=(("by", Consenter),),
    sv=Texts(
        message=(
            "I planen {plan} samtycker {by} utan att det framgår vilka uppgifter samtycket gäller."
        ),
        why=(
            "Ett samtycke är aldrig generellt. Den som vet vilka uppgifter familjen har sagt ja "
            "till att lämna vidare behöver inte fråga igen, och lämnar inte mer än så."
        ),
        remedy=(
            "Den som är huvudansvarig för planen går igenom med {by} vilka uppgifter samtycket "
            "gäller och för in dem i covers."
        ),
    ),
    en=Texts(
        message="In plan {plan} {by} consents without it being stated to which information.",
        why=(
            "A consent is never general. Whoever knows what the family has said yes to sharing "
            "need not ask again, and shares no more than that."
        ),
        remedy=(
            "The lead of the plan goes through with {by} which information the consent is about "
            "and enters it in covers."
        ),
    ),
)
def consent_is_general(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each consent what information it covers."""
    for plan in view.plans:
        for position, consent in enumerate(plan.consents):
            if not consent.covers:
                place = view.place(plan, "consents", position)
                yield Breach(place, plan.id, plan=plan.id, by=consent.by.code)
