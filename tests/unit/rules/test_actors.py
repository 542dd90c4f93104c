"""ACT001 to ACT004: what each actor brings, how it serves the whole, what registers call it."""

import datetime as dt
from collections.abc import Callable

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Force, Pillar, Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.indexing import index
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.common import Identifier, IdentifierSystem
from samverkan_core.reference.municipalities import KNOWN_FROM
from samverkan_core.rules import actors
from samverkan_core.rules.engine import Judgement, judged
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.values.ids import ActorId

Ask = Callable[..., Judgement]

DAY = dt.date(2015, 3, 1)
ORGANISATION = IdentifierSystem.ORGANISATION_NUMBER
HSA = IdentifierSystem.HSA_ID
MUNICIPALITY = IdentifierSystem.MUNICIPALITY_CODE
COUNTY = IdentifierSystem.COUNTY_CODE


def actor(id_: str = "skola", **members: object) -> Actor:
    plain = Actor(id=ActorId(id_), name="Åsaskolan", kind=ActorKind.SCHOOL)
    return attrs.evolve(plain, **members)  # type: ignore[arg-type]


def collab(*things: Actor, **members: object) -> Collaboration:
    plain = Collaboration(name="Fokus", actors=things)
    return attrs.evolve(plain, **members)  # type: ignore[arg-type]


def identified(system: IdentifierSystem, value: str) -> Collaboration:
    return collab(actor(identifiers=(Identifier(system=system, value=value),)))


class TestCompetence:
    """ACT001."""

    def test_broken(self, ask: Ask) -> None:
        kommun = actor("kommun")
        units = (actor("skola", part_of="kommun", competences=("pedagogik",)), actor("bup"))
        (found,) = ask(actors.competence_missing, collab(kommun, *units)).findings
        assert (found.code, found.severity) == ("ACT001", Severity.WARNING)
        assert (found.pillar, found.force) == (Pillar.SHARED_VIEW, Force.SEED)
        assert (found.pointer, found.subject) == ("/actors/2", "bup")
        assert found.data == (("actor", "bup"),)
        assert found.message("sv") == "Aktören bup anger ingen egen kompetens."
        assert found.message("en") == "Actor bup states no competence of its own."
        assert [source.ref for source in found.sources] == ["SB-17"]

    def test_one_competence_is_enough(self, ask: Ask) -> None:
        assert ask(actors.competence_missing, collab(actor(competences=("pedagogik",)))).held

    def test_not_asked_of_a_principal(self, ask: Ask) -> None:
        kommun, skola = actor("kommun"), actor(principal="kommun", competences=("pedagogik",))
        assert ask(actors.competence_missing, collab(kommun, skola)).held
        only = collab(kommun, skola, principals=("kommun",))
        assert ask(actors.competence_missing, only).held


