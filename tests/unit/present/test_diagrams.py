"""Diagrams: what both forms say is the same, each thing stands in them once, no text escapes."""

import datetime as dt
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

import samverkan_core as sam
from samverkan_core.errors import InvalidValue, NotADay, UnknownLanguage
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.present.diagrams import FORMS, Drawing, Edge, Node, Note, written
from samverkan_core.present.mandates import mandates_diagram, mandates_drawing
from samverkan_core.present.structure import structure_diagram, structure_drawing
from samverkan_core.present.thread import thread_diagram, thread_drawing
from samverkan_core.testing.strategies import collaborations, worlds
from samverkan_core.values.labels import Lang
from samverkan_core.values.text import on_one_line

from .read_diagrams import read_dot, read_mermaid

LANGS = st.sampled_from(("sv", "en"))
AT = dt.date(2015, 3, 1)
EMPTY = Collaboration(name="Hagby")
REFS = st.tuples(st.sampled_from(("actors", "bodies", "goals")), st.text(min_size=1))

Draw = Callable[[Collaboration, dt.date, Lang], Drawing]
DRAWINGS: dict[str, Draw] = {
    "structure": structure_drawing,
    "mandates": mandates_drawing,
    "thread": lambda collab, _, lang: thread_drawing(collab, None, lang),
}
EVERY = pytest.mark.parametrize("draw", DRAWINGS.values(), ids=DRAWINGS)


@st.composite
def drawings(draw: st.DrawFn) -> Drawing:
    """Draw any drawing, whatever its texts and ids hold."""
    refs = draw(st.lists(REFS, min_size=1, max_size=6))
    nodes = (
        Node(
            ref=ref,
            lines=tuple(draw(st.lists(st.text(), max_size=3))),
            shape=draw(st.sampled_from(("box", "rounded", "pointed"))),
            faded=draw(st.booleans()),
        )
        for ref in refs
    )
    edge = st.builds(
        Edge,
        start=st.sampled_from(refs),
        end=st.sampled_from(refs),
        says=st.text(),
        broken=st.booleans(),
        pointed=st.booleans(),
    )
    note = st.builds(Note, about=st.sampled_from(refs), says=st.text())
    parts = [*nodes, *draw(st.lists(edge | note, max_size=8))]
    return Drawing.of(draw(st.permutations(parts)), across=draw(st.booleans()))


# --- laws ------------------------------------------------------------------------------------


def is_the_same_in_both(drawing: Drawing) -> None:
    """Read both forms back: each says what the drawing says, and nothing else."""
    mermaid, dot = read_mermaid(written(drawing, "mermaid")), read_dot(written(drawing, "dot"))
    assert mermaid == dot
    names = drawing.names()
    shown = {names[node.ref]: " ".join(map(on_one_line, node.lines)) for node in drawing.nodes}
    shown |= {names[note]: on_one_line(note.says) for note in drawing.notes}
    assert {name: flat(text) for name, text in mermaid.nodes.items()} == {
        name: flat(text) for name, text in shown.items()
    }
    assert mermaid.edges.total() == len(drawing.edges) + len(drawing.notes)
    assert mermaid.faded == {names[node.ref] for node in drawing.nodes if node.faded}
    assert mermaid.across is drawing.across


def flat(text: str) -> str:
    return " ".join(text.split())


@given(drawing=drawings())
def test_both_forms_have_the_same_nodes_and_edges_whatever_stands_in_them(
    drawing: Drawing,
) -> None:
    is_the_same_in_both(drawing)


@EVERY
@given(collab=collaborations(), at=st.dates(), lang=LANGS)
def test_what_is_drawn_of_a_collaboration_is_the_same_in_both_forms(
    draw: Draw, collab: Collaboration, at: dt.date, lang: Lang
) -> None:
    is_the_same_in_both(draw(collab, at, lang))


@EVERY
@given(world=worlds(), lang=LANGS)
def test_each_thing_stands_once_and_every_line_has_two_ends(
    draw: Draw, world: tuple[Collaboration, dt.date], lang: Lang
) -> None:
    collab, at = world
    drawing = draw(collab, at, lang)
    refs = [node.ref for node in drawing.nodes]
    assert len(set(refs)) == len(refs) > 0
    assert {ref for edge in drawing.edges for ref in (edge.start, edge.end)} <= set(refs)
    assert {note.about for note in drawing.notes} <= set(refs)
    assert len(set(drawing.names().values())) == len(refs) + len(drawing.notes)
    assert drawing == draw(sam.loads(sam.dumps(collab)), at, lang)


@given(text=st.text())
def test_a_text_stands_on_one_line_with_nothing_unseen_in_it(text: str) -> None:
    line = on_one_line(text)
    assert all(letter.isprintable() or letter == "\xa0" for letter in line)
    assert line == on_one_line(line)


# --- examples --------------------------------------------------------------------------------


def test_the_texts_of_a_drawing_are_not_in_its_repr() -> None:
    node = Node(ref=("goals", "a"), lines=("hemligt",))
    assert "hemligt" not in repr((node, Note(about=node.ref, says="hemligt")))
    assert "hemligt" not in repr(Edge(start=node.ref, end=node.ref, says="hemligt"))


