"""The self-assessment and the three pillars as pages, to sit down around."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from samverkan_core.assessment import (
    FACTORS,
    Factor,
    FactorView,
    Standing,
    State,
    pillars,
    self_assessment,
)
from samverkan_core.present.assessment_words import nothing_known
from samverkan_core.present.assessment_words import said as said_of
from samverkan_core.present.html.discreet import discreet
from samverkan_core.present.html.findings import Telling
from samverkan_core.present.html.marks import lines, tag, written
from samverkan_core.present.html.parts import accepted, sheet
from samverkan_core.present.html.pillars import overview, pillar_section
from samverkan_core.present.html.shown import Shown
from samverkan_core.present.html.wording import said
from samverkan_core.present.words import lacking
from samverkan_core.rules.rule import Rule
from samverkan_core.values.labels import Lang, language
from samverkan_core.values.text import swedish_order

__all__ = ["assessment_page", "pillars_page"]


def pillars_page(shown: Shown, *, lang: Lang = "sv", more_rules: Iterable[Rule] = ()) -> str:
    """Write how the rules stand in each pillar as a page, with what was found and accepted.

    Raises:
        UnknownLanguage: There are no texts in the language.
        InvalidValue: The report is about another document than the collaboration beside it.
    """
    own = tuple(more_rules)

    def body(shown: Shown, key: str, telling: Telling) -> Iterator[str]:
        views = pillars(shown.report, more_rules=own)
        yield from overview(views, key, telling.lang)
        for view in views:
            yield from pillar_section(view, key, telling)
        yield from accepted(shown, key, telling)

    return sheet(said(lang)["pillars"], [shown], body, language(lang))


def assessment_page(shown: Shown, *, lang: Lang = "sv", factors: Iterable[Factor] = FACTORS) -> str:
    """Write the self-assessment (självvärdering) as a page: each factor, what the rules say of it.

    Raises:
        UnknownLanguage: There are no texts in the language.
        InvalidValue: The report is about another document than the collaboration beside it.
    """
    wanted = tuple(factors)

    def body(shown: Shown, _: str, telling: Telling) -> Iterator[str]:
        say = said_of(telling.lang)
        yield lines([say["no_score"], said(telling.lang)["codes"]])
        views = self_assessment(shown.report, wanted)
        for group, same in groupby(views, key=lambda view: view.factor.group):
            yield tag("h3", written(group.label(telling.lang)))
            for view in same:
                yield from _factor(view, telling)

    return sheet(said(lang)["assessment"], [shown], body, language(lang))


def _factor(view: FactorView, telling: Telling) -> Iterator[str]:
    texts, say = view.factor.texts(telling.lang), said_of(telling.lang)
    yield tag("h4", written(f"{texts.name} [{view.factor.id}]"))
    yield lines([texts.question], say["question"])
    if not view.is_known:
        yield lines([say[nothing_known(view)]])
    told = "".join(_in_state(view.of(state), state, telling) for state in State)
    if told:
        yield tag("dl", told)


def _in_state(standings: tuple[Standing, ...], state: State, telling: Telling) -> str:
    """Name the rules in one state; what they have to say stands under them."""
    if not standings:
        return ""
    codes = ", ".join(standing.code for standing in standings)
    told = (line for standing in standings for line in _said(standing, telling))
    said_there = "".join(tag("p", written(line)) for line in (codes, *told))
    return tag("dt", written(state.label(telling.lang))) + tag("dd", said_there)


def _said(standing: Standing, telling: Telling) -> Iterator[str]:
    lang = telling.lang
    for finding in (*standing.findings, *standing.accepted):
        shown = discreet(finding, telling.hidden, lang)
        yield f"{finding.code}: {shown.message(lang)}"
        yield from telling.who.get(finding, ())
    if standing.lacking:
        told = (lacking(missing, lang) for missing in standing.lacking)
        things = {
            f"{said(lang)['protected'] if what in telling.hidden else what} ({lacked})"
            for what, lacked in told
        }
        listed = ", ".join(sorted(things, key=swedish_order))
        yield said_of(lang)["cannot"].format(code=standing.code, things=listed)
