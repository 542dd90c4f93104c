"""What the tests of the command line share: the command is run in this process."""

from pathlib import Path

import pytest

from samverkan_core import cli

from .commands import Run


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def running(*arguments: str | Path) -> tuple[int, str, str]:
        code = cli.main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return running
