"""What was set aside stood in a collection of things with ids."""

import pytest

from samverkan_core.errors import InvalidValue
from samverkan_core.model.anatomy import COLLECTIONS
from samverkan_core.model.collaboration import Collaboration, SetAside
from samverkan_core.values.kept import NOTHING


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_each_collection_can_have_things_set_aside(collection: str) -> None:
    assert SetAside(pointer=f"/{collection}/10", value=NOTHING).pointer == f"/{collection}/10"


@pytest.mark.parametrize(
    "pointer", ["x", "/name/0", "/actors", "/actors/", "/actors/-1", "/actors/01", "/acceptances/0"]
)
def test_nothing_else_is_a_place_for_it(pointer: str) -> None:
    with pytest.raises(InvalidValue, match="/actors/3"):
        SetAside(pointer=pointer, value=NOTHING)


@pytest.mark.parametrize("version", ["2.0", "1", "1.01", "007.1", "1.x"])
def test_a_version_that_nobody_could_read_back_is_refused(version: str) -> None:
    with pytest.raises(InvalidValue, match=r"1[.]0"):
        Collaboration(name="Fokus", samverkan=version)
