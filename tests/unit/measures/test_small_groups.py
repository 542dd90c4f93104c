"""Small groups: what is hidden, and that nothing hidden can be worked out from one total."""

from collections.abc import Sequence
from itertools import product

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.measures.small_groups import LEAST, Cell, Shown, shown

GIRL, BOY, OTHER = (("kön", word) for word in ("flicka", "pojke", "annat"))
NINE, TWO = (("årskurs", word) for word in ("9", "2"))


def codes(*cells: Cell, least: int = LEAST) -> list[str]:
    return [told.code for told in shown(cells, least)]


def cell(n: int | None, *group: tuple[str, str]) -> Cell:
    return Cell(n=n, group=group)


def test_a_number_about_few_is_hidden_and_one_about_enough_is_not() -> None:
    assert codes(cell(4, GIRL)) == ["small_group"]
    assert codes(cell(5, GIRL)) == ["shown"]
    assert codes(cell(0)) == ["small_group"]


def test_how_few_is_for_the_caller_to_say() -> None:
    assert codes(cell(9, GIRL), least=10) == ["small_group"]
    assert codes(cell(1, GIRL), least=1) == ["shown"]
    assert codes(cell(0), least=0) == ["shown"]


def test_a_part_of_unknown_size_is_hidden_and_a_whole_is_not() -> None:
    assert codes(cell(None, GIRL)) == ["unknown_size"]
    assert codes(cell(None)) == ["shown"]
    assert codes(cell(None, GIRL), least=0) == ["shown"]


def test_what_the_publisher_has_suppressed_stays_so() -> None:
    assert codes(Cell(n=900, suppressed=True), least=0) == ["suppressed"]


def test_the_last_part_of_a_total_is_not_told_by_the_others() -> None:
    found = codes(cell(58), cell(30, GIRL), cell(25, BOY), cell(3, OTHER))
    assert found == ["shown", "shown", "told_by_others", "small_group"]


def test_without_the_total_nothing_is_told() -> None:
    assert codes(cell(40, GIRL), cell(3, BOY)) == ["shown", "small_group"]


def test_a_part_alone_is_no_sum() -> None:
    assert codes(cell(43), cell(3, BOY)) == ["shown", "small_group"]


def test_two_that_are_few_together_take_a_third_along() -> None:
    found = codes(cell(30), cell(25, GIRL), cell(2, BOY), cell(2, OTHER))
    assert found == ["shown", "told_by_others", "small_group", "small_group"]


def test_two_that_are_enough_together_do_not() -> None:
    found = codes(cell(31), cell(25, GIRL), cell(3, BOY), cell(3, OTHER))
    assert found == ["shown", "shown", "small_group", "small_group"]


def test_a_total_that_is_hidden_is_not_told_by_its_parts() -> None:
    total = Cell(n=50, suppressed=True)
    assert codes(total, cell(30, GIRL), cell(20, BOY)) == ["suppressed", "shown", "told_by_others"]


def test_a_part_of_a_part_is_guarded_too() -> None:
    table = [
        cell(60),
        cell(57, GIRL),
        cell(3, BOY),
        cell(30, GIRL, NINE),
        cell(27, TWO, GIRL),
    ]
    # The girls are hidden for the boys' sake, so the two grades must not tell the girls.
    assert codes(*table) == ["shown", "told_by_others", "small_group", "shown", "told_by_others"]


def test_the_same_people_are_hidden_or_shown_together() -> None:
    twice = codes(cell(3, GIRL, NINE), cell(30, NINE, GIRL))
    assert twice == ["small_group", "small_group"]
    unknown = codes(cell(None, GIRL), cell(30, GIRL), Cell(n=9, group=(BOY,)), cell(9, BOY))
    assert unknown == ["unknown_size", "unknown_size", "shown", "shown"]
    aside = codes(cell(9, BOY), Cell(n=9, group=(BOY,), suppressed=True))
    assert aside == ["suppressed", "suppressed"]


