"""Checking again after an edit: how it is begun, what it keeps, and what is looked at anew."""

import datetime as dt
import hashlib
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import samverkan_core as sam
from samverkan_core.checking import Checked, check
from samverkan_core.errors import CodeTaken, InvalidValue, NotADay, UnknownCode
from samverkan_core.indexing import ITSELF, Index, Shelf, index
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.anatomy import COLLECTIONS, Place, Thing, references, texts
from samverkan_core.model.collaboration import Collaboration, SetAside
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.model.person import Person
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.serialization.digest import digest_of
from samverkan_core.serialization.write import canonical_bytes
from samverkan_core.testing.anything import collaborations
from samverkan_core.values.ids import ActorId, FocusAreaId, PersonId
from samverkan_core.values.kept import JsonObject

DAY = dt.date(2015, 3, 1)
SCHOOL = Actor(id=ActorId("skolan"), name="Skolan", kind=ActorKind.SCHOOL)
POLICE = Actor(id=ActorId("polisen"), name="Polisen", kind=ActorKind.POLICE)
AREA = FocusArea(id=FocusAreaId("narvaro"), name="Skolnärvaro")
COLLAB = Collaboration(name="Hagby", actors=(SCHOOL, POLICE), focus_areas=(AREA,))
ASIDE = SetAside(pointer="/actors/0", value=JsonObject((("id", "bvc"),)))


# --- how it is begun -------------------------------------------------------------------------


def test_it_stands_at_the_door() -> None:
    checked = sam.Checked.of(COLLAB, at=DAY)
    assert checked.report == sam.check(COLLAB, at=DAY)
    grounded = attrs.evolve(COLLAB, name="Hagby kommun")
    assert checked.again(grounded).report == sam.check(grounded, at=DAY)
    assert checked.again(COLLAB) is checked


def test_it_takes_an_index_and_gives_one() -> None:
    book = index(COLLAB)
    assert Checked.of(book).book is book
    assert isinstance(Checked.of(COLLAB).book, Index)


def test_misuse_is_met_as_by_check() -> None:
    wrong_day: Any = dt.datetime(2015, 3, 1, tzinfo=dt.UTC)
    with pytest.raises(NotADay):
        Checked.of(COLLAB, at=wrong_day)
    with pytest.raises(UnknownCode):
        Checked.of(COLLAB, profile=Profile(name="p", without=("FOC033",)))
    with pytest.raises(CodeTaken):
        Checked.of(COLLAB, more_rules=2 * (attrs.evolve(sam.RULES[0]),))


def test_two_that_say_the_same_are_equal_and_what_they_hold_is_not_shown() -> None:
    one, other = (Checked.of(COLLAB, at=DAY) for _ in range(2))
    assert (one == other, hash(one) == hash(other)) == (True, True)
    assert one != Checked.of(COLLAB)
    assert one != Checked.of(attrs.evolve(COLLAB, name="Hagby kommun"), at=DAY)
    assert "Skolan" not in repr(one)


def test_it_goes_to_another_process_and_on_from_there() -> None:
    sent: Checked = pickle.loads(pickle.dumps(Checked.of(COLLAB, at=DAY)))  # noqa: S301 - what this test has written itself
    assert sent.report == check(COLLAB, at=DAY)
    edited = attrs.evolve(sent.book.collaboration, actors=(POLICE,))
    assert sent.again(edited).report == check(edited, at=DAY)


# --- what was edited -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "edit",
    [
        {"actors": (POLICE,)},
        {"focus_areas": ()},
        {"focus_areas": (AREA, AREA)},
        {"actors": (SCHOOL, POLICE, attrs.evolve(SCHOOL, name="19121212-1212"))},
        {"profile": "sundbyberg"},
        {"profile": "hagby"},
        {"set_aside": (ASIDE,)},
        {"purpose": "Barnen"},
    ],
    ids=str,
)
def test_an_edit_is_seen_and_so_is_taking_it_back(edit: dict[str, Any]) -> None:
    checked = Checked.of(COLLAB, at=DAY)
    edited = attrs.evolve(COLLAB, **edit)
    again = checked.again(edited)
    assert again.report == check(edited, at=DAY) != checked.report
    assert again.again(COLLAB).report == checked.report


def test_a_profile_that_was_given_stays() -> None:
    checked = Checked.of(COLLAB, at=DAY, profile="sundbyberg")
    edited = attrs.evolve(COLLAB, profile="lomma")
    assert checked.again(edited).report.stamp.profile == "sundbyberg"


def test_what_was_accepted_is_set_apart_without_asking_for_it() -> None:
    checked = Checked.of(COLLAB, at=DAY)
    finding = checked.report.by_code("FOC003")[0]
    accepted = sam.accept(COLLAB, finding, reason="prövas", owner="styrgruppen", last_day=DAY)
    report = checked.again(accepted).report
    assert list(report.accepted) == [finding]
    assert report == check(accepted, at=DAY)


# --- what is kept and what is looked at anew ---------------------------------------------------


def test_a_collection_that_is_the_same_object_keeps_its_shelf() -> None:
    before = index(COLLAB)
    after = before.again(attrs.evolve(COLLAB, actors=(POLICE,)))
    kept = {name for name in COLLECTIONS if after.shelves[name] is before.shelves[name]}
    assert kept == set(COLLECTIONS) - {"actors"}
    assert [actor.id for actor in after.whole.actors] == ["polisen"]
    assert [actor.id for actor in before.whole.actors] == ["skolan", "polisen"]


