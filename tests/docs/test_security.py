"""What SECURITY.md promises is tried."""

import datetime as dt
import json
import re
from typing import TypeAlias

import attrs
import pytest

import samverkan_core as sam
from samverkan_core.errors import PersonalNumberFound
from samverkan_core.model.anatomy import classes
from samverkan_core.present.html import page
from samverkan_core.present.text import report_text
from samverkan_core.values.ids import FocusAreaId, PersonId
from samverkan_core.values.labels import LANGUAGES, Lang
from samverkan_core.values.shape import Shape, shape_of

from .pages import ROOT

Tree: TypeAlias = "dict[str, Tree] | list[Tree] | str | int | bool | None"

DAY = dt.date(2015, 3, 1)
#: A number in the form of a person's, as it stands in examples all over Sweden.
NUMBER = "121212-1212"
FREELY = "<b>Hemligt</b>"
DATA = (ROOT / "examples" / "sundbyberg" / "collaboration.json").read_bytes()
#: What a `repr` may show besides ids, codes, days and numbers.
SHOWN = re.compile(
    r"kind_name|function_name|system_name|registry_number|circular_number|number|paragraph|line|ref"
    r"|value"
)


def free_texts(cls: type) -> dict[str, "attrs.Attribute[object]"]:
    """Give the members of a class in which somebody writes freely."""

    def is_free(shape: Shape) -> bool:
        return shape.base is str and shape.id_kind is None and not shape.bounds

    fields = {field.name: field for field in attrs.fields(cls) if is_free(shape_of(field.type))}
    return {name: field for name, field in fields.items() if not SHOWN.fullmatch(name)}


def outspoken(tree: Tree) -> Tree:
    """Put a text of somebody's own into every name and every purpose of a document."""
    if isinstance(tree, list):
        return [outspoken(held) for held in tree]
    if not isinstance(tree, dict):
        return tree
    spoken = {"name", "purpose", "goal", "method", "stance", "assignment", "evidence", "summary"}
    return {
        name: FREELY if name in spoken and isinstance(held, str) else outspoken(held)
        for name, held in tree.items()
    }


@pytest.mark.parametrize("cls", classes(), ids=lambda cls: cls.__name__)
def test_free_text_stands_in_no_repr(cls: type) -> None:
    shown = {name for name, field in free_texts(cls).items() if field.repr}
    assert shown <= {"when", "profile", "subject"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_free_text_stands_in_no_report(lang: Lang) -> None:
    tree = outspoken(json.loads(DATA))
    assert isinstance(tree, dict)
    collab = sam.from_plain(tree)
    person = sam.Person(id=PersonId("p1"), name=FREELY, competences=(FREELY,))
    report = sam.check(attrs.evolve(collab, persons=(person,)), at=DAY)
    assert report
    shown = page([("a document", report)], lang) + report_text(report, name="a document", lang=lang)
    assert "Hemligt" not in shown + str(report.to_dict(lang)) + str(report.rows(lang)) + repr(
        report
    )


def test_text_from_a_document_is_escaped_in_a_page() -> None:
    area = sam.FocusArea(id=FocusAreaId(FREELY), name="a name")
    report = sam.check(sam.Collaboration(name="a name", focus_areas=(area,)), at=DAY)
    for shown in (page([(FREELY, report)], "en"), report._repr_html_()):
        assert "&lt;b&gt;" in shown
        assert "<b>" not in shown


def test_the_limits_are_those_that_are_promised() -> None:
    limits = sam.Limits()
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    for promised in (
        f"{limits.text // 2**20} MiB of text",
        f"{limits.depth} levels of\nnesting",
        f"{limits.objects:,} objects and lists",
        f"{limits.string // 2**20} MiB in a string",
        f"{limits.number} characters in a number",
    ):
        assert promised in text


def test_a_personal_identity_number_is_neither_read_nor_written_nor_shown() -> None:
    data = json.dumps({"samverkan": "1.0", "name": f"ring {NUMBER}"})
    loaded = sam.read(data)
    assert loaded.value is None
    built = sam.Collaboration(name=f"ring {NUMBER}")
    report = sam.check(built)
    assert report.by_code("PRI001")
    with pytest.raises(PersonalNumberFound) as raised:
        sam.dumps(built)
    said = str(loaded.report.to_dict()) + str(report.to_dict()) + str(raised.value)
    assert NUMBER not in said
    assert "******-****" in said


def test_a_fault_quotes_little_and_no_personal_identity_number() -> None:
    odd = f"{NUMBER} och mycket mer som inte hör hemma här utan någon annanstans"
    data = json.dumps({"samverkan": "1.0", "name": "a", "illustrative": True, odd: 1})
    kind = data.replace('"name": "a"', f'"name": "a", "lifecycle": [{{"stage": "{odd}"}}]')
    for finding in sam.read(kind).report:
        quoted = re.findall("”([^”]*)”", finding.message("en"))
        assert all(len(text.removesuffix("…")) <= 40 for text in quoted)
        assert NUMBER not in finding.message("en")
