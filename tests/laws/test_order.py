"""Equal documents give equal reports: findings have one order, and rules may be asked in any."""

import datetime as dt
from typing import Any

import attrs
from hypothesis import example, given
from hypothesis import strategies as st

from samverkan_core.checking import check
from samverkan_core.findings.finding import Finding, Severity, in_order
from samverkan_core.findings.pointer import order, pointer, tokens
from samverkan_core.findings.report import Report
from samverkan_core.indexing import index
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.serialization.reports import NOTICES
from samverkan_core.serialization.write import canonical_bytes, dumps
from samverkan_core.testing.anything import collaborations

steps = st.integers(0, 12) | st.sampled_from(("0", "00", "012", "a", "~", "/", "~1", "å", "", "٣"))
pointers = st.lists(steps, max_size=3).map(lambda found: pointer(*found)) | st.just("no pointer")
data = st.dictionaries(
    st.sampled_from(("a", "b", "å")),
    st.sampled_from(("", "1", "x")) | st.integers(-2, 12) | st.just(("x", "y")),
    max_size=2,
)
findings = st.builds(
    Finding,
    notice=st.sampled_from(tuple(NOTICES.values())[:4]),
    severity=st.sampled_from(Severity),
    pointer=pointers,
    subject=st.none() | st.sampled_from(("", "a", "b")),
    data=data.map(lambda drawn: tuple(drawn.items())),
)
#: The rules of the library as if they were a caller's own, under a profile without the others.
OWN = tuple(
    attrs.evolve(rule, notice=attrs.evolve(rule.notice, code=f"OWN{number:03}"))
    for number, rule in enumerate(RULES)
)
ALL = Profile(name="all")
ALONE = Profile(name="alone", without=tuple(rule.code for rule in RULES))


@given(one=findings, other=findings)
def test_of_two_findings_one_comes_first_or_they_are_equal(one: Finding, other: Finding) -> None:
    assert [one < other, one == other, one > other].count(True) == 1
    assert (one <= other) == (one < other or one == other)
    assert (one >= other) == (one > other or one == other)
    if one == other:
        assert hash(one) == hash(other)


@given(some=st.lists(findings, max_size=6), data=st.data())
def test_findings_sort_alike_from_any_order(some: list[Finding], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(some))
    assert in_order(shuffled) == in_order(some) == tuple(sorted(some))
    assert Report(findings=shuffled) == Report(findings=some)


@given(one=st.lists(steps, max_size=4), other=st.lists(steps, max_size=4))
@example(one=[2], other=[10])
@example(one=["0"], other=["00"])
@example(one=["9" * 5000], other=["8" * 5000])
def test_pointers_are_ordered_by_their_steps(one: list[Any], other: list[Any]) -> None:
    ours, theirs = pointer(*one), pointer(*other)
    assert tokens(ours) == tuple(map(str, one))
    assert (order(ours) == order(theirs)) == (ours == theirs)
    both = [step for pair in zip(one, other, strict=False) for step in pair]
    if all(isinstance(step, int) for step in both) and len(one) == len(other):
        assert (order(ours) < order(theirs)) == (one < other)


@given(collab=collaborations(), at=st.none() | st.dates(), data=st.data())
def test_a_report_does_not_depend_on_the_order_of_the_rules(
    collab: Collaboration, at: dt.date | None, data: st.DataObject
) -> None:
    report = check(collab, at=at, profile=ALONE, more_rules=data.draw(st.permutations(OWN)))
    assert report == check(collab, at=at, profile=ALONE, more_rules=OWN)
    library = check(collab, at=at, profile=ALL)
    assert [finding.data for finding in report] == [finding.data for finding in library]
    assert len(report.held) == len(library.held)


@given(collab=collaborations(), at=st.none() | st.dates())
def test_checking_again_says_the_same_and_changes_nothing(
    collab: Collaboration, at: dt.date | None
) -> None:
    before = canonical_bytes(collab)
    report = check(collab, at=at)
    assert check(index(collab), at=at) == report
    assert dumps(check(collab, at=at)) == dumps(report)
    assert canonical_bytes(collab) == before
    assert list(report) == sorted(set(report))


@given(collab=collaborations(), at=st.none() | st.dates())
def test_every_rule_says_what_became_of_it(collab: Collaboration, at: dt.date | None) -> None:
    report = check(collab, at=at, profile=ALL)
    silent = {*report.held, *report.not_run, *(missing.code for missing in report.not_judged)}
    spoken = {finding.code for finding in (*report, *report.accepted)}
    assert {rule.code for rule in RULES} == (silent | spoken) - {"PRO001"}
    assert not set(report.held) & spoken
