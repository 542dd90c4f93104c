"""What tests make of plain texts, where the types of ids would only be noise."""

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


def thing(cls: Callable[..., T], **members: Any) -> T:
    """Make a thing of plain ids."""
    return cls(**members)
