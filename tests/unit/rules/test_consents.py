"""SIP004 to SIP006: whose consent suffices, what follows a withdrawal, what a consent covers."""

import datetime as dt
from collections.abc import Callable
from itertools import product
from typing import Any

import pytest

from samverkan_core.findings.finding import Finding, Severity
from samverkan_core.model.child import AgeLimit, ChildRef
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.plan import (
    Commitment,
    Consent,
    Consenter,
    IndividualPlan,
    PlanKind,
)
from samverkan_core.rules.consents import (
    consent_is_general,
    consent_not_enough,
    consent_withdrawn,
)
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.profiles.profile import ConsentAge, Parameters, Profile
from samverkan_core.values.ids import ChildId, PlanId
from samverkan_core.values.time import PartialDate

Ask = Callable[..., Judgement]

DAY = dt.date(2026, 3, 1)
CHILD, ONE, TWO = Consenter


def from_age(age: ConsentAge) -> Profile:
    return Profile(name="hagby", parameters=Parameters(child_consent_from=age))


def consent(who: Consenter, since: str = "2026-01-12", withdrawn: str | None = None) -> Consent:
    ended = None if withdrawn is None else PartialDate(when=withdrawn)
    return Consent(by=who, covers=("insatser",), since=PartialDate(when=since), withdrawn_on=ended)


def collab(
    *consents: Consent,
    passed: tuple[AgeLimit, ...] | None = (),
    **members: object,
) -> Collaboration:
    told: dict[str, Any] = {
        "child": "barn",
        "kind": PlanKind.OTHER,
        "kind_name": "gemensam plan",
        "guardians": 2,
        "started": PartialDate(when="2026-01-12"),
        **members,
    }
    child = ChildRef(id=ChildId("barn"), passed=passed or (), as_of=None if passed is None else DAY)
    plan = IndividualPlan(id=PlanId("plan"), consents=consents, **told)
    return Collaboration(name="Hagby", children=(child,), plans=(plan,))


def only(judgement: Judgement) -> Finding:
    assert not judgement.not_judged
    (finding,) = judgement.findings
    return finding


def lacked(judgement: Judgement) -> list[str]:
    assert not judgement.findings
    return [missing.lacked for missing in judgement.not_judged]


class TestEnough:
    """SIP004."""

    def test_one_of_two_guardians_of_a_young_child(self, ask: Ask) -> None:
        finding = only(ask(consent_not_enough, collab(consent(ONE)), DAY))

        assert (finding.pointer, finding.subject) == ("/plans/0", "plan")
        assert finding.severity is Severity.WARNING
        assert finding.message("sv") == (
            "Den dag som granskas samtycker den ena vårdnadshavaren till planen plan, och det "
            "bedöms inte räcka."
        )

    def test_nobody_at_all(self, ask: Ask) -> None:
        finding = only(ask(consent_not_enough, collab(), DAY))
        assert "samtycker ingen till planen" in finding.message("sv")

    def test_that_nobody_consents_to_a_sip_is_told_by_its_own_rule(self, ask: Ask) -> None:
        assert ask(consent_not_enough, collab(kind=PlanKind.COORDINATED_INDIVIDUAL_PLAN), DAY).held

    def test_thirteen_years_old_the_municipality_decides(self, ask: Ask) -> None:
        own = collab(consent(CHILD), passed=(AgeLimit.TWELVE,))
        theirs = collab(consent(ONE), consent(TWO), passed=(AgeLimit.TWELVE,))

        def held(made: Collaboration, age: ConsentAge) -> bool:
            judgement = ask(consent_not_enough, made, DAY, from_age(age))
            assert not judgement.not_judged
            return judgement.held

        assert held(own, ConsentAge.TWELVE)
        assert not held(own, ConsentAge.FIFTEEN)
        assert not held(own, ConsentAge.EIGHTEEN)
        assert not held(theirs, ConsentAge.TWELVE)
        assert held(theirs, ConsentAge.FIFTEEN)

    def test_where_nobody_has_decided_it_is_not_judged_what_depends_on_it(self, ask: Ask) -> None:
        made = collab(consent(CHILD), passed=(AgeLimit.TWELVE,))
        assert lacked(ask(consent_not_enough, made, DAY)) == ["profile.child_consent_from"]

    @pytest.mark.parametrize("age", list(ConsentAge))
    def test_where_child_and_guardians_consent_no_age_matters(
        self, ask: Ask, age: ConsentAge
    ) -> None:
        for passed in (None, (), (AgeLimit.FIFTEEN,), (AgeLimit.EIGHTEEN,)):
            made = collab(*map(consent, Consenter), passed=passed)
            assert ask(consent_not_enough, made, DAY, from_age(age)).held

    def test_a_grown_up_consents_alone(self, ask: Ask) -> None:
        grown = {"passed": (AgeLimit.EIGHTEEN,)}
        assert ask(consent_not_enough, collab(consent(CHILD), **grown), DAY).held
        assert ask(consent_not_enough, collab(consent(ONE), consent(TWO), **grown), DAY).findings

    @pytest.mark.parametrize(
        ("made", "member"),
        [
            (collab(consent(ONE), guardians=None), "consents"),
            (collab(consent(CHILD), passed=None), "consents"),
            (collab(consent(ONE, "2026-03"), guardians=1), "consents"),
            (collab(consent(ONE), started=None), "started"),
            (collab(consent(CHILD), child="okänd"), "consents"),
        ],
    )
    def test_what_is_known_only_in_part_is_not_judged(
        self, ask: Ask, made: Collaboration, member: str
    ) -> None:
        assert lacked(ask(consent_not_enough, made, DAY)) == [member]

    @pytest.mark.parametrize("given", list(product((True, False), repeat=3)))
    @pytest.mark.parametrize("guardians", [1, 2])
    @pytest.mark.parametrize("own", [True, False])
    def test_a_child_that_is_old_enough_and_else_every_guardian(
        self, ask: Ask, given: tuple[bool, ...], guardians: int, *, own: bool
    ) -> None:
        consents = tuple(consent(who) for who, gives in zip(Consenter, given, strict=True) if gives)
        made = collab(*consents, passed=(AgeLimit.TWELVE,) if own else (), guardians=guardians)
        child, one, two = given
        by_guardians = (one and two) if guardians == 2 else (one or two)
        enough = child if own else by_guardians
        judgement = ask(consent_not_enough, made, DAY, from_age(ConsentAge.TWELVE))
        assert judgement.held is enough

    def test_a_closed_plan_asks_for_nothing(self, ask: Ask) -> None:
        assert ask(consent_not_enough, collab(closed_on=DAY), DAY).held


