"""The room that texts take: never less than they are given, never more lines than asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.present.pictures.lettering import width_of, wrapped
from samverkan_core.values.text import on_one_line


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("i", 222), ("W", 944), ("ö", 556), ("e\u0301", 556), ("中", 1000), ("Ж", 800)],
)
def test_each_letter_has_a_width(text: str, width: int) -> None:
    assert width_of(text, 1000) == width


def test_a_text_is_broken_between_words_and_a_long_word_within() -> None:
    assert wrapped("Barn och unga", 10, 45, 3) == ("Barn och", "unga")
    assert wrapped("iiiiiiiiii", 1000, 1110, 3) == ("iiiii", "iiiii")


@pytest.mark.parametrize(("room", "line"), [(45, "Barn …"), (30, "Bar…"), (10, "…")])
def test_what_is_left_out_leaves_an_ellipsis(room: int, line: str) -> None:
    assert wrapped("Barn och unga", 10, room, 1) == (line,)


def test_a_blank_text_has_no_line() -> None:
    assert wrapped(" \n ", 10, 100, 3) == ()


@given(text=st.text(), room=st.integers(20, 300), lines=st.integers(1, 4))
def test_every_line_fits_and_what_is_whole_is_all_there(text: str, room: int, lines: int) -> None:
    found = wrapped(text, 12, room, lines)
    everything = wrapped(text, 12, room, 10_000)

    assert len(found) == min(lines, len(everything))
    assert all(width_of(line, 12) <= room for line in found)
    assert "".join(everything).replace(" ", "") == on_one_line(text).replace(" ", "")
    if len(found) == len(everything):
        assert found == everything
    else:
        assert found[-1].endswith("…")


def test_a_personal_number_that_a_value_made_in_python_holds_is_masked() -> None:
    assert on_one_line("Anna, 19121212-1212") == "Anna, 19******-****"
    # Not by halves either, where a line breaks within it.
    assert not any("1212" in line for line in wrapped("19121212-1212", 12, 40, 9))
