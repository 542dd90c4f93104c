"""What holds of the page whatever the document is, in both languages and with or without a day."""

import datetime as dt

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.assessment import State, pillars
from samverkan_core.checking import accept, check
from samverkan_core.findings.finding import Force, Severity
from samverkan_core.findings.report import Report
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.person import Person, Protection
from samverkan_core.present.html import Shown, page
from samverkan_core.present.html.wording import said
from samverkan_core.present.words import lacking, placed
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.testing.strategies import collaborations, worlds
from samverkan_core.values.ids import ActorId, PersonId
from samverkan_core.values.labels import LANGUAGES, Lang
from samverkan_core.values.text import printable

from .well_made import is_well_made

DAY = dt.date(2015, 3, 1)
langs = st.sampled_from(LANGUAGES)
days = st.none() | st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1))


def shown(collab: Collaboration, at: dt.date | None, profile: str | None = None) -> Shown:
    report = check(collab, at=at, profile=profile)
    return Shown(name="ett dokument", report=report, collaboration=collab)


@given(collab=collaborations(), at=days, profile=st.sampled_from(tuple(PROFILES)), lang=langs)
def test_a_page_is_well_made_and_tells_every_finding(
    collab: Collaboration, at: dt.date | None, profile: str, lang: Lang
) -> None:
    open_to_all = attrs.evolve(collab, persons=(), set_aside=())
    one = shown(open_to_all, at, profile)
    told = is_well_made(page([one], lang), lang).text
    for finding in one.report:
        assert printable(finding.message(lang)) in told
        assert printable(finding.remedy(lang)) in told
        assert printable(placed(finding, lang)) in told
    for missing in one.report.not_judged:
        assert missing.code in told
        assert printable(lacking(missing, lang)[1]) in told
    for code in (*one.report.held, *one.report.not_run, *one.report.left_out):
        assert code in told


@given(collab=collaborations(), at=days, lang=langs)
def test_the_counts_are_those_of_the_pillars(
    collab: Collaboration, at: dt.date | None, lang: Lang
) -> None:
    one = shown(collab, at)
    reading = is_well_made(page([one], lang), lang)
    for view in pillars(one.report):
        for state in State:
            found = view.of(state)
            assert not found or f"{state.label(lang)}: {len(found)}" in reading.text
    links = [href for href in reading.every("href") if href.startswith("#d1-")]
    broken = {f"#d1-{finding.code}" for finding in one.report}
    assert broken <= set(links)


@given(data=st.data(), lang=langs)
def test_a_lawful_world_has_a_page_without_an_error(data: st.DataObject, lang: Lang) -> None:
    collab, at = data.draw(worlds(data.draw(st.sampled_from(tuple(PROFILES)))))
    one = shown(collab, at)
    reading = is_well_made(page([one], lang), lang)
    assert one.report.by_severity(Severity.ERROR).findings == ()
    drawn = [told["aria-label"] for told in reading.named("svg")]
    seats = [seat for body in collab.bodies for seat in body.seats]
    parts = (collab.focus_areas, seats, collab.readiness_measurements)
    assert len(drawn) == sum(map(bool, parts))
    assert reading.named("desc") == [{}] * len(drawn)


@given(collab=collaborations(), at=days, lang=langs)
def test_no_picture_is_drawn_without_a_day_or_a_collaboration(
    collab: Collaboration, at: dt.date | None, lang: Lang
) -> None:
    one = shown(collab, at)
    alone = page([(one.name, one.report)], lang)
    assert "<svg" not in alone
    if at is None:
        assert "<svg" not in page([one], lang)
    assert page([one], lang).count("<h2 ") == alone.count("<h2 ") == 1


@given(collab=collaborations(), days_after=st.integers(0, 2), lang=langs)
def test_what_is_accepted_stands_apart_with_who_answers_for_it(
    collab: Collaboration, days_after: int, lang: Lang
) -> None:
    before = check(attrs.evolve(collab, acceptances=()), at=DAY)
    owned = attrs.evolve(collab, acceptances=())
    for finding in before:
        if finding.force is not Force.LAW:
            owned = accept(owned, finding, reason="r", owner="<styrgruppen>", last_day=DAY)
    one = shown(owned, DAY + dt.timedelta(days=days_after))
    text = page([one], lang)
    reading = is_well_made(text, lang)
    codes = {finding.code for finding in one.report.accepted}
    assert {f"d1-accepted-{code}" for code in codes} <= set(reading.every("id"))
    assert bool(codes) == ("d1-accepted" in reading.every("id"))
    assert ("<styrgruppen>" in reading.text) == bool(one.report.answerable)
    assert "<styrgruppen>" not in text


@given(collab=collaborations(), lang=langs)
def test_of_protected_persons_nothing_is_told(collab: Collaboration, lang: Lang) -> None:
    """Of a slip in where one works it is told that there is one, and not whose it is."""
    hidden = Person(
        id=PersonId("hemlig-person-77"),
        name="Hemlig Person",
        workplace=ActorId("skola-77"),
        protection=Protection.PROTECTED_REGISTRATION,
    )
    appointments = tuple(attrs.evolve(one, person=hidden.id) for one in collab.appointments)
    changed = attrs.evolve(collab, persons=(hidden,), appointments=appointments)
    text = page([shown(changed, DAY)], lang)
    is_well_made(text, lang)
    for secret in (hidden.id, "Hemlig Person", "skola-77"):
        assert secret not in text
    assert said(lang)["protected"] in text


@pytest.mark.parametrize("lang", LANGUAGES)
@given(names=st.lists(st.text(), max_size=4))
def test_any_name_is_told_and_never_obeyed(names: list[str], lang: Lang) -> None:
    text = page([(name, Report()) for name in names], lang)
    reading = is_well_made(text, lang)
    assert text.encode()
    assert len(reading.named("article")) == len(names)
    assert (len(reading.named("nav")) == 1) == (len(names) > 1)
