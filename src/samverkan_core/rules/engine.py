"""How one rule is asked of one index, and what the engine itself has to say."""

import datetime as dt
from collections.abc import Iterable

import attrs

from samverkan_core.errors import InvalidValue
from samverkan_core.findings.finding import Finding, Force, Notice, Pillar, Severity, Texts
from samverkan_core.findings.pointer import tokens
from samverkan_core.findings.report import NotJudged
from samverkan_core.indexing import Index, View
from samverkan_core.rules.profiles.common import severity_in
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.rules.rule import Asked, Breach, Rule, Unjudged, named_in

__all__ = ["RULE_FAILED", "UNKNOWN_PROFILE", "Judgement", "judged"]

UNKNOWN_PROFILE = Notice(
    code="PRO001",
    severity=Severity.WARNING,
    pillar=Pillar.FORMAT,
    force=Force.FORMAT,
    sv=Texts(
        message="Profilen {profile} finns inte; dokumentet har granskats med common.",
        why="Utan rätt profil granskas kommunen inte efter sina egna tal.",
        remedy="Den som förvaltar dokumentet anger en profil som finns: {known}.",
    ),
    en=Texts(
        message="There is no profile {profile}; the document was checked with common.",
        why="Without the right profile the municipality is not checked by its own numbers.",
        remedy="Whoever keeps the document names a profile that exists: {known}.",
    ),
)

RULE_FAILED = Notice(
    code="RUL001",
    severity=Severity.ERROR,
    pillar=Pillar.FORMAT,
    force=Force.FORMAT,
    sv=Texts(
        message="Regeln {rule} avbröts av ett programfel ({error}); övriga regler har prövats.",
        why="En regel som avbryts säger ingenting om dokumentet, varken att det håller eller inte.",
        remedy="Den som har skrivit regeln {rule} rättar den.",
    ),
    en=Texts(
        message="Rule {rule} stopped on a program error ({error}); the other rules were asked.",
        why="A rule that stops says nothing about the document, neither that it holds nor not.",
        remedy="Whoever wrote rule {rule} mends it.",
    ),
)


@attrs.frozen(kw_only=True)
class Judgement:
    """What one rule came to."""

    #: The code of the rule.
    code: str
    #: Where it is broken.
    findings: tuple[Finding, ...] = ()
    #: What it could not judge.
    not_judged: tuple[NotJudged, ...] = ()

    @property
    def held(self) -> bool:
        """Whether the rule judged all that it is about and found it to hold."""
        return not self.findings and not self.not_judged


def judged(rule: Rule, book: Index, day: dt.date | None, profile: Profile) -> Judgement:
    """Ask one rule. A rule that stops on a program error becomes a finding of its own.

    Where a thing of a collection that the rule reads was set aside, the rule has not judged all.
    """
    view = book.reading(rule.reads)
    lacked = _lacked(rule, view, profile)
    if lacked is not None:
        missing = NotJudged(code=rule.code, lacked=lacked)
        return Judgement(code=rule.code, not_judged=(missing,))
    asked = Asked(at=day, parameters=profile.parameters)
    try:
        judgement = _judgement(rule, rule.judge(view, asked), profile)
    except Exception as error:  # noqa: BLE001 - whatever one rule does, the others are still asked
        return Judgement(code=rule.code, findings=(_failed(rule, error),))
    unread = tuple(
        NotJudged(code=rule.code, lacked=aside.pointer)
        for aside in book.collaboration.set_aside
        if tokens(aside.pointer)[0] in rule.reads
    )
    return attrs.evolve(judgement, not_judged=(*judgement.not_judged, *unread))


def _lacked(rule: Rule, view: View, profile: Profile) -> str | None:
    """Name what there must be for a rule to ask at all: things, and demands of the profile."""
    if not view.holds(rule.about):
        return rule.about
    empty = (name for name in rule.parameters if not getattr(profile.parameters, name))
    return next((f"profile.{name}" for name in empty), None)


def _judgement(rule: Rule, outcomes: Iterable[Breach | Unjudged], profile: Profile) -> Judgement:
    severity = severity_in(profile, rule.notice)
    findings: list[Finding] = []
    missing: list[NotJudged] = []
    for outcome in outcomes:
        if isinstance(outcome, Unjudged):
            missing.append(
                NotJudged(code=rule.code, subject=outcome.subject, lacked=outcome.lacked)
            )
        elif isinstance(outcome, Breach):
            findings.append(_finding(rule, severity, outcome))
        else:
            raise InvalidValue(f"a rule yields Breach or Unjudged, not a {type(outcome).__name__}")
    return Judgement(code=rule.code, findings=tuple(findings), not_judged=tuple(missing))


def _finding(rule: Rule, severity: Severity, breach: Breach) -> Finding:
    untold = _named(rule) - dict(breach.data).keys()
    if untold:
        raise KeyError(min(untold))
    return Finding(
        notice=rule.notice,
        severity=severity,
        pointer=breach.pointer,
        subject=breach.subject,
        data=breach.data,
    )


def _named(rule: Rule) -> frozenset[str]:
    return named_in(rule.notice.sv) | named_in(rule.notice.en)


def _failed(rule: Rule, error: Exception) -> Finding:
    # The error's own text is left out: it may quote what stands in the document.
    return Finding(
        notice=RULE_FAILED,
        severity=RULE_FAILED.severity,
        pointer="",
        data=(("error", type(error).__name__), ("rule", rule.code)),
    )
