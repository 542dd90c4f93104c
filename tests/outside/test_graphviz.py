"""Graphviz itself reads what is written for it: every diagram, whatever stands in the names."""

import datetime as dt
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import samverkan_core as sam
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.present.diagrams import Drawing, Edge, Node, Note, written
from samverkan_core.present.mandates import mandates_diagram
from samverkan_core.present.structure import structure_diagram
from samverkan_core.present.thread import thread_diagram
from samverkan_core.testing.strategies import collaborations

DOT = shutil.which("dot")
pytestmark = pytest.mark.skipif(DOT is None, reason="Graphviz is not on this machine")
FILES = sorted((Path(__file__).parents[2] / "examples").glob("*/collaboration.json"))
AT = dt.date(2015, 3, 1)


def read(text: str) -> tuple[dict[str, str], set[tuple[str, str]]]:
    """Let Graphviz read a graph; give the texts of its nodes, and its lines."""
    assert DOT is not None
    done = subprocess.run(
        [DOT, "-Tjson0"], input=text.encode(), capture_output=True, check=True, timeout=60
    )
    assert done.stderr == b""
    told = json.loads(done.stdout)
    nodes = {one["_gvid"]: one for one in told.get("objects", ())}
    edges = {
        (nodes[one["tail"]]["name"], nodes[one["head"]]["name"]) for one in told.get("edges", ())
    }
    return {one["name"]: one["label"] for one in nodes.values()}, edges


def is_read_whole(drawing: Drawing) -> None:
    """Ask that Graphviz sees the nodes and lines of a drawing, and no other."""
    nodes, edges = read(written(drawing, "dot"))
    names = drawing.names()
    assert set(nodes) == set(names.values())
    assert edges == {
        *((names[edge.start], names[edge.end]) for edge in drawing.edges),
        *((names[note], names[note.about]) for note in drawing.notes),
    }


@pytest.mark.parametrize("file", FILES, ids=[file.parent.name for file in FILES])
def test_graphviz_draws_every_example(file: Path) -> None:
    collab = sam.loads(file.read_bytes())
    for text in (
        structure_diagram(collab, at=AT, form="dot"),
        mandates_diagram(collab, at=AT, form="dot"),
        thread_diagram(collab, form="dot"),
    ):
        assert read(text)[0]


@settings(max_examples=10)
@given(texts=st.lists(st.text(min_size=1), min_size=3, max_size=3), across=st.booleans())
def test_whatever_stands_in_a_text_graphviz_sees_what_was_drawn(
    texts: list[str], across: bool
) -> None:
    one, other = ("goals", texts[0]), ("actors", texts[1])
    parts = (
        Node(ref=one, lines=tuple(texts), shape="pointed", faded=True),
        Node(ref=other, lines=(texts[2],), shape="rounded"),
        Edge(start=one, end=other, says=texts[1], broken=True, pointed=False),
        Edge(start=other, end=one, says=texts[2]),
        Note(about=one, says=texts[0]),
    )
    is_read_whole(Drawing.of(parts, across=across))


@pytest.mark.parametrize(
    "text", ['"', "\\", "\\N", '\\"', "&auml;", "<b>x</b>", "{a|b}", "]; x -> y; [", "//", "#", "%"]
)
def test_signs_that_mean_something_to_graphviz_are_only_signs(text: str) -> None:
    nodes, _ = read(written(Drawing.of([Node(ref=("goals", "a"), lines=(text,))]), "dot"))

    assert nodes == {"n61": text.replace("\\", "\\\\").replace("&", "&amp;")}


@settings(max_examples=5)
@given(collab=collaborations(), at=st.dates())
def test_graphviz_reads_the_diagrams_of_any_collaboration(
    collab: Collaboration, at: dt.date
) -> None:
    assert read(structure_diagram(collab, at=at, form="dot"))[0]
    assert read(mandates_diagram(collab, at=at, form="dot"))[0]
    assert read(thread_diagram(collab, form="dot"))[0]
