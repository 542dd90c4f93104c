"""The profile of a document over the pillars."""

import datetime as dt
from collections.abc import Iterator

import attrs

from samverkan_core.assessment import PillarView, State, pillars
from samverkan_core.checking import check
from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.findings.report import Report
from samverkan_core.in_one import check_json
from samverkan_core.indexing import View
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.rule import Asked, Breach, Outcome, rule
from samverkan_core.values.ids import FocusAreaId

DAY = dt.date(2015, 3, 1)
AREAS = tuple(FocusArea(id=FocusAreaId(id_), name=id_) for id_ in ("a", "b"))
COLLAB = Collaboration(name="Hagby", purpose="Barn får hjälp tidigt.", focus_areas=AREAS)
TEXTS = Texts(message="m.", why="w.", remedy="r.")


@rule(
    "OWN001",
    Severity.INFO,
    Pillar.SHARED_VIEW,
    Force.HOUSE_RULE,
    reads=("focus_areas",),
    sv=TEXTS,
    en=TEXTS,
)
def holding(view: View, _: Asked) -> Iterator[Outcome]:
    """Hold whatever the areas are."""
    for area in view.focus_areas.firsts():
        if area.name == "nobody":
            yield Breach("", area.id)


@rule(
    "OWN002",
    Severity.INFO,
    Pillar.STEERING,
    Force.HOUSE_RULE,
    reads=("focus_areas",),
    sv=TEXTS,
    en=TEXTS,
)
def failing(view: View, _: Asked) -> Iterator[Outcome]:
    """Stop on a program error."""
    yield Breach("", str(tuple(view.focus_areas.firsts())[7]))


def by(views: tuple[PillarView, ...], pillar: Pillar | None) -> PillarView:
    (view,) = (view for view in views if view.pillar is pillar)
    return view


def codes(view: PillarView, state: State) -> list[str]:
    return [one.code for one in view.of(state)]


def test_the_pillars_come_in_their_order_and_the_file_last() -> None:
    assert [view.pillar for view in pillars(check(COLLAB, at=DAY))] == list(Pillar)


def test_every_rule_stands_under_its_own_pillar() -> None:
    views = pillars(check(COLLAB, at=DAY))
    for known in RULES:
        under = [view.pillar for view in views if known.code in {one.code for one in view.rules}]
        assert under == [known.notice.pillar]


def test_findings_are_counted_by_severity_with_what_they_are_made_of() -> None:
    structure = by(pillars(check(COLLAB, at=DAY, profile="sundbyberg")), Pillar.STRUCTURE)
    found = [one.code for one in structure.by_severity(Severity.ERROR)]
    assert found.count("FOC003") == 2
    assert {"FOC002", "FOC005", "FOC006"} < set(found)
    plain = structure.to_dict()
    findings, states = plain["findings"], plain["states"]
    assert isinstance(findings, dict)
    assert isinstance(states, dict)
    assert findings["error"] == {"count": len(found), "codes": sorted(set(found))}
    assert findings["info"] == {"count": 0, "codes": []}
    assert (plain["pillar"], plain["label"]) == ("structure", "Struktur")
    assert plain["count"] == sum(len(some) for some in states.values())


def test_a_fault_in_the_file_stands_under_the_format() -> None:
    view = by(pillars(check_json('{"samverkan":"1.0","name":"S","nmae":1}', at=DAY)), Pillar.FORMAT)
    assert codes(view, State.BROKEN) == ["MEM001"]


def test_of_a_text_that_cannot_be_read_every_rule_was_left_unasked() -> None:
    views = pillars(check_json(b"{"))
    asked = {one.code for view in views for one in view.rules if one.state is not State.NOT_ASKED}
    assert asked == {"JSN003"}
    assert sum(len(view.rules) for view in views) == len(RULES) + 1


def test_ones_own_rules_stand_with_the_others() -> None:
    report = check(COLLAB, at=DAY, more_rules=[holding])
    view = by(pillars(report, more_rules=[holding]), Pillar.SHARED_VIEW)
    assert "OWN001" in codes(view, State.HOLDS)


def test_a_rule_that_nobody_here_knows_is_not_lost() -> None:
    views = pillars(check(COLLAB, at=DAY, more_rules=[holding]))
    assert [view.pillar for view in views] == [*Pillar, None]
    unknown = by(views, None)
    assert codes(unknown, State.HOLDS) == ["OWN001"]
    assert (unknown.to_dict()["pillar"], unknown.to_dict()["label"]) == (None, None)


def test_a_finding_tells_the_pillar_of_its_rule() -> None:
    (finding,) = check(COLLAB).by_code("COL001")
    own = attrs.evolve(
        finding, notice=attrs.evolve(finding.notice, code="OWN009", pillar=Pillar.SHARED_VIEW)
    )
    for report, state in (
        (Report(findings=[own]), State.BROKEN),
        (Report(accepted=[own]), State.ACCEPTED),
    ):
        assert codes(by(pillars(report), Pillar.SHARED_VIEW), state) == ["OWN009"]


def test_a_rule_that_stopped_on_an_error_was_not_asked() -> None:
    report = check(COLLAB, at=DAY, more_rules=[failing])
    views = pillars(report, more_rules=[failing])
    assert codes(by(views, Pillar.STEERING), State.NOT_ASKED) == ["OWN002"]
    assert codes(by(views, Pillar.FORMAT), State.BROKEN) == ["RUL001"]
