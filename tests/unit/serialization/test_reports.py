"""Reports as documents: read back as the same values, and refused when they are anything else."""

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.checking import check
from samverkan_core.findings.finding import (
    Finding,
    Force,
    Notice,
    Pillar,
    Severity,
    Texts,
    canonical,
)
from samverkan_core.findings.report import Answerable, NotJudged, Report, Stamp
from samverkan_core.in_one import check_json
from samverkan_core.reference.laws import KNOWN_TO
from samverkan_core.serialization.limits import Limits
from samverkan_core.serialization.load import LoadError
from samverkan_core.serialization.reports import NOTICES, loads_report
from samverkan_core.serialization.write import dumps
from samverkan_core.testing.anything import collaborations

DOCUMENT = '{"samverkan":"1.0","name":"n","focus_areas":[{"id":"f","name":"F"}],"extra":1}'
DAY = dt.date(2015, 3, 1)

OWN = Notice(
    code="OWN001",
    severity=Severity.WARNING,
    pillar=Pillar.STRUCTURE,
    force=Force.HOUSE_RULE,
    sv=Texts(message="{område} {saknar}.", why="Därför {{ord}}.", remedy="Styrgruppen ordnar det."),
    en=Texts(message="{område} {saknar}!", why="Because.", remedy="The steering group does."),
)


def report(**members: Any) -> Report:
    """Make a report with one finding of a rule that the library does not have."""
    finding = Finding(
        notice=OWN,
        severity=Severity.INFO,
        pointer="/focus_areas/0",
        subject="f",
        data=(("område", "f"), ("saknar", ("a", "b")), ("x", 12345678901234567890)),
    )
    return Report(**{"findings": (finding,), "stamp": Stamp(day=DAY, profile="p"), **members})


def test_a_report_is_read_back_as_it_was_written() -> None:
    checked = check_json(DOCUMENT, at=DAY)
    assert len(checked) > 3
    assert len(checked.not_judged) > 3
    assert loads_report(dumps(checked)) == checked
    assert loads_report(dumps(checked).decode()) == checked


@given(collab=collaborations(), at=st.none() | st.dates())
def test_any_report_of_the_library_is_read_back(collab: Any, at: dt.date | None) -> None:
    checked = check(collab, at=at)
    written = dumps(checked)
    assert loads_report(written) == checked
    assert dumps(loads_report(written)) == written


def test_a_report_on_a_text_that_cannot_be_read_is_a_report_too() -> None:
    refused = check_json('{"samverkan":"1.0","name":7}')
    assert loads_report(dumps(refused)) == refused


def test_a_report_that_was_written_before_profiles_left_rules_out_is_read() -> None:
    checked = check_json(DOCUMENT, at=DAY)
    written = json.loads(dumps(checked))
    del written["left_out"]
    assert written["stamp"].pop("law_known_to") == KNOWN_TO.isoformat()
    before = attrs.evolve(checked, stamp=attrs.evolve(checked.stamp, law_known_to=None))
    assert loads_report(json.dumps(written)) == before
    leaving = check_json(DOCUMENT, profile="riskzon1997")
    assert loads_report(dumps(leaving)).left_out == leaving.left_out != ()


def test_what_somebody_accepted_is_read_back() -> None:
    accepted = report(findings=(), accepted=report().findings, held=("ACT001",))
    assert dumps(loads_report(dumps(accepted))) == dumps(accepted)
    assert len(loads_report(dumps(accepted)).accepted) == 1


def test_who_answers_for_what_is_accepted_and_who_did_is_read_back() -> None:
    found, *_ = check_json(DOCUMENT, at=DAY)
    answering = [
        Answerable(finding=found, owner="styrgruppen", last_day=DAY),
        Answerable(finding=found, owner="nämnden", last_day=DAY),
    ]
    for owned in (
        Report(accepted=[found], answerable=answering),
        Report(findings=[found], answerable=answering[:1]),
    ):
        assert loads_report(dumps(owned)) == owned


@pytest.mark.parametrize(
    "answerable",
    [
        {},
        [None],
        [{"owner": "o"}],
        [{"owner": "o", "last_day": None}],
        [{"owner": "o", "last_day": "2015-02-30"}],
        [{"owner": 7, "last_day": "2015-02-28"}],
    ],
    ids=repr,
)
def test_nobody_answers_in_another_form(answerable: Any) -> None:
    written = json.loads(dumps(check_json(DOCUMENT, at=DAY)))
    written["findings"][0]["answerable"] = answerable
    with pytest.raises(LoadError):
        loads_report(json.dumps(written))


def test_a_rule_that_is_not_known_here_keeps_its_words() -> None:
    (finding,) = loads_report(dumps(report()))
    (before,) = report()
    assert (finding.code, finding.severity, finding.pillar, finding.force) == (
        *("OWN001", Severity.INFO),
        *(Pillar.STRUCTURE, Force.HOUSE_RULE),
    )
    assert finding.data == before.data
    assert finding.message("sv") == finding.message("en") == "f a och b."
    assert finding.why() == "Därför {ord}."
    assert finding.rank == before.rank


def test_sources_of_an_unknown_rule_stay_as_they_were_cited() -> None:
    written = json.loads(dumps(report()))
    written["findings"][0]["sources"] = ["6 kap. 38 § kommunallagen (2017:725)"]
    (finding,) = loads_report(json.dumps(written))
    assert finding.to_dict()["sources"] == ["6 kap. 38 § kommunallagen (2017:725)"]


