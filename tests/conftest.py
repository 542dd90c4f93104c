"""What all tests share: how many examples a law gets, and where the seed texts lie."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

#: The seed texts, where this checkout stands beside them.
SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"

# All but slow try the same examples each time, so that a failure belongs to the change that made
# it; slow looks for new ones and prints how to try the one that failed again.
# A machine that does other work besides is no fault of a law: none fails for being slow.
settings.register_profile(
    "quick",
    max_examples=25,
    deadline=None,
    derandomize=True,
    print_blob=False,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("glance", settings.get_profile("quick"), max_examples=5)
settings.register_profile("ci", settings.get_profile("quick"), max_examples=100)
settings.register_profile(
    "slow", max_examples=2000, deadline=None, derandomize=False, print_blob=True
)
settings.load_profile(os.environ.get("SAMVERKAN_LAWS", "quick"))


@pytest.fixture(scope="session")
def seeds() -> Path:
    """Give the folder of the seed texts, or skip: a checkout need not have it."""
    if not SEEDS.is_dir():
        pytest.skip(f"the seed texts are not here: no folder {SEEDS.parent.name}/{SEEDS.name}")
    return SEEDS
