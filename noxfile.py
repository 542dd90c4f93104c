"""The sessions that a change goes through; `nox -l` lists them.

Each session installs the library as it stands (editable) with the dependency groups that it needs,
through uv; `wheel` alone installs what others would get. `nox` alone runs what a change must pass;
`nox -s laws` looks further and takes longer.
"""

import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

import nox

#: How many lines of `src` may be kept out of the coverage by `pragma: no cover`.
MOST_EXCLUDED_LINES = 10

#: What meets other people's software has a session of its own.
BUT_OUTSIDE = "--ignore=tests/outside"

#: Nor do the laws run again: they say the same of the code wherever it is installed, beside what.
BUT_LAWS = ("--ignore=tests/laws", BUT_OUTSIDE)

#: All that the library offers beside its core.
EXTRAS = ".[arrow,excel,network,pandas,plot,polars,testing]"

#: What draws documents: which of its lines are reached is for chance to say.
DRAWN = "*/samverkan_core/testing/*"

#: Counts those lines as coverage itself does: a mark on a `def` excludes the whole function.
COUNT_EXCLUDED_LINES = """\
import pathlib
import coverage

counter = coverage.Coverage(config_file=False, data_file=None)
counter.clear_exclude()
counter.exclude("pragma: no cover")
print(sum(len(counter.analysis2(str(path))[2]) for path in pathlib.Path("src").rglob("*.py")))
"""

#: Refuses to go on where the library that Python finds is not the one that was installed.
REFUSE_ANOTHER_PLACE = """\
import sys
from pathlib import Path
import samverkan_core

print(f"the library is that of {samverkan_core.__file__}")
if not Path(samverkan_core.__file__).is_relative_to(sys.prefix):
    sys.exit(f"it does not lie in the environment of this session, {sys.prefix}")
"""

#: Refuses to go on where a dependency is newer than the lowest version that the library allows.
REFUSE_NEWER = """\
import tomllib
from importlib import metadata
from pathlib import Path
from packaging.requirements import Requirement
from packaging.version import Version

project = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]
extras = project["optional-dependencies"]
for line in (*project["dependencies"], *(line for lines in extras.values() for line in lines)):
    requirement = Requirement(line)
    (lowest,) = (bound.version for bound in requirement.specifier if bound.operator == ">=")
    found = metadata.version(requirement.name)
    print(f"{requirement.name} {found}")
    if Version(found) != Version(lowest):
        raise SystemExit(f"{line}: not the lowest version, so that nothing is said of that one")
"""


def _oldest_python() -> str | None:
    """Find the oldest Python that the library supports and that runs on this machine."""
    project = nox.project.load_toml("pyproject.toml")
    for version in nox.project.python_versions(project):
        found = shutil.which(f"python{version}")
        if found and _runs(found):
            return version
    return None


def _runs(python: str) -> bool:
    """Tell whether a command runs: it may stand for a Python that is not switched on."""
    asked = [python, "-c", ""]
    done = subprocess.run(asked, capture_output=True, check=False)  # noqa: S603 - asked to do nothing
    return done.returncode == 0


nox.needs_version = ">=2025.5.1"
nox.options.default_venv_backend = "uv"
nox.options.reuse_venv = "yes"
# The tests come last, so that their count is what a reader sees at the end.
nox.options.sessions = [
    *("lint", "types", "floors", "docs", "audit"),
    *("outside", "wheel", "lowest", "tests"),
]


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and formatting with ruff."""
    _install(session, "lint")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Check the types of library and tests with mypy, the public ones with pyright too."""
    _install(session, "types")
    session.run("mypy")
    session.run("pyright")


