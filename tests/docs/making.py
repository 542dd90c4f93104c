"""The pages that are made from the code, for every test that reads them."""

import importlib.util
import sys
from collections.abc import Callable, Mapping
from functools import cache
from typing import cast

from .pages import DOCS

__all__ = ["MADE"]


def _made() -> Mapping[str, Callable[[], str]]:
    """Give the pages by name, with what makes them; the folder is no package of the tests."""
    folder = DOCS / "_generate"
    spec = importlib.util.spec_from_file_location(
        "_generate", folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules.setdefault("_generate", importlib.util.module_from_spec(spec))
    spec.loader.exec_module(module)
    pages = cast("Mapping[str, Callable[[], str]]", module.PAGES)
    return {name: cache(page) for name, page in pages.items()}


#: Name of the page -> what makes it, once.
MADE = _made()
