"""One pair of smallest documents for each rule: in one it only just holds, in the other not.

The pairs stand in docs/files/rules, one file a rule, named by its code. Whoever writes a checker of
their own, in any language, can read them and compare. The members of a file, in this order:

    code    the code of the rule
    at      the day asked about; only where the rule speaks of one day
    faulty  "set_aside": `breaks` has a thing that cannot be read and is to be left out on reading
    read    "refused": `breaks` gives no value, it is the reader that reports the code
    holds   a document in which the rule is judged and holds, though little is wanting
    breaks  the same but for very little; the rule finds one thing in it

The documents are no whole collaborations, so other rules have something to say too, but they say it
of both. A rule that rests on a municipality's own numbers is shown in documents that name a
profile.
"""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any

import attrs
import pytest

from samverkan_core import checking
from samverkan_core.checking import check
from samverkan_core.findings.pointer import pointer
from samverkan_core.findings.report import Report
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.rule import Rule
from samverkan_core.serialization.converter import CONVERTER
from samverkan_core.serialization.load import Faulty, Loaded, read
from samverkan_core.serialization.write import dumps

PAIRS = Path(__file__).parents[3] / "docs" / "files" / "rules"

#: How many values may differ between the two documents of a pair.
FEW = 2
#: Rules whose documents cannot be that alike -> why.
LESS_ALIKE = MappingProxyType(
    {"TGT001": "a target group that breaks no other rule states its ages, situation and parents"}
)

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


@attrs.frozen(kw_only=True)
class Pair:
    """A pair as its file has it; any other member is misuse."""

    code: str
    at: str | None = None
    faulty: Faulty = "refuse"
    read: str = "whole"
    holds: dict[str, Any]
    breaks: dict[str, Any]

    def loaded(self, document: dict[str, Any]) -> Loaded[Collaboration]:
        return read(compact(document), faulty=self.faulty)

    def report(self, document: dict[str, Any]) -> Report:
        """Give what the pair is about: what the reader says, or else what the rules say."""
        loaded = self.loaded(document)
        if self.read == "refused":
            return loaded.report
        assert loaded.value is not None, [finding.message("en") for finding in loaded.report]
        day = None if self.at is None else dt.date.fromisoformat(self.at)
        return check(loaded.value, at=day)


def file_of(rule: Rule) -> Path:
    return PAIRS / f"{rule.code}.json"


def members_of(rule: Rule) -> dict[str, Any]:
    members: dict[str, Any] = json.loads(file_of(rule).read_text(encoding="utf-8"))
    return members


def pair_of(rule: Rule) -> Pair:
    return Pair(**members_of(rule))


def compact(document: dict[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def leaves(tree: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Give each value of a document that holds no others, with its pointer."""
    inner = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for step, held in inner:
        if isinstance(held, (dict, list)) and held:
            yield from leaves(held, (*at, step))
        else:
            yield pointer(*at, step), json.dumps(held)


def differing(pair: Pair) -> set[str]:
    """Give the pointer of each value that the two documents of a pair do not share."""
    values = set(leaves(pair.holds)) ^ set(leaves(pair.breaks))
    return {place for place, _ in values}


def codes(report: Report) -> set[str]:
    return {finding.code for finding in report}


def test_each_rule_has_its_pair_and_there_are_no_others() -> None:
    assert {path.name for path in PAIRS.iterdir()} == {file_of(rule).name for rule in RULES}


@each_rule
def test_a_file_is_written_in_one_way(rule: Rule) -> None:
    members = members_of(rule)
    text = json.dumps(members, indent=2, ensure_ascii=False) + "\n"
    assert file_of(rule).read_bytes() == text.encode()
    assert list(members) == [name for name in attrs.fields_dict(Pair) if name in members]
    # An extension is read without a remark, and no rule knows it.
    assert '"x-' not in text


@each_rule
def test_a_pair_says_what_it_is_about_and_nothing_that_goes_without_saying(rule: Rule) -> None:
    pair = pair_of(rule)
    assert pair.code == rule.code
    assert (pair.at is not None) == rule.of_state
    said = {name: getattr(pair, name) for name in ("faulty", "read") if name in members_of(rule)}
    assert said.items() <= {"faulty": "set_aside", "read": "refused"}.items()
    assert {pair.holds["name"], pair.breaks["name"]} == {"Hagby"}


@each_rule
def test_the_rule_is_judged_and_holds(rule: Rule) -> None:
    pair = pair_of(rule)
    report = attrs.evolve(pair, read="whole").report(pair.holds)
    assert rule.code in report.held
    assert not report.by_code(rule.code)


@each_rule
def test_the_rule_is_broken_once(rule: Rule) -> None:
    pair = pair_of(rule)
    assert len(pair.report(pair.breaks).by_code(rule.code)) == 1


@each_rule
def test_nothing_finds_it_once_the_rule_is_switched_off(
    rule: Rule, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hold that the pair rests on its rule: without it, the test that it is broken fails."""
    pair = attrs.evolve(pair_of(rule), read="whole")
    loaded = pair.loaded(pair.breaks).value
    # What the reader refuses can still be made in a program, and is asked of there.
    broken = loaded or CONVERTER.structure(pair.breaks, Collaboration)
    day = None if pair.at is None else dt.date.fromisoformat(pair.at)
    with_it = check(broken, at=day)
    monkeypatch.setattr(checking, "RULES", tuple(one for one in RULES if one is not rule))
    without = check(broken, at=day)
    assert len(with_it.by_code(rule.code)) == 1
    assert list(without) == [finding for finding in with_it if finding.code != rule.code]
    assert rule.code not in without.held


@each_rule
def test_no_other_rule_sees_a_difference(rule: Rule) -> None:
    pair = pair_of(rule)
    own = {rule.code, *rule.implies}
    assert codes(pair.report(pair.holds)) - own == codes(pair.report(pair.breaks)) - own


@each_rule
def test_what_holds_is_read_without_a_remark_and_written_back_as_it_is(rule: Rule) -> None:
    pair = pair_of(rule)
    loaded = pair.loaded(pair.holds)
    assert not loaded.report
    assert loaded.value is not None
    assert dumps(loaded.value) == compact(pair.holds)


@each_rule
def test_what_breaks_is_read_as_the_pair_says(rule: Rule) -> None:
    pair = pair_of(rule)
    loaded = pair.loaded(pair.breaks)
    assert bool(loaded.report) == (pair.faulty == "set_aside" or pair.read == "refused")
    assert (loaded.value is None) == (pair.read == "refused")
    if loaded.value is not None:
        assert bool(loaded.value.set_aside) == (pair.faulty == "set_aside")
        assert dumps(loaded.value) == compact(pair.breaks)


@each_rule
def test_very_little_differs(rule: Rule) -> None:
    found = differing(pair_of(rule))
    assert found
    assert (len(found) > FEW) == (rule.code in LESS_ALIKE), sorted(found)


def test_only_rules_that_exist_are_less_alike() -> None:
    assert LESS_ALIKE.keys() <= {rule.code for rule in RULES}
