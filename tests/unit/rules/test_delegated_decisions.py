"""DGD001, DGD002 and DGD005: support on the day, what is cited, and the order of days.

Hagby is the made-up municipality of the guides: Karin heads the administration and has item 3.9 of
the delegation order, of which she has delegated grants on to Erik; Sara is his substitute.
"""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.authority.decide import may
from samverkan_core.authority.question import RefusalCode
from samverkan_core.authority.scopes import target_of
from samverkan_core.findings.finding import Finding, Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.indexing import index
from samverkan_core.model.appointment import Absence, AbsenceKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.common import Resolution
from samverkan_core.model.delegated_decision import DelegatedDecision, Reporting
from samverkan_core.model.mandate import Mandate, Scope
from samverkan_core.model.meeting import Meeting, MeetingKind
from samverkan_core.rules.delegated_decisions import (
    cites_another,
    known_before_taken,
    without_support,
)
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.hindrances import Hindrance
from samverkan_core.rules.rule import Rule
from samverkan_core.serialization.load import loads
from samverkan_core.testing.asking.asked import Asked
from samverkan_core.testing.asking.draw import questions
from samverkan_core.values.ids import MeetingId
from samverkan_core.values.time import PartialDate, Period

Ask = Callable[..., Judgement]

FILES = Path(__file__).parents[3] / "docs" / "files"
HAGBY = loads((FILES / "hagby-who-decides.json").read_bytes())
RULES = (without_support, cites_another, known_before_taken)
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def scope(**members: tuple[str, ...]) -> Scope:
    told: dict[str, Any] = dict(members)
    return Scope(**told)


def decision(**members: object) -> DelegatedDecision:
    """Give Erik's decision of May on the grant that the homework club applied for."""
    told: dict[str, Any] = {
        "id": "b-17",
        "delegate": "erik",
        "day": "2026-05-04",
        "matter": "laxhjalpens-ansokan",
        **members,
    }
    for name in ("day", "minuted_on"):
        if isinstance(told.get(name), str):
            told[name] = PartialDate(when=told[name])
    return DelegatedDecision(**told)


def hagby(*decisions: DelegatedDecision, **members: object) -> Collaboration:
    told: dict[str, Any] = {"delegated_decisions": decisions, **members}
    return attrs.evolve(HAGBY, **told)


def changed(collection: str, id_: str, **members: object) -> dict[str, Any]:
    """Change one thing of Hagby."""
    things: tuple[Any, ...] = getattr(HAGBY, collection)
    told: dict[str, Any] = members
    return {
        collection: tuple(attrs.evolve(one, **told) if one.id == id_ else one for one in things)
    }


def only(judgement: Judgement) -> Finding:
    assert not judgement.not_judged
    (finding,) = judgement.findings
    return finding


def lacked(judgement: Judgement) -> list[str]:
    assert not judgement.findings
    return [missing.lacked for missing in judgement.not_judged]


@each_rule
def test_without_any_decision(ask: Ask, rule: Rule) -> None:
    assert ask(rule, HAGBY).not_judged == (NotJudged(code=rule.code, lacked="delegated_decisions"),)


@each_rule
def test_of_two_decisions_with_one_id_the_first_counts(ask: Ask, rule: Rule) -> None:
    wrong = decision(matter="lokaler", line="9.9", minuted_on="2026-01-01")
    assert ask(rule, hagby(decision(), wrong)).held


# --- DGD001 ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "members",
    [
        {},
        {"delegate": "karin", "matter": "lokaler"},
        {"delegate": "sara", "day": "2026-07-06"},
        {"delegate": "namnden", "matter": "lokaler"},
        {"delegate": "sara", "matter": "utbetalning"},
        {"matter": None, "about": scope(matters=("laxhjalpens-ansokan",))},
        {"about": scope(matters=("foreningsbidrag",), bodies=("namnden",))},
    ],
    ids=["own", "head", "substitute", "board", "execution", "scope", "both"],
)
def test_a_decision_that_some_chain_carried(ask: Ask, members: dict[str, Any]) -> None:
    assert ask(without_support, hagby(decision(**members))).held


