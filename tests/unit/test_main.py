"""`python -m samverkan_core`."""

import runpy
import sys

import pytest


def test_the_package_is_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["samverkan", "explain", "FOC003", "--lang", "en"])
    with pytest.raises(SystemExit) as stop:
        runpy.run_module("samverkan_core", run_name="__main__")
    assert stop.value.code == 0
    assert capsys.readouterr().out.startswith("FOC003 · Error")


def test_the_module_alone_does_nothing() -> None:
    assert "main" in runpy.run_module("samverkan_core.__main__", run_name="other")
