"""Profiles: a named set of rules with a municipality's own numbers and weights.

A profile names kinds and codes, never ids, so that it fits every document of its municipality.
"""

from typing import Annotated

import attrs

from samverkan_core.findings.acceptance import FindingCode
from samverkan_core.findings.finding import Severity
from samverkan_core.values.checked import checked
from samverkan_core.values.constraints import Between
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.source import Source

__all__ = ["Parameters", "Profile", "Weight"]


@attrs.frozen(kw_only=True, field_transformer=checked)
class Parameters:
    """The numbers that a municipality may set for itself."""

    #: How many focus areas may be open at a time (row SB-46 says four).
    focus_area_limit: Annotated[int, Between(1, 1000)] = 4
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Weight:
    """How grave a breach of one rule is in a profile."""

    #: The code of the rule.
    code: FindingCode
    #: How grave it is.
    severity: Severity
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Profile:
    """A way of going by the rules (profil): numbers, weights, and rules that do not apply."""

    #: The name by which documents ask for it.
    name: str
    #: The municipality's own numbers.
    parameters: Parameters = Parameters()
    #: Where a breach is graver or lighter than the rule itself says.
    weights: tuple[Weight, ...] = ()
    #: Codes of rules that do not apply.
    without: tuple[FindingCode, ...] = ()
    #: What it rests on.
    sources: tuple[Source, ...] = ()
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)

    def severity(self, code: str, default: Severity) -> Severity:
        """Say how grave a breach of a rule is here."""
        return next((own.severity for own in self.weights if own.code == code), default)
