"""The factors: all of them, in both languages, with rules that there are."""

import pytest

from samverkan_core.assessment import FACTORS, Factor, FactorGroup
from samverkan_core.errors import UnknownLanguage
from samverkan_core.rules.catalogue import RULES
from samverkan_core.values.labels import LANGUAGES
from samverkan_core.values.source import SourceKind

every_factor = pytest.mark.parametrize("factor", FACTORS, ids=lambda factor: factor.id)


def test_all_factors_are_there_in_the_order_of_their_texts() -> None:
    assert [factor.id for factor in FACTORS] == [
        *(f"SB-F{number:02}" for number in range(1, 14)),
        *(f"SB-P{number}" for number in range(1, 4)),
        *(f"TSI-{number:02}" for number in range(1, 11)),
    ]
    groups = [factor.group for factor in FACTORS]
    assert [groups.count(group) for group in FactorGroup] == [13, 3, 10]


@every_factor
def test_a_factor_speaks_of_rules_that_there_are_each_once_and_in_order(factor: Factor) -> None:
    known = [rule.code for rule in RULES]
    assert [code for code in known if code in factor.rules] == list(factor.rules)


@every_factor
def test_a_factor_asks_in_both_languages(factor: Factor) -> None:
    for lang in LANGUAGES:
        texts = factor.texts(lang)
        assert texts.question.endswith("?")
        assert texts.name
        assert not texts.name.endswith((".", "?"))
    assert factor.texts() == factor.sv != factor.en


@every_factor
def test_a_row_of_the_text_is_cited_as_such_and_a_programme_as_published(factor: Factor) -> None:
    if factor.group is FactorGroup.TSI:
        assert {source.kind for source in factor.sources} == {SourceKind.PUBLICATION}
    else:
        assert [(s.kind, s.ref) for s in factor.sources] == [(SourceKind.SEED, factor.id)]


def test_names_and_questions_are_told_apart() -> None:
    for lang in LANGUAGES:
        said = [
            part for one in FACTORS for part in (one.texts(lang).name, one.texts(lang).question)
        ]
        assert len(set(said)) == len(said)


def test_there_are_two_languages() -> None:
    with pytest.raises(UnknownLanguage):
        FACTORS[0].texts("fi")  # type: ignore[arg-type]  # that it cannot be is the point
