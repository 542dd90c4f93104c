"""HTML for notebooks: what stands in a document is text there, and the whole is well formed."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.errors import UnknownLanguage
from samverkan_core.values.labels import LANGUAGES, Lang
from samverkan_core.values.markup import framed, marked, numbered, paragraph, table

#: Whatever a string can hold, halves of characters too, and much of what means something in HTML.
anything = st.text() | st.text(st.characters()) | st.text("<>&\"'/ \n\x00\u202e\ud800aå!-[]")
rows = st.lists(st.tuples(anything, anything, anything), max_size=3)


def read(html: str) -> ET.Element:
    """Read what is made as XML, which forgives nothing."""
    return ET.fromstring(html)  # noqa: S314 - it was made here


@given(text=anything)
def test_a_text_stays_a_text(text: str) -> None:
    element = read(f"<p>{marked(text)}</p>")
    assert len(element) == 0
    assert (element.text or "").isprintable() or "\xa0" in text
    assert "\n" not in marked(text)


@given(text=st.text(st.sampled_from("abcåäö<>&\"' "), max_size=20))
def test_nothing_that_can_be_seen_is_lost(text: str) -> None:
    assert (read(f"<p>{marked(text)}</p>").text or "") == " ".join(text.split())


@given(
    said=anything,
    first=anything,
    told=st.lists(anything, max_size=3),
    held=rows,
    lang=st.sampled_from(LANGUAGES),
)
def test_what_is_made_is_well_formed(
    said: str, first: str, told: list[str], held: list[tuple[str, str, str]], lang: Lang
) -> None:
    made = table(said, ("a", "b", first), held)
    whole = read(framed([paragraph(said, first=first), numbered(told), made], lang))
    assert whole.attrib == {"lang": lang}
    assert [part.tag for part in whole] == ["p", "ol", "table"]
    assert len(whole.findall("ol/li")) == len(told)
    assert len(whole.findall("table/tbody/tr")) == len(held)
    assert {len(row) for row in whole.iter("tr")} == {3}
    assert "<script" not in framed([made], lang)


def test_a_table_says_which_cells_are_heads() -> None:
    whole = read(table("Fynd", ("Kod", "Gäller"), [("FOC003", "skolfrånvaro")]))
    assert [head.attrib["scope"] for head in whole.iter("th")] == ["col", "col", "row"]
    assert [cell.text for cell in whole.iter() if cell.text] == [
        *("Fynd", "Kod", "Gäller"),
        *("FOC003", "skolfrånvaro"),
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ('" onmouseover="x', "&quot; onmouseover=&quot;x"),
        ("Anna, 19121212-1212", "Anna, 19******-****"),
        ("rad ett\n rad\ttvå", "rad ett rad två"),
        ("vänd\u202eom", "vänd\\u202eom"),
        ("half \ud800", "half \ufffd"),
        ("", ""),
    ],
)
def test_texts_are_shown_as_they_are_and_do_nothing(text: str, shown: str) -> None:
    assert marked(text) == shown


def test_a_paragraph_has_only_what_is_given() -> None:
    assert paragraph("ett", first="Ja.") == "<p><strong>Ja.</strong> ett</p>"
    assert paragraph("ett") == "<p>ett</p>"
    assert paragraph("", first="Ja.") == "<p><strong>Ja.</strong></p>"


def test_only_the_languages_that_there_are_texts_in_are_named() -> None:
    with pytest.raises(UnknownLanguage):
        framed([], '"><script>')  # type: ignore[arg-type]
