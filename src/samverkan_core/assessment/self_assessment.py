"""The self-assessment: each factor with what the rules that speak to it say; no score."""

from collections.abc import Iterable

import attrs

from samverkan_core.assessment.factor import Factor
from samverkan_core.assessment.factors import FACTORS
from samverkan_core.assessment.standing import Standing, State, plain_states, standings
from samverkan_core.findings.report import Report
from samverkan_core.values.labels import Lang

__all__ = ["FactorView", "self_assessment"]


@attrs.frozen(kw_only=True)
class FactorView:
    """What a report says about one factor (självvärdering): how each rule on it stands.

    Nothing is added up: rules weigh differently, and what no rule can see may weigh the most.
    """

    #: The factor.
    factor: Factor
    #: How each rule that speaks to it stands, in order of code.
    rules: tuple[Standing, ...]

    @property
    def is_known(self) -> bool:
        """Whether any rule has judged anything; where none has, nothing is known of the factor."""
        return any(standing.state.says_something for standing in self.rules)

    def of(self, state: State) -> tuple[Standing, ...]:
        """Give the rules in one state."""
        return tuple(standing for standing in self.rules if standing.state is state)

    def to_dict(self, lang: Lang = "sv") -> dict[str, object]:
        """Say it in plain values, with its words in one language."""
        texts = self.factor.texts(lang)
        return {
            "id": self.factor.id,
            "group": self.factor.group.code,
            "name": texts.name,
            "question": texts.question,
            "sources": [source.cite(lang) for source in self.factor.sources],
            "known": self.is_known,
            "states": plain_states(self.rules),
            "rules": [standing.to_dict(lang) for standing in self.rules],
        }


def self_assessment(report: Report, factors: Iterable[Factor] = FACTORS) -> tuple[FactorView, ...]:
    """Say of each factor what the rules that speak to it say, in the order of the factors."""
    asked = tuple(factors)
    known = {
        standing.code: standing
        for standing in standings(report, (code for factor in asked for code in factor.rules))
    }
    return tuple(
        FactorView(factor=factor, rules=tuple(known[code] for code in sorted(set(factor.rules))))
        for factor in asked
    )
