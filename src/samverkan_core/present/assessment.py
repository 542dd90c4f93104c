"""The self-assessment and the three pillars as text for a terminal."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from samverkan_core.assessment import (
    FACTORS,
    Factor,
    FactorView,
    PillarView,
    Standing,
    State,
    pillars,
    self_assessment,
)
from samverkan_core.findings.finding import Finding, Severity
from samverkan_core.findings.report import Report
from samverkan_core.present.assessment_words import nothing_known, said
from samverkan_core.present.words import Answers, answering, lacking, words
from samverkan_core.rules.rule import Rule
from samverkan_core.values.labels import Lang, language
from samverkan_core.values.text import printable, swedish_order

__all__ = ["assessment_text", "pillars_text"]


def assessment_text(
    report: Report, *, name: str, lang: Lang = "sv", factors: Iterable[Factor] = FACTORS
) -> str:
    """Write the self-assessment (självvärdering): each factor, and what the rules on it say."""
    say = said(lang)
    title = _title("assessment", report, name, lang)
    views = _factors(self_assessment(report, factors), answering(report, lang), lang)
    lines = (title, say["no_score"], *views, "", say["explain"])
    return "\n".join(map(printable, lines))


def _factors(views: Iterable[FactorView], who: Answers, lang: Lang) -> Iterator[str]:
    for group, same in groupby(views, key=lambda view: view.factor.group):
        yield from ("", group.label(lang).upper())
        for view in same:
            yield from _factor(view, who, lang)


def _title(key: str, report: Report, name: str, lang: Lang) -> str:
    say, day = words(lang), report.stamp.day
    return said(lang)[key].format(
        name=name,
        when=say["at"].format(day=day) if day else say["no_day"],
        profile=say["profile"].format(profile=report.stamp.profile),
    )


def _factor(view: FactorView, who: Answers, lang: Lang) -> Iterator[str]:
    texts, say = view.factor.texts(lang), said(lang)
    yield from ("", f"{texts.name} [{view.factor.id}]")
    yield f"  {say['question']}: {texts.question}"
    if not view.is_known:
        yield f"  {say[nothing_known(view)]}"
    for state in State:
        yield from _in_state(view.of(state), state, who, lang)


def _in_state(
    standings: tuple[Standing, ...], state: State, who: Answers, lang: Lang
) -> Iterator[str]:
    """Name the rules in one state; what they have to say stands under them."""
    if not standings:
        return
    yield f"  {state.label(lang)}: {', '.join(standing.code for standing in standings)}"
    for standing in standings:
        for line in _said(standing, who, lang):
            yield f"    {line}"


def _said(standing: Standing, who: Answers, lang: Lang) -> Iterator[str]:
    for finding in (*standing.findings, *standing.accepted):
        yield f"{finding.code}: {finding.message(lang)}"
        yield from (f"  {line}" for line in who.get(finding, ()))
    if standing.lacking:
        things = {"{} ({})".format(*lacking(missing, lang)) for missing in standing.lacking}
        told = ", ".join(sorted(things, key=swedish_order))
        yield said(lang)["cannot"].format(code=standing.code, things=told)


def pillars_text(
    report: Report, *, name: str, lang: Lang = "sv", more_rules: Iterable[Rule] = ()
) -> str:
    """Write the profile over the pillars: how many rules in each state, and which they are."""
    views = pillars(report, more_rules=more_rules)
    who = answering(report, language(lang))
    lines = [line for view in views for line in _pillar(view, who, lang)]
    return "\n".join(map(printable, (_title("pillars", report, name, lang), *lines)))


def _pillar(view: PillarView, who: Answers, lang: Lang) -> Iterator[str]:
    say = said(lang)
    label = view.pillar.label(lang) if view.pillar else say["elsewhere"]
    count = len(view.rules)
    title = say["one" if count == 1 else "many"].format(label=label.upper(), count=count)
    yield from ("", title)
    for state in State:
        standings = view.of(state)
        if standings:
            codes = ", ".join(standing.code for standing in standings)
            yield f"  {state.label(lang)}: {len(standings)} ({codes})"
            yield from _within(view, standings, state, who, lang)


def _within(
    view: PillarView, standings: tuple[Standing, ...], state: State, who: Answers, lang: Lang
) -> Iterator[str]:
    """Say what stands behind a count: findings by severity, or who answers for what is accepted."""
    if state is State.BROKEN:
        for severity in Severity:
            found = view.by_severity(severity)
            if found:
                yield f"    {severity.label(lang)}: {len(found)} ({_tallied(found)})"
    for standing in standings:
        for finding in (*standing.findings, *standing.accepted):
            for line in who.get(finding, ()):
                yield f"    {finding.code}: {line}"


def _tallied(findings: Iterable[Finding]) -> str:
    """Name each code once, with how often it is there where that is more than once."""
    tally = Counter(finding.code for finding in findings)
    return ", ".join(code if count == 1 else f"{code} × {count}" for code, count in tally.items())
