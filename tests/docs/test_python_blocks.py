"""Python that stands in a page is run: by Sphinx in docs, and here in the pages at the root."""

import doctest
from pathlib import Path

import pytest

from .pages import DOC_PAGES, ROOT, ROOT_PAGES, blocks, name

_PYTHON = ("python", "py", "python3", "pycon", "ipython", "{code-block}", "{code}", "{sourcecode}")

WITH_PYTHON = [page for page in ROOT_PAGES if any(blocks(page, *_PYTHON))]


@pytest.mark.parametrize("page", DOC_PAGES, ids=name)
def test_every_example_in_docs_is_one_that_sphinx_runs(page: Path) -> None:
    for block in blocks(page, *_PYTHON):
        pytest.fail(f"{name(page)}:{block.line}: write {{doctest}} or {{testcode}}")


@pytest.mark.parametrize("page", WITH_PYTHON, ids=name)
def test_examples_at_the_root_do_what_they_show(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {"__name__": "page"}
    for block in blocks(page, *_PYTHON):
        # As many lines above it as in the page, so that a failure names the line there.
        source = "\n" * block.line + block.text
        if ">>>" in block.text:
            _run_session(source, names, page)
        else:
            exec(compile(source, name(page), "exec"), names)  # noqa: S102 - a page of this project


def _run_session(source: str, names: dict[str, object], page: Path) -> None:
    test = doctest.DocTestParser().get_doctest(source, names, name(page), str(page), 0)
    said: list[str] = []
    result = doctest.DocTestRunner().run(test, out=said.append, clear_globs=False)
    assert result.failed == 0, "".join(said)
    names.update(test.globs)


def test_the_readme_has_an_example_in_python() -> None:
    assert ROOT / "README.md" in WITH_PYTHON
