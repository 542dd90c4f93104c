"""What the reader takes the schema takes, and the other way round, but for a printed list.

The judge is a validator that is not ours. Not compared are: whole numbers written with a fraction,
names that stand twice, ids that stand twice, the limits, and personal identity numbers.
"""

import json
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from samverkan_core.model.anatomy import Thing, classes
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.serialization.json_schema import schema
from samverkan_core.serialization.load import LoadError, from_plain, read
from samverkan_core.serialization.write import to_plain
from samverkan_core.testing.anything import things

if TYPE_CHECKING:
    import jsonschema_rs

every_class = pytest.mark.parametrize(
    "cls", dict.fromkeys((*classes(), *classes(Profile))), ids=lambda cls: cls.__name__
)


@cache
def judge(cls: type[Thing]) -> "jsonschema_rs.Validator":
    """Give the validator of one class, or skip where the judge is not installed."""
    judges = pytest.importorskip("jsonschema_rs", reason="the other judge is not installed")
    validator: jsonschema_rs.Validator = judges.validator_for(schema(cls), validate_formats=True)
    return validator


def reads(tree: Any, cls: type[Thing]) -> bool:
    """Tell whether the reader takes a tree; what a schema cannot say is set apart."""
    try:
        from_plain(tree, type=cls)
    except LoadError as refused:
        assume("PRI001" not in {finding.code for finding in refused.report})
        return False
    return True


@every_class
@given(data=st.data())
def test_a_thing_that_was_written_is_taken(cls: type[Thing], data: st.DataObject) -> None:
    tree = to_plain(data.draw(things(cls)))
    judge(cls).validate(tree)


@every_class
@given(data=st.data())
def test_a_thing_that_was_changed_is_taken_by_both_or_by_neither(
    cls: type[Thing], data: st.DataObject, mutated: Callable[[Any], st.SearchStrategy[Any]]
) -> None:
    tree = data.draw(mutated(cls))
    assert judge(cls).is_valid(tree) == reads(tree, cls)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('"bodies":[{"id":"b","name":"B","kind":"board","seats":[{"count":3.0}]}]', "TYP001"),
        ('"bodies":[{"id":"b","name":"B","kind":"board","seats":[{"count":3e0}]}]', "TYP001"),
        ('"purpose":"a","purpose":"b"', "JSN005"),
        ('"purpose":"ring 20000229-2399"', "PRI001"),
        ('"x-a":' + 70 * "[" + 70 * "]", "LIM002"),
        ('"x-a":' + 101 * "7", "LIM005"),
    ],
)
def test_what_a_schema_cannot_say_is_said_by_the_reader_alone(text: str, code: str) -> None:
    whole = f'{{"samverkan":"1.0","name":"n",{text}}}'
    assert judge(Collaboration).is_valid(json.loads(whole))
    assert [finding.code for finding in read(whole).report] == [code]


def test_an_id_that_stands_twice_is_a_matter_of_rules() -> None:
    actor = {"id": "a", "name": "A", "kind": "school"}
    tree = {"samverkan": "1.0", "name": "n", "actors": [actor, actor]}
    assert judge(Collaboration).is_valid(tree)
    assert reads(tree, Collaboration)


@pytest.mark.slow
@given(data=st.data())
def test_documents_that_were_changed_are_taken_by_both_or_by_neither(
    data: st.DataObject, mutated: Callable[[Any], st.SearchStrategy[Any]]
) -> None:
    tree = data.draw(mutated(Collaboration))
    assert judge(Collaboration).is_valid(tree) == reads(tree, Collaboration)
