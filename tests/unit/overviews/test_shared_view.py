"""Whose trust is known, and who means the same by a word."""

from collections.abc import Callable
from itertools import permutations
from typing import Any, TypeVar

from hypothesis import given

from samverkan_core.indexing import index
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.shared_view import Definition, RatingSubject, SelfRating, Term
from samverkan_core.overviews.parties import taking_part
from samverkan_core.overviews.shared_view import compared, trust
from samverkan_core.testing.strategies import collaborations

T = TypeVar("T")


def thing(cls: Callable[..., T], **members: Any) -> T:
    """Make a thing of plain ids."""
    return cls(**members)


ACTORS = tuple(thing(Actor, id=name, name=name, kind=ActorKind.SCHOOL) for name in ("a", "b", "c"))


def rating(id_: str, by: str, of: str | None, value: str | None = "4", **more: Any) -> SelfRating:
    known = {"about": RatingSubject.TRUST, **more}
    return thing(SelfRating, id=id_, by=by, of=of, value=value, **known)


def test_what_each_has_said_of_each() -> None:
    ratings = (
        rating("om-b", "a", "b"),
        rating("om-alla", "a", None),
        rating("tyst", "b", "a", None),
        rating("samsyn", "c", None, about=RatingSubject.SHARED_VIEW),
    )

    found = trust(Collaboration(name="Hagby", actors=ACTORS, self_ratings=ratings))

    assert {(one.by, one.of): one.ratings for one in found} == {
        ("a", "b"): ("om-b", "om-alla"),
        ("a", "c"): ("om-alla",),
        **dict.fromkeys((("b", "a"), ("b", "c"), ("c", "a"), ("c", "b")), ()),
    }


@given(collab=collaborations())
def test_each_pair_of_those_taking_part_stands_there_once(collab: Collaboration) -> None:
    ids = dict.fromkeys(actor.id for actor in taking_part(index(collab).whole))
    pairs = [(one.by, one.of) for one in trust(collab)]
    assert sorted(pairs) == sorted(permutations(ids, 2))


def test_meanings_are_compared_but_for_capitals_and_spaces() -> None:
    said = (("a", "Barn som far illa"), ("b", " barn som  FAR illa"), ("d", "Barn i riskzonen"))
    definitions = tuple(thing(Definition, actor=by, meaning=text) for by, text in said)
    term = thing(Term, id="oro", name="oro", definitions=definitions)

    (found,) = compared(Collaboration(name="Hagby", actors=ACTORS, terms=(term,)))

    assert found.alike == (("a", "b"), ("d",))
    assert (found.silent, found.is_agreed) == (("c",), False)


def test_a_word_with_an_agreed_meaning() -> None:
    term = thing(Term, id="oro", name="oro", agreed="Att ett barn kan fara illa.")

    (found,) = compared(Collaboration(name="Hagby", actors=ACTORS, terms=(term,)))

    assert (found.alike, found.silent, found.is_agreed) == ((), ("a", "b", "c"), True)


@given(collab=collaborations())
def test_whoever_defines_a_word_is_in_a_group_and_is_not_silent(collab: Collaboration) -> None:
    terms = {term.id: term for term in reversed(collab.terms)}
    for one in compared(collab):
        groups = {actor for group in one.alike for actor in group}
        assert groups == {part.actor for part in terms[one.term].definitions}
        assert not groups & set(one.silent)
