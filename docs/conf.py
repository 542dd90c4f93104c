"""How the documentation is built: Sphinx, pages in Markdown, every warning an error."""

import builtins
from importlib.metadata import version as installed_version

project = "samverkan_core"
author = "the samverkan_core authors"
copyright = "2026, the samverkan_core authors"
release = installed_version("samverkan_core")
version = release
language = "en"

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.doctest",
    "sphinx.ext.napoleon",
]
exclude_patterns = ["_build"]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "description"

# Examples in docstrings are run by the session `tests`, with the names of their module. Here only
# what a page writes as {doctest} or {testcode} is run.
doctest_test_doctest_blocks = ""

nitpicky = True
# The build needs no network, so no other project's inventory is read: names of the language and of
# other packages are not resolved. Names of this library are.
nitpick_ignore_regex = [
    ("py:.*", rf"(?:{'|'.join(dir(builtins))})"),
    ("py:.*", r"(?!samverkan_core\.)\w+(?:\.\w+)+"),
]

html_theme = "furo"
html_title = f"{project} {release}"
