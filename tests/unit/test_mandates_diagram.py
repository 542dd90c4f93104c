"""Mandates on a day: from ground to holder, what is in the way as `may` says it, no secrets."""

import datetime as dt
import json
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import samverkan_core as sam
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.common import Resolution
from samverkan_core.model.mandate import Basis, BasisKind, Mandate, MandateKind, Power
from samverkan_core.model.person import Protection
from samverkan_core.present.diagrams import FORMS, Edge, Form, Node
from samverkan_core.present.mandates import mandates_diagram, mandates_drawing
from samverkan_core.testing.strategies import collaborations
from samverkan_core.values.ids import BodyId, DocumentId
from samverkan_core.values.labels import LANGUAGES, Lang
from samverkan_core.values.time import Period

from .authority.worlds import DAY, WORLDS, World, made, municipality, named_person, substitutes

FORM = st.sampled_from(FORMS)


def boxes(collab: Collaboration, at: dt.date = DAY, lang: Lang = "sv") -> dict[str, Node]:
    """Give what is drawn of the mandates of a day, by their ids."""
    nodes = mandates_drawing(collab, at, lang).nodes
    return {node.ref[1]: node for node in nodes if node.ref[0] == "mandates"}


def edges(collab: Collaboration, lang: Lang = "sv") -> list[tuple[str, str, str]]:
    drawn = mandates_drawing(collab, DAY, lang).edges
    return [(edge.start[1], edge.end[1], edge.says) for edge in drawn]


def holders(collab: Collaboration) -> dict[tuple[str, str], Node]:
    nodes = mandates_drawing(collab, DAY, "sv").nodes
    return {node.ref: node for node in nodes if node.ref[0] not in {"mandates", "grounds"}}


def in_the_way(world: World, id_: str = "m-officer") -> str:
    """Give what a box says to be in the way; nothing where it says nothing."""
    found = [line for line in boxes(world.collab)[id_].lines if line.startswith("Hinder: ")]
    return found[0].removeprefix("Hinder: ") if found else ""


# --- laws ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", WORLDS)
def test_the_chain_of_every_yes_is_drawn_from_its_ground_to_its_holder(name: str) -> None:
    world = WORLDS[name]()
    drawing, proof = mandates_drawing(world.collab, world.question.at, "sv"), world.proof
    nodes = {node.ref: node for node in drawing.nodes}
    ends = {(edge.start, edge.end) for edge in drawing.edges}
    chain = [("mandates", link.mandate) for link in proof.links]

    assert not any(nodes[ref].faded for ref in chain)
    assert set(zip(chain[1:], chain, strict=False)) <= ends
    for link, ref in zip(proof.links, chain, strict=True):
        assert (ref, ("holders", link.holder)) in ends
    if chain:
        assert any(start[0] == "grounds" and end == chain[-1] for start, end in ends)


@given(collab=collaborations(), at=st.dates())
def test_the_mandates_of_the_day_are_drawn_with_what_they_derive_from_and_no_others(
    collab: Collaboration, at: dt.date
) -> None:
    first = {one.id: one for one in reversed(collab.mandates)}
    wanted = {
        one.id
        for one in first.values()
        if one.period.holds_on(at) and (one.revoked_from is None or one.revoked_from > at)
    }
    waiting = list(wanted)
    while waiting:
        above = first[waiting.pop()].parent
        if above in first and above not in wanted:
            wanted.add(above)
            waiting.append(above)
    assert set(boxes(collab, at)) == wanted


@given(collab=collaborations(), at=st.dates(), lang=st.sampled_from(LANGUAGES), form=FORM)
def test_of_a_protected_person_neither_name_nor_workplace_nor_competence_makes_a_difference(
    collab: Collaboration, at: dt.date, lang: Lang, form: Form
) -> None:
    hidden = [
        attrs.evolve(person, protection=Protection.PROTECTED_REGISTRATION)
        for person in collab.persons
    ]
    told = [
        attrs.evolve(person, name="Ture Test", workplace=None, competences=("tystnad",))
        for person in hidden
    ]
    one, other = (attrs.evolve(collab, persons=tuple(some)) for some in (hidden, told))
    drawn = mandates_diagram(one, at=at, lang=lang, form=form)

    assert drawn == mandates_diagram(other, at=at, lang=lang, form=form)
    offices = (collab.roles, collab.bodies, collab.actors)
    others: set[str] = {thing.id for held in offices for thing in held}
    drawn_of = {node.ref for node in mandates_drawing(one, at, lang).nodes}
    assert not drawn_of & {("holders", person.id) for person in hidden if person.id not in others}


