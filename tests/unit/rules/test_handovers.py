"""Handovers: a role changes hands with a record of it, and the record is whole."""

import datetime as dt
from collections.abc import Callable

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Finding, Force, Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.model.appointment import Appointment
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.handover import Handover
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.handovers import handover_incomplete, handover_missing
from samverkan_core.values.ids import (
    AppointmentId,
    DocumentId,
    HandoverId,
    OfficeId,
    PersonId,
    RoleId,
)
from samverkan_core.values.time import PartialDate, Period

Ask = Callable[..., Judgement]

DAY = dt.date(2015, 6, 1)
ROLE = "samverkansledaren"
NEW_YEAR = dt.date(2015, 1, 1)
EVE = dt.date(2014, 12, 31)


def held(
    person: str,
    first: dt.date | None,
    last: dt.date | None = None,
    office: str = ROLE,
    **more: str,
) -> Appointment:
    standing_in = more.get("standing_in_for")
    return Appointment(
        id=AppointmentId(f"ap-{person}-{first}"),
        person=PersonId(person),
        office=OfficeId(office),
        period=Period(first_day=first, last_day=last),
        standing_in_for=AppointmentId(standing_in) if standing_in else None,
    )


def record(left: str | None = "anna", took: str | None = "bo", office: str = ROLE) -> Handover:
    return Handover(
        id=HandoverId("ö-1"),
        office=OfficeId(office),
        from_person=PersonId(left) if left else None,
        to_person=PersonId(took) if took else None,
        day=PartialDate(when="2014-12"),
        open_items=("Kalla till vårens möten.",),
        signed_by=tuple(PersonId(one) for one in (left, took) if one),
    )


ANNA = held("anna", dt.date(2014, 1, 1), EVE)
BO = held("bo", NEW_YEAR)
OTHER = record(office="en annan")


def having(*appointments: Appointment, handovers: tuple[Handover, ...] = (OTHER,)) -> Collaboration:
    return Collaboration(
        name="Fokus",
        roles=(Role(id=RoleId(ROLE), name="Samverkansledaren", kind=RoleKind.EMPLOYEE),),
        appointments=appointments,
        handovers=handovers,
    )


def only(judgement: Judgement) -> Finding:
    """Give the one finding of a judgement that left nothing unjudged."""
    assert not judgement.not_judged
    (finding,) = judgement.findings
    return finding


# --- HAN001 ------------------------------------------------------------------------------------


def test_a_role_that_changes_hands_without_a_record(ask: Ask) -> None:
    finding = only(ask(handover_missing, having(ANNA, BO), DAY))
    assert (finding.code, finding.subject) == ("HAN001", ROLE)
    assert finding.pointer == "/appointments/1"
    assert dict(finding.data) == {"role": ROLE, "left": "anna", "took": "bo", "day": "2015-01-01"}
    assert (finding.severity, finding.force) == (Severity.WARNING, Force.SEED)
    assert finding.message("sv") == (
        "Rollen samverkansledaren gick från anna till bo den 2015-01-01, men ingen överlämning är "
        "antecknad."
    )
    assert finding.message("en") == (
        "Role samverkansledaren went from anna to bo on 2015-01-01, but no handover is on record."
    )
    assert finding.remedy("sv").startswith("anna och bo går igenom uppdraget tillsammans.")


def test_with_a_record_it_holds_though_the_order_of_the_document_is_another(ask: Ask) -> None:
    assert ask(handover_missing, having(BO, ANNA, handovers=(OTHER, record())), DAY).held


@pytest.mark.parametrize(
    "other", [record("bo", "anna"), record("anna", "cia"), OTHER], ids=["back", "to cia", "role"]
)
def test_a_record_of_another_change_is_none_of_this_one(ask: Ask, other: Handover) -> None:
    assert only(ask(handover_missing, having(ANNA, BO, handovers=(other,)), DAY)).data


@pytest.mark.parametrize(("left", "took"), [(None, "bo"), ("anna", None), (None, None)])
def test_a_record_that_lacks_a_person_may_be_the_one(
    ask: Ask, left: str | None, took: str | None
) -> None:
    judgement = ask(handover_missing, having(ANNA, BO, handovers=(record(left, took),)), DAY)
    assert not judgement.findings
    assert judgement.not_judged == (
        NotJudged(code="HAN001", subject=ROLE, lacked="handovers.from_person"),
    )


def test_where_no_handover_is_kept_at_all_nobody_can_say(ask: Ask) -> None:
    judgement = ask(handover_missing, having(ANNA, BO, handovers=()), DAY)
    assert judgement.not_judged == (NotJudged(code="HAN001", lacked="handovers"),)


@pytest.mark.parametrize("day", [EVE, dt.date(2014, 6, 1)])
def test_a_change_to_come_asks_for_nothing_yet(ask: Ask, day: dt.date) -> None:
    assert ask(handover_missing, having(ANNA, BO), day).held


