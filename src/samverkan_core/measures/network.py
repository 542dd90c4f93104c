"""Networks of actors: how close the links are, who stands between others, and where they end.

The formula for density is the general one for directed ties, ties / n(n - 1); a link between two
actors is a tie each way. No publication that was read says what is dense enough, so no limit stands
here, and more links are not better in themselves. Shortest ways and groups are worked out by
networkx, which comes with the extra `network`; it is imported when it is asked for.
"""

from collections.abc import Iterable
from fractions import Fraction
from types import ModuleType
from typing import TYPE_CHECKING

import attrs

from samverkan_core.errors import InvalidValue, MissingExtra
from samverkan_core.values.ids import ActorId, AnyId
from samverkan_core.values.labels import Labelled

if TYPE_CHECKING:
    import networkx as nx

__all__ = [
    "ActorNetwork",
    "Centrality",
    "Link",
    "Through",
    "Venue",
    "centrality",
    "density",
    "silos",
    "ties_density",
    "unlinked",
]

#: Fewer actors than these have no pair of others that one could stand between.
_A_PAIR_OF_OTHERS = 3


class Through(Labelled):
    """What actors meet in or through."""

    BODY = ("body", "organ", "bodies")
    MEETING = ("meeting", "möten", "meetings")
    PLAN = ("plan", "planer kring enskilda barn", "plans around individual children")


@attrs.frozen
class Venue:
    """Something that actors meet in or through (mötesplats): a body, a meeting or a plan."""

    #: Which of them it is.
    through: Through
    #: Its id.
    id: AnyId


@attrs.frozen
class Link:
    """That two actors meet (koppling), and through what; neither of them comes first."""

    #: The one.
    one: ActorId
    #: The other.
    other: ActorId
    #: Where they meet.
    venues: tuple[Venue, ...] = ()

    def through(self, kind: Through) -> tuple[AnyId, ...]:
        """Give the ids of the bodies, the meetings or the plans that the link is made of."""
        return tuple(venue.id for venue in self.venues if venue.through is kind)


@attrs.frozen
class ActorNetwork:
    """The links between actors (nätverk): who meets whom, and where nobody can say."""

    #: The actors.
    actors: tuple[ActorId, ...]
    #: The links between them, each pair at most once.
    links: tuple[Link, ...] = ()
    #: Where there may be more links: it is not known whether somebody met there, or for whom.
    unclear: tuple[Venue, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse links that no network can have: to itself, to a stranger, or the same twice."""
        if len(set(self.actors)) < len(self.actors):
            raise InvalidValue("ActorNetwork.actors must name each actor once")
        pairs = [frozenset((link.one, link.other)) for link in self.links]
        if any(len(pair) == 1 or not pair <= set(self.actors) for pair in pairs):
            raise InvalidValue("each of ActorNetwork.links must join two of its actors")
        if len(set(pairs)) < len(pairs):
            raise InvalidValue("ActorNetwork.links must join the same two actors once")


@attrs.frozen(kw_only=True)
class Centrality:
    """How an actor is placed among the others (centralitet); no measure of how good it is."""

    #: The actor.
    actor: ActorId
    #: How many others it meets.
    linked: int
    #: The share of the others that it meets, exactly (gradcentralitet); None without others.
    degree: Fraction | None
    #: The share of the shortest ways between two others that go through it, over all pairs of
    #: others (mellancentralitet); None where there is no such pair.
    between: float | None


def ties_density(ties: int, actors: int) -> Fraction | None:
    """Give the share of the possible directed ties that are there (täthet); None below two actors.

    >>> ties_density(6, 4)
    Fraction(1, 2)

    Raises:
        InvalidValue: There are more ties than so many actors can have, or a number is below zero.
    """
    possible = actors * (actors - 1)
    if actors < 0 or not 0 <= ties <= possible:
        raise InvalidValue(f"{actors} actors cannot have {ties} ties: give 0 <= ties <= n(n - 1)")
    return Fraction(ties, possible) if possible else None


def density(network: ActorNetwork) -> Fraction | None:
    """Give the share of the pairs of actors that meet, exactly; None below two actors."""
    return ties_density(2 * len(network.links), len(network.actors))


def unlinked(network: ActorNetwork) -> tuple[ActorId, ...]:
    """Give the actors that nobody is linked with (utan koppling), in order."""
    met = {actor for link in network.links for actor in (link.one, link.other)}
    return tuple(actor for actor in network.actors if actor not in met)


def centrality(network: ActorNetwork) -> tuple[Centrality, ...]:
    """Say of each actor how many others it meets, and how often it stands between two of them.

    Raises:
        MissingExtra: networkx is not installed.
    """
    tool = _networkx()
    graph = _graph(network)
    between: dict[ActorId, float] = tool.betweenness_centrality(graph)
    others, has_pairs = len(network.actors) - 1, len(network.actors) >= _A_PAIR_OF_OTHERS
    return tuple(
        Centrality(
            actor=actor,
            linked=graph.degree[actor],
            degree=Fraction(graph.degree[actor], others) if others else None,
            between=between[actor] if has_pairs else None,
        )
        for actor in network.actors
    )


def silos(network: ActorNetwork) -> tuple[tuple[ActorId, ...], ...]:
    """Part the actors into groups without a link to any other group (stuprör), in order.

    Within a group each actor is linked with each other one, by itself or by way of others. One
    group means that all hang together; an actor that nobody is linked with is a group of its own.

    Raises:
        MissingExtra: networkx is not installed.
    """
    tool = _networkx()
    groups: Iterable[set[ActorId]] = tool.connected_components(_graph(network))
    place = {actor: number for number, actor in enumerate(network.actors)}
    in_order = (sorted(one, key=place.__getitem__) for one in groups)
    return tuple(map(tuple, sorted(in_order, key=lambda one: place[one[0]])))


def _graph(network: ActorNetwork) -> "nx.Graph[ActorId]":
    """Make the graph, by id: so that the order of a document changes not even the last digit."""
    graph: nx.Graph[ActorId] = _networkx().Graph()
    graph.add_nodes_from(sorted(network.actors))
    graph.add_edges_from(
        sorted((min(link.one, link.other), max(link.one, link.other)) for link in network.links)
    )
    return graph


def _networkx() -> ModuleType:
    try:
        import networkx as nx
    except ImportError as missing:
        raise MissingExtra("network", "networkx") from missing
    return nx
