"""How a rule tells of a breach of law: by the wording of the right day, if somebody read it."""

import datetime as dt
from itertools import product

import pytest

from samverkan_core.reference.laws import Law
from samverkan_core.reference.laws import law as law_by_id
from samverkan_core.rules.concern_reports import INQUIRY_LAW
from samverkan_core.rules.legal import (
    all_of,
    any_of,
    by_wording_of,
    by_wording_on,
    rows_behind,
    sections_of,
)
from samverkan_core.rules.plans import PLAN_LAW
from samverkan_core.rules.rule import Breach, Unjudged
from samverkan_core.values.time import PartialDate


def made(row: Law) -> Breach:
    return Breach("/plans/0", "p", row=row.id)


def rows(day: dt.date, provisions: tuple[str, ...] = PLAN_LAW) -> list[object]:
    return [
        outcome if isinstance(outcome, Unjudged) else dict(outcome.data)["row"]
        for outcome in by_wording_on(provisions, day, "p", made)
    ]


@pytest.mark.parametrize(
    ("day", "row"),
    [
        (dt.date(2010, 1, 1), "se.sol2001.2-7.v1"),
        (dt.date(2019, 12, 31), "se.sol2001.2-7.v1"),
        (dt.date(2020, 1, 1), "se.sol2001.2-7"),
        (dt.date(2025, 6, 30), "se.sol2001.2-7"),
        (dt.date(2025, 7, 1), "se.sol2025.10-8"),
    ],
)
def test_the_wording_of_the_day_is_cited(day: dt.date, row: str) -> None:
    assert rows(day) == [row]


def test_before_there_was_such_a_law_there_was_nothing_to_break() -> None:
    assert rows(dt.date(2009, 12, 31)) == []


def test_what_nobody_has_read_for_the_day_is_named_and_not_held_against_anyone() -> None:
    assert rows(dt.date(2025, 6, 30), INQUIRY_LAW) == [Unjudged("p", "se.sol2001.11-2")]
    assert rows(dt.date(2025, 7, 1), INQUIRY_LAW) == ["se.sol2025.20-3"]


def test_a_day_known_in_part_is_judged_where_one_wording_held_throughout() -> None:
    (breach,) = by_wording_of(PLAN_LAW, PartialDate(when="2024"), ("p", "started"), made)
    assert breach == Breach("/plans/0", "p", row="se.sol2001.2-7")
    (unclear,) = by_wording_of(PLAN_LAW, PartialDate(when="2025"), ("p", "started"), made)
    assert unclear == Unjudged("p", "started")


@pytest.mark.parametrize("answers", tuple(product((True, False, None), repeat=2)))
def test_an_unknown_answer_matters_only_where_it_could_change_the_whole(
    answers: tuple[bool | None, ...],
) -> None:
    could_be = [
        tuple(filled)
        for filled in product(*((one,) if one is not None else (True, False) for one in answers))
    ]
    for told, really in ((any_of, any), (all_of, all)):
        found = {really(filled) for filled in could_be}
        assert told(answers) is (found.pop() if len(found) == 1 else None)


def test_a_wording_that_was_read_from_a_later_day_accuses_nobody_of_the_days_before() -> None:
    about_september = PartialDate(when="2025-09", about=True)
    outcomes = tuple(by_wording_of(("se.kl.6-28",), about_september, ("p", "started"), made))
    assert outcomes == (Unjudged("p", "se.kl.6-28"),)


def test_provisions_become_sources_that_a_rule_names() -> None:
    assert [source.cite() for source in rows_behind(PLAN_LAW)] == [
        law.cite() for law in map(law_by_id, PLAN_LAW) if law is not None
    ]
    assert [source.ref for source in sections_of("2017:725", "6 kap. 39 §", "6 kap. 40 §")] == [
        "6 kap. 39 §",
        "6 kap. 40 §",
    ]