def test_on_the_first_day_of_the_successor_it_does(ask: Ask) -> None:
    assert ask(handover_missing, having(ANNA, BO), NEW_YEAR).findings


@pytest.mark.parametrize(
    "appointments",
    [
        (ANNA,),
        (ANNA, held("anna", NEW_YEAR)),
        (ANNA, held("bo", NEW_YEAR, standing_in_for="ap-x")),
        (ANNA, held("bo", None)),
        (ANNA, held("bo", NEW_YEAR, EVE)),
        (attrs.evolve(ANNA, office=OfficeId("styrgruppen")), held("bo", NEW_YEAR, None, "x")),
        (held("anna", dt.date(2014, 1, 1)), BO),
        (ANNA, held("bo", dt.date(2014, 2, 1), dt.date(2014, 3, 1))),
        (ANNA, held("bo", dt.date(2014, 2, 1), EVE)),
    ],
    ids=[
        "vacant",
        "anew",
        "standing in",
        "first day unknown",
        "backwards",
        "no roles",
        "both remain",
        "gone before",
        "gone together",
    ],
)
def test_no_succession_no_record(ask: Ask, appointments: tuple[Appointment, ...]) -> None:
    assert ask(handover_missing, having(*appointments), DAY).held


def test_who_begins_before_the_other_leaves_succeeds_too(ask: Ask) -> None:
    overlapping = held("bo", dt.date(2014, 11, 1))
    assert only(ask(handover_missing, having(ANNA, overlapping), DAY)).subject == ROLE
    assert ask(handover_missing, having(ANNA, overlapping), EVE).held  # the other is still there


def test_of_three_holders_each_takes_over_from_the_one_before(ask: Ask) -> None:
    bo = held("bo", NEW_YEAR, dt.date(2015, 2, 28))
    cia = held("cia", dt.date(2015, 3, 1))
    judgement = ask(handover_missing, having(cia, ANNA, bo, handovers=(record(),)), DAY)
    assert [dict(one.data)["took"] for one in judgement.findings] == ["cia"]


@given(
    lengths=st.lists(st.integers(1, 60), min_size=1, max_size=6),
    recorded=st.sets(st.integers(0, 5)),
)
def test_each_change_by_the_day_without_a_record_is_found(
    ask: Ask, lengths: list[int], recorded: set[int]
) -> None:
    first, appointments = dt.date(2015, 1, 1), []
    for number, length in enumerate(lengths):
        last = first + dt.timedelta(days=length - 1)
        appointments.append(held(f"p-{number}", first, last))
        first = last + dt.timedelta(days=1)
    records = tuple(
        attrs.evolve(record(f"p-{number}", f"p-{number + 1}"), id=HandoverId(f"ö {number}"))
        for number in recorded
    )
    collab = having(*appointments, handovers=(OTHER, *records))
    begun = [one for one in appointments[1:] if (one.period.first_day or DAY) <= DAY]
    found = {dict(one.data)["took"] for one in ask(handover_missing, collab, DAY).findings}
    assert found == {one.person for one in begun} - {f"p-{number + 1}" for number in recorded}


# --- HAN002 ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gone", "missing", "words"),
    [
        ({"day": None}, ("day",), "vilken dag det skedde"),
        ({"open_items": ()}, ("content",), "vad som lämnas över"),
        ({"signed_by": ()}, ("signatures",), "att båda har skrivit under"),
        ({"signed_by": (PersonId("bo"),)}, ("signatures",), "att båda har skrivit under"),
        ({"from_person": None}, ("from_person",), "vem som lämnar"),
        (
            {"to_person": None, "day": None},
            ("to_person", "day"),
            "vem som tar över och vilken dag det skedde",
        ),
    ],
)
def test_a_record_that_lacks_a_part(
    ask: Ask, gone: dict[str, object], missing: tuple[str, ...], words: str
) -> None:
    members: dict[str, object] = {**attrs.asdict(record(), recurse=False), **gone}
    lacking = Handover(**members)  # type: ignore[arg-type]  # each member is of its type
    finding = only(ask(handover_incomplete, having(handovers=(lacking,))))
    assert (finding.code, finding.subject, finding.pointer) == ("HAN002", "ö-1", "/handovers/0")
    assert dict(finding.data) == {"handover": "ö-1", "missing": missing}
    assert (finding.severity, finding.force) == (Severity.WARNING, Force.PROPOSAL)
    assert finding.message("sv") == f"Av överlämningen ö-1 framgår inte {words}."


@pytest.mark.parametrize(
    "content",
    [
        {"knowledge": "Rektorn nås bäst före åtta."},
        {"documents": (DocumentId("plan"),)},
        {"open_items": ("Svara BUP.",)},
    ],
)
def test_content_of_any_kind_is_enough(ask: Ask, content: dict[str, object]) -> None:
    empty = attrs.asdict(attrs.evolve(record(), open_items=()), recurse=False)
    whole = Handover(**{**empty, **content})
    assert ask(handover_incomplete, having(handovers=(whole,))).held
