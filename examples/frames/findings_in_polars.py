"""Count what was found in many collaborations: `python findings_in_polars.py DAY FILE...`."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import polars as pl

import samverkan_core as sam
from samverkan_core.interop.frames import to_polars


def findings(documents: Iterable[bytes], day: date) -> pl.DataFrame:
    """Give every finding of each document; reports have one form, so they stand in one frame."""
    frames = []
    for document in documents:
        collab = sam.loads(document)
        report = to_polars(sam.check(collab, at=day))
        frames.append(report.select(pl.lit(collab.name).alias("collaboration"), pl.all()))
    return pl.concat(frames)


def counted(found: pl.DataFrame) -> pl.DataFrame:
    """Count the findings of each pillar, the gravest first: an Enum keeps the order of its set."""
    return (
        found.group_by("severity", "pillar_label").len("findings").sort("severity", "pillar_label")
    )


if __name__ == "__main__":
    every = findings(
        (Path(name).read_bytes() for name in sys.argv[2:]), date.fromisoformat(sys.argv[1])
    )
    for severity, pillar, count in counted(every).iter_rows():
        print(f"{severity}: {pillar}, {count}")
