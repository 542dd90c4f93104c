"""What a question of planning is asked under: a day, a profile, and the rules that apply."""

import datetime as dt
from collections.abc import Collection, Iterable
from typing import TypeAlias

import attrs

from samverkan_core.checking import all_rules, profile_for
from samverkan_core.findings.acceptance import told_apart
from samverkan_core.findings.finding import Finding, in_order
from samverkan_core.findings.report import NotJudged
from samverkan_core.indexing import Index
from samverkan_core.rules.engine import judged
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.rules.rule import Rule

__all__ = ["Identity", "Missing", "Said", "Terms", "identity", "terms_of"]

#: What is not yet as it must be: a finding, or a rule that lacks what it needs to be judged.
Missing: TypeAlias = "Finding | NotJudged"

#: What makes a finding the same in two documents, wherever in them it stands.
Identity: TypeAlias = "tuple[str, str | None, object]"


def identity(finding: Finding) -> Identity:
    """Give what a finding has in common with the same one in a document that has been changed."""
    return finding.code, finding.subject, finding.data


@attrs.frozen(kw_only=True)
class Said:
    """What some rules say of a document."""

    #: What is found and nobody answers for, in no order.
    findings: tuple[Finding, ...]
    #: What could not be judged, in no order.
    not_judged: tuple[NotJudged, ...]

    def beyond(self, other: "Said") -> tuple[Finding, ...]:
        """Give the findings that another document does not have, in order and each once."""
        there = set(map(identity, other.findings))
        # Only these few are put in order: of all others nobody asks, and there may be many.
        return in_order({one for one in self.findings if identity(one) not in there})


@attrs.frozen(kw_only=True)
class Terms:
    """The day that is asked about, the profile, and every rule that applies under it."""

    #: The day; None asks the rules of history alone.
    day: dt.date | None
    #: The profile.
    profile: Profile
    #: The rules that the profile does not leave out and has something to ask by.
    rules: tuple[Rule, ...]

    def say(self, book: Index, rules: Iterable[Rule] | None = None) -> Said:
        """Ask rules of a document, all that apply where none are given."""
        asked = self.rules if rules is None else rules
        judgements = [
            judged(rule, book, self.day, self.profile)
            for rule in asked
            if self.day is not None or not rule.of_state
        ]
        found = tuple(finding for judgement in judgements for finding in judgement.findings)
        lacking = tuple(missing for judgement in judgements for missing in judgement.not_judged)
        return Said(findings=self._standing(found, book), not_judged=lacking)

    def _standing(self, found: tuple[Finding, ...], book: Index) -> tuple[Finding, ...]:
        acceptances = book.collaboration.acceptances
        if not acceptances:
            return found
        standing, _ = told_apart(found, acceptances, self.day)
        return tuple(standing)

    def named(self, codes: Collection[str]) -> tuple[Rule, ...]:
        """Give the rules that have one of several codes and apply."""
        return tuple(rule for rule in self.rules if rule.code in codes)

    def on(self, day: dt.date) -> "Terms":
        """Ask about another day."""
        return attrs.evolve(self, day=day)


def terms_of(
    book: Index,
    day: dt.date | None,
    profile: Profile | str | None,
    more_rules: Iterable[Rule],
) -> Terms:
    """Settle what a question is asked under; the profile is chosen as for a check.

    Raises:
        CodeTaken: One of `more_rules` has a code that is already used.
        UnknownCode: The profile names a code that no rule has, nor any of `more_rules`.
    """
    rules = all_rules(more_rules, profile)
    chosen, _ = profile_for(book.collaboration, profile)
    applying = tuple(rule for rule in rules if _applies(rule, chosen))
    return Terms(day=day, profile=chosen, rules=applying)


def _applies(rule: Rule, profile: Profile) -> bool:
    """Tell whether a profile does not leave a rule out, and has something to ask by it."""
    asks = all(getattr(profile.parameters, name) for name in rule.parameters)
    return asks and rule.code not in profile.without
