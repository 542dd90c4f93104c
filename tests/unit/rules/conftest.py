"""What the tests of all rules share: how one rule is asked of one collaboration."""

import datetime as dt
from collections.abc import Callable

import pytest

from samverkan_core.findings.finding import Finding
from samverkan_core.findings.pointer import tokens
from samverkan_core.indexing import index
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.rules.engine import RULE_FAILED, Judgement, judged
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.rules.rule import Rule
from samverkan_core.serialization.converter import CONVERTER
from samverkan_core.values.kept import Plain
from samverkan_core.values.labels import LANGUAGES


@pytest.fixture(scope="session")
def ask() -> Callable[..., Judgement]:
    """Ask one rule of a collaboration: ask(rule, collab, at=None, profile=COMMON).

    The rule must not stop on an error, and each of its findings must lead to a value that stands in
    the written document and have all its words.
    """

    def asked(
        rule: Rule, collab: Collaboration, at: dt.date | None = None, profile: Profile = COMMON
    ) -> Judgement:
        judgement = judged(rule, index(collab), at, profile)
        document = CONVERTER.unstructure(collab)
        for finding in judgement.findings:
            assert finding.notice is not RULE_FAILED, dict(finding.data)
            _lead_to_a_value(document, finding)
            for lang in LANGUAGES:
                assert finding.message(lang).endswith(".")
                assert finding.why(lang)
                assert finding.remedy(lang)
        return judgement

    return asked


def _lead_to_a_value(document: Plain, finding: Finding) -> None:
    for step in tokens(finding.pointer):
        if isinstance(document, list):
            document = document[int(step)]
        else:
            assert isinstance(document, dict), finding.pointer
            document = document[step]