@pytest.mark.parametrize(
    ("members", "hindrances", "about"),
    [
        ({"matter": "lokaler"}, ("out_of_scope",), ("vidaredelegation-3.9",)),
        ({"day": "2026-02-28"}, ("appointment_not_yet",), ("b-17",)),
        ({"delegate": "sara"}, ("ordinary_in_service",), ("vidaredelegation-3.9",)),
        ({"delegate": "olle"}, ("body_decides",), ("namnden",)),
        ({"delegate": "karin", "day": "2025-12-31"}, ("not_yet_in_force",), ("delegation-3.9",)),
    ],
)
def test_a_decision_that_no_chain_carried(
    ask: Ask, members: dict[str, Any], hindrances: tuple[str, ...], about: tuple[str, ...]
) -> None:
    finding = only(ask(without_support, hagby(decision(**members))))
    assert finding.severity is Severity.WARNING
    assert finding.subject == "b-17"
    assert finding.pointer == "/delegated_decisions/0"
    assert dict(finding.data)["hindrances"] == hindrances
    assert dict(finding.data)["about"] == about


def test_it_is_said_in_words(ask: Ask) -> None:
    finding = only(ask(without_support, hagby(decision(matter="lokaler"))))
    assert finding.message("sv") == (
        "Delegationsbeslutet b-17 den 2026-05-04 har inte stöd i någon behörighet som gällde då: "
        "behörigheten omfattade inte ärendet (vidaredelegation-3.9)."
    )
    assert "the matter is not covered (vidaredelegation-3.9)." in finding.message("en")


def test_who_is_disqualified_is_not_named(ask: Ask) -> None:
    """The person and the posts may be protected; the decision leads to them for who may see."""
    matter = changed("matters", "laxhjalpens-ansokan", disqualified=("erik",))
    finding = only(ask(without_support, hagby(decision(), **matter)))
    assert dict(finding.data)["hindrances"] == ("disqualified",)
    assert "erik" not in finding.message("sv")


def test_the_law_of_the_day_decides(ask: Ask) -> None:
    """A vacancy that was recorded later does not touch what was decided before it."""
    vacant = Absence(kind=AbsenceKind.VACANT, period=Period(first_day=dt.date(2026, 5, 5)))
    away = changed("appointments", "eriks-anstallning", absences=(vacant,))
    assert ask(without_support, hagby(decision(), **away)).held
    only(ask(without_support, hagby(decision(day="2026-05-05"), **away)))


@pytest.mark.parametrize(
    ("members", "missing"),
    [
        ({"delegate": None}, "delegate"),
        ({"delegate": "enhetschefen"}, "delegate"),
        ({"delegate": "ingen"}, "delegate"),
        ({"day": None}, "day"),
        ({"day": "2026-05"}, "day"),
        ({"matter": None}, "matter"),
        ({"matter": "ett-annat"}, "matter"),
        ({"about": scope(actors=("ingen",))}, "about"),
    ],
)
def test_what_cannot_be_asked_is_not_judged(
    ask: Ask, members: dict[str, Any], missing: str
) -> None:
    assert lacked(ask(without_support, hagby(decision(**members)))) == [missing]


def test_where_nothing_is_recorded_nothing_is_judged(ask: Ask) -> None:
    assert lacked(ask(without_support, hagby(decision(), mandates=()))) == ["mandates"]
    assert lacked(ask(without_support, hagby(decision(), appointments=()))) == ["appointments"]


def test_what_was_left_untold_may_be_what_the_delegation_names(ask: Ask) -> None:
    both = scope(matters=("foreningsbidrag",), actors=("forvaltningen",))
    narrow = changed("mandates", "vidaredelegation-3.9", scope=both)
    assert lacked(ask(without_support, hagby(decision(), **narrow))) == ["about"]
    told = decision(about=scope(actors=("forvaltningen",)))
    assert ask(without_support, hagby(told, **narrow)).held
    elsewhere = decision(about=scope(actors=("kommunen",)))
    only(ask(without_support, hagby(elsewhere, **narrow)))
    # What is told is outside already, so that nothing more could bring it within.
    only(ask(without_support, hagby(decision(matter="lokaler"), **narrow)))


