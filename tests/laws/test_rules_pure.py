"""Rules are pure and total: they judge whatever can be constructed, twice the same, untouched."""

import datetime as dt
import json

import attrs
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.checking import check
from samverkan_core.findings.pointer import tokens
from samverkan_core.indexing import index
from samverkan_core.model.anatomy import COLLECTIONS
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.engine import RULE_FAILED, judged
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.rules.profiles.profile import Parameters, Profile
from samverkan_core.serialization.write import dumps
from samverkan_core.testing.anything import things
from samverkan_core.testing.strategies import profiles, worlds
from samverkan_core.values.labels import LANGUAGES

anything = things(Collaboration)
any_day = st.dates() | st.sampled_from([dt.date.min, dt.date.max])
World = tuple[Collaboration, dt.date]


@given(collab=anything, at=st.none() | any_day)
def test_no_rule_stops_on_anything(collab: Collaboration, at: dt.date | None) -> None:
    report = check(collab, at=at)
    assert not [dict(finding.data) for finding in report.by_code(RULE_FAILED.code)]


@given(collab=anything, at=st.none() | any_day)
def test_the_same_collaboration_gives_the_same_report(
    collab: Collaboration, at: dt.date | None
) -> None:
    assert check(collab, at=at) == check(collab, at=at) == check(index(collab), at=at)


@given(collab=anything, at=any_day)
def test_checking_changes_nothing(collab: Collaboration, at: dt.date) -> None:
    before = dumps(collab)
    check(collab, at=at)
    assert dumps(collab) == before


@given(collab=anything, at=any_day)
def test_every_finding_leads_to_a_value_in_the_document(collab: Collaboration, at: dt.date) -> None:
    document = json.loads(dumps(collab))
    for finding in check(collab, at=at):
        value = document
        for step in tokens(finding.pointer):
            value = value[int(step) if isinstance(value, list) else step]


@given(collab=anything, at=any_day)
def test_every_finding_has_all_its_words(collab: Collaboration, at: dt.date) -> None:
    for finding in check(collab, at=at):
        for lang in LANGUAGES:
            assert finding.message(lang).endswith((".", ".”"))
            assert finding.why(lang)
            assert finding.remedy(lang)


@given(
    world=worlds() | st.tuples(anything, any_day),
    profile=st.sampled_from(tuple(PROFILES.values())) | profiles(),
)
def test_each_rule_rests_on_what_it_declares(world: World, profile: Profile) -> None:
    """Each rule says the same with nothing in the collections that it does not declare."""
    collab, at = world
    book = index(collab)
    for rule in RULES:
        hidden = {name: () for name in COLLECTIONS if name not in rule.reads}
        bare = attrs.evolve(collab, **hidden)  # type: ignore[arg-type]  # all are collections
        assert judged(rule, index(bare), at, profile) == judged(rule, book, at, profile), rule.code


any_parameters = things(Parameters) | profiles().map(lambda profile: profile.parameters)


@given(world=worlds() | st.tuples(anything, any_day), one=any_parameters, other=any_parameters)
def test_each_rule_rests_on_the_parameters_that_it_declares(
    world: World, one: Parameters, other: Parameters
) -> None:
    """Each rule says the same with other numbers in the parameters that it does not declare."""
    collab, at = world
    book = index(collab)
    own = attrs.evolve(COMMON, parameters=one)
    for rule in RULES:
        declared = {name: getattr(one, name) for name in rule.parameters}
        like = attrs.evolve(COMMON, parameters=attrs.evolve(other, **declared))
        assert judged(rule, book, at, like) == judged(rule, book, at, own), rule.code


def test_on_each_parameter_some_rule_rests() -> None:
    declared = {name for rule in RULES for name in rule.parameters}
    assert declared == set(attrs.fields_dict(Parameters)) - {"kept"}
