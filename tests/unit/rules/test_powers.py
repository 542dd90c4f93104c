"""MAN009 and MAN010: who leads a focus area that is open, and what a steering group is for."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Finding, Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.indexing import index
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea, TargetGroup
from samverkan_core.model.mandate import Mandate, MandateKind, Power, Scope
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.rules.engine import Judgement, judged
from samverkan_core.rules.powers import area_without_leader, steering_without_assignment
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.rules.profiles.sundbyberg import SUNDBYBERG
from samverkan_core.rules.rule import Rule
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.ids import (
    ActorId,
    BodyId,
    FocusAreaId,
    HolderId,
    MandateId,
    RoleId,
    TargetGroupId,
)
from samverkan_core.values.time import PartialDate, Period, TimeBox

Ask = Callable[..., Judgement]

DAY = dt.date(2026, 5, 4)
YESTERDAY, TOMORROW = dt.date(2026, 5, 3), dt.date(2026, 5, 5)
YEAR = Period(first_day=dt.date(2026, 1, 1), last_day=dt.date(2026, 12, 31))
BOTH = (Power.COORDINATE, Power.LEAD)
ALL = (Power.LEAD, Power.DEVELOP, Power.AGREE)
NAMED = Scope(focus_areas=(FocusAreaId("föräldrastöd"),))


def ages(first: int, last: int) -> AgeBand:
    return AgeBand(from_age=first, to_age=last)


def mandate(to: str, *powers: Power, **members: Any) -> Mandate:
    known: dict[str, Any] = {
        "id": MandateId("uppdraget"),
        "kind": MandateKind.ASSIGNMENT,
        "period": YEAR,
        **members,
    }
    return Mandate(granted_to=(HolderId(to),), powers=powers, **known)


def area(**members: Any) -> FocusArea:
    known: dict[str, Any] = {
        "id": FocusAreaId("föräldrastöd"),
        "name": "Föräldrastöd",
        "time_box": TimeBox(starts=PartialDate(when="2026-01"), ends=PartialDate(when="2027")),
        "coordinators": (RoleId("samordnaren"),),
        "working_group": BodyId("arbetsgruppen"),
        "target_group": TargetGroupId("barn"),
        **members,
    }
    return FocusArea(**known)


def collaboration(*mandates: Mandate, areas: tuple[FocusArea, ...] = (area(),)) -> Collaboration:
    return Collaboration(
        name="Hagby",
        roles=(
            Role(
                id=RoleId("samverkansledaren"),
                name="Samverkansledare",
                kind=RoleKind.EMPLOYEE,
                permanent=True,
                period=Period(last_day=DAY),
            ),
            Role(id=RoleId("samordnaren"), name="Samordnare", kind=RoleKind.EMPLOYEE),
            Role(id=RoleId("rektorn"), name="Rektor", kind=RoleKind.EMPLOYEE),
        ),
        bodies=(
            Body(
                id=BodyId("styrgruppen"),
                name="Styrgruppen",
                kind=BodyKind.STEERING_GROUP,
                period=Period(last_day=DAY),
            ),
            Body(id=BodyId("arbetsgruppen"), name="Gruppen", kind=BodyKind.WORKING_GROUP),
        ),
        mandates=mandates,
        target_groups=(TargetGroup(id=TargetGroupId("barn"), name="Barn", ages=ages(0, 18)),),
        focus_areas=areas,
    )


def only(judgement: Judgement) -> Finding:
    """Give the one finding of a judgement that left nothing unjudged."""
    assert not judgement.not_judged
    (finding,) = judgement.findings
    return finding


def missing(judgement: Judgement) -> object:
    return dict(only(judgement).data)["missing"]


def unjudged(judgement: Judgement) -> list[tuple[str | None, str]]:
    assert not judgement.findings
    return [(one.subject, one.lacked) for one in judgement.not_judged]


def silent(judgement: Judgement) -> bool:
    return not judgement.findings and not judgement.not_judged


# --- focus areas -------------------------------------------------------------------------------


def test_without_areas_or_without_mandates(ask: Ask) -> None:
    nothing = collaboration(mandate("samordnaren", *BOTH), areas=())
    assert ask(area_without_leader, nothing, DAY).not_judged == (
        NotJudged(code="MAN009", lacked="focus_areas"),
    )
    assert unjudged(ask(area_without_leader, collaboration(), DAY)) == [(None, "mandates")]


@pytest.mark.parametrize("holder", ["samordnaren", "samverkansledaren"])
@pytest.mark.parametrize(
    "scope",
    [
        None,
        NAMED,
        Scope(bodies=(BodyId("arbetsgruppen"), BodyId("styrgruppen"))),
        Scope(ages=ages(18, 20)),
        Scope(actors=(ActorId("skolan"),)),
    ],
)
def test_a_coordinator_or_a_permanent_function_has_both(
    ask: Ask, holder: str, scope: Scope | None
) -> None:
    collab = collaboration(mandate(holder, *BOTH, scope=scope))
    assert silent(ask(area_without_leader, collab, DAY))


def test_each_has_one_of_them(ask: Ask) -> None:
    lead = mandate("samverkansledaren", Power.LEAD, id=MandateId("att-leda"))
    collab = collaboration(mandate("samordnaren", Power.COORDINATE), lead)
    assert silent(ask(area_without_leader, collab, DAY))


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (mandate("samordnaren", Power.COORDINATE), ("lead",)),
        (mandate("samordnaren", Power.LEAD, Power.DEVELOP), ("coordinate",)),
        (mandate("rektorn", *BOTH), ("coordinate", "lead")),
        (mandate("styrgruppen", *BOTH), ("coordinate", "lead")),
        (mandate("samordnaren", *BOTH, revoked_from=DAY), ("coordinate", "lead")),
        (
            mandate("samordnaren", *BOTH, period=attrs.evolve(YEAR, last_day=YESTERDAY)),
            ("coordinate", "lead"),
        ),
        (mandate("samordnaren", *BOTH, period=Period(first_day=TOMORROW)), ("coordinate", "lead")),
        (
            mandate("samordnaren", *BOTH, scope=Scope(focus_areas=(FocusAreaId("ett-annat"),))),
            ("coordinate", "lead"),
        ),
        (
            mandate("samordnaren", *BOTH, scope=Scope(bodies=(BodyId("styrgruppen"),))),
            ("coordinate", "lead"),
        ),
        (mandate("samordnaren", *BOTH, scope=Scope(ages=ages(19, 20))), ("coordinate", "lead")),
    ],
)
def test_a_power_that_nobody_has(ask: Ask, given: Mandate, wanted: tuple[str, ...]) -> None:
    finding = only(ask(area_without_leader, collaboration(given), DAY))
    assert (finding.pointer, finding.subject) == ("/focus_areas/0", "föräldrastöd")
    assert dict(finding.data) == {"area": "föräldrastöd", "missing": wanted}


def test_the_words_say_what_nobody_is_there_to_do(ask: Ask) -> None:
    finding = only(ask(area_without_leader, collaboration(mandate("rektorn", *BOTH)), DAY))
    assert finding.message("sv") == (
        "Varken någon fast funktion eller någon av områdets samordnare har i uppdrag att samordna "
        "och leda arbetet i fokusområdet föräldrastöd den dag som granskas."
    )
    assert "is assigned to coordinate and lead the work" in finding.message("en")


@pytest.mark.parametrize(
    "members",
    [
        {"closed_on": YESTERDAY},
        {"time_box": TimeBox(starts=PartialDate(when="2026-05-05"))},
    ],
)
def test_an_area_that_is_not_open_needs_nobody(ask: Ask, members: dict[str, Any]) -> None:
    collab = collaboration(mandate("rektorn", *BOTH), areas=(area(**members),))
    assert silent(ask(area_without_leader, collab, DAY))


@pytest.mark.parametrize("box", [None, TimeBox(), TimeBox(starts=PartialDate(when="2026-05"))])
def test_where_nobody_knows_whether_the_area_is_open(ask: Ask, box: TimeBox | None) -> None:
    collab = collaboration(mandate("rektorn", *BOTH), areas=(area(time_box=box),))
    assert unjudged(ask(area_without_leader, collab, DAY)) == [("föräldrastöd", "time_box.starts")]


def test_without_any_office_that_could_lead_it(ask: Ask) -> None:
    """On the day after, the permanent function is gone: then that is what is to be told."""
    collab = collaboration(mandate("rektorn", *BOTH), areas=(area(coordinators=()),))
    assert missing(ask(area_without_leader, collab, DAY)) == ("coordinate", "lead")
    assert unjudged(ask(area_without_leader, collab, TOMORROW)) == [
        ("föräldrastöd", "coordinators")
    ]


@pytest.mark.parametrize(
    "members",
    [{"target_group": None}, {"target_group": TargetGroupId("okänd")}, {"working_group": None}],
)
def test_what_an_area_leaves_open_is_not_held_against_a_mandate(
    ask: Ask, members: dict[str, Any]
) -> None:
    scope = Scope(bodies=(BodyId("arbetsgruppen"),), ages=ages(13, 16))
    collab = collaboration(mandate("samordnaren", *BOTH, scope=scope), areas=(area(**members),))
    assert silent(ask(area_without_leader, collab, DAY))


def test_ages_that_are_backwards_are_not_held_against_a_mandate(ask: Ask) -> None:
    collab = collaboration(mandate("samordnaren", *BOTH, scope=Scope(ages=ages(13, 16))))
    backwards = attrs.evolve(collab.target_groups[0], ages=ages(18, 0))
    turned = attrs.evolve(collab, target_groups=(backwards,))
    assert silent(ask(area_without_leader, turned, DAY))


def test_whether_a_mandate_without_a_first_day_holds_is_not_guessed(ask: Ask) -> None:
    undated = mandate("samordnaren", Power.LEAD, period=Period())
    known = mandate("samordnaren", Power.COORDINATE, id=MandateId("att-samordna"))
    areas = (area(), area(id=FocusAreaId("skolnärvaro")))
    collab = collaboration(undated, known, areas=areas)
    assert unjudged(ask(area_without_leader, collab, DAY)) == [("uppdraget", "period.first_day")]
    both = attrs.evolve(known, powers=BOTH)
    assert silent(ask(area_without_leader, collaboration(undated, both, areas=areas), DAY))
    judgement = ask(area_without_leader, collaboration(undated), DAY)
    assert [dict(one.data)["missing"] for one in judgement.findings] == [("coordinate",)]
    assert [one.subject for one in judgement.not_judged] == ["uppdraget"]


# --- the steering group ------------------------------------------------------------------------


def test_without_mandates_or_without_a_steering_group_on_the_day(ask: Ask) -> None:
    assert ask(steering_without_assignment, collaboration(), DAY).not_judged == (
        NotJudged(code="MAN010", lacked="mandates"),
    )
    gone = ask(steering_without_assignment, collaboration(mandate("styrgruppen", *ALL)), TOMORROW)
    assert unjudged(gone) == [(None, "bodies")]


def test_a_steering_group_that_leads_develops_and_agrees(ask: Ask) -> None:
    whole = collaboration(mandate("styrgruppen", *ALL, scope=Scope(ages=ages(0, 20))))
    parted = collaboration(
        *(mandate("styrgruppen", one, id=MandateId(one.code)) for one in ALL),
    )
    assert silent(ask(steering_without_assignment, whole, DAY))
    assert silent(ask(steering_without_assignment, parted, DAY))


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (mandate("styrgruppen", Power.LEAD, Power.DEVELOP, Power.DECIDE), ("agree",)),
        (mandate("styrgruppen", Power.AGREE), ("lead", "develop")),
        (mandate("arbetsgruppen", *ALL), ("lead", "develop", "agree")),
        (mandate("styrgruppen", *ALL, revoked_from=DAY), ("lead", "develop", "agree")),
        (
            mandate("styrgruppen", *ALL, period=Period(first_day=TOMORROW)),
            ("lead", "develop", "agree"),
        ),
    ],
)
def test_a_steering_group_without_a_power(
    ask: Ask, given: Mandate, wanted: tuple[str, ...]
) -> None:
    finding = only(ask(steering_without_assignment, collaboration(given), DAY))
    assert (finding.pointer, finding.subject) == ("/bodies/0", "styrgruppen")
    assert dict(finding.data) == {"group": "styrgruppen", "missing": wanted}


def test_the_words_say_what_the_steering_group_lacks(ask: Ask) -> None:
    given = mandate("styrgruppen", Power.AGREE)
    finding = only(ask(steering_without_assignment, collaboration(given), DAY))
    assert finding.message("sv") == (
        "Styrgruppen styrgruppen har inte i uppdrag att leda och utveckla den dag som granskas; "
        "den ska kunna leda, utveckla och enas."
    )
    assert "is not assigned to lead and develop on the day" in finding.message("en")


def test_it_is_an_error_in_the_town_whose_text_says_it_and_a_warning_elsewhere(ask: Ask) -> None:
    collab = collaboration(mandate("styrgruppen", Power.AGREE))
    for profile, severity in ((COMMON, Severity.WARNING), (SUNDBYBERG, Severity.ERROR)):
        finding = only(ask(steering_without_assignment, collab, DAY, profile))
        assert finding.severity is severity


def test_an_assignment_without_a_first_day_is_not_judged(ask: Ask) -> None:
    collab = collaboration(mandate("styrgruppen", *ALL, period=Period()))
    assert unjudged(ask(steering_without_assignment, collab, DAY)) == [
        ("uppdraget", "period.first_day")
    ]


# --- laws --------------------------------------------------------------------------------------

RULES = (area_without_leader, steering_without_assignment)
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
periods = st.sampled_from([YEAR, Period(), Period(first_day=TOMORROW)])
mandates = st.lists(
    st.builds(
        lambda to, powers, period: mandate(to, *powers, period=period),
        st.sampled_from(["samordnaren", "samverkansledaren", "styrgruppen", "rektorn"]),
        st.sets(st.sampled_from(Power), min_size=1).map(lambda drawn: sorted(drawn, key=str)),
        periods,
    ),
    min_size=1,
    max_size=5,
).map(
    lambda drawn: tuple(
        attrs.evolve(one, id=MandateId(str(number))) for number, one in enumerate(drawn)
    )
)


def lacking(rule: Rule, given: tuple[Mandate, ...]) -> set[object]:
    found = judged(rule, index(collaboration(*given)), DAY, COMMON).findings
    missing = (dict(one.data)["missing"] for one in found)
    return {power for powers in missing if isinstance(powers, tuple) for power in powers}


@each_rule
@given(given=mandates, data=st.data())
def test_one_mandate_more_never_leaves_a_power_without_a_holder(
    rule: Rule, given: tuple[Mandate, ...], data: st.DataObject
) -> None:
    fewer = tuple(one for one in given[1:] if data.draw(st.booleans()))
    assert lacking(rule, given) <= lacking(rule, (given[0], *fewer))


@given(given=mandates)
def test_what_a_steering_group_lacks_is_what_no_mandate_of_its_own_gives(
    given: tuple[Mandate, ...],
) -> None:
    own = [one for one in given if one.granted_to == ("styrgruppen",) and one.period.holds_on(DAY)]
    given_today = {power for one in own for power in one.powers}
    wanted = {power.code for power in ALL if power not in given_today}
    assert lacking(steering_without_assignment, given) == wanted
