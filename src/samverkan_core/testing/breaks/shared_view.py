"""How rules about the shared view are broken: pictures, ratings, words, the view of the whole."""

import datetime as dt
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import attrs
from hypothesis import strategies as st

from samverkan_core.indexing import index
from samverkan_core.model.analysis import Analysis, Driver
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.indicator import Indicator
from samverkan_core.model.meeting import AgreedStep, ContextMarking
from samverkan_core.model.shared_view import (
    Definition,
    RatingSubject,
    SelfRating,
    SharedPicture,
    Term,
)
from samverkan_core.overviews.parties import present
from samverkan_core.testing.breaks.bodies import unused_id
from samverkan_core.testing.edit import Edit, a, added
from samverkan_core.testing.texts import texts
from samverkan_core.values.ids import (
    ActorId,
    IndicatorId,
    SelfRatingId,
    SharedPictureId,
    TermId,
)
from samverkan_core.values.time import PartialDate

__all__ = ["BREAKING", "NEAR_MISS"]

_DAY = dt.timedelta(days=1)


def _there(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> list[ActorId]:
    """Give those who take part on a day, in any order."""
    return draw(st.permutations([actor.id for actor in present(index(collab).whole, at)]))


# --- the common picture ------------------------------------------------------------------------


def _one_stands_aside(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _pictured(draw, collab, at, _there(draw, collab, at)[1:])


def _all_share_it_today(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _pictured(draw, collab, at, _there(draw, collab, at))


def _pictured(
    draw: st.DrawFn, collab: Collaboration, at: dt.date, sharing: Sequence[ActorId]
) -> Collaboration:
    picture = SharedPicture(
        id=SharedPictureId(unused_id(collab, "bild")),
        name=draw(texts()),
        day=PartialDate.on(at),
        acknowledged_by=tuple(sharing),
    )
    return attrs.evolve(collab, shared_pictures=(picture,))


# --- ratings -----------------------------------------------------------------------------------


def _off_scale(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _rated(draw, collab, at, a(draw, ("0.9", "5.1", "-1", "50")))


def _at_an_end(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _rated(draw, collab, at, a(draw, ("1", "1.0", "5", "5.00")))


def _rated(draw: st.DrawFn, collab: Collaboration, at: dt.date, value: str) -> Collaboration:
    """Let an actor rate the shared view on two days, and give the value on one of them."""
    by = _there(draw, collab, at)[0]
    ratings = [
        _rating(number, by, day, value=given)
        for number, (day, given) in enumerate(((at - _DAY, value), (at, "3")))
    ]
    return attrs.evolve(collab, self_ratings=tuple(draw(st.permutations(ratings))))


def _rating(number: int, by: ActorId, day: dt.date, *, value: str = "3") -> SelfRating:
    return SelfRating(
        id=SelfRatingId(f"självskattning {number}"),
        about=RatingSubject.SHARED_VIEW,
        by=by,
        day=PartialDate.on(day),
        value=value,
        lowest="1",
        highest="5",
    )


def _on_one_day(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    by = _there(draw, collab, at)[0]
    count = draw(st.integers(1, 2))
    ratings = tuple(_rating(number, by, at) for number in range(count))
    return attrs.evolve(collab, self_ratings=ratings)


def _on_the_next_day(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return _rated(draw, collab, at, "3")


def _trust_of_all_but_one(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    actors = _there(draw, collab, at)
    return _trusting(collab, at, actors, actors[1:-1])


def _trust_of_each(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    actors = _there(draw, collab, at)
    return _trusting(collab, at, actors, actors[1:])


def _trusting(
    collab: Collaboration, at: dt.date, actors: Sequence[ActorId], trusted: Sequence[ActorId]
) -> Collaboration:
    """Let the first rate its trust one by one, and the others in all together; or not answer."""
    told = [(actors[0], of) for of in trusted] + [(by, None) for by in actors[1:]]
    ratings = tuple(
        attrs.evolve(_rating(number, by, at), about=RatingSubject.TRUST, of=of, value=None)
        for number, (by, of) in enumerate(told)
    )
    return attrs.evolve(collab, self_ratings=ratings)


# --- words -------------------------------------------------------------------------------------


def _said_by_one(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    return added(collab, _term(draw, collab, _there(draw, collab, at)[:1]))


def _said_by_two_or_agreed(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    actors = _there(draw, collab, at)
    agreed = attrs.evolve(_term(draw, collab, actors[:1]), agreed=draw(texts()))
    return added(collab, a(draw, (agreed, _term(draw, collab, actors[:2]))))


def _term(draw: st.DrawFn, collab: Collaboration, actors: Sequence[ActorId]) -> Term:
    return Term(
        id=TermId(unused_id(collab, "begrepp")),
        name=draw(texts()),
        definitions=tuple(Definition(actor=actor, meaning=draw(texts())) for actor in actors),
    )


# --- the view of the whole ---------------------------------------------------------------------


def _driven_blindly(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    driver = Driver(rationale=a(draw, (None, draw(texts()))))
    return attrs.evolve(collab, driver=driver)


def _driven_by_one(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    id_ = IndicatorId(unused_id(collab, "indikator"))
    followed = added(collab, Indicator(id=id_, name=draw(texts()), unit="%"))
    return attrs.evolve(followed, driver=Driver(indicators=(id_,)))


def _two_headings(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    analysis = _analysis(draw)
    named = a(draw, ("situation", "context", "patterns"))
    unsaid: dict[str, Any] = {named: None}
    return attrs.evolve(collab, analysis=attrs.evolve(analysis, **unsaid))


def _three_headings(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    return attrs.evolve(collab, analysis=_analysis(draw))


def _analysis(draw: st.DrawFn) -> Analysis:
    return Analysis(situation=draw(texts()), context=draw(texts()), patterns=draw(texts()))


def _half_a_context(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    context, steps = _context(draw)
    unsaid = (
        (ContextMarking(), steps),
        (attrs.evolve(context, purpose=None), steps),
        (attrs.evolve(context, intended_outcome=None), ()),
        (context, ()),
    )
    context, steps = a(draw, unsaid)
    return attrs.evolve(collab, context=context, next_steps=steps)


def _context_in_a_word(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    context, steps = _context(draw)
    return attrs.evolve(collab, context=context, next_steps=steps)


def _context(draw: st.DrawFn) -> tuple[ContextMarking, tuple[AgreedStep, ...]]:
    return ContextMarking(purpose=draw(texts()), intended_outcome=draw(texts())), (AgreedStep(),)


#: Code -> an edit that breaks that rule and no other.
BREAKING: Mapping[str, Edit] = MappingProxyType(
    {
        "COL201": _driven_blindly,
        "COL202": _two_headings,
        "COL203": _half_a_context,
        "RAT001": _off_scale,
        "RAT002": _on_one_day,
        "RAT003": _trust_of_all_but_one,
        "SHP001": _one_stands_aside,
        "TER001": _said_by_one,
    }
)
#: Code -> an edit that only just does not break it.
NEAR_MISS: Mapping[str, Edit] = MappingProxyType(
    {
        "COL201": _driven_by_one,
        "COL202": _three_headings,
        "COL203": _context_in_a_word,
        "RAT001": _at_an_end,
        "RAT002": _on_the_next_day,
        "RAT003": _trust_of_each,
        "SHP001": _all_share_it_today,
        "TER001": _said_by_two_or_agreed,
    }
)
