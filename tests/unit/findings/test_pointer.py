"""Places in a document, as RFC 6901 writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.pointer import open_place, order, pointer, tokens


@pytest.mark.parametrize(
    ("steps", "written"),
    [
        ((), ""),
        (("foo",), "/foo"),
        (("foo", 0), "/foo/0"),
        (("",), "/"),
        (("a/b",), "/a~1b"),
        (("m~n",), "/m~0n"),
        (("~1",), "/~01"),
        (("c%d", "e^f", "g|h", "i\\j", 'k"l', " "), '/c%d/e^f/g|h/i\\j/k"l/ '),
    ],
)
def test_steps_are_written_as_the_standard_says(steps: tuple[str | int, ...], written: str) -> None:
    assert pointer(*steps) == written
    assert tokens(written) == tuple(map(str, steps))


@given(steps=st.lists(st.text(max_size=4) | st.integers(0, 10**6), max_size=4))
def test_a_pointer_is_taken_apart_into_the_steps_it_was_made_of(steps: list[str | int]) -> None:
    assert tokens(pointer(*steps)) == tuple(map(str, steps))


@given(steps=st.lists(st.integers(0, 10**6), min_size=2, max_size=6))
def test_positions_are_ordered_by_number(steps: list[int]) -> None:
    assert sorted(map(pointer, steps), key=order) == list(map(pointer, sorted(steps)))


def test_a_thing_comes_before_what_stands_in_it_and_positions_before_names() -> None:
    ordered = ["", "/1", "/1/a", "/2", "/10", "/a", "/a/0", "/a/00", "/a/b", "/aa", "/\u0663"]
    assert sorted(ordered[1::2] + ordered[::2], key=order) == ordered


def test_names_of_many_digits_have_an_order() -> None:
    names = [pointer(digit * 5000) for digit in "123"]
    assert sorted(names[1:] + names[:1], key=order) == names


@pytest.mark.parametrize(
    ("steps", "opened"),
    [
        ((), ()),
        (("actors", 3, "name"), ("actors", 3, "name")),
        (("x-a", "20000229-2399", "b"), ("x-a",)),
        (("om 200002292399", "b"), ()),
        (("x-a", "\ud800"), ("x-a",)),
        (("x-a", 200002292399), ("x-a", 200002292399)),
    ],
)
def test_a_place_is_told_as_far_as_its_steps_may_be_written(
    steps: tuple[str | int, ...], opened: tuple[str | int, ...]
) -> None:
    assert open_place(steps) == opened


@given(steps=st.lists(st.text(max_size=4) | st.integers(0, 99), max_size=5))
def test_a_place_that_may_be_written_is_told_whole(steps: list[str | int]) -> None:
    assert open_place(steps) == tuple(steps)
    assert open_place([*steps, "\ud800", *steps]) == tuple(steps)