class TestSameCompetences:
    """ACT002."""

    def test_broken(self, ask: Ask) -> None:
        first = actor("b", competences=("pedagogik", "hälsa"))
        second = actor("a", competences=("hälsa", "pedagogik", "hälsa"))
        third = actor("c", competences=("hälsa",))
        (found,) = ask(actors.same_competences, collab(first, second, third)).findings
        assert (found.code, found.severity) == ("ACT002", Severity.INFO)
        assert (found.pillar, found.force) == (Pillar.SHARED_VIEW, Force.SEED)
        assert (found.pointer, found.subject) == ("/actors/1/competences", "a")
        assert found.data == (("actors", ("a", "b")),)
        assert found.message("sv") == "a och b anger exakt samma kompetenser."
        assert found.message("en") == "a and b state exactly the same competences."

    def test_all_that_are_alike_stand_in_one_finding(self, ask: Ask) -> None:
        alike = [actor(id_, competences=("hälsa",)) for id_ in ("c", "a", "b")]
        (found,) = ask(actors.same_competences, collab(*alike)).findings
        assert found.data == (("actors", ("a", "b", "c")),)

    def test_one_word_apart(self, ask: Ask) -> None:
        first = actor("a", competences=("hälsa",))
        second = actor("b", competences=("hälsa", "pedagogik"))
        assert ask(actors.same_competences, collab(first, second)).held

    def test_an_actor_and_what_it_is_part_of(self, ask: Ask) -> None:
        first = actor("a", competences=("hälsa",))
        second = actor("b", part_of="a", competences=("hälsa",))
        assert ask(actors.same_competences, collab(first, second)).held

    def test_one_actor_written_twice_is_another_rules_business(self, ask: Ask) -> None:
        twice = [actor("a", competences=("hälsa",))] * 2
        assert ask(actors.same_competences, collab(*twice)).held

    def test_who_states_none_is_not_compared(self, ask: Ask) -> None:
        judgement = ask(actors.same_competences, collab(actor("a"), actor("b")))
        assert not judgement.findings
        assert [(missing.subject, missing.lacked) for missing in judgement.not_judged] == [
            (None, "actors.competences")
        ]
        assert ask(
            actors.same_competences, collab(actor("a"), actor("b", competences=("hälsa",)))
        ).held


class TestIdentifier:
    """ACT003."""

    def test_wrong_check_digit(self, ask: Ask) -> None:
        right = Identifier(system=MUNICIPALITY, value="0561")
        wrong = Identifier(system=ORGANISATION, value="212000-0416")
        document = collab(actor("a"), actor("kommun", identifiers=(right, wrong)))
        (found,) = ask(actors.identifier_wrong, document, DAY).findings
        assert (found.code, found.severity) == ("ACT003", Severity.ERROR)
        assert (found.pillar, found.force) == (Pillar.STRUCTURE, Force.SEED)
        assert (found.pointer, found.subject) == ("/actors/1/identifiers/1/value", "kommun")
        assert dict(found.data) == {
            "actor": "kommun",
            "defect": "malformed",
            "system": "organisation_number",
            "value": "212000-0416",
        }
        assert found.message("sv") == (
            "kommun har organisationsnummer 212000-0416, som har fel form eller fel kontrollsiffra."
        )
        assert found.message("en") == (
            "kommun has the organisation number 212000-0416, which has the wrong form or check "
            "digit."
        )
        assert [source.ref for source in found.sources] == ["AT-21"]

    def test_a_code_that_nobody_has(self, ask: Ask) -> None:
        (found,) = ask(actors.identifier_wrong, identified(MUNICIPALITY, "1917"), DAY).findings
        assert dict(found.data)["defect"] == "not_in_use"
        assert found.message("sv") == (
            "skola har kommunkod 1917, som inte är i bruk den dag som granskas."
        )
        assert found.message("en") == (
            "skola has the municipality code 1917, which is not in use on the day asked about."
        )

    @pytest.mark.parametrize(
        ("system", "value"),
        [
            (ORGANISATION, "212000-0415"),
            (HSA, "SE2120000415-A1"),
            (MUNICIPALITY, "0561"),
            (COUNTY, "05"),
            (IdentifierSystem.OTHER, "vad som helst"),
        ],
    )
    def test_right(self, ask: Ask, system: IdentifierSystem, value: str) -> None:
        assert ask(actors.identifier_wrong, identified(system, value), DAY).held

    @pytest.mark.parametrize(
        ("system", "value", "defect"),
        [
            (ORGANISATION, "2120000415", "malformed"),
            (ORGANISATION, "SE212000041501", "malformed"),
            (HSA, "SE2120000416-A1", "malformed"),
            (MUNICIPALITY, "561", "malformed"),
            (MUNICIPALITY, "0000", "not_in_use"),
            (COUNTY, "5", "malformed"),
            (COUNTY, "11", "not_in_use"),
        ],
    )
    def test_wrong(self, ask: Ask, system: IdentifierSystem, value: str, defect: str) -> None:
        (found,) = ask(actors.identifier_wrong, identified(system, value), DAY).findings
        assert dict(found.data)["defect"] == defect

    @pytest.mark.parametrize(("system", "value"), [(MUNICIPALITY, "1917"), (COUNTY, "11")])
    def test_the_day_before_the_table_begins(
        self, ask: Ask, system: IdentifierSystem, value: str
    ) -> None:
        document = identified(system, value)
        judgement = ask(actors.identifier_wrong, document, KNOWN_FROM - dt.timedelta(days=1))
        assert judgement.not_judged == (
            NotJudged(code="ACT003", subject="skola", lacked="reference.municipalities"),
        )
        assert ask(actors.identifier_wrong, document, KNOWN_FROM).findings

    def test_form_needs_no_table(self, ask: Ask) -> None:
        (found,) = ask(actors.identifier_wrong, identified(COUNTY, "5"), dt.date.min).findings
        assert dict(found.data)["defect"] == "malformed"

    @pytest.mark.parametrize("value", ["20080475-2384", "0804752384", "200804752384"])
    def test_a_persons_own_number_is_not_shown(self, ask: Ask, value: str) -> None:
        (found,) = ask(actors.identifier_wrong, identified(ORGANISATION, value), DAY).findings
        shown = dict(found.data)["value"]
        assert shown == ("20******-****" if value.startswith("20") else "******-****")

    def test_speaks_of_a_day(self) -> None:
        assert actors.identifier_wrong.of_state


