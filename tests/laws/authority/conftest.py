"""The judges beside the engine: a database, and Cedar where it is installed."""

from collections.abc import Iterator

import pytest

from samverkan_core.reference.laws import Law

from . import facts
from .facts import Judge
from .sqlite_judge import SqliteJudge


@pytest.fixture(scope="session")
def database() -> Iterator[Judge]:
    """Give the judge that is one recursive query."""
    judge = SqliteJudge()
    yield judge
    judge.close()


@pytest.fixture(scope="session")
def cedar() -> Judge:
    """Give the judge that is Cedar's engine with policies, or skip."""
    pytest.importorskip("cedarpy", reason="Cedar judges only where cedarpy is installed")
    from .cedar_judge import permitted

    return permitted


@pytest.fixture
def all_law_read(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let judges and engine refuse by every provision in force, read or not.

    Several limits rest on law that nobody has read, and would never be tried otherwise.
    """

    def forget() -> None:
        facts.refusing.cache_clear()
        facts.refusing_for.cache_clear()

    forget()
    monkeypatch.setattr(Law, "verified_on", Law.holds)
    yield
    forget()
