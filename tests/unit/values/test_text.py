"""Texts: blank, whole, and in Swedish order."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.values.text import BLANK, is_blank, is_whole, made_whole, swedish_order

anything = st.text(st.characters(exclude_categories=()))
halves = st.text(st.characters(categories=["Cs"]), min_size=1, max_size=3)


def test_blank_is_from_u0000_to_u0020() -> None:
    assert [ord(character) for character in BLANK] == list(range(33))


@given(text=anything)
def test_a_text_is_blank_when_every_character_is(text: str) -> None:
    assert is_blank(text) == all(ord(character) <= 0x20 for character in text)


@pytest.mark.parametrize("text", ["\u00a0", "\u200b", "\u2003", "\u3000", "\x7f", "\x85", "."])
def test_other_spaces_are_not_blank(text: str) -> None:
    assert not is_blank(text)


@given(text=anything)
def test_a_text_is_whole_when_utf8_holds_it(text: str) -> None:
    halved = any(unicodedata.category(character) == "Cs" for character in text)
    assert is_whole(text) == (not halved)
    assert (made_whole(text) == text) == is_whole(text)
    made_whole(text).encode()


@given(before=st.text(max_size=3), half=halves, after=st.text(max_size=3))
def test_each_half_becomes_one_mark(before: str, half: str, after: str) -> None:
    assert made_whole(before + half + after) == before + len(half) * "\ufffd" + after


@given(words=st.permutations(["Arboga", "Ljusdal", "zon", "Åre", "ålder", "Älmhult", "Ödeshög"]))
def test_letters_come_in_swedish_order(words: list[str]) -> None:
    ordered = ["Arboga", "Ljusdal", "zon", "ålder", "Åre", "Älmhult", "Ödeshög"]
    assert sorted(words, key=swedish_order) == ordered


@given(one=st.text("aåäöÅz", max_size=4), other=st.text("aåäöÅz", max_size=4))
def test_texts_have_equal_order_only_when_equal(one: str, other: str) -> None:
    assert (swedish_order(one) == swedish_order(other)) == (one == other)