def test_a_collection_that_only_says_the_same_has_a_shelf_of_its_own() -> None:
    before = index(COLLAB)
    edited = attrs.evolve(COLLAB, actors=tuple(map(attrs.evolve, COLLAB.actors)))
    after = before.again(edited)
    assert after.shelves["actors"].things is edited.actors
    assert after.whole.place(edited.actors[1]) == "/actors/1"


@given(collab=collaborations(), other=collaborations())
def test_an_index_made_again_is_like_one_made_anew(
    collab: Collaboration, other: Collaboration
) -> None:
    names = tuple(COLLECTIONS)[::2]
    mixed: dict[str, Any] = {name: getattr(other, name) for name in names}
    edited = attrs.evolve(collab, **mixed)
    again, anew = index(collab).again(edited), index(edited)
    assert again.collaboration is edited
    for field in attrs.fields(Index):
        if field.init and field.name != "shelves":
            assert getattr(again, field.name) == getattr(anew, field.name), field.name
    assert dict(again.shelves) == dict(anew.shelves)


def test_only_a_thing_that_is_another_or_stands_elsewhere_is_looked_at_anew() -> None:
    looked: list[tuple[Thing, Place]] = []

    def look(thing: Thing, at: Place) -> list[Place]:
        looked.append((thing, at))
        return [at]

    first = index(COLLAB).shelves["actors"]
    assert list(first.seen(look, "actors")) == [("actors", 0), ("actors", 1)]
    assert list(first.seen(look, "actors")) == [("actors", 0), ("actors", 1)]
    assert looked == [(SCHOOL, ("actors", 0)), (POLICE, ("actors", 1))]
    looked.clear()
    other = attrs.evolve(SCHOOL)
    second = first.after((other, POLICE, SCHOOL))
    assert len(list(second.seen(look, "actors"))) == 3
    assert [at for _, at in looked] == [("actors", 0), ("actors", 2)]
    assert looked[0][0] is other
    looked.clear()
    third = second.after((other,))
    assert list(third.seen(look, "actors")) == [("actors", 0)]
    assert looked == []


def test_what_is_worked_out_of_a_collection_is_kept_with_it() -> None:
    asked: list[int] = []

    def count(shelf: Shelf[Any]) -> int:
        asked.append(len(shelf))
        return len(shelf)

    before = index(COLLAB)
    after = before.again(attrs.evolve(COLLAB, focus_areas=()))
    for book in (before, after, before):
        assert book.shelves["actors"].once(count) == 2
    assert asked == [2]
    assert after.shelves["focus_areas"].once(count) == 0


@given(collab=collaborations())
def test_everywhere_is_each_place_of_the_document_once(collab: Collaboration) -> None:
    view = index(collab).whole
    for look in (references, texts):
        assert sorted(view.everywhere(look), key=str) == sorted(look(collab), key=str)


def test_who_looks_everywhere_has_declared_everything() -> None:
    for hidden in (ITSELF, "meetings"):
        declared = {ITSELF, *COLLECTIONS} - {hidden}
        with pytest.raises(LookupError, match=f"reads '{hidden}'"):
            list(index(COLLAB).reading(declared).everywhere(references))


def test_its_own_members_are_the_collaboration_without_its_things() -> None:
    book = index(attrs.evolve(COLLAB, purpose="Barnen"))
    assert book.own_members == Collaboration(name="Hagby", purpose="Barnen")
    assert book.own_members is book.own_members


# --- the digest ------------------------------------------------------------------------------


@given(collab=collaborations(), other=collaborations(), aside=st.booleans())
def test_the_digest_is_that_of_the_canonical_bytes(
    collab: Collaboration, other: Collaboration, aside: bool
) -> None:
    other = attrs.evolve(other, set_aside=(ASIDE,) if aside else ())
    book = index(collab)
    for one in (book, book.again(other), book.again(other).again(collab)):
        expected = hashlib.sha256(canonical_bytes(one.collaboration)).hexdigest()
        assert digest_of(one) == expected


def test_kept_members_come_last_in_what_the_digest_is_made_of() -> None:
    kept = JsonObject((("x-a", "1"), ("zz", True)))
    persons = (Person(id=PersonId("p")),)
    collab = Collaboration(name="Hagby", persons=persons, illustrative=True, kept=kept)
    expected = hashlib.sha256(canonical_bytes(collab)).hexdigest()
    assert digest_of(index(collab)) == expected


# --- the same object -------------------------------------------------------------------------


@given(collab=collaborations())
def test_what_is_not_told_to_change_is_the_same_object(collab: Collaboration) -> None:
    edited = attrs.evolve(collab, name="Hagby")
    for name in COLLECTIONS:
        assert getattr(edited, name) is getattr(collab, name)


def test_a_list_becomes_a_tuple_and_a_wrong_thing_is_still_refused() -> None:
    listed: Any = [SCHOOL]
    assert Collaboration(name="n", actors=listed).actors == (SCHOOL,)
    wrong: Any = (SCHOOL, "polisen")
    with pytest.raises(InvalidValue):
        Collaboration(name="n", actors=wrong)
