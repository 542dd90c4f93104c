"""The three pillars of a document: how many, of which rules they are made, and what was found."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from samverkan_core.assessment import PillarView, Standing, State
from samverkan_core.findings.finding import Finding, Severity
from samverkan_core.present.html.findings import Telling, findings_table
from samverkan_core.present.html.marks import Cells, heading, scrolling, table, tag, written
from samverkan_core.present.html.wording import said
from samverkan_core.values.labels import Lang

__all__ = ["found_table", "overview", "pillar_section"]


def overview(views: Sequence[PillarView], key: str, lang: Lang) -> Iterator[str]:
    """Count the findings and the rules of each pillar; no count is a mark."""
    say = said(lang)
    yield heading(3, say["pillars"], f"{key}-pillars")
    yield tag("p", written(say["holding"]))
    for name, rows in (("found_where", _found(views, lang)), ("standing", _standing(views, lang))):
        heads, *counted = rows
        counts = table(say[name], heads, counted, class_="numbers", id=f"{key}-{name}")
        yield scrolling(counts, f"{key} {key}-{name}")
    yield tag("p", written(say["codes"]))


def _found(views: Iterable[PillarView], lang: Lang) -> Iterator[Cells]:
    say = said(lang)
    yield (say["pillar"], *(severity.label(lang) for severity in Severity), say["total"])
    for view in views:
        counts = Counter(one.severity for standing in view.rules for one in standing.findings)
        found = [counts[severity] for severity in Severity]
        yield (_label(view, lang), *map(str, found), str(sum(found)))


def _standing(views: Sequence[PillarView], lang: Lang) -> Iterator[Cells]:
    say, there = said(lang), {one.state for view in views for one in view.rules}
    states = [state for state in State if state in there]
    yield (say["pillar"], *(state.label(lang) for state in states), say["total"])
    for view in views:
        counts = Counter(standing.state for standing in view.rules)
        cells = (str(counts[state]) for state in states)
        yield (_label(view, lang), *cells, str(len(view.rules)))


def _label(view: PillarView, lang: Lang) -> str:
    return written(view.pillar.label(lang) if view.pillar else said(lang)["elsewhere"])


def pillar_section(view: PillarView, key: str, telling: Telling) -> Iterator[str]:
    """Say of one pillar which rules are in which state, and what was found."""
    lang = telling.lang
    name = view.pillar.label(lang) if view.pillar else said(lang)["elsewhere"]
    own = f"{key}-{view.pillar.code if view.pillar else 'elsewhere'}"
    yield heading(3, name, own)
    yield _states(view, key, lang)
    findings = [finding for standing in view.rules for finding in standing.findings]
    if findings:
        yield found_table(name, findings, key, telling)


def found_table(name: str, findings: Iterable[Finding], key: str, telling: Telling) -> str:
    """Write what was found in one pillar."""
    caption = said(telling.lang)["found_in"].format(pillar=name.lower())
    return findings_table(caption, findings, key, telling)


def _states(view: PillarView, key: str, lang: Lang) -> str:
    """Give the codes that each count is made of; those with something to say lead there."""
    told = []
    for state in State:
        standings = view.of(state)
        if standings:
            codes = ", ".join(_code(standing, key) for standing in standings)
            told.append(tag("dt", written(f"{state.label(lang)}: {len(standings)}")))
            told.append(tag("dd", codes))
    return tag("dl", *told)


def _code(standing: Standing, key: str) -> str:
    code = written(standing.code)
    if standing.state is State.BROKEN:
        return tag("a", code, href=f"#{key}-{standing.code}")
    if standing.state is State.ACCEPTED:
        return tag("a", code, href=f"#{key}-accepted-{standing.code}")
    return code