# --- protection ------------------------------------------------------------------------------


def named(protection: Protection, name: str | None = "Tova Test") -> Collaboration:
    return named_person().changed("p-chair", name=name, protection=protection).collab


@pytest.mark.parametrize("protection", [one for one in Protection if one is not Protection.NONE])
@pytest.mark.parametrize("form", FORMS)
def test_a_protected_person_is_there_without_name_and_id(
    protection: Protection, form: Form
) -> None:
    drawn = mandates_diagram(named(protection), at=DAY, form=form)

    english = mandates_diagram(named(protection), at=DAY, lang="en", form=form)
    assert "Person med skyddade personuppgifter" in drawn.replace(r"\n", " ")
    assert "Person with protected particulars" in english.replace(r"\n", " ")
    assert "Tova" not in drawn
    assert b"p-chair".hex() not in drawn


@pytest.mark.parametrize(("name", "shown"), [("Tova Test", "Tova Test"), (None, "p-chair")])
def test_another_person_is_named_or_shown_by_id(name: str | None, shown: str) -> None:
    holder = holders(named(Protection.NONE, name))["holders", "p-chair"]

    assert holder.lines == (shown, "namngiven person")


def test_protected_persons_share_one_node_also_as_givers() -> None:
    world = named_person().changed("p-chair", protection=Protection.CONFIDENTIALITY_MARKING)
    world = world.changed("p-head", protection=Protection.PROTECTED_REGISTRATION)
    world = world.changed("m-named", granted_to=("p-chair", "p-head"), granted_by="p-head")
    drawn = holders(world.collab)

    assert [ref for ref in drawn if ref[0] == "protected"] == [("protected", "")]
    assert "av Person med skyddade personuppgifter" in boxes(world.collab)["m-named"].lines


def test_a_holder_that_was_set_aside_may_be_protected() -> None:
    plain = json.loads(sam.dumps(named_person().collab))
    chair = next(one for one in plain["persons"] if one["id"] == "p-chair")
    chair["protection"] = "kanske"
    collab = sam.read(json.dumps(plain), faulty="set_aside").value
    assert collab is not None

    assert holders(collab)["unread", ""].lines == ("Uppgift som inte gick att läsa",)
    assert b"p-chair".hex() not in mandates_diagram(collab, at=DAY)


# --- examples --------------------------------------------------------------------------------


def test_a_municipality_from_the_council_to_an_employee() -> None:
    collab = municipality().without("m-committee").collab
    ground = mandates_drawing(collab, DAY, "sv").nodes[1]

    assert ground.lines == ("Styrande dokument", "Reglemente för socialnämnden")
    assert edges(collab) == [
        (ground.ref[1], "m-board", "2 §"),
        ("m-board", "b-board", ""),
        ("m-board", "m-head", "delegerad"),
        ("m-head", "r-head", ""),
        ("m-head", "m-officer", "vidaredelegerad"),
        ("m-officer", "r-officer", ""),
    ]
    assert boxes(collab)["m-board"].lines == (
        "Uppdrag m-board",
        "rätt att besluta och bereda",
        "från och med 2026-01-01 till och med 2026-12-31",
        "av Fullmäktige",
        "får delegeras vidare",
    )
    assert boxes(collab)["m-officer"].lines[2:] == (
        (
            "i fråga om fokusområdet Närvaro, organen Styrgruppen och Utskottet, aktören Skolan, "
            "ärendet Insatser och åldrarna 6–15 år"
        ),
        "från och med 2026-01-01 till och med 2026-12-31",
        "av Chef",
        "grund: Delegationsordning, punkt 3.1, enligt beslut av Socialnämnden 2025-12-11 § 98",
    )
    assert holders(collab)["holders", "r-officer"].lines == ("Handläggare", "Socialförvaltningen")
    assert holders(collab)["holders", "b-board"].lines == ("Socialnämnden", "nämnd")


def test_the_same_in_english() -> None:
    collab = municipality().without("m-committee").collab

    assert [says for *_, says in edges(collab, "en") if says] == [
        "2 §",
        "delegated",
        "sub-delegated",
    ]
    assert boxes(collab, lang="en")["m-head"].lines == (
        "Delegation m-head",
        "the right to decide and prepare",
        "from 2026-01-01 to 2026-12-31 inclusive",
        "by Socialnämnden",
        (
            "ground: Delegationsordning, item 3.1, adopted by decision of Socialnämnden "
            "2025-12-11 § 98"
        ),
        "may be delegated on",
    )