def test_findings_are_sorted_whatever_the_order_in_the_text() -> None:
    written = json.loads(dumps(check_json(DOCUMENT, at=DAY)))
    written["findings"].reverse()
    assert loads_report(json.dumps(written)) == check_json(DOCUMENT, at=DAY)


Spoil = Callable[[dict[str, Any]], Any]

SPOILT: dict[str, Spoil] = {
    "another version": lambda tree: tree.update(samverkan_report="2.0"),
    "no version": lambda tree: tree.pop("samverkan_report"),
    "no findings": lambda tree: tree.pop("findings"),
    "findings are an object": lambda tree: tree.update(findings={}),
    "a finding is null": lambda tree: tree.update(findings=[None]),
    "no data": lambda tree: tree["findings"][0].pop("data"),
    "data are a list": lambda tree: tree["findings"][0].update(data=[]),
    "a datum is null": lambda tree: tree["findings"][0]["data"].update(x=None),
    "a datum is a truth": lambda tree: tree["findings"][0]["data"].update(x=True),
    "a datum is no whole number": lambda tree: tree["findings"][0]["data"].update(x=1.5),
    "a datum holds numbers": lambda tree: tree["findings"][0]["data"].update(x=[1]),
    "a known rule without its data": lambda tree: tree["findings"][0].update(code="TYP002"),
    "a code is a number": lambda tree: tree["findings"][0].update(code=7),
    "a severity that is not known": lambda tree: tree["findings"][0].update(severity="fatal"),
    "a severity that is a list": lambda tree: tree["findings"][0].update(severity=[]),
    "a pillar that is not known": lambda tree: tree["findings"][0].update(pillar=None),
    "a force that is not known": lambda tree: tree["findings"][0].update(force="x"),
    "a pointer is a number": lambda tree: tree["findings"][0].update(pointer=7),
    "a subject is a number": lambda tree: tree["findings"][0].update(subject=7),
    "a message is a list": lambda tree: tree["findings"][0].update(message=["a"]),
    "no remedy": lambda tree: tree["findings"][0].pop("remedy"),
    "sources are a text": lambda tree: tree["findings"][0].update(sources="abc"),
    "a source is blank": lambda tree: tree["findings"][0].update(sources=[" "]),
    "held is a text": lambda tree: tree.update(held="abc"),
    "held holds numbers": lambda tree: tree.update(held=[1]),
    "not_run is an object": lambda tree: tree.update(not_run={}),
    "left_out is a number": lambda tree: tree.update(left_out=7),
    "law_known_to is no day": lambda tree: tree["stamp"].update(law_known_to="i går"),
    "not_judged is a text": lambda tree: tree.update(not_judged=["x"]),
    "not_judged lacks what it lacked": lambda tree: tree["not_judged"][0].pop("lacked"),
    "not_judged of a number": lambda tree: tree["not_judged"][0].update(code=1),
    "no stamp": lambda tree: tree.pop("stamp"),
    "a day that does not exist": lambda tree: tree["stamp"].update(day="2015-02-29"),
    "a day that is empty": lambda tree: tree["stamp"].update(day=""),
    "a day that is a number": lambda tree: tree["stamp"].update(day=2015),
    "a profile that is a number": lambda tree: tree["stamp"].update(profile=1),
}


@pytest.mark.parametrize("case", SPOILT)
def test_what_is_no_report_is_refused(case: str) -> None:
    missing = NotJudged(code="ACT001", lacked="actors")
    tree = json.loads(dumps(report(not_judged=(missing,))))
    assert loads_report(json.dumps(tree)).not_judged == (missing,)
    SPOILT[case](tree)
    with pytest.raises(LoadError) as caught:
        loads_report(json.dumps(tree))
    assert [finding.code for finding in caught.value.report] == ["REP001"]


@pytest.mark.parametrize("tree", [None, [], {}, 7, "text", [[]]], ids=repr)
def test_another_tree_is_no_report(tree: Any) -> None:
    with pytest.raises(LoadError, match="REP001"):
        loads_report(json.dumps(tree))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "JSN003"),
        ('{"a":NaN}', "JSN006"),
        ('{"findings":[],"findings":[]}', "JSN005"),
        (r'{"held":["\ud800"]}', "JSN007"),
        ('{"held":["20000229-2399"]}', "PRI001"),
    ],
)
def test_faults_of_the_text_are_told_as_in_a_document(text: str, code: str) -> None:
    with pytest.raises(LoadError) as caught:
        loads_report(text)
    assert [finding.code for finding in caught.value.report] == [code]


def test_the_limits_hold_for_reports_too() -> None:
    with pytest.raises(LoadError, match="LIM001"):
        loads_report(dumps(report()), limits=Limits(text=20))


@given(data=st.binary(max_size=40) | st.text(max_size=40))
def test_reading_a_report_raises_its_own_error_only(data: bytes | str) -> None:
    with pytest.raises(LoadError):
        loads_report(data)


def test_every_code_stands_once_among_the_notices() -> None:
    assert all(code == notice.code for code, notice in NOTICES.items())
    assert {"ASI001", "RUL001", "PRO001", "PRI001", "FOC003"} <= set(NOTICES)


@given(data=st.dictionaries(st.text(max_size=4), st.text(max_size=4) | st.integers(), max_size=3))
def test_data_are_written_as_one_text(data: dict[str, str | int]) -> None:
    assert json.loads(canonical(data)) == data
    backwards = dict(reversed(data.items()))
    assert canonical(backwards) == canonical(data)
