"""What storage in Arrow and Parquet costs, beside writing and reading the same as JSON.

    python benchmarks/frames.py

Only shares are printed: how fast the machine is, and what else it does, says nothing about the
library. The collaborations are the examples, written many times over with ids of their own.
"""

import io
import json
from collections.abc import Callable, Iterator
from itertools import chain, islice
from pathlib import Path
from time import process_time
from typing import Any, TypeVar

import pyarrow.parquet as pq

import samverkan_core as sam
from samverkan_core.interop.frames import from_nested_arrow, nested_arrow, to_pandas
from samverkan_core.model.anatomy import COLLECTIONS

EXAMPLES = Path(__file__).parents[1] / "examples"
HOW_MANY = 5000
ACTORS = 60

T = TypeVar("T")


def documents(how_many: int) -> Iterator[dict[str, Any]]:
    """Give the examples over and over, each time with ids of their own."""
    paths = sorted(EXAMPLES.glob("*/collaboration.json"))
    trees = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
    ids = [{one["id"] for name in COLLECTIONS for one in tree.get(name, ())} for tree in trees]
    every = (
        _renamed(tree, own, f"{round_}")
        for round_ in range(-(-how_many // len(trees)))
        for tree, own in zip(trees, ids, strict=True)
    )
    return islice(every, how_many)


def with_actors(how_many: int) -> sam.Collaboration:
    """Make a document of Sundbyberg's, so many times over that it has as many actors."""
    tree = json.loads((EXAMPLES / "sundbyberg" / "collaboration.json").read_text(encoding="utf-8"))
    ids = {one["id"] for name in COLLECTIONS for one in tree.get(name, ())}
    times = -(-how_many // len(tree["actors"]))
    copies = [_renamed(tree, ids, f"{number}") for number in range(times)]
    whole = {name: list(chain(*(one.get(name, ()) for one in copies))) for name in COLLECTIONS}
    whole["actors"] = whole["actors"][:how_many]
    return sam.from_plain(tree | whole)


def _renamed(held: Any, ids: set[str], mark: str) -> Any:
    """Give the things of each time ids of their own, there and where they are named."""
    if isinstance(held, dict):
        return {name: _renamed(value, ids, mark) for name, value in held.items()}
    if isinstance(held, list):
        return [_renamed(value, ids, mark) for value in held]
    return f"{held}-{mark}" if isinstance(held, str) and held in ids else held


def shares(how_many: int) -> dict[str, float]:
    """Give what each step costs, as a share of the same in JSON; and the size of the file."""
    collabs = [sam.from_plain(tree) for tree in documents(how_many)]
    lines, to_json = _timed(lambda: [sam.dumps(one) for one in collabs])
    table, to_arrow = _timed(lambda: nested_arrow(collabs))
    stored, to_parquet = _timed(lambda: _parquet(table))
    read, from_json = _timed(lambda: [sam.loads(line) for line in lines])
    again, from_parquet = _timed(lambda: from_nested_arrow(pq.read_table(io.BytesIO(stored))))
    if read != collabs or [one.value for one in again] != collabs:
        raise SystemExit("what was read is another thing")
    return {
        "to Arrow": to_arrow / to_json,
        "Arrow to Parquet": to_parquet / to_json,
        "from Parquet": from_parquet / from_json,
        "bytes": len(stored) / sum(map(len, lines)),
    }


def all_frames(collab: sam.Collaboration) -> float:
    """Give what the frames of all tables cost, as a share of writing the document as JSON."""
    to_pandas(collab)  # the first call imports pandas
    _, frames = _timed(lambda: to_pandas(collab))
    _, to_json = _timed(lambda: sam.dumps(collab))
    return frames / to_json


def _parquet(table: Any) -> bytes:
    file = io.BytesIO()
    pq.write_table(table, file)
    return file.getvalue()


def _timed(todo: Callable[[], T]) -> tuple[T, float]:
    begun = process_time()
    made = todo()
    return made, process_time() - begun


def main() -> None:
    """Measure and print."""
    for step, share in shares(HOW_MANY).items():
        print(f"{HOW_MANY} collaborations, {step}: {share:.2f} of JSON")
    collab = with_actors(ACTORS)
    print(f"{ACTORS} actors, every frame: {all_frames(collab):.1f} times writing JSON")


if __name__ == "__main__":
    main()
