"""How the rules about actors are broken: what each brings, and what registers call it."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

import attrs
from hypothesis import strategies as st

from samverkan_core.indexing import index
from samverkan_core.model.actor import Actor
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.common import Identifier, IdentifierSystem
from samverkan_core.reference.municipalities import counties, known, municipalities
from samverkan_core.rules.common import taking_part
from samverkan_core.testing.edit import Edit, a, replaced

__all__ = ["BREAKING", "NEAR_MISS"]

#: Identifiers that have no register's form, or not its check digit.
_MALFORMED = (
    (IdentifierSystem.ORGANISATION_NUMBER, "212000-0416"),
    (IdentifierSystem.ORGANISATION_NUMBER, "2120000415"),
    (IdentifierSystem.ORGANISATION_NUMBER, "SE212000041501"),
    (IdentifierSystem.HSA_ID, "SE2120000416-A1"),
    (IdentifierSystem.HSA_ID, "2120000415-A1"),
    (IdentifierSystem.MUNICIPALITY_CODE, "561"),
    (IdentifierSystem.MUNICIPALITY_CODE, "05 61"),
    (IdentifierSystem.COUNTY_CODE, "5"),
    (IdentifierSystem.COUNTY_CODE, "E"),
)
#: Codes of the right form that no municipality or county has had since the table begins.
_NOT_IN_USE = (
    (IdentifierSystem.MUNICIPALITY_CODE, "0000"),
    (IdentifierSystem.MUNICIPALITY_CODE, "1917"),
    (IdentifierSystem.COUNTY_CODE, "00"),
    (IdentifierSystem.COUNTY_CODE, "11"),
)
#: Identifiers that only just have their form.
_WELL_FORMED = (
    (IdentifierSystem.ORGANISATION_NUMBER, "212000-0415"),
    (IdentifierSystem.HSA_ID, "SE2120000415-A1"),
    (IdentifierSystem.OTHER, "212000-0416"),
)


def _one(draw: st.DrawFn, collab: Collaboration) -> Actor:
    return a(draw, taking_part(index(collab).whole))


def _two(draw: st.DrawFn, collab: Collaboration) -> tuple[Actor, Actor]:
    drawn = draw(st.permutations(taking_part(index(collab).whole)))
    return drawn[0], drawn[1]


def _new_word(collab: Collaboration) -> str:
    """Give a competence that nobody in the collaboration states."""
    known_words = {word for actor in collab.actors for word in actor.competences}
    return "ny " * (1 + max(map(len, known_words), default=0)) + "kompetens"


def _no_competence(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    actor = _one(draw, collab)
    return replaced(collab, actor, attrs.evolve(actor, competences=()))


def _one_competence(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    actor = _one(draw, collab)
    return replaced(collab, actor, attrs.evolve(actor, competences=(_new_word(collab),)))


def _same_competences(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    actor, other = _two(draw, collab)
    same = tuple(draw(st.permutations(other.competences)))
    return replaced(collab, actor, attrs.evolve(actor, competences=same))


def _one_competence_differs(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    actor, other = _two(draw, collab)
    more = (*other.competences, _new_word(collab))
    return replaced(collab, actor, attrs.evolve(actor, competences=more))


def _identified(
    draw: st.DrawFn, collab: Collaboration, system: IdentifierSystem, value: str
) -> Collaboration:
    actor = a(draw, collab.actors)
    name = "eget register" if system is IdentifierSystem.OTHER else None
    new = Identifier(system=system, system_name=name, value=value)
    return replaced(collab, actor, attrs.evolve(actor, identifiers=(*actor.identifiers, new)))


def _wrong_identifier(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    wrong = (*_MALFORMED, *(_NOT_IN_USE if known(at) else ()))
    return _identified(draw, collab, *a(draw, wrong))


def _right_identifier(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    codes = (
        *((IdentifierSystem.MUNICIPALITY_CODE, row.code) for row in municipalities(at)),
        *((IdentifierSystem.COUNTY_CODE, row.code) for row in counties(at)),
    )
    chosen = a(draw, _WELL_FORMED) if not codes or draw(st.booleans()) else a(draw, codes)
    return _identified(draw, collab, *chosen)


def _no_contribution(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    actor = _one(draw, collab)
    return replaced(collab, actor, attrs.evolve(actor, contribution=None))


def _shortest_contribution(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    actor = _one(draw, collab)
    return replaced(collab, actor, attrs.evolve(actor, contribution="–"))


#: Code -> an edit that breaks that rule and no other.
BREAKING: Mapping[str, Edit] = MappingProxyType(
    {
        "ACT001": _no_competence,
        "ACT002": _same_competences,
        "ACT003": _wrong_identifier,
        "ACT004": _no_contribution,
    }
)
#: Code -> an edit that only just does not break it.
NEAR_MISS: Mapping[str, Edit] = MappingProxyType(
    {
        "ACT001": _one_competence,
        "ACT002": _one_competence_differs,
        "ACT003": _right_identifier,
        "ACT004": _shortest_contribution,
    }
)
