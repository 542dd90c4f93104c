"""The pages made from the code say everything that the code says, and the same each time."""

import ast
import importlib.util
import inspect
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import cast

import attrs
import pytest

import samverkan_core as sam
from samverkan_core.findings.finding import Force, Pillar, Severity
from samverkan_core.model.anatomy import classes
from samverkan_core.process.step import TRANSITIONS, Step
from samverkan_core.serialization.reports import NOTICES
from samverkan_core.values.labels import LANGUAGES, Labelled, Lang
from samverkan_core.values.shape import BESIDE, shape_of

from .pages import DOCS

RULES = frozenset(rule.code for rule in sam.RULES)


def made() -> Mapping[str, Callable[[], str]]:
    """Give the pages by name, with what makes them; the folder is no package of the tests."""
    folder = DOCS / "_generate"
    spec = importlib.util.spec_from_file_location(
        "_generate", folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules.setdefault("_generate", importlib.util.module_from_spec(spec))
    spec.loader.exec_module(module)
    return cast("Mapping[str, Callable[[], str]]", module.PAGES)


PAGES = made()
DOCUMENT = PAGES["document.md"]()
FIELDS = {
    f"{cls.__name__}.{field.name}": field
    for cls in classes()
    for field in attrs.fields(cls)
    if field.name not in BESIDE
}
SETS: Mapping[str, type[Labelled]] = {
    labelled.__name__: labelled
    for labelled in (
        *(shape_of(field.type).base for field in FIELDS.values()),
        Severity,
        Pillar,
        Force,
    )
    if issubclass(labelled, Labelled)
}


def section(text: str, heading: str) -> str:
    """Give what stands under a heading, up to the next of the same depth."""
    depth = heading.partition(" ")[0]
    _, found, rest = text.partition(f"\n{heading}\n")
    assert found, f"there is no heading {heading}"
    return rest.partition(f"\n{depth} ")[0]


def test_pages_are_made_the_same_whatever_the_order_of_sets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(DOCS)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    program = "import pathlib, sys, _generate; _generate.write(pathlib.Path(sys.argv[1]))"
    for seed in ("1", "2"):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        subprocess.run([sys.executable, "-c", program, str(tmp_path / seed)], check=True)
    for name in PAGES:
        first, second = ((tmp_path / seed / name).read_bytes() for seed in ("1", "2"))
        assert first == second


@pytest.mark.parametrize("name", PAGES)
def test_a_page_names_no_place_on_the_machine_that_made_it(name: str) -> None:
    text = PAGES[name]()
    assert str(DOCS.parent) not in text
    assert " at 0x" not in text


@pytest.mark.parametrize("name", FIELDS)
def test_every_member_is_described_with_its_own_comment(name: str) -> None:
    cls, _, member = name.partition(".")
    rows = [
        row
        for row in section(DOCUMENT, f"### {cls}").splitlines()
        if row.startswith(f"| `{member}` |")
    ]
    assert len(rows) == 1
    assert rows[0].split(" | ")[-1].rstrip(" |").endswith((".", '".'))


@pytest.mark.parametrize("name", SETS)
def test_every_code_of_a_closed_set_is_there_in_both_languages(name: str) -> None:
    text = section(DOCUMENT, f"### {name}")
    for member in SETS[name]:
        assert f"| `{member.code}` | {member.sv} | {member.en} |" in text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", NOTICES)
def test_every_code_has_a_section_that_says_what_explain_says(code: str, lang: Lang) -> None:
    page = PAGES[f"{'rules' if code in RULES else 'faults'}-{lang}.md"]()
    text = section(page, f"## {code}").replace("\\", "")
    for line in sam.explain(code, lang).splitlines()[1:]:
        assert line in text


def test_the_weight_in_the_common_profile_is_shown_where_it_differs() -> None:
    text = section(PAGES["rules-en.md"](), "## FOC001")
    assert "Error · Structure · From the way of working · Warning in `common`" in text


def test_every_step_and_every_move_is_there() -> None:
    text = PAGES["steps.md"]()
    for step in Step:
        assert f"| {step.number} | `{step.code}` | {step.sv} | {step.en} |" in text
    assert text.count('marker-end="url(#tip)"') == sum(map(len, TRANSITIONS.values()))


def entry(name: str) -> str:
    """Give the one line under which a name of the door stands."""
    form = re.compile(rf"````\{{py:\w+\}} (samverkan_core\.{name}(?:\(.*\))?)")
    (found,) = filter(None, map(form.fullmatch, PAGES["python.md"]().splitlines()))
    return found[1]


@pytest.mark.parametrize("name", sam.__all__)
def test_every_name_of_the_door_is_there(name: str) -> None:
    thing = getattr(sam, name)
    if inspect.isfunction(thing):
        called = ast.parse(f"def f({entry(name).partition('(')[2][:-1]}): ...").body[0]
        assert isinstance(called, ast.FunctionDef)
        arguments = (*called.args.args, *called.args.kwonlyargs)
        assert [one.arg for one in arguments] == list(inspect.signature(thing).parameters)
    else:
        assert entry(name) == f"samverkan_core.{name}"


@pytest.mark.parametrize("command", ["check", "explain", "schema"])
def test_the_command_speaks_for_itself(command: str) -> None:
    assert f"usage: samverkan {command} [-h]" in PAGES["command.md"]()
