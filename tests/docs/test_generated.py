"""The pages made from the code say everything that the code says, and the same each time."""

import ast
import csv
import inspect
import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import samverkan_core as sam
from samverkan_core.findings.finding import Force, Pillar, Severity
from samverkan_core.interop.tables.layout import TABLES
from samverkan_core.model.anatomy import COLLECTIONS, classes, references
from samverkan_core.process.step import TRANSITIONS, Step
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.profiles.common import COMMON, severity_in
from samverkan_core.rules.profiles.profile import Parameters, Profile
from samverkan_core.rules.rule import Rule
from samverkan_core.serialization.reports import NOTICES
from samverkan_core.testing.strategies import things
from samverkan_core.values.labels import LANGUAGES, Labelled, Lang
from samverkan_core.values.shape import BESIDE, shape_of
from samverkan_core.values.text import swedish_order

from .making import MADE
from .pages import DOCS, EXAMPLES, FILES

RULES = frozenset(rule.code for rule in sam.RULES)


PAGES = MADE
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

#: What a profile may set.
PARAMETERS = tuple(field.name for field in attrs.fields(Parameters) if field.name not in BESIDE)


def section(text: str, heading: str) -> str:
    """Give what stands under a heading, up to the next of the same depth."""
    depth = heading.partition(" ")[0]
    _, found, rest = f"\n{text}".partition(f"\n{heading}\n")
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
    page = PAGES["rules-en.md"]()
    assert "| [FOC001](#foc001-en) | Error, Warning in `common` |" in page
    assert "Error · Structure · From the way of working\n" in section(page, "## FOC001")


@pytest.mark.parametrize(
    ("lang", "source", "related"), [("sv", "Källa", "Knyter an till"), ("en", "Source", "Takes up")]
)
def test_a_proposal_without_a_source_names_none(lang: Lang, source: str, related: str) -> None:
    page = PAGES[f"rules-{lang}.md"]()
    for rule in sam.RULES:
        heads = re.findall(r"(?m)^- ([^:]+):", section(page, f"## {rule.code}"))
        said, never = source, related
        if rule.notice.force is sam.Force.PROPOSAL:
            said, never = related, source
        assert (said in heads) == bool(rule.notice.sources)
        assert never not in heads


def weight(rule: Rule, profile: Profile, lang: Lang) -> str:
    """Say in a word what a profile makes of a rule."""
    if rule.code in profile.without:
        return {"sv": "gäller inte", "en": "does not apply"}[lang]
    return severity_in(profile, rule.notice).label(lang)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("rule", sam.RULES, ids=lambda rule: rule.code)
def test_a_rule_names_the_profiles_in_which_it_weighs_otherwise(rule: Rule, lang: Lang) -> None:
    own = rule.notice.severity.label(lang)
    expected = {name: weight(rule, profile, lang) for name, profile in PROFILES.items()}
    head = {"sv": "- I profilerna: ", "en": "- In the profiles: "}[lang]
    text = section(PAGES[f"rules-{lang}.md"](), f"## {rule.code}")
    told = [line.removeprefix(head) for line in text.splitlines() if line.startswith(head)]
    found = {
        name: group.partition(" `")[0].removesuffix(" i").removesuffix(" in")
        for group in "".join(told).split("; ")
        for name in re.findall(r"`(\w+)`", group)
    }
    assert found == {name: shown for name, shown in expected.items() if shown != own}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("parameter", PARAMETERS)
def test_every_parameter_has_a_label_and_stands_under_the_rules_that_rest_on_it(
    parameter: str, lang: Lang
) -> None:
    page = PAGES[f"rules-{lang}.md"]()
    head = {"sv": "Profilen anger", "en": "The profile sets"}[lang]
    resting = [rule for rule in sam.RULES if parameter in rule.parameters]
    assert resting
    for rule in resting:
        text = section(page, f"## {rule.code}")
        assert re.search(rf"^- {head} \w[^`]* \(`{parameter}`\): \S", text, re.MULTILINE)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("rule", sam.RULES, ids=lambda rule: rule.code)
