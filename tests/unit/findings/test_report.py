"""Reports: a sorted sequence of findings that says what its silence means."""

import datetime as dt
import json
import re
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.errors import InvalidValue, UnknownLanguage
from samverkan_core.findings.finding import Finding, Force, Notice, Pillar, Severity, Texts
from samverkan_core.findings.report import Answerable, NotJudged, Report, Stamp
from samverkan_core.values.labels import LANGUAGES, Lang
from samverkan_core.values.source import Source, SourceKind


def finding(code: str, pointer: str, **members: Any) -> Finding:
    """Make a finding of a code at a place."""
    texts = Texts(message=f"{code} <{{a}}>.", why="w.", remedy="r & s.")
    notice = Notice(
        code=code,
        severity=Severity.ERROR,
        pillar=members.pop("pillar", Pillar.STRUCTURE),
        force=Force.SEED,
        sources=(Source(kind=SourceKind.SEED, ref="SB-01"),) * 2,
        sv=texts,
        en=texts,
    )
    given_ = {"severity": Severity.ERROR, "data": (("a", "<b>"),)}
    return Finding(notice=notice, pointer=pointer, **{**given_, **members})


ERROR = finding("AAA001", "/b/2", subject="x")
WARNING = finding("AAA002", "/b/10", severity=Severity.WARNING, pillar=Pillar.STEERING)
INFO = finding("AAA001", "/c", severity=Severity.INFO, subject="y")
REPORT = Report(
    findings={INFO, WARNING, ERROR},
    accepted=[finding("AAA003", "/z"), finding("AAA003", "/y")],
    held=("BBB001",),
    not_judged=(NotJudged(code="CCC001", lacked="roles"),),
    not_run=("DDD001",),
    stamp=Stamp(day=dt.date(2015, 3, 1), profile="common", catalogue="1", digest="ab"),
)


def test_a_report_is_a_sorted_sequence() -> None:
    assert list(REPORT) == [ERROR, WARNING, INFO]
    assert (len(REPORT), REPORT[0], REPORT[-1], REPORT[1:]) == (3, ERROR, INFO, (WARNING, INFO))
    assert WARNING in REPORT
    assert REPORT.index(INFO) == 2
    assert REPORT.count(ERROR) == 1
    assert list(reversed(REPORT)) == [INFO, WARNING, ERROR]
    assert [found.pointer for found in REPORT.accepted] == ["/y", "/z"]
    with pytest.raises(IndexError):
        REPORT[3]


def test_an_empty_report_is_false_as_empty_sequences_are() -> None:
    assert not Report()
    assert REPORT
    assert Report().stamp == Stamp(day=None, profile=None, catalogue=None, digest=None)


@pytest.mark.parametrize(
    ("found", "fail_on", "ok"),
    [
        ((), Severity.INFO, True),
        ((INFO,), Severity.INFO, False),
        ((INFO,), Severity.WARNING, True),
        ((INFO,), Severity.ERROR, True),
        ((WARNING,), Severity.INFO, False),
        ((WARNING,), Severity.WARNING, False),
        ((WARNING,), Severity.ERROR, True),
        ((ERROR,), Severity.ERROR, False),
        ((INFO, ERROR), Severity.WARNING, False),
    ],
)
def test_a_report_is_ok_below_a_gravity(
    found: tuple[Finding, ...], fail_on: Severity, ok: bool
) -> None:
    assert Report(findings=found).ok(fail_on) == ok


def test_errors_decide_unless_somebody_asks_for_more_and_accepted_ones_never_do() -> None:
    assert Report(findings=(WARNING,), accepted=(ERROR,)).ok()
    assert not REPORT.ok()


def test_a_report_is_narrowed_and_keeps_its_stamp() -> None:
    assert list(REPORT.by_code("AAA001")) == [ERROR, INFO]
    assert list(REPORT.by_pillar(Pillar.STEERING)) == [WARNING]
    assert list(REPORT.by_severity(Severity.INFO)) == [INFO]
    assert list(REPORT.by_subject("x")) == [ERROR]
    for narrowed in (REPORT.by_code("x"), REPORT.by_subject("x").by_severity(Severity.INFO)):
        assert list(narrowed) == []
        assert (narrowed.stamp, narrowed.held) == (REPORT.stamp, REPORT.held)


