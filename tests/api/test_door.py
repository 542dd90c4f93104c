"""The door and the house behind it: what is public, what stands where, and what no room does."""

import ast
import enum
import importlib
import inspect
import json
import pkgutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import pytest

import samverkan_core as sam
from samverkan_core.model.anatomy import classes
from samverkan_core.model.collaboration import SetAside
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.values.labels import Labelled

SOURCE = Path(inspect.getfile(sam)).parent
PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"
FILES = sorted(SOURCE.rglob("*.py"))
TREES = {path.relative_to(SOURCE).as_posix(): ast.parse(path.read_text("utf-8")) for path in FILES}
MODULES = sorted(
    found.name
    for found in pkgutil.walk_packages([str(SOURCE)], "samverkan_core.")
    if not found.name.endswith("__main__")
)


# --- the door --------------------------------------------------------------------------------


def loaded_by(code: str) -> set[str]:
    """Give the modules that a fresh Python has loaded after some code, but for its own."""
    script = f"import sys, json; before = set(sys.modules); {code}\n"
    script += "print(json.dumps(sorted(set(sys.modules) - before)))"
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        check=True,
        env={"PYTHONPATH": str(SOURCE.parent)},
    )
    return set(json.loads(done.stdout))


def test_importing_the_door_loads_nothing_behind_it_and_nobody_elses_module() -> None:
    loaded = loaded_by("import samverkan_core; dir(samverkan_core)")
    assert "samverkan_core" in loaded
    assert {name.partition(".")[0] for name in loaded} <= {
        *sys.stdlib_module_names,
        "samverkan_core",
    }
    assert not {name for name in loaded if name.startswith("samverkan_core.")}


def test_a_name_loads_its_room_and_what_lies_below() -> None:
    loaded = loaded_by("import samverkan_core; samverkan_core.Step")
    assert "samverkan_core.process.step" in loaded
    assert not loaded & {"cattrs", "pendulum", "hypothesis", "samverkan_core.serialization"}


def test_reading_needs_neither_the_calendar_nor_the_tests() -> None:
    text = '{"samverkan":"1.0","name":"n","actors":[{"id":"a","name":"A","kind":"school"}]}'
    loaded = loaded_by(f"import samverkan_core; samverkan_core.loads({text!r})")
    assert not loaded & {"pendulum", "hypothesis", "samverkan_core.cli", "samverkan_core.checking"}


def test_an_extra_is_imported_only_where_it_is_asked_for() -> None:
    loaded = loaded_by("import samverkan_core.overviews.network, samverkan_core.present.network")
    assert "samverkan_core.measures.network" in loaded
    assert not loaded & {"altair", "networkx", "openpyxl", "pandas", "polars", "pyarrow"}


@pytest.mark.parametrize("name", sam.__all__)
def test_every_public_name_resolves_and_is_documented(name: str) -> None:
    value = getattr(sam, name)
    assert name in sam.__dict__
    if not isinstance(value, (tuple, Mapping)):
        assert (value.__doc__ or "").partition("\n")[0].endswith(".")


def test_every_public_name_has_one_room() -> None:
    housed = [name for names in sam._ROOMS.values() for name in names]
    assert sorted(housed) == sorted(sam.__all__)
    assert list(sam._ROOMS) == sorted(sam._ROOMS)
    for room, names in sam._ROOMS.items():
        assert list(names) == sorted(names)
        assert set(names) <= set(importlib.import_module(f"samverkan_core.{room}").__all__)


def test_type_checkers_are_told_the_same_names_from_the_same_rooms() -> None:
    told = {
        (str(found.module).removeprefix("samverkan_core."), alias.name)
        for found in ast.walk(TREES["__init__.py"])
        if isinstance(found, ast.ImportFrom) and str(found.module).startswith("samverkan_core.")
        for alias in found.names
    }
    assert told == {(room, name) for room, names in sam._ROOMS.items() for name in names}


def test_dir_shows_what_is_meant_to_be_used() -> None:
    assert dir(sam) == sorted(sam.__all__)


def test_the_version_is_that_of_the_package() -> None:
    stated = tomllib.loads(PYPROJECT.read_text("utf-8"))["project"]["version"]
    try:
        metadata.version("samverkan_core")
    except metadata.PackageNotFoundError:
        pytest.skip("the package runs from its sources and is not installed")
    assert sam.__version__ == stated


