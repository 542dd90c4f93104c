"""Show who leaves when: a notebook in the folder of the document shows the last line below."""

from datetime import date
from pathlib import Path

import samverkan_core as sam
from samverkan_core.present.pictures import who_leaves_when_vega
from samverkan_core.present.plot import chart

collab = sam.loads(Path("collaboration.json").read_bytes())

leaving = chart(who_leaves_when_vega(collab, at=date(2015, 3, 1)))
leaving  # noqa: B018 - a notebook shows it
