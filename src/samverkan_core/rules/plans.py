"""Rules about what the law asks of a coordinated individual plan (SIP): consent, needs, content."""

from collections.abc import Callable, Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.model.plan import IndividualPlan, Service
from samverkan_core.reference.laws import Law
from samverkan_core.rules.legal import any_of, by_wording_of, by_wording_on, rows_behind
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.labels import Labelled

__all__ = ["PLAN_LAW", "legal_items_missing", "needs_of_one_service", "without_consent"]

#: The provisions on coordinated individual plans, any wording of each; the newest first.
PLAN_LAW = ("se.sol2025.10-8", "se.sol2001.2-7")


class LegalItem(Labelled):
    """What the law requires a plan to state, as the end of a sentence."""

    NEEDED = ("needed", "vilka insatser som behövs", "which interventions are needed")
    ANSWERS = (
        "answers",
        "vilken huvudman som ska svara för varje insats",
        "which principal answers for each intervention",
    )
    OTHERS = (
        "others",
        "vilka åtgärder som någon annan än huvudmännen ska vidta",
        "which measures others than the principals are to take",
    )
    OVERALL = (
        "overall",
        "vilken huvudman som har det övergripande ansvaret för planen",
        "which principal has the overall responsibility",
    )


@rule(
    "SIP001",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.LAW,
    reads=("plans",),
    of_state=True,
    sources=rows_behind(PLAN_LAW),
    sv=Texts(
        message=(
            "Inget samtycke till planen {plan} gäller den dag som granskas; enligt {provision} "
            "upprättas planen bara om den enskilde samtycker."
        ),
        why=(
            "En samordnad individuell plan, i lagen kallad individuell plan, är frivillig för den "
            "enskilde. Utan samtycke kan sekretess dessutom hindra huvudmännen från att lämna "
            "uppgifter om barnet till varandra."
        ),
        remedy=(
            "Den som är huvudansvarig för planen frågar barnet och vårdnadshavarna och för in "
            "svaret i consents. Om samtycke saknas avslutar huvudmännen planen."
        ),
    ),
    en=Texts(
        message=(
            "No consent to plan {plan} is in force on the day asked about; by {provision} a plan "
            "is made only where the individual consents."
        ),
        why=(
            "A coordinated individual plan, in the act called individual plan, is voluntary for "
            "the individual. Without consent secrecy too may keep the principals from telling each "
            "other of the child."
        ),
        remedy=(
            "The lead of the plan asks the child and the guardians and enters the answer in "
            "consents; where nobody consents the principals close the plan."
        ),
    ),
)
def without_consent(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask of each coordinated plan that is open whether anybody consents to it."""
    for plan in view.plans:
        agreed = any_of(consent.in_force_on(asked.day) for consent in plan.consents)
        opened = plan.open_on(asked.day)
        if not plan.is_coordinated or agreed or opened is False:
            continue
        if opened is None or agreed is None:
            yield Unjudged(plan.id, "started" if opened is None else "consents")
        else:
            yield from by_wording_on(PLAN_LAW, asked.day, plan.id, _breach(view, plan))


@rule(
    "SIP002",
    Severity.WARNING,
    Pillar.STRUCTURE,
    Force.LAW,
    reads=("plans",),
    sources=rows_behind(PLAN_LAW),
    words=(("missing", Service),),
    sv=Texts(
        message=(
            "Planen {plan} kallas samordnad individuell plan men anger inget behov av insatser "
            "från {missing}, som {provision} förutsätter."
        ),
        why=(
            "En samordnad individuell plan gäller den som behöver insatser både från "
            "socialtjänsten och från hälso- och sjukvården. En plan mellan skola och socialtjänst "
            "kan göra stor nytta, men är en annan plan med andra regler."
        ),
        remedy=(
            "Den som är huvudansvarig för planen för in behoven i needs, eller anger kind other "
            "och det egna namnet på planen i kind_name."
        ),
    ),
    en=Texts(
        message=(
            "Plan {plan} is called a coordinated individual plan but states no need of {missing}, "
            "which {provision} presupposes."
        ),
        why=(
            "A coordinated individual plan is for whoever needs both social services and health "
            "care. A plan of school and social services can do much good, but is another plan "
            "under other rules."
        ),
        remedy=(
            "The lead of the plan enters the needs in needs, or gives kind other and the plan's "
            "own name in kind_name."
        ),
    ),
)
def needs_of_one_service(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask of each coordinated plan whether both services are needed."""
    for plan in view.plans:
        there = {need.service for need in plan.needs}
        missing = tuple(service.code for service in Service if service not in there)
        if plan.is_coordinated and missing:
            yield from _of_its_day(plan, _breach(view, plan, missing=missing))


@rule(
    "SIP003",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.LAW,
    reads=("plans",),
    sources=rows_behind(PLAN_LAW),
    words=(("missing", LegalItem),),
    sv=Texts(
        message="Av planen {plan} framgår inte {missing}; enligt {provision} ska det framgå.",
        why=(
            "De fyra uppgifterna är det som gör planen användbar: familjen ser vad den får, av "
            "vem, och vart den vänder sig när något brister."
        ),
        remedy=(
            "Huvudmännen enas om det som saknas; den som är huvudansvarig för planen för in det i "
            "interventions, measures_by_others och overall_principal."
        ),
    ),
    en=Texts(
        message="Plan {plan} does not state {missing}, which {provision} requires.",
        why=(
            "The four items are what makes the plan of use: the family sees what it gets, from "
            "whom, and whom to turn to when something fails."
        ),
        remedy=(
            "The principals agree on what is missing; the lead of the plan enters it in "
            "interventions, measures_by_others and overall_principal."
        ),
    ),
)
def legal_items_missing(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each coordinated plan for the four things that the law requires it to state."""
    for plan in view.plans:
        missing = tuple(item.code for item in _missing(plan))
        if plan.is_coordinated and missing:
            yield from _of_its_day(plan, _breach(view, plan, missing=missing))


def _missing(plan: IndividualPlan) -> Iterator[LegalItem]:
    """Give what a plan does not state; that others do nothing is stated in words."""
    if not plan.interventions:
        yield LegalItem.NEEDED
    if not plan.interventions or any(one.principal is None for one in plan.interventions):
        yield LegalItem.ANSWERS
    if plan.measures_by_others is None:
        yield LegalItem.OTHERS
    if plan.overall_principal is None:
        yield LegalItem.OVERALL


def _of_its_day(plan: IndividualPlan, made: Callable[[Law], Breach]) -> Iterator[Outcome]:
    """Tell of a breach of what the law said when a plan began to apply."""
    if plan.started is None:
        yield Unjudged(plan.id, "started")
    else:
        yield from by_wording_of(PLAN_LAW, plan.started, (plan.id, "started"), made)


def _breach(view: View, plan: IndividualPlan, **data: tuple[str, ...]) -> Callable[[Law], Breach]:
    place = view.place(plan)
    return lambda row: Breach(place, plan.id, plan=plan.id, provision=row.cite(), **data)
