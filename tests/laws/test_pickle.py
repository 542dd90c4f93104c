"""Whatever the library gives can be sent to another process, and arrives as the same value."""

import copy
import datetime as dt
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.checking import check
from samverkan_core.model.anatomy import Thing, classes
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.serialization.load import LoadError, read
from samverkan_core.serialization.write import dumps, to_plain
from samverkan_core.testing.anything import collaborations, things

every_class = pytest.mark.parametrize(
    "cls", dict.fromkeys((*classes(), *classes(Profile))), ids=lambda cls: cls.__name__
)


def sent(value: Any, protocol: int = pickle.HIGHEST_PROTOCOL) -> Any:
    """Give what arrives in another process."""
    return pickle.loads(pickle.dumps(value, protocol))  # noqa: S301 - our own bytes


@every_class
@given(data=st.data(), protocol=st.integers(2, pickle.HIGHEST_PROTOCOL))
def test_a_thing_arrives_equal(cls: type[Thing], data: st.DataObject, protocol: int) -> None:
    thing = data.draw(things(cls))
    for again in (sent(thing, protocol), copy.deepcopy(thing)):
        assert again == thing
        assert hash(again) == hash(thing)
        assert dumps(again) == dumps(thing)


@given(collab=collaborations(), at=st.none() | st.dates(), protocol=st.integers(2, 5))
def test_a_report_and_each_of_its_findings_arrive_equal(
    collab: Collaboration, at: dt.date | None, protocol: int
) -> None:
    report = check(collab, at=at)
    again = sent(report, protocol)
    assert again == report
    assert hash(again) == hash(report)
    assert again.rows("en") == report.rows("en")
    for finding in report:
        assert sent(finding, protocol) == finding
        assert sent(finding).message() == finding.message()


@given(text=st.text(max_size=9))
def test_an_error_arrives_with_its_report(text: str) -> None:
    refused = LoadError(read(text).report)
    again = sent(refused)
    assert (again.report, str(again)) == (refused.report, str(refused))


@given(collab=collaborations())
def test_plain_values_arrive_with_the_text_of_their_numbers(collab: Collaboration) -> None:
    from samverkan_core.serialization.load import from_plain

    assert from_plain(sent(to_plain(collab))) == collab
