"""From text to a tree: what is JSON and what is not, whatever the parser behind it would take."""

import json
import sys
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Finding
from samverkan_core.serialization.limits import Limits
from samverkan_core.serialization.parse import Unreadable, _digits, admitted, parsed, whole
from samverkan_core.values.kept import JsonNumber, SpelledFloat
from samverkan_core.values.text import is_whole

LIMITS = Limits()

json_trees: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.text(max_size=5) | st.integers(-(10**20), 10**20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)


def fault(data: bytes | str, limits: Limits = LIMITS) -> Finding:
    """Give the fault that keeps a text from being a tree."""
    with pytest.raises(Unreadable) as caught:
        parsed(data, limits)
    return caught.value.finding


def codes(tree: Any, limits: Limits = LIMITS) -> list[tuple[str, str]]:
    """Give place and code of each fault of a tree."""
    return sorted((finding.pointer, finding.code) for finding in admitted(tree, limits))


# --- the text --------------------------------------------------------------------------------


@given(tree=json_trees)
def test_a_tree_is_parsed_as_json_parses_it(tree: Any) -> None:
    for ascii_only in (True, False):
        text = json.dumps(tree, ensure_ascii=ascii_only)
        for data in (text, text.encode()):
            found = parsed(data, LIMITS)
            assert found == _with_numbers(tree)
            assert list(admitted(found, LIMITS)) == []


@given(before=st.text(" \t\r\n", max_size=5), after=st.text(" \t\r\n", max_size=5))
def test_blanks_of_json_may_stand_around(before: str, after: str) -> None:
    assert parsed(f"{before}[]{after}", LIMITS) == []


@given(data=st.binary(max_size=20))
def test_bytes_are_read_as_the_text_that_they_are_in_utf8(data: bytes) -> None:
    text = data.decode(errors="replace")
    if text.encode() == data:
        assert _outcome(data) == _outcome(text)
    else:
        assert fault(data).code == "JSN001"


@pytest.mark.parametrize("other", ["\f", "\v", "\u00a0", "\u2028", "\x00"])
def test_no_other_blanks_may(other: str) -> None:
    assert fault(f"{other}[]").code == "JSN003"
    assert fault(f"[]{other}").code == "JSN004"


@pytest.mark.parametrize("data", ["", b" \n", "'a'", "{", "[1,]", '{"a":1,}', "01", "1.", ".5"])
def test_what_is_not_json_is_refused(data: bytes | str) -> None:
    assert fault(data).code in {"JSN003", "JSN004"}


@pytest.mark.parametrize("control", ["\x00", "\n", "\t", "\x1f"])
def test_a_bare_control_character_is_not_json(control: str) -> None:
    assert fault(f'["a{control}"]').code == "JSN003"


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("", 1, 1), ("x", 1, 1), ("[\n\n  x]", 3, 3), ("[1\r\n x]", 2, 2), ('"å" x', 1, 5)],
)
def test_the_place_of_a_fault_is_counted_in_characters(text: str, line: int, column: int) -> None:
    assert dict(fault(text).data) == {"line": line, "column": column}


@given(lines=st.integers(0, 9), blanks=st.integers(0, 9), letters=st.text("aå😀", max_size=5))
def test_a_place_is_a_line_and_a_column(lines: int, blanks: int, letters: str) -> None:
    text = lines * "\n" + blanks * " " + f'"{letters}" x'
    column = blanks + len(letters) + 4
    assert dict(fault(text).data) == {"line": lines + 1, "column": column}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "latin-1"])
def test_only_utf8_is_read(encoding: str) -> None:
    assert fault('["å"]'.encode(encoding)).code in {"JSN001", "JSN003"}


def test_overlong_and_half_characters_are_no_utf8() -> None:
    assert dict(fault(b'["\xc0\xaf"]').data) == {"position": 2}
    assert fault(b'["\xed\xa0\x80"]').code == "JSN001"


@pytest.mark.parametrize("data", ["\ufeff{}", b"\xef\xbb\xbf{}", "\ufeff"])
def test_a_byte_order_mark_is_refused(data: bytes | str) -> None:
    assert fault(data).code == "JSN002"


def test_a_mark_inside_is_a_character_like_others() -> None:
    assert parsed('["\ufeff"]', LIMITS) == ["\ufeff"]


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "[" * 10**6])
def test_a_bottomless_text_is_too_deep(text: str) -> None:
    finding = fault(text)
    assert (finding.code, dict(finding.data)) == ("LIM002", {"limit": 64})


# --- the tree --------------------------------------------------------------------------------


@given(
    number=st.from_regex(
        r"-?(?:0|[1-9][0-9]{0,30})(?:\.[0-9]{1,9})?(?:[eE][+-]?[0-9]{1,2})?", fullmatch=True
    )
)
@example(number="-0")
@example(number="1E+05")
def test_a_number_keeps_its_text(number: str) -> None:
    assert parsed(number, LIMITS) == JsonNumber(number)
    assert codes(parsed(number, LIMITS)) == []


@pytest.mark.parametrize(
    "number", ["NaN", "Infinity", "-Infinity", "1e400", "-1e999", 90 * "9" + "e999"]
)
def test_a_number_that_is_not_finite_is_a_fault(number: str) -> None:
    assert codes(parsed(f'{{"a":[{number}]}}', LIMITS)) == [("/a/0", "JSN006")]


@pytest.mark.parametrize("number", ["1e308", "1e-400", "5e-324", 90 * "9"])
def test_a_number_that_is_finite_is_none(number: str) -> None:
    assert codes(parsed(f"[{number}]", LIMITS)) == []


