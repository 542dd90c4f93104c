"""What a decision that was taken can rest on, and the board in whose place it was taken."""

from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given

from samverkan_core.authority.decide import may
from samverkan_core.authority.scopes import target_of
from samverkan_core.authority.taken import board_of, cites, lacked, question_of, tried
from samverkan_core.indexing import index
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.common import Resolution
from samverkan_core.model.delegated_decision import DelegatedDecision, Reporting
from samverkan_core.model.mandate import Scope
from samverkan_core.serialization.load import loads
from samverkan_core.testing.asking.asked import Asked
from samverkan_core.testing.asking.draw import questions
from samverkan_core.values.ids import BodyId, HolderId, MandateId
from samverkan_core.values.time import PartialDate

FILES = Path(__file__).parents[3] / "docs" / "files"
HAGBY = loads((FILES / "hagby-who-decides.json").read_bytes())


def scope(**members: tuple[str, ...]) -> Scope:
    told: dict[str, Any] = dict(members)
    return Scope(**told)


def decision(**members: object) -> DelegatedDecision:
    told: dict[str, Any] = {
        "id": "b-17",
        "delegate": "erik",
        "day": PartialDate(when="2026-05-04"),
        "matter": "laxhjalpens-ansokan",
        **members,
    }
    return DelegatedDecision(**told)


def reported_to(body: str) -> Reporting:
    return Reporting(minutes=Resolution(body=BodyId(body)))


def hagby(**members: object) -> Collaboration:
    told: dict[str, Any] = members
    return attrs.evolve(HAGBY, **told)


def test_the_matter_stands_first_among_what_it_is_about() -> None:
    both = decision(about=scope(matters=("lokaler", "laxhjalpens-ansokan"), bodies=("namnden",)))
    question = question_of(index(HAGBY), both)
    assert question is not None
    assert question.on.matters == ("laxhjalpens-ansokan", "lokaler")
    assert question.on.bodies == ("namnden",)


def test_nothing_is_asked_of_what_is_not_told() -> None:
    book = index(HAGBY)
    assert lacked(book, decision()) is None
    assert lacked(book, decision(delegate=None)) == "delegate"
    assert question_of(book, decision(delegate=None)) is None
    assert question_of(book, decision(day=PartialDate(when="2026-05-04", about=True))) is None
    assert question_of(book, decision(matter="ett-annat")) is None


@given(asked=questions())
def test_the_chains_that_carry_are_those_behind_a_yes(asked: Asked) -> None:
    book = index(asked.collab)
    taken = decision(
        delegate=asked.who,
        day=PartialDate(when=asked.at.isoformat()),
        matter=None,
        about=target_of(book, asked.on),
        power=asked.power,
    )
    answer = may(book, asked.who, asked.power, on=asked.on, at=asked.at)
    question = question_of(book, taken)
    carrying = [
        one.chain.way.mandate.id
        for one in (tried(book, taken, question) if question else ())
        if not one.breaks
    ]
    links = () if answer.proof is None else answer.proof.links
    # What is only carried out needs no chain, whether there is one or not.
    if links or not answer.allowed:
        assert bool(carrying) == bool(links)
    assert {link.mandate for link in links[:1]} <= set(carrying)


@pytest.mark.parametrize(
    ("members", "board"),
    [
        ({}, "namnden"),
        ({"delegate": "karin"}, "namnden"),
        ({"delegate": None}, None),
        ({"delegate": None, "mandate": "vidaredelegation-3.9"}, "namnden"),
        ({"delegate": None, "line": "3.9"}, "namnden"),
        ({"delegate": None, "line": "3.9", "mandate": "styrgruppens-uppdrag"}, None),
        ({"delegate": None, "reported": reported_to("namnden")}, "namnden"),
        ({"delegate": None, "reported": reported_to("styrgruppen")}, None),
        ({"delegate": None, "reported": reported_to("finns-inte")}, None),
        ({"delegate": None, "reported": Reporting()}, None),
        ({"delegate": "namnden"}, None),
        ({"delegate": "namnden", "mandate": "delegation-3.9"}, None),
    ],
)
def test_the_board_in_whose_place_it_was_taken(members: dict[str, Any], board: str | None) -> None:
    assert board_of(index(HAGBY), decision(**members)) == board


def test_of_two_boards_the_one_that_was_told_or_cited() -> None:
    """Two boards have let the head of administration decide the same."""
    own = next(one for one in HAGBY.mandates if one.id == "delegation-3.9")
    other = attrs.evolve(HAGBY.bodies[1], id=BodyId("socialnamnden"))
    above = attrs.evolve(
        HAGBY.mandates[0], id=MandateId("uppdrag-2"), granted_to=(HolderId(other.id),)
    )
    twin = attrs.evolve(
        own, id=MandateId("delegation-4.1"), granted_by=HolderId(other.id), parent=above.id
    )
    collab = hagby(bodies=(*HAGBY.bodies, other), mandates=(*HAGBY.mandates, above, twin))
    book = index(collab)
    by_karin = decision(delegate="karin")
    assert board_of(book, by_karin) is None
    assert board_of(book, attrs.evolve(by_karin, mandate=twin.id)) == other.id
    assert board_of(book, attrs.evolve(by_karin, reported=reported_to("namnden"))) == "namnden"
    elsewhere = attrs.evolve(by_karin, reported=reported_to("fullmaktige"))
    assert board_of(book, elsewhere) is None


def test_a_ring_of_mandates_has_no_board_above() -> None:
    ring = tuple(attrs.evolve(one, granted_by=None, parent=one.id) for one in HAGBY.mandates)
    cited = decision(delegate=None, mandate="delegation-3.9")
    assert board_of(index(hagby(mandates=ring)), cited) is None


def test_a_mandate_is_cited_by_its_id_or_else_by_its_line() -> None:
    by_order = HAGBY.mandates[1]
    assert cites(decision(line="3.9"), by_order)
    assert cites(decision(mandate="delegation-3.9"), by_order)
    assert not cites(decision(line="3.9", mandate="en-annan"), by_order)
    assert not cites(decision(), attrs.evolve(by_order, basis=None))