class TestContribution:
    """ACT004."""

    def test_broken(self, ask: Ask) -> None:
        (found,) = ask(actors.contribution_missing, collab(actor("bup"))).findings
        assert (found.code, found.severity) == ("ACT004", Severity.WARNING)
        assert (found.pillar, found.force) == (Pillar.SHARED_VIEW, Force.SEED)
        assert (found.pointer, found.subject) == ("/actors/0", "bup")
        assert found.data == (("actor", "bup"),)
        assert found.message("sv") == (
            "Aktören bup anger inte hur den egna delen bidrar till helheten."
        )
        assert found.message("en") == (
            "Actor bup does not state how its own part serves the whole."
        )
        assert [source.ref for source in found.sources] == ["SB-94"]

    def test_few_words_are_enough(self, ask: Ask) -> None:
        assert ask(actors.contribution_missing, collab(actor(contribution="–"))).held


class TestAll:
    """What holds for each of the four."""

    RULES = (
        actors.competence_missing,
        actors.same_competences,
        actors.identifier_wrong,
        actors.contribution_missing,
    )

    @pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
    def test_without_actors_nothing_is_judged(self, ask: Ask, rule: object) -> None:
        judgement = ask(rule, collab(), DAY)
        assert not judgement.findings
        assert [missing.lacked for missing in judgement.not_judged] == ["actors"]

    @pytest.mark.parametrize("rule", [RULES[0], RULES[1], RULES[3]], ids=lambda rule: rule.code)
    def test_where_nobody_takes_part_nothing_is_judged(self, ask: Ask, rule: object) -> None:
        ring = (actor("a", part_of="b"), actor("b", part_of="a"))
        judgement = ask(rule, collab(*ring))
        lacked = "actors.competences" if judgement.code == "ACT002" else "actors"
        assert judgement.not_judged == (NotJudged(code=judgement.code, lacked=lacked),)

    @given(st.text(st.characters(codec="utf-8", min_codepoint=0x21), min_size=1), st.dates())
    def test_any_identifier_on_any_day(self, value: str, day: dt.date) -> None:
        several = tuple(Identifier(system=system, value=value) for system in IdentifierSystem)
        book = index(collab(actor(identifiers=several)))
        judgement = judged(actors.identifier_wrong, book, day, COMMON)
        assert {finding.code for finding in judgement.findings} <= {"ACT003"}