def test_a_name_that_does_not_exist_is_told_as_python_tells_it() -> None:
    door: Any = sam
    with pytest.raises(AttributeError, match="module 'samverkan_core' has no attribute 'lods'"):
        _ = door.lods
    with pytest.raises(ImportError):
        exec("from samverkan_core import lods")  # noqa: S102 - the statement itself is tested


def test_no_room_has_the_name_of_something_public() -> None:
    rooms = {name.split(".")[1] for name in MODULES}
    assert not rooms & set(sam.__all__)
    for name in MODULES:
        importlib.import_module(name)
    assert inspect.isfunction(sam.index)
    assert inspect.isfunction(sam.check_json)
    assert inspect.isfunction(sam.check)


# --- the floors ------------------------------------------------------------------------------


def test_the_floors_of_the_docstring_are_those_that_are_enforced() -> None:
    contracts = tomllib.loads(PYPROJECT.read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    (floors,) = (contract["layers"] for contract in contracts if contract["id"] == "floors")
    there = {name.split(".")[1] for name in MODULES} | {"__main__"}
    enforced = [
        [room for room in map(_bare, floor.split("|")) if room in there] for floor in floors
    ]
    said = [
        [_bare(room) for room in line.split("|")]
        for line in (sam.__doc__ or "").splitlines()
        if line.startswith("    ")
    ]
    assert said == [floor for floor in enforced if floor]
    assert {room for floor in said for room in floor} == there
    must = {room.strip() for floor in floors for room in floor.split("|") if "(" not in room}
    assert must <= there


def _bare(room: str) -> str:
    return room.strip().strip("()")


# --- what no room does -----------------------------------------------------------------------

#: What opens a file or a connection, called by its own name or as a method.
OPENS = frozenset(
    {"open", "read_text", "read_bytes", "write_text", "write_bytes", "urlopen", "fdopen"}
)
WRITES = frozenset({*OPENS, "print", "input", "exec", "eval"})
#: What asks for the time of day, for chance or for where it runs.
ASKS = frozenset(
    {
        *("now", "today", "utcnow", "time", "monotonic", "perf_counter", "localtime", "gmtime"),
        *("uuid1", "uuid4", "urandom", "getenv", "setlocale", "getlocale", "getpass"),
    }
)
#: Modules that no room but the command needs.
CLOCKS = frozenset(
    {"time", "random", "secrets", "locale", "socket", "urllib", "tempfile", "shutil"}
)


def called(tree: ast.Module) -> Iterator[str]:
    """Give the last part of every name that is called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node.func.id
            elif isinstance(node.func, ast.Attribute):
                yield node.func.attr


def imported(tree: ast.Module) -> Iterator[str]:
    """Give every module that is imported, by its whole name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield str(node.module)


def test_only_the_command_opens_files_and_prints() -> None:
    found = {file: set(called(tree)) & WRITES for file, tree in TREES.items()}
    assert {file: names for file, names in found.items() if names} == {
        "cli/__init__.py": {"open"},
        "cli/_commands.py": {"print"},
        "cli/_inputs.py": {"open", "print"},
        "cli/_saying.py": {"print"},
        "cli/_tables.py": {"print", "write_bytes"},
        # The tables of the package, through importlib.resources.
        "reference/files.py": {"read_text"},
    }


def test_only_one_room_reads_the_packages_own_tables() -> None:
    readers = [
        file
        for file, tree in TREES.items()
        if any(name.startswith("importlib.resources") for name in imported(tree))
    ]
    assert readers == ["reference/files.py"]


def test_nothing_asks_a_clock_for_chance_or_for_the_environment() -> None:
    for file, tree in TREES.items():
        assert not set(called(tree)) & ASKS, file
        assert not {name.partition(".")[0] for name in imported(tree)} & CLOCKS, file
        attributes = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        assert "environ" not in attributes, file


def test_no_room_puts_its_annotations_off() -> None:
    assert not [file for file, tree in TREES.items() if "__future__" in set(imported(tree))]


# --- what every room has ---------------------------------------------------------------------


def test_every_module_says_what_it_is_and_what_is_public() -> None:
    for name in MODULES:
        module = importlib.import_module(name)
        assert (module.__doc__ or "").partition("\n")[0].endswith((".", ":")), name
        public = list(getattr(module, "__all__", []))
        assert public == sorted(set(public), key=_like_ruff), name
        assert all(hasattr(module, found) for found in public), name
        assert public or not list(_defined(module)), name


def test_every_public_function_and_class_is_documented() -> None:
    for name in MODULES:
        module = importlib.import_module(name)
        for found in getattr(module, "__all__", []):
            value = getattr(module, found)
            own = getattr(value, "__module__", None) == name
            if own and (inspect.isclass(value) or inspect.isfunction(value)):
                assert (value.__doc__ or "").partition("\n")[0].endswith((".", ":")), found


def _like_ruff(name: str) -> tuple[int, str]:
    """Sort constants first, then classes, then the rest."""
    return (0 if name.isupper() else 1 if name[:1].isupper() else 2), name


def _defined(module: ModuleType) -> Iterator[str]:
    for name, value in vars(module).items():
        own = getattr(value, "__module__", None) == module.__name__
        if own and not name.startswith("_"):
            yield name


# --- sets and things -------------------------------------------------------------------------

#: Words for what stands in documents and findings; rules have tables of words for themselves.
SETS = sorted(
    {
        value
        for name in MODULES
        if not name.startswith("samverkan_core.rules")
        for value in vars(importlib.import_module(name)).values()
        if inspect.isclass(value) and issubclass(value, enum.Enum) and len(value) > 0
    },
    key=lambda found: found.__name__,
)


@pytest.mark.parametrize("codes", SETS, ids=lambda codes: codes.__name__)
def test_every_member_of_a_set_has_a_word_of_its_own_in_both_languages(
    codes: type[Labelled],
) -> None:
    assert issubclass(codes, Labelled)
    for lang in ("sv", "en"):
        labels = [member.label(lang) for member in codes]
        assert all(label.strip() == label != "" for label in labels)
        assert len(set(labels)) == len(labels)
    assert all(member.code == member.name.lower() for member in codes)


def test_every_table_of_words_of_a_rule_has_both() -> None:
    for name in MODULES:
        for value in vars(importlib.import_module(name)).values():
            if inspect.isclass(value) and issubclass(value, Labelled):
                assert all(member.sv and member.en for member in value), value


def attrs_classes() -> Iterator[type[Any]]:
    """Give every attrs class of the package."""
    for name in MODULES:
        for value in vars(importlib.import_module(name)).values():
            if inspect.isclass(value) and value.__module__ == name and attrs.has(value):
                yield value


def test_every_class_is_frozen_and_has_slots() -> None:
    for cls in attrs_classes():
        made: Any = cls
        assert made.__setattr__ is not object.__setattr__, cls
        assert "__slots__" in vars(cls), cls
        assert "__dict__" not in dir(cls), cls


@pytest.mark.parametrize(
    "cls", dict.fromkeys((*classes(), *classes(Profile), SetAside)), ids=lambda cls: cls.__name__
)
def test_every_class_of_the_model_is_made_by_name_and_keeps_what_it_does_not_know(
    cls: type[Any],
) -> None:
    fields = attrs.fields(cls)
    assert all(field.kw_only and field.init for field in fields)
    assert all(field.converter is not None for field in fields)
    assert fields.kept.type.__name__ == "JsonObject"
    assert not fields.kept.repr
    parents = [base for base in cls.__mro__[1:-1] if base.__module__.startswith("samverkan_core")]
    assert parents == []


def test_a_line_above_each_member_says_what_it_is() -> None:
    for file, tree in TREES.items():
        lines = (SOURCE / file).read_text("utf-8").splitlines()
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and _is_public_thing(node):
                members = (part for part in node.body if isinstance(part, ast.AnnAssign))
                bare = [
                    f"{file}:{member.lineno}"
                    for member in members
                    if not lines[member.lineno - 2].strip().startswith("#:")
                ]
                assert not bare


def _is_public_thing(node: ast.ClassDef) -> bool:
    made = (ast.unparse(decorator) for decorator in node.decorator_list)
    return not node.name.startswith("_") and any(name.startswith("attrs.") for name in made)