def test_rows_are_flat_and_in_one_language() -> None:
    row, *others = REPORT.rows("en")
    assert len(others) == 4
    assert row == {
        "code": "AAA001",
        "severity": "error",
        "severity_label": "Error",
        "pillar": "structure",
        "pillar_label": "Structure",
        "force": "seed",
        "force_label": "From the way of working",
        "pointer": "/b/2",
        "subject": "x",
        "message": "AAA001 <<b>>.",
        "remedy": "r & s.",
        "sources": "row SB-01; row SB-01",
        "accepted": False,
        "answerable": "",
        "answerable_until": None,
    }
    assert REPORT.rows()[0]["sources"] == "rad SB-01; rad SB-01"
    assert REPORT.rows()[0]["severity_label"] == "Brist"


def test_a_report_is_a_document() -> None:
    plain = REPORT.to_dict("en")
    assert list(plain) == [
        *("samverkan_report", "stamp", "findings", "accepted"),
        *("held", "not_judged", "not_run", "left_out"),
    ]
    assert plain["samverkan_report"] == "1.0"
    assert plain["stamp"] == {
        "day": "2015-03-01",
        "profile": "common",
        "catalogue": "1",
        "law_known_to": None,
        "digest": "ab",
    }
    assert plain["not_judged"] == [{"code": "CCC001", "subject": None, "lacked": "roles"}]
    assert json.loads(json.dumps(plain)) == plain
    assert Report().to_dict()["stamp"] == dict.fromkeys(
        ("day", "profile", "catalogue", "law_known_to", "digest")
    )


def test_a_notebook_shows_a_table_in_which_nothing_is_markup() -> None:
    shown = REPORT._repr_html_()
    assert shown.count("<tr>") == 6
    assert "AAA001 &lt;&lt;b&gt;&gt;." in shown
    assert "r &amp; s." in shown
    assert "<b>" not in shown
    assert shown.startswith('<div lang="sv">')


def test_a_notebook_is_told_what_was_asked_and_what_is_not_known() -> None:
    ahead = "<p><strong>Brist: 1 · Påpekande: 1 · Upplysning: 1</strong> "
    assert f"{ahead}Dag: 2015-03-01 · Profil: common</p>" in REPORT.html()
    silent = "<p>Regler som håller: 1 · Kan inte bedömas: 1 · Väntar på en dag: 1</p>"
    assert silent in REPORT.html()
    several = attrs.evolve(REPORT, left_out=("EEE001", "EEE002"), not_run=(), held=())
    said = "Rules that hold: 0 · Cannot be judged: 1 · Do not apply in the profile: 2</p>"
    assert said in several.html("en")
    asked_twice = attrs.evolve(REPORT, not_judged=REPORT.not_judged * 2)
    assert asked_twice.html() == REPORT.html()


def test_what_is_about_no_thing_says_where_it_stands() -> None:
    in_a_row = finding("TAB", "/a/0", data=(("a", "x"), ("table", "enheter"), ("row", 1)))
    report = Report(findings=[finding("AAA001", "/goals"), finding("AAA002", ""), in_a_row])
    assert ">/goals</td>" in report.html()
    assert ">dokumentet</td>" in report.html()
    assert ">tabellen enheter, rad 1</td>" in report.html()
    assert ">the table enheter, row 1</td>" in report.html("en")


def test_no_finding_is_not_shown_as_an_empty_table() -> None:
    checked = attrs.evolve(REPORT, findings=(), accepted=())
    assert "<strong>Inga fynd.</strong>" in checked.html()
    assert "<table" not in checked.html()
    assert "Regler som håller: 1" in checked.html()
    # Where nothing was checked no rule has been silent.
    assert Report().html("en") == '<div lang="en"><p><strong>No findings.</strong></p></div>'


def test_a_report_is_shown_in_the_language_of_the_reader() -> None:
    assert REPORT._repr_html_() == REPORT.html("sv") == REPORT.html()
    assert '<th scope="col" style="text-align:left">Accepted by</th>' in OWNED.html("en")
    assert "b through 2015-04-01; b through 2015-05-01; a through 2015-06-01" in OWNED.html("en")
    assert "&lt;i&gt; through 2015-02-28 (has lapsed)" in OWNED.html("en")
    with pytest.raises(UnknownLanguage):
        REPORT.html("fi")  # type: ignore[arg-type]


OWNED = attrs.evolve(
    REPORT,
    answerable=[
        Answerable(finding=REPORT.accepted[1], owner="b", last_day=dt.date(2015, 5, 1)),
        Answerable(finding=ERROR, owner="<i>", last_day=dt.date(2015, 2, 28)),
        Answerable(finding=REPORT.accepted[1], owner="a", last_day=dt.date(2015, 6, 1)),
        Answerable(finding=REPORT.accepted[1], owner="b", last_day=dt.date(2015, 4, 1)),
    ],
)


