"""Of whom nothing is told: persons whose particulars are protected (skyddade personuppgifter)."""

from collections.abc import Iterator

from samverkan_core.findings.pointer import tokens
from samverkan_core.model.collaboration import Collaboration, SetAside
from samverkan_core.model.person import Protection

__all__ = ["PERSONS", "is_person", "withheld_persons"]

#: The collection that persons stand in.
PERSONS = "persons"


def withheld_persons(collab: Collaboration) -> frozenset[str]:
    """Give the ids of persons of whom nothing is told: protected, or not known not to be.

    A person that was set aside unread may be protected and is treated so.
    """
    return frozenset(_withheld(collab))


def is_person(aside: SetAside) -> bool:
    """Tell whether what could not be read stood among the persons."""
    return tokens(aside.pointer)[0] == PERSONS


def _withheld(collab: Collaboration) -> Iterator[str]:
    yield from (one.id for one in collab.persons if one.protection is not Protection.NONE)
    for one in collab.set_aside:
        id_ = dict(one.value.members).get("id")
        if is_person(one) and isinstance(id_, str):
            yield id_
