"""A collaboration and a focus area at a glance: what a notebook shows, and what it never does."""

import datetime as dt
from typing import Any, TypeVar
from xml.etree import ElementTree as ET

import attrs
import pytest

from samverkan_core.errors import UnknownLanguage
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.anatomy import COLLECTIONS
from samverkan_core.model.collaboration import Collaboration, SetAside
from samverkan_core.model.collected import Collected
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.model.person import Person, Protection
from samverkan_core.process.step import JourneyEntry, Step
from samverkan_core.values.kept import JsonObject
from samverkan_core.values.time import PartialDate, TimeBox

T = TypeVar("T")


def make(cls: type[T], **members: Any) -> T:
    """Make a thing of the model out of plain texts."""
    return cls(**members)


TOWN = make(Actor, id="hagby", name="Hagby kommun", kind=ActorKind.MUNICIPALITY)
UNION = make(
    Actor, id="union", name="Union Väst", kind=ActorKind.OTHER, kind_name="samarbetsförbund"
)
GOING = make(
    FocusArea,
    id="skolfranvaro",
    name="Skolfrånvaro",
    assignment="Anna håller ihop arbetet.",
    time_box=TimeBox(starts=PartialDate(when="2014-08"), ends=PartialDate(when="2016")),
    journey=(
        JourneyEntry(step=Step.INITIATE, day=PartialDate(when="2014-08-18")),
        JourneyEntry(step=Step.GROUND, day=PartialDate(when="2014-10", about=True)),
    ),
)
CLOSED = make(FocusArea, id="anndt", name="ANDT", closed_on=dt.date(2014, 6, 12))
COLLAB = make(
    Collaboration,
    name="Barnen i <i>Hagby</i>",
    purpose="Att Annas idé blir verklighet.",
    principals=("hagby", "region", "union"),
    actors=(TOWN, UNION, attrs.evolve(TOWN, name="Hagby stad")),
    persons=(
        make(Person, id="p-1", name="Anna Ek"),
        make(Person, id="p-2", name="Bo Al", protection=Protection.PROTECTED_REGISTRATION),
    ),
    focus_areas=(GOING, CLOSED),
    set_aside=(SetAside(pointer="/persons/2", value=JsonObject((("name", "Cia"),))),),
)


def read(html: str) -> ET.Element:
    return ET.fromstring(html)  # noqa: S314 - it was made here


def tables(html: str) -> dict[str, list[tuple[str, ...]]]:
    """Give the cells of each table under its caption."""
    return {
        str(table.findtext("caption")): [
            tuple(cell.text or "" for cell in row) for row in table.iter("tr")
        ]
        for table in read(html).iter("table")
    }


def test_a_collaboration_shows_who_answers_for_it() -> None:
    name, principals = read(COLLAB.html()).findall("p")
    assert name.findtext("strong") == "Barnen i <i>Hagby</i>"
    # Of two actors with one id the first is meant; of a principal that is no actor the id is known.
    assert "".join(principals.itertext()) == (
        "Huvudmän: Hagby kommun (kommun), region, Union Väst (samarbetsförbund)"
    )


def test_a_collaboration_shows_how_much_there_is_of_each_kind() -> None:
    assert tables(COLLAB.html())["Det här finns i dokumentet"] == [
        ("Vad", "Antal"),
        ("aktörer", "3"),
        ("personer", "2"),
        ("fokusområden", "2"),
        ("lagt åt sidan, eftersom det inte gick att läsa", "1"),
    ]
    assert tables(COLLAB.html("en"))["The document holds"][-1] == (
        "set aside, since it could not be read",
        "1",
    )


def test_a_collaboration_shows_how_far_its_focus_areas_have_come() -> None:
    assert tables(COLLAB.html())["Fokusområden"] == [
        ("Fokusområde", "Senaste steg", "Steget togs", "Startar", "Slutar"),
        (
            "Skolfrånvaro",
            "2. Grunda förståelsen och aktivera frågeställningen",
            "omkring 2014-10",
            "2014-08",
            "2016",
        ),
        ("ANDT", "inget steg infört", "", "inte angivet", "avslutat 2014-06-12"),
    ]


def test_every_collection_has_a_word_and_is_counted() -> None:
    assert [kind.code for kind in Collected] == list(COLLECTIONS)


def test_an_empty_collaboration_says_that_it_is() -> None:
    empty = Collaboration(name="n")
    assert empty.html("en") == (
        '<div lang="en"><p><strong>n</strong></p><p><strong>Principals:</strong> none entered.</p>'
        "<p>No focus areas are entered.</p><p>Nothing is entered in the document.</p></div>"
    )
    assert tables(empty.html()) == {}


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_no_person_is_named_and_nothing_from_free_text(lang: Any) -> None:
    for thing in (COLLAB, GOING):
        for hidden in ("Anna", "Bo Al", "Cia", "p-1", "p-2"):
            assert hidden not in thing.html(lang)
    for hidden in ("Anna", "Hagby", "Skolfrånvaro"):
        assert hidden not in f"{COLLAB!r}"


def test_a_focus_area_shows_its_name_and_its_journey() -> None:
    assert read(GOING.html()).findtext("p/strong") == "Skolfrånvaro"
    assert [row[1] for row in tables(GOING.html())["Stegen"]] == [
        *("Dag", "2014-08-18", "omkring 2014-10"),
    ]
    assert "Inga steg är införda." in CLOSED.html()


def test_a_notebook_shows_swedish() -> None:
    for thing in (COLLAB, GOING):
        assert thing._repr_html_() == thing.html() == thing.html("sv")
        assert read(thing.html("en")).attrib == {"lang": "en"}
        with pytest.raises(UnknownLanguage):
            thing.html("fi")  # type: ignore[arg-type]
