"""The catalogue as data: what every rule and every fault must say of itself, and how."""

import string
from itertools import pairwise

import attrs
import pytest

from samverkan_core.findings.finding import Force, Notice, Pillar, Severity, Texts
from samverkan_core.indexing import ITSELF
from samverkan_core.model.anatomy import COLLECTIONS
from samverkan_core.reference.laws import laws
from samverkan_core.reference.seeds import Demand, row
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.profiles.profile import Parameters
from samverkan_core.rules.rule import Rule
from samverkan_core.serialization.faults import FAULTS
from samverkan_core.serialization.reports import NOTICES
from samverkan_core.testing.breaking import BREAKING, NEAR_MISS
from samverkan_core.values.source import SourceKind

#: The longest message that is still read in one breath, in words.
LONGEST = 30

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
each_notice = pytest.mark.parametrize("notice", NOTICES.values(), ids=lambda notice: notice.code)


def names_in(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def every_text(notice: Notice) -> list[str]:
    return [getattr(texts, name) for texts in (notice.sv, notice.en) for name in _TEXTS]


_TEXTS = ("message", "why", "remedy")


def test_codes_stand_in_order_and_once() -> None:
    codes = [rule.code for rule in RULES]
    assert all(before < after for before, after in pairwise(codes))
    fault_codes = [fault.code for fault in FAULTS]
    assert sorted(fault_codes) == fault_codes
    assert len(NOTICES) == len(RULES) + len(FAULTS) + 2


@each_notice
def test_a_code_is_three_letters_and_three_digits(notice: Notice) -> None:
    letters, digits = notice.code[:3], notice.code[3:]
    assert letters.isascii()
    assert letters.isupper()
    assert len(digits) == 3
    assert digits.isdigit()


@each_notice
def test_both_languages_speak_of_the_same_values(notice: Notice) -> None:
    assert names_in(notice.sv.message) == names_in(notice.en.message)
    for name in ("why", "remedy"):
        said = names_in(getattr(notice.sv, name)) | names_in(getattr(notice.en, name))
        assert said <= names_in(notice.sv.message) | {"wanted", "current", "known", "limit"}


@each_notice
def test_every_text_is_whole_sentences(notice: Notice) -> None:
    for text in every_text(notice):
        assert text == text.strip()
        assert text.endswith(".")
        assert text[0].isupper() or text[0] == "{"
        assert "  " not in text


@each_notice
def test_a_message_is_read_in_one_breath(notice: Notice) -> None:
    assert len(notice.sv.message.split()) <= LONGEST
    assert len(notice.en.message.split()) <= LONGEST


@each_notice
def test_the_languages_and_the_three_texts_differ(notice: Notice) -> None:
    assert len(set(every_text(notice))) == 6


def test_no_two_rules_say_the_same() -> None:
    for lang in ("sv", "en"):
        for name in ("message", "why", "remedy"):
            rules = [getattr(getattr(rule.notice, lang), name) for rule in RULES]
            assert len(set(rules)) == len(rules)


@each_notice
def test_sets_of_words_belong_to_values_of_the_message(notice: Notice) -> None:
    used = {name for text in every_text(notice) for name in names_in(text)}
    assert {name for name, _ in notice.words} <= used


@each_rule
def test_a_rule_says_what_it_reads(rule: Rule) -> None:
    assert rule.reads
    assert set(rule.reads) <= {ITSELF, *COLLECTIONS}
    assert len(set(rule.reads)) == len(rule.reads)


@each_rule
def test_a_rule_rests_on_rows_or_on_the_format(rule: Rule) -> None:
    notice = rule.notice
    if notice.force is Force.FORMAT:
        assert (notice.pillar, notice.sources) == (Pillar.FORMAT, ())
        return
    assert notice.pillar is not Pillar.FORMAT
    assert notice.sources
    wanted = SourceKind.LAW if notice.force is Force.LAW else SourceKind.SEED
    assert {source.kind for source in notice.sources} == {wanted}


@each_rule
def test_what_a_rule_rests_on_can_be_looked_up(rule: Rule) -> None:
    provisions = {row.cite() for row in laws()}
    for source in rule.notice.sources:
        assert source.cite() in provisions or row(source.ref).text == source.title


@each_rule
def test_a_proposal_of_our_own_is_never_an_error(rule: Rule) -> None:
    if rule.notice.force is Force.PROPOSAL:
        assert rule.notice.severity is not Severity.ERROR


@each_rule
def test_the_severity_is_that_of_a_row_that_the_rule_rests_on(rule: Rule) -> None:
    if rule.notice.force is not Force.SEED:
        return
    allowed = {
        Demand.MUST: {Severity.ERROR},
        Demand.SHOULD: {Severity.WARNING, Severity.INFO},
        Demand.INFO: {Severity.INFO},
    }
    wanted = {row(source.ref).demand for source in rule.notice.sources}
    assert any(rule.notice.severity in allowed[demand] for demand in wanted)


@each_rule
def test_the_pillar_is_that_of_a_row_that_the_rule_rests_on(rule: Rule) -> None:
    """Where all its rows belong to one pillar, it is that one."""
    if not rule.notice.sources or rule.notice.force is Force.LAW:
        return
    assert rule.notice.pillar.code in {row(source.ref).pillar for source in rule.notice.sources}


@each_rule
def test_a_rule_can_be_broken_and_can_be_missed(rule: Rule) -> None:
    assert rule.code in BREAKING
    assert rule.code in NEAR_MISS


def test_nothing_is_broken_that_is_no_rule() -> None:
    assert BREAKING.keys() == NEAR_MISS.keys() == {rule.code for rule in RULES}


@each_rule
def test_what_a_rule_implies_exists(rule: Rule) -> None:
    assert set(rule.implies) <= {other.code for other in RULES} - {rule.code}


@each_rule
def test_a_rule_rests_on_members_that_a_municipality_may_set(rule: Rule) -> None:
    members = attrs.fields_dict(Parameters).keys() - {"kept"}
    assert set(rule.parameters) <= members
    assert len(set(rule.parameters)) == len(rule.parameters)


def test_some_rule_rests_on_each_member_that_a_municipality_may_set() -> None:
    members = attrs.fields_dict(Parameters).keys() - {"kept"}
    assert {name for rule in RULES for name in rule.parameters} == members


def test_texts_of_one_language_are_found_by_its_name() -> None:
    texts = RULES[0].notice.texts("en")
    assert isinstance(texts, Texts)
    assert texts is RULES[0].notice.en
