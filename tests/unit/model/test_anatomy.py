"""What the classes say about themselves: collections, references, parts and texts."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given

from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.anatomy import (
    COLLECTIONS,
    Place,
    classes,
    json_texts,
    part_members,
    parts,
    references,
    texts,
)
from samverkan_core.model.collaboration import Collaboration, SetAside
from samverkan_core.model.common import DatedName, Resolution
from samverkan_core.model.mandate import Mandate, MandateKind, Power, Scope
from samverkan_core.process.step import JourneyEntry
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.serialization.converter import CONVERTER
from samverkan_core.testing.anything import collaborations
from samverkan_core.testing.texts import json_values
from samverkan_core.values.ids import ActorId, FocusAreaId, HolderId, MandateId
from samverkan_core.values.kept import (
    Json,
    JsonArray,
    JsonNumber,
    JsonObject,
    frozen_json,
    plain_json,
)
from samverkan_core.values.labels import Labelled
from samverkan_core.values.shape import members
from samverkan_core.values.source import Source
from samverkan_core.values.time import PartialDate, Period


def test_collections_hold_the_things_that_have_ids() -> None:
    assert list(COLLECTIONS) == [
        *("actors", "persons", "roles", "appointments", "bodies", "matters"),
        *("mandates", "delegated_decisions", "documents", "target_groups", "focus_areas"),
        *("activities", "good_examples", "anchorings", "resources", "needs", "routines"),
        *("goals", "indicators", "observations", "evaluations", "readiness_measurements"),
        *("meetings", "joint_positions", "referrals"),
        *("children", "plans", "concern_reports", "handovers"),
        "process_areas",
        *("shared_pictures", "self_ratings", "terms", "follow_ups"),
    ]
    table: Any = COLLECTIONS
    with pytest.raises(TypeError):
        table["people"] = Actor


def test_every_class_of_which_a_part_can_stand_is_named_once() -> None:
    found = classes()
    assert found[0] is Collaboration
    assert len(set(found)) == len(found)
    assert {*COLLECTIONS.values(), Source, PartialDate, Resolution, JourneyEntry, Scope} <= {*found}
    assert not {JsonObject, SetAside, Profile} & {*found}
    assert classes(Period) == (Period,)
    assert classes(DatedName) == (DatedName, Period)


@pytest.mark.parametrize("cls", classes(), ids=lambda cls: cls.__name__)
def test_members_that_hold_parts_are_those_of_a_class_of_the_model(cls: type[Any]) -> None:
    found: Any = cls
    for name, shape in part_members(found):
        assert name in attrs.fields_dict(cls)
        assert shape.base in classes()


@given(collab=collaborations())
def test_every_part_stands_where_it_is_said_to_stand(collab: Collaboration) -> None:
    written = CONVERTER.unstructure(collab)
    for place, part in parts(collab):
        assert _at(collab, place) is part
        assert _in(written, place) == CONVERTER.unstructure(part)


@given(collab=collaborations())
def test_every_reference_is_an_id_and_points_into_collections(collab: Collaboration) -> None:
    for place, target, into in references(collab):
        assert _at(collab, place) == target
        assert set(into) <= set(COLLECTIONS)
        assert into


@given(collab=collaborations())
def test_every_text_that_is_written_is_told_but_for_codes_and_days(collab: Collaboration) -> None:
    told = set(texts(collab))
    coded = set(_codes_and_days(collab))
    names = {field.name for cls in classes() for field in attrs.fields(cls)}
    for place, text in json_texts(frozen_json(CONVERTER.unstructure(collab))):
        partial_day = ((*place, "when"), text)
        assert {(place, text), partial_day} & told or text in names or (place, text) in coded


def test_references_say_where_they_may_point() -> None:
    mandate = Mandate(
        id=MandateId("m"),
        kind=MandateKind.DELEGATION,
        powers=(Power.DECIDE,),
        scope=Scope(focus_areas=(FocusAreaId("f"),)),
        period=Period(),
        granted_by=HolderId("b"),
        granted_to=(HolderId("x"), HolderId("y")),
    )
    collab = Collaboration(name="n", mandates=(mandate,), principals=(ActorId("k"),))
    assert sorted(references(collab), key=repr) == sorted(
        [
            (("principals", 0), "k", ("actors",)),
            (("mandates", 0, "scope", "focus_areas", 0), "f", ("focus_areas",)),
            (("mandates", 0, "granted_by"), "b", ("roles", "bodies", "actors", "persons")),
            (("mandates", 0, "granted_to", 0), "x", ("roles", "bodies", "actors", "persons")),
            (("mandates", 0, "granted_to", 1), "y", ("roles", "bodies", "actors", "persons")),
        ],
        key=repr,
    )


def test_texts_are_told_with_ids_and_with_what_was_kept() -> None:
    kept = JsonObject((("x-a", JsonArray(("ett", JsonNumber("7")))),))
    actor = Actor(id=ActorId("a"), name="A", kind=ActorKind.SCHOOL, kept=kept)
    found = dict(texts(Collaboration(name="n", actors=(actor,))))
    assert found == {
        ("samverkan",): "1.0",
        ("name",): "n",
        ("actors", 0, "id"): "a",
        ("actors", 0, "name"): "A",
        ("actors", 0): "x-a",
        ("actors", 0, "x-a", 0): "ett",
    }


@given(value=json_values())
def test_texts_of_a_kept_value_stand_where_they_are_said_to_stand(value: Json) -> None:
    plain = plain_json(value)
    for place, text in json_texts(value):
        found = _in(plain, place)
        assert found == text or text in found


def test_a_deep_kept_value_is_looked_through_without_recursion() -> None:
    value: Json = "ett"
    for _ in range(5000):
        value = JsonArray((value,))
    ((place, text),) = json_texts(value)
    assert (len(place), text) == (5000, "ett")


def _at(thing: Any, place: Place) -> Any:
    for step in place:
        thing = thing[step] if isinstance(step, int) else getattr(thing, step)
    return thing


def _in(tree: Any, place: Place) -> Any:
    for step in place:
        tree = tree[step]
    return tree


def _codes_and_days(collab: Collaboration) -> Iterator[tuple[Place, str]]:
    for place, part in parts(collab):
        for name, shape in members(type(part)):
            value = getattr(part, name)
            held = enumerate(value) if shape.many and value is not None else ()
            if issubclass(shape.base, Labelled):
                yield from (((*place, name, at), item.code) for at, item in held)
            if isinstance(value, Labelled):
                yield (*place, name), value.code
            if isinstance(value, dt.date):
                yield (*place, name), value.isoformat()
