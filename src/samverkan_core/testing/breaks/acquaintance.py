"""How rules about who knows whom are broken: introductions, professions, answering, finding."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import attrs
from hypothesis import strategies as st

from samverkan_core.indexing import index
from samverkan_core.model.activity import ActivityKind
from samverkan_core.model.actor import Actor, Profession
from samverkan_core.model.body import Body, BodyKind, SeatCategory
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.document import GoverningDocument
from samverkan_core.overviews.parties import present
from samverkan_core.testing.breaks.bodies import days_after
from samverkan_core.testing.breaks.collaboration import still_a_project
from samverkan_core.testing.breaks.doings import clear_activity
from samverkan_core.testing.edit import Edit, a, added, replaced
from samverkan_core.testing.lawful.follow_ups import term_ends
from samverkan_core.testing.texts import texts
from samverkan_core.values.time import PartialDate, TimeBox

__all__ = ["BREAKING", "NEAR_MISS"]


# --- introductions -----------------------------------------------------------------------------


def _one_stays_a_stranger(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _introducing(draw, collab, at, _there(collab, at)[1:])


def _all_have_met_today(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _introducing(draw, collab, at, _there(collab, at))


def _introducing(
    draw: st.DrawFn, collab: Collaboration, at: dt.date, there: tuple[Actor, ...]
) -> Collaboration:
    """Let a project have one introduction, for some actors."""
    project = still_a_project(draw, collab, days_after(draw, term_ends(at)))
    collab, activity = clear_activity(draw, project, at)
    others = tuple(one for one in collab.activities if one.kind is not ActivityKind.INTRODUCTION)
    introduction = attrs.evolve(
        activity,
        kind=ActivityKind.INTRODUCTION,
        kind_name=None,
        actors=tuple(actor.id for actor in there),
        time_box=TimeBox(starts=PartialDate.on(at)),
    )
    return added(attrs.evolve(collab, activities=others), introduction)


def _there(collab: Collaboration, at: dt.date) -> tuple[Actor, ...]:
    return present(index(collab).whole, at)


# --- actors ------------------------------------------------------------------------------------


def _title_only(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    return _with_profession(draw, collab, ())


def _one_thing_to_do(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    return _with_profession(draw, collab, (draw(texts()),))


def _with_profession(
    draw: st.DrawFn, collab: Collaboration, can_do: tuple[str, ...]
) -> Collaboration:
    actor, new = a(draw, collab.actors), Profession(name=draw(texts()), can_do=can_do)
    return replaced(collab, actor, attrs.evolve(actor, professions=(*actor.professions, new)))


def _one_answers_for_nothing(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _answering(draw, collab, at, None)


def _answers_in_a_word(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _answering(draw, collab, at, "–")


def _answering(
    draw: st.DrawFn, collab: Collaboration, at: dt.date, said: str | None
) -> Collaboration:
    actor = a(draw, _there(collab, at))
    return replaced(collab, actor, attrs.evolve(actor, responsibility=said))


# --- councils ----------------------------------------------------------------------------------


def _competence_unsaid(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    return _of_interest(draw, collab, None)


def _competence_in_a_word(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    return _of_interest(draw, collab, "–")


def _of_interest(draw: st.DrawFn, collab: Collaboration, competence: str | None) -> Collaboration:
    """Let all that interest organisations have in a council say the same of their competence."""
    council: Body = a(
        draw, (body for body in collab.bodies if body.kind is BodyKind.CHILDRENS_COUNCIL)
    )
    seats = tuple(
        attrs.evolve(seat, competence=competence)
        if seat.category is SeatCategory.INTEREST_ORGANISATION
        else seat
        for seat in council.seats
    )
    return replaced(collab, council, attrs.evolve(council, seats=seats))


# --- circulars ---------------------------------------------------------------------------------


def _not_to_be_found(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    wrong: dict[str, Any] = {
        "circular_number": a(draw, ("997:53", "1997/53", "1997:", "nr 1997:53")),
        "registry_number": a(draw, (None, "1997:0915", "997/915", "1997/")),
        "published": None,
    }
    name = a(draw, sorted(wrong))
    return _with_circular(draw, collab, at, {name: wrong[name]})


def _only_just_found(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    barely = {"circular_number": "1997:1", "registry_number": a(draw, ("1997/1", "SN 1997/1"))}
    return _with_circular(draw, collab, at, barely)


def _with_circular(
    draw: st.DrawFn, collab: Collaboration, at: dt.date, members: Mapping[str, Any]
) -> Collaboration:
    """Let a document be a circular with all that it is found by, but for some of it."""
    document: GoverningDocument = a(draw, collab.documents)
    whole = attrs.evolve(
        document,
        circular_number="1997:53",
        registry_number="1997/0915",
        published=PartialDate.on(at),
    )
    return replaced(collab, document, attrs.evolve(whole, **members))


#: Code -> an edit that breaks that rule and no other.
BREAKING: Mapping[str, Edit] = MappingProxyType(
    {
        "ACT050": _one_stays_a_stranger,
        "ACT051": _title_only,
        "ACT052": _one_answers_for_nothing,
        "BOD050": _competence_unsaid,
        "DOC050": _not_to_be_found,
    }
)
#: Code -> an edit that only just does not break it.
NEAR_MISS: Mapping[str, Edit] = MappingProxyType(
    {
        "ACT050": _all_have_met_today,
        "ACT051": _one_thing_to_do,
        "ACT052": _answers_in_a_word,
        "BOD050": _competence_in_a_word,
        "DOC050": _only_just_found,
    }
)
