"""Each limit, at the limit and one over it."""

import json
import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from samverkan_core.errors import InvalidValue
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.serialization.limits import Limits
from samverkan_core.serialization.load import Loaded, from_plain, loads, read
from samverkan_core.serialization.write import dumps
from samverkan_core.values.kept import JsonNumber

START = '{"samverkan":"1.0","name":"n","x-a":'


def of_size(size: int) -> str:
    """Write a document of so many bytes."""
    return f'{START}"{(size - len(START) - 3) * "a"}"}}'


def of_depth(depth: int) -> str:
    """Write a document of so many levels, the document itself the first."""
    return START + (depth - 1) * "[" + (depth - 1) * "]" + "}"


def of_objects(count: int) -> str:
    """Write a document of so many objects and lists, the document itself the first."""
    return START + "[" + ",".join((count - 2) * ["{}"]) + "]}"


def with_string(size: int) -> str:
    """Write a document with a text of so many bytes."""
    return f'{START}"{(size - 2) * "a"}é"}}'


def with_name(size: int) -> str:
    """Write a document with a member's name of so many bytes."""
    return f'{START}{{"{size * "a"}":1}}}}'


def with_number(size: int) -> str:
    """Write a document with a number of so many characters."""
    return f"{START}-0.{(size - 3) * '1'}}}"


CASES: dict[str, tuple[Callable[[int], str], str, str]] = {
    "text": (of_size, "text", "LIM001"),
    "depth": (of_depth, "depth", "LIM002"),
    "objects": (of_objects, "objects", "LIM003"),
    "string": (with_string, "string", "LIM004"),
    "name": (with_name, "string", "LIM004"),
    "number": (with_number, "number", "LIM005"),
}


@pytest.mark.parametrize("case", CASES)
@given(limit=st.integers(80, 120))
def test_at_the_limit_is_read_and_one_over_is_not(case: str, limit: int) -> None:
    made, name, code = CASES[case]
    limits = Limits(**{name: limit})
    at, over = made(limit), made(limit + 1)
    assert codes(read(at, limits=limits)) == []
    assert codes(read(at.encode(), limits=limits)) == []
    assert codes(read(over, limits=limits)) == [code]
    assert codes(read(over.encode(), limits=limits)) == [code]
    assert read(over, limits=limits).value is None


DEFAULTS: dict[str, int] = {
    "text": 10 * 1024 * 1024,
    "depth": 64,
    "objects": 200_000,
    "string": 1024 * 1024,
    "number": 100,
}


@pytest.mark.parametrize("case", ["depth", "string", "name", "number"])
def test_the_limits_without_being_asked(case: str) -> None:
    made, name, code = CASES[case]
    assert codes(read(made(DEFAULTS[name]))) == []
    assert codes(read(made(DEFAULTS[name] + 1))) == [code]


@pytest.mark.slow
def test_the_largest_document_is_read() -> None:
    text = of_objects(200_000)
    assert codes(read(text)) == []
    assert codes(read(text.replace("[{}", "[{},[]", 1))) == ["LIM003"]
    start = '{"samverkan":"1.0","name":"n","x-a":["' + (2**20 - 1) * "a" + '"'
    text = start + ("," + '"' + (2**20 - 1) * "a" + '"') * 8
    rest = 10 * 2**20 - len(text + ',""]}')
    assert codes(read(f'{text},"{rest * "a"}"]}}')) == []
    assert codes(read(f'{text},"{(rest + 1) * "a"}"]}}')) == ["LIM001"]


def test_the_size_of_a_text_is_counted_in_bytes() -> None:
    text = of_size(99).replace("aa", "é", 1)
    assert codes(read(text, limits=Limits(text=99))) == []
    assert codes(read(text.replace("aa", "😀"), limits=Limits(text=99))) == ["LIM001"]


def test_the_defaults_are_those_of_the_contract() -> None:
    assert {name: getattr(Limits(), name) for name in DEFAULTS} == DEFAULTS


def test_no_limit_depends_on_how_long_numbers_python_writes() -> None:
    allowed = sys.get_int_max_str_digits()
    text = START + 99 * "9" + "}"
    try:
        sys.set_int_max_str_digits(640)
        strict = [codes(read(text)), codes(read(START + 5000 * "9" + "}"))]
        sys.set_int_max_str_digits(0)
        assert [codes(read(text)), codes(read(START + 5000 * "9" + "}"))] == strict
    finally:
        sys.set_int_max_str_digits(allowed)
    assert strict == [[], ["LIM005"]]


@given(depth=st.integers(1, 128))
@example(depth=128)
def test_what_is_as_deep_as_may_be_is_written_and_read_again(depth: int) -> None:
    limits = Limits(depth=depth)
    text = of_depth(depth) if depth > 1 else '{"samverkan":"1.0","name":"n"}'
    assert dumps(loads(text, limits=limits)).decode() == text


def test_plain_values_have_the_same_limits() -> None:
    for made, name, code in CASES.values():
        if name != "text":
            tree = json.loads(made(101), parse_float=JsonNumber)
            limits = Limits(**{name: 100})
            assert code in str(_refused(tree, limits))


@pytest.mark.parametrize("name", DEFAULTS)
@pytest.mark.parametrize("value", [0, -1, True, 1.0, "9", None])
def test_a_limit_is_a_whole_number_from_one(name: str, value: object) -> None:
    arguments: dict[str, Any] = {name: value}
    with pytest.raises(InvalidValue, match=f"Limits.{name} must be"):
        Limits(**arguments)


def test_depth_and_digits_have_a_limit_of_their_own() -> None:
    for arguments in ({"depth": 129}, {"number": 4001}):
        with pytest.raises(InvalidValue):
            Limits(**arguments)
    assert (Limits(depth=128).depth, Limits(number=4000).number) == (128, 4000)


def test_the_longest_number_of_all_is_read_where_it_is_let_in() -> None:
    limits = Limits(number=4000, text=10**6)
    text = START + 300 * "9" + "}"
    assert dumps(loads(text, limits=limits)).decode() == text
    bounds = '{"samverkan":"1.0","name":"n","bodies":[{"id":"b","name":"B","kind":"board","ages":'
    long = read(bounds + '{"from_age":' + 4000 * "9" + ',"to_age":1}}]}', limits=limits)
    assert codes(long) == ["JSN006"]


def codes(loaded: Loaded[Collaboration]) -> list[str]:
    """Give the codes of what was found."""
    return [finding.code for finding in loaded.report]


def _refused(tree: Any, limits: Limits) -> Exception:
    with pytest.raises(ValueError, match="LIM00") as caught:
        from_plain(tree, limits=limits)
    return caught.value
