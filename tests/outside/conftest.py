"""What tests share that need more than Python: a browser that the machine has."""

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser


# While Playwright runs, other tests could run no event loop of their own: so each module that asks
# for a browser has one, and closes it.
@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """Give the machine's own Chromium, or skip: none is downloaded."""
    reason = "the group outside is not installed"
    sync_api = pytest.importorskip("playwright.sync_api", reason=reason)
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("this machine has no Chromium")
    # Whoever runs as root gets no sandbox from Chromium; what is opened are pages of this project.
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    arguments = ["--no-sandbox"] if is_root else []
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=arguments)
        yield running
        running.close()
