"""What the reader takes the schema takes, and the other way round, but for a printed list.

The judge is a validator that is not ours. What a schema cannot say is listed, each with a test, and
printed on the page about the schemas.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samverkan_core.findings.finding import Finding, Severity
from samverkan_core.model.anatomy import Thing
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.profiles.profile import Profile, StepRequirement, Weight
from samverkan_core.serialization.json_schema import THINGS, schema
from samverkan_core.serialization.json_schema.build import only_in_profiles
from samverkan_core.serialization.load import LoadError, from_plain, read
from samverkan_core.serialization.profiles import loads_profile

if TYPE_CHECKING:
    import jsonschema_rs

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "schemas.md"
#: What is read as a profile: as one, or where it stands in one.
IN_A_PROFILE: Mapping[type[Thing], Callable[[Any], Any]] = {
    Profile: lambda tree: tree,
    StepRequirement: lambda tree: {"name": "n", "step_requirements": [tree]},
    Weight: lambda tree: {"name": "n", "weights": [tree]},
}
Drawn: TypeAlias = "Callable[[type[Thing]], st.SearchStrategy[Any]]"

every_class = pytest.mark.parametrize("cls", THINGS.values(), ids=THINGS)


@cache
def judge(cls: type[Thing], *, formats: bool = True) -> "jsonschema_rs.Validator":
    """Give the validator of one class, or skip where the judge is not installed."""
    judges = pytest.importorskip("jsonschema_rs", reason="the other judge is not installed")
    validator: jsonschema_rs.Validator = judges.validator_for(schema(cls), validate_formats=formats)
    return validator


def reads(tree: Any, cls: type[Thing]) -> bool:
    """Tell whether the reader finds no fault in a tree but those that no schema can say."""
    return all(map(is_unsaid, faults(tree, cls)))


def faults(tree: Any, cls: type[Thing]) -> Iterator[Finding]:
    """Give the faults for which the reader refuses a tree."""
    try:
        if cls in IN_A_PROFILE:
            loads_profile(json.dumps(IN_A_PROFILE[cls](tree)))
        else:
            from_plain(tree, type=cls, unknown="reject" if only_in_profiles(cls) else "keep")
    except LoadError as refused:
        yield from refused.report.by_severity(Severity.ERROR)


def is_unsaid(fault: Finding) -> bool:
    """Tell whether a fault is one that no schema can say."""
    span = re.fullmatch(r"/parameters/(target_ages|age_bands/[0-9]+)", fault.pointer)
    return fault.code in {"PRI001", "PRO002"} or (fault.code == "TYP007" and span is not None)


@every_class
@given(data=st.data())
def test_a_thing_that_was_written_is_taken(
    cls: type[Thing], data: st.DataObject, written: Drawn
) -> None:
    judge(cls).validate(data.draw(written(cls)))


@every_class
@given(data=st.data())
def test_a_thing_that_was_changed_is_taken_by_both_or_by_neither(
    cls: type[Thing], data: st.DataObject, mutated: Drawn
) -> None:
    tree = data.draw(mutated(cls))
    assert judge(cls).is_valid(tree) == reads(tree, cls)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "drawn"),
    [
        ("documents", st.just(Collaboration)),
        ("things", st.sampled_from(tuple(THINGS.values()))),
    ],
    ids=["documents", "things"],
)
def test_ten_thousand_that_were_changed_are_taken_by_both_or_by_neither(
    name: str,
    drawn: st.SearchStrategy[type[Thing]],
    mutated: Drawn,
    record_testsuite_property: Callable[[str, object], None],
) -> None:
    verdicts: Counter[bool] = Counter()

    @settings(max_examples=10_000, suppress_health_check=[HealthCheck.too_slow])
    @given(data=st.data())
    def law(data: st.DataObject) -> None:
        cls = data.draw(drawn)
        tree = data.draw(mutated(cls))
        taken = judge(cls).is_valid(tree)
        assert taken == reads(tree, cls)
        verdicts[taken] += 1

    law()
    record_testsuite_property(f"{name} taken", verdicts[True])
    record_testsuite_property(f"{name} refused", verdicts[False])
    # A law in which nearly everything is refused, or taken, would prove little.
    assert min(verdicts[True], verdicts[False]) >= verdicts.total() / 5


# --- what a schema cannot say ----------------------------------------------------------------

SEATS = '"bodies":[{"id":"b","name":"B","kind":"board","seats":[{"count":%s}]}]'

#: What stands in a document that the schema takes, and the fault that the reader gives it for.
UNSAID = {
    "a fraction of nought": (SEATS % "3.0", "TYP001"),
    "an exponent": (SEATS % "3e0", "TYP001"),
    "a name that stands twice": ('"purpose":"a","purpose":"b"', "JSN005"),
    "a personal identity number": ('"purpose":"ring 20000229-2399"', "PRI001"),
    "a personal identity number as a name": ('"x-20000229-2399":1', "PRI001"),
    "depth": (f'"x-a":{70 * "["}{70 * "]"}', "LIM002"),
    "objects": (f'"x-a":[{"{}," * 200_000}{{}}]', "LIM003"),
    "a long string": (f'"x-a":"{"a" * 2**20}a"', "LIM004"),
    "a long number": (f'"x-a":{101 * "7"}', "LIM005"),
}


@pytest.mark.parametrize(("text", "code"), UNSAID.values(), ids=UNSAID)
def test_what_a_schema_cannot_say_is_said_by_the_reader_alone(text: str, code: str) -> None:
    whole = f'{{"samverkan":"1.0","name":"n",{text}}}'
    assert judge(Collaboration).is_valid(json.loads(whole))
    assert [finding.code for finding in read(whole).report] == [code]


#: The same of a profile, in plain values.
UNSAID_OF_A_PROFILE = {
    "a name that is taken": ({"name": "common", "without": ["FOC001"]}, "PRO002"),
    "ages the wrong way round": (
        {"name": "n", "parameters": {"target_ages": {"from_age": 9, "to_age": 7}}},
        "TYP007",
    ),
    "one span of several": (
        {"name": "n", "parameters": {"age_bands": [{"from_age": 9, "to_age": 7}]}},
        "TYP007",
    ),
}


@pytest.mark.parametrize(("tree", "code"), UNSAID_OF_A_PROFILE.values(), ids=UNSAID_OF_A_PROFILE)
def test_what_a_schema_cannot_say_of_a_profile(tree: dict[str, Any], code: str) -> None:
    assert judge(Profile).is_valid(tree)
    with pytest.raises(LoadError) as refused:
        loads_profile(json.dumps(tree))
    assert [finding.code for finding in refused.value.report] == [code]


def test_the_code_of_a_rule_of_ones_own_is_known_to_the_reader_alone() -> None:
    data = json.dumps({"name": "n", "without": ["OWN001"]})
    notice = attrs.evolve(RULES[0].notice, code="OWN001")
    own = attrs.evolve(RULES[0], notice=notice)
    assert loads_profile(data, more_rules=[own]).without == ("OWN001",)
    assert not judge(Profile).is_valid(json.loads(data))


def test_a_document_of_any_length_is_one_to_a_schema() -> None:
    whole = f'{{"samverkan":"1.0","name":"n"{" " * 10 * 2**20}}}'
    assert judge(Collaboration).is_valid(json.loads(whole))
    assert [finding.code for finding in read(whole).report] == ["LIM001"]


def test_an_id_that_stands_twice_is_a_matter_of_rules() -> None:
    actor = {"id": "a", "name": "A", "kind": "school"}
    tree = {"samverkan": "1.0", "name": "n", "actors": [actor, actor]}
    assert judge(Collaboration).is_valid(tree)
    assert reads(tree, Collaboration)


def test_a_day_that_does_not_exist_is_told_by_its_format_alone() -> None:
    entry = {"stage": "project", "day": "2015-02-29"}
    tree = {"samverkan": "1.0", "name": "n", "lifecycle": [entry]}
    assert judge(Collaboration, formats=False).is_valid(tree)
    assert not judge(Collaboration).is_valid(tree)
    assert [finding.code for finding in read(json.dumps(tree)).report] == ["TYP006"]


def test_the_page_lists_what_a_schema_cannot_say() -> None:
    _, _, told = PAGE.read_text(encoding="utf-8").partition("\n## What a schema cannot say\n")
    codes = re.findall(r"`([A-Z]{3}[0-9]{3})`", told.partition("\n## ")[0])
    told_by_the_reader = {code for _, code in (*UNSAID.values(), *UNSAID_OF_A_PROFILE.values())}
    assert sorted(codes) == sorted({"LIM001", "REF002", *told_by_the_reader})
