"""What a diagram shows, whatever it is written as: things, how they hang together, what is missing.

Each thing stands in it once, however many ways lead to it.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import Literal, TypeAlias

import attrs

__all__ = ["Drawing", "Edge", "Node", "Note", "Part", "Ref", "Shape"]

#: What a node stands for: a collection of the document, or another kind of thing, and the id there.
Ref: TypeAlias = tuple[str, str]
#: What a node looks like, so that different kinds of things are told apart without colour.
Shape: TypeAlias = Literal["box", "rounded", "pointed"]


@attrs.frozen(kw_only=True)
class Node:
    """A thing that is drawn."""

    #: What it stands for.
    ref: Ref
    #: What stands in it: its name first.
    lines: tuple[str, ...] = attrs.field(repr=False)
    #: What it looks like.
    shape: Shape = "box"
    #: Whether its edge is broken: it is not there on the day, or it does not hold.
    faded: bool = False


@attrs.frozen(kw_only=True)
class Edge:
    """A line from one thing to another."""

    #: Where it starts.
    start: Ref
    #: Where it ends.
    end: Ref
    #: What stands beside it.
    says: str = attrs.field(default="", repr=False)
    #: Whether it is broken.
    broken: bool = False
    #: Whether it has a point at its end; a line without one says that two belong together.
    pointed: bool = True


@attrs.frozen(kw_only=True)
class Note:
    """What is to be said above a thing, where something is missing: a box with a broken line."""

    #: The thing.
    about: Ref
    #: What is said.
    says: str = attrs.field(repr=False)


Part: TypeAlias = Node | Edge | Note


@attrs.frozen(kw_only=True)
class Drawing:
    """A diagram before it is written: its parts in order, each once."""

    #: The parts.
    parts: tuple[Part, ...]
    #: Whether it goes from left to right, for many things side by side; else from the top down.
    across: bool = False

    @classmethod
    def of(cls, parts: Iterable[Part], *, across: bool = False) -> "Drawing":
        """Make a drawing; of two nodes for one thing the first stands."""
        found: dict[object, Part] = {}
        for part in parts:
            found.setdefault(part.ref if isinstance(part, Node) else part, part)
        return cls(parts=tuple(found.values()), across=across)

    @property
    def nodes(self) -> tuple[Node, ...]:
        """The things that are drawn."""
        return tuple(part for part in self.parts if isinstance(part, Node))

    @property
    def edges(self) -> tuple[Edge, ...]:
        """The lines between them."""
        return tuple(part for part in self.parts if isinstance(part, Edge))

    @property
    def notes(self) -> tuple[Note, ...]:
        """What is said of things where something is missing."""
        return tuple(part for part in self.parts if isinstance(part, Note))

    def names(self) -> Mapping[Ref | Note, str]:
        """Name each node and note: an id may hold anything, such a name only letters and digits.

        Where two collections hold the same id the later one has a number after it.
        """
        found: dict[Ref | Note, str] = {}
        taken: set[str] = set()
        for node in self.nodes:
            found[node.ref] = _free(_plain(node.ref), taken)
        for note in self.notes:
            found[note] = _free(f"{found[note.about]}_", taken)
        return found


def _plain(ref: Ref) -> str:
    return "n" + ref[1].encode(errors="surrogatepass").hex()


def _free(name: str, taken: set[str]) -> str:
    """Give a name, or the first with a number after it that nothing else has; note it as taken."""
    free = next(one for one in _tries(name) if one not in taken)
    taken.add(free)
    return free


def _tries(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}_{number}" for number in count(2))
