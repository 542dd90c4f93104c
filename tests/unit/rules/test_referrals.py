"""RMS001 to RMS003: the council is asked, the answer comes in time, and it is weighed."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Finding, Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.common import Resolution
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.model.mandate import Matter, MatterKind
from samverkan_core.model.referral import Opinion, Referral
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.referrals import answer_overdue, opinion_not_weighed, referral_missing
from samverkan_core.rules.rule import Rule
from samverkan_core.values.ids import BodyId, FocusAreaId, MatterId, ReferralId
from samverkan_core.values.time import PartialDate, Period, TimeBox

Ask = Callable[..., Judgement]

DAY = dt.date(2015, 3, 1)
COUNCIL = Body(id=BodyId("barnrådet"), name="Barnrådet", kind=BodyKind.CHILDRENS_COUNCIL)
BOARD = Body(id=BodyId("nämnden"), name="Nämnden", kind=BodyKind.BOARD)
OPEN = FocusArea(
    id=FocusAreaId("öppet"), name="Öppet", time_box=TimeBox(starts=PartialDate(when="2014-08"))
)
CLOSED = attrs.evolve(OPEN, id=FocusAreaId("stängt"), closed_on=dt.date(2015, 2, 28))
UNKNOWN = attrs.evolve(OPEN, id=FocusAreaId("oklart"), time_box=None)
MATTER = Matter(id=MatterId("ärendet"), name="Stöd i grupp", focus_areas=(OPEN.id,))
ELSE = Referral(id=ReferralId("annan"), matter=MatterId("annat"), sent_to=COUNCIL.id)
ASKED = Referral(id=ReferralId("remissen"), matter=MATTER.id, sent_to=COUNCIL.id)


def collaboration(*referrals: Referral, **told: Any) -> Collaboration:
    known: dict[str, Any] = {
        "bodies": (COUNCIL, BOARD),
        "matters": (MATTER,),
        "focus_areas": (OPEN, CLOSED, UNKNOWN),
    }
    return Collaboration(name="Hagby", referrals=referrals, **{**known, **told})


def only(judgement: Judgement) -> Finding:
    assert not judgement.not_judged
    (finding,) = judgement.findings
    assert finding.severity is Severity.WARNING
    return finding


@pytest.mark.parametrize("rule", [referral_missing, answer_overdue, opinion_not_weighed])
def test_a_document_without_referrals_is_not_thereby_wrong(ask: Ask, rule: Rule) -> None:
    assert ask(rule, collaboration(), DAY).not_judged == (
        NotJudged(code=rule.code, lacked="referrals"),
    )


class TestMissing:
    """RMS001."""

    def test_a_matter_that_the_council_has_not_seen(self, ask: Ask) -> None:
        finding = only(ask(referral_missing, collaboration(ELSE), DAY))

        assert (finding.pointer, finding.subject) == ("/matters/0/focus_areas", "ärendet")
        assert finding.message("sv") == (
            "Ärendet ärendet rör fokusområdet öppet men har inte skickats på remiss till barnrådet."
        )

    def test_a_referral_to_another_body_is_another_thing(self, ask: Ask) -> None:
        board = attrs.evolve(ASKED, sent_to=BOARD.id)

        assert only(ask(referral_missing, collaboration(board), DAY)).subject == "ärendet"
        assert ask(referral_missing, collaboration(ASKED), DAY).held

    def test_a_referral_of_a_group_of_matters_is_of_each_of_them(self, ask: Ask) -> None:
        group = Matter(id=MatterId("annat"), name="Grupp", part_of=MatterId("ytterst"))
        inner = attrs.evolve(MATTER, part_of=group.id)

        assert ask(referral_missing, collaboration(ELSE, matters=(inner, group)), DAY).held

    def test_a_ring_of_matters_ends(self, ask: Ask) -> None:
        ring = attrs.evolve(MATTER, part_of=MATTER.id)
        finding = only(ask(referral_missing, collaboration(ELSE, matters=(ring,)), DAY))
        assert finding.subject == "ärendet"

    @pytest.mark.parametrize(
        "told",
        [
            {"kind": MatterKind.EXECUTION},
            {"urgent": True},
            {"focus_areas": ()},
            {"focus_areas": (CLOSED.id,)},
            {"focus_areas": (FocusAreaId("finns inte"),)},
        ],
        ids=str,
    )
    def test_a_matter_on_which_nobody_need_be_asked(self, ask: Ask, told: dict[str, Any]) -> None:
        made = collaboration(ELSE, matters=(attrs.evolve(MATTER, **told),))
        assert ask(referral_missing, made, DAY).held

    @pytest.mark.parametrize(
        "bodies",
        [(BOARD,), (attrs.evolve(COUNCIL, period=Period(last_day=dt.date(2015, 2, 28))), BOARD)],
        ids=["none", "no longer"],
    )
    def test_where_there_is_no_council_nobody_can_be_asked(
        self, ask: Ask, bodies: tuple[Body, ...]
    ) -> None:
        assert ask(referral_missing, collaboration(ELSE, bodies=bodies), DAY).held

    @pytest.mark.parametrize(
        ("told", "lacked"), [({"sent_to": None}, "sent_to"), ({"matter": None}, "matter")]
    )
    def test_a_referral_that_says_too_little_may_be_the_one(
        self, ask: Ask, told: dict[str, Any], lacked: str
    ) -> None:
        vague = attrs.evolve(ELSE, **told)
        two = (MATTER, attrs.evolve(MATTER, id=MatterId("ett till")))

        judgement = ask(referral_missing, collaboration(vague, matters=two), DAY)

        assert not judgement.findings
        assert judgement.not_judged == (NotJudged(code="RMS001", subject="annan", lacked=lacked),)
        assert ask(referral_missing, collaboration(vague, ASKED), DAY).held

    def test_an_area_that_nobody_knows_to_be_active(self, ask: Ask) -> None:
        unsure = attrs.evolve(MATTER, focus_areas=(UNKNOWN.id, CLOSED.id))

        judgement = ask(referral_missing, collaboration(ELSE, matters=(unsure,)), DAY)

        assert judgement.not_judged == (
            NotJudged(code="RMS001", subject="oklart", lacked="time_box.starts"),
        )


class TestOverdue:
    """RMS002."""

    def test_the_day_has_passed(self, ask: Ask) -> None:
        late = attrs.evolve(ASKED, answer_by=PartialDate(when="2015-02-28"))

        finding = only(ask(answer_overdue, collaboration(late), DAY))

        assert (finding.pointer, finding.subject) == ("/referrals/0/answer_by", "remissen")
        assert finding.message("sv") == (
            "Remissen remissen skulle ha besvarats senast 2015-02-28 men saknar yttrande."
        )

    def test_an_answer_is_an_answer(self, ask: Ask) -> None:
        late = PartialDate(when="2014")
        answered = attrs.evolve(ASKED, answer_by=late, opinion=Opinion())
        assert ask(answer_overdue, collaboration(answered), DAY).held

    @pytest.mark.parametrize("due", [None, "2015"])
    def test_a_day_that_is_not_known_well_enough(self, ask: Ask, due: str | None) -> None:
        day = None if due is None else PartialDate(when=due)

        judgement = ask(answer_overdue, collaboration(attrs.evolve(ASKED, answer_by=day)), DAY)

        assert not judgement.findings
        assert judgement.not_judged == (
            NotJudged(code="RMS002", subject="remissen", lacked="answer_by"),
        )

    @given(due=st.dates(), at=st.dates())
    def test_it_is_told_from_the_day_after(self, ask: Ask, due: dt.date, at: dt.date) -> None:
        made = collaboration(attrs.evolve(ASKED, answer_by=PartialDate(when=due.isoformat())))
        assert bool(ask(answer_overdue, made, at).findings) == (due < at)


class TestWeighed:
    """RMS003."""

    DECIDED = attrs.evolve(ASKED, opinion=Opinion(), decision=Resolution(paragraph="12"))

    def test_nothing_says_what_became_of_the_answer(self, ask: Ask) -> None:
        finding = only(ask(opinion_not_weighed, collaboration(self.DECIDED)))

        assert (finding.pointer, finding.subject) == ("/referrals/0/decision", "remissen")
        assert finding.message("sv") == (
            "Ärendet bakom remissen remissen är avgjort, men det framgår inte hur yttrandet "
            "vägdes in."
        )

    @pytest.mark.parametrize(
        "told", [{"consideration": "Nej."}, {"opinion": None}, {"decision": None}], ids=str
    )
    def test_what_was_weighed_or_cannot_have_been(self, ask: Ask, told: dict[str, Any]) -> None:
        made = attrs.evolve(self.DECIDED, **told)
        assert ask(opinion_not_weighed, collaboration(made)).held