def test_what_was_judged_urgent_is_taken_as_urgent(ask: Ask) -> None:
    urgent = changed("mandates", "vidaredelegation-3.9", urgent_only=True)
    finding = only(ask(without_support, hagby(decision(), **urgent)))
    assert dict(finding.data)["hindrances"] == ("not_urgent",)
    assert ask(without_support, hagby(decision(urgent=True), **urgent)).held


def asking(asked: Asked) -> Collaboration:
    """Let what was asked about have been decided."""
    taken = decision(
        id="beslutet som prövas",
        delegate=asked.who,
        day=asked.at.isoformat(),
        matter=None,
        about=target_of(index(asked.collab), asked.on),
        power=asked.power,
    )
    return attrs.evolve(asked.collab, delegated_decisions=(taken,))


@given(asked=questions())
def test_a_decision_lacks_support_exactly_where_nobody_would_have_been_told_yes(
    ask: Ask, asked: Asked
) -> None:
    allowed = may(asked.collab, asked.who, asked.power, on=asked.on, at=asked.at).allowed
    judgement = ask(without_support, asking(asked))
    if allowed or not judgement.not_judged:
        assert bool(judgement.findings) != allowed


@given(asked=questions(), data=st.data())
def test_to_take_a_mandate_away_never_gives_support(
    ask: Ask, asked: Asked, data: st.DataObject
) -> None:
    collab = asking(asked)
    if ask(without_support, collab).findings and collab.mandates:
        gone = data.draw(st.sampled_from(collab.mandates))
        left = tuple(one for one in collab.mandates if one is not gone and one.id != gone.id)
        assert not ask(without_support, attrs.evolve(collab, mandates=left)).held


def test_each_reason_for_a_no_has_a_clause() -> None:
    assert [one.code for one in Hindrance] == [one.code for one in RefusalCode]


# --- DGD002 ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "members",
    [
        {},
        {"line": "1"},
        {"mandate": "vidaredelegation-3.9"},
        {"office": "enhetschefen"},
        {"line": "1", "mandate": "vidaredelegation-3.9", "office": "enhetschefen"},
        {"delegate": "karin", "line": "3.9", "mandate": "delegation-3.9"},
    ],
)
def test_a_decision_that_cites_what_carried_it(ask: Ask, members: dict[str, Any]) -> None:
    assert ask(cites_another, hagby(decision(**members))).held


@pytest.mark.parametrize(
    ("members", "data"),
    [
        ({"line": "3.12"}, ("line", "3.12", "missing")),
        ({"line": "3.9"}, ("line", "3.9", "not_held")),
        ({"mandate": "delegation-3.9"}, ("mandate", "delegation-3.9", "not_held")),
        ({"office": "forvaltningschefen"}, ("office", "forvaltningschefen", "not_held")),
    ],
)
def test_a_decision_that_cites_another(
    ask: Ask, members: dict[str, Any], data: tuple[str, ...]
) -> None:
    finding = only(ask(cites_another, hagby(decision(**members))))
    assert tuple(dict(finding.data)[name] for name in ("what", "cited", "fault")) == data
    assert finding.pointer == f"/delegated_decisions/0/{data[0]}"


def test_a_citation_is_said_in_words(ask: Ask) -> None:
    finding = only(ask(cites_another, hagby(decision(line="3.12"))))
    assert finding.message("sv") == (
        "Delegationsbeslutet b-17 åberopar punkten 3.12, som inte finns i någon delegation i "
        "underlaget."
    )


def with_mandate(**members: object) -> dict[str, Any]:
    """Let Erik have been given grants twice: the other mandate is the one that he cites."""
    own = next(one for one in HAGBY.mandates if one.id == "vidaredelegation-3.9")
    told: dict[str, Any] = {"id": "den-gamla", "basis": None, **members}
    other: Mandate = attrs.evolve(own, **told)
    return {"mandates": (*HAGBY.mandates, other)}


