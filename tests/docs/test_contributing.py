"""What CONTRIBUTING.md shows as an example to follow is what stands in the library."""

import inspect

import pytest

from samverkan_core.findings.finding import Finding
from samverkan_core.rules.focus_areas import coordinator_missing, time_box_missing
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.labels import LANGUAGES, Lang

from .pages import ROOT, blocks

PAGE = ROOT / "CONTRIBUTING.md"


def test_the_thing_and_the_rule_are_those_of_the_library() -> None:
    thing, rule = blocks(PAGE, "python")
    assert inspect.getsource(AgeBand) in thing.text
    assert inspect.getsource(coordinator_missing.judge) in rule.text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_message_to_follow_is_one_that_the_library_gives(lang: Lang) -> None:
    finding = Finding(
        notice=time_box_missing.notice,
        severity=time_box_missing.notice.severity,
        pointer="/focus_areas/0",
        data=(("area", "fo-barnfattigdom"), ("missing", ("starts", "ends"))),
    )
    text = PAGE.read_text(encoding="utf-8")
    for said in (finding.message(lang), finding.why(lang), finding.remedy(lang)):
        assert f"* {said} " in text
