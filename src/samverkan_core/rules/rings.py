"""Rings: chains of references that come back to where they began.

Nothing here knows what the ids stand for. Every walk is a loop, so that no chain is too long, and
takes no more time than there are references.
"""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TypeAlias

__all__ = ["Links", "rings"]

#: Each id with the ids that it leads to, sorted; all of them are keys.
Links: TypeAlias = Mapping[str, Sequence[str]]


def rings(links: Links) -> Iterator[tuple[str, ...]]:
    """Give one ring of each knot, from its smallest id on: the shortest that leads back there."""
    for knot in _knots(links):
        start = min(knot)
        if len(knot) > 1 or start in links[start]:
            yield _shortest_ring(links, start, knot)


def _shortest_ring(links: Links, start: str, knot: AbstractSet[str]) -> tuple[str, ...]:
    came_from: dict[str, str] = {}
    waiting = deque([start])
    while start not in came_from:
        here = waiting.popleft()
        ahead = [other for other in links[here] if other in knot and other not in came_from]
        came_from.update(dict.fromkeys(ahead, here))
        waiting.extend(ahead)
    backwards = [came_from[start]]
    while backwards[-1] != start:
        backwards.append(came_from[backwards[-1]])
    return tuple(reversed(backwards))


def _knots(links: Links) -> Iterator[frozenset[str]]:
    """Give each set of ids of which every one leads to every other (Kosaraju's algorithm)."""
    back: dict[str, list[str]] = {id_: [] for id_ in links}
    for id_, others in links.items():
        for other in others:
            back[other].append(id_)
    seen: set[str] = set()
    left = [id_ for start in links for id_ in _walk(links, start, seen)]
    seen.clear()
    for start in reversed(left):
        knot = frozenset(_walk(back, start, seen))
        if knot:
            yield knot


def _walk(links: Links, start: str, seen: set[str]) -> list[str]:
    """Give all that a start leads to and was not seen, each after what it leads to itself."""
    if start in seen:
        return []
    seen.add(start)
    left, trail = [], [(start, iter(links[start]))]
    while trail:
        here, ahead = trail[-1]
        other = next((other for other in ahead if other not in seen), None)
        if other is None:
            left.append(here)
            trail.pop()
        else:
            seen.add(other)
            trail.append((other, iter(links[other])))
    return left