@pytest.mark.parametrize(
    ("world", "said"),
    [
        (municipality(), ""),
        (municipality().changed("m-head", may_delegate=False), "Rätt att vidaredelegera saknas"),
        (
            municipality().changed("m-officer", granted_by="r-second"),
            "Delegerad av obehörig; Rätt att vidaredelegera saknas (besluta)",
        ),
        (municipality().changed("m-officer", parent="m-gone"), "Delegationskedjan är bruten"),
        (
            municipality().changed("m-head", powers=(Power.PREPARE,)),
            "Går utöver delegationen (besluta)",
        ),
        (
            municipality().changed("m-officer", parent=None, basis=None),
            "Saknar rättslig grund",
        ),
    ],
)
def test_what_is_in_the_way_is_said_of_the_mandate_in_the_words_of_may(
    world: World, said: str
) -> None:
    assert in_the_way(world) == said
    # A broken edge says that nothing is left which it lets anybody do.
    free = {"", "Går utöver delegationen (besluta)"}
    assert boxes(world.collab)["m-officer"].faded is (said not in free)


def test_mandates_in_a_ring_are_all_broken() -> None:
    world = municipality().changed("m-board", parent="m-officer")

    for id_ in ("m-board", "m-head", "m-officer"):
        assert "Delegationskedjan är bruten" in in_the_way(world, id_)


def test_a_mandate_that_is_over_is_left_out_unless_another_derives_from_it() -> None:
    over = Period(first_day=dt.date(2025, 1, 1), last_day=dt.date(2025, 12, 31))
    world = municipality().changed("m-head", period=over)
    world = world.changed("m-committee", revoked_from=DAY)

    assert list(boxes(world.collab)) == ["m-board", "m-head", "m-officer"]
    assert in_the_way(world, "m-head") == "Har upphört att gälla"
    revoked = municipality().changed("m-head", revoked_from=DAY)
    assert in_the_way(revoked, "m-head") == "Återkallad"
    assert list(boxes(world.collab, dt.date(2027, 1, 1))) == []


def test_a_parent_that_the_document_lacks_is_named() -> None:
    drawing = mandates_drawing(
        municipality().changed("m-officer", parent="m-gone").collab, DAY, "en"
    )

    assert [note.says for note in drawing.notes] == ["m-gone: not in the document"]


@pytest.mark.parametrize(("lang", "said"), [("sv", "Ingen innehavare"), ("en", "No holder named")])
def test_a_mandate_without_a_holder_says_so(lang: Lang, said: str) -> None:
    world = municipality().changed("m-committee", granted_to=())
    (note,) = mandates_drawing(world.collab, DAY, lang).notes

    assert note.about == ("mandates", "m-committee")
    assert note.says.startswith(said)


def test_a_holder_that_the_document_lacks_has_a_broken_edge() -> None:
    world = municipality().changed("m-committee", granted_to=("b-gone",))
    holder = holders(world.collab)["unknown", "b-gone"]

    assert holder.lines == ("b-gone", "finns inte i dokumentet")
    assert holder.faded


def test_an_actor_and_an_office_without_one_hold_mandates_too() -> None:
    world = municipality().changed("m-committee", granted_to=("a-school", "r-second"))
    world = world.changed("r-second", actor=None)
    drawn = holders(world.collab)

    assert drawn["holders", "a-school"].lines == ("Skolan", "skola")
    assert drawn["holders", "r-second"].lines == ("Biträdande",)


def test_what_is_in_the_way_of_one_holder_alone_stands_beside_the_line_to_it() -> None:
    world = municipality().changed("m-committee", granted_to=("b-committee", "b-steering"))
    world = world.changed("m-committee", powers=(Power.DECIDE,))

    assert edges(world.collab)[-2:] == [
        ("m-committee", "b-committee", ""),
        ("m-committee", "b-steering", "Hinder: Får inte vara delegat"),
    ]
    assert not boxes(world.collab)["m-committee"].faded


