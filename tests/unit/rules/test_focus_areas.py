"""Focus areas: their grounds, their time, their coordinators, their charter and their groups."""

import datetime as dt
from collections.abc import Callable
from functools import partial

import pytest

from samverkan_core.findings.finding import Finding, Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.model.body import Body, BodyKind, Seat
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import ChildPerspectives, FocusArea, Ground, GroundKind
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.focus_areas import (
    coordinator_missing,
    grounds_missing,
    overdue,
    time_box_missing,
)
from samverkan_core.rules.focus_charter import charter_incomplete, perspectives_incomplete
from samverkan_core.rules.rule import Rule
from samverkan_core.rules.working_groups import (
    seat_not_appointed,
    working_group_missing,
    working_group_shared,
)
from samverkan_core.values.ids import BodyId, FocusAreaId, RoleId
from samverkan_core.values.time import PartialDate, TimeBox

Ask = Callable[..., Judgement]

DAY = dt.date(2015, 6, 1)
NAMELESS = (
    time_box_missing,
    grounds_missing,
    overdue,
    coordinator_missing,
    charter_incomplete,
    perspectives_incomplete,
    working_group_missing,
    working_group_shared,
    seat_not_appointed,
)


area = partial(FocusArea, id=FocusAreaId("fo-a"), name="Barnfattigdom")


def world(*areas: FocusArea, bodies: tuple[Body, ...] = ()) -> Collaboration:
    return Collaboration(name="Fokus", focus_areas=areas, bodies=bodies)


def box(starts: str | None, ends: str | None) -> TimeBox:
    return TimeBox(
        starts=None if starts is None else PartialDate(when=starts),
        ends=None if ends is None else PartialDate(when=ends),
    )


def body(id_: str, kind: BodyKind = BodyKind.WORKING_GROUP, *seats: Seat) -> Body:
    return Body(id=BodyId(id_), name="Grupp", kind=kind, seats=seats)


def only(judgement: Judgement) -> Finding:
    """Give the one finding of a judgement that left nothing unjudged."""
    assert not judgement.not_judged
    (finding,) = judgement.findings
    return finding


def said(finding: Finding) -> tuple[str, str]:
    return finding.message("sv"), finding.message("en")


# --- FOC002, grounds ---------------------------------------------------------------------------


def test_an_area_chosen_on_nothing_lacks_grounds(ask: Ask) -> None:
    finding = only(ask(grounds_missing, world(area())))
    assert (finding.code, finding.pointer, finding.subject) == ("FOC002", "/focus_areas/0", "fo-a")
    assert finding.data == (("area", "fo-a"),)
    assert finding.severity is Severity.WARNING
    assert said(finding) == (
        "Fokusområdet fo-a saknar underlag; minst en grund för valet behövs.",
        "Focus area fo-a states no grounds; at least one ground for it is needed.",
    )


def test_one_ground_is_enough(ask: Ask) -> None:
    chosen = area(grounds=(Ground(kind=GroundKind.LOCAL_NEED),))
    assert ask(grounds_missing, world(chosen)).held


# --- FOC003, both ends of the time box ---------------------------------------------------------


def test_an_area_without_a_time_box_is_pointed_at_itself(ask: Ask) -> None:
    finding = only(ask(time_box_missing, world(area())))
    assert (finding.code, finding.pointer, finding.subject) == ("FOC003", "/focus_areas/0", "fo-a")
    assert finding.data == (("area", "fo-a"), ("missing", ("starts", "ends")))
    assert said(finding) == (
        "Fokusområdet fo-a saknar start och planerat slut i sin tidsram.",
        "Focus area fo-a lacks a start and a planned end in its time box.",
    )


