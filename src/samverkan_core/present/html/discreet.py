"""Whom a page says nothing of: persons whose particulars are protected (skyddade uppgifter)."""

import attrs

from samverkan_core.findings.finding import Datum, Finding
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.withheld import withheld_persons
from samverkan_core.present.html.wording import said
from samverkan_core.values.labels import Lang

__all__ = ["discreet", "withheld"]


def withheld(collab: Collaboration | None) -> frozenset[str]:
    """Give the ids of persons of whom nothing is told; none where nobody can know who they are."""
    return frozenset() if collab is None else withheld_persons(collab)


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
