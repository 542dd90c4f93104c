"""A collaboration's profile over the three pillars: counts, with the rules they are made of."""

from collections.abc import Iterable

import attrs

from samverkan_core.assessment.standing import (
    Standing,
    State,
    plain_states,
    spoken_of,
    standings,
)
from samverkan_core.findings.finding import Finding, Pillar, Severity
from samverkan_core.findings.report import Report
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.rule import Rule
from samverkan_core.values.labels import Lang

__all__ = ["PillarView", "pillars"]


@attrs.frozen(kw_only=True)
class PillarView:
    """What a report says about one pillar (styrning, struktur eller samsyn), rule by rule."""

    #: The pillar; None for rules of which nobody here knows the pillar.
    pillar: Pillar | None
    #: How each rule of the pillar stands, in order of code.
    rules: tuple[Standing, ...]

    def of(self, state: State) -> tuple[Standing, ...]:
        """Give the rules in one state."""
        return tuple(standing for standing in self.rules if standing.state is state)

    def by_severity(self, severity: Severity) -> tuple[Finding, ...]:
        """Give the findings of one severity, in order of code; what is accepted is not there."""
        return tuple(
            finding
            for standing in self.rules
            for finding in standing.findings
            if finding.severity is severity
        )

    def to_dict(self, lang: Lang = "sv") -> dict[str, object]:
        """Say it in plain values: counts, and the codes that they are made of."""
        found = {severity: self.by_severity(severity) for severity in Severity}
        return {
            "pillar": self.pillar.code if self.pillar else None,
            "label": self.pillar.label(lang) if self.pillar else None,
            "count": len(self.rules),
            "states": plain_states(self.rules),
            "findings": {
                severity.code: {"count": len(some), "codes": sorted({one.code for one in some})}
                for severity, some in found.items()
            },
        }


def pillars(report: Report, *, more_rules: Iterable[Rule] = ()) -> tuple[PillarView, ...]:
    """Divide all rules, and all else that a report speaks of, between the pillars.

    Each code stands in one pillar, and there in one state, so the counts add up. The format of the
    file comes last of the four. What the report says of a rule that is neither the library's nor
    one of `more_rules` comes under None where no finding tells its pillar.
    """
    notices = (
        *(finding.notice for finding in (*report.findings, *report.accepted)),
        *(rule.notice for rule in (*more_rules, *RULES)),
    )
    pillar_of = {notice.code: notice.pillar for notice in notices}
    every = standings(report, spoken_of(report).union(pillar_of))
    divided = [
        PillarView(
            pillar=pillar, rules=tuple(one for one in every if pillar_of.get(one.code) is pillar)
        )
        for pillar in (*Pillar, None)
    ]
    return tuple(view for view in divided if view.pillar or view.rules)
