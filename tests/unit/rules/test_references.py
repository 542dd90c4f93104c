"""REF001 to REF005: each id names one thing, and each reference leads to it."""

from collections.abc import Callable, Iterable, Mapping

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Finding, Force, Pillar, Severity
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.anatomy import COLLECTIONS, classes
from samverkan_core.model.appointment import Appointment
from samverkan_core.model.body import Body, BodyKind, Seat
from samverkan_core.model.collaboration import Collaboration, SetAside
from samverkan_core.model.collected import Collected
from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.model.mandate import Matter
from samverkan_core.model.person import Person, Protection
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.rules import references
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.relations import Chain, Relation
from samverkan_core.rules.rings import rings
from samverkan_core.values.ids import (
    INTO,
    ActorId,
    AppointmentId,
    BodyId,
    DocumentId,
    MatterId,
    OfficeId,
    PersonId,
    RoleId,
)
from samverkan_core.values.kept import JsonObject
from samverkan_core.values.shape import members
from samverkan_core.values.time import Period

Ask = Callable[..., Judgement]


def collab(**held: object) -> Collaboration:
    return attrs.evolve(Collaboration(name="Fokus"), **held)  # type: ignore[arg-type]


def actor(id_: str, **held: object) -> Actor:
    plain = Actor(id=ActorId(id_), name="En aktör", kind=ActorKind.SCHOOL)
    return attrs.evolve(plain, **held)  # type: ignore[arg-type]


def matter(id_: str, part_of: str | None = None) -> Matter:
    above = None if part_of is None else MatterId(part_of)
    return Matter(id=MatterId(id_), name="Ett ärende", part_of=above)


def paper(id_: str, *derives_from: str) -> GoverningDocument:
    return GoverningDocument(
        id=DocumentId(id_),
        name="En plan",
        kind=DocumentKind.POLICY,
        derives_from=tuple(map(DocumentId, derives_from)),
    )


def body(id_: str, *seats: Seat) -> Body:
    return Body(id=BodyId(id_), name="Gruppen", kind=BodyKind.WORKING_GROUP, seats=seats)


def aside(collection: str, position: int, id_: str) -> SetAside:
    value = JsonObject((("id", id_),))
    return SetAside(pointer=f"/{collection}/{position}", value=value)


def places(found: Iterable[Finding]) -> list[tuple[str, str | None]]:
    return [(finding.pointer, finding.subject) for finding in found]


