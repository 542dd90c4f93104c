"""How the tests of the command line run it: what is given, and what comes back."""

from collections.abc import Callable
from typing import TypeAlias

__all__ = ["Run"]

#: Runs the command with arguments: its exit code, what it printed, and what it complained of.
Run: TypeAlias = Callable[..., tuple[int, str, str]]
