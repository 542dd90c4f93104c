"""The one door to the tables that come with the package."""

import functools
from importlib.resources import files

__all__ = ["package_text"]


@functools.cache
def package_text(name: str) -> str:
    """Give the text of one table of reference data, read once."""
    table = files("samverkan_core.reference").joinpath("data").joinpath(name)
    return table.read_text(encoding="utf-8")
