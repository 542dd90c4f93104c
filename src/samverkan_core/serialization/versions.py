"""The versions of the document format, and what becomes of each."""

import re

__all__ = ["CURRENT", "FORM", "MEMBER", "READABLE", "is_newer", "is_readable"]

#: The member of a document that says its version.
MEMBER = "samverkan"
#: The version that this library writes for a document made with it.
CURRENT = "1.0"
#: How a version is written: major and minor.
FORM = re.compile(r"(0|[1-9][0-9]{0,8})[.](0|[1-9][0-9]{0,8})")

#: The form of those versions that can be read, for the schema.
READABLE = f"{CURRENT.partition('.')[0]}[.](0|[1-9][0-9]{{0,8}})"


def is_readable(version: str) -> bool:
    """Tell whether documents of a version can be read: those of the same major version."""
    return _numbers(version)[0] == _numbers(CURRENT)[0]


def is_newer(version: str) -> bool:
    """Tell whether a readable version may have members that this library does not know."""
    return _numbers(version) > _numbers(CURRENT)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))
