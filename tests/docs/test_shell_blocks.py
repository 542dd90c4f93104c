"""What a page shows of the command line is what the command line does.

A block of the kind `console` is run: its lines that begin with `$ ` one after the other, in a
folder that holds the files of the tutorials and is shared by the blocks of a page. A line `…`
stands for any number of lines that are not shown. Any other block for a shell says in a comment
above it why it is not run here.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import samverkan_core

from .pages import EXAMPLES, FILES, PAGES, Block, blocks, name

_BASH = shutil.which("bash")
_SHELLS = ("bash", "sh", "shell", "console", "zsh", "powershell")
#: The commands of README.md are run by whatever checks a change, each in a fresh environment.
_REASON = re.compile(r"not run: .{10,}|command: (?:check|test)")
_END = "--- end of output ---"
_MINUTE = 60
#: What a line `…` stands for.
_ANY = r"(?:.*\n)*?"

#: A page that shows what an extra gives -> the package that the extra brings.
_NEEDED = {"docs/how-to/work-in-excel.md": "openpyxl"}

WITH_COMMANDS = [page for page in PAGES if any(blocks(page, "console"))]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with the files of the tutorials, where `samverkan` is this very library."""
    work, commands = tmp_path / "work", tmp_path / "bin"
    shutil.copytree(FILES, work)
    shutil.copytree(EXAMPLES, work / "examples")
    shutil.copytree(EXAMPLES / "embed", work, dirs_exist_ok=True)
    commands.mkdir()
    for command, arguments in (("samverkan", "-m samverkan_core"), ("python", "")):
        shim = commands / command
        shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" {arguments} "$@"\n', encoding="utf-8")
        shim.chmod(0o755)
    monkeypatch.setenv("PATH", str(commands), prepend=os.pathsep)
    monkeypatch.setenv("PYTHONPATH", str(Path(samverkan_core.__file__).parents[1]))
    return work


def steps(block: Block) -> Iterator[tuple[str, str]]:
    """Give each command of a block, with what it shows."""
    before, *found = re.split(r"^\$ (.*)\n", block.text, flags=re.MULTILINE)
    assert not before, f"line {block.line}: a console block begins with a command"
    return zip(found[::2], found[1::2], strict=True)


def output(commands: list[str], folder: Path) -> list[str]:
    """Run commands in one shell, so that each sees the exit code of the one before it."""
    marked = (f"{command}\n(code=$?; echo '{_END}'; exit $code)\n" for command in commands)
    assert _BASH is not None
    run = subprocess.run(
        [_BASH, "-c", "".join(marked)],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=_MINUTE,
        check=False,
    )
    return run.stdout.decode().split(f"{_END}\n")[:-1]


def shows(expected: str, found: str) -> bool:
    """Tell whether what a page shows is what was printed, but for the lines that are left out."""
    lines = (_ANY if line == "…" else f"{re.escape(line)}\n" for line in expected.splitlines())
    # A page shows no blank lines around what is printed.
    printed = "".join(f"{line}\n" for line in found.strip("\n").splitlines())
    return re.fullmatch("".join(lines), printed) is not None


@pytest.mark.skipif(_BASH is None, reason="there is no bash here")
@pytest.mark.parametrize("page", WITH_COMMANDS, ids=name)
def test_a_page_shows_what_the_commands_print(page: Path, folder: Path) -> None:
    if name(page) in _NEEDED:
        pytest.importorskip(_NEEDED[name(page)], reason="the extra of the page is not installed")
    for block in blocks(page, "console"):
        shown = list(steps(block))
        printed = output([command for command, _ in shown], folder)
        assert len(printed) == len(shown), f"{name(page)}:{block.line}: a command ended the shell"
        for (command, expected), found in zip(shown, printed, strict=True):
            assert shows(expected, found), f"{name(page)}:{block.line}: $ {command}\n{found}"


def test_some_pages_show_commands() -> None:
    assert {"README.md", "docs/tutorial/ten-minutes.md"} <= set(map(name, WITH_COMMANDS))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_a_block_for_a_shell_is_run_or_says_why_not(page: Path) -> None:
    for block in blocks(page, *_SHELLS):
        if block.kind != "console":
            assert _REASON.fullmatch(block.mark), f"{name(page)}:{block.line} is never run"


@pytest.mark.parametrize(
    ("expected", "found", "same"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\n…\nd\n", "a\nb\nc\nd\n", True),
        ("a\n…\nb\n", "a\nb\n", True),
        ("a\n…\nd\n", "a\nb\nc\n", False),
        ("a\n", "a\nb\n", False),
        ("", "", True),
        ("", "a\n", False),
    ],
)
def test_only_lines_that_are_marked_may_be_left_out(
    expected: str, found: str, *, same: bool
) -> None:
    assert shows(expected, found) is same
