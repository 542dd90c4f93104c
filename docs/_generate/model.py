"""The page that shows the whole model at once: which things name which others, in one drawing."""

from collections.abc import Iterator, Mapping

from samverkan_core.model.anatomy import COLLECTIONS, Thing, is_reference, part_members
from samverkan_core.values.ids import INTO
from samverkan_core.values.shape import members

from .document import heading
from .markup import code, link, plain, table

__all__ = ["model_page", "named"]

_CELL, _LEFT, _TOP = 18, 190, 150

#: Collection -> a collection that its things name -> the members by which they do.
Named = Mapping[str, Mapping[str, tuple[str, ...]]]


def model_page() -> str:
    """Write the page: the drawing, and the same as a table."""
    names = named()
    return "\n".join(
        [
            f"```{{raw}} html\n{_drawing(names)}\n```\n",
            "## The same in words\n",
            table(("collection", "holds", "whose things name"), _rows(names)),
        ]
    )


def named() -> Named:
    """Say which collections the things of each collection name, and by which members."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for collection, cls in COLLECTIONS.items():
        targets: dict[str, dict[str, None]] = {}
        for member, into in _references(cls):
            for target in into:
                targets.setdefault(target, {})[member] = None
        found[collection] = {name: tuple(targets[name]) for name in COLLECTIONS if name in targets}
    return found


def _references(cls: type[Thing], above: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give every member of a thing and its parts that holds ids of others."""
    for name, shape in members(cls):
        if is_reference(shape) and name != "id":
            yield above + name, INTO[shape.id_kind]
    for name, shape in part_members(cls):
        yield from _references(shape.base, f"{above}{name}.")


def _rows(names: Named) -> Iterator[tuple[str, str, str]]:
    for collection, targets in names.items():
        by = (f"{code(name)} ({', '.join(targets[name])})" for name in targets)
        cls = COLLECTIONS[collection]
        yield code(collection), link(cls.__name__, heading(cls)), plain("; ".join(by)) or "–"


def _drawing(names: Named) -> str:
    """Draw a line for each collection that names others, a column for each that is named."""
    side = _CELL * len(names)
    opening = (
        f'<svg viewBox="0 0 {_LEFT + side + 4} {_TOP + side + 4}" role="img"'
        ' fill="currentColor" font-size="12" style="max-width:100%" aria-label="A square for each'
        ' pair of collections of which things in the one name things in the other.">'
    )
    order = {name: at for at, name in enumerate(names)}
    return "\n".join(
        [opening, *_lines(order, side), *_labels(order), *_squares(names, order), "</svg>"]
    )


def _lines(order: Mapping[str, int], side: int) -> Iterator[str]:
    for at in range(len(order) + 1):
        x, y = _LEFT + at * _CELL, _TOP + at * _CELL
        yield (
            f'<path d="M{_LEFT} {y}h{side}M{x} {_TOP}v{side}"'
            ' stroke="currentColor" stroke-opacity=".2"/>'
        )


def _labels(order: Mapping[str, int]) -> Iterator[str]:
    for name, at in order.items():
        middle = at * _CELL + _CELL // 2
        x, y = _LEFT + middle, _TOP + middle
        yield f'<text x="{_LEFT - 6}" y="{y}" dy=".35em" text-anchor="end">{name}</text>'
        yield (
            f'<text x="{x}" y="{_TOP - 6}" dy=".35em" transform="rotate(-90 {x} {_TOP - 6})">'
            f"{name}</text>"
        )


def _squares(names: Named, order: Mapping[str, int]) -> Iterator[str]:
    for collection, targets in names.items():
        for target, by in targets.items():
            x, y = _LEFT + order[target] * _CELL, _TOP + order[collection] * _CELL
            yield (
                f'<rect x="{x + 3}" y="{y + 3}" width="{_CELL - 6}" height="{_CELL - 6}">'
                f"<title>{collection} name {target}: {', '.join(by)}</title></rect>"
            )
