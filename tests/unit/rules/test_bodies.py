"""BOD006 to BOD010: the council, the network, the home of a group, and who leads it."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Severity
from samverkan_core.findings.report import NotJudged
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.body import ELECTED_KINDS, Body, BodyKind, Seat, SeatCategory
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.common import Resolution
from samverkan_core.rules.bodies import (
    category_missing,
    council_decision_missing,
    home_missing,
    lead_not_shared,
    network_of_one_actor,
)
from samverkan_core.rules.engine import Judgement
from samverkan_core.rules.profiles.profile import Composition, Parameters, Profile
from samverkan_core.rules.rule import Rule

Ask = Callable[..., Judgement]

ELECTED, OFFICIAL, INTEREST, PROFESSIONAL = SeatCategory


def body(kind: BodyKind, *seats: Seat, **members: object) -> Body:
    known: dict[str, Any] = {"id": "organ", "name": "Organet", "kind": kind, "seats": seats}
    return Body(**{**known, **members})


def seat(on_behalf_of: str | None = None, **members: object) -> Seat:
    known: dict[str, Any] = {"on_behalf_of": on_behalf_of, **members}
    return Seat(**known)


def actor(id_: str, kind: ActorKind = ActorKind.OTHER, part_of: str | None = None) -> Actor:
    known: dict[str, Any] = {"id": id_, "name": "En aktör", "kind": kind, "part_of": part_of}
    return Actor(**known)


def collaboration(*bodies: Body, actors: tuple[Actor, ...] = ()) -> Collaboration:
    return Collaboration(name="Fokus", bodies=bodies, actors=actors)


class TestCouncilDecision:
    """BOD006."""

    def test_council_that_nobody_set_up(self, ask: Ask) -> None:
        made = collaboration(
            body(BodyKind.NETWORK, id="nät"), body(BodyKind.CHILDRENS_COUNCIL, id="råd")
        )

        (finding,) = ask(council_decision_missing, made).findings

        assert (finding.pointer, finding.subject) == ("/bodies/1", "råd")
        assert finding.data == (("council", "råd"),)
        assert finding.severity is Severity.WARNING
        assert finding.message("sv") == "För barnrådet råd anges inget beslut om att inrätta det."
        assert finding.message("en") == "No decision to set up council råd is stated."

    def test_decision_of_which_little_is_known(self, ask: Ask) -> None:
        council = body(BodyKind.CHILDRENS_COUNCIL, decided_by=Resolution(paragraph="12"))

        assert ask(council_decision_missing, collaboration(council)).held


def composed(*compositions: tuple[BodyKind, tuple[SeatCategory, ...]]) -> Profile:
    made = tuple(Composition(kind=kind, categories=sorts) for kind, sorts in compositions)
    return Profile(name="hagby", parameters=Parameters(compositions=made))


class TestCategories:
    """BOD007."""

    TEAM = BodyKind.CONSULTATION_TEAM

    def test_two_categories_missing(self, ask: Ask) -> None:
        council = body(
            BodyKind.CHILDRENS_COUNCIL, seat(category=OFFICIAL), seat(category=PROFESSIONAL)
        )

        (finding,) = ask(category_missing, collaboration(council)).findings

        assert (finding.pointer, finding.subject) == ("/bodies/0/seats", "organ")
        assert finding.data == (
            ("body", "organ"),
            ("kind", "childrens_council"),
            ("missing", ("elected", "interest_organisation")),
        )
        assert finding.severity is Severity.WARNING
        assert finding.message("sv") == (
            "Organet organ (barnråd) saknar plats för: förtroendevald och intresseorganisation."
        )
        assert finding.message("en") == (
            "Body organ (council for children's matters (barnråd)) has no seat for: elected "
            "representative and interest organisation."
        )

    def test_one_of_each(self, ask: Ask) -> None:
        seats = tuple(seat(category=category) for category in (INTEREST, ELECTED, OFFICIAL, None))

        council = body(BodyKind.CHILDRENS_COUNCIL, *seats)
        assert ask(category_missing, collaboration(council)).held

    def test_other_bodies_may_be_composed_as_they_like(self, ask: Ask) -> None:
        team = body(self.TEAM, seat(category=PROFESSIONAL))

        assert ask(category_missing, collaboration(team)).held

    def test_a_model_says_who_meets_in_its_own_bodies(self, ask: Ask) -> None:
        profile = composed((self.TEAM, (PROFESSIONAL, OFFICIAL)))
        council = body(BodyKind.CHILDRENS_COUNCIL, seat(category=PROFESSIONAL), id="råd")
        team = body(self.TEAM, seat(category=OFFICIAL))

        (finding,) = ask(category_missing, collaboration(council, team), None, profile).findings

        assert finding.subject == "organ"
        assert (
            finding.message("sv")
            == "Organet organ (konsultationsteam) saknar plats för: profession."
        )

    def test_bodies_are_told_kind_by_kind_in_the_order_of_the_profile(self, ask: Ask) -> None:
        profile = composed(
            (BodyKind.NETWORK, (OFFICIAL,)), (self.TEAM, (ELECTED,)), (self.TEAM, (INTEREST,))
        )
        made = collaboration(
            body(self.TEAM, seat(category=PROFESSIONAL), id="team"),
            body(BodyKind.NETWORK, seat(category=PROFESSIONAL), id="nät-1"),
            body(BodyKind.NETWORK, seat(category=PROFESSIONAL), id="nät-2"),
        )

        told = [
            (finding.subject, dict(finding.data)["missing"])
            for finding in ask(category_missing, made, None, profile).findings
        ]

        assert told == [
            ("nät-1", ("official",)),
            ("nät-2", ("official",)),
            ("team", ("elected",)),
            ("team", ("interest_organisation",)),
        ]

    def test_a_category_that_is_asked_for_twice_is_missing_once(self, ask: Ask) -> None:
        profile = composed((self.TEAM, (OFFICIAL, ELECTED, OFFICIAL)))
        made = collaboration(body(self.TEAM, seat(category=PROFESSIONAL)))

        (finding,) = ask(category_missing, made, None, profile).findings

        assert dict(finding.data)["missing"] == ("official", "elected")

    @pytest.mark.parametrize(
        ("seats", "lacked"),
        [((), "seats"), ((seat(category=ELECTED), seat()), "seats.category")],
    )
    def test_what_is_not_said(self, ask: Ask, seats: tuple[Seat, ...], lacked: str) -> None:
        made = collaboration(body(BodyKind.CHILDRENS_COUNCIL, *seats))

        judgement = ask(category_missing, made)

        assert not judgement.findings
        assert judgement.not_judged == (NotJudged(code="BOD007", subject="organ", lacked=lacked),)

    @given(
        wanted=st.lists(st.sampled_from(SeatCategory), min_size=1, unique=True),
        found=st.lists(st.none() | st.sampled_from(SeatCategory), max_size=5),
    )
    def test_it_is_missing_or_there_or_may_be_there(
        self, ask: Ask, wanted: list[SeatCategory], found: list[SeatCategory | None]
    ) -> None:
        made = collaboration(body(self.TEAM, *(seat(category=category) for category in found)))
        missing = tuple(category.code for category in wanted if category not in found)

        judgement = ask(category_missing, made, None, composed((self.TEAM, tuple(wanted))))

        told = [dict(finding.data)["missing"] for finding in judgement.findings]
        known = found and None not in found
        assert told == ([missing] if missing and known else [])
        assert bool(judgement.not_judged) == (not found or bool(missing and None in found))


class TestNetwork:
    """BOD008."""

    def test_network_of_one_actor(self, ask: Ask) -> None:
        network = body(BodyKind.CHILD_RIGHTS_NETWORK, seat("skola"), seat("skola"))
        made = collaboration(network, actors=(actor("skola"), actor("polis")))

        (finding,) = ask(network_of_one_actor, made).findings

        assert (finding.pointer, finding.subject) == ("/bodies/0/seats", "organ")
        assert finding.data == (("actor", "skola"), ("network", "organ"))
        assert finding.severity is Severity.WARNING
        assert finding.message("sv") == (
            "Barnrättsnätverket organ har bara platser för aktören skola; minst två aktörer ska "
            "vara med."
        )
        assert finding.message("en") == (
            "Child-rights network organ has seats for actor skola only; at least two actors are "
            "to take part."
        )

    @pytest.mark.parametrize("third", [None, "okänd", "polis"])
    def test_two_actors_are_enough(self, ask: Ask, third: str | None) -> None:
        network = body(BodyKind.CHILD_RIGHTS_NETWORK, seat("skola"), seat("polis"), seat(third))
        made = collaboration(network, actors=(actor("skola"), actor("polis")))

        assert ask(network_of_one_actor, made).held

    def test_other_networks_may_be_of_one_actor(self, ask: Ask) -> None:
        made = collaboration(body(BodyKind.NETWORK, seat("skola")), actors=(actor("skola"),))

        assert ask(network_of_one_actor, made).held

    @pytest.mark.parametrize(
        ("seats", "lacked"),
        [
            ((), "seats"),
            ((seat(),), "seats.on_behalf_of"),
            ((seat("skola"), seat()), "seats.on_behalf_of"),
            ((seat("skola"), seat("okänd")), "seats.on_behalf_of"),
        ],
    )
    def test_what_is_not_said(self, ask: Ask, seats: tuple[Seat, ...], lacked: str) -> None:
        network = body(BodyKind.CHILD_RIGHTS_NETWORK, *seats)

        judgement = ask(network_of_one_actor, collaboration(network, actors=(actor("skola"),)))

        assert not judgement.findings
        assert judgement.not_judged == (NotJudged(code="BOD008", subject="organ", lacked=lacked),)


class TestHome:
    """BOD009."""

    def test_group_without_home(self, ask: Ask) -> None:
        made = collaboration(
            body(BodyKind.BOARD, id="nämnd"), body(BodyKind.WORKING_GROUP, id="ag")
        )

        (finding,) = ask(home_missing, made).findings

        assert (finding.pointer, finding.subject) == ("/bodies/1", "ag")
        assert finding.data == (("body", "ag"), ("kind", "working_group"))
        assert finding.severity is Severity.WARNING
        assert finding.message("sv") == (
            "Organet ag (arbetsgrupp) saknar hemvist: varken aktör eller överordnat organ anges."
        )
        assert finding.message("en") == (
            "Body ag (working group) has no home: neither actor nor part_of is stated."
        )

    @pytest.mark.parametrize("home", [{"actor": "skola"}, {"part_of": "organ"}])
    def test_either_is_a_home(self, ask: Ask, home: dict[str, str]) -> None:
        assert ask(home_missing, collaboration(body(BodyKind.WORKING_GROUP, **home))).held

    @pytest.mark.parametrize("kind", [kind for kind in BodyKind if kind in ELECTED_KINDS])
    def test_elected_bodies_need_none(self, ask: Ask, kind: BodyKind) -> None:
        assert ask(home_missing, collaboration(body(kind))).held


class TestLead:
    """BOD010."""

    ACTORS = (
        actor("skola", ActorKind.SCHOOL),
        actor("soc", ActorKind.SOCIAL_SERVICES),
        actor("bup", ActorKind.CHILD_PSYCHIATRY),
        actor("familjeenhet", ActorKind.OTHER, part_of="soc"),
        actor("ring", ActorKind.OTHER, part_of="ring"),
        actor("lös", ActorKind.OTHER, part_of="okänd"),
    )

    def asked(self, ask: Ask, *seats: Seat) -> Judgement:
        made = collaboration(body(BodyKind.SUPPORT_GROUP, *seats), actors=self.ACTORS)
        return ask(lead_not_shared, made)

    def test_social_services_sit_but_do_not_lead(self, ask: Ask) -> None:
        judgement = self.asked(ask, seat("skola", leads=True), seat("soc"))

        (finding,) = judgement.findings
        assert (finding.pointer, finding.subject) == ("/bodies/0/seats", "organ")
        assert finding.data == (("group", "organ"), ("missing", ("social_services",)))
        assert finding.severity is Severity.WARNING
        assert finding.message("sv") == (
            "Stödgruppen organ saknar ledare från socialtjänst; skola och socialtjänst ska leda "
            "den tillsammans."
        )
        assert finding.message("en") == (
            "Support group organ has no leader from social services; school and social services "
            "are to lead it together."
        )

    @pytest.mark.parametrize("leader", ["bup", "ring", "lös"])
    def test_neither_leads(self, ask: Ask, leader: str) -> None:
        seats = (seat("skola"), seat("soc"), seat(), seat(leader, leads=True))

        (finding,) = self.asked(ask, *seats).findings

        assert dict(finding.data)["missing"] == ("school", "social_services")
        assert finding.message("sv") == (
            "Stödgruppen organ saknar ledare från skola och socialtjänst; skola och socialtjänst "
            "ska leda den tillsammans."
        )

    @pytest.mark.parametrize("leader", ["soc", "familjeenhet"])
    def test_both_lead(self, ask: Ask, leader: str) -> None:
        assert self.asked(ask, seat("skola", leads=True), seat(leader, leads=True), seat()).held

    def test_other_groups_may_be_led_by_anyone(self, ask: Ask) -> None:
        made = collaboration(body(BodyKind.KEY_GROUP, seat("bup", leads=True)), actors=self.ACTORS)

        assert ask(lead_not_shared, made).held

    @pytest.mark.parametrize(
        ("seats", "lacked"),
        [
            ((), "seats"),
            ((seat("skola", leads=True), seat(leads=True)), "seats.on_behalf_of"),
            ((seat("skola", leads=True), seat("okänd", leads=True)), "seats.on_behalf_of"),
        ],
    )
    def test_what_is_not_said(self, ask: Ask, seats: tuple[Seat, ...], lacked: str) -> None:
        judgement = self.asked(ask, *seats)

        assert not judgement.findings
        assert judgement.not_judged == (NotJudged(code="BOD010", subject="organ", lacked=lacked),)


@pytest.mark.parametrize(
    "rule",
    [
        category_missing,
        council_decision_missing,
        home_missing,
        lead_not_shared,
        network_of_one_actor,
    ],
)
def test_without_any_body(ask: Ask, rule: Rule) -> None:
    assert ask(rule, collaboration()).not_judged == (NotJudged(code=rule.code, lacked="bodies"),)