@pytest.mark.parametrize(
    ("time_box", "missing", "sv"),
    [
        (box("2015", None), ("ends",), "Fokusområdet fo-a saknar planerat slut i sin tidsram."),
        (box(None, "2015"), ("starts",), "Fokusområdet fo-a saknar start i sin tidsram."),
    ],
)
def test_half_a_time_box_is_pointed_at_itself(
    ask: Ask, time_box: TimeBox, missing: tuple[str, ...], sv: str
) -> None:
    finding = only(ask(time_box_missing, world(area(time_box=time_box))))
    assert finding.pointer == "/focus_areas/0/time_box"
    assert dict(finding.data)["missing"] == missing
    assert finding.message("sv") == sv


def test_a_time_box_may_be_known_by_year_only(ask: Ask) -> None:
    assert ask(time_box_missing, world(area(time_box=box("2014", "2014")))).held


# --- FOC004, time that has run out -------------------------------------------------------------


def test_an_open_area_is_overdue_on_the_day_after_its_end(ask: Ask) -> None:
    late = area(time_box=box("2014", "2015-05-31"))
    finding = only(ask(overdue, world(late), DAY))
    assert (finding.code, finding.subject) == ("FOC004", "fo-a")
    assert finding.pointer == "/focus_areas/0/time_box/ends"
    assert finding.data == (("area", "fo-a"), ("ended", "2015-05-31"))
    assert said(finding) == (
        "Fokusområdet fo-a är öppet fast tidsramen gick ut 2015-05-31.",
        "Focus area fo-a is still open though its time ended 2015-05-31.",
    )


def test_the_last_day_itself_belongs_to_the_time_box(ask: Ask) -> None:
    assert ask(overdue, world(area(time_box=box("2014", "2015-06-01"))), DAY).held


@pytest.mark.parametrize(("closed_on", "late"), [(DAY, False), (DAY + dt.timedelta(1), True)])
def test_an_area_is_overdue_until_the_day_on_which_it_is_closed(
    ask: Ask, closed_on: dt.date, *, late: bool
) -> None:
    closed = area(time_box=box("2014", "2015-05"), closed_on=closed_on)
    assert bool(ask(overdue, world(closed), DAY).findings) is late


@pytest.mark.parametrize("time_box", [None, box("2014", None), box("2014", "2015")])
def test_an_end_that_is_unknown_or_not_exact_enough_cannot_be_judged(
    ask: Ask, time_box: TimeBox | None
) -> None:
    judgement = ask(overdue, world(area(time_box=time_box)), DAY)
    assert judgement.not_judged == (
        NotJudged(code="FOC004", subject="fo-a", lacked="time_box.ends"),
    )
    assert not judgement.findings


# --- FOC006, coordinators ----------------------------------------------------------------------


def test_an_area_that_nobody_coordinates(ask: Ask) -> None:
    finding = only(ask(coordinator_missing, world(area())))
    assert (finding.code, finding.pointer, finding.subject) == ("FOC006", "/focus_areas/0", "fo-a")
    assert finding.data == (("area", "fo-a"),)
    assert said(finding) == (
        "Fokusområdet fo-a saknar samordnare.",
        "Focus area fo-a has no coordinator.",
    )


def test_one_coordinator_is_enough(ask: Ask) -> None:
    assert ask(coordinator_missing, world(area(coordinators=(RoleId("r"),)))).held


# --- FOC007, the charter -----------------------------------------------------------------------


def test_what_a_charter_lacks_is_listed_in_one_finding(ask: Ask) -> None:
    finding = only(ask(charter_incomplete, world(area(delimitation="–"))))
    assert (finding.code, finding.pointer, finding.subject) == ("FOC007", "/focus_areas/0", "fo-a")
    assert finding.data == (("area", "fo-a"), ("missing", ("assignment", "responsibility", "goal")))
    assert finding.severity is Severity.WARNING
    assert said(finding) == (
        "Beskrivningen av fokusområdet fo-a saknar uppdrag, ansvar och mål.",
        "The charter of focus area fo-a lacks assignment, responsibility and goal.",
    )


def test_four_words_make_a_charter(ask: Ask) -> None:
    chartered = area(assignment="a", responsibility="b", delimitation="c", goal="d")
    assert ask(charter_incomplete, world(chartered)).held


# --- FOC008, the three perspectives ------------------------------------------------------------