class TestDangling:
    """REF001."""

    def test_with_a_hint(self, ask: Ask) -> None:
        seat = Seat(on_behalf_of=ActorId("Skoln"))
        document = collab(actors=(actor("bup"), actor("skolan")), bodies=(body("g", Seat(), seat),))
        (found,) = ask(references.dangling, document).findings
        assert (found.code, found.severity) == ("REF001", Severity.ERROR)
        assert (found.pillar, found.force) == (Pillar.FORMAT, Force.FORMAT)
        assert (found.pointer, found.subject) == ("/bodies/0/seats/1/on_behalf_of", "g")
        assert dict(found.data) == {
            "holder": "g",
            "member": "on_behalf_of",
            "target": "Skoln",
            "meant": "skolan",
            "wanted": ("actors",),
        }
        assert found.message("sv") == (
            "g anger Skoln som företrädd aktör (menade du skolan?), men inget i dokumentet har "
            "det id:t."
        )
        assert found.message("en") == (
            "g gives Skoln as actor represented (did you mean skolan?), but nothing in the "
            "document has that id."
        )
        assert found.remedy("sv") == (
            "Den som förvaltar dokumentet rättar id:t, eller för in det som saknas under aktörer."
        )

    def test_without_one(self, ask: Ask) -> None:
        (found,) = ask(references.dangling, collab(principals=("kommunen",))).findings
        assert (found.pointer, found.subject) == ("/principals/0", None)
        assert dict(found.data) == {
            "holder": "",
            "member": "principals",
            "target": "kommunen",
            "meant": "",
            "wanted": ("actors",),
        }
        assert found.message("sv") == (
            "samverkan anger kommunen som huvudman (menade du något annat?), men inget i "
            "dokumentet har det id:t."
        )
        assert found.message("en") == (
            "the collaboration gives kommunen as principal (did you mean something else?), but "
            "nothing in the document has that id."
        )

    def test_the_hint_comes_from_a_collection_that_fits(self, ask: Ask) -> None:
        person = Person(id=PersonId("p"), workplace=ActorId("skoln"))
        role = Role(id=RoleId("skolan"), name="R", kind=RoleKind.EMPLOYEE)
        document = collab(persons=(person,), roles=(role,), actors=(actor("SKOLAN-A"),))
        (found,) = ask(references.dangling, document).findings
        assert dict(found.data)["meant"] == "SKOLAN-A"

    def test_a_reference_forwards(self, ask: Ask) -> None:
        document = collab(actors=(actor("a", part_of="b"), actor("b")))
        assert ask(references.dangling, document).held

    def test_where_it_is_written(self, ask: Ask) -> None:
        document = collab(actors=(actor("a", part_of="b"),), set_aside=(aside("actors", 0, "x"),))
        (found,) = ask(references.dangling, document).findings
        assert places([found]) == [("/actors/1/part_of", "a")]

    def test_hints_are_not_sought_for_ever(self, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
        things = (actor("bup1", part_of="bup9"), actor("bup2", part_of="bup9"))
        assert meant(ask(references.dangling, collab(actors=things))) == ["bup2", "bup2"]
        monkeypatch.setattr(references, "_MOST_COMPARED", 1)
        assert meant(ask(references.dangling, collab(actors=things))) == ["", ""]

    def test_no_hint_for_what_is_too_long_to_be_a_slip(self, ask: Ask) -> None:
        long = "a" * 81
        things = (actor(long, part_of="a" * 82), actor("b", part_of="a" * 79))
        assert meant(ask(references.dangling, collab(actors=things))) == ["", ""]

    def test_thousands(self, ask: Ask) -> None:
        things = tuple(actor(f"a{n}", part_of=f"b{n}") for n in range(3000))
        assert len(ask(references.dangling, collab(actors=things)).findings) == 3000


class TestWithheld:
    """Where somebody with protected particulars works is told by no finding."""

    @pytest.mark.parametrize("protection", Protection)
    def test_a_workplace_that_does_not_exist(self, ask: Ask, protection: Protection) -> None:
        person = Person(id=PersonId("p"), workplace=ActorId("bupp"), protection=protection)
        (found,) = ask(
            references.dangling, collab(actors=(actor("bup"),), persons=(person,))
        ).findings
        told = protection is Protection.NONE
        assert dict(found.data)["target"] == ("bupp" if told else "***")
        assert dict(found.data)["meant"] == ("bup" if told else "***")
        assert ("bup" in found.message("sv")) == told

    def test_a_workplace_of_another_kind(self, ask: Ask) -> None:
        person = Person(
            id=PersonId("p"), workplace=ActorId("rum"), protection=Protection.PROTECTED_REGISTRATION
        )
        (found,) = ask(
            references.of_another_kind, collab(bodies=(body("rum"),), persons=(person,))
        ).findings
        assert "rum" not in found.message("sv")


def meant(judgement: Judgement) -> list[object]:
    return [dict(finding.data)["meant"] for finding in judgement.findings]


class TestUsedTwice:
    """REF002."""

    def test_in_two_collections(self, ask: Ask) -> None:
        document = collab(actors=(actor("skola"),), matters=(matter("b"), matter("skola")))
        (found,) = ask(references.id_used_twice, document).findings
        assert (found.code, found.severity) == ("REF002", Severity.ERROR)
        assert (found.pillar, found.force) == (Pillar.FORMAT, Force.FORMAT)
        assert places([found]) == [("/matters/1/id", "skola")]
        assert dict(found.data) == {"id": "skola", "found": "matters", "first": "actors"}
        assert found.message("sv") == (
            "Id:t skola under ärenden används redan för något annat, under aktörer."
        )
        assert found.message("en") == (
            "The id skola under matters is already used for something else, under actors."
        )

    def test_in_one_collection_each_after_the_first(self, ask: Ask) -> None:
        document = collab(matters=(matter("a"), matter("a"), matter("a")))
        found = ask(references.id_used_twice, document).findings
        assert places(found) == [("/matters/1/id", "a"), ("/matters/2/id", "a")]

    @pytest.mark.parametrize("near", ["A", "a ", "a\u00ad", "å"])
    def test_nearly_alike(self, ask: Ask, near: str) -> None:
        assert ask(references.id_used_twice, collab(matters=(matter("a"), matter(near)))).held

    def test_where_it_is_written(self, ask: Ask) -> None:
        document = collab(matters=(matter("a"), matter("a")), set_aside=(aside("matters", 1, "a"),))
        found = ask(references.id_used_twice, document).findings
        assert places(found) == [("/matters/2/id", "a")]


class TestAnotherKind:
    """REF003."""

    def test_broken(self, ask: Ask) -> None:
        document = collab(
            actors=(actor("skola", part_of="p"),), persons=(Person(id=PersonId("p")),)
        )
        (found,) = ask(references.of_another_kind, document).findings
        assert (found.code, found.severity) == ("REF003", Severity.ERROR)
        assert (found.pillar, found.force) == (Pillar.FORMAT, Force.FORMAT)
        assert places([found]) == [("/actors/0/part_of", "skola")]
        assert dict(found.data) == {
            "holder": "skola",
            "member": "part_of",
            "target": "p",
            "found": "persons",
            "wanted": ("actors",),
        }
        assert found.message("sv") == (
            "skola anger p som överordnad, men p står under personer; här godtas aktörer."
        )
        assert found.message("en") == (
            "skola gives p as larger unit, but p stands under persons; accepted here: actors."
        )
        assert ask(references.dangling, document).held

    def test_several_kinds_may_be_accepted(self, ask: Ask) -> None:
        document = collab(persons=(Person(id=PersonId("p")),), appointments=(appointment("p"),))
        (found,) = ask(references.of_another_kind, document).findings
        assert found.message("sv") == (
            "f anger p som befattning, men p står under personer; "
            "här godtas roller, organ och aktörer."
        )

    def test_one_of_several_kinds(self, ask: Ask) -> None:
        document = collab(
            persons=(Person(id=PersonId("p")),),
            actors=(actor("a"),),
            appointments=(appointment("a"),),
        )
        assert ask(references.of_another_kind, document).held

    def test_an_id_used_twice_is_there_where_it_fits(self, ask: Ask) -> None:
        document = collab(actors=(actor("x"),), matters=(matter("x"), matter("y", part_of="x")))
        assert ask(references.of_another_kind, document).held


def appointment(office: str) -> Appointment:
    return Appointment(
        id=AppointmentId("f"), person=PersonId("p"), office=OfficeId(office), period=Period()
    )


class TestSetAside:
    """REF004."""

    def test_broken(self, ask: Ask) -> None:
        person = Person(id=PersonId("p"), workplace=ActorId("bup"))
        document = collab(persons=(person,), set_aside=(aside("actors", 0, "bup"),))
        (found,) = ask(references.set_aside, document).findings
        assert (found.code, found.severity) == ("REF004", Severity.WARNING)
        assert (found.pillar, found.force) == (Pillar.FORMAT, Force.FORMAT)
        assert places([found]) == [("/persons/0/workplace", "p")]
        assert dict(found.data) == {"holder": "p", "member": "workplace", "target": "bup"}
        assert found.message("sv") == (
            "p anger bup som arbetsplats, men bup gick inte att läsa och har lagts åt sidan."
        )
        assert found.message("en") == (
            "p gives bup as workplace, but bup could not be read and was set aside."
        )
        assert not ask(references.dangling, document).findings

    def test_what_was_never_there_is_another_rules_business(self, ask: Ask) -> None:
        assert ask(references.set_aside, collab(principals=("kommunen",))).held

    def test_nobody_names_it(self, ask: Ask) -> None:
        document = collab(persons=(Person(id=PersonId("p")),), set_aside=(aside("actors", 0, "b"),))
        assert not ask(references.set_aside, document).findings

    def test_another_of_the_same_id_could_be_read(self, ask: Ask) -> None:
        person = Person(id=PersonId("p"), workplace=ActorId("bup"))
        document = collab(
            persons=(person,), actors=(actor("bup"),), set_aside=(aside("actors", 0, "bup"),)
        )
        assert not ask(references.set_aside, document).findings

    def test_it_may_be_of_the_right_kind_for_all_that_is_known(self, ask: Ask) -> None:
        person = Person(id=PersonId("p"), workplace=ActorId("bup"))
        document = collab(
            persons=(person,), matters=(matter("bup"),), set_aside=(aside("actors", 0, "bup"),)
        )
        assert not ask(references.of_another_kind, document).findings
        assert places(ask(references.set_aside, document).findings) == [
            ("/persons/0/workplace", "p")
        ]


class TestRing:
    """REF005."""

    def test_itself(self, ask: Ask) -> None:
        (found,) = ask(references.ring, collab(actors=(actor("a", part_of="a"),))).findings
        assert (found.code, found.severity) == ("REF005", Severity.ERROR)
        assert (found.pillar, found.force) == (Pillar.FORMAT, Force.FORMAT)
        assert places([found]) == [("/actors/0/part_of", "a")]
        assert dict(found.data) == {"member": "part_of", "ids": ("a",)}
        assert found.message("sv") == "Kedjan av överordnade går i ring: a."
        assert found.message("en") == "The chain of larger units comes back to itself: a."

    def test_once_and_from_the_smallest_id(self, ask: Ask) -> None:
        things = (matter("d", "b"), matter("c", "a"), matter("b", "c"), matter("a", "b"))
        (found,) = ask(references.ring, collab(matters=things)).findings
        assert places([found]) == [("/matters/3/part_of", "a")]
        assert dict(found.data)["ids"] == ("a", "b", "c")
        assert found.message("sv") == "Kedjan av överordnade går i ring: a, b och c."

    def test_a_chain_that_ends(self, ask: Ask) -> None:
        things = (matter("a", "b"), matter("b", "c"), matter("c", "unknown"), matter("d", "b"))
        assert ask(references.ring, collab(matters=things)).held

    def test_in_a_list_the_link_is_pointed_at(self, ask: Ask) -> None:
        papers = (paper("a", "x", "c", "b"), paper("b", "a", "c"), paper("c"))
        (found,) = ask(references.ring, collab(documents=papers)).findings
        assert places([found]) == [("/documents/0/derives_from/2", "a")]
        assert dict(found.data)["ids"] == ("a", "b")

    def test_two_rings(self, ask: Ask) -> None:
        papers = (paper("d", "c"), paper("c", "d", "b"), paper("b", "a"), paper("a", "b"))
        found = ask(references.ring, collab(documents=papers)).findings
        assert sorted(dict(finding.data)["ids"] for finding in found) == [("a", "b"), ("c", "d")]

    def test_each_member_is_a_chain_of_its_own(self, ask: Ask) -> None:
        """A unit may be part of the office that took its place."""
        things = (actor("a", part_of="b"), actor("b", succeeds=("a",)))
        assert ask(references.ring, collab(actors=things)).held

    def test_a_group_may_appoint_to_its_own_seats(self, ask: Ask) -> None:
        group = body("g", Seat(appointed_by=BodyId("g")))
        assert ask(references.ring, collab(bodies=(group,))).held

    def test_of_two_with_one_id_the_first_counts(self, ask: Ask) -> None:
        things = (matter("a", "b"), matter("b"), matter("b", "a"))
        assert ask(references.ring, collab(matters=things)).held

    def test_a_very_long_ring(self, ask: Ask) -> None:
        things = tuple(matter(f"{n:05}", f"{(n + 1) % 5000:05}") for n in range(5000))
        (found,) = ask(references.ring, collab(matters=things)).findings
        assert found.subject == "00000"


links = st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), max_size=3))


