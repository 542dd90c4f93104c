"""What was written is read back as the same thing, and what was read is written as it was."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.model.anatomy import Thing, classes
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.serialization.load import from_plain, loads, read
from samverkan_core.serialization.write import dumps, to_plain
from samverkan_core.testing.anything import things

every_class = pytest.mark.parametrize(
    "cls", dict.fromkeys((*classes(), *classes(Profile))), ids=lambda cls: cls.__name__
)

#: A text in quotes, or a mark that blanks may stand around.
TEXT_OR_MARK = re.compile(r'("(?:[^"\\]|\\.)*")|[\[\]{},:]')


@every_class
@given(data=st.data())
def test_a_thing_alone_is_read_back_as_it_was_written(
    cls: type[Thing], data: st.DataObject
) -> None:
    thing = data.draw(things(cls))
    written = dumps(thing)
    again = loads(written, type=cls)
    assert again == thing
    assert dumps(again) == written


@every_class
@given(data=st.data())
def test_a_thing_is_read_back_from_its_plain_values(cls: type[Thing], data: st.DataObject) -> None:
    thing = data.draw(things(cls))
    plain = to_plain(thing)
    before = json.dumps(plain)
    assert from_plain(plain, type=cls) == thing
    assert json.dumps(plain) == before
    assert to_plain(from_plain(plain, type=cls)) == plain


@given(collab=things(Collaboration))
def test_writing_does_not_depend_on_how_the_text_was_laid_out(collab: Collaboration) -> None:
    written = dumps(collab).decode()
    spread = TEXT_OR_MARK.sub(lambda found: found[1] or f"\r\n\t{found[0]} ", written)
    assert len(spread) > len(written)
    assert loads(spread) == collab


@given(collab=things(Collaboration))
def test_reading_what_was_written_finds_only_members_that_are_not_known(
    collab: Collaboration,
) -> None:
    assert {finding.code for finding in read(dumps(collab)).report} <= {"MEM001", "VER003"}


@given(collab=things(Collaboration))
def test_equal_things_give_equal_bytes_and_other_things_give_others(collab: Collaboration) -> None:
    again = loads(dumps(collab))
    assert again is not collab
    assert dumps(again) == dumps(collab)
    assert hash(again) == hash(collab)
    assert dumps(Collaboration(name=collab.name + "x")) != dumps(collab)