@nox.session
def floors(session: nox.Session) -> None:
    """Check that a floor imports only floors below it."""
    _install(session, "floors")
    session.run("lint-imports", "--no-logo")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation, every warning an error, and run the examples in it."""
    _install(session, "docs")
    for builder in ("html", "doctest"):
        target = f"docs/_build/{builder}"
        session.run("sphinx-build", "-W", "-n", "-q", "-b", builder, "docs", target)


@nox.session
def audit(session: nox.Session) -> None:
    """Check that classes have slots, that imports are declared, and what the wheel holds."""
    session.install("-e", EXTRAS, "--group", "audit")
    session.run("slotscheck", "-m", "samverkan_core")
    # It says much about packages of other groups, which are not installed here: kept for a failure.
    session.run("deptry", "src", silent=True)
    with _temporary_folder() as folder:
        session.run("check-wheel-contents", _build(session, "wheel", Path.cwd(), folder))


@nox.session
def outside(session: nox.Session) -> None:
    """Run the examples with other people's frameworks, databases, notebooks, and a browser.

    What the machine itself must have, a browser and a database server, is looked for; where it is
    not there the tests that need it are skipped and say so. Arguments replace the selection.
    """
    _install(session, "outside")
    session.run("pytest", "-p", "no:cacheprovider", *(session.posargs or ("tests/outside",)))


@nox.session(reuse_venv=False)
def wheel(session: nox.Session) -> None:
    """Run the tests of the sdist against the wheel that is built from it, without its sources.

    Arguments replace the selection, which is all but the laws and `outside`.
    """
    with _temporary_folder() as folder:
        tree = _unpacked(_build(session, "sdist", Path.cwd(), folder), folder)
        built = _build(session, "wheel", tree, folder)
        shutil.rmtree(tree / "src")
        with session.chdir(tree):
            session.install(str(built), "--group", "test")
            session.run("python", "-c", REFUSE_ANOTHER_PLACE, log=False)
            session.run("pytest", "-p", "no:cacheprovider", *(session.posargs or BUT_LAWS))


@nox.session(python=_oldest_python(), reuse_venv=False)
def lowest(session: nox.Session) -> None:
    """Run the tests with the oldest Python and the lowest versions that the library allows.

    The tools of the tests are the newest: what is asked is whether the bounds are true of which
    users of the library are told. Arguments replace the selection, which is all but the laws and
    `outside`.
    """
    session.install("-e", EXTRAS, "--resolution", "lowest-direct")
    session.install("--group", "test")
    session.run("python", "-c", REFUSE_NEWER, log=False)
    session.run("pytest", "-p", "no:cacheprovider", *(session.posargs or BUT_LAWS))


@nox.session
def tests(session: nox.Session) -> None:
    """Run tests and docstring examples with full branch coverage.

    Arguments replace the selection, and nothing is measured then: `nox -s tests -- tests/unit`.
    """
    _install(session, "test")
    if session.posargs:
        session.run("pytest", "--doctest-modules", *session.posargs)
        return
    _check_excluded_lines(session)
    measured = ("--doctest-modules", "--cov", "--cov-report=", BUT_OUTSIDE)
    session.run("pytest", *measured, "src", "tests")
    # Every line has a test but those that only chance leads to: `testing` draws what it makes.
    session.run("coverage", "report", f"--omit={DRAWN}", "--fail-under=100")
    session.run("coverage", "report", f"--include={DRAWN}", "--fail-under=99")


@nox.session
def laws(session: nox.Session) -> None:
    """Run the slow tests too, each law with many examples."""
    _install(session, "test")
    session.run(
        "pytest", "-m", "slow or not slow", *session.posargs, env={"SAMVERKAN_LAWS": "slow"}
    )


@nox.session
def schemas(session: nox.Session) -> None:
    """Write the schema files of the documentation anew."""
    _install(session, "docs")
    session.chdir("docs")
    session.run("python", "-m", "_generate.schemas")


def _install(session: nox.Session, group: str) -> None:
    session.install("-e", ".", "--group", group)


def _temporary_folder() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix="samverkan.")


def _build(session: nox.Session, kind: str, tree: Path, folder: str) -> Path:
    """Build the sdist or the wheel of a tree into a folder that holds no other of its kind."""
    session.run("uv", "build", "--quiet", f"--{kind}", "--out-dir", folder, str(tree))
    (built,) = Path(folder).glob("*.whl" if kind == "wheel" else "*.tar.gz")
    return built


def _unpacked(sdist: Path, folder: str) -> Path:
    """Unpack a sdist, and give the tree in it."""
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    return Path(folder, sdist.name.removesuffix(".tar.gz"))


def _check_excluded_lines(session: nox.Session) -> None:
    found = session.run("python", "-c", COUNT_EXCLUDED_LINES, silent=True, log=False)
    print(f"excluded lines: {str(found).strip()}", flush=True)
    if int(str(found)) > MOST_EXCLUDED_LINES:
        session.error(f"more than {MOST_EXCLUDED_LINES} lines of src are kept out of the coverage")
