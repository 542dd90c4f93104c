"""The self-assessment of a document."""

import datetime as dt

import attrs

from samverkan_core.assessment import FACTORS, State, self_assessment
from samverkan_core.checking import accept, check
from samverkan_core.findings.report import Report
from samverkan_core.in_one import check_json
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.values.ids import FocusAreaId

DAY = dt.date(2015, 3, 1)
AREA = FocusArea(id=FocusAreaId("skolfranvaro"), name="Skolfrånvaro")
COLLAB = Collaboration(name="Hagby", purpose="Barn får hjälp tidigt.", focus_areas=(AREA,))


def of(report: Report, factor: str) -> dict[str, tuple[str, ...]]:
    """Give the codes of each state that any rule on a factor is in."""
    (view,) = (view for view in self_assessment(report) if view.factor.id == factor)
    states = {state.code: tuple(one.code for one in view.of(state)) for state in State}
    return {state: codes for state, codes in states.items() if codes}


def test_focus_is_told_by_the_rules_on_focus_areas() -> None:
    assert of(check(COLLAB, at=DAY), "SB-F10") == {
        "broken": ("FOC003",),
        "no_data": ("FOC001", "FOC004"),
    }


def test_a_clear_purpose_without_goals_is_told_as_far_as_it_goes() -> None:
    assert of(check(COLLAB, at=DAY), "SB-F03") == {
        "no_data": ("FUP001", "FUP003", "GOA001", "GOA005", "IND002", "RDY006"),
        "holds": ("COL005",),
    }


def test_without_a_day_the_rules_of_state_wait() -> None:
    assert of(check(COLLAB), "SB-F10")["waits"] == ("FOC004",)


def test_what_the_profile_leaves_out_is_said() -> None:
    report = check(attrs.evolve(COLLAB, profile="riskzon1997"), at=DAY)
    assert of(report, "SB-F10")["left_out"] == ("FOC001", "FOC003", "FOC004")


def test_of_a_text_that_cannot_be_read_nothing_is_known() -> None:
    views = self_assessment(check_json(b"{"))
    assert not any(view.is_known for view in views)
    assert {rule.state for view in views for rule in view.rules} == {State.NOT_ASKED}


def test_a_factor_that_no_rule_speaks_to_is_not_known() -> None:
    silent = [view for view in self_assessment(check(COLLAB, at=DAY)) if not view.factor.rules]
    assert "TSI-09" in {view.factor.id for view in silent}
    assert not any(view.is_known or view.rules for view in silent)


def test_what_is_accepted_says_who_answers() -> None:
    (finding,) = check(COLLAB, at=DAY).by_code("FOC003")
    owned = accept(COLLAB, finding, reason="r", owner="styrgruppen", last_day=DAY)
    views = self_assessment(check(owned, at=DAY))
    (view,) = (view for view in views if view.factor.id == "SB-F10")
    (rule,) = view.of(State.ACCEPTED)
    assert [one.owner for one in rule.answerable] == ["styrgruppen"]
    later = check(owned, at=DAY + dt.timedelta(days=1))
    assert of(later, "SB-F10")["broken"] == ("FOC003",)


def test_ones_own_factors_can_be_looked_at() -> None:
    own = attrs.evolve(FACTORS[0], id="egen", rules=("FOC003", "COL005"))
    (view,) = self_assessment(check(COLLAB, at=DAY), [own])
    assert [(rule.code, rule.state) for rule in view.rules] == [
        ("COL005", State.HOLDS),
        ("FOC003", State.BROKEN),
    ]


def test_a_view_is_told_in_plain_values() -> None:
    plain = self_assessment(check(COLLAB, at=DAY))[9].to_dict("en")
    assert list(plain) == [
        *("id", "group", "name", "question", "sources", "known", "states", "rules"),
    ]
    assert (plain["id"], plain["group"], plain["name"]) == ("SB-F10", "sundbyberg", "Focus")
    assert plain["known"] is True
    assert plain["sources"] == ["Fokus barn och unga (Sundbyberg), row SB-F10"]
    states, rules = plain["states"], plain["rules"]
    assert isinstance(states, dict)
    assert isinstance(rules, list)
    assert states["broken"] == ["FOC003"]
    assert [rule["code"] for rule in rules] == ["FOC001", "FOC003", "FOC004"]
