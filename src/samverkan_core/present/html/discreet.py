"""Whom a page says nothing of: persons whose particulars are protected (skyddade uppgifter)."""

from collections.abc import Iterator

import attrs

from samverkan_core.findings.finding import Datum, Finding
from samverkan_core.findings.pointer import tokens
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.person import Protection
from samverkan_core.present.html.wording import said
from samverkan_core.values.labels import Lang

__all__ = ["discreet", "withheld"]

_PERSONS = "persons"


def withheld(collab: Collaboration | None) -> frozenset[str]:
    """Give the ids of persons of whom nothing is told: protected, or not known not to be.

    A person that was set aside unread may be protected and is treated so.
    """
    return frozenset() if collab is None else frozenset(_withheld(collab))


def _withheld(collab: Collaboration) -> Iterator[str]:
    yield from (one.id for one in collab.persons if one.protection is not Protection.NONE)
    for one in collab.set_aside:
        id_ = dict(one.value.members).get("id")
        if tokens(one.pointer)[0] == _PERSONS and isinstance(id_, str):
            yield id_


def discreet(finding: Finding, hidden: frozenset[str], lang: Lang) -> Finding:
    """Give a finding as it can be shown: whoever is withheld is not told of in its words."""
    if not hidden:
        return finding
    instead = said(lang)["protected"]
    return attrs.evolve(
        finding, data=((name, _hidden(value, hidden, instead)) for name, value in finding.data)
    )


def _hidden(value: Datum, hidden: frozenset[str], instead: str) -> Datum:
    if isinstance(value, tuple):
        return tuple(instead if one in hidden else one for one in value)
    return instead if value in hidden else value
