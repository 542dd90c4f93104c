"""How close the links between actors are, who stands between others, and where the links end."""

import pickle
import sys
from collections import deque
from fractions import Fraction
from importlib.util import find_spec
from itertools import combinations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.errors import InvalidValue, MissingExtra
from samverkan_core.measures.network import (
    ActorNetwork,
    Link,
    Through,
    Venue,
    centrality,
    density,
    silos,
    ties_density,
    unlinked,
)
from samverkan_core.values.ids import ActorId, AnyId

needs_networkx = pytest.mark.skipif(
    find_spec("networkx") is None, reason="the extra network is not installed"
)


def link(pair: str) -> Link:
    """Make a link of two letters."""
    return Link(ActorId(pair[0]), ActorId(pair[1]))


def network(actors: str, *pairs: str) -> ActorNetwork:
    """Make a network whose actors are letters."""
    return ActorNetwork(tuple(map(ActorId, actors)), tuple(map(link, pairs)))


@st.composite
def networks(draw: st.DrawFn, most: int = 6) -> ActorNetwork:
    """Draw some actors in some order, and links between some of them, either one first."""
    actors = draw(st.permutations("abcdefgh"[: draw(st.integers(0, most))]))
    pairs = [pair for pair in combinations(actors, 2) if draw(st.booleans())]
    turned = [pair[::-1] if draw(st.booleans()) else pair for pair in pairs]
    return network("".join(actors), *map("".join, draw(st.permutations(turned))))


def parts(found: ActorNetwork) -> set[frozenset[ActorId]]:
    return {frozenset(group) for group in silos(found)}


# --- density -----------------------------------------------------------------------------------


def test_the_published_formula_gives_a_half_for_four_actors_and_six_ties() -> None:
    assert ties_density(6, 4) == Fraction(1, 2)
    assert density(network("abcd", "ab", "bc", "cd")) == Fraction(1, 2)


@given(found=networks())
def test_density_is_the_share_of_the_pairs_that_are_linked(found: ActorNetwork) -> None:
    pairs = list(combinations(found.actors, 2))
    linked = {frozenset((one.one, one.other)) for one in found.links}
    expected = Fraction(len(linked & set(map(frozenset, pairs))), len(pairs)) if pairs else None
    assert density(found) == expected


@needs_networkx
@given(actors=st.integers(0, 8), data=st.data())
def test_networkx_knows_the_same_formula(actors: int, data: st.DataObject) -> None:
    import networkx as nx

    pairs = [(one, other) for one in range(actors) for other in range(actors) if one != other]
    ties = data.draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    graph: nx.DiGraph[int] = nx.DiGraph(ties)
    graph.add_nodes_from(range(actors))
    assert float(ties_density(len(ties), actors) or 0) == pytest.approx(nx.density(graph))


@given(found=networks())
def test_one_more_actor_makes_it_thinner_and_is_linked_with_nobody(found: ActorNetwork) -> None:
    more = attrs.evolve(found, actors=(*found.actors, ActorId("new")))
    assert Fraction(density(more) or 0) <= Fraction(density(found) or 0)
    assert unlinked(more) == (*unlinked(found), "new")


@pytest.mark.parametrize(("ties", "actors"), [(7, 3), (1, 1), (1, 0), (-1, 4), (0, -1), (2, -1)])
def test_more_ties_than_there_can_be_are_misuse(ties: int, actors: int) -> None:
    with pytest.raises(InvalidValue, match="cannot have"):
        ties_density(ties, actors)


@pytest.mark.parametrize("actors", [0, 1])
def test_below_two_actors_there_is_no_density(actors: int) -> None:
    assert ties_density(0, actors) is None


# --- centrality --------------------------------------------------------------------------------


@needs_networkx
def test_one_who_alone_joins_the_others_stands_between_all_of_them() -> None:
    star = centrality(network("abcd", "ca", "bc", "cd"))
    assert [(one.actor, one.linked, one.degree, one.between) for one in star] == [
        ("a", 1, Fraction(1, 3), 0.0),
        ("b", 1, Fraction(1, 3), 0.0),
        ("c", 3, Fraction(1), 1.0),
        ("d", 1, Fraction(1, 3), 0.0),
    ]


@needs_networkx
def test_where_there_are_no_others_nothing_is_said_of_them() -> None:
    assert centrality(network("")) == ()
    (alone,) = centrality(network("a"))
    assert (alone.linked, alone.degree, alone.between) == (0, None, None)
    assert [one.between for one in centrality(network("ab", "ab"))] == [None, None]
    assert [one.between for one in centrality(network("abc"))] == [0.0, 0.0, 0.0]


@needs_networkx
@given(found=networks())
def test_each_link_counts_once_at_either_end(found: ActorNetwork) -> None:
    placed = centrality(found)
    assert sum(one.linked for one in placed) == 2 * len(found.links)
    assert tuple(one.actor for one in placed) == found.actors
    for one in placed:
        others = len(found.actors) - 1
        assert one.degree == (Fraction(one.linked, others) if others else None)


