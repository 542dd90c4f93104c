"""The page about the command: its help, as the command itself gives it."""

import io
import os
from collections.abc import Iterator
from contextlib import redirect_stdout, suppress
from unittest.mock import patch

from samverkan_core.cli import main

__all__ = ["command_page"]

_COMMANDS = (
    *("check", "assess", "pillars", "explain", "may", "next", "diagram", "schema"),
    *("template", "import", "export"),
)


def command_page() -> str:
    """Write the page."""
    return "\n".join(_sections())


def _sections() -> Iterator[str]:
    for arguments in ((), *((command,) for command in _COMMANDS)):
        title = " ".join(("samverkan", *arguments))
        yield f"## {title}\n\n```text\n{_help(*arguments)}```\n"


def _help(*arguments: str) -> str:
    written = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    # The same on a wide terminal and without one.
    narrow = patch("shutil.get_terminal_size", return_value=os.terminal_size((90, 24)))
    with narrow, redirect_stdout(written), suppress(SystemExit):
        main([*arguments, "--help"])
    written.seek(0)
    return written.read()