@pytest.mark.parametrize(
    ("members", "fault"),
    [
        ({"revoked_from": dt.date(2026, 5, 4)}, "not_in_force"),
        ({"period": Period(first_day=dt.date(2026, 5, 5))}, "not_in_force"),
        ({"scope": scope(matters=("lokaler",))}, "no_right"),
        ({"parent": "finns-inte"}, "no_right"),
    ],
)
def test_what_was_wrong_with_the_mandate_that_is_cited(
    ask: Ask, members: dict[str, Any], fault: str
) -> None:
    collab = hagby(decision(mandate="den-gamla"), **with_mandate(**members))
    assert dict(only(ask(cites_another, collab)).data)["fault"] == fault


def test_an_office_that_was_held_but_gave_no_right(ask: Ask) -> None:
    eriks = next(one for one in HAGBY.appointments if one.person == "erik")
    told: dict[str, Any] = {"id": "eriks-andra", "office": "bitradande-enhetschefen"}
    also = attrs.evolve(eriks, **told)
    own = decision(office="bitradande-enhetschefen")
    collab = hagby(own, appointments=(*HAGBY.appointments, also))
    # He steps in for nobody as the substitute of himself.
    assert dict(only(ask(cites_another, collab)).data)["fault"] == "no_right"


def test_where_nothing_carries_what_is_cited_is_not_the_question(ask: Ask) -> None:
    assert ask(cites_another, hagby(decision(matter="lokaler", line="3.9"))).held
    only(ask(cites_another, hagby(decision(matter="lokaler", line="3.12"))))


def test_a_citation_that_cannot_be_compared(ask: Ask) -> None:
    assert lacked(ask(cites_another, hagby(decision(day="2026", line="1")))) == ["day"]
    assert lacked(ask(cites_another, hagby(decision(mandate="finns-inte")))) == ["mandate"]
    bare = tuple(attrs.evolve(one, basis=None) for one in HAGBY.mandates[:3])
    assert lacked(ask(cites_another, hagby(decision(line="1"), mandates=bare))) == ["mandates"]
    unsaid = ask(cites_another, hagby(decision(day="2026", line="3.12")))
    assert dict(only(unsaid).data)["fault"] == "missing"


# --- DGD005 ----------------------------------------------------------------------------------


def reported(day: str | None) -> Reporting:
    return Reporting(minutes=Resolution(day=None if day is None else PartialDate(when=day)))


@pytest.mark.parametrize(
    "members",
    [
        {},
        {"minuted_on": "2026-05-04"},
        {"reported": reported("2026-05-04"), "minuted_on": "2026-06"},
        {"reported": Reporting()},
        {"reported": reported(None)},
        {"day": None, "minuted_on": "1994"},
        {"day": "2026-05", "minuted_on": "2026-05"},
    ],
)
def test_a_decision_that_was_made_known_when_it_was_taken(
    ask: Ask, members: dict[str, Any]
) -> None:
    assert ask(known_before_taken, hagby(decision(**members))).held


@pytest.mark.parametrize(
    ("members", "known", "earlier"),
    [
        ({"minuted_on": "2026-05-03"}, "minuted_on", "2026-05-03"),
        ({"reported": reported("2026-04")}, "reported", "2026-04"),
    ],
)
def test_a_decision_that_was_made_known_before(
    ask: Ask, members: dict[str, Any], known: str, earlier: str
) -> None:
    finding = only(ask(known_before_taken, hagby(decision(**members))))
    assert finding.severity is Severity.ERROR
    assert finding.pointer == f"/delegated_decisions/0/{known}"
    assert dict(finding.data)["earlier"] == earlier


def test_days_of_which_too_little_is_known(ask: Ask) -> None:
    unsure = decision(minuted_on="2026-05", reported=reported("2026"))
    assert lacked(ask(known_before_taken, hagby(unsure))) == ["reported", "minuted_on"]


def test_the_day_of_a_report_is_that_of_the_meeting_that_it_names(ask: Ask) -> None:
    april = Meeting(
        id=MeetingId("april"), kind=MeetingKind.ORDINARY, day=PartialDate(when="2026-04-15")
    )
    one = decision(reported=Reporting(meeting=april.id))
    finding = only(ask(known_before_taken, hagby(one, meetings=(april,))))
    assert dict(finding.data)["earlier"] == "2026-04-15"