def test_every_rule_shows_the_two_documents_of_its_pair(rule: Rule, lang: Lang) -> None:
    file = FILES / "rules" / f"{rule.code}.json"
    pair = json.loads(file.read_text(encoding="utf-8"))
    text = section(PAGES[f"rules-{lang}.md"](), f"## {rule.code}")
    shown = re.search(r"```{code-block} diff\n:emphasize-lines: (.*)\n\n((?:.*\n)*?)```\n", text)
    assert shown is not None
    lines = shown[2].splitlines()
    for side, other in (("holds", "+"), ("breaks", "-")):
        written = json.dumps(pair[side], ensure_ascii=False, indent=2).splitlines()
        kept = [line[1:].rstrip(",") for line in lines if not line.startswith(other)]
        assert kept == [line.rstrip(",") for line in written]
    marked = [n for n, line in enumerate(lines, 1) if line.startswith(("+", "-"))]
    assert shown[1] == ",".join(map(str, marked))
    assert pair.get("at", "") in text


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


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_there_with_each_of_its_columns(name: str) -> None:
    page, table = PAGES["tables.md"](), TABLES[name]
    if table.cls is None:
        (row,) = (line for line in page.splitlines() if line.startswith(f"| `{name}` |"))
        cells = [row]
    else:
        text = section(page, f"### {table.cls.__name__} in tables").partition("\n## ")[0]
        assert f"`{name}`" in text.partition(": each row is a")[0]
        cells = [line for line in text.splitlines() if line.startswith("| `")]
        heads = [line.split("`")[1] for line in cells]
        assert heads == [column.name for column in table.columns]
    assert all(line.endswith((". |", '". |')) for line in cells)


@pytest.mark.parametrize(
    "command", ["check", "explain", "may", "schema", "template", "import", "export"]
)
def test_the_command_speaks_for_itself(command: str) -> None:
    assert f"usage: samverkan {command} [-h]" in PAGES["command.md"]()


# --- the local models ------------------------------------------------------------------------


def rows(page: str, heading: str) -> dict[str, dict[str, str]]:
    """Give the first table under a heading: its rows by their first cell, cells by their head."""
    lines = section(PAGES[page](), heading).strip().partition("\n\n")[0].splitlines()
    heads, _, *cells = ([cell.strip() for cell in line.split("|")[1:-1]] for line in lines)
    return {row[0]: dict(zip(heads[1:], row[1:], strict=True)) for row in cells}


def test_every_profile_has_its_column_and_every_local_one_its_example() -> None:
    columns = [f"`{name}`" for name in PROFILES]
    for heading in ("## What each profile sets", "## Rules that do not weigh the same everywhere"):
        assert all(list(row) == columns for row in rows("models.md", heading).values())
    examples = rows("models.md", "## What the examples hold")
    assert all(list(row) == columns[1:] for row in examples.values())


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_the_models_are_shown_with_what_they_set(parameter: str) -> None:
    text = section(PAGES["models.md"](), "## What each profile sets")
    values = {getattr(profile.parameters, parameter) for profile in PROFILES.values()}
    mark = "|" if len(values) > 1 else "-"
    assert re.search(rf"^{re.escape(mark)} \w.* \(`{parameter}`\)", text, re.MULTILINE)


def test_values_are_written_as_people_read_them() -> None:
    table = rows("models.md", "## What each profile sets")
    sets = {head.partition(" (")[0]: row for head, row in table.items()}
    assert sets["ages of the target group"]["`sundbyberg`"] == "0–20 years"
    assert sets["ages of the target group"]["`common`"] == "–"
    assert sets["kinds of actor that take part"]["`rattvik`"] == "social services, school, region"
    council = "council for children's matters (barnråd): elected representative, official"
    assert f": {council}, interest organisation\n" in PAGES["models.md"]()


def asked(rule: Rule, profile: Profile) -> str:
    """Say what a profile makes of a rule, or that it leaves it nothing to ask."""
    asks = all(getattr(profile.parameters, name) for name in rule.parameters)
    return weight(rule, profile, "en") if asks else "asks nothing"


def test_the_models_are_shown_with_the_weights_that_differ() -> None:
    table = rows("models.md", "## Rules that do not weigh the same everywhere")
    shown = {head[1:7]: row for head, row in table.items()}
    for rule in sam.RULES:
        words = {f"`{name}`": asked(rule, profile) for name, profile in PROFILES.items()}
        common = asked(rule, COMMON)
        bold = {name: word if word == common else f"**{word}**" for name, word in words.items()}
        assert shown.get(rule.code) == (None if bold == words else bold)