def at(when: str, n: int | None, *group: tuple[str, str]) -> Cell:
    return Cell(when=when, n=n, group=group)


def test_a_month_is_not_told_by_its_year_and_the_other_months() -> None:
    months = at("2014-01", 9), at("2014-02", 3), at("2014-03", 20)
    found = codes(at("2014", 32), *months)
    assert found == ["shown", "told_by_others", "small_group", "shown"]
    # Nothing is told where the year is not, or is another.
    assert codes(*months) == ["shown", "small_group", "shown"]
    assert codes(at("2013", 32), *months) == ["shown", "shown", "small_group", "shown"]


def test_a_day_stands_against_the_nearest_time_that_it_lies_in() -> None:
    days = at("2014-02-05", 4), at("2014-02-12", 30)
    assert codes(at("2014", 60), *days) == ["shown", "small_group", "told_by_others"]
    between = at("2014", 60), at("2014-02", 34), at("2014-03", 26)
    # The month, too, is hidden or shown with its days; and then it is told by no other month.
    assert codes(*between, *days) == ["shown", "shown", "shown", "small_group", "told_by_others"]


def test_a_year_that_is_hidden_is_not_told_by_its_months() -> None:
    year = Cell(when="2014", n=50, suppressed=True)
    assert codes(year, at("2014-01", 20), at("2014-02", 30)) == [
        "suppressed",
        "told_by_others",
        "shown",
    ]


def test_what_is_hidden_over_time_is_not_told_by_the_groups() -> None:
    """Nor the other way round: hiding goes on until nothing can be worked out."""
    table = [
        *(at("2014", 60), at("2014-01", 30), at("2014-02", 30)),
        *(at("2014", 33, GIRL), at("2014-01", 3, GIRL), at("2014-02", 30, GIRL)),
        *(at("2014", 27, BOY), at("2014-01", 27, BOY), at("2014-02", 0, BOY)),
    ]
    hidden = [told is not Shown.SHOWN for told in shown(table)]
    assert hidden == [
        *(False, False, False),
        *(False, True, True),
        *(False, True, True),
    ]


def test_groups_are_held_apart_over_time() -> None:
    table = at("2014", 32, GIRL), at("2014-01", 3, GIRL), at("2014-02", 29, BOY)
    assert codes(*table) == ["shown", "small_group", "shown"]


def test_an_empty_table() -> None:
    assert shown(()) == ()


# --- laws --------------------------------------------------------------------------------------

sizes = st.integers(0, 12)


@st.composite
def tables(draw: st.DrawFn) -> list[Cell]:
    """Draw a whole table of gender by grade, with its totals, of which some cells are left out."""
    counts = {pair: draw(sizes) for pair in product((GIRL, BOY, OTHER), (NINE, TWO))}
    whole = [cell(sum(counts.values()))]
    for own in (GIRL, BOY, OTHER, NINE, TWO):
        whole += [cell(sum(count for pair, count in counts.items() if own in pair), own)]
    whole += [cell(count, *pair) for pair, count in counts.items()]
    left = draw(st.lists(st.booleans(), min_size=len(whole), max_size=len(whole)))
    return [one for one, stays in zip(whole, left, strict=True) if stays]


def is_shown(cells: Sequence[Cell]) -> dict[frozenset[tuple[str, str]], bool]:
    found = zip(cells, shown(cells), strict=True)
    return {frozenset(one.group): told is Shown.SHOWN for one, told in found}


@given(table=tables())
def test_nothing_about_few_is_shown(table: list[Cell]) -> None:
    for one, told in zip(table, shown(table), strict=True):
        assert (one.n or 0) >= LEAST or told is not Shown.SHOWN