def test_an_area_without_perspectives_is_pointed_at_itself(ask: Ask) -> None:
    finding = only(ask(perspectives_incomplete, world(area())))
    assert (finding.code, finding.pointer, finding.subject) == ("FOC008", "/focus_areas/0", "fo-a")
    assert finding.data == (("area", "fo-a"), ("missing", ("rights", "general", "own_voice")))
    assert finding.severity is Severity.WARNING
    assert said(finding) == (
        (
            "Fokusområdet fo-a saknar barnrättsperspektivet, det generella barnperspektivet och "
            "barnets eget perspektiv."
        ),
        (
            "Focus area fo-a lacks the rights of the child, the general child perspective and the "
            "children's own perspective."
        ),
    )


def test_a_perspective_that_is_missing_among_others_is_pointed_at_there(ask: Ask) -> None:
    seen = area(perspectives=ChildPerspectives(rights="a", general="b"))
    finding = only(ask(perspectives_incomplete, world(seen)))
    assert finding.pointer == "/focus_areas/0/perspectives"
    assert finding.message("sv") == "Fokusområdet fo-a saknar barnets eget perspektiv."


def test_three_words_are_three_perspectives(ask: Ask) -> None:
    seen = area(perspectives=ChildPerspectives(rights="a", general="b", own_voice="c"))
    assert ask(perspectives_incomplete, world(seen)).held


# --- FOC005 and FOC010, one working group for each area ----------------------------------------


def test_an_area_without_a_working_group(ask: Ask) -> None:
    finding = only(ask(working_group_missing, world(area())))
    assert (finding.code, finding.pointer, finding.subject) == ("FOC005", "/focus_areas/0", "fo-a")
    assert finding.data == (("area", "fo-a"),)
    assert said(finding) == (
        "Fokusområdet fo-a saknar arbetsgrupp.",
        "Focus area fo-a has no working group.",
    )


def test_a_working_group_that_the_document_lacks_is_another_rules_business(ask: Ask) -> None:
    assert ask(working_group_missing, world(area(working_group=BodyId("ag")))).held


def test_each_further_area_of_a_group_is_told_which_area_had_it_first(ask: Ask) -> None:
    areas = [
        area(id=FocusAreaId(id_), working_group=BodyId("ag")) for id_ in ("fo-a", "fo-b", "fo-c")
    ]
    judgement = ask(working_group_shared, world(*areas))
    assert [finding.subject for finding in judgement.findings] == ["fo-b", "fo-c"]
    finding = judgement.findings[0]
    assert (finding.code, finding.pointer) == ("FOC010", "/focus_areas/1/working_group")
    assert finding.data == (("area", "fo-b"), ("group", "ag"), ("other", "fo-a"))
    assert said(finding) == (
        "Fokusområdena fo-a och fo-b har samma arbetsgrupp, ag.",
        "Focus areas fo-a and fo-b have the same working group, ag.",
    )


def test_two_areas_may_have_groups_of_the_same_people(ask: Ask) -> None:
    seat = Seat(role=RoleId("r"), appointed_by=BodyId("sg"), competence="k")
    groups = (body("ag-1", BodyKind.WORKING_GROUP, seat), body("ag-2", BodyKind.NETWORK, seat))
    areas = (
        area(id=FocusAreaId("fo-a"), working_group=groups[0].id),
        area(id=FocusAreaId("fo-b"), working_group=groups[1].id),
    )
    assert ask(working_group_shared, world(*areas, bodies=groups)).held


def test_areas_without_groups_share_none_and_an_area_shares_none_with_itself(ask: Ask) -> None:
    twice = area(id=FocusAreaId("fo-c"), working_group=BodyId("ag"))
    assert ask(
        working_group_shared,
        world(area(id=FocusAreaId("fo-a")), area(id=FocusAreaId("fo-b")), twice, twice),
    ).held


# --- FOC009, seats in working groups -----------------------------------------------------------