def test_each_look_of_a_line_and_a_node_is_written_in_its_way() -> None:
    one, other = ("actors", "a"), ("bodies", "b")
    drawing = Drawing.of(
        [
            Node(ref=one, lines=("A", "skola"), shape="rounded", faded=True),
            Node(ref=other, lines=("B",), shape="pointed"),
            Edge(start=one, end=other),
            Edge(start=one, end=other, says="leder", broken=True, pointed=False),
        ],
        across=True,
    )

    assert written(drawing, "mermaid").splitlines() == [
        "flowchart LR",
        '    n61(["A<br/>skola"])',
        "    style n61 stroke-dasharray: 4 3",
        '    n62{{"B"}}',
        "    n61 --> n62",
        '    n61 -.-|"leder"| n62',
    ]
    assert written(drawing, "dot").splitlines()[4:] == [
        "    rankdir=LR",
        r'    n61 [label="A\nskola", shape=box, style="rounded,dashed"]',
        '    n62 [label="B", shape=hexagon, style="solid"]',
        "    n61 -> n62",
        '    n61 -> n62 [label="leder", style="dashed", dir=none]',
        "}",
    ]


@pytest.mark.parametrize(
    ("name", "mermaid", "dot"),
    [
        ('"a" [b] {c} <d>', "#34;a#34; #91;b#93; #123;c#125; #60;d#62;", r"\"a\" [b] {c} <d>"),
        ("a\nb\tc", "a b c", "a b c"),
        (r"\N \" a", "#92;N #92;#34; a", r"\\N \\\" a"),
        ("&amp; &", "#38;amp#59; #38;", "&amp;amp; &amp;"),
        ("fa:fa-car, nu: nej", "fa#58;fa-car, nu: nej", "fa:fa-car, nu: nej"),
        ("a\u202eb", "a#92;u202eb", r"a\\u202eb"),
        ("20230123-2399", "20#42;#42;#42;#42;#42;#42;-#42;#42;#42;#42;", "20******-****"),
        ("\ud800", "#65533;", "\ufffd"),
    ],
)
def test_nothing_in_a_name_is_read_as_markup(name: str, mermaid: str, dot: str) -> None:
    drawing = Drawing.of([Node(ref=("goals", "a"), lines=(name,))])

    assert f'n61["{mermaid}"]' in written(drawing, "mermaid")
    assert f'[label="{dot}", ' in written(drawing, "dot")


def test_one_id_in_two_collections_is_two_nodes() -> None:
    drawing = Drawing.of(
        Node(ref=(where, "a"), lines=(where,)) for where in ("goals", "activities", "goals")
    )

    assert list(read_mermaid(written(drawing, "mermaid")).nodes) == ["n61", "n61_2"]


def test_two_notes_on_one_thing_have_names_of_their_own() -> None:
    node = Node(ref=("goals", "a"), lines=("A",))
    drawing = Drawing.of([node, *(Note(about=node.ref, says=says) for says in "bcb")])

    assert list(drawing.names().values()) == ["n61", "n61_", "n61__2"]


def test_graphviz_is_given_lines_that_are_not_too_long() -> None:
    node = Node(ref=("goals", "a"), lines=("Arbetsgruppen för det drogförebyggande arbetet",))

    assert re.search(
        r"Arbetsgruppen för det\\ndrogförebyggande arbetet", written(Drawing.of([node]), "dot")
    )


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("lang", "says"),
    [
        ("sv", ["inga aktörer och inga organ", "inga uppdrag och inga delegationer", "Inga mål"]),
        ("en", ["no actors and no bodies", "no mandates held", "No goals"]),
    ],
)
def test_where_there_is_nothing_to_draw_that_is_said(
    form: str, lang: Lang, says: list[str]
) -> None:
    drawn = [written(draw(EMPTY, AT, lang), form) for draw in DRAWINGS.values()]  # type: ignore[arg-type]  # one of them
    for text, said in zip(drawn, says, strict=True):
        assert said in flat(text.replace(r"\n", " "))


@pytest.mark.parametrize("diagram", [structure_diagram, mandates_diagram])
def test_a_day_a_language_and_a_form_that_do_not_exist_are_misuse(
    diagram: Callable[..., str],
) -> None:
    with pytest.raises(NotADay):
        diagram(EMPTY, at=dt.datetime(2015, 3, 1, tzinfo=dt.UTC))
    with pytest.raises(UnknownLanguage):
        diagram(EMPTY, at=AT, lang="de")
    with pytest.raises(InvalidValue, match="there is no form 'svg'; use 'mermaid' or 'dot'"):
        diagram(EMPTY, at=AT, form="svg")


def test_a_thread_has_the_same_forms() -> None:
    with pytest.raises(UnknownLanguage):
        thread_diagram(EMPTY, lang="de")  # type: ignore[arg-type]  # that is the point
    with pytest.raises(InvalidValue, match="use 'mermaid' or 'dot'"):
        thread_diagram(EMPTY, form="png")  # type: ignore[arg-type]  # that is the point