@given(table=tables())
def test_of_a_total_and_its_parts_not_just_one_is_hidden(table: list[Cell]) -> None:
    visible = is_shown(table)
    for dimension in ("kön", "årskurs"):
        for total in visible:
            parts = [
                group
                for group in visible
                if total < group and {name for name, _ in group - total} == {dimension}
                if len(group - total) == 1
            ]
            if len(parts) > 1:
                hidden = [one for one in (total, *parts) if not visible[one]]
                assert len(hidden) != 1 or not any(visible[one] for one in parts)


@st.composite
def calendars(draw: st.DrawFn) -> list[Cell]:
    """Draw girls and boys on days of two months, with all totals, of which some are left out."""
    days = [f"2014-{month:02}-{day:02}" for month in (1, 2) for day in (7, 14, 21)]
    counts = {(day, group): draw(sizes) for day in days for group in (GIRL, BOY)}
    times = sorted({day[:length] for day in days for length in (4, 7, 10)})
    whole = []
    for when in times:
        here = {pair: n for pair, n in counts.items() if pair[0].startswith(when)}
        whole.append(at(when, sum(here.values())))
        whole += [
            at(when, sum(n for (_, group), n in here.items() if group == own), own)
            for own in (GIRL, BOY)
        ]
    left = draw(st.lists(st.booleans(), min_size=len(whole), max_size=len(whole)))
    return [one for one, stays in zip(whole, left, strict=True) if stays]


def nearest(when: str, table: Sequence[str]) -> str | None:
    return next((when[:end] for end in (7, 4) if end < len(when) and when[:end] in table), None)


@given(table=calendars())
def test_of_a_time_and_the_times_within_it_not_just_one_is_hidden(table: list[Cell]) -> None:
    visible = {
        (one.group, one.when): told is Shown.SHOWN
        for one, told in zip(table, shown(table), strict=True)
    }
    for group in ((), (GIRL,), (BOY,)):
        times = [when for own, when in visible if own == group]
        for total in times:
            parts = [when for when in times if nearest(when, times) == total]
            if len(parts) > 1:
                hidden = [one for one in (total, *parts) if not visible[group, one]]
                assert len(hidden) != 1 or not any(visible[group, one] for one in parts)


@given(table=calendars(), times=st.sampled_from(("", "2014", "2014-01")))
def test_at_one_time_it_is_as_if_no_time_were_written(table: list[Cell], times: str) -> None:
    one_time = [attrs.evolve(one, when=times) for one in table]
    untold = [attrs.evolve(one, when="") for one in table]
    assert shown(one_time) == shown(untold)


@given(table=tables(), data=st.data())
def test_the_order_of_a_table_means_nothing(table: list[Cell], data: st.DataObject) -> None:
    assert is_shown(data.draw(st.permutations(table))) == is_shown(table)


@given(table=tables())
def test_with_no_least_all_is_shown(table: list[Cell]) -> None:
    assert set(shown(table, 0)) <= {Shown.SHOWN}


@given(table=tables(), least=st.integers(0, 12))
def test_what_is_small_by_itself_is_said_to_be(table: list[Cell], least: int) -> None:
    for one, told in zip(table, shown(table, least), strict=True):
        assert (told is Shown.SMALL_GROUP) == (one.n is not None and one.n < least)


@pytest.mark.parametrize("years", [10])
def test_many_days_take_no_long_time(years: int) -> None:
    days = [
        at(f"{2010 + year}-{month:02}-{day:02}", 3 if day == 1 else 9)
        for year in range(years)
        for month in range(1, 13)
        for day in range(1, 11)
    ]
    spans = {one.when[:length] for one in days for length in (4, 7)}
    told = codes(*days, *(at(when, 900) for when in sorted(spans)))
    assert told.count("told_by_others") == years * 12


@pytest.mark.parametrize("count", [400])
def test_many_numbers_take_no_long_time(count: int) -> None:
    parts = [cell(5 + number, ("skola", str(number))) for number in range(count)]
    told = codes(cell(None), cell(1, ("skola", "x")), *parts)
    assert told.count("told_by_others") == 1