def test_substitutes_have_broken_lines_and_their_order() -> None:
    world = substitutes()
    ids = next(one.substitutes for one in world.collab.mandates if one.substitutes)
    drawn = [edge for edge in mandates_drawing(world.collab, DAY, "sv").edges if edge.broken]
    assert [edge.end[1] for edge in drawn] == list(ids)
    assert [edge.says for edge in drawn] == [f"ersättare {at + 1}" for at in range(len(ids))]

    alone = municipality().changed("m-head", substitutes=("r-second",))
    (edge,) = (edge for edge in mandates_drawing(alone.collab, DAY, "en").edges if edge.broken)
    assert edge == Edge(
        start=("mandates", "m-head"), end=("holders", "r-second"), says="substitute", broken=True
    )


def test_those_who_act_together_and_in_urgency_only_are_told_of() -> None:
    world = municipality().changed(
        "m-committee", granted_to=("b-committee", "b-board"), jointly=True, urgent_only=True
    )

    assert [says for start, _, says in edges(world.collab) if start == "m-committee"] == [
        "tillsammans",
        "tillsammans",
    ]
    assert "endast brådskande ärenden" in boxes(world.collab)["m-committee"].lines
    assert "in urgent matters only" in boxes(world.collab, lang="en")["m-committee"].lines


@pytest.mark.parametrize(("lang", "word"), [("sv", "villkor"), ("en", "conditions")])
def test_conditions_are_told(lang: Lang, word: str) -> None:
    world = municipality().changed("m-officer", conditions=("högst ett år", "högst 50 000 kronor"))

    last = boxes(world.collab, lang=lang)["m-officer"].lines[-1]
    assert last == f"{word}: högst ett år; högst 50 000 kronor"


def test_mandates_on_one_ground_hang_from_one_node_each_by_its_line() -> None:
    world = municipality()
    more = attrs.evolve(
        world.thing("m-board"), id=made(str, object="m-more"), granted_to=(BodyId("b-committee"),)
    )
    drawn = mandates_drawing(
        world.adding(more).basis("m-more", line="fritt skrivet").collab, DAY, "sv"
    )

    (ground,) = (node for node in drawn.nodes if node.ref[0] == "grounds")
    assert [edge.says for edge in drawn.edges if edge.start == ground.ref] == [
        "2 §",
        "fritt skrivet",
    ]


def test_grounds_of_other_kinds_say_what_they_are() -> None:
    decided = Basis(
        kind=BasisKind.POLITICAL_DECISION, resolution=Resolution(body=BodyId("b-board"))
    )
    for basis, lines in [
        (Basis(kind=BasisKind.LAW), ("Lag",)),
        (decided, ("Politiskt beslut", "beslut av Socialnämnden")),
        (
            attrs.evolve(
                decided, kind=BasisKind.AGREEMENT, resolution=None, document=DocumentId("d-gone")
            ),
            ("Avtal eller överenskommelse", "d-gone"),
        ),
    ]:
        world = municipality().changed("m-board", basis=basis)
        drawn = mandates_drawing(world.collab, DAY, "sv").nodes
        assert next(node.lines for node in drawn if node.ref[0] == "grounds") == lines


def test_a_delegated_mandate_may_leave_its_line_untold() -> None:
    bare = municipality().changed("m-officer", basis=Basis(kind=BasisKind.LAW))

    assert not any(line.startswith("grund") for line in boxes(bare.collab)["m-officer"].lines)


def test_what_is_delegated_from_a_power_by_law_bends_with_its_own_kind() -> None:
    world = municipality().changed("m-board", kind=MandateKind.BY_LAW)
    world = world.changed("m-committee", kind=MandateKind.ASSIGNMENT)

    assert ("m-board", "m-committee", "delegerat") in edges(world.collab)


def test_the_kinds_of_mandate_are_all_named() -> None:
    for kind in MandateKind:
        world = municipality().changed("m-committee", kind=kind)
        first = boxes(world.collab)["m-committee"].lines[0]
        assert first == f"{kind.sv.capitalize()} m-committee"


def mandate(id_: str, **members: Any) -> Mandate:
    members = {"kind": MandateKind.ASSIGNMENT, "powers": (Power.LEAD,), **members}
    return made(Mandate, id=id_, period=Period(first_day=DAY, last_day=None), **members)


def test_many_mandates_are_each_drawn_once() -> None:
    every = tuple(
        mandate(f"m-{number}", parent=f"m-{number // 3}" if number else None)
        for number in range(200)
    )
    drawn = boxes(Collaboration(name="Hagby", mandates=every))

    assert list(drawn) == [one.id for one in every]
