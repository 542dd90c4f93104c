"""Every row is answered, what answers it exists, and the page says all of it."""

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from enum import Enum
from importlib import import_module
from itertools import chain
from pathlib import Path

import attrs
import pytest

import samverkan_core as sam
from samverkan_core.model import body as bodies
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.reference.seeds import SEEDS, Demand, Row, rows, seed
from samverkan_core.rules.rule import Rule
from samverkan_core.values.answers import answered
from samverkan_core.values.ids import BodyId
from samverkan_core.values.source import SourceKind

from .making import MADE
from .pages import DOCS, name

PAGE = MADE["seed-coverage.md"]()
DOCUMENT = MADE["document.md"]()
#: The package that the tests run against, wherever it is installed.
SOURCE = Path(sam.__file__).parent
ROWS = rows()
IDS = frozenset(one.id for one in ROWS)

#: Rows that nothing answers.
NOT_YET: tuple[str, ...] = ()


@attrs.frozen
class Mark:
    """A mark as it stands in a file: what carries it, and what it says."""

    #: The module.
    module: str
    #: The class or the function.
    thing: str
    #: Where it stands among the decorators; the outermost is 0.
    at: int
    #: The rows by the member that answers them; those of the thing itself under an empty name.
    told: Mapping[str, tuple[str, ...]]

    @property
    def path(self) -> str:
        """What carries it, as one name."""
        return f"{self.module}.{self.thing}"

    @property
    def marked(self) -> object:
        """What carries it."""
        return getattr(import_module(self.module), self.thing)


def marks(file: Path) -> Iterator[Mark]:
    """Give every mark of a file, read off its syntax and not off what it makes."""
    module = ".".join(("samverkan_core", *file.relative_to(SOURCE).with_suffix("").parts))
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            for at, mark in enumerate(node.decorator_list):
                if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "answers":
                    yield Mark(module.removesuffix(".__init__"), node.name, at, told(mark))


def told(mark: ast.Call) -> dict[str, tuple[str, ...]]:
    """Give what a mark says."""
    own = tuple(ast.literal_eval(one) for one in mark.args)
    members = {str(one.arg): ast.literal_eval(one.value) for one in mark.keywords}
    several = {key: (value,) if isinstance(value, str) else value for key, value in members.items()}
    return {"": own, **several} if own else several


MARKS = tuple(chain.from_iterable(marks(file) for file in sorted(SOURCE.rglob("*.py"))))


def cited(rule: Rule) -> list[str]:
    """Give the rows that a rule names as its sources."""
    sources = rule.notice.sources
    return [source.ref for source in sources if source.kind is SourceKind.SEED]


def line(row: Row) -> list[str]:
    """Give the cells of a row's line on the page."""
    (found,) = (line for line in PAGE.splitlines() if line.startswith(f"| `{row.id}` |"))
    return [cell.strip() for cell in found.split(" | ")]


def by(row: Row) -> str:
    """Give what answers a row, as the page has it."""
    return line(row)[-1].removesuffix(" |")


# --- the rows --------------------------------------------------------------------------------


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_every_row_is_answered(row: Row) -> None:
    """By a rule, a class, a member, a word, a function or a thing of a public list."""
    assert (by(row) == "**nothing yet**") is (row.id in NOT_YET)


def test_what_is_not_answered_yet_is_a_row_and_stands_once() -> None:
    assert Counter(NOT_YET) == Counter(set(NOT_YET) & IDS)


# --- the marks -------------------------------------------------------------------------------


def test_there_are_marks() -> None:
    """On classes, on words of a set, on members and on functions: the search finds each kind."""
    found = {(mark.thing, member) for mark in MARKS for member in mark.told}
    assert {
        ("FocusArea", ""),
        ("RoleFunction", "HEAD"),
        ("Parameters", "focus_area_limit"),
        ("taking_part", ""),
    } <= found


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: mark.path)
def test_a_mark_is_of_something_public_and_says_what_it_was_told(mark: Mark) -> None:
    assert mark.thing in import_module(mark.module).__all__
    assert mark.at == 0, "it is the outermost of the decorators"
    assert answered(mark.marked) == mark.told


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: mark.path)
def test_what_is_marked_exists(mark: Mark) -> None:
    """A marked row is a row; a marked member is a member, a word or a property."""
    assert mark.told
    assert set(chain.from_iterable(mark.told.values())) <= IDS
    thing, members = mark.marked, set(mark.told) - {""}
    if isinstance(thing, type) and issubclass(thing, Enum):
        assert members <= set(thing.__members__)
    elif isinstance(thing, type):
        fields = set(attrs.fields_dict(thing)) if attrs.has(thing) else set()
        assert members <= fields | {key for key in vars(thing) if not key.startswith("_")}
    else:
        assert not members, "a function has none"


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: mark.path)
def test_no_row_is_marked_twice_in_one_place(mark: Mark) -> None:
    for rows_of_one in mark.told.values():
        assert len(set(rows_of_one)) == len(rows_of_one) > 0


