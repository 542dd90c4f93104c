"""The server that the tests start is theirs alone, and is gone when they are done."""

import os
import time
from pathlib import Path

import pytest

from .postgres import programs, server


class Interrupted(Exception):
    """Whatever may happen while a test runs."""


def is_gone(number: int) -> bool:
    """Tell whether a process is gone, or goes within ten seconds."""
    for _ in range(200):
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def number_of(folder: Path) -> int:
    """Give the process of the server that runs in a folder."""
    return int((folder / "data/postmaster.pid").read_text("utf-8").splitlines()[0])


def test_the_server_goes_whatever_happens() -> None:
    place = programs()
    if place is None:
        pytest.skip("PostgreSQL is not installed")
    seen: list[tuple[Path, int]] = []

    def interrupted() -> None:
        with server(place) as url:
            folder = Path(url.partition("host=")[2])
            seen.append((folder, number_of(folder)))
            os.kill(seen[0][1], 0)
            raise Interrupted

    with pytest.raises(Interrupted):
        interrupted()
    ((folder, number),) = seen
    assert not folder.exists()
    assert is_gone(number)