@needs_networkx
@given(found=networks())
def test_who_stands_between_others_is_counted_over_all_pairs_of_them(found: ActorNetwork) -> None:
    for one in centrality(found):
        pairs = list(combinations([actor for actor in found.actors if actor != one.actor], 2))
        assert (one.between is None) == (not pairs)
        if one.between is not None:
            shares = [share_through(found, one.actor, *pair) for pair in pairs]
            assert one.between == pytest.approx(float(sum(shares) / len(pairs)))


def share_through(found: ActorNetwork, actor: ActorId, one: ActorId, other: ActorId) -> Fraction:
    """Give the share of the shortest ways between two that go through a third; none, if no way."""
    ways = shortest_ways(found, one, other)
    return Fraction(sum(actor in way for way in ways), len(ways)) if ways else Fraction(0)


def shortest_ways(found: ActorNetwork, one: ActorId, other: ActorId) -> list[tuple[ActorId, ...]]:
    """Try every way without a loop, the short ones first."""
    pairs = {pair for one in found.links for pair in ((one.one, one.other), (one.other, one.one))}
    waiting: deque[tuple[ActorId, ...]] = deque([(one,)])
    arrived: list[tuple[ActorId, ...]] = []
    while waiting:
        way = waiting.popleft()
        if way[-1] == other:
            arrived.append(way)
        else:
            onward = (to for at, to in sorted(pairs) if at == way[-1] and to not in way)
            waiting.extend((*way, to) for to in onward)
    return [way for way in arrived if len(way) == len(arrived[0])]


# --- silos -------------------------------------------------------------------------------------


@needs_networkx
def test_groups_stand_in_the_order_of_their_actors() -> None:
    assert silos(network("dabce", "ab", "ed")) == (("d", "e"), ("a", "b"), ("c",))
    assert silos(network("")) == ()


@needs_networkx
@given(found=networks())
def test_a_silo_has_no_link_outward_and_everybody_is_in_one(found: ActorNetwork) -> None:
    groups = silos(found)
    assert sorted(actor for group in groups for actor in group) == sorted(found.actors)
    for one in found.links:
        assert all((one.one in group) == (one.other in group) for group in groups)
    assert {group[0] for group in groups if len(group) == 1} == set(unlinked(found))


@needs_networkx
@given(found=networks())
def test_within_a_silo_there_is_a_way_between_any_two(found: ActorNetwork) -> None:
    for group in silos(found):
        assert all(shortest_ways(found, one, other) for one, other in combinations(group, 2))


@needs_networkx
@given(found=networks())
def test_a_link_less_never_brings_groups_together(found: ActorNetwork) -> None:
    fewer = attrs.evolve(found, links=found.links[1:])
    assert len(silos(found)) <= len(silos(fewer)) <= len(silos(found)) + 1
    assert Fraction(density(fewer) or 0) <= Fraction(density(found) or 0)


# --- what changes nothing ----------------------------------------------------------------------


@needs_networkx
@given(found=networks(), data=st.data())
def test_neither_order_nor_who_is_named_first_changes_anything(
    found: ActorNetwork, data: st.DataObject
) -> None:
    turned = tuple(attrs.evolve(one, one=one.other, other=one.one) for one in found.links)
    other = ActorNetwork(
        tuple(data.draw(st.permutations(found.actors))), tuple(data.draw(st.permutations(turned)))
    )
    assert density(other) == density(found)
    assert set(centrality(other)) == set(centrality(found))
    assert parts(other) == parts(found)
    assert set(unlinked(other)) == set(unlinked(found))


# --- the value and the extra -------------------------------------------------------------------


def test_a_link_says_what_it_is_made_of() -> None:
    venues = (
        Venue(Through.BODY, AnyId("styrgruppen")),
        Venue(Through.MEETING, AnyId("m1")),
        Venue(Through.BODY, AnyId("nätverket")),
    )
    made = attrs.evolve(link("ab"), venues=venues)
    assert made.through(Through.BODY) == ("styrgruppen", "nätverket")
    assert made.through(Through.PLAN) == ()


@pytest.mark.parametrize(
    ("actors", "pairs", "said"),
    [
        ("aba", (), "each actor once"),
        ("ab", ("aa",), "join two of its actors"),
        ("ab", ("ac",), "join two of its actors"),
        ("abc", ("ab", "ba"), "the same two actors once"),
    ],
)
def test_what_is_no_network_is_misuse(actors: str, pairs: tuple[str, ...], said: str) -> None:
    with pytest.raises(InvalidValue, match=said):
        network(actors, *pairs)


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "networkx", None)
    found = network("ab", "ab")
    with pytest.raises(MissingExtra, match=r"samverkan_core\[network\]") as raised:
        silos(found)
    assert raised.value.extra == "network"
    with pytest.raises(MissingExtra, match="networkx"):
        centrality(found)
    again = pickle.loads(pickle.dumps(raised.value))  # noqa: S301 - made right here
    assert (str(again), again.extra) == (str(raised.value), "network")
    assert density(found) == 1
    assert not unlinked(found)
