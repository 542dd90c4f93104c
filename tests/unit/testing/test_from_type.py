"""`from_type` draws every class of the model, though nobody imports the strategies.

Most of it happens in a Python of its own, where the package looks installed: hypothesis reads the
hook off the package's entry points while it is being imported.
"""

import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.strategies._internal import types

import samverkan_core
from samverkan_core import _hypothesis
from samverkan_core.model.actor import Actor
from samverkan_core.model.anatomy import classes
from samverkan_core.values.labels import Labelled

ROOT = Path(__file__).resolve().parents[3]
Fresh = Callable[[str], str]


@pytest.fixture
def fresh(tmp_path: Path) -> Fresh:
    """Run lines in a Python of its own in which the package is installed with its hook."""
    if not (ROOT / "pyproject.toml").is_file():
        pytest.skip("the declaration of the hook is not here: no pyproject.toml")
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    hooks = [f"{name} = {hook}" for name, hook in declared["entry-points"]["hypothesis"].items()]
    installed = tmp_path / "samverkan_core-0.0.0.dist-info"
    installed.mkdir()
    installed.joinpath("METADATA").write_text("Name: samverkan_core\nVersion: 0.0.0\n")
    installed.joinpath("entry_points.txt").write_text("\n".join(["[hypothesis]", *hooks]))
    source = Path(samverkan_core.__file__).parents[1]
    start = f"import sys\nsys.path[:0] = {[str(tmp_path), str(source)]!r}\n"

    def run(lines: str) -> str:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", start + lines],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert not done.returncode, done.stderr
        return done.stdout

    return run


DRAWN = """
from hypothesis import HealthCheck, given, settings, strategies as st
from samverkan_core.model.anatomy import classes
assert "samverkan_core.testing" not in sys.modules

def draw(cls):
    @settings(max_examples=4, database=None, deadline=None, suppress_health_check=HealthCheck)
    @given(st.from_type(cls))
    def is_one(value):
        assert type(value) is cls
    is_one()
"""


def test_importing_hypothesis_imports_neither_the_model_nor_the_calendar(fresh: Fresh) -> None:
    loaded = fresh("import hypothesis\nprint(*sys.modules, sep='\\n')").split()
    assert {name for name in loaded if name.startswith("samverkan_core")} == {
        "samverkan_core",
        "samverkan_core._hypothesis",
    }
    assert not {"cattrs", "pendulum"} & set(loaded)


def test_every_class_of_the_model_is_drawn(fresh: Fresh) -> None:
    lines = "for cls in classes():\n    draw(cls)\n    print(cls.__name__)"
    assert fresh(DRAWN + lines).split() == [cls.__name__ for cls in classes()]


def test_what_a_user_registers_goes_first(fresh: Fresh) -> None:
    lines = """
from samverkan_core.model.person import Person
one = Person(id="p")
st.register_type_strategy(Person, st.just(one))
@settings(max_examples=1, database=None)
@given(st.from_type(Person))
def is_that_one(value):
    assert value is one
is_that_one()
"""
    assert not fresh(DRAWN + lines)


def test_a_hypothesis_without_the_hook_gets_each_class(fresh: Fresh) -> None:
    lines = """
from hypothesis.strategies._internal import types
assert types._global_extra_lookup.pop("samverkan_core")
by_package = types._global_extra_lookup
del types._global_extra_lookup
from samverkan_core import _hypothesis
_hypothesis.register()
types._global_extra_lookup = by_package
for cls in classes():
    assert cls in types._global_type_lookup
    draw(cls)
"""
    assert not fresh(DRAWN + lines)


class TestHere:
    """The same in this Python, without hypothesis having called the hook."""

    @pytest.fixture(autouse=True)
    def _as_it_was(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(types, "_global_type_lookup", dict(types._global_type_lookup))
        monkeypatch.setattr(types, "_global_extra_lookup", dict(types._global_extra_lookup))

    def test_the_hook_answers_for_classes_of_the_model_only(self) -> None:
        _hypothesis.register()
        strategy_for = types._global_extra_lookup["samverkan_core"]
        assert isinstance(strategy_for(Actor), st.SearchStrategy)
        others: tuple[object, ...] = (int, Labelled, list[Actor], Actor | None, "Actor", [])
        assert [strategy_for(other) for other in others] == [None] * len(others)  # type: ignore[arg-type]

    def test_without_the_hook_each_class_is_registered(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delattr(types, "_global_extra_lookup")
        _hypothesis.register()
        for cls in classes():
            registered = types._global_type_lookup[cls]
            assert callable(registered)
            assert isinstance(registered(cls), st.SearchStrategy)