class TestRings:
    """The search behind REF005, against the plain meaning of its words."""

    @staticmethod
    def whole(drawn: Mapping[str, list[str]]) -> dict[str, list[str]]:
        return {id_: sorted(set(drawn.get(id_, ()))) for id_ in "abcdef"}

    @staticmethod
    def reached(graph: Mapping[str, list[str]], start: str) -> set[str]:
        found: set[str] = set()
        waiting = list(graph[start])
        while waiting:
            here = waiting.pop()
            if here not in found:
                found.add(here)
                waiting += graph[here]
        return found

    @given(links)
    def test_one_for_each_knot(self, drawn: Mapping[str, list[str]]) -> None:
        graph = self.whole(drawn)
        reach = {id_: self.reached(graph, id_) for id_ in graph}
        knots = {
            frozenset(other for other in graph if other in reach[id_] and id_ in reach[other])
            for id_ in graph
            if id_ in reach[id_]
        }
        assert sorted(ring[0] for ring in rings(graph)) == sorted(map(min, knots))

    @given(links)
    def test_each_is_a_ring(self, drawn: Mapping[str, list[str]]) -> None:
        graph = self.whole(drawn)
        for ring in rings(graph):
            assert len(set(ring)) == len(ring)
            assert ring[0] == min(ring)
            for here, there in zip(ring, (*ring[1:], ring[0]), strict=True):
                assert there in graph[here]


class TestAll:
    """What holds for each of the five."""

    RULES = (
        references.dangling,
        references.id_used_twice,
        references.of_another_kind,
        references.set_aside,
        references.ring,
    )

    @pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
    def test_nothing_refers_to_anything(self, ask: Ask, rule: object) -> None:
        assert ask(rule, collab()).held

    def test_each_collection_has_a_word(self) -> None:
        assert [word.code for word in Collected] == list(COLLECTIONS)

    def test_each_reference_has_a_word(self) -> None:
        """A new member that refers to something finds its word missing here."""
        named = {
            name
            for cls in classes()
            for name, shape in members(cls)
            if shape.id_kind in INTO and name != "id"
        }
        assert named == {word.code for word in Relation}

    def test_each_chain_has_a_word(self) -> None:
        own_kind = {
            name
            for collection, cls in COLLECTIONS.items()
            for name, shape in members(cls)
            if INTO.get(shape.id_kind) == (collection,) and name != "id"
        }
        assert own_kind == {word.code for word in Chain}
