"""May somebody: a chain that carries, each reason for which one does not, and who may instead."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import samverkan_core as sam
from samverkan_core.authority.decide import Held, may, powers_of, who_may
from samverkan_core.authority.parts import Root, RootKind
from samverkan_core.authority.question import Caveat, Question, Refusal, RefusalCode
from samverkan_core.errors import NotADay, UnknownId
from samverkan_core.model.actor import Actor, ActorKind, Sector
from samverkan_core.model.appointment import AbsenceKind, Appointment, AppointmentKind
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.common import Resolution
from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.model.mandate import (
    Basis,
    BasisKind,
    Mandate,
    MandateKind,
    Matter,
    MatterKind,
    Power,
    Scope,
)
from samverkan_core.model.person import Person
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.reference.laws import law, law_at
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import Period

from .worlds import DAY, WORLDS, World, absent, made

BEFORE, AFTER = DAY - dt.timedelta(days=1), DAY + dt.timedelta(days=1)
ALWAYS = Period()
UNTIL_THE_DAY_BEFORE, FROM_THE_DAY_AFTER = Period(last_day=BEFORE), Period(first_day=AFTER)


# --- building a world ------------------------------------------------------------------------


def person(id_: str, office: str, **fields: Any) -> tuple[Person, Appointment]:
    """Make a person who holds an office by the appointment `<person>-<office>`."""
    fields = {"id": f"{id_}-{office}", "office": office, "period": ALWAYS, **fields}
    return made(Person, id=id_), made(Appointment, person=id_, **fields)


def cited(ref: str, title: str = "kommunallagen (2017:725)") -> Source:
    return Source(kind=SourceKind.LAW, ref=ref, title=title)


def matter(id_: str, **fields: Any) -> Matter:
    return made(Matter, id=id_, name=id_, **fields)


def role(id_: str, kind: RoleKind = RoleKind.EMPLOYEE, **fields: Any) -> Role:
    return made(Role, id=id_, name=id_, kind=kind, **fields)


def body(id_: str, kind: BodyKind, **fields: Any) -> Body:
    return made(Body, id=id_, name=id_, kind=kind, **fields)


def delegation(id_: str, to: Iterable[str], **fields: Any) -> Mandate:
    """Make a mandate to decide and to prepare, given by delegation and open in all else."""
    fields = {
        "kind": MandateKind.DELEGATION,
        "powers": (Power.DECIDE, Power.PREPARE),
        "period": ALWAYS,
        **fields,
    }
    return made(Mandate, id=id_, granted_to=tuple(to), **fields)


#: The council gave the board its work, the board delegated to the head of its administration, and
#: she to the head of a unit. Both hold their offices by employment, and Olle chairs the board.
HAGBY = World(
    collab=Collaboration(name="Hagby"),
    question=Question(
        who="erik", power=Power.DECIDE, on=made(Scope, matters=("bidraget",)), at=DAY
    ),
    chain=("vidare", "delegationen", "uppdraget"),
).adding(
    body("fullmaktige", BodyKind.COUNCIL),
    body("namnden", BodyKind.BOARD),
    role("chefen", RoleKind.HEAD_OF_ADMINISTRATION),
    role("enhetschefen"),
    role("bitradande"),
    *person("karin", "chefen"),
    *person("erik", "enhetschefen"),
    *person("sara", "bitradande"),
    *person("olle", "namnden", kind=AppointmentKind.ELECTED),
    made(Person, id="nils"),
    made(
        GoverningDocument,
        id="reglementet",
        name="Reglemente för nämnden",
        kind=DocumentKind.RULES_OF_PROCEDURE,
    ),
    matter("bidragen"),
    matter("bidraget", part_of="bidragen"),
    matter("tillsynen"),
    delegation(
        "uppdraget",
        ["namnden"],
        kind=MandateKind.ASSIGNMENT,
        granted_by="fullmaktige",
        basis=made(Basis, kind=BasisKind.GOVERNING_DOCUMENT, document="reglementet"),
        may_delegate=True,
    ),
    delegation(
        "delegationen", ["chefen"], granted_by="namnden", parent="uppdraget", may_delegate=True
    ),
    delegation(
        "vidare",
        ["enhetschefen"],
        granted_by="chefen",
        parent="delegationen",
        powers=(Power.DECIDE,),
        scope=made(Scope, matters=("bidragen",)),
    ),
)

#: The question that each example asks, but for what it says otherwise.
ASKED: Mapping[str, Any] = {"who": "erik", "power": Power.DECIDE, "on": "bidraget", "at": DAY}


def asked(world: World, **otherwise: Any) -> sam.Decision:
    return may(world.collab, **{**ASKED, **otherwise})


def told(world: World, **otherwise: Any) -> list[tuple[RefusalCode, str]]:
    """Give each reason for a no, with the thing in which it lies."""
    decision = asked(world, **otherwise)
    assert decision.allowed is (not decision.refusals)
    return [(refusal.code, refusal.about) for refusal in decision.refusals]


# --- yes -------------------------------------------------------------------------------------


def test_a_chain_from_the_council_to_the_head_of_a_unit_carries() -> None:
    decision = asked(HAGBY)
    assert decision.allowed
    assert (decision.refusals, decision.conditions, decision.instead) == ((), (), ())
    proof = decision.proof
    assert proof is not None
    assert proof.question == decision.question
    assert [(link.mandate, link.holder) for link in proof.links] == [
        ("vidare", "enhetschefen"),
        ("delegationen", "chefen"),
        ("uppdraget", "namnden"),
    ]
    assert proof.holding is not None
    assert (proof.holding.appointment, proof.holding.office) == (
        "erik-enhetschefen",
        "enhetschefen",
    )
    assert proof.root == Root(kind=RootKind.COUNCIL_RULES, rests_on="reglementet")
    assert proof.caveats == ()


def test_a_body_needs_no_appointment() -> None:
    decision = asked(HAGBY, who="namnden", on=None)
    assert decision.proof is not None
    assert decision.proof.holding is None
    assert [link.mandate for link in decision.proof.links] == ["uppdraget"]


@pytest.mark.parametrize("id_", ["a", "z"])
def test_the_shortest_chain_is_the_proof(id_: str) -> None:
    shorter = delegation(id_, ["enhetschefen"], granted_by="namnden", parent="uppdraget")
    proof = asked(HAGBY.adding(shorter)).proof
    assert proof is not None
    assert [link.mandate for link in proof.links] == [id_, "uppdraget"]


def test_of_chains_of_one_length_the_first_by_id_is_the_proof() -> None:
    other = attrs.evolve(HAGBY.thing("vidare"), id="a")
    proof = asked(HAGBY.adding(other)).proof
    assert proof is not None
    assert proof.links[0].mandate == "a"


@pytest.mark.parametrize(
    ("on", "allowed"),
    [
        (None, False),
        ("tillsynen", False),
        ("bidragen", True),
        ("bidraget", True),
        (made(Scope, matters=("bidraget", "bidragen")), True),
        (made(Scope, matters=("bidraget", "tillsynen")), False),
        (made(Scope, ages=AgeBand(from_age=0, to_age=20)), False),
        (made(Scope, bodies=("namnden",), matters=("bidraget",)), True),
    ],
)
def test_a_mandate_covers_what_it_names_and_what_is_part_of_it(on: Any, *, allowed: bool) -> None:
    assert asked(HAGBY, on=on).allowed is allowed


@pytest.mark.parametrize(
    ("asked_for", "allowed"), [((6, 12), True), ((0, 20), True), ((6, 21), False), ((12, 6), False)]
)
def test_ages_are_covered_when_the_whole_band_is(
    asked_for: tuple[int, int], *, allowed: bool
) -> None:
    world = HAGBY.changed("vidare", scope=made(Scope, ages=AgeBand(from_age=0, to_age=20)))
    target = made(Scope, ages=AgeBand(from_age=asked_for[0], to_age=asked_for[1]))
    assert asked(world, on=target).allowed is allowed


def test_groups_of_matters_in_a_ring_end() -> None:
    world = HAGBY.changed("bidragen", part_of="bidraget")
    assert asked(world).allowed
    assert not asked(world, on="tillsynen").allowed


def test_conditions_are_those_of_every_mandate_from_the_first_to_the_last_and_each_once() -> None:
    world = HAGBY.changed("vidare", conditions=("högst 50 000 kronor", "efter samråd"))
    world = world.changed("uppdraget", conditions=("inom budget", "efter samråd"))
    decision = asked(world)
    assert decision.allowed
    assert decision.conditions == ("högst 50 000 kronor", "efter samråd", "inom budget")


def test_what_is_granted_jointly_is_done_together() -> None:
    world = HAGBY.changed(
        "vidare",
        granted_to=("enhetschefen", "bitradande", "borta"),
        jointly=True,
        powers=(Power.PREPARE,),
    )
    for who, other in (("erik", "bitradande"), ("sara", "enhetschefen")):
        decision = asked(world, who=who, power=Power.PREPARE)
        assert decision.allowed
        assert decision.together_with == (other,)
    alone = world.changed("vidare", granted_to=("enhetschefen", "borta"))
    assert asked(alone, power=Power.PREPARE).together_with == ()


@pytest.mark.parametrize("name", WORLDS)
def test_what_a_yes_rests_on_is_told_fact_by_fact(name: str) -> None:
    world = WORLDS[name]()
    question = world.question
    decision = may(world.collab, question.who, question.power, on=question.on, at=question.at)
    assert decision.allowed
    assert decision.proof == world.proof


# --- no: each reason alone -------------------------------------------------------------------

ENGAGED = HAGBY.changed("erik-enhetschefen", kind=AppointmentKind.CONSULTANT)
SUBSTITUTE = HAGBY.changed("vidare", substitutes=("bitradande",))

#: Each reason, with a world in which it is the only one, the thing in which it lies, and what the
#: question is there where it is another.
ALONE: Mapping[RefusalCode, tuple[World, str, Mapping[str, Any]]] = {
    RefusalCode.NO_SUCH_PERSON: (HAGBY, "okänd", {"who": "okänd"}),
    RefusalCode.NOT_APPOINTED: (HAGBY, "nils", {"who": "nils"}),
    RefusalCode.APPOINTMENT_NOT_YET: (
        HAGBY.changed("erik-enhetschefen", period=FROM_THE_DAY_AFTER),
        "erik-enhetschefen",
        {},
    ),
    RefusalCode.APPOINTMENT_ENDED: (
        HAGBY.changed("erik-enhetschefen", period=UNTIL_THE_DAY_BEFORE),
        "erik-enhetschefen",
        {},
    ),
    RefusalCode.NO_MANDATE: (HAGBY, "sara", {"who": "sara"}),
    RefusalCode.POWER_MISSING: (HAGBY, "vidare", {"power": Power.PREPARE}),
    RefusalCode.OUT_OF_SCOPE: (HAGBY, "vidare", {"on": "tillsynen"}),
    RefusalCode.DELEGATION_TOO_WIDE: (
        HAGBY.changed("delegationen", scope=made(Scope, matters=("tillsynen",))),
        "delegationen",
        {},
    ),
    RefusalCode.NOT_YET_IN_FORCE: (
        HAGBY.changed("delegationen", period=FROM_THE_DAY_AFTER),
        "delegationen",
        {},
    ),
    RefusalCode.EXPIRED: (HAGBY.changed("vidare", period=UNTIL_THE_DAY_BEFORE), "vidare", {}),
    RefusalCode.REVOKED: (HAGBY.changed("delegationen", revoked_from=DAY), "delegationen", {}),
    RefusalCode.CHAIN_BROKEN: (HAGBY.changed("vidare", parent="borta"), "vidare", {}),
    RefusalCode.WRONG_DELEGATOR: (HAGBY.changed("vidare", granted_by="namnden"), "vidare", {}),
    RefusalCode.SUBDELEGATION_NOT_GRANTED: (
        HAGBY.changed("delegationen", may_delegate=False),
        "delegationen",
        {},
    ),
    RefusalCode.NO_LEGAL_ROOT: (HAGBY.changed("uppdraget", basis=None), "uppdraget", {}),
    RefusalCode.GRANTOR_ENDED: (
        HAGBY.changed("fullmaktige", period=UNTIL_THE_DAY_BEFORE),
        "uppdraget",
        {},
    ),
    RefusalCode.DELEGATION_PROHIBITED: (
        HAGBY.changed("bidraget", provision=cited("6 kap. 38 §")),
        "bidraget",
        {},
    ),
    RefusalCode.COMMITTEE_ONLY: (
        HAGBY.changed("bidraget", provision=cited("30 kap. 6 §", "socialtjänstlagen (2025:400)")),
        "bidraget",
        {},
    ),
    RefusalCode.COUNCIL_ONLY: (
        HAGBY.changed("bidragen", provision=cited("5 kap. 1 §")),
        "bidragen",
        {},
    ),
    RefusalCode.BODY_DECIDES: (HAGBY, "namnden", {"who": "olle"}),
    RefusalCode.NOT_ELIGIBLE: (ENGAGED, "vidare", {}),
    RefusalCode.ORDINARY_IN_SERVICE: (SUBSTITUTE, "vidare", {"who": "sara"}),
    RefusalCode.DISQUALIFIED: (HAGBY.changed("bidraget", disqualified=("erik",)), "bidraget", {}),
    RefusalCode.NOT_URGENT: (HAGBY.changed("vidare", urgent_only=True), "vidare", {}),
}


@pytest.mark.parametrize("code", RefusalCode)
def test_each_reason_stands_alone_where_nothing_else_is_amiss(code: RefusalCode) -> None:
    world, about, otherwise = ALONE[code]
    assert told(world, **otherwise) == [(code, about)]


@pytest.mark.parametrize("code", RefusalCode)
def test_a_no_has_no_proof_and_names_who_may_instead(code: RefusalCode) -> None:
    world, _, otherwise = ALONE[code]
    decision = asked(world, **otherwise)
    question = decision.question
    assert not decision.allowed
    assert decision.proof is None
    assert decision.instead == who_may(world.collab, question.power, on=question.on, at=DAY)
    assert question.who not in decision.instead


@pytest.mark.parametrize(
    ("code", "id_"),
    [
        (RefusalCode.COUNCIL_ONLY, "se.kl.5-1"),
        (RefusalCode.COMMITTEE_ONLY, "se.sol2025.30-6"),
        (RefusalCode.NOT_ELIGIBLE, "se.kl.7-5"),
        (RefusalCode.DELEGATION_PROHIBITED, "se.kl.6-38"),
    ],
)
def test_a_limit_rests_on_the_provision_that_was_read(code: RefusalCode, id_: str) -> None:
    world, about, _ = ALONE[code]
    row = law(id_)
    assert row is not None
    expected = Refusal(code=code, about=about, rests_on=row.as_source())
    assert asked(world).refusals == (expected,)


# --- no: several reasons, and none at all ----------------------------------------------------


def test_every_break_of_a_chain_is_told_in_the_order_of_the_set() -> None:
    world = HAGBY.changed("vidare", urgent_only=True, period=FROM_THE_DAY_AFTER)
    world = world.changed("delegationen", may_delegate=False, revoked_from=BEFORE)
    assert told(world) == [
        (RefusalCode.NOT_YET_IN_FORCE, "vidare"),
        (RefusalCode.REVOKED, "delegationen"),
        (RefusalCode.SUBDELEGATION_NOT_GRANTED, "delegationen"),
        (RefusalCode.NOT_URGENT, "vidare"),
    ]


def test_the_chain_with_the_fewest_breaks_is_the_nearest() -> None:
    far = delegation("a", ["enhetschefen"], parent="borta", urgent_only=True)
    world = HAGBY.changed("vidare", revoked_from=DAY).adding(far)
    assert told(world) == [(RefusalCode.REVOKED, "vidare")]


def test_of_chains_with_as_many_breaks_the_code_decides_and_then_the_id() -> None:
    world = HAGBY.changed("vidare", revoked_from=DAY)
    vidare = world.thing("vidare")
    expired = attrs.evolve(vidare, id="z", revoked_from=None, period=UNTIL_THE_DAY_BEFORE)
    assert told(world.adding(expired)) == [(RefusalCode.EXPIRED, "z")]
    assert told(world.adding(attrs.evolve(vidare, id="a"))) == [(RefusalCode.REVOKED, "a")]


def test_a_chain_that_goes_beyond_at_one_place_and_lacks_at_another_says_both() -> None:
    world = HAGBY.changed("delegationen", powers=(Power.DECIDE,))
    assert told(world, power=Power.PREPARE) == [
        (RefusalCode.POWER_MISSING, "delegationen"),
        (RefusalCode.POWER_MISSING, "vidare"),
    ]


@pytest.mark.parametrize(
    ("period", "code"),
    [
        (FROM_THE_DAY_AFTER, RefusalCode.APPOINTMENT_NOT_YET),
        (UNTIL_THE_DAY_BEFORE, RefusalCode.APPOINTMENT_ENDED),
        (Period(first_day=AFTER, last_day=BEFORE), RefusalCode.APPOINTMENT_ENDED),
        (ALWAYS, RefusalCode.NO_MANDATE),
    ],
)
def test_who_holds_no_mandate_is_told_how_it_stands_with_the_appointment(
    period: Period, code: RefusalCode
) -> None:
    assert told(HAGBY.changed("sara-bitradande", period=period), who="sara") == [(code, "sara")]


@pytest.mark.parametrize("who", ["chefen", "vidare"])
def test_neither_an_office_nor_anything_else_is_somebody_who_acts(who: str) -> None:
    assert told(HAGBY, who=who) == [(RefusalCode.NO_SUCH_PERSON, who)]


def test_a_body_without_a_mandate_is_told_so() -> None:
    assert told(HAGBY, who="fullmaktige") == [(RefusalCode.NO_MANDATE, "fullmaktige")]


def test_a_body_that_has_ended_holds_nothing() -> None:
    world = HAGBY.changed("namnden", period=UNTIL_THE_DAY_BEFORE)
    assert told(world, who="namnden") == [(RefusalCode.NOT_APPOINTED, "namnden")]
    # What it delegated has no grantor any more, and none has taken its place.
    assert told(world) == [(RefusalCode.GRANTOR_ENDED, "delegationen")]


@pytest.mark.parametrize(
    ("heir", "allowed"),
    [
        ({"succeeds": ("namnden",), "decided_by": made(Resolution, body="fullmaktige")}, True),
        ({"succeeds": ("namnden",)}, False),
        ({"decided_by": made(Resolution, body="fullmaktige")}, False),
        (
            {
                "succeeds": ("namnden",),
                "decided_by": made(Resolution, body="fullmaktige"),
                "period": FROM_THE_DAY_AFTER,
            },
            False,
        ),
    ],
)
def test_a_mandate_outlives_its_grantor_when_another_took_over_by_decision(
    heir: dict[str, Any], *, allowed: bool
) -> None:
    world = HAGBY.changed("namnden", period=UNTIL_THE_DAY_BEFORE)
    assert asked(world.adding(body("nya", BodyKind.BOARD, **heir))).allowed is allowed


def test_a_ring_of_mandates_is_a_broken_chain() -> None:
    ring = HAGBY.changed("uppdraget", parent="vidare")
    assert (RefusalCode.CHAIN_BROKEN, "uppdraget") in told(ring)
    alone = HAGBY.changed("vidare", parent="vidare")
    assert told(alone) == [(RefusalCode.CHAIN_BROKEN, "vidare")]


def test_of_two_things_with_one_id_the_first_counts() -> None:
    revoked = HAGBY.thing("vidare")
    last = HAGBY.adding(attrs.evolve(revoked, revoked_from=DAY))
    assert asked(last).allowed
    first = attrs.evolve(
        last, collab=attrs.evolve(last.collab, mandates=last.collab.mandates[::-1])
    )
    assert told(first) == [(RefusalCode.REVOKED, "vidare")]


@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
def test_the_first_and_the_last_of_all_days_are_days_like_others(day: dt.date) -> None:
    assert asked(HAGBY, at=day).allowed
    assert who_may(HAGBY.collab, Power.DECIDE, on="bidraget", at=day) == (
        "erik",
        "karin",
        "namnden",
    )
    assert told(HAGBY, at=day, who="sara") == [(RefusalCode.NO_MANDATE, "sara")]


# --- holding ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "reasons"),
    [
        (AbsenceKind.ABSENT, []),
        (AbsenceKind.VACANT, [RefusalCode.NOT_APPOINTED]),
        (AbsenceKind.DISQUALIFIED, [RefusalCode.DISQUALIFIED]),
    ],
)
def test_a_vacancy_and_a_disqualification_keep_from_acting_and_an_absence_does_not(
    kind: AbsenceKind, reasons: list[RefusalCode]
) -> None:
    world = HAGBY.changed("erik-enhetschefen", absences=absent(kind))
    assert told(world) == [(code, "erik-enhetschefen") for code in reasons]
    over = HAGBY.changed("erik-enhetschefen", absences=absent(kind, UNTIL_THE_DAY_BEFORE))
    assert asked(over).allowed


def test_an_office_that_does_not_exist_on_the_day_is_held_by_nobody() -> None:
    world = HAGBY.changed("enhetschefen", period=UNTIL_THE_DAY_BEFORE)
    assert told(world) == [(RefusalCode.NOT_APPOINTED, "erik-enhetschefen")]
    assert told(HAGBY.without("enhetschefen")) == [(RefusalCode.NO_MANDATE, "erik")]


def test_whoever_stands_in_waits_until_the_ordinary_holder_is_away() -> None:
    _, stand_in = person("nils", "enhetschefen", standing_in_for="erik-enhetschefen")
    world = HAGBY.adding(stand_in)
    assert told(world, who="nils") == [
        (RefusalCode.ORDINARY_IN_SERVICE, "nils-enhetschefen"),
    ]
    for away in (
        world.changed("erik-enhetschefen", absences=absent()),
        world.changed("erik-enhetschefen", period=UNTIL_THE_DAY_BEFORE),
    ):
        assert asked(away, who="nils").allowed
    unknown = world.changed("nils-enhetschefen", standing_in_for="borta")
    assert told(unknown, who="nils") == [
        (RefusalCode.ORDINARY_IN_SERVICE, "nils-enhetschefen"),
    ]


def test_substitutes_step_in_one_after_the_other() -> None:
    world = HAGBY.changed("vidare", substitutes=("bitradande", "reserven")).adding(
        role("reserven"),
        *person("rut", "reserven"),
    )
    assert who_may(world.collab, Power.DECIDE, on="bidraget", at=DAY) == (
        "erik",
        "karin",
        "namnden",
    )
    without_erik = world.changed("erik-enhetschefen", absences=absent())
    sara = asked(without_erik, who="sara")
    assert sara.proof is not None
    assert sara.proof.links[0].holder == "bitradande"
    assert sara.proof.links[0].as_substitute
    assert told(without_erik, who="rut") == [(RefusalCode.ORDINARY_IN_SERVICE, "vidare")]
    without_both = without_erik.changed("sara-bitradande", absences=absent())
    assert asked(without_both, who="rut").allowed


@pytest.mark.parametrize(
    ("holder", "changes", "out"),
    [
        ("karin", {}, False),
        ("karin", {"karin-chefen": {"absences": absent()}}, True),
        ("nils", {}, False),
        ("namnden", {}, False),
        ("styrgruppen", {}, True),
        ("borta", {}, True),
    ],
)
def test_a_person_is_out_when_recorded_absent_and_a_body_when_it_has_ended(
    holder: str, changes: Mapping[str, Mapping[str, Any]], *, out: bool
) -> None:
    world = SUBSTITUTE.changed("vidare", granted_to=(holder,)).adding(
        body("styrgruppen", BodyKind.STEERING_GROUP, period=UNTIL_THE_DAY_BEFORE),
    )
    for id_, fields in changes.items():
        world = world.changed(id_, **fields)
    assert asked(world, who="sara").allowed is out


def test_a_person_named_in_person_acts_without_an_appointment_where_the_law_says_so() -> None:
    by_law = made(Basis, kind=BasisKind.LAW, provision=cited("6 kap. 39 §"))
    world = HAGBY.adding(delegation("lagen", ["nils"], kind=MandateKind.BY_LAW, basis=by_law))
    proof = asked(world, who="nils", on=None).proof
    assert proof is not None
    assert proof.holding is None
    assert proof.links[0].holder == "nils"


@pytest.mark.parametrize(
    ("kind", "reasons"),
    [
        (None, [RefusalCode.NOT_ELIGIBLE]),
        (AppointmentKind.ENGAGED, [RefusalCode.NOT_ELIGIBLE]),
        (AppointmentKind.ELECTED, []),
    ],
)
def test_a_board_delegates_to_a_person_who_is_elected_or_employed(
    kind: AppointmentKind | None, reasons: list[RefusalCode]
) -> None:
    world = HAGBY.changed("delegationen", granted_to=("nils",))
    if kind is not None:
        _, held = person("nils", "bitradande", kind=kind)
        world = world.adding(held)
    assert told(world, who="nils") == [(code, "delegationen") for code in reasons]


def test_who_holds_two_offices_acts_by_the_one_that_carries() -> None:
    _, employed = person("olle", "enhetschefen")
    proof = asked(HAGBY.adding(employed), who="olle").proof
    assert proof is not None
    assert proof.holding is not None
    assert proof.holding.appointment == "olle-enhetschefen"


def test_a_person_with_the_id_of_a_body_is_asked_about_as_both() -> None:
    world = HAGBY.adding(*person("namnden", "enhetschefen"))
    found = asked(world, who="namnden").proof
    assert found is not None
    assert [link.holder for link in found.links] == ["namnden"]
    ended = HAGBY.without("namnden").changed("vidare", granted_by="chefen")
    as_person = ended.adding(*person("namnden", "enhetschefen"))
    assert told(as_person, who="namnden") == [(RefusalCode.NO_LEGAL_ROOT, "uppdraget")]


@pytest.mark.parametrize(
    ("kind", "power", "alone"),
    [
        (BodyKind.BOARD, Power.PREPARE, False),
        (BodyKind.STEERING_GROUP, Power.PREPARE, True),
        (BodyKind.STEERING_GROUP, Power.AGREE, False),
    ],
)
def test_a_member_acts_alone_in_what_needs_no_body(
    kind: BodyKind, power: Power, *, alone: bool
) -> None:
    agreed = made(GoverningDocument, id="avtalet", name="Avtal", kind=DocumentKind.AGREEMENT)
    basis = made(Basis, kind=BasisKind.AGREEMENT, document="avtalet")
    world = HAGBY.adding(
        agreed,
        body("gruppen", kind),
        *person("nora", "gruppen"),
        delegation("avtalat", ["gruppen"], powers=(power,), basis=basis),
    )
    assert asked(world, who="gruppen", power=power).allowed
    assert told(world, who="nora", power=power) == (
        [] if alone else [(RefusalCode.BODY_DECIDES, "gruppen")]
    )


# --- grounds ---------------------------------------------------------------------------------


def grounded(kind: DocumentKind, basis: BasisKind, **fields: Any) -> World:
    """Give a world where an office of an actor holds a mandate by one document."""
    fields = {"sector": Sector.STATE, "kind": ActorKind.POLICE, **fields}
    return HAGBY.adding(
        made(Actor, id="parten", name="Parten", **fields),
        role("befalet", actor="parten"),
        body("styrelsen", BodyKind.OTHER, actor="parten"),
        *person("bo", "befalet"),
        made(GoverningDocument, id="skriften", name="Skriften", kind=kind),
        delegation(
            "grunden",
            ["befalet"],
            basis=made(
                Basis,
                kind=basis,
                document="skriften",
                resolution=made(Resolution, body="styrelsen"),
                provision=cited("2 kap. 9 §", "skollagen (2010:800)"),
            ),
        ),
    )


DOCUMENT, AGREEMENT = BasisKind.GOVERNING_DOCUMENT, BasisKind.AGREEMENT
DECISION = BasisKind.POLITICAL_DECISION


@pytest.mark.parametrize(
    ("document", "basis", "sector", "root"),
    [
        (DocumentKind.ORDER_OF_WORK, DOCUMENT, Sector.STATE, RootKind.STATE_ORDER),
        (DocumentKind.DELEGATION_ORDER, DOCUMENT, Sector.STATE, RootKind.STATE_ORDER),
        (DocumentKind.ORDER_OF_WORK, DOCUMENT, Sector.MUNICIPAL, None),
        (DocumentKind.ORDER_OF_WORK, DOCUMENT, None, None),
        (DocumentKind.POLICY, DOCUMENT, Sector.STATE, None),
        (DocumentKind.RULES_OF_PROCEDURE, DOCUMENT, Sector.STATE, None),
        (DocumentKind.POLICY, DECISION, Sector.PRIVATE, RootKind.OWN_DECISION),
        (DocumentKind.POLICY, DECISION, Sector.NON_PROFIT, RootKind.OWN_DECISION),
        (DocumentKind.POLICY, DECISION, Sector.STATE, None),
        (DocumentKind.AGREEMENT, AGREEMENT, Sector.STATE, RootKind.AGREEMENT),
        (DocumentKind.JOINT_AGREEMENT, AGREEMENT, Sector.PRIVATE, RootKind.AGREEMENT),
        (DocumentKind.POLICY, AGREEMENT, Sector.STATE, None),
        (DocumentKind.POLICY, BasisKind.LAW, Sector.MUNICIPAL, RootKind.LAW),
    ],
)
def test_a_chain_goes_back_to_a_ground_of_its_own_kind(
    document: DocumentKind, basis: BasisKind, sector: Sector | None, root: RootKind | None
) -> None:
    world = grounded(document, basis, sector=sector)
    proof = asked(world, who="bo", power=Power.PREPARE, on=None).proof
    found = None if proof is None else proof.root
    assert (None if found is None else found.kind) is root


def test_an_agreement_lets_nobody_decide() -> None:
    world = grounded(DocumentKind.AGREEMENT, AGREEMENT)
    assert told(world, who="bo", on=None) == [(RefusalCode.NO_LEGAL_ROOT, "grunden")]


@pytest.mark.parametrize(
    "changes",
    [
        {"granted_by": "styrelsen"},
        {"granted_by": None},
        {"granted_by": "borta"},
        {"granted_to": ("namnden", "gruppen")},
        {"granted_to": ("namnden", "chefen")},
    ],
)
def test_rules_of_procedure_go_from_a_council_to_elected_bodies(changes: dict[str, Any]) -> None:
    world = HAGBY.adding(
        body("styrelsen", BodyKind.EXECUTIVE_BOARD), body("gruppen", BodyKind.STEERING_GROUP)
    )
    assert asked(world).allowed
    expected = [(RefusalCode.NO_LEGAL_ROOT, "uppdraget")]
    assert told(world.changed("uppdraget", **changes)) == expected


def test_a_law_without_a_provision_is_no_ground() -> None:
    world = HAGBY.changed("uppdraget", basis=Basis(kind=BasisKind.LAW))
    assert told(world) == [(RefusalCode.NO_LEGAL_ROOT, "uppdraget")]


def test_a_state_authority_orders_its_offices_and_no_persons_by_name() -> None:
    world = grounded(DocumentKind.ORDER_OF_WORK, DOCUMENT).changed("grunden", granted_to=("bo",))
    assert told(world, who="bo", on=None) == [(RefusalCode.NO_LEGAL_ROOT, "grunden")]


@pytest.mark.parametrize("period", [UNTIL_THE_DAY_BEFORE, FROM_THE_DAY_AFTER])
def test_a_document_that_is_not_in_force_is_no_ground(period: Period) -> None:
    world = HAGBY.changed("reglementet", period=period)
    assert told(world) == [(RefusalCode.NO_LEGAL_ROOT, "uppdraget")]


@pytest.mark.parametrize(
    ("ref", "act", "told_of"),
    [
        ("6 kap. 39 §", "kommunallagen (2017:725)", False),
        ("2 kap. 9 §", "skollagen (2010:800)", True),
        ("1 §", "lagen om något annat", True),
    ],
)
def test_a_provision_that_nobody_has_read_is_a_ground_with_a_caveat(
    ref: str, act: str, *, told_of: bool
) -> None:
    source = cited(ref, act)
    world = HAGBY.changed("uppdraget", basis=made(Basis, kind=BasisKind.LAW, provision=source))
    proof = asked(world).proof
    assert proof is not None
    caveat = Caveat(code=RefusalCode.NO_LEGAL_ROOT, about="uppdraget", rests_on=source)
    assert proof.caveats == ((caveat,) if told_of else ())


def test_a_provision_that_has_ended_is_no_ground() -> None:
    gone = cited("10 kap. 4 §", "socialtjänstlagen (2001:453)")
    world = HAGBY.changed("uppdraget", basis=made(Basis, kind=BasisKind.LAW, provision=gone))
    assert told(world) == [(RefusalCode.NO_LEGAL_ROOT, "uppdraget")]
    assert asked(world, at=dt.date(2025, 6, 30)).allowed


# --- limits of the law -----------------------------------------------------------------------


def test_a_limit_that_nobody_has_read_is_a_caveat_and_refuses_nothing() -> None:
    world, about, _ = ALONE[RefusalCode.DELEGATION_PROHIBITED]
    unread = dt.date(2025, 8, 31)
    proof = asked(world, at=unread).proof
    assert proof is not None
    row = law_at("se.kl.6-38", unread)
    assert row is not None
    code = RefusalCode.DELEGATION_PROHIBITED
    assert proof.caveats == (Caveat(code=code, about=about, rests_on=row.as_source()),)
    # From the first day on which the wording that was read is known to hold, it refuses.
    assert told(world, at=unread + dt.timedelta(1)) == [(code, about)]
    # The board itself goes beyond nothing.
    for day in (unread, DAY):
        own = asked(world, who="namnden", at=day).proof
        assert own is not None
        assert own.caveats == ()


def test_the_law_knows_no_officials_who_decide_jointly() -> None:
    world = HAGBY.changed("vidare", granted_to=("enhetschefen", "bitradande"), jointly=True)
    code, section = RefusalCode.DELEGATION_PROHIBITED, cited("6 kap. 37 §")
    refusal = Refusal(code=code, about="vidare", rests_on=section)
    for day in (DAY, dt.date(2022, 7, 1)):
        assert refusal in asked(world, at=day).refusals
    assert told(world) == [(code, "vidare")]
    # Of the wording before that nobody has read the text.
    proof = asked(world, at=dt.date(2022, 6, 30)).proof
    assert proof is not None
    assert Caveat(code=code, about="vidare", rests_on=section) in proof.caveats


def test_until_the_section_on_employees_was_read_the_one_on_boards_says_who_may_be_a_delegate() -> (
    None
):
    for day, ref in ((DAY, "7 kap. 5 §"), (dt.date(2022, 7, 1), "6 kap. 37 §")):
        refusal = Refusal(code=RefusalCode.NOT_ELIGIBLE, about="vidare", rests_on=cited(ref))
        assert asked(ENGAGED, at=day).refusals == (refusal,)
    assert asked(ENGAGED, at=dt.date(2022, 6, 30)).allowed


def test_before_the_act_of_2017_limits_are_caveats_only() -> None:
    decision = asked(ENGAGED, at=dt.date(2017, 12, 31))
    assert decision.proof is not None
    assert [caveat.code for caveat in decision.proof.caveats] == [RefusalCode.NOT_ELIGIBLE]


def test_where_the_table_has_no_provision_there_is_no_limit() -> None:
    proof = asked(ENGAGED, at=dt.date(1991, 12, 31)).proof
    assert proof is not None
    assert proof.caveats == ()


def test_a_board_delegates_to_no_administration_as_such() -> None:
    office = made(Actor, id="forvaltningen", name="F", kind=ActorKind.ADMINISTRATION)
    world = HAGBY.adding(office, *person("ida", "forvaltningen"))
    world = world.changed("delegationen", granted_to=("forvaltningen",))
    assert told(world, who="ida") == [(RefusalCode.NOT_ELIGIBLE, "delegationen")]


@pytest.mark.parametrize(
    ("kind", "about"),
    [
        (RoleKind.HEAD_OF_ADMINISTRATION, None),
        (RoleKind.ELECTED, None),
        (RoleKind.EMPLOYEE, "vidare"),
    ],
)
def test_of_employees_only_a_head_of_administration_delegates_further(
    kind: RoleKind, about: str | None
) -> None:
    expected = [(RefusalCode.SUBDELEGATION_NOT_GRANTED, about)] if about else []
    assert told(HAGBY.changed("chefen", kind=kind)) == expected


def test_a_head_of_administration_delegates_one_step_only() -> None:
    third = delegation("tredje", ["bitradande"], granted_by="enhetschefen", parent="vidare")
    world = HAGBY.changed("vidare", may_delegate=True).adding(third)
    world = world.changed("enhetschefen", kind=RoleKind.HEAD_OF_ADMINISTRATION)
    assert told(world, who="sara") == [(RefusalCode.SUBDELEGATION_NOT_GRANTED, "tredje")]


@pytest.mark.parametrize(
    ("kind", "basis", "allowed"),
    [
        (RoleKind.EXTERNAL, None, False),
        (RoleKind.EXTERNAL, AGREEMENT, True),
        (RoleKind.ENGAGED, AGREEMENT, False),
        (RoleKind.VOLUNTEER, None, False),
    ],
)
def test_anothers_employee_is_a_delegate_by_agreement_only(
    kind: RoleKind, basis: BasisKind | None, *, allowed: bool
) -> None:
    world = HAGBY.changed("enhetschefen", kind=kind)
    world = world.changed("vidare", basis=None if basis is None else made(Basis, kind=basis))
    assert asked(world).allowed is allowed


@pytest.mark.parametrize(
    ("kind", "allowed"), [(BodyKind.COMMITTEE, True), (BodyKind.PRESIDIUM, False)]
)
def test_a_committee_decides_what_only_a_committee_may(kind: BodyKind, *, allowed: bool) -> None:
    world, _, _ = ALONE[RefusalCode.COMMITTEE_ONLY]
    given_on = delegation("utskottets", ["utskottet"], granted_by="namnden", parent="uppdraget")
    world = world.adding(body("utskottet", kind), given_on)
    assert asked(world, who="utskottet").allowed is allowed
    assert asked(world, who="namnden").allowed


def test_the_council_decides_what_only_the_council_may() -> None:
    world, _, _ = ALONE[RefusalCode.COUNCIL_ONLY]
    by_law = made(Basis, kind=BasisKind.LAW, provision=cited("5 kap. 1 §"))
    world = world.adding(delegation("lagen", ["fullmaktige"], basis=by_law))
    assert who_may(world.collab, Power.DECIDE, on="bidraget", at=DAY) == ("fullmaktige",)


def test_limits_speak_of_deciding_only() -> None:
    world = ENGAGED.changed("vidare", powers=(Power.PREPARE,))
    assert asked(world, power=Power.PREPARE).allowed


@pytest.mark.parametrize(
    ("urgent", "on", "allowed"),
    [
        (("bidraget",), "bidraget", True),
        (("bidraget",), "bidragen", False),
        ((), "bidraget", False),
        (("bidraget", "bidragen"), made(Scope, matters=("bidraget", "bidragen")), True),
        (("bidraget",), made(Scope, matters=("bidraget", "bidragen")), False),
        (("bidraget",), None, False),
    ],
)
def test_a_question_is_urgent_when_every_matter_it_names_is(
    urgent: tuple[str, ...], on: Scope | str | None, *, allowed: bool
) -> None:
    world = HAGBY.changed("delegationen", urgent_only=True)
    for id_ in urgent:
        world = world.changed(id_, urgent=True)
    assert asked(world, who="karin", on=on).allowed is allowed


def test_who_is_disqualified_in_a_group_of_matters_is_not_so_in_each() -> None:
    world = HAGBY.changed("bidragen", disqualified=("erik",))
    assert asked(world).allowed
    assert told(world, on="bidragen") == [(RefusalCode.DISQUALIFIED, "bidragen")]


# --- pure execution --------------------------------------------------------------------------

EXECUTED = HAGBY.changed("bidraget", kind=MatterKind.EXECUTION)


@pytest.mark.parametrize("who", ["nils", "sara", "fullmaktige"])
def test_pure_execution_needs_no_mandate(who: str) -> None:
    decision = asked(EXECUTED, who=who)
    assert decision.allowed
    assert decision.proof is not None
    assert decision.proof.question == decision.question
    assert (decision.proof.links, decision.proof.root) == ((), None)


@pytest.mark.parametrize(
    "otherwise",
    [
        {"who": "okänd"},
        {"who": "sara", "power": Power.PREPARE},
        {"who": "sara", "on": "bidragen"},
        {"who": "sara", "on": None},
        {"who": "sara", "on": made(Scope, matters=("bidraget", "bidragen"))},
    ],
)
def test_anything_else_than_carrying_out_a_known_matter_is_no_execution(
    otherwise: dict[str, Any],
) -> None:
    assert not asked(EXECUTED, **otherwise).allowed


# --- who may, and what -----------------------------------------------------------------------


def test_who_may_is_sorted_and_holds_persons_and_bodies() -> None:
    assert who_may(HAGBY.collab, Power.DECIDE, on="bidraget", at=DAY) == (
        "erik",
        "karin",
        "namnden",
    )
    assert who_may(HAGBY.collab, Power.DECIDE, at=DAY) == ("karin", "namnden")
    assert who_may(HAGBY.collab, Power.LEAD, at=DAY) == ()


def test_powers_are_told_in_the_order_of_the_set_with_what_the_whole_chain_covers() -> None:
    world = HAGBY.changed(
        "delegationen",
        scope=made(Scope, bodies=("namnden",), matters=("bidraget", "tillsynen")),
    )
    met = made(Scope, bodies=("namnden",), matters=("bidraget",))
    assert powers_of(world.collab, "erik", at=DAY) == (
        Held(power=Power.DECIDE, scope=met, mandate="vidare"),
    )
    assert [(held.power, held.mandate) for held in powers_of(world.collab, "namnden", at=DAY)] == [
        (Power.DECIDE, "uppdraget"),
        (Power.PREPARE, "uppdraget"),
    ]


@pytest.mark.parametrize(
    ("other", "met"), [((6, 30), (6, 20)), ((20, 30), (20, 20)), ((21, 30), None)]
)
def test_ages_that_two_mandates_cover_are_those_that_both_do(
    other: tuple[int, int], met: tuple[int, int] | None
) -> None:
    def ages(band: tuple[int, int]) -> Scope:
        return Scope(ages=AgeBand(from_age=band[0], to_age=band[1]))

    world = HAGBY.changed("vidare", scope=ages((0, 20)))
    world = world.changed("delegationen", scope=ages(other))
    found = [held.scope for held in powers_of(world.collab, "erik", at=DAY)]
    assert found == ([] if met is None else [ages(met)])


@pytest.mark.parametrize(
    "world",
    [
        HAGBY.changed("vidare", scope=made(Scope, bodies=("fullmaktige",))),
        HAGBY.changed("vidare", revoked_from=DAY),
        HAGBY.changed("erik-enhetschefen", period=UNTIL_THE_DAY_BEFORE),
    ],
)
def test_who_holds_nothing_that_carries_has_no_powers(world: World) -> None:
    narrow = world.changed("delegationen", scope=made(Scope, bodies=("namnden",)))
    assert powers_of(narrow.collab, "erik", at=DAY) == ()
    assert powers_of(narrow.collab, "okänd", at=DAY) == ()


def test_an_index_made_once_gives_the_same_answers() -> None:
    book = sam.index(HAGBY.collab)
    assert may(book, **ASKED) == asked(HAGBY)
    assert who_may(book, Power.DECIDE, at=DAY) == who_may(HAGBY.collab, Power.DECIDE, at=DAY)
    assert powers_of(book, "erik", at=DAY) == powers_of(HAGBY.collab, "erik", at=DAY)


@given(
    day=st.dates(DAY - dt.timedelta(days=3), DAY + dt.timedelta(days=3)),
    code=st.sampled_from(RefusalCode),
    power=st.sampled_from([Power.DECIDE, Power.PREPARE, Power.AGREE]),
)
def test_who_may_names_all_who_may_and_nobody_else(
    day: dt.date, code: RefusalCode, power: Power
) -> None:
    world, _, _ = ALONE[code]
    persons = [one.id for one in world.collab.persons]
    everybody = sorted([*persons, *(one.id for one in world.collab.bodies)])
    found = [who for who in everybody if asked(world, who=who, power=power, at=day).allowed]
    assert list(who_may(world.collab, power, on="bidraget", at=day)) == found


@given(
    day=st.dates(DAY - dt.timedelta(days=3), DAY + dt.timedelta(days=3)),
    code=st.sampled_from(RefusalCode),
    who=st.sampled_from(["erik", "karin", "namnden", "olle", "sara"]),
)
def test_what_somebody_is_said_to_hold_they_may_do(
    day: dt.date, code: RefusalCode, who: str
) -> None:
    world, _, _ = ALONE[code]
    for held in powers_of(world.collab, who, at=day):
        assert may(world.collab, who, held.power, on=held.scope, at=day).allowed


# --- misuse ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "meant"),
    [
        ("bidragetx", "bidraget"),
        ("erik", None),
        ("chefen", None),
        (made(Scope, bodies=("nämnden",)), "namnden"),
        (made(Scope, bodies=("bidraget",)), None),
        (made(Scope, matters=("bidraget", "tilsynen")), "tillsynen"),
    ],
)
def test_an_id_that_a_question_cannot_be_about_is_refused(on: Any, meant: str | None) -> None:
    with pytest.raises(UnknownId) as raised:
        asked(HAGBY, on=on)
    assert raised.value.meant == meant
    with pytest.raises(UnknownId):
        who_may(HAGBY.collab, Power.DECIDE, on=on, at=DAY)


@pytest.mark.parametrize("no_day", [dt.datetime(2026, 6, 1, tzinfo=dt.UTC), "2026-06-01", None])
def test_a_question_is_about_a_day(no_day: Any) -> None:
    with pytest.raises(NotADay):
        asked(HAGBY, at=no_day)
    with pytest.raises(NotADay):
        who_may(HAGBY.collab, Power.DECIDE, at=no_day)
    with pytest.raises(NotADay):
        powers_of(HAGBY.collab, "erik", at=no_day)


def test_an_empty_document_answers_too() -> None:
    empty = Collaboration(name="Tomt")
    refusal = Refusal(code=RefusalCode.NO_SUCH_PERSON, about="erik")
    assert may(empty, "erik", Power.DECIDE, at=DAY).refusals == (refusal,)
    assert who_may(empty, Power.DECIDE, at=DAY) == ()
    assert powers_of(empty, "erik", at=DAY) == ()
