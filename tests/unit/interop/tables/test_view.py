"""One table for people to read: words and names beside codes and ids, and what is withheld."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.errors import InvalidValue, UnknownLanguage
from samverkan_core.interop.tables import all_rows, from_rows, rows
from samverkan_core.interop.tables.layout import TABLES
from samverkan_core.interop.tables.view import every_row
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.appointment import Appointment
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.person import Person, Protection
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.serialization.load import from_plain
from samverkan_core.testing.strategies import collaborations
from samverkan_core.values.ids import ActorId, AppointmentId, OfficeId, PersonId, RoleId
from samverkan_core.values.labels import LANGUAGES, Lang
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import Period

HIDDEN = PersonId("p-1")
SOURCE = Source(kind=SourceKind.SEED, ref="SB-46")
COLLAB = Collaboration(
    name="Samverkan",
    actors=(Actor(id=ActorId("skolan"), name="Åskolan", kind=ActorKind.SCHOOL),),
    persons=(
        Person(
            id=HIDDEN,
            name="Sekretess Svensson",
            workplace=ActorId("skolan"),
            competences=("barnrätt",),
            protection=Protection.CONFIDENTIALITY_MARKING,
            sources=(SOURCE,),
        ),
        Person(id=PersonId("p-2"), name="Bo Ek", competences=("juridik",)),
    ),
    roles=(Role(id=RoleId("rektor"), name="Rektor", kind=next(iter(RoleKind))),),
    appointments=tuple(
        Appointment(
            id=AppointmentId(f"a-{person}"),
            person=person,
            office=OfficeId("rektor"),
            period=Period(first_day=dt.date(2015, 1, 1)),
        )
        for person in (HIDDEN, PersonId("p-2"), PersonId("p-3"))
    ),
)


def test_a_word_stands_beside_a_code_and_a_name_beside_an_id() -> None:
    (actor,) = rows(COLLAB, "actors")
    heads = list(actor)
    assert heads[heads.index("kind") + 1] == "kind_label"
    assert (actor["kind"], actor["kind_label"]) == ("school", "skola")
    assert rows(COLLAB, "actors", "en")[0]["kind_label"] == "school"
    _, second, third = rows(COLLAB, "appointments")
    assert (second["person_label"], second["office_label"]) == ("Bo Ek", "Rektor")
    assert (third["person"], third["person_label"]) == ("p-3", None)
    assert second["period.first_day"] == "2015-01-01"
    assert actor["principal_label"] is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_of_a_protected_person_only_the_protection_is_told(lang: Lang) -> None:
    protected, other = rows(COLLAB, "persons", lang)
    assert protected["id"] == HIDDEN
    assert {name for name, value in protected.items() if value is not None} == {
        "position",
        "id",
        "protection",
        "protection_label",
    }
    assert other["name"] == "Bo Ek"
    assert [row["of"] for row in rows(COLLAB, "persons.competences", lang)] == ["p-2"]
    assert rows(COLLAB, "persons.sources", lang) == []
    first, *_ = rows(COLLAB, "appointments", lang)
    assert first["person"] is None
    assert first["person_label"] in {"skyddade uppgifter", "protected particulars"}


@given(
    collab=collaborations(), kind=st.sampled_from(sorted(TABLES)), lang=st.sampled_from(LANGUAGES)
)
def test_a_row_for_people_says_what_the_row_of_the_document_says_or_nothing(
    collab: Collaboration, kind: str, lang: Lang
) -> None:
    told, every = rows(collab, kind, lang), all_rows(collab)[kind]
    assert len(told) <= len(every)
    labels = {column.label for column in TABLES[kind].every_column}
    for row in told:
        bare = {head: value for head, value in row.items() if head not in labels}
        assert any(
            all(value is None or value == whole[head] for head, value in bare.items())
            for whole in every
        )


@given(collab=collaborations(), lang=st.sampled_from(LANGUAGES), data=st.data())
def test_every_table_that_has_rows_is_told_as_by_itself(
    collab: Collaboration, lang: Lang, data: st.DataObject
) -> None:
    every = every_row(collab, lang)
    kind = data.draw(st.sampled_from([*every]) | st.sampled_from([*TABLES]))
    assert every.get(kind, []) == rows(collab, kind, lang)


def test_a_view_is_read_like_any_tables_and_its_words_are_passed_over() -> None:
    loaded = from_rows({kind: rows(COLLAB, kind) for kind in ("collaboration", "actors")})
    assert loaded.value is not None
    assert loaded.value.actors == COLLAB.actors
    assert not loaded.report


def test_what_there_is_no_table_or_language_for() -> None:
    with pytest.raises(InvalidValue, match="did you mean 'actors'"):
        rows(COLLAB, "actor")
    with pytest.raises(InvalidValue, match=r"no table 'ÖÖÖ'$"):
        rows(COLLAB, "ÖÖÖ")
    with pytest.raises(UnknownLanguage):
        rows(COLLAB, "actors", "fi")  # type: ignore[arg-type]  # a language without texts


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_was_set_aside_tells_nothing_of_a_protected_person(lang: Lang) -> None:
    """What could not be read is shown as it stood, but not what is told of such a person."""
    document = {
        "samverkan": "1.0",
        "name": "Samverkan",
        "persons": [
            {"id": "p-1", "name": "Sekretess Svensson", "protection": "protected_registration"},
            {"id": "p-2", "name": "Sekretess Ek", "protection": "skyddad"},
            {"name": "Sekretess utan id"},
        ],
        "appointments": [
            {"id": "a", "person": "p-1", "office": "rektor", "period": 2015},
            {"id": "b", "person": "p-2", "office": "rektor", "period": 2015},
            {"id": "c", "person": "p-3", "office": "rektor", "period": 2015},
            {
                "id": "d",
                "person": "p-2",
                "office": "rektor",
                "period": {"first_day": "2015-01-01"},
            },
        ],
    }
    collab = from_plain(document, faulty="set_aside")

    told = {row["pointer"]: row["value"] for row in rows(collab, "set_aside", lang)}

    assert [pointer for pointer, value in told.items() if value is not None] == ["/appointments/2"]
    assert set(told) == {
        "/persons/1",
        "/persons/2",
        *(f"/appointments/{number}" for number in range(3)),
    }
    (kept,) = rows(collab, "appointments", lang)
    assert (kept["id"], kept["person"]) == ("d", None)
    assert all(row["value"] is not None for row in all_rows(collab)["set_aside"])
