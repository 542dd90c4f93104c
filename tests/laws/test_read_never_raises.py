"""Whatever stands in the data, reading gives a value or an error, and every finding has a place."""

import json
from collections.abc import Callable
from typing import Any, get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Finding, Severity
from samverkan_core.findings.pointer import tokens
from samverkan_core.findings.report import Report
from samverkan_core.in_one import check_json
from samverkan_core.model.actor import Actor
from samverkan_core.model.anatomy import classes
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.serialization.limits import Limits
from samverkan_core.serialization.load import Faulty, Loaded, LoadError, from_plain, loads, read
from samverkan_core.serialization.reports import loads_report
from samverkan_core.serialization.unknown import Unknown
from samverkan_core.serialization.write import dumps
from samverkan_core.testing.anything import things
from samverkan_core.values.time import PartialDate

Mutated = Callable[[Any], st.SearchStrategy[Any]]

unknowns = st.sampled_from(get_args(Unknown))
faulties = st.sampled_from(get_args(Faulty))
#: Any character at all, halves of characters too.
anything = st.text(st.characters(exclude_categories=()), max_size=20)
json_trees: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | anything | st.integers() | st.floats(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(anything, inner, max_size=4),
    max_leaves=12,
)
#: What makes a text that is nearly JSON something else.
PIECES = (
    *(b"", b",", b":", b"{", b"}", b"[", b"]", b'"', b"\\", b"\\u", b"\\ud800", b"null", b"NaN"),
    *(
        b"\xff",
        b"\xc3",
        b"\xef\xbb\xbf",
        b"\x00",
        b" ",
        b"1e999",
        b"0",
        b"-",
        b".",
        b"20000229-2399",
    ),
)


def check_loaded(loaded: Loaded[Any], data: bytes | str, cls: type[Any]) -> None:
    """Check what holds of everything that was read."""
    if loaded.value is None:
        assert len(loaded.report.by_severity(Severity.ERROR)) > 0
        assert str(LoadError(loaded.report))
    else:
        written = dumps(loaded.value)
        again = read(written, type=cls, faulty="set_aside")
        assert again.value == loaded.value
        assert dumps(again.value) == written
    for finding in loaded.report:
        check_finding(finding)
    check_places(loaded.report, data)
    assert loads_report(dumps(loaded.report)) == loaded.report


def check_finding(finding: Finding) -> None:
    """Check that a finding can be shown to anybody."""
    for lang in ("sv", "en"):
        assert finding.message(lang)
        json.dumps(finding.to_dict(lang), ensure_ascii=False).encode()


def check_places(report: Report, data: bytes | str) -> None:
    """Check that every finding points to a value of the document as it is parsed."""
    places = {finding.pointer for finding in report} - {""}
    if places:
        tree = json.loads(data if isinstance(data, str) else data.decode())
        for place in places:
            found = tree
            for step in tokens(place):
                found = found[int(step) if isinstance(found, list) else step]


@given(data=st.binary(max_size=60) | anything, unknown=unknowns, faulty=faulties)
@example(data=b"", unknown="keep", faulty="refuse")
@example(data="[" * 10**5, unknown="keep", faulty="set_aside")
@example(
    data='{"samverkan":"1.0","name":"n","\ud800":{"a":1,"a":2}}', unknown="drop", faulty="refuse"
)
def test_any_bytes_and_any_text(data: bytes | str, unknown: Unknown, faulty: Faulty) -> None:
    types: tuple[type[Any], ...] = (Collaboration, Actor, PartialDate)
    for cls in types:
        check_loaded(read(data, type=cls, unknown=unknown, faulty=faulty), data, cls)
    loaded = read(data, unknown=unknown, faulty=faulty)
    assert check_json(data, unknown=unknown, faulty=faulty) == loaded.report


@given(tree=json_trees, ascii_only=st.booleans())
@example(tree={"samverkan": "1.0", "name": "n", "7" * 5000: 1, "8" * 5000: 1}, ascii_only=True)
@example(tree={"samverkan": "1.0", "name": "n", "actors": [{"\udfff": "\ud800"}]}, ascii_only=False)
def test_any_json(tree: Any, ascii_only: bool) -> None:
    data = json.dumps(tree, ensure_ascii=ascii_only)
    check_loaded(read(data), data, Collaboration)
    members = {"samverkan": "1.0", "name": "n", "x": tree, "actors": tree, "principals": [tree]}
    data = json.dumps(members, ensure_ascii=ascii_only)
    for faulty in get_args(Faulty):
        check_loaded(read(data, faulty=faulty), data, Collaboration)


@pytest.mark.parametrize("cls", classes(), ids=lambda cls: cls.__name__)
@given(data=st.data(), unknown=unknowns)
def test_a_thing_that_was_changed(
    cls: Any, data: st.DataObject, unknown: Unknown, mutated: Mutated
) -> None:
    text = json.dumps(data.draw(mutated(cls)), ensure_ascii=False)
    check_loaded(read(text, type=cls, unknown=unknown), text, cls)


@given(data=st.data(), unknown=unknowns, faulty=faulties, at=st.none() | st.dates())
def test_a_document_that_was_changed(
    data: st.DataObject, unknown: Unknown, faulty: Faulty, at: Any, mutated: Mutated
) -> None:
    text = json.dumps(data.draw(mutated(Collaboration)), ensure_ascii=False)
    loaded = read(text, unknown=unknown, faulty=faulty)
    check_loaded(loaded, text, Collaboration)
    report = check_json(text, at=at, unknown=unknown, faulty=faulty)
    check_places(report, text)
    for finding in report:
        check_finding(finding)
    if loaded.value is None:
        assert report == loaded.report
    else:
        assert {*loaded.report} <= {*report, *report.accepted}


@given(data=st.data(), unknown=unknowns, faulty=faulties)
def test_bytes_that_were_changed(data: st.DataObject, unknown: Unknown, faulty: Faulty) -> None:
    text = dumps(data.draw(things(Collaboration)))
    for _ in range(data.draw(st.integers(1, 2))):
        start = data.draw(st.integers(0, len(text)))
        piece = data.draw(st.sampled_from(PIECES) | st.just(text[start : start + 9]))
        text = text[:start] + piece + text[start + data.draw(st.integers(0, 3)) :]
    check_loaded(read(text, unknown=unknown, faulty=faulty), text, Collaboration)


@given(data=st.data(), unknown=unknowns)
def test_reading_raises_one_error_only_and_for_what_read_reports(
    data: st.DataObject, unknown: Unknown, mutated: Mutated
) -> None:
    tree = data.draw(mutated(Actor))
    loaded = read(json.dumps(tree), type=Actor, unknown=unknown)
    if loaded.value is None:
        with pytest.raises(LoadError) as refused:
            loads(json.dumps(tree), type=Actor, unknown=unknown)
        assert refused.value.report == loaded.report
        with pytest.raises(LoadError) as refused:
            from_plain(tree, type=Actor, unknown=unknown)
        assert refused.value.report == loaded.report
    else:
        assert loads(json.dumps(tree), type=Actor, unknown=unknown) == loaded.value
        assert from_plain(tree, type=Actor, unknown=unknown) == loaded.value


@given(
    tree=json_trees, limits=st.builds(Limits, depth=st.integers(1, 9), objects=st.integers(1, 9))
)
def test_narrow_limits_refuse_and_never_stop(tree: Any, limits: Limits) -> None:
    data = json.dumps({"samverkan": "1.0", "name": "n", "x": tree})
    loaded = read(data, limits=limits)
    assert (loaded.value is None) == (not loaded.report.ok())
