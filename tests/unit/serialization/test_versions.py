"""The versions of the format: which can be read, which are newer, and which say nothing."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.serialization.load import read
from samverkan_core.serialization.versions import CURRENT, FORM, READABLE, is_newer, is_readable
from samverkan_core.serialization.write import dumps

numbers = st.integers(0, 10**9 - 1)


def codes(version: object) -> list[str]:
    """Give the codes of what is found in a document of a version."""
    text = json.dumps({"samverkan": version, "name": "n"})
    return [finding.code for finding in read(text).report]


@given(major=numbers, minor=numbers)
def test_a_version_is_read_when_its_major_is_ours(major: int, minor: int) -> None:
    version = f"{major}.{minor}"
    assert FORM.fullmatch(version)
    assert is_readable(version) == (major == 1)
    assert bool(re.fullmatch(READABLE, version)) == is_readable(version)
    assert is_newer(version) == ((major, minor) > (1, 0))
    assert codes(version) == ([] if version == "1.0" else ["VER003" if major == 1 else "VER002"])


@given(minor=st.integers(1, 10**9 - 1))
def test_a_newer_minor_is_read_and_its_version_written_back(minor: int) -> None:
    text = f'{{"samverkan":"1.{minor}","name":"n","novelty":[1.50]}}'
    loaded = read(text)
    assert [finding.code for finding in loaded.report] == ["MEM001", "VER003"]
    assert loaded.value is not None
    assert dumps(loaded.value).decode() == text


@pytest.mark.parametrize(
    "version",
    [
        *(
            "",
            "1",
            "1.",
            ".0",
            "1.0.0",
            "01.0",
            "1.00",
            "1.01",
            "v1.0",
            " 1.0",
            "1.0\n",
            "\uff11.\uff10",
        ),
        *("-1.0", "1,0", "1." + 10 * "9", 4300 * "9" + ".0", None, 1, 1.0, True, [], {"major": 1}),
    ],
    ids=lambda version: repr(version)[:12],
)
def test_what_is_no_version_is_refused(version: object) -> None:
    assert codes(version) == ["VER001"]


def test_a_document_that_cannot_be_told_is_not_looked_into() -> None:
    for version in ("2.0", "x"):
        text = json.dumps({"samverkan": version, "name": 7, "unknown": 1})
        assert len(read(text).report) == 1


def test_the_version_that_is_written_is_one_that_is_read() -> None:
    assert is_readable(CURRENT)
    assert not is_newer(CURRENT)