OPEN = (Commitment(id="1"), Commitment(id="2", done_on=PartialDate(when="2026-02-01")))


class TestWithdrawn:
    """SIP005."""

    def test_what_remains_is_named(self, ask: Ask) -> None:
        made = collab(consent(ONE, withdrawn="2026-03-01"), consent(CHILD), commitments=OPEN)
        finding = only(ask(consent_withdrawn, made, DAY))

        assert finding.message("sv") == (
            "Ett samtycke till planen plan är återkallat (den ena vårdnadshavaren), men följande "
            "åtaganden är fortfarande öppna: 1."
        )

    @pytest.mark.parametrize(
        ("consents", "members"),
        [
            ((consent(ONE, withdrawn="2026-03-02"),), {}),
            ((consent(ONE, withdrawn="2026-02"), consent(ONE, "2026-03-01")), {}),
            ((consent(ONE, withdrawn="2026-02"),), {"closed_on": DAY}),
            ((consent(ONE, withdrawn="2026-02"),), {"commitments": OPEN[1:]}),
            ((), {}),
        ],
        ids=["tomorrow", "given anew", "closed", "all done", "never given"],
    )
    def test_where_nothing_follows(
        self, ask: Ask, consents: tuple[Consent, ...], members: dict[str, Any]
    ) -> None:
        made = collab(*consents, **{"commitments": OPEN, **members})
        assert ask(consent_withdrawn, made, DAY).held

    @pytest.mark.parametrize(
        ("consents", "members"),
        [
            ((consent(ONE, withdrawn="2026-03"),), {}),
            ((consent(ONE, withdrawn="2026-02"),), {"started": None}),
            ((consent(ONE, withdrawn="2026-02"), consent(ONE, "2026-03")), {}),
        ],
    )
    def test_what_is_known_only_in_part_is_not_judged(
        self, ask: Ask, consents: tuple[Consent, ...], members: dict[str, Any]
    ) -> None:
        made = collab(*consents, **{"commitments": OPEN[:1], **members})
        assert lacked(ask(consent_withdrawn, made, DAY)) == ["consents.withdrawn_on"]


def test_a_consent_to_nothing_in_particular(ask: Ask) -> None:
    """SIP006."""
    made = collab(consent(ONE), Consent(by=CHILD))
    finding = only(ask(consent_is_general, made))

    assert (finding.pointer, finding.severity) == ("/plans/0/consents/1", Severity.INFO)
    assert finding.message("sv") == (
        "I planen plan samtycker barnet utan att det framgår vilka uppgifter samtycket gäller."
    )
