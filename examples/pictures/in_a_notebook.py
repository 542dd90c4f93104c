"""Show who leaves when in a notebook: the last line of a cell is what stands below it."""

from datetime import date
from pathlib import Path

import samverkan_core as sam
from samverkan_core.present.pictures import who_leaves_when_vega
from samverkan_core.present.plot import chart

document = Path(__file__).parents[1] / "sundbyberg" / "collaboration.json"
collab = sam.loads(document.read_bytes())

leaving = chart(who_leaves_when_vega(collab, at=date(2015, 3, 1)))
leaving  # noqa: B018 - a notebook shows it
