"""Draw how many seats each actor has, and in which bodies: `python seats_in_a_figure.py FILE`.

In a notebook the chart is shown where it is the last line of a cell; here it is printed as
Vega-Lite.
"""

import sys
from pathlib import Path

import altair as alt
import pandas as pd

import samverkan_core as sam
from samverkan_core.interop.frames import to_pandas


def seats(collab: sam.Collaboration) -> pd.DataFrame:
    """Count the seats of each actor in each body, by name."""
    held = to_pandas(collab, "bodies.seats")
    # One seat goes without saying, in a document as in its tables.
    named = held.dropna(subset=["on_behalf_of"]).fillna({"count": 1})
    return named.groupby(["on_behalf_of_label", "of_label"])["count"].sum().reset_index()


def chart(collab: sam.Collaboration) -> alt.Chart:
    """Draw a bar for each actor, in parts by body; point at a part to read which."""
    return (
        alt.Chart(seats(collab), title=f"Platser i organ: {collab.name}")
        .mark_bar(stroke="white")
        .encode(
            x=alt.X("sum(count):Q", title="Platser"),
            y=alt.Y("on_behalf_of_label:N", title="Aktör", sort="-x"),
            detail="of_label:N",
            tooltip=["on_behalf_of_label", "of_label", "count"],
        )
    )


if __name__ == "__main__":
    print(chart(sam.loads(Path(sys.argv[1]).read_bytes())).to_json())