def test_a_name_that_is_repeated_is_told_once_at_every_depth() -> None:
    tree = parsed('{"a":1,"b":[{"c":1,"c":2,"c":3,"d":0}],"a":{"e":1,"e":1}}', LIMITS)
    assert codes(tree) == [("/a", "JSN005"), ("/a/e", "JSN005"), ("/b/0/c", "JSN005")]


@given(names=st.lists(st.sampled_from("abcå"), max_size=7))
def test_every_name_that_is_repeated_is_told(names: list[str]) -> None:
    text = "{" + ",".join(f'"{name}":{at}' for at, name in enumerate(names)) + "}"
    told = [place for place, _ in codes(parsed(text, LIMITS))]
    assert told == sorted({f"/{name}" for name in names if names.count(name) > 1})


def test_of_repeated_names_the_last_stays() -> None:
    assert parsed('{"a":1,"a":2}', LIMITS) == {"a": JsonNumber("2")}


def test_many_names_and_one_repeated_take_no_time() -> None:
    names = ",".join(f'"{number}":0' for number in range(60_000))
    assert codes(parsed(f'{{{names},"7":1}}', LIMITS)) == [("/7", "JSN005")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (r'["\ud83d"]', "/0"),
        (r'["\ude00\ud83d"]', "/0"),
        (r'{"a":{"\ud83d":1}}', "/a"),
        (r'{"\ud83d":["\ud83d"]}', ""),
        ('["\ud83d"]', "/0"),
    ],
)
def test_half_a_character_is_a_fault(text: str, place: str) -> None:
    assert set(codes(parsed(text, LIMITS))) == {(place, "JSN007")}


@given(text=st.text(st.characters(exclude_categories=()), max_size=6))
def test_a_text_is_a_fault_when_it_holds_half_a_character(text: str) -> None:
    found = parsed(json.dumps([text]), LIMITS)
    assert codes(found) == ([] if is_whole(found[0]) else [("/0", "JSN007")])
    assert codes(whole(found)) == []


def test_two_halves_are_one_character() -> None:
    assert parsed(r'["\ud83d\ude00"]', LIMITS) == ["😀"]
    assert codes(["😀"]) == []


def test_a_tree_is_made_whole() -> None:
    tree = {"a\ud800": ["\udfff", 1, None], "b": {"c": "å"}}
    assert whole(tree) == {"a\ufffd": ["\ufffd", 1, None], "b": {"c": "å"}}


def test_personal_numbers_are_found_in_values_and_in_names() -> None:
    tree = {"a": ["ring 20000229-2399"], "b": {"20000229-2399": {"c": "200002292399"}}}
    assert codes(tree) == [("/a/0", "PRI001"), ("/b", "PRI001"), ("/b", "PRI001")]


# --- trees that no text gives ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ((1, 2), "array"),
        ({1, 2}, "string"),
        (b"ab", "string"),
        (object(), "string"),
        (1j, "string"),
        (type("Text", (str,), {})("abc"), "string"),
        (type("Number", (int,), {})(7), "string"),
    ],
)
def test_what_json_does_not_have_is_a_fault(value: object, expected: str) -> None:
    (finding,) = admitted({"a": [value]}, LIMITS)
    assert (finding.code, finding.pointer) == ("TYP001", "/a/0")
    assert dict(finding.data) == {"expected": expected, "found": "foreign"}


@pytest.mark.parametrize("name", [1, None, ("a",), b"a", 1.5, True])
def test_a_name_that_is_no_text_is_a_fault_and_leads_nowhere(name: object) -> None:
    assert codes({"a": {name: {"b": float("nan")}}}) == [("/a", "TYP001")]


def test_subclasses_of_dict_and_list_are_dicts_and_lists() -> None:
    class Members(dict[str, object]):
        pass

    class Items(list[object]):
        pass

    assert codes(Members(a=Items([Members()]))) == []
    assert codes(Members(a=Items([float("nan")]))) == [("/a/0", "JSN006")]


@pytest.mark.parametrize("number", [float("inf"), float("nan"), SpelledFloat("-1e999")])
def test_floats_must_be_finite(number: float) -> None:
    assert codes([number]) == [("/0", "JSN006")]


def test_a_tree_that_contains_itself_ends() -> None:
    tree: dict[str, Any] = {}
    tree |= {"a": tree, "b": [tree]}
    assert {code for _, code in codes(tree, Limits(objects=1000))} == {"LIM002", "LIM003"}


@given(number=st.integers(-(10**70), 10**70))
@example(number=10**99)
@example(number=10**100 - 1)
@example(number=-(10**99))
@example(number=10**1000)
def test_the_characters_of_a_number_are_counted_as_they_are_written(number: int) -> None:
    assert max(1, _digits(number)) == len(str(number))


def test_a_number_that_python_would_not_write_is_only_too_long() -> None:
    digits = sys.get_int_max_str_digits() + 1000
    (finding,) = admitted([10**digits], LIMITS)
    assert dict(finding.data) == {"found": digits + 1, "limit": 100}


@given(tree=json_trees)
def test_a_tree_that_is_whole_stays_as_it_is(tree: Any) -> None:
    assert whole(tree) == tree


def _outcome(data: bytes | str) -> Any:
    try:
        return parsed(data, LIMITS)
    except Unreadable as unreadable:
        return unreadable.finding


def _with_numbers(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {name: _with_numbers(held) for name, held in tree.items()}
    if isinstance(tree, list):
        return [_with_numbers(held) for held in tree]
    return JsonNumber(str(tree)) if type(tree) is int else tree