def test_the_models_are_shown_with_the_rows_that_they_rest_on() -> None:
    table = rows("models.md", "## What each profile rests on")
    for name, profile in PROFILES.items():
        refs = re.findall(r"`([A-Z]{2}-\w+)`", table[f"`{name}`"]["rows"])
        assert refs == [source.ref for source in profile.sources]


@pytest.mark.parametrize("name", [name for name in PROFILES if name != COMMON.name])
def test_the_models_are_shown_with_what_their_examples_hold(name: str) -> None:
    document = json.loads((EXAMPLES / name / "collaboration.json").read_bytes())
    table = rows("models.md", "## What the examples hold")
    named = {"focus areas": "focus_areas", "governing documents": "documents"}
    for head in ("actors", "roles", "bodies", *named):
        count = len(document.get(named.get(head, head), ()))
        assert table[head][f"`{name}`"].partition(",")[0] == (str(count) if count else "–")
    journeys = [area["journey"] for area in document.get("focus_areas", ()) if "journey" in area]
    told = table["steps of the focus areas"][f"`{name}`"]
    taken = [str(Step.named(entry["step"]).number) for journey in journeys for entry in journey]
    assert re.findall(r"\d", told) == taken


# --- the words of the field ------------------------------------------------------------------


def listed(folder: Path) -> list[dict[str, str]]:
    """Give the words of the list in a folder."""
    text = (folder / "glossary.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


WORDS = listed(DOCS / "reference")


def test_the_words_are_those_of_the_list_beside_the_checkout(seeds: Path) -> None:
    assert listed(seeds.parent / "domain") == WORDS


def entries() -> dict[str, str]:
    """Give what stands under each word, in the order of the page."""
    _, _, glossary = PAGES["glossary.md"]().partition("```{glossary}\n")
    told = (entry.partition("\n") for entry in glossary.partition("\n```")[0].split("\n\n"))
    return {word: text for word, _, text in told}


def test_every_word_is_there_once_in_swedish_order() -> None:
    assert list(entries()) == sorted((word["sv"] for word in WORDS), key=swedish_order)
    assert list(entries())[-1] == "översiktsplan (ÖP)"


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word["sv"])
def test_a_word_has_its_english_its_meaning_and_how_sure_it_is(word: Mapping[str, str]) -> None:
    text = entries()[word["sv"]]
    assert f"**{word['en']}** – {word['definition_en']}." in text
    assert f" · `{word['confidence']}`" in text.replace("**`", "`")
    # The numbers of the texts mean nothing to a reader.
    assert not re.search(r"Seed|\b00\d\b|S:", text)


def test_every_mark_is_explained_and_what_is_not_verified_stands_out() -> None:
    marks = rows("glossary.md", "## How sure a meaning is")
    counted = {mark.strip("`"): int(row["words"]) for mark, row in marks.items()}
    found = [word["confidence"] for word in WORDS]
    assert counted == {mark: found.count(mark) for mark in set(found)}
    for word in WORDS:
        bold = "· **`M` from memory, not verified**" in entries()[word["sv"]]
        assert bold is (word["confidence"] == "M")


SQUARES = set(re.findall(r"<title>(\w+) name (\w+):", PAGES["model.md"]()))


@pytest.mark.parametrize("collection", COLLECTIONS)
@given(data=st.data())
def test_whatever_a_thing_names_has_a_square_in_the_drawing_of_the_model(
    collection: str, data: st.DataObject
) -> None:
    thing = data.draw(things(COLLECTIONS[collection]))
    for _, _, into in references(thing):
        assert {(collection, target) for target in into} <= SQUARES


def test_the_drawing_of_the_model_says_what_its_table_says() -> None:
    rows = re.findall(
        r"^\| `(\w+)` \| \[\w+\]\(#class-\w+\) \| (.*) \|$", PAGES["model.md"](), re.MULTILINE
    )
    assert [collection for collection, _ in rows] == list(COLLECTIONS)
    drawn = {
        (collection, target) for collection, by in rows for target in re.findall(r"`(\w+)`", by)
    }
    assert drawn == SQUARES
