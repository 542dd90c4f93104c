"""Small groups: what is hidden, and that nothing hidden can be worked out from one total."""

from collections.abc import Sequence
from itertools import product

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


@pytest.mark.parametrize("count", [400])
def test_many_numbers_take_no_long_time(count: int) -> None:
    parts = [cell(5 + number, ("skola", str(number))) for number in range(count)]
    told = codes(cell(None), cell(1, ("skola", "x")), *parts)
    assert told.count("told_by_others") == 1
