"""SIP001 to SIP003: consent, needs of both services, and the four items of the law."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Finding, Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.plan import (
    Consent,
    Consenter,
    IndividualPlan,
    PlanKind,
    PlannedIntervention,
    Service,
    ServiceNeed,
)
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.plans import (
    LegalItem,
    legal_items_missing,
    needs_of_one_service,
    without_consent,
)
from samverkan_core.values.ids import ActorId
from samverkan_core.values.time import PartialDate

Ask = Callable[..., Judgement]

DAY = dt.date(2026, 3, 1)
STARTED = PartialDate(when="2026-01-12")


def plan(**members: object) -> IndividualPlan:
    told: dict[str, Any] = {
        "id": "plan-1",
        "kind": PlanKind.COORDINATED_INDIVIDUAL_PLAN,
        "started": STARTED,
    }
    return IndividualPlan(**{**told, **members})


def collab(*plans: IndividualPlan) -> Collaboration:
    return Collaboration(name="Hagby", plans=plans)


def only(judgement: Judgement) -> Finding:
    assert not judgement.not_judged
    (finding,) = judgement.findings
    return finding


def lacked(judgement: Judgement) -> list[str]:
    assert not judgement.findings
    return [missing.lacked for missing in judgement.not_judged]


def consent(since: str | None = "2026-01-12", withdrawn: str | None = None) -> Consent:
    return Consent(
        by=Consenter.GUARDIAN_1,
        since=None if since is None else PartialDate(when=since),
        withdrawn_on=None if withdrawn is None else PartialDate(when=withdrawn),
    )


class TestConsent:
    """SIP001."""

    def test_a_plan_to_which_nobody_consents(self, ask: Ask) -> None:
        finding = only(ask(without_consent, collab(plan()), DAY))

        assert (finding.pointer, finding.subject) == ("/plans/0", "plan-1")
        assert finding.severity is Severity.ERROR
        assert finding.message("sv") == (
            "Inget samtycke till planen plan-1 gäller den dag som granskas; enligt 10 kap. 8 § "
            "socialtjänstlagen (2025:400) upprättas planen bara om den enskilde samtycker."
        )

    def test_the_wording_is_that_of_the_day_asked_about(self, ask: Ask) -> None:
        old = plan(started=PartialDate(when="2012-03-01"))
        finding = only(ask(without_consent, collab(old), dt.date(2024, 5, 2)))
        assert dict(finding.data)["provision"] == "2 kap. 7 § socialtjänstlagen (2001:453)"
        assert ask(without_consent, collab(plan(started=STARTED)), dt.date(2009, 5, 2)).held

    @pytest.mark.parametrize(
        ("given_on", "withdrawn", "held"),
        [
            ("2026-03-01", None, True),
            ("2026-03-02", None, False),
            ("2026-01-12", "2026-03-01", False),
            ("2026-01-12", "2026-03-02", True),
        ],
    )
    def test_the_consent_is_in_force_on_the_day(
        self, ask: Ask, given_on: str, withdrawn: str | None, *, held: bool
    ) -> None:
        made = collab(plan(consents=(consent(given_on, withdrawn),)))
        assert ask(without_consent, made, DAY).held is held

    @pytest.mark.parametrize(
        ("members", "member"),
        [
            ({"started": None}, "started"),
            ({"started": PartialDate(when="2026-03")}, "started"),
            ({"consents": (consent("2026-03"),)}, "consents"),
            ({"consents": (consent(None),)}, "consents"),
        ],
    )
    def test_what_is_known_only_in_part_is_not_judged(
        self, ask: Ask, members: dict[str, Any], member: str
    ) -> None:
        assert lacked(ask(without_consent, collab(plan(**members)), DAY)) == [member]

    def test_a_closed_plan_a_coming_one_and_another_kind_ask_for_nothing(self, ask: Ask) -> None:
        others = (
            plan(closed_on=DAY),
            plan(started=PartialDate(when="2026-03-02")),
            plan(kind=PlanKind.OTHER, kind_name="gemensam plan"),
        )
        assert ask(without_consent, collab(*others), DAY).held

    def test_without_any_plan_nothing_is_said_to_hold(self, ask: Ask) -> None:
        assert ask(without_consent, collab(), DAY).not_judged == (
            NotJudged(code="SIP001", lacked="plans"),
        )


class TestNeeds:
    """SIP002."""

    @pytest.mark.parametrize("there", [Service.SOCIAL_SERVICES, Service.HEALTH_CARE, None])
    def test_the_service_that_is_not_needed_is_named(self, ask: Ask, there: Service | None) -> None:
        needs = () if there is None else (ServiceNeed(service=there),)
        finding = only(ask(needs_of_one_service, collab(plan(needs=needs))))

        missing = tuple(service.code for service in Service if service is not there)
        assert dict(finding.data)["missing"] == missing
        assert finding.severity is Severity.WARNING

    def test_the_message(self, ask: Ask) -> None:
        needs = (ServiceNeed(service=Service.SOCIAL_SERVICES),)
        finding = only(ask(needs_of_one_service, collab(plan(needs=needs))))
        assert finding.message("sv") == (
            "Planen plan-1 kallas samordnad individuell plan men anger inget behov av insatser "
            "från hälso- och sjukvården, som 10 kap. 8 § socialtjänstlagen (2025:400) förutsätter."
        )

    def test_a_plan_of_school_and_social_services_goes_by_its_own_name(self, ask: Ask) -> None:
        own = plan(kind=PlanKind.OTHER, kind_name="plan mellan skola och socialtjänst")
        assert ask(needs_of_one_service, collab(own)).held

    def test_without_a_first_day_nobody_knows_which_law_it_was_made_under(self, ask: Ask) -> None:
        assert lacked(ask(needs_of_one_service, collab(plan(started=None)))) == ["started"]


WHOLE = plan(
    interventions=(PlannedIntervention(what="Samtal.", principal=ActorId("regionen")),),
    measures_by_others="Inga.",
    overall_principal="kommunen",
)
#: What to change in a whole plan -> what it then lacks.
GAPS: dict[LegalItem, dict[str, Any]] = {
    LegalItem.ANSWERS: {"interventions": (PlannedIntervention(what="Samtal."),)},
    LegalItem.OTHERS: {"measures_by_others": None},
    LegalItem.OVERALL: {"overall_principal": None},
}


class TestItems:
    """SIP003."""

    def test_an_empty_plan_lacks_all_four(self, ask: Ask) -> None:
        finding = only(ask(legal_items_missing, collab(plan())))

        assert dict(finding.data)["missing"] == ("needed", "answers", "others", "overall")
        assert finding.message("sv") == (
            "Av planen plan-1 framgår inte vilka insatser som behövs, vilken huvudman som ska "
            "svara för varje insats, vilka åtgärder som någon annan än huvudmännen ska vidta och "
            "vilken huvudman som har det övergripande ansvaret för planen; enligt 10 kap. 8 § "
            "socialtjänstlagen (2025:400) ska det framgå."
        )

    @given(gaps=st.sets(st.sampled_from(sorted(GAPS, key=lambda item: item.code))))
    def test_just_what_is_missing_is_named(self, ask: Ask, gaps: set[LegalItem]) -> None:
        changes = {name: value for item in gaps for name, value in GAPS[item].items()}
        judgement = ask(legal_items_missing, collab(attrs.evolve(WHOLE, **changes)))
        named = [dict(found.data)["missing"] for found in judgement.findings]
        wanted = tuple(item.code for item in LegalItem if item in gaps)
        assert named == ([wanted] if wanted else [])

    def test_that_others_do_nothing_is_stated_in_words(self, ask: Ask) -> None:
        assert ask(legal_items_missing, collab(WHOLE)).held

    def test_the_law_is_that_of_the_day_on_which_the_plan_began(self, ask: Ask) -> None:
        old = plan(started=PartialDate(when="2019"))
        finding = only(ask(legal_items_missing, collab(old)))
        assert dict(finding.data)["provision"] == "2 kap. 7 § socialtjänstlagen (2001:453)"

    @pytest.mark.parametrize("started", [None, "2025", "2009"])
    def test_a_plan_on_either_side_of_a_change_is_not_judged(
        self, ask: Ask, started: str | None
    ) -> None:
        begun = None if started is None else PartialDate(when=started, about=True)
        assert lacked(ask(legal_items_missing, collab(plan(started=begun)))) == ["started"]

    def test_before_the_law_nothing_was_required(self, ask: Ask) -> None:
        assert ask(legal_items_missing, collab(plan(started=PartialDate(when="2008")))).held
