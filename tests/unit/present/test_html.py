"""Reports as a page."""

from datetime import date
from html.parser import HTMLParser

import attrs

from samverkan_core.checking import accept, check
from samverkan_core.in_one import check_json
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.present.html import page
from samverkan_core.values.ids import FocusAreaId

DAY = date(2015, 3, 1)
AREA = FocusArea(id=FocusAreaId("<b>&"), name="Barnfattigdom")
COLLAB = Collaboration(name="S", focus_areas=(AREA,))
VOID = {"meta"}


class Balanced(HTMLParser):
    """Fails on a tag that is closed in the wrong order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, _: object) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_every_tag_is_closed_in_order() -> None:
    parser = Balanced()
    parser.feed(page([("a", check(COLLAB, at=DAY)), ("b", check_json(b"{"))], "sv"))
    assert parser.open == []


def test_what_stands_in_the_document_cannot_become_markup() -> None:
    text = page([("<script>", check(COLLAB, at=DAY))], "sv")
    assert "<script>" not in text
    assert "<b>" not in text
    assert "&lt;b&gt;&amp;" in text


def test_nothing_is_fetched() -> None:
    text = page([("a", check(COLLAB, at=DAY))], "sv")
    assert "http" not in text
    assert "src=" not in text


def test_headings_and_table_heads_are_marked_as_such() -> None:
    text = page([("a", check(COLLAB, at=DAY))], "en")
    assert text.count("<h1>") == 1
    assert '<th scope="col">Code</th>' in text
    assert '<th scope="row">FOC003</th>' in text


def test_a_report_without_a_day_and_with_nothing_unjudged() -> None:
    report = attrs.evolve(check(COLLAB), not_judged=())
    text = page([("a", report)], "sv")
    assert "Regler som väntar på en dag" in text
    assert "Kan inte bedömas" not in text


def test_accepted_findings_have_a_table_of_their_own() -> None:
    (finding,) = check(COLLAB, at=DAY).by_code("FOC003")
    collab = accept(COLLAB, finding, reason="r", owner="<o>", last_day=DAY)
    shown = page([("a", check(collab, at=DAY))], "sv")
    assert " · 1 godtagen avvikelse · " in shown
    before, after = shown.split("<h3>Godtagna avvikelser</h3>")
    assert "<p>Godtaget: &lt;o&gt; svarar för det till och med 2015-03-01.</p>" in after
    assert "Godtaget" not in before


def test_a_lapsed_acceptance_is_said_where_the_finding_is_back() -> None:
    (finding,) = check(COLLAB, at=DAY).by_code("FOC003")
    collab = accept(COLLAB, finding, reason="r", owner="o", last_day=DAY)
    shown = page([("a", check(collab, at=date(2015, 3, 2)))], "en")
    assert "<p>The acceptance has lapsed: o answered for it through 2015-03-01.</p>" in shown
    assert "accepted finding" not in shown


def test_a_rule_has_one_row_however_often_it_is_broken() -> None:
    other = attrs.evolve(AREA, id=FocusAreaId("föräldrastöd"))
    text = page([("a", check(attrs.evolve(COLLAB, focus_areas=(AREA, other)), at=DAY))], "sv")
    assert text.count(">FOC003</th>") == 1
    assert "Fokusområdet föräldrastöd saknar" in text


def test_the_rules_that_the_profile_leaves_out_are_named() -> None:
    leaving = check(Collaboration(name="S", profile="riskzon1997"))
    assert "Do not apply in the profile: FOC001, " in page([("fil", leaving)], "en")
    assert "Do not apply" not in page([("fil", check(Collaboration(name="S")))], "en")
