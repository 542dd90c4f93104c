"""The public names and their signatures are those that the file beside this test promises."""

import re
from difflib import unified_diff
from importlib import import_module
from pathlib import Path

import pytest

from .public_names import COMMAND, DOOR, FILE, ROOMS, described, names_of, public_names

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
#: An import as a page shows it.
IMPORT = re.compile(rf"from ({DOOR}[\w.]*) import (?:\(([^)]+)\)|([\w, ]+)$)", re.MULTILINE)


def test_what_the_library_promises_is_what_the_file_says() -> None:
    promised, found = FILE.read_text("utf-8").splitlines(), public_names().splitlines()
    changed = "\n".join(unified_diff(promised, found, FILE.name, "the library", lineterm="", n=0))
    assert not changed, (
        f"\n{changed}\n\nThe public interface is another than {FILE.name} says. Is that meant? "
        f"Then write the file anew, and tell users of it in CHANGELOG.md:\n\n    {COMMAND}\n"
    )


def test_each_name_stands_once_and_in_order() -> None:
    lines = FILE.read_text("utf-8").splitlines()
    assert lines == sorted(set(lines))
    assert not [line for line in lines if " at 0x" in line or "typing." in line]


def test_whatever_pages_tell_a_reader_to_import_is_public() -> None:
    told = {
        (room, name)
        for page in PAGES
        for room, *names in IMPORT.findall(page.read_text("utf-8"))
        for name in re.findall(r"\w+", "".join(names))
    }
    assert (f"{DOOR}.rules.rule", "Breach") in told
    public = {(room, name) for room in ROOMS for name in names_of(room)}
    at_the_door = {name for room, name in public if room == DOOR}
    assert {(room, name) for room, name in told - public if name not in at_the_door} == set()


@pytest.mark.parametrize(
    ("room", "name", "lines"),
    [
        (DOOR, "index", ["samverkan_core.index(collab: Collaboration | Index) -> Index"]),
        (DOOR, "RULES", ["samverkan_core.RULES: tuple[Rule, ...]"]),
        (
            "samverkan_core.values.labels",
            "Lang",
            ["samverkan_core.values.labels.Lang = Literal['sv', 'en']"],
        ),
        ("samverkan_core.indexing", "ITSELF", ["samverkan_core.indexing.ITSELF: str"]),
        (
            "samverkan_core.values.ages",
            "AgeBand",
            [
                "samverkan_core.values.ages.AgeBand(*, from_age, to_age, kept=...)",
                "samverkan_core.values.ages.AgeBand.ages() -> range",
                "samverkan_core.values.ages.AgeBand.from_age: Age (required)",
                "samverkan_core.values.ages.AgeBand.kept: JsonObject (optional)",
                "samverkan_core.values.ages.AgeBand.to_age: Age (required)",
                "samverkan_core.values.ages.AgeBand: class",
            ],
        ),
        (
            DOOR,
            "LoadError",
            [
                "samverkan_core.LoadError(report: Report)",
                "samverkan_core.LoadError.report: Report",
                "samverkan_core.LoadError: class of SamverkanError, ValueError",
            ],
        ),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_a_name_is_described_by_all_that_users_can_rely_on(
    room: str, name: str, lines: list[str]
) -> None:
    assert sorted(described(room, name)) == lines


def test_a_name_that_nobody_declares_is_refused() -> None:
    with pytest.raises(LookupError, match="samverkan_core neither declares nor imports lods"):
        next(described(DOOR, "lods"))


def test_no_two_overviews_call_different_things_by_one_name() -> None:
    """So that what somebody imports from two of them stays apart."""
    made: dict[str, set[str]] = {}
    for room in ROOMS:
        if room.startswith(f"{DOOR}.overviews."):
            module = import_module(room)
            for name in names_of(room):
                thing = getattr(module, name)
                if isinstance(thing, type):
                    made.setdefault(name, set()).add(thing.__module__)
    assert "Acquaintance" in made
    assert {name for name, homes in made.items() if len(homes) > 1} == set()
