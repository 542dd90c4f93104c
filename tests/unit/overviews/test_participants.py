"""How many took part in an activity: in order, with what changed, and nobody recognised."""

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.errors import UnknownId
from samverkan_core.indexing import index
from samverkan_core.measures.small_groups import Shown
from samverkan_core.model.activity import Activity, ActivityKind, Participants
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.overviews.participants import Turnout, turnout
from samverkan_core.testing.strategies import things
from samverkan_core.values.ids import ActivityId, ActorId
from samverkan_core.values.time import PartialDate


def came(when: str, count: int, actor: str | None = None) -> Participants:
    from_ = None if actor is None else ActorId(actor)
    return Participants(when=PartialDate(when=when), count=count, actor=from_)


def hagby(*participants: Participants, **more: Any) -> Collaboration:
    group = Activity(
        id=ActivityId("stodgruppen"),
        name="Stödgruppen",
        kind=ActivityKind.SUPPORT_GROUP,
        participants=participants,
        **more,
    )
    return Collaboration(name="Hagby", activities=(group,))


def numbers(rows: tuple[Turnout, ...]) -> list[tuple[str, int | None, int | None, int | None]]:
    return [(row.when, row.count, row.change, row.places_left) for row in rows]


def test_more_are_recruited_from_term_to_term() -> None:
    collab = hagby(came("2008-09", 9), came("2008-02", 6), capacity=8)

    found = turnout(collab, "stodgruppen")

    assert numbers(found) == [("2008-02", 6, None, 2), ("2008-09", 9, 3, -1)]


def test_a_seminar_is_followed_municipality_by_municipality() -> None:
    collab = hagby(
        came("1994", 19),
        came("1994", 7, "hagby"),
        came("1994", 12, "vikby"),
        came("1995", 9, "hagby"),
    )

    found = turnout(index(collab), "stodgruppen")

    assert [(row.actor, row.count, row.change) for row in found] == [
        (None, 19, None),
        ("hagby", 7, None),
        ("vikby", 12, None),
        ("hagby", 9, 2),
    ]
    assert {row.places_left for row in found} == {None}


def test_few_are_not_told_nor_what_would_tell_them() -> None:
    collab = hagby(
        came("2008", 3),
        came("2009", 20),
        came("2009", 4, "hagby"),
        came("2009", 16, "vikby"),
        capacity=20,
    )

    found = turnout(collab, "stodgruppen")

    assert [row.shown for row in found] == [
        Shown.SMALL_GROUP,
        Shown.SHOWN,
        Shown.SMALL_GROUP,
        Shown.TOLD_BY_OTHERS,
    ]
    assert numbers(found) == [
        ("2008", None, None, None),
        ("2009", 20, None, 0),
        ("2009", None, None, None),
        ("2009", None, None, None),
    ]


def test_a_year_that_is_known_about_tells_nobody_of_the_same_year() -> None:
    whole = came("2009", 20)
    parts = (came("2009", 4, "hagby"), came("2009", 16, "vikby"))
    about = tuple(attrs.evolve(one, when=PartialDate(when="2009", about=True)) for one in parts)

    found = turnout(hagby(whole, *about), "stodgruppen")

    assert {row.actor: row.count for row in found} == {None: 20, "hagby": None, "vikby": None}


def test_a_month_is_not_told_by_its_year_and_the_other_month() -> None:
    collab = hagby(came("2009", 20), came("2009-02", 16), came("2009-09", 4), capacity=20)

    found = turnout(collab, "stodgruppen")

    assert numbers(found) == [
        ("2009", 20, None, 0),
        ("2009-02", None, None, None),
        ("2009-09", None, None, None),
    ]
    assert [row.shown.code for row in found] == ["shown", "told_by_others", "small_group"]


def test_an_activity_that_is_not_there_is_misuse() -> None:
    with pytest.raises(UnknownId, match="stodgruppen"):
        turnout(hagby(), "stodgrupen")


@given(activity=things(Activity), least=st.integers(0, 30))
def test_nothing_is_shown_of_fewer_people_than_the_least(activity: Activity, least: int) -> None:
    rows = turnout(Collaboration(name="Hagby", activities=(activity,)), activity.id, least=least)

    assert len(rows) == len(activity.participants)
    for row in rows:
        assert (row.count is None) == (row.shown is not Shown.SHOWN)
        assert row.count is None or row.count >= least
        if row.count is None:
            assert (row.change, row.places_left) == (None, None)
