"""Texts for generated documents: Swedish letters, odd characters, kept members.

None of them is blank and none holds a personal identity number, so that whatever is drawn can be
constructed and written.
"""

from collections.abc import Collection

from hypothesis import strategies as st

from samverkan_core.values.identifiers import personal_numbers
from samverkan_core.values.kept import Json, JsonArray, JsonNumber, JsonObject
from samverkan_core.values.text import is_blank

__all__ = ["extensions", "json_objects", "json_values", "kept_members", "odd_texts", "texts"]

#: Characters that break careless programs: separators, marks of JSON, HTML, CSV, format strings.
_TRICKY = "åäöÅÄÖéüßİı'\"\\/~&<>{}[]%;,#=@ \t\r\n\x00\x7f\u00a0\u00ad\u200b\u2028\u202e\ufeff-+0129"
_PHRASES = (
    "Åsa",
    "Barnrådet",
    "kultur & fritid",
    "Öppna förskolan Ängen",
    "tidigt stöd",
    'den s.k. "röda tråden"',
    "{area} saknas",
    "50 %",
    "Örsköldsvik/Åre",
    "<b>viktigt</b>",
    "rad ett\nrad två",
    "😀",
)
_NUMBERS = (
    *("0", "-0", "7", "-12", "1.0", "1.50", "-0.00", "1e5", "1E+05", "2.5e-3", "0.1"),
    "12345678901234567890",
)
_NAMES = ("x-system", "x-färg", "anteckning", "nyckel/med~tecken", "Namn", "ordning", "", "0")
#: What other programs write beside our members; extensions, by their names.
_EXTENSIONS = tuple(
    JsonObject(members)
    for members in (
        (("x-system", "W3D3"),),
        (("x-ordning", JsonNumber("1.0")), ("x-färg", None)),
        (("x-system", JsonObject((("namn", "Lex"), ("id", JsonNumber("17"))))),),
        (("x-taggar", JsonArray(("viktigt", JsonArray(), JsonObject(), True))),),
        (("x-å/ä~ö", ""), ("x-a", False), ("x-A", JsonNumber("1e5"))),
    )
)


def texts() -> st.SearchStrategy[str]:
    """Draw a text that is not blank: mostly a phrase, sometimes anything that UTF-8 can hold."""
    return _TEXTS


def odd_texts() -> st.SearchStrategy[str]:
    """Draw a text that is not blank, of characters that few people type."""
    return _ODD


def json_values() -> st.SearchStrategy[Json]:
    """Draw an unchangeable JSON value, nested at most three deep."""
    return _VALUES


def json_objects(names: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[JsonObject]:
    """Draw an unchangeable JSON object, perhaps with members of certain names only."""
    return _objects(_ANY_NAMES if names is None else names, _VALUES)


def kept_members(own: Collection[str]) -> st.SearchStrategy[JsonObject]:
    """Draw what a newer version may have written beside the members that a class has itself."""

    def beside(name: str) -> str:
        return f"x-{name}" if name in own else name

    return _PLAIN_EXTENSIONS | json_objects(_ANY_NAMES.map(beside))


def extensions() -> st.SearchStrategy[JsonObject]:
    """Draw members whose names begin with x-, of which reading says nothing."""
    return _ANY_EXTENSIONS


def _visible(text: str) -> str:
    return f"{text}å" if is_blank(text) else text


def _unnumbered(text: str) -> str:
    """Turn the digits of a text into letters, should they happen to be somebody's number."""
    if not personal_numbers(text):
        return text
    return "".join("x" if letter.isdecimal() else letter for letter in text)


def _objects(
    names: st.SearchStrategy[str], values: st.SearchStrategy[Json], most: int = 3
) -> st.SearchStrategy[JsonObject]:
    members = st.lists(
        st.tuples(names, values), min_size=1, max_size=most, unique_by=lambda member: member[0]
    )
    return members.map(lambda drawn: JsonObject(tuple(drawn)))


def _nested(inner: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    arrays = st.lists(inner, max_size=2).map(lambda items: JsonArray(tuple(items)))
    return st.one_of(_LEAVES, arrays, _objects(_ANY_NAMES, inner, most=2))


_ODD = (
    st.one_of(st.text(_TRICKY, max_size=9), st.text(st.characters(codec="utf-8"), max_size=9))
    .map(_visible)
    .map(_unnumbered)
)
_TEXTS = st.sampled_from(_PHRASES) | _ODD

_ANY_NAMES = st.sampled_from(_NAMES) | _ODD
_LEAVES: st.SearchStrategy[Json] = st.one_of(
    st.sampled_from((None, True, False, "")),
    st.sampled_from(_NUMBERS).map(JsonNumber),
    st.integers(-(10**9), 10**9).map(str).map(JsonNumber),
    _TEXTS,
)
_VALUES = _nested(_nested(_LEAVES))

_PLAIN_EXTENSIONS = st.sampled_from(_EXTENSIONS)
_NAMED = st.sampled_from(("x-system", "x-färg", "x-ordning", "x-1/2~3"))
# One of one kind and many of another: the plain ones, which cost little, are most of them.
_ANY_EXTENSIONS = st.sampled_from((*_EXTENSIONS, None)).flatmap(
    lambda plain: json_objects(_NAMED) if plain is None else st.just(plain)
)