def test_a_report_says_who_answers_for_a_finding() -> None:
    answering = [(one.owner, one.last_day.month) for one in OWNED.answering(OWNED.accepted[1])]
    assert answering == [("b", 4), ("b", 5), ("a", 6)]
    assert OWNED.answering(WARNING) == REPORT.answering(ERROR) == ()
    assert [one.finding for one in OWNED.answerable] == [ERROR, *(OWNED.accepted[1],) * 3]
    assert "b" not in repr(OWNED.answerable[1]).partition("owner")[2]


def test_rows_say_what_is_accepted_and_what_was() -> None:
    shown = [
        (row["pointer"], row["accepted"], row["answerable"], row["answerable_until"])
        for row in OWNED.rows()
    ]
    assert shown == [
        ("/b/2", False, "<i>", "2015-02-28"),
        ("/b/10", False, "", None),
        ("/c", False, "", None),
        ("/y", True, "", None),
        ("/z", True, "b; a", "2015-06-01"),
    ]
    notebook = OWNED._repr_html_()
    each = "b t.o.m. 2015-04-01; b t.o.m. 2015-05-01; a t.o.m. 2015-06-01"
    assert f">{each}</td>" in notebook
    assert ">&lt;i&gt; t.o.m. 2015-02-28 (har löpt ut)</td>" in notebook


def test_a_report_as_a_document_says_who_answers() -> None:
    plain = json.loads(json.dumps(OWNED.to_dict()))
    assert plain["findings"][0]["answerable"] == [{"owner": "<i>", "last_day": "2015-02-28"}]
    assert [one["owner"] for one in plain["accepted"][1]["answerable"]] == ["b", "b", "a"]
    assert "answerable" not in plain["accepted"][0]
    assert plain["findings"][1] == json.loads(json.dumps(WARNING.to_dict()))


def test_what_was_not_judged_has_an_order() -> None:
    missing = [
        NotJudged(code="A", lacked="b"),
        NotJudged(code="A", subject="x", lacked="a"),
        NotJudged(code="B", lacked="a"),
    ]
    assert sorted(missing[1:] + missing[:1]) == missing


def test_a_report_cannot_change() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        REPORT.findings = ()  # type: ignore[misc]


severities = st.lists(st.sampled_from(Severity), max_size=5)


def of(some: list[Severity]) -> Report:
    """Make a report with a finding of each of some gravities."""
    return Report(
        findings=[
            finding(f"AAA00{at % 3}", f"/{at}", severity=severity, subject=str(at % 2))
            for at, severity in enumerate(some)
        ]
    )


@given(some=severities, fail_on=st.sampled_from(Severity))
def test_a_report_is_ok_when_nothing_in_it_reaches(some: list[Severity], fail_on: Severity) -> None:
    assert of(some).ok(fail_on) == (not any(severity.reaches(fail_on) for severity in some))


@given(some=severities)
def test_narrowing_divides_a_report_and_loses_nothing(some: list[Severity]) -> None:
    report = of(some)
    for divided in (
        [report.by_severity(severity) for severity in Severity],
        [report.by_pillar(pillar) for pillar in Pillar],
        [report.by_code(f"AAA00{number}") for number in range(3)],
        [report.by_subject(str(number)) for number in range(2)],
    ):
        parts = [found for part in divided for found in part]
        assert sorted(parts) == list(report)


@given(some=severities, lang=st.sampled_from(LANGUAGES))
def test_there_is_a_row_for_each_finding_in_order(some: list[Severity], lang: Lang) -> None:
    report = of(some)
    assert [row["pointer"] for row in report.rows(lang)] == [found.pointer for found in report]
    plain = report.to_dict(lang)
    assert json.loads(json.dumps(plain)) == plain
    assert report.html(lang).count("<tr>") == (1 + len(report) if report else 0)


@given(text=st.text("<>&\"'aå", max_size=9))
def test_no_text_becomes_markup(text: str) -> None:
    shown = Report(
        findings=[finding("AAA001", "", subject=text, data=(("a", text),))]
    )._repr_html_()
    marks = "div|p|strong|table|caption|thead|tbody|tr|th|td"
    cells = re.sub(rf"</?({marks})( [a-z]+=\"[a-z:-]+\")*>", "", shown)
    assert "<" not in cells
    assert ">" not in cells


@pytest.mark.parametrize("asked", ["ok", "by_severity", "by_pillar"])
def test_a_code_in_the_place_of_what_it_stands_for_is_misuse(asked: str) -> None:
    with pytest.raises(InvalidValue, match=r"^give one of [A-Za-z]+[.].*, not 'error'$"):
        getattr(Report(), asked)("error")
