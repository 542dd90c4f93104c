"""What checking again after an edit costs, beside checking all of it in the same run.

    python benchmarks/again.py

Only shares are printed: how fast the machine is, and what else it does, says nothing about the
library. The two take turns, and of each the least of several rounds counts. The documents are made
of the example from Sundbyberg, written several times over with ids of their own and with some
meetings for each of its questions in focus.
"""

import datetime as dt
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from time import process_time
from typing import Any

import attrs

import samverkan_core as sam
from samverkan_core.model.anatomy import COLLECTIONS

EXAMPLE = Path(__file__).parents[1] / "examples" / "sundbyberg" / "collaboration.json"
DAY = dt.date(2015, 3, 1)
ROUNDS = 15
#: What is edited: one thing of each of these collections.
EDITED = ("persons", "meetings", "mandates", "focus_areas")
MEETINGS_EACH = 3


def document(times: int) -> sam.Collaboration:
    """Make a document of the example, so many times over."""
    one = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    one["meetings"] = [meeting(area, at) for area in one["focus_areas"] for at in _months()]
    ids = {thing["id"] for name in COLLECTIONS for thing in one.get(name, ())}
    whole = dict(one)
    for name in COLLECTIONS.keys() & one.keys():
        whole[name] = [_renamed(thing, ids, at) for at in range(times) for thing in one[name]]
    return sam.loads(json.dumps(whole))


def meeting(area: Mapping[str, Any], month: int) -> dict[str, Any]:
    """Make a meeting about a question in focus, with a session of work and a next step."""
    return {
        "id": f"mote-{area['id']}-{month}",
        "name": f"Arbetsmöte om {area['name']}",
        "kind": "working",
        "state": "held",
        "body": area.get("working_group", "styrgruppen"),
        "focus_areas": [area["id"]],
        "day": f"2015-{month:02}-10",
        "context": {"purpose": "Se vad som har prövats.", "intended_outcome": "Nästa steg."},
        "agenda": [
            {"kind": "information", "title": "Nuläget", "minutes": 15},
            {"kind": "work_session", "title": "Skriva rutinen", "minutes": 90},
        ],
        "attendance": [{"who": "socialchef", "presence": "attended"}],
        "next_steps": [{"what": "Pröva rutinen.", "owner": "socialchef", "by": "2015-09"}],
    }


def _months() -> range:
    return range(1, 1 + MEETINGS_EACH)


def _renamed(held: Any, ids: set[str], at: int) -> Any:
    """Give the things of each time ids of their own, there and where they are named."""
    if isinstance(held, dict):
        return {name: _renamed(value, ids, at) for name, value in held.items()}
    if isinstance(held, list):
        return [_renamed(value, ids, at) for value in held]
    return f"{held}-{at}" if at and isinstance(held, str) and held in ids else held


def count(collab: sam.Collaboration) -> int:
    """Count the things of a document."""
    return sum(len(getattr(collab, name)) for name in COLLECTIONS)


def edited(collab: sam.Collaboration, collection: str) -> sam.Collaboration:
    """Change one thing of a collection, as whoever keeps the document would."""
    first, *others = getattr(collab, collection)
    other = attrs.evolve(first, illustrative=not first.illustrative)
    changed: dict[str, Any] = {collection: (other, *others)}
    return attrs.evolve(collab, **changed)


def shares(collab: sam.Collaboration) -> dict[str, float]:
    """Give, for an edit of each kind of thing, what share of a whole check it costs."""
    found = {}
    for collection in EDITED:
        after = edited(collab, collection)
        if sam.Checked.of(collab, at=DAY).again(after).report != sam.check(after, at=DAY):
            raise SystemExit("the report is another one")
        found[collection] = _share(collab, after)
    return found


def _share(collab: sam.Collaboration, after: sam.Collaboration) -> float:
    before = sam.Checked.of(collab, at=DAY)
    rounds = [
        (_timed(lambda: before.again(after)), _timed(lambda: sam.check(after, at=DAY)))
        for _ in range(ROUNDS)
    ]
    return min(again for again, _ in rounds) / min(whole for _, whole in rounds)


def _timed(todo: Callable[[], object]) -> float:
    begun = process_time()
    todo()
    return process_time() - begun


def main() -> None:
    """Measure and print."""
    for times in (1, 10):
        collab = document(times)
        print(f"{count(collab)} things")
        for collection, share in shares(collab).items():
            things = len(getattr(collab, collection))
            print(f"  one of {things:>3} {collection:<12} {share:>6.1%} of a whole check")


if __name__ == "__main__":
    main()
