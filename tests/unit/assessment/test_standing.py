"""How one rule stands in a report."""

import datetime as dt

import pytest

from samverkan_core.assessment import State
from samverkan_core.assessment.standing import plain_states, spoken_of, standings
from samverkan_core.findings.finding import Finding, Force, Notice, Pillar, Severity, Texts
from samverkan_core.findings.report import Answerable, NotJudged, Report
from samverkan_core.values.labels import LANGUAGES

TEXTS = Texts(message="m.", why="w.", remedy="r.")


def finding(code: str, pointer: str = "/a/0") -> Finding:
    notice = Notice(
        code=code,
        severity=Severity.ERROR,
        pillar=Pillar.STEERING,
        force=Force.SEED,
        sv=TEXTS,
        en=TEXTS,
    )
    return Finding(notice=notice, severity=Severity.ERROR, pointer=pointer, subject="a")


BROKEN, ELSEWHERE, OWNED = finding("AAA001"), finding("AAA001", "/a/1"), finding("AAA002")
WHO = Answerable(finding=OWNED, owner="styrgruppen", last_day=dt.date(2015, 3, 1))
REPORT = Report(
    findings=[BROKEN],
    accepted=[ELSEWHERE, OWNED],
    answerable=[WHO],
    held=("AAA004",),
    not_judged=(
        NotJudged(code="AAA001", subject="b", lacked="period"),
        NotJudged(code="AAA002", lacked="roles"),
        NotJudged(code="AAA003", subject="c", lacked="period"),
    ),
    not_run=("AAA005",),
    left_out=("AAA006",),
)
CODES = ("AAA007", "AAA001", "AAA003", "AAA002", "AAA004", "AAA005", "AAA006", "AAA001")


def test_each_code_stands_once_in_order_and_in_one_state() -> None:
    assert [(one.code, one.state) for one in standings(REPORT, CODES)] == [
        ("AAA001", State.BROKEN),
        ("AAA002", State.ACCEPTED),
        ("AAA003", State.NO_DATA),
        ("AAA004", State.HOLDS),
        ("AAA005", State.WAITS),
        ("AAA006", State.LEFT_OUT),
        ("AAA007", State.NOT_ASKED),
    ]


def test_a_rule_keeps_everything_that_is_said_of_it() -> None:
    broken, owned, lacking, *silent = standings(REPORT, CODES)
    assert (broken.findings, broken.accepted, broken.answerable) == ((BROKEN,), (ELSEWHERE,), ())
    assert [one.subject for one in broken.lacking] == ["b"]
    assert (owned.findings, owned.accepted, owned.answerable) == ((), (OWNED,), (WHO,))
    assert [one.lacked for one in owned.lacking] == ["roles"]
    assert [one.subject for one in lacking.lacking] == ["c"]
    for one in silent:
        assert (one.findings, one.accepted, one.answerable, one.lacking) == ((), (), (), ())


def test_only_a_rule_that_has_judged_something_says_something() -> None:
    saying = {state for state in State if state.says_something}
    assert saying == {State.BROKEN, State.ACCEPTED, State.HOLDS}


def test_every_code_that_a_report_speaks_of_is_told() -> None:
    assert spoken_of(REPORT) == {f"AAA00{number}" for number in range(1, 7)}
    assert spoken_of(Report()) == frozenset()


def test_the_states_are_told_in_plain_values_the_empty_ones_too() -> None:
    assert plain_states(standings(REPORT, CODES[:3])) == {
        "broken": ["AAA001"],
        "accepted": [],
        "no_data": ["AAA003"],
        "holds": [],
        "waits": [],
        "left_out": [],
        "not_asked": ["AAA007"],
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_standing_is_told_in_plain_values(lang: str) -> None:
    (owned,) = standings(REPORT, ["AAA002"])
    assert owned.to_dict("sv" if lang == "sv" else "en") == {
        "code": "AAA002",
        "state": "accepted",
        "findings": [],
        "accepted": [OWNED.to_dict("sv" if lang == "sv" else "en")],
        "answerable": [
            {"pointer": "/a/0", "subject": "a", "owner": "styrgruppen", "last_day": "2015-03-01"}
        ],
        "lacking": [{"code": "AAA002", "subject": None, "lacked": "roles"}],
    }
