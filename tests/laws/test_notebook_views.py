"""Whatever is shown in a notebook: never a fault, never markup of a document's, never a person."""

import datetime as dt
import re
from typing import Protocol
from xml.etree import ElementTree as ET

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_core.authority.decide import may
from samverkan_core.authority.proof import Decision
from samverkan_core.checking import accept, check
from samverkan_core.findings.finding import Finding, Force
from samverkan_core.findings.report import Report
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.person import Protection
from samverkan_core.testing.authority import Asked, questions
from samverkan_core.testing.strategies import collaborations, worlds
from samverkan_core.values.labels import LANGUAGES, Lang

fewer = settings(max_examples=settings().max_examples // 2)
languages = st.sampled_from(LANGUAGES)
days = st.none() | st.dates()

#: What does harm where it becomes markup, and stands in no other text.
SCRIPT = "<script>Zåö('&\"')</script>"
MARKS = {"div", "p", "strong", "ol", "li"}
TABLES = {"table", "caption", "thead", "tbody", "tr", "th", "td"}


class Shown(Protocol):
    """What a notebook shows."""

    def html(self, lang: Lang = "sv") -> str: ...
    def _repr_html_(self) -> str: ...


def well_formed(thing: Shown, lang: Lang) -> ET.Element:
    """Read what is shown of a thing: only marks of the library's own, none that does anything."""
    whole = ET.fromstring(thing.html(lang))  # noqa: S314 - it was made here
    assert whole.attrib == {"lang": lang}
    for part in whole.iter():
        assert part.tag in MARKS | TABLES
        assert set(part.attrib) <= {"lang", "scope", "style"}
    assert thing._repr_html_() == thing.html("sv")
    assert thing.html(lang) == thing.html(lang)
    return whole


def named(collab: Collaboration, name: str) -> Collaboration:
    """Give everything that is shown by its name the same name."""
    areas = tuple(attrs.evolve(area, name=name) for area in collab.focus_areas)
    actors = tuple(attrs.evolve(actor, name=name) for actor in collab.actors)
    return attrs.evolve(collab, name=name, focus_areas=areas, actors=actors)


@given(collab=collaborations(), lang=languages)
def test_any_collaboration_can_be_shown(collab: Collaboration, lang: Lang) -> None:
    whole = well_formed(collab, lang)
    assert (whole.findtext("p/strong") or "").isprintable() or "\xa0" in collab.name
    for area in collab.focus_areas:
        rows = well_formed(area, lang).findall("table/tbody/tr")
        assert len(rows) == len(area.journey)


@fewer
@given(world=worlds(), lang=languages)
def test_so_can_a_lawful_one(world: tuple[Collaboration, dt.date], lang: Lang) -> None:
    collab, at = world
    well_formed(collab, lang)
    well_formed(check(collab, at=at), lang)


@given(collab=collaborations(), lang=languages)
def test_a_name_is_never_markup(collab: Collaboration, lang: Lang) -> None:
    planted = named(collab, SCRIPT)
    every: tuple[Shown, ...] = (planted, *planted.focus_areas)
    for thing in every:
        assert "<script" not in thing.html(lang)
        assert SCRIPT in "".join(well_formed(thing, lang).itertext())


@given(collab=collaborations(), at=days, lang=languages)
def test_a_report_shows_each_finding_and_each_acceptance(
    collab: Collaboration, at: dt.date | None, lang: Lang
) -> None:
    report = check(collab, at=at)
    rows = well_formed(report, lang).findall("table/tbody/tr")
    assert [row.findtext("th") for row in rows] == [
        finding.code for finding in (*report, *report.accepted)
    ]
    silent = re.findall(r": ([0-9]+)", well_formed(report, lang).findall("p")[-1].text or "")
    assert int(silent[0]) == len(report.held)


@fewer
@given(collab=collaborations())
def test_who_answers_for_a_finding_is_never_markup(collab: Collaboration) -> None:
    day = dt.date(2015, 3, 1)
    owned = attrs.evolve(collab, acceptances=())
    for finding in _acceptable(check(owned, at=day)):
        owned = accept(owned, finding, reason=SCRIPT, owner=SCRIPT, last_day=day)
    shown = check(owned, at=day)
    assert "<script" not in shown.html()
    well_formed(shown, "sv")
    assert SCRIPT not in repr(shown)


def _acceptable(report: Report) -> list[Finding]:
    return [finding for finding in report if finding.force is not Force.LAW][:2]


def decided(asked: Asked) -> Decision:
    return may(asked.collab, asked.who, asked.power, on=asked.on, at=asked.at)


@given(asked=questions(), lang=languages)
def test_a_decision_shows_its_text_whole_and_in_order(asked: Asked, lang: Lang) -> None:
    decision = decided(asked)
    whole = well_formed(decision, lang)
    said = " ".join(" ".join(part.itertext()) for part in whole.iter() if part.tag in {"p", "li"})
    text = re.sub(r"^[0-9]+[.] ", "", decision.text(lang), flags=re.MULTILINE)
    assert said.split() == text.split()
    # Yes and no are words, and the first that stands there; not a colour.
    first = whole.findtext("p/strong") or ""
    yes, no = ("Ja", "Nej") if lang == "sv" else ("Yes", "No")
    assert (yes in first) == decision.allowed
    assert first.startswith(no) != decision.allowed


@given(asked=questions(), lang=languages)
def test_a_condition_is_never_markup(asked: Asked, lang: Lang) -> None:
    mandates = tuple(attrs.evolve(one, conditions=(SCRIPT,)) for one in asked.collab.mandates)
    decision = decided(attrs.evolve(asked, collab=attrs.evolve(asked.collab, mandates=mandates)))
    assert "<script" not in decision.html(lang)
    assert SCRIPT not in repr(decision)
    if decision.conditions:
        assert SCRIPT in "".join(well_formed(decision, lang).itertext())


@given(asked=questions(), protection=st.sampled_from(Protection), lang=languages)
def test_no_person_is_ever_named(asked: Asked, protection: Protection, lang: Lang) -> None:
    persons = tuple(
        attrs.evolve(person, name=SCRIPT, competences=(SCRIPT,), protection=protection)
        for person in asked.collab.persons
    )
    collab = attrs.evolve(asked.collab, persons=persons)
    report, decision = check(collab, at=asked.at), decided(attrs.evolve(asked, collab=collab))
    every: tuple[Shown, ...] = (collab, report, decision, *collab.focus_areas)
    for thing in every:
        assert "Zåö" not in thing.html(lang)
        assert "Zåö" not in repr(thing)


@given(collab=collaborations())
def test_a_repr_never_shows_free_text(collab: Collaboration) -> None:
    planted = attrs.evolve(named(collab, SCRIPT), purpose=SCRIPT, method=SCRIPT, stance=SCRIPT)
    for thing in (planted, *planted.focus_areas, check(planted)):
        assert "Zåö" not in repr(thing)
