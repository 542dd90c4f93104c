"""Edits change the one thing that is meant, and nothing else."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.errors import InvalidValue
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.collaboration import Collaboration, LifecycleEntry, Stage
from samverkan_core.model.person import Person
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.testing.edit import a, added, replaced, without
from samverkan_core.values.ids import ActorId, PersonId, RoleId
from samverkan_core.values.time import Period


def school(name: str = "Örskolan") -> Actor:
    return Actor(id=ActorId("skolan"), name=name, kind=ActorKind.SCHOOL)


def collaboration(*actors: Actor) -> Collaboration:
    return Collaboration(name="Barn och unga", actors=actors)


def test_a_thing_is_replaced_where_it_stands() -> None:
    first, old, last = school("A"), school("B"), school("C")
    new = attrs.evolve(old, name="D")
    collab = replaced(collaboration(first, old, last), old, new)
    assert collab.actors == (first, new, last)


def test_of_two_that_say_the_same_the_one_that_was_given_is_replaced() -> None:
    one, other = school(), school()
    assert one == other
    collab = replaced(collaboration(one, other), other, school("Ny"))
    assert [actor.name for actor in collab.actors] == ["Örskolan", "Ny"]


def test_of_two_that_say_the_same_the_one_that_was_given_is_taken_out() -> None:
    one, other = school(), school()
    (left,) = without(collaboration(one, other), one).actors
    assert left is other


def test_things_of_several_kinds_are_added_last_and_taken_out_together() -> None:
    person = Person(id=PersonId("p"))
    role = Role(id=RoleId("r"), name="Samordnare", kind=RoleKind.EMPLOYEE)
    before = collaboration(school())
    after = added(before, person, role, school("Ängen"))
    assert (after.persons, after.roles) == ((person,), (role,))
    assert [actor.name for actor in after.actors] == ["Örskolan", "Ängen"]
    assert without(after, person, role, after.actors[1]) == before


def test_what_has_no_id_is_edited_too() -> None:
    stage = LifecycleEntry(stage=Stage.PROJECT)
    collab = added(collaboration(), stage)
    ended = LifecycleEntry(stage=Stage.ENDED)
    assert replaced(collab, stage, ended).lifecycle == (ended,)
    assert without(collab, stage) == collaboration()


def test_the_collaboration_that_was_given_is_unchanged() -> None:
    actor = school()
    before = collaboration(actor)
    added(before, school("Ny"))
    replaced(before, actor, school("Ny"))
    without(before, actor)
    assert before == collaboration(school())


@pytest.mark.parametrize("edit", [without, lambda collab, gone: replaced(collab, gone, gone)])
def test_what_does_not_stand_there_is_misuse(edit: object) -> None:
    assert callable(edit)
    with pytest.raises(InvalidValue, match="this Actor does not stand in the collaboration"):
        edit(collaboration(school()), school())


def test_what_no_collection_holds_is_misuse() -> None:
    with pytest.raises(InvalidValue, match="no collection of a collaboration holds a Period"):
        added(collaboration(), Period())


@given(data=st.data())
def test_one_of_several_is_chosen(data: st.DataObject) -> None:
    things = (school("A"), school("B"))
    assert data.draw(st.composite(lambda draw: a(draw, iter(things)))()) in things
