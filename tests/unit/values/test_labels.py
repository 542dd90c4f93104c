"""Codes with the words for them."""

import copy
import pickle
import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from samverkan_core.errors import UnknownLanguage
from samverkan_core.model.mandate import Power
from samverkan_core.process.step import Step
from samverkan_core.values.labels import LANGUAGES, Lang, language


@pytest.mark.parametrize("power", Power)
def test_a_member_is_found_by_its_code(power: Power) -> None:
    assert Power.of(power.code) is power
    assert Power.named(power.code) is power
    assert power.value == power.code


@pytest.mark.parametrize("code", ["", "DECIDE", "besluta", "Power.DECIDE", "decide "])
def test_a_code_that_the_set_lacks_has_no_member(code: str) -> None:
    assert Power.of(code) is None
    with pytest.raises(LookupError, match=f"^{re.escape(code)}$"):
        Power.named(code)


def test_a_member_has_a_word_in_each_language() -> None:
    assert Power.DECIDE.label() == Power.DECIDE.label("sv") == Power.DECIDE.sv == "besluta"
    assert Power.DECIDE.label("en") == Power.DECIDE.en == "decide"


@pytest.mark.parametrize("lang", ["de", "SV", "sv-SE", "", None, 1])
def test_there_are_two_languages(lang: Lang) -> None:
    with pytest.raises(UnknownLanguage, match="use 'sv' or 'en'"):
        language(lang)
    with pytest.raises(UnknownLanguage):
        Step.BUILD.label(lang)


def test_a_language_is_given_back() -> None:
    assert LANGUAGES == ("sv", "en")
    assert [language(lang) for lang in LANGUAGES] == ["sv", "en"]


@pytest.mark.parametrize("step", Step)
def test_a_member_stays_the_same_one(step: Step) -> None:
    assert pickle.loads(pickle.dumps(step)) is step  # noqa: S301 - our own bytes
    assert copy.deepcopy(step) is step
    assert {step: 1}[Step.named(step.code)] == 1
    assert step != step.code


@given(code=st.text(max_size=9) | st.sampled_from([power.code for power in Power]))
def test_a_text_is_a_code_or_has_no_member(code: str) -> None:
    found = Power.of(code)
    assert found is None or found.code == code
    assert (found is None) == (code not in {power.code for power in Power})


@given(lang=st.text(max_size=3))
def test_a_text_is_a_language_or_is_refused(lang: str) -> None:
    assume(lang not in LANGUAGES)
    with pytest.raises(UnknownLanguage):
        language(lang)
