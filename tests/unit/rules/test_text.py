"""KND001 and PRI001: the municipality's own word for `other`, and nobody's number anywhere.

All numbers of persons are official test numbers, never issued to anyone.
"""

import datetime as dt
from collections.abc import Callable

import attrs
import pytest

from samverkan_core.findings.acceptance import Acceptance
from samverkan_core.findings.finding import Force, Pillar, Severity
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.anatomy import classes, json_texts, texts
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration, SetAside
from samverkan_core.model.common import Identifier, IdentifierSystem
from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.model.person import Person
from samverkan_core.model.role import Role, RoleFunction, RoleKind
from samverkan_core.rules import text
from samverkan_core.rules.engine import Judgement
from samverkan_core.values.ids import ActorId, BodyId, DocumentId, PersonId, RoleId
from samverkan_core.values.kept import JsonArray, JsonNumber, JsonObject
from samverkan_core.values.shape import members

Ask = Callable[..., Judgement]

NUMBER = "20230123-2399"
SHOWN = "20******-****"
EMPTY = Collaboration(name="Fokus")


class TestOwnWord:
    """KND001."""

    def test_broken(self, ask: Ask) -> None:
        kinds = (ActorKind.SCHOOL, ActorKind.OTHER)
        actors = tuple(Actor(id=ActorId(kind.code), name="A", kind=kind) for kind in kinds)
        (found,) = ask(text.own_word_missing, attrs.evolve(EMPTY, actors=actors)).findings
        assert (found.code, found.severity) == ("KND001", Severity.ERROR)
        assert (found.pillar, found.force) == (Pillar.FORMAT, Force.FORMAT)
        assert (found.pointer, found.subject) == ("/actors/1/kind", "other")
        assert dict(found.data) == {"holder": "other", "member": "kind", "named": "kind_name"}
        assert found.message("sv") == (
            "other har slaget ”annat” men saknar kommunens eget ord för det i kind_name."
        )
        assert found.message("en") == (
            "other has the kind “other” but lacks the municipality's own word for it in kind_name."
        )

    def test_every_member_that_may_be_other(self, ask: Ask) -> None:
        document = others(None)
        found = ask(text.own_word_missing, document).findings
        assert [(finding.pointer, finding.message("sv").split()[2]) for finding in found] == [
            ("/actors/0/kind", "slaget"),
            ("/actors/0/identifiers/0/system", "registret"),
            ("/roles/0/function", "funktionen"),
            ("/bodies/0/kind", "slaget"),
            ("/documents/0/kind", "slaget"),
        ]

    def test_its_own_word_is_enough(self, ask: Ask) -> None:
        assert ask(text.own_word_missing, others("eget ord")).held

    def test_a_member_without_a_code_needs_no_word(self, ask: Ask) -> None:
        role = Role(id=RoleId("r"), name="R", kind=RoleKind.EMPLOYEE)
        assert ask(text.own_word_missing, attrs.evolve(EMPTY, roles=(role,))).held

    def test_each_member_has_a_word(self) -> None:
        """A new kind that is open finds its label missing here."""
        coded = {
            name
            for cls in classes()
            for name, _ in members(cls)
            if f"{name}_name" in attrs.fields_dict(cls)
        }
        assert coded == {member.code for member in text.Coded}


def others(word: str | None) -> Collaboration:
    number = Identifier(system=IdentifierSystem.OTHER, system_name=word, value="1")
    actor = Actor(
        id=ActorId("a"), name="A", kind=ActorKind.OTHER, kind_name=word, identifiers=(number,)
    )
    role = Role(
        id=RoleId("r"),
        name="R",
        kind=RoleKind.EMPLOYEE,
        function=RoleFunction.OTHER,
        function_name=word,
    )
    body = Body(id=BodyId("b"), name="B", kind=BodyKind.OTHER, kind_name=word)
    document = GoverningDocument(
        id=DocumentId("d"), name="D", kind=DocumentKind.OTHER, kind_name=word
    )
    return attrs.evolve(
        EMPTY, actors=(actor,), roles=(role,), bodies=(body,), documents=(document,)
    )


def kept(*named: tuple[str, object]) -> JsonObject:
    return JsonObject(named)  # type: ignore[arg-type]


