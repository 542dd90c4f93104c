"""Marks of which rows something answers: what is marked stays as it was, and is told again."""

from types import MappingProxyType

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.values.answers import answered, answers
from samverkan_core.values.labels import Labelled
from samverkan_core.values.shape import members

cited = st.lists(st.from_regex(r"[A-Z]{2}-[0-9]{1,3}", fullmatch=True), max_size=4).map(tuple)
names = st.from_regex(r"[a-z]+(?:_[a-z]+)?", fullmatch=True)


@answers("SB-45", time_box="SB-48", working_group=("SB-50", "SB-51"))
@attrs.frozen(kw_only=True)
class Area:
    """A thing of the model, marked."""

    name: str
    time_box: str | None = None
    working_group: str | None = None


@attrs.frozen(kw_only=True)
class Bare:
    """The same thing, not marked."""

    name: str
    time_box: str | None = None
    working_group: str | None = None


class Narrow(Area):  # a class of its own below a marked one
    """What is below a marked class."""


@answers("LO-04", EXTERNAL="LO-04")
class Part(Labelled):
    """A set of words, marked."""

    CORE = ("core", "kärna", "core")
    EXTERNAL = ("external", "extern", "external")


@answers("RA-16")
def covered(name: str) -> str:
    """Give back what was given."""
    return name


def test_a_class_tells_its_own_rows_and_those_of_its_members() -> None:
    assert dict(answered(Area)) == {
        "": ("SB-45",),
        "time_box": ("SB-48",),
        "working_group": ("SB-50", "SB-51"),
    }


def test_a_set_of_words_and_a_function_are_marked_too() -> None:
    assert dict(answered(Part)) == {"": ("LO-04",), "EXTERNAL": ("LO-04",)}
    assert dict(answered(covered)) == {"": ("RA-16",)}


@pytest.mark.parametrize("thing", [Bare, Narrow, Labelled, answers])
def test_what_is_not_marked_itself_answers_nothing(thing: object) -> None:
    """A mark is not inherited: whatever narrows a thing need not answer its row."""
    assert answered(thing) == {}


@given(own=cited, of_members=st.dictionaries(names, cited))
def test_what_is_marked_is_told_again(
    own: tuple[str, ...], of_members: dict[str, tuple[str, ...]]
) -> None:
    class Thing:
        """Something to mark."""

    assert answers(*own, **of_members)(Thing) is Thing
    assert answered(Thing) == ({"": own} if own else {}) | of_members


@given(st.text(), st.none() | st.text(), st.none() | st.text())
def test_a_mark_changes_nothing_of_what_is_marked(
    name: str, time_box: str | None, group: str | None
) -> None:
    marked = Area(name=name, time_box=time_box, working_group=group)
    bare = Bare(name=name, time_box=time_box, working_group=group)
    assert attrs.asdict(marked) == attrs.asdict(bare)
    assert repr(marked) == repr(bare).replace("Bare", "Area")
    assert [one for one, _ in members(Area)] == [one for one, _ in members(Bare)]
    assert not hasattr(marked, "__dict__")


def test_a_mark_is_no_word_of_a_set() -> None:
    assert [word.name for word in Part] == ["CORE", "EXTERNAL"]
    assert Part.of("external") is Part.EXTERNAL


def test_a_marked_function_is_the_same_function() -> None:
    assert covered("skolan") == "skolan"
    assert covered.__name__ == "covered"


@pytest.mark.parametrize("thing", [Area, Bare])
def test_nobody_changes_a_mark_afterwards(thing: object) -> None:
    told = answered(thing)
    assert isinstance(told, MappingProxyType)
    with pytest.raises(TypeError):
        told["name"] = ("SB-46",)  # type: ignore[index]  # which is what is tried


def test_a_mark_is_added_to_what_was_marked_before() -> None:
    @answers("SB-45", ends="SB-48")
    @answers("SB-46", starts="SB-48")
    class Question:
        pass

    assert dict(answered(Question)) == {"": ("SB-45",), "starts": ("SB-48",), "ends": ("SB-48",)}
