"""Kept values: a tree that cannot change, in which order and spelling stay."""

import copy
import json
import math
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.errors import InvalidValue
from samverkan_core.testing.texts import json_values
from samverkan_core.values.kept import (
    NOTHING,
    Json,
    JsonArray,
    JsonNumber,
    JsonObject,
    SpelledFloat,
    frozen_json,
    is_finite,
    plain_json,
)

#: Numbers as JSON writes them.
spelled = st.from_regex(
    r"-?(?:0|[1-9][0-9]{0,5})(?:\.[0-9]{1,4})?(?:[eE][+-]?[0-9]{1,2})?", fullmatch=True
)


@given(text=spelled)
def test_a_number_keeps_its_text_there_and_back(text: str) -> None:
    number = JsonNumber(text)
    assert frozen_json(number.number()) == number
    assert number.number() == json.loads(text)
    assert number.is_whole == isinstance(json.loads(text), int)
    assert is_finite(text)


@given(one=spelled, other=spelled)
def test_numbers_are_equal_only_when_their_text_is(one: str, other: str) -> None:
    assert (JsonNumber(one) == JsonNumber(other)) == (one == other)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "01",
        "1.",
        ".5",
        "+1",
        "1e",
        "NaN",
        "Infinity",
        "-",
        "1_0",
        " 1",
        "1\n",
        "\uff11",
        1,
        None,
    ],
)
def test_what_is_no_number_in_json_is_none_here(text: Any) -> None:
    with pytest.raises(InvalidValue, match="the text of a JSON number"):
        JsonNumber(text)
    with pytest.raises(InvalidValue, match="the text of a JSON number"):
        SpelledFloat(text)


@pytest.mark.parametrize("text", ["1.50", "1E5", "-0", "-0.0", "2.5e-3", "0.1"])
def test_a_float_that_remembers_its_spelling_is_copied_with_it(text: str) -> None:
    number = SpelledFloat(text)
    for again in (number, copy.copy(number), copy.deepcopy(number)):
        assert (again, again.text) == (float(text), text)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        again = pickle.loads(pickle.dumps(number, protocol))  # noqa: S301 - our own bytes
        assert (type(again), again, again.text) == (SpelledFloat, float(text), text)


@pytest.mark.parametrize(
    ("text", "finite"),
    [("1e308", True), ("1e309", False), ("-1e999", False), ("1e-999", True), (400 * "9", False)],
)
def test_a_number_that_no_float_holds_is_not_finite(text: str, finite: bool) -> None:
    assert is_finite(text) == finite
    if finite:
        assert JsonArray((JsonNumber(text),)).items == (JsonNumber(text),)
    else:
        with pytest.raises(InvalidValue):
            JsonArray((JsonNumber(text),))


@given(value=json_values())
def test_a_kept_value_is_said_in_plain_ones_and_frozen_again(value: Json) -> None:
    assert frozen_json(plain_json(value)) == value
    assert hash(frozen_json(plain_json(value))) == hash(value)


@pytest.mark.parametrize(
    ("plain", "kept"),
    [
        (None, None),
        (True, True),
        ("", ""),
        (7, JsonNumber("7")),
        (-0.5, JsonNumber("-0.5")),
        ([], JsonArray()),
        ({}, JsonObject()),
        ([1, ["a"]], JsonArray((JsonNumber("1"), JsonArray(("a",))))),
        ({"b": None, "a": {}}, JsonObject((("b", None), ("a", JsonObject())))),
        (JsonNumber("1.0"), JsonNumber("1.0")),
    ],
    ids=repr,
)
def test_plain_values_are_frozen(plain: object, kept: Json) -> None:
    assert frozen_json(plain) == kept


@pytest.mark.parametrize(
    "value",
    [
        (),
        {1},
        b"x",
        object(),
        1j,
        math.inf,
        math.nan,
        {1: 2},
        {"a": ()},
        "\ud800",
        {"\ud800": 1},
        [["\udfff"]],
    ],
    ids=repr,
)
def test_what_is_no_json_value_is_not_kept(value: object) -> None:
    held = value if not isinstance(value, str) else [value]
    with pytest.raises(InvalidValue):
        frozen_json(held)


@pytest.mark.parametrize(
    "members",
    [
        None,
        [("a", None)],
        (("a", None), ("a", 1)),
        (("a", None), ("a", None)),
        (("a",),),
        (["a", None],),
        ((1, None),),
        (("a", 1),),
        (("a", 1.0),),
        (("a", []),),
        (("a", ()),),
        (("a", {}),),
        (("a", b""),),
        (("\ud800", None),),
        (("a", "\ud800"),),
        (("a", JsonNumber("1e999")),),
        "ab",
    ],
    ids=repr,
)
def test_an_object_holds_each_name_once_and_json_values_only(members: Any) -> None:
    with pytest.raises(InvalidValue, match="a JsonObject holds"):
        JsonObject(members)


@pytest.mark.parametrize(
    "items", [None, [], "ab", (1,), (1.0,), ([],), ((),), ("\ud800",)], ids=repr
)
def test_an_array_holds_json_values_only(items: Any) -> None:
    with pytest.raises(InvalidValue, match="a JsonArray holds a tuple of JSON values"):
        JsonArray(items)


def test_order_and_truth_are_part_of_a_kept_value() -> None:
    one = JsonObject((("a", True), ("b", None)))
    assert one != JsonObject((("b", None), ("a", True)))
    assert JsonArray((True,)) != JsonArray((JsonNumber("1"),))
    assert JsonArray((False,)) != JsonArray((JsonNumber("0"),))
    assert JsonArray((None,)) != JsonArray(("",))


def test_nothing_is_false_and_anything_is_true() -> None:
    assert not NOTHING
    assert JsonObject() == NOTHING
    assert JsonObject((("a", None),))


def test_kept_values_cannot_change() -> None:
    for value, name in ((JsonNumber("1"), "text"), (JsonArray(), "items"), (NOTHING, "members")):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, name, ())