# --- the page --------------------------------------------------------------------------------


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_the_page_says_what_a_row_asks_for_and_how_strongly(row: Row) -> None:
    text = [cell.replace("\\", "") for cell in line(row)]
    strongly = f"{row.demand.en}{', beyond the text' if row.beyond_text else ''}"
    assert text[1:4] == [row.term_sv, row.asked, strongly]


@pytest.mark.parametrize("rule", sam.RULES, ids=lambda rule: rule.code)
def test_the_page_names_a_rule_under_each_row_that_it_rests_on_and_no_other(rule: Rule) -> None:
    shown = f"[{rule.code}](#{rule.code.lower()}-en)"
    assert {one.id for one in ROWS if shown in by(one)} == set(cited(rule))


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: mark.path)
def test_the_page_names_what_is_marked_under_each_of_its_rows(mark: Mark) -> None:
    for member, ids in mark.told.items():
        shown = re.compile(rf"\b{mark.thing}{f'[.]{member}' if member else '(?![.])'}\b")
        assert {one.id for one in ROWS if shown.search(by(one))} >= set(ids)


def test_a_thing_of_a_public_list_answers_the_row_that_it_is_called_by(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As a success factor does; what it rests on besides is not thereby answered."""
    factor = Body(
        id=BodyId("SB-46"), name="Fokus", kind=BodyKind.NETWORK, sources=seed("SB-46", "SB-47")
    )
    monkeypatch.setattr(bodies, "__all__", [*bodies.__all__, "LISTED", "AGAIN"])
    monkeypatch.setattr(bodies, "LISTED", (factor, "a text"), raising=False)
    monkeypatch.setattr(bodies, "AGAIN", (factor,), raising=False)
    answers = sys.modules["_generate.seed_coverage"]._answers
    found = answers.__wrapped__()
    assert "`model.body.LISTED`" in found["SB-46"]
    assert "`model.body.LISTED`" not in found["SB-47"]
    assert not any("AGAIN" in shown for shown in found["SB-46"])


def test_every_link_of_the_page_leads_somewhere() -> None:
    """To a rule, or to a class of the page about the document."""
    rules = MADE["rules-en.md"]()
    for to in set(re.findall(r"\]\(#([\w-]+)\)", PAGE)):
        assert f"({to})=" in (DOCUMENT if to.startswith("class-") else rules)


def test_the_counts_add_up() -> None:
    _, _, *lines = (one for one in PAGE.partition("\n\n## ")[0].splitlines() if "|" in one)
    table = [[cell.strip(" *") for cell in one.split("|")[1:-1]] for one in lines]
    assert [one[0] for one in table] == [*SEEDS.values(), "all"]
    for letters, found in zip([*SEEDS, ""], table, strict=True):
        asked = [one for one in ROWS if one.id.startswith(letters)]
        for cell, demands in zip(
            found[1:], [*([one] for one in Demand), list(Demand)], strict=True
        ):
            of = [one.id for one in asked if one.demand in demands]
            done = [id_ for id_ in of if id_ not in NOT_YET]
            assert cell == (f"{len(done)} of {len(of)}" if of else "–")


def test_the_page_about_the_document_names_the_rows_too() -> None:
    text = DOCUMENT.partition("### FocusArea\n")[2].partition("\n### ")[0]
    assert "[Rows](seed-coverage.md) that it answers: `SB-45`.\n" in text
    words = DOCUMENT.partition("### RoleFunction\n")[2].partition("\n### ")[0]
    assert "`RA-20` (`HEAD`); `RA-20` (`PROJECT_LEADER`)" in words


def test_a_page_includes_it() -> None:
    page = DOCS / "reference" / "seed-coverage.md"
    assert "```{include} generated/seed-coverage.md\n" in page.read_text(encoding="utf-8")
    index = (DOCS / "index.md").read_text(encoding="utf-8")
    assert f"\n{name(page).removeprefix('docs/').removesuffix('.md')}\n" in index
