"""How the documentation is built: Sphinx, pages in Markdown, every warning an error."""

import builtins
import sys
import tomllib
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

DOCS = Path(__file__).parent
sys.path.insert(0, str(DOCS))

project = "samverkan_core"
author = "the samverkan_core authors"
copyright = "2026, the samverkan_core authors"
release = tomllib.loads((DOCS.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"][
    "version"
]
version = release
language = "en"

extensions = ["myst_parser", "sphinx.ext.doctest"]
# A page that is made when the documentation is built is part of the page that includes it.
exclude_patterns = ["_build", "reference/generated"]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

# Examples in docstrings are run by the session `tests`, with the names of their module. Here only
# what a page writes as {doctest} or {testcode} is run, in a folder of its own that holds the files
# of the tutorials.
doctest_test_doctest_blocks = ""
doctest_global_setup = f"""
import os as _os, shutil as _shutil, tempfile as _tempfile
_before, _place = _os.getcwd(), _tempfile.TemporaryDirectory()
_shutil.copytree({str(DOCS / "files")!r}, _place.name, dirs_exist_ok=True)
_os.chdir(_place.name)
"""
doctest_global_cleanup = "_os.chdir(_before); _place.cleanup()"

nitpicky = True
# The build needs no network, so no other project's inventory is read: names of the language and of
# other packages are not resolved. Names of this library are.
nitpick_ignore_regex = [
    ("py:.*", rf"(?:{'|'.join(dir(builtins))})"),
    ("py:.*", r"(?!samverkan_core\.)\w+(?:\.\w+)+"),
]

html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["tables.css"]
html_title = f"{project} {release}"


def make_pages(_: Sphinx) -> None:
    """Make the pages that are made from the code, before any page is read."""
    from _generate import write  # noqa: PLC0415 - found only once the path above is set

    write(DOCS / "reference" / "generated")


def set_language(
    app: Sphinx, page: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    """Mark a page that says `lang: sv` at its top as Swedish, for whoever has it read aloud."""
    own = app.env.metadata.get(page, {}).get("lang")
    if own:
        context["language"] = own


def setup(app: Sphinx) -> None:
    """Hook both into the build."""
    app.connect("builder-inited", make_pages)
    app.connect("html-page-context", set_language)
