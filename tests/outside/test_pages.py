"""The pages in a browser: they shut nobody out, fetch nothing, fit a phone and print whole."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import samverkan_core as sam
from samverkan_core.present.html import Shown, assessment_page, page, pillars_page
from samverkan_core.values.ids import FocusAreaId
from samverkan_core.values.labels import LANGUAGES, Lang

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = date(2015, 3, 1)
PHONE, DESK, PAPER = 360, 1200, 680


def example(name: str) -> Shown:
    """Check an example on the day and under the profile that its expectations name."""
    folder = EXAMPLES / name
    expected = (folder / "expected.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^(at|profile): (\S+)$", expected, re.MULTILINE))
    collab = sam.loads((folder / "collaboration.json").read_bytes())
    report = sam.check(collab, at=date.fromisoformat(told["at"]), profile=told["profile"])
    return Shown(name=name, report=report, collaboration=collab)


def unreadable() -> list[Shown]:
    return [Shown(name="trasig.json", report=sam.check_json(b'{"samverkan": "1.0", "name": 7}'))]


def empty() -> list[Shown]:
    collab = sam.Collaboration(name="Hagby")
    return [Shown(name="tom.json", report=sam.check(collab), collaboration=collab)]


def accepted() -> list[Shown]:
    """Let somebody answer for every finding that may be accepted, each second one until before."""
    one = example("sundbyberg")
    assert one.collaboration is not None
    collab = one.collaboration
    free = [finding for finding in one.report if finding.force is not sam.Force.LAW]
    for number, finding in enumerate(free):
        last = DAY if number % 2 else date(2015, 2, 1)
        collab = sam.accept(collab, finding, reason="r", owner="styrgruppen", last_day=last)
    report = sam.check(collab, at=DAY)
    assert report.accepted
    assert set(report.answered()) - set(report.accepted)
    return [Shown(name="godtaget.json", report=report, collaboration=collab)]


def long_words() -> list[Shown]:
    """Write ids and names without a place to break them, as systems do."""
    area = sam.FocusArea(id=FocusAreaId("x" * 200), name="y" * 200)
    collab = sam.Collaboration(name="z" * 200, focus_areas=(area,))
    return [Shown(name="w" * 200, report=sam.check(collab, at=DAY), collaboration=collab)]


def several() -> list[Shown]:
    return [*empty(), *unreadable(), *empty()]


NAMES = sorted(path.parent.name for path in EXAMPLES.glob("*/expected.md"))
MADE: dict[str, Callable[[], list[Shown]]] = {
    **{name: lambda name=name: [example(name)] for name in NAMES},  # type: ignore[misc]
    "unreadable": unreadable,
    "empty": empty,
    "accepted": accepted,
    "long_words": long_words,
    "several": several,
}

#: The examples in both languages, what is odd in one.
each_page = pytest.mark.parametrize(
    ("made", "lang"),
    [(made, lang) for made in MADE for lang in (LANGUAGES if made in NAMES else LANGUAGES[:1])],
)


@contextmanager
def opened(browser: "Browser", text: str, file: Path, width: int) -> "Iterator[Page]":
    """Open a page from a file; it may ask for nothing else, and the console stays silent."""
    file.write_text(text, encoding="utf-8")
    tab = browser.new_page(viewport={"width": width, "height": 800})
    asked: list[str] = []
    said: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.goto(file.as_uri())
    try:
        yield tab
        assert asked == [file.as_uri()]
        assert said == []
    finally:
        tab.close()


def violations(tab: "Page") -> list[str]:
    reason = "the group outside is not installed"
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason=reason)
    found = axe.Axe().run(tab).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


def widest(tab: "Page") -> int:
    return int(tab.evaluate("document.scrollingElement.scrollWidth"))


@each_page
def test_nobody_is_shut_out_and_nothing_is_wider_than_a_phone(
    browser: "Browser", tmp_path: Path, made: str, lang: Lang
) -> None:
    text = page(MADE[made](), lang)
    with opened(browser, text, tmp_path / "page.html", DESK) as tab:
        assert violations(tab) == []
        tab.set_viewport_size({"width": PHONE, "height": 800})
        assert widest(tab) == PHONE


def test_nobody_is_shut_out_on_a_phone_either(browser: "Browser", tmp_path: Path) -> None:
    text = page(MADE["sundbyberg"](), "sv")
    with opened(browser, text, tmp_path / "page.html", PHONE) as tab:
        assert violations(tab) == []


def test_whoever_is_shut_out_would_be_found(browser: "Browser", tmp_path: Path) -> None:
    text = page(MADE["empty"](), "sv")
    for whole, broken in (('<html lang="sv">', "<html>"), ("<h3 id=", "<h5 id=")):
        assert whole in text
        worse = text.replace(whole, broken).replace("</h3>", "</h5>" if "h5" in broken else "</h3>")
        with opened(browser, worse, tmp_path / "page.html", DESK) as tab:
            assert len(violations(tab)) == 1


@pytest.mark.parametrize("view", [assessment_page, pillars_page])
def test_the_views_shut_nobody_out_either(
    browser: "Browser", tmp_path: Path, view: Callable[..., str]
) -> None:
    (one,) = MADE["accepted"]()
    with opened(browser, view(one, lang="en"), tmp_path / "page.html", DESK) as tab:
        assert violations(tab) == []
        tab.set_viewport_size({"width": PHONE, "height": 800})
        assert widest(tab) == PHONE


@pytest.mark.parametrize("made", ["sundbyberg", "several"])
def test_all_that_is_told_is_printed(browser: "Browser", tmp_path: Path, made: str) -> None:
    shown = MADE[made]()
    with opened(browser, page(shown, "sv"), tmp_path / "page.html", PAPER) as tab:
        tab.emulate_media(media="print")
        printed = tab.inner_text("body")
        for one in shown:
            for finding in one.report:
                assert finding.code in printed
                assert finding.message("sv") in printed
            assert (one.report.stamp.digest or "") in printed
        assert widest(tab) <= PAPER
        assert tab.locator(".skip").is_hidden()
        assert tab.pdf().startswith(b"%PDF-")


def test_a_keyboard_reaches_the_content_and_whatever_scrolls(
    browser: "Browser", tmp_path: Path
) -> None:
    text = page(MADE["sundbyberg"](), "sv")
    with opened(browser, text, tmp_path / "page.html", PHONE) as tab:
        focused = "document.activeElement.id || document.activeElement.className"
        tab.keyboard.press("Tab")
        assert tab.evaluate(focused) == "skip"
        tab.keyboard.press("Enter")
        assert tab.evaluate(focused) == "content"
        tab.keyboard.press("Tab")
        assert tab.evaluate(focused) == "wide"
        assert tab.get_by_role("group", name="Fynd i varje pelare").count() == 1
        pictures = tab.get_by_role("group", name=re.compile("över tid|Vem sitter var"))
        assert pictures.count() == 3


def test_a_link_from_a_code_leads_to_its_row(browser: "Browser", tmp_path: Path) -> None:
    text = page(MADE["sundbyberg"](), "en")
    with opened(browser, text, tmp_path / "page.html", DESK) as tab:
        links = tab.locator("dl a")
        assert links.count() > 0
        for link in links.all():
            target = (link.get_attribute("href") or "").removeprefix("#")
            assert tab.locator(f"[id='{target}']").inner_text() == link.inner_text()


def test_on_a_phone_each_cell_says_what_it_is(browser: "Browser", tmp_path: Path) -> None:
    text = page(MADE["sundbyberg"](), "sv")
    with opened(browser, text, tmp_path / "page.html", PHONE) as tab:
        cells = tab.locator(".stacks td").first
        before = cells.evaluate("cell => getComputedStyle(cell, '::before').content")
        assert before == '"Vikt"'
        assert tab.get_by_role("columnheader", name="Vikt").count() > 0
        assert tab.get_by_role("rowheader", name="GOA004").count() == 1
