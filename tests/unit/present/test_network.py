"""Who meets whom, as text: in words, without a score."""

import datetime as dt
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any, TypeVar

import attrs
import pytest
from hypothesis import given

from samverkan_core.errors import UnknownLanguage
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.body import Body, BodyKind, Seat
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.meeting import Attendance, Meeting, MeetingKind, MeetingState, Presence
from samverkan_core.model.plan import IndividualPlan, Participant, PlanKind
from samverkan_core.present.network import network_text
from samverkan_core.testing.strategies import collaborations
from samverkan_core.values.labels import LANGUAGES
from samverkan_core.values.time import PartialDate

T = TypeVar("T")
DAY = dt.date(2015, 3, 1)
#: Title, no score, density, links, actors, silos, and what is unclear.
_HEADS = 7

needs_networkx = pytest.mark.skipif(
    find_spec("networkx") is None, reason="the extra network is not installed"
)


def thing(cls: Callable[..., T], **members: Any) -> T:
    """Make a thing of plain ids."""
    return cls(**members)


def body(id_: str, *actors: str) -> Body:
    seats = tuple(thing(Seat, on_behalf_of=one) for one in actors)
    return thing(Body, id=id_, name=id_, kind=BodyKind.NETWORK, seats=seats)


def collaboration(actors: str, *bodies: Body, **members: Any) -> Collaboration:
    made = tuple(thing(Actor, id=one, name=one, kind=ActorKind.SCHOOL) for one in actors)
    return thing(Collaboration, name="Hagby", actors=made, bodies=bodies, **members)


def meeting(day: str, *actors: str) -> Meeting:
    came = tuple(thing(Attendance, who=one, presence=Presence.ATTENDED) for one in actors)
    when = PartialDate(when=day)
    held = {"kind": MeetingKind.WORKING, "state": MeetingState.HELD, "attendance": came}
    return thing(Meeting, id="mötet", day=when, **held)


def plan(id_: str, *actors: str, started: str | None = "2015-01") -> IndividualPlan:
    joined = tuple(thing(Participant, actor=one) for one in actors)
    when = None if started is None else PartialDate(when=started)
    held = {"kind": PlanKind.OTHER, "participants": joined, "started": when}
    return thing(IndividualPlan, id=id_, **held)


@needs_networkx
def test_links_silos_and_those_in_between_are_said_in_swedish() -> None:
    collab = collaboration(
        "abcdef",
        body("styrgruppen", "a", "b"),
        body("nätverket", "d", "e"),
        body("vilandegruppen"),
        meetings=(meeting("2015-02-03", "b", "c"),),
        plans=(plan("barnets plan", "a", "b"), plan("en till", "a", started=None)),
    )
    assert network_text(collab, DAY, since=dt.date(2015, 1, 1)).splitlines() == [
        "Hagby: vilka aktörer möts den 2015-03-01",
        "Möten räknas från och med den 2015-01-01.",
        (
            "Det här är underlag för ett samtal och inget betyg. Att två aktörer möts säger inte "
            "hur väl de samarbetar, och fler kopplingar är inte bättre i sig."
        ),
        "",
        "Täthet: 3 av 15 möjliga kopplingar mellan 6 aktörer finns.",
        "",
        "KOPPLINGAR",
        "  a – b: organ: styrgruppen; planer kring enskilda barn",
        "  b – c: möten: mötet",
        "  d – e: organ: nätverket",
        "",
        "AKTÖRER (så långt dokumentet visar)",
        "  a möter 1 av 5 andra.",
        "  b möter 2 av 5 andra. 10 % av de kortaste vägarna mellan två andra går genom b.",
        "  c möter 1 av 5 andra.",
        "  d möter 1 av 5 andra.",
        "  e möter 1 av 5 andra.",
        "  f möter 0 av 5 andra.",
        "",
        "STUPRÖR",
        "  Möter varandra, direkt eller genom andra, men ingen utanför: a, b, c",
        "  Möter varandra, direkt eller genom andra, men ingen utanför: d, e",
        "  Dokumentet visar inte att de möter någon annan: f",
        "",
        (
            "Går inte att bedöma, då det inte framgår om någon var där, eller för vilken aktör; "
            "där kan det finnas fler kopplingar:"
        ),
        "  organ: vilandegruppen",
        "  planer kring enskilda barn",
    ]


@needs_networkx
def test_where_all_hang_together_there_is_no_silo() -> None:
    lines = network_text(collaboration("ab", body("group", "a", "b")), DAY, lang="en").splitlines()
    assert lines[3:] == [
        "Density: 1 of 1 possible links between 2 actors are there.",
        "",
        "LINKS",
        "  a – b: bodies: group",
        "",
        "ACTORS (as far as the document shows)",
        "  a meets 1 of 1 others.",
        "  b meets 1 of 1 others.",
        "",
        "SILOS",
        "  All who meet anybody hang together, directly or by way of others.",
    ]


@needs_networkx
def test_where_nobody_meets_no_links_are_listed() -> None:
    text = network_text(collaboration("ab"), DAY, lang="en")
    assert "LINKS" not in text
    assert "All who meet" not in text
    assert text.endswith("The document does not show that they meet anybody else: a, b")


def test_too_few_actors_are_said_to_be_too_few_even_without_the_extra() -> None:
    assert network_text(collaboration(""), DAY).endswith(
        "Dokumentet har inga aktörer som deltar den dagen."
    )
    assert network_text(collaboration("a"), DAY, lang="en").endswith(
        "Only one actor takes part on that day."
    )


@needs_networkx
def test_shares_are_rounded_but_never_to_none_or_to_all() -> None:
    many = [chr(ord("a") + number) for number in range(26)]
    # Each has 300 pairs of others: the ways of all but one go through z, that of one through x.
    last = [body(f"{one}", "z", one) for one in many[:-1]]
    star = collaboration("".join(many), *last, body("short cut", "a", "b"))
    assert "More than 99 % of the shortest ways between two others go through z." in network_text(
        star, DAY, lang="en"
    )
    rare = collaboration("".join(many), body("one", "a", "x"), body("other", "x", "b"))
    assert "Mindre än 1 % av de kortaste vägarna mellan två andra går genom x." in network_text(
        rare, DAY
    )
    all_ = collaboration("abc", body("one", "a", "b"), body("other", "b", "c"))
    assert "100 % av de kortaste vägarna mellan två andra går genom b." in network_text(all_, DAY)


@needs_networkx
def test_no_plan_and_no_number_of_plans_is_told() -> None:
    one = collaboration("abc", plans=(plan("hemlig", "a", "b"),))
    more = attrs.evolve(one, plans=(*one.plans, plan("också hemlig", "b", "a")))
    assert "hemlig" not in network_text(more, DAY)
    assert network_text(one, DAY) == network_text(more, DAY)


@needs_networkx
@given(collab=collaborations())
def test_no_id_can_forge_a_line(collab: Collaboration) -> None:
    for lang in LANGUAGES:
        text = network_text(collab, DAY, lang=lang)
        assert text.replace("\n", "").replace("\xa0", "").isprintable()
        heads = [line for line in text.split("\n") if line and not line.startswith(" ")]
        assert len(heads) <= _HEADS


def test_an_unknown_language_is_misuse() -> None:
    lang: Any = "de"
    with pytest.raises(UnknownLanguage):
        network_text(collaboration(""), DAY, lang=lang)
