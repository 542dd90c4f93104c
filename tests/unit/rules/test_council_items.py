"""MET009 and MET010: what a council for children's matters takes up, and of whom it speaks."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Finding, Force, Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.meeting import (
    AgendaItem,
    ItemKind,
    ItemLevel,
    Meeting,
    MeetingKind,
    MeetingState,
)
from samverkan_core.rules.council_items import child_in_council, level_or_rights_missing
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.values.ids import BodyId, ChildId, MeetingId
from samverkan_core.values.time import PartialDate

Ask = Callable[..., Judgement]

COUNCIL = Body(id=BodyId("barnrådet"), name="Barnrådet", kind=BodyKind.CHILDRENS_COUNCIL)
GROUP = Body(id=BodyId("nyckelgruppen"), name="Nyckelgruppen", kind=BodyKind.KEY_GROUP)
GENERAL = AgendaItem(kind=ItemKind.DISCUSSION, level=ItemLevel.GROUP, rights="Artikel 31")
NAMED = attrs.evolve(GENERAL, level=ItemLevel.INDIVIDUAL, child=ChildId("barn-17"))
READ = "2025-03-03"


def collaboration(*agenda: AgendaItem, **told: Any) -> Collaboration:
    known: dict[str, Any] = {
        "id": MeetingId("m"),
        "kind": MeetingKind.ORDINARY,
        "body": COUNCIL.id,
        "day": PartialDate(when=READ),
        "agenda": agenda,
    }
    meeting = Meeting(**{**known, **told})
    return Collaboration(name="Hagby", bodies=(COUNCIL, GROUP), meetings=(meeting,))


def only(judgement: Judgement) -> Finding:
    assert not judgement.not_judged
    (finding,) = judgement.findings
    return finding


class TestChild:
    """MET009."""

    def test_an_item_about_one_child_is_warned_of_and_the_child_is_not_told(self, ask: Ask) -> None:
        finding = only(ask(child_in_council, collaboration(GENERAL, NAMED)))

        assert (finding.pointer, finding.subject) == ("/meetings/0/agenda/1/child", "m")
        assert (finding.severity, finding.force) == (Severity.WARNING, Force.LAW)
        assert finding.message("sv") == (
            "Punkt 2 på mötet m i barnrådet barnrådet gäller ett enskilt barn."
        )
        assert "barn-17" not in str(finding.to_dict())
        assert [source.cite() for source in finding.sources] == [
            "8 kap. 1 § offentlighets- och sekretesslagen (2009:400)",
            "26 kap. 1 § offentlighets- och sekretesslagen (2009:400)",
        ]

    def test_the_provisions_are_candidates_and_nothing_is_called_forbidden(self, ask: Ask) -> None:
        finding = only(ask(child_in_council, collaboration(NAMED)))

        notice = finding.notice
        said = [(t.message, t.why, t.remedy) for t in (notice.sv, notice.en)]
        for word in ("tillåt", "förbj", "allowed", "forbid", "prohib"):
            assert word not in str(said).lower()

    @pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda one: one.name)
    def test_it_is_a_warning_everywhere(self, ask: Ask, profile: Any) -> None:
        finding = only(ask(child_in_council, collaboration(NAMED), None, profile))
        assert finding.severity is Severity.WARNING

    @pytest.mark.parametrize(
        "told",
        [
            {"body": GROUP.id},
            {"body": None},
            {"body": BodyId("okänd")},
            {"state": MeetingState.CANCELLED},
            {"agenda": (GENERAL,)},
            {"agenda": ()},
        ],
        ids=str,
    )
    def test_what_is_not_warned_of(self, ask: Ask, told: dict[str, Any]) -> None:
        assert ask(child_in_council, collaboration(NAMED, **told)).held

    @pytest.mark.parametrize(
        ("when", "lacked"),
        [
            (None, "day"),
            ("2024-03-31", "se.osl.26-1"),
            ("2024", "se.osl.26-1"),
            ("2009-06-29", "se.osl.8-1"),
        ],
    )
    def test_nobody_is_warned_on_a_provision_that_nobody_has_read(
        self, ask: Ask, when: str | None, lacked: str
    ) -> None:
        day = None if when is None else PartialDate(when=when)

        judgement = ask(child_in_council, collaboration(NAMED, day=day))

        assert not judgement.findings
        assert judgement.not_judged == (NotJudged(code="MET009", subject="m", lacked=lacked),)

    @given(st.dates(dt.date(2009, 6, 30), dt.date(2100, 12, 31)))
    def test_it_is_told_on_every_day_since_both_were_read(self, ask: Ask, day: dt.date) -> None:
        made = collaboration(NAMED, day=PartialDate(when=day.isoformat()))
        assert bool(ask(child_in_council, made).findings) == (day >= dt.date(2024, 4, 1))


class TestLevelAndRights:
    """MET010."""

    def test_an_item_that_says_neither(self, ask: Ask) -> None:
        bare = AgendaItem(kind=ItemKind.INFORMATION)

        finding = only(ask(level_or_rights_missing, collaboration(GENERAL, bare)))

        assert (finding.pointer, finding.severity) == ("/meetings/0/agenda/1", Severity.INFO)
        assert finding.message("sv") == (
            "Punkt 2 på mötet m i barnrådet barnrådet saknar nivå (individ eller grupp) och "
            "barnrättsperspektiv."
        )

    @pytest.mark.parametrize("missing", ["level", "rights"])
    def test_an_item_that_says_one_of_them(self, ask: Ask, missing: str) -> None:
        nothing: dict[str, Any] = {missing: None}
        half = attrs.evolve(GENERAL, **nothing)

        finding = only(ask(level_or_rights_missing, collaboration(half)))

        assert dict(finding.data)["missing"] == (missing,)

    @pytest.mark.parametrize("level", ItemLevel)
    def test_both_levels_are_a_councils_own(self, ask: Ask, level: ItemLevel) -> None:
        item = attrs.evolve(GENERAL, level=level)
        assert ask(level_or_rights_missing, collaboration(item)).held

    def test_other_bodies_need_not_say(self, ask: Ask) -> None:
        bare = AgendaItem(kind=ItemKind.INFORMATION)
        assert ask(level_or_rights_missing, collaboration(bare, body=GROUP.id)).held