def seated(*seats: Seat) -> Collaboration:
    bodies = (
        body("sg", BodyKind.STEERING_GROUP),
        body("nämnd", BodyKind.BOARD),
        body("ag", BodyKind.WORKING_GROUP, *seats),
    )
    return world(area(working_group=BodyId("ag")), bodies=bodies)


def test_a_seat_that_rests_on_nothing_is_found_by_its_number(ask: Ask) -> None:
    lawful = Seat(appointed_by=BodyId("sg"), competence="k")
    finding = only(ask(seat_not_appointed, seated(lawful, Seat(role=RoleId("r")))))
    assert (finding.code, finding.pointer, finding.subject) == (
        "FOC009",
        "/bodies/2/seats/1",
        "ag",
    )
    assert finding.data == (
        ("area", "fo-a"),
        ("group", "ag"),
        ("missing", ("appointed_by", "competence")),
        ("seat", 2),
    )
    assert finding.severity is Severity.WARNING  # the common profile's; the rule itself says error
    assert said(finding) == (
        (
            "Plats 2 i arbetsgruppen ag för fokusområdet fo-a anger inte vilken styrgrupp som har "
            "utsett och vilken kompetens som behövs."
        ),
        (
            "Seat 2 in working group ag of focus area fo-a does not say which steering group "
            "appointed its holder and which competence it is for."
        ),
    )


def test_a_board_is_no_steering_group(ask: Ask) -> None:
    finding = only(
        ask(seat_not_appointed, seated(Seat(appointed_by=BodyId("nämnd"), competence="k")))
    )
    assert dict(finding.data)["missing"] == ("appointed_by",)
    assert finding.message("sv") == (
        "Plats 1 i arbetsgruppen ag för fokusområdet fo-a anger inte vilken styrgrupp som har "
        "utsett."
    )


def test_a_seat_without_competence(ask: Ask) -> None:
    finding = only(ask(seat_not_appointed, seated(Seat(appointed_by=BodyId("sg")))))
    assert dict(finding.data)["missing"] == ("competence",)


@pytest.mark.parametrize("appointed_by", ["sg", "okänd"])
def test_a_steering_group_or_a_body_that_the_document_lacks_may_have_appointed(
    ask: Ask, appointed_by: str
) -> None:
    seat = Seat(appointed_by=BodyId(appointed_by), competence="k")
    assert ask(seat_not_appointed, seated(seat)).held


@pytest.mark.parametrize(
    ("collab", "lacked"),
    [
        (world(area()), "working_group"),
        (world(area(working_group=BodyId("okänd"))), "working_group"),
        (seated(), "working_group.seats"),
    ],
)
def test_without_seats_nothing_can_be_judged(ask: Ask, collab: Collaboration, lacked: str) -> None:
    judgement = ask(seat_not_appointed, collab)
    assert judgement.not_judged == (NotJudged(code="FOC009", subject="fo-a", lacked=lacked),)
    assert not judgement.findings


# --- all of them -------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", NAMELESS, ids=lambda rule: rule.code)
@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
def test_no_rule_stops_on_odd_areas(ask: Ask, rule: Rule, day: dt.date) -> None:
    odd = (
        area(id=FocusAreaId("x"), time_box=TimeBox(), perspectives=ChildPerspectives()),
        area(
            id=FocusAreaId("x"),
            time_box=box("9999", "0001"),
            working_group=BodyId("x"),
            closed_on=dt.date.min,
        ),
        area(id=FocusAreaId("x"), coordinators=(RoleId("x"), RoleId("x")), closed_on=dt.date.max),
    )
    twins = (body("x", BodyKind.WORKING_GROUP, Seat()), body("x"))
    judgement = ask(rule, world(*odd, bodies=twins), day)
    assert {finding.code for finding in judgement.findings} <= {rule.code}


@pytest.mark.parametrize("rule", NAMELESS, ids=lambda rule: rule.code)
def test_without_focus_areas_no_rule_about_them_is_judged(ask: Ask, rule: Rule) -> None:
    assert ask(rule, world(), DAY).not_judged == (NotJudged(code=rule.code, lacked="focus_areas"),)
