"""What rules share: who takes part, what is in force, what belongs to what."""

import datetime as dt
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.errors import UndeclaredRead
from samverkan_core.indexing import ITSELF, View, index
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.rules.common import Holder, holder_of, lineage, taking_part
from samverkan_core.values.ids import ActorId
from samverkan_core.values.time import Period, in_force

DAY = dt.date(2015, 3, 1)


def actor(id_: str, *, part_of: str | None = None, principal: str | None = None) -> Actor:
    return Actor(
        id=ActorId(id_),
        name="En aktör",
        kind=ActorKind.SCHOOL,
        part_of=None if part_of is None else ActorId(part_of),
        principal=None if principal is None else ActorId(principal),
    )


def view(actors: Iterable[Actor], principals: tuple[str, ...] = ()) -> View:
    collab = Collaboration(
        name="Fokus", actors=tuple(actors), principals=tuple(map(ActorId, principals))
    )
    return index(collab).reading((ITSELF, "actors"))


def ids(actors: Iterable[Actor]) -> list[str]:
    return [actor.id for actor in actors]


class TestInForce:
    """Both days of a period belong to it."""

    @pytest.mark.parametrize(
        ("period", "holds"),
        [
            (None, True),
            (Period(), True),
            (Period(first_day=DAY, last_day=DAY), True),
            (Period(last_day=DAY - dt.timedelta(days=1)), False),
            (Period(first_day=DAY + dt.timedelta(days=1)), False),
            (Period(first_day=dt.date(2016, 1, 1), last_day=dt.date(2014, 1, 1)), False),
        ],
    )
    def test_on_the_day(self, period: Period | None, *, holds: bool) -> None:
        assert in_force(period, DAY) is holds

    @given(st.dates())
    def test_without_a_period_always(self, day: dt.date) -> None:
        assert in_force(None, day)


class TestTakingPart:
    """Not those that are there for the sake of others."""

    def test_units_but_not_what_they_are_units_of(self) -> None:
        kommun, skola = actor("kommun"), actor("skola", principal="kommun", part_of="förvaltning")
        office = actor("förvaltning", principal="kommun")
        assert ids(taking_part(view([kommun, office, skola]))) == ["skola"]

    def test_no_principal_of_the_collaboration(self) -> None:
        assert ids(taking_part(view([actor("kommun"), actor("skola")], ("kommun",)))) == ["skola"]

    def test_in_the_order_of_the_document(self) -> None:
        assert ids(taking_part(view([actor("b"), actor("a")]))) == ["b", "a"]

    def test_who_names_only_itself_takes_part(self) -> None:
        alone = actor("a", part_of="a", principal="a")
        assert ids(taking_part(view([alone]))) == ["a"]

    def test_nobody(self) -> None:
        assert taking_part(view([])) == ()
        assert taking_part(view([actor("a", part_of="b"), actor("b", part_of="a")])) == ()

    def test_two_with_one_id(self) -> None:
        assert ids(taking_part(view([actor("a"), actor("a", part_of="b")]))) == ["a", "a"]


class TestLineage:
    """Itself and all that it is part of."""

    def test_from_the_nearest_to_the_furthest(self) -> None:
        kommun, skola = actor("kommun"), actor("skola", part_of="kommun")
        klass = actor("klass", part_of="skola")
        assert lineage(view([kommun, skola, klass]), klass) == ("klass", "skola", "kommun")

    def test_ends_at_an_unknown_id(self) -> None:
        skola = actor("skola", part_of="okänd")
        assert lineage(view([skola]), skola) == ("skola", "okänd")

    def test_ends_where_it_comes_back(self) -> None:
        first, second = actor("a", part_of="b"), actor("b", part_of="a")
        assert lineage(view([first, second]), first) == ("a", "b")
        alone = actor("a", part_of="a")
        assert lineage(view([alone]), alone) == ("a",)

    def test_of_two_with_one_id_follows_the_one_given(self) -> None:
        first, second = actor("a"), actor("a", part_of="b")
        assert lineage(view([first, second]), second) == ("a", "b")

    def test_a_very_long_one(self) -> None:
        chain = [actor(f"a{n}", part_of=f"a{n + 1}") for n in range(5000)]
        assert len(lineage(view(chain), chain[0])) == 5001


class TestHolder:
    """The thing that a place lies in."""

    def test_a_thing(self) -> None:
        book = index(Collaboration(name="Fokus", actors=(actor("a"), actor("b"))))
        assert holder_of(book.whole, ("actors", 1, "names", 0)) == "b"

    @pytest.mark.parametrize("place", [(), ("principals", 0), ("actors",), ("x-own", "a", 0)])
    def test_the_collaboration_itself(self, place: tuple[str | int, ...]) -> None:
        assert holder_of(index(Collaboration(name="Fokus")).whole, place) is None

    def test_words(self) -> None:
        found = Holder.of("")
        assert found is not None
        assert (found.label("sv"), found.label("en")) == ("samverkan", "the collaboration")


class TestReads:
    """What a rule has to declare that uses these."""

    @pytest.mark.parametrize("reads", [("actors",), (ITSELF,), ()])
    def test_taking_part_reads_two(self, reads: tuple[str, ...]) -> None:
        book = index(Collaboration(name="Fokus", actors=(actor("a"),)))
        with pytest.raises(UndeclaredRead):
            taking_part(book.reading(reads))

    def test_lineage_reads_actors(self) -> None:
        unit = actor("a", part_of="b")
        book = index(Collaboration(name="Fokus", actors=(unit,)))
        assert lineage(book.reading(("actors",)), unit) == ("a", "b")