class TestPersonalNumber:
    """PRI001."""

    def test_broken(self, ask: Ask) -> None:
        persons = (
            Person(id=PersonId("p1"), name="Handläggare"),
            Person(id=PersonId("p2"), name=f"Handläggare för {NUMBER}"),
        )
        document = attrs.evolve(EMPTY, persons=persons)
        (found,) = ask(text.personal_number_written, document).findings
        assert (found.code, found.severity) == ("PRI001", Severity.ERROR)
        assert (found.pillar, found.force) == (Pillar.FORMAT, Force.FORMAT)
        assert (found.pointer, found.subject) == ("/persons/1/name", "p2")
        assert found.data == (("number", SHOWN),)
        assert found.message("sv") == (
            "Här står ett personnummer eller samordningsnummer: 20******-****."
        )
        assert found.message("en") == (
            "Here stands a personal identity number or coordination number: 20******-****."
        )

    @pytest.mark.parametrize(
        "number",
        [NUMBER, "20220422-2380", "20200101-2398", "20140519-2392", "20080475-2384"],
    )
    def test_each_form(self, ask: Ask, number: str) -> None:
        for written in (number, number.replace("-", ""), number[2:]):
            document = attrs.evolve(EMPTY, purpose=f"({written})")
            (found,) = ask(text.personal_number_written, document).findings
            assert (found.pointer, found.subject) == ("/purpose", None)

    @pytest.mark.parametrize(
        "near", ["20230123-2398", f"{NUMBER}7", "20230123-****", "212000-0415", "2301232399"]
    )
    def test_nearly_a_number(self, ask: Ask, near: str) -> None:
        assert ask(text.personal_number_written, attrs.evolve(EMPTY, purpose=near)).held

    def test_several_in_one_text(self, ask: Ask) -> None:
        document = attrs.evolve(EMPTY, purpose=f"{NUMBER}, 140519-2392")
        found = ask(text.personal_number_written, document).findings
        assert [dict(finding.data)["number"] for finding in found] == [SHOWN, "******-****"]

    def test_an_id_that_holds_one_is_not_named(self, ask: Ask) -> None:
        person = Person(id=PersonId(NUMBER), name=NUMBER)
        found = ask(text.personal_number_written, attrs.evolve(EMPTY, persons=(person,))).findings
        assert [(finding.pointer, finding.subject) for finding in found] == [
            ("/persons/0/id", None),
            ("/persons/0/name", None),
        ]
        assert NUMBER not in repr(found)

    def test_kept_members(self, ask: Ask) -> None:
        deep = JsonArray((None, JsonNumber("1"), kept(("a/b", NUMBER)), True))
        person = Person(id=PersonId("p"), kept=kept(("x-barn", deep), ("x-text", NUMBER)))
        document = attrs.evolve(EMPTY, persons=(person,), kept=kept(("x-egen", NUMBER)))
        found = ask(text.personal_number_written, document).findings
        assert [(finding.pointer, finding.subject) for finding in found] == [
            ("/x-egen", None),
            ("/persons/0/x-barn/2/a~1b", "p"),
            ("/persons/0/x-text", "p"),
        ]

    def test_the_name_of_a_kept_member(self, ask: Ask) -> None:
        """The pointer stops before the name: it must not spread the number either."""
        inner = kept(("far", "140519-2392"))
        person = Person(id=PersonId("p"), kept=kept(("x-barn", kept((f"x-{NUMBER}", inner)))))
        document = attrs.evolve(EMPTY, persons=(person,))
        found = ask(text.personal_number_written, document).findings
        assert [(finding.pointer, dict(finding.data)["number"]) for finding in found] == [
            ("/persons/0/x-barn", SHOWN),
            ("/persons/0/x-barn", "******-****"),
        ]
        assert NUMBER not in repr(found)

    def test_the_data_of_an_acceptance(self, ask: Ask) -> None:
        acceptance = Acceptance(
            code="FOC001",
            data=kept(("area", NUMBER)),
            reason="Skäl",
            owner="Styrgruppen",
            last_day=dt.date(2015, 3, 1),
        )
        document = attrs.evolve(EMPTY, acceptances=(acceptance,))
        (found,) = ask(text.personal_number_written, document).findings
        assert (found.pointer, found.subject) == ("/acceptances/0/data/area", None)

    def test_what_was_set_aside(self, ask: Ask) -> None:
        aside = SetAside(
            pointer="/persons/0", value=kept(("id", "p"), ("name", JsonArray((NUMBER,))))
        )
        document = attrs.evolve(
            EMPTY, persons=(Person(id=PersonId("q"), name=NUMBER),), set_aside=(aside,)
        )
        found = ask(text.personal_number_written, document).findings
        assert [(finding.pointer, finding.subject) for finding in found] == [
            ("/persons/1/name", "q"),
            ("/persons/0/name/0", None),
        ]

    def test_readers_speak_of_it_with_the_same_words(self) -> None:
        assert text.PERSONAL_NUMBER is text.personal_number_written.notice


class TestTexts:
    """The walk through all texts of a thing."""

    def test_in_order_of_declaration_and_with_names(self) -> None:
        thing = Person(
            id=PersonId("p"),
            competences=("a", "b"),
            kept=kept(("x", "y"), ("z", JsonArray(("1", JsonNumber("2"), False, None)))),
        )
        assert list(texts(thing, ("persons", 0))) == [
            (("persons", 0, "id"), "p"),
            (("persons", 0, "competences", 0), "a"),
            (("persons", 0, "competences", 1), "b"),
            (("persons", 0), "x"),
            (("persons", 0), "z"),
            (("persons", 0, "x"), "y"),
            (("persons", 0, "z", 0), "1"),
        ]

    def test_a_kept_tree_of_any_depth(self) -> None:
        tree: JsonArray | str = "a"
        for _ in range(3000):
            tree = JsonArray((tree,))
        ((place, found),) = json_texts(tree)
        assert (len(place), found) == (3000, "a")
