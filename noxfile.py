"""The sessions that a change goes through; `nox -l` lists them.

Each session installs the library as it stands (editable) with the dependency groups that it needs,
through uv. `nox` alone runs what a change must pass; `nox -s laws` looks further and takes longer.
"""

import nox

#: How many lines of `src` may be kept out of the coverage by `pragma: no cover`.
MOST_EXCLUDED_LINES = 10

#: Counts those lines as coverage itself does: a mark on a `def` excludes the whole function.
COUNT_EXCLUDED_LINES = """\
import pathlib
import coverage

counter = coverage.Coverage(config_file=False, data_file=None)
counter.clear_exclude()
counter.exclude("pragma: no cover")
print(sum(len(counter.analysis2(str(path))[2]) for path in pathlib.Path("src").rglob("*.py")))
"""

nox.needs_version = ">=2025.5.1"
nox.options.default_venv_backend = "uv"
nox.options.reuse_venv = "yes"
# The tests come last, so that their count is what a reader sees at the end.
nox.options.sessions = ["lint", "types", "floors", "docs", "tests"]


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
def tests(session: nox.Session) -> None:
    """Run tests and docstring examples with full branch coverage.

    Arguments replace the selection, and nothing is measured then: `nox -s tests -- tests/unit`.
    """
    _install(session, "test")
    if session.posargs:
        session.run("pytest", "--doctest-modules", *session.posargs)
        return
    _check_excluded_lines(session)
    session.run("pytest", "--doctest-modules", "--cov", "--cov-report=term", "src", "tests")


@nox.session
def laws(session: nox.Session) -> None:
    """Run the slow tests too, each law with many examples."""
    _install(session, "test")
    session.run(
        "pytest", "-m", "slow or not slow", *session.posargs, env={"SAMVERKAN_LAWS": "slow"}
    )


def _install(session: nox.Session, group: str) -> None:
    session.install("-e", ".", "--group", group)


def _check_excluded_lines(session: nox.Session) -> None:
    found = session.run("python", "-c", COUNT_EXCLUDED_LINES, silent=True, log=False)
    print(f"excluded lines: {str(found).strip()}", flush=True)
    if int(str(found)) > MOST_EXCLUDED_LINES:
        session.error(f"more than {MOST_EXCLUDED_LINES} lines of src are kept out of the coverage")
