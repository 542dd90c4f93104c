"""The pictures of each example, in both languages, kept beside the example to be looked at.

They show the example on the day that `expected.md` names; what an example says nothing of has no
picture. A change to them is a change to what people see. To write them anew:

    python tests/examples/pictures.py --write
"""

import json
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import samverkan_core as sam
from samverkan_core.present.pictures import (
    focus_areas_svg,
    focus_areas_vega,
    golden_thread_svg,
    readiness_svg,
    readiness_vega,
    who_leaves_when_svg,
    who_leaves_when_vega,
    who_sits_where_svg,
    who_sits_where_vega,
)
from samverkan_core.values.labels import LANGUAGES, Lang

EXAMPLES = Path(__file__).parents[2] / "examples"
COMMAND = "python tests/examples/pictures.py --write"


def pictures() -> Iterator[tuple[Path, str]]:
    """Give each file with what is to stand in it."""
    for expected in sorted(EXAMPLES.glob("*/expected.md")):
        folder = expected.parent
        told = re.search(r"^at: (\S+)$", expected.read_text(encoding="utf-8"), re.MULTILINE)
        assert told is not None, expected
        collab = sam.loads((folder / "collaboration.json").read_bytes())
        for lang in LANGUAGES:
            for name, text in drawn(collab, date.fromisoformat(told[1]), lang):
                stem, _, ending = name.partition(".")
                yield folder / f"{stem}-{lang}.{ending}", text


def drawn(collab: sam.Collaboration, at: date, lang: Lang) -> Iterator[tuple[str, str]]:
    """Give the pictures of all that a collaboration says something of."""
    if collab.focus_areas:
        yield "focus-areas.svg", focus_areas_svg(collab, at=at, lang=lang)
        yield "focus-areas.vl.json", written(focus_areas_vega(collab, at=at, lang=lang))
    if collab.bodies:
        yield "who-sits-where.svg", who_sits_where_svg(collab, at=at, lang=lang)
        yield "who-sits-where.vl.json", written(who_sits_where_vega(collab, at=at, lang=lang))
    if collab.appointments:
        yield "who-leaves-when.svg", who_leaves_when_svg(collab, at=at, lang=lang)
        yield "who-leaves-when.vl.json", written(who_leaves_when_vega(collab, at=at, lang=lang))
    if collab.readiness_measurements:
        yield "readiness.svg", readiness_svg(collab, at=at, lang=lang)
        yield "readiness.vl.json", written(readiness_vega(collab, at=at, lang=lang))
    if collab.goals:
        yield "golden-thread.svg", golden_thread_svg(collab, lang=lang)


def written(spec: dict[str, Any]) -> str:
    """Write a description for Vega-Lite so that a change to it can be read."""
    return f"{json.dumps(spec, ensure_ascii=False, indent=1)}\n"


if __name__ == "__main__":
    if sys.argv[1:] != ["--write"]:
        sys.exit(COMMAND)
    for file, text in pictures():
        file.write_text(text, encoding="utf-8", newline="\n")
