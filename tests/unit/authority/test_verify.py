"""The second opinion on proofs: each clause of the law, and each fact that a proof repeats."""

import datetime as dt
import enum
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.authority.decide import may
from samverkan_core.authority.proof import Holding, Link, Proof, Root, RootKind
from samverkan_core.authority.question import Caveat, Question, RefusalCode
from samverkan_core.authority.verify import verify
from samverkan_core.errors import InvalidValue, UnknownId
from samverkan_core.model.actor import Sector
from samverkan_core.model.anatomy import COLLECTIONS
from samverkan_core.model.appointment import AbsenceKind, AppointmentKind
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.common import Resolution
from samverkan_core.model.document import DocumentKind
from samverkan_core.model.mandate import (
    Basis,
    BasisKind,
    MatterKind,
    Power,
    Scope,
)
from samverkan_core.model.role import RoleKind
from samverkan_core.testing.anything import collaborations
from samverkan_core.testing.authority import Asked, questions
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.shape import Shape, members
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import Period

from .worlds import (
    DAY,
    NOW,
    WORLDS,
    World,
    absent,
    association,
    authority,
    chair_by_law,
    committee,
    council_by_law,
    execution,
    head_teacher,
    joint_holders,
    made,
    municipality,
    named_person,
    provision,
    stand_in,
    steering_group,
    substitutes,
    the_board,
    urgent,
)

ONE_DAY = dt.timedelta(days=1)
PAST = Period(last_day=DAY - ONE_DAY)
FUTURE = Period(first_day=DAY + ONE_DAY)
TODAY = Period(first_day=DAY, last_day=DAY)
BACKWARDS = Period(first_day=DAY, last_day=DAY - ONE_DAY)
#: Before the sections on employees, on a head of administration and on what may not be delegated
#: had been read.
UNREAD = dt.date(2025, 8, 31)
#: The first day of the wording that was read of the section on whom a board may delegate to.
OF_2022 = dt.date(2022, 7, 1)
#: Under the Local Government Act of 1991, which nobody has read.
OLD = dt.date(2017, 6, 1)


def holds(world: World) -> bool:
    """Tell whether the proof of a world is accepted."""
    return verify(world.proof, world.collab)


def on_day(world: World, day: dt.date) -> World:
    """Ask on another day, with all that has a time moved along."""
    open_ended = Period(first_day=dt.date(2000, 1, 1))
    for id_ in (*world.chain, *filter(None, [world.by]), "d-rules", "d-order"):
        world = world.changed(id_, period=open_ended)
    return world.asking(at=day)


def caveat(code: RefusalCode, about: str, row: str) -> Caveat:
    """Give what a proof tells of a limit that nobody has read."""
    return Caveat(code=code, about=about, rests_on=provision(row))


@pytest.mark.parametrize("name", WORLDS)
def test_the_proof_of_each_world_is_accepted(name: str) -> None:
    assert holds(WORLDS[name]())


@pytest.mark.parametrize("name", WORLDS)
def test_the_proof_of_each_world_is_the_one_that_is_found(name: str) -> None:
    world = WORLDS[name]()
    asked = world.question
    decision = may(world.collab, asked.who, asked.power, on=asked.on, at=asked.at)
    assert decision.proof == world.proof


def on_of(world: World) -> dict[str, Any]:
    """Give what a world asks about, dimension by dimension."""
    return attrs.asdict(world.question.on, recurse=False)


def with_twin(id_: str) -> World:
    """Let a thing that is over stand before the one that carries, under the same id."""
    good = municipality().thing(id_)
    return municipality().changed(id_, period=PAST).adding(good)


def heir(**members: Any) -> Body:
    """Make the board that took the place of the board."""
    return made(
        Body,
        **{
            "id": "b-new",
            "name": "Välfärdsnämnden",
            "kind": BodyKind.BOARD,
            "succeeds": ("b-board",),
            "decided_by": Resolution(summary="beslut"),
            **members,
        },
    )


def in_a_ring() -> World:
    """Let the groups of a matter go round, with the mandate's own on the way."""
    return municipality().changed("x-group", part_of="x-one")


def as_hired(kind: AppointmentKind) -> World:
    """Let the employee of the municipality be hired for the work."""
    return municipality().changed("t-officer", kind=kind)


def through_second(kind: RoleKind) -> World:
    """Let somebody who is an official delegate on what the head delegated."""
    world = municipality().changed("m-officer", granted_by="r-second")
    return world.changed("m-head", granted_to=("r-second",)).changed("r-second", kind=kind)


def in_four_steps(kind: RoleKind) -> World:
    """Let the board delegate to a head, the head to another, and that one to the employee."""
    between = attrs.evolve(
        municipality().thing("m-head"),
        id="m-second",
        parent="m-head",
        granted_by="r-head",
        granted_to=("r-second",),
    )
    world = municipality().adding(between).changed("r-second", kind=kind)
    world = world.changed("m-officer", parent="m-second", granted_by="r-second")
    return world.told(chain=("m-officer", "m-second", "m-head", "m-board"))


def falls_under(world: World, row: str, matter: str = "x-one") -> World:
    """Let a matter fall under a provision."""
    return world.changed(matter, provision=provision(row))


def joint_decision() -> World:
    """Let two officials decide together what they otherwise prepare together."""
    return joint_holders().asking(power=Power.DECIDE)


def council() -> World:
    """Let the council have the rules of procedure for itself."""
    world = the_board().changed("m-board", granted_to=("b-council",))
    return world.asking(who="b-council")


def state_board() -> World:
    """Let a body of a state authority hold its order of work, and decide itself."""
    world = authority().adding(
        made(Body, id="b-police", name="Ledning", kind=BodyKind.OTHER, actor="a-police")
    )
    world = world.changed("m-chief", granted_to=("b-police",)).asking(who="b-police")
    return world.told(chain=("m-chief",), by=None)


def state_itself() -> World:
    """Let a state authority as such hold its order of work, and somebody act for it."""
    world = authority().changed("m-chief", granted_to=("a-police",))
    world = world.changed("t-constable", office="a-police")
    return world.told(chain=("m-chief",))


def both_names() -> World:
    """Let the mandate name its holder as holder and as substitute of itself."""
    return municipality().changed("m-officer", substitutes=("r-officer",))


#: What is near a refusal, and is accepted.
ACCEPTED: dict[str, Callable[[], World]] = {
    # Time.
    "first day of a mandate": lambda: municipality().changed("m-head", period=TODAY),
    "open ends": lambda: municipality().changed("m-head", period=Period()),
    "revoked from tomorrow": lambda: municipality().changed("m-head", revoked_from=DAY + ONE_DAY),
    "last day of an office": lambda: municipality().changed("r-officer", period=TODAY),
    "last day of an appointment": lambda: municipality().changed("t-officer", period=TODAY),
    "last day of the rules": lambda: municipality().changed("d-rules", period=TODAY),
    # Scope.
    "the group itself": lambda: municipality().on(
        **{**on_of(municipality()), "matters": ("x-group",)}
    ),
    "a ring of groups": in_a_ring,
    "an open dimension and ages backwards": lambda: the_board().on(
        ages=AgeBand(from_age=9, to_age=3)
    ),
    "all ages": lambda: municipality().changed("m-officer", scope=None),
    # Holding.
    "absent, and acts all the same": lambda: municipality().changed("t-officer", absences=absent()),
    "vacant at another time": lambda: municipality().changed(
        "t-officer", absences=absent(AbsenceKind.VACANT, PAST)
    ),
    "named also as substitute": both_names,
    "an unknown holder beside": lambda: municipality().changed(
        "m-officer", granted_to=("gone", "r-officer")
    ),
    "a member prepares in a body that is not elected": lambda: (
        steering_group()
        .adding(made_member("p-officer", "b-steering"))
        .asking(who="p-officer", power=Power.PROPOSE)
        .told(by="t-added")
    ),
    "stands in for one who has left": lambda: stand_in().changed(
        "t-head", absences=(), period=PAST
    ),
    "substitute for an office that is no more": lambda: (
        substitutes().changed("t-head", absences=()).changed("r-head", period=PAST)
    ),
    "substitute for a body that is no more": lambda: (
        substitutes()
        .adding(made(Body, id="b-gone", name="Organ", kind=BodyKind.OTHER, period=PAST))
        .changed("m-head", granted_to=("b-gone",))
    ),
    "substitute for a person who is away": lambda: (
        substitutes()
        .changed("m-head", granted_to=("p-chair",))
        .changed("t-chair", absences=absent())
        .changed("t-member", period=PAST)
    ),
    "substitute where nobody is known": lambda: substitutes().changed(
        "m-head", granted_to=("gone",)
    ),
    "substitute while a stand-in does not count": lambda: substitutes().adding(
        attrs.evolve(made_member("p-chair", "r-head"), standing_in_for="nobody")
    ),
    "a substitute delegates": lambda: municipality().changed(
        "m-head", granted_to=("r-second",), substitutes=("r-head",)
    ),
    # Grantor.
    "the board has an heir": lambda: municipality().changed("b-board", period=PAST).adding(heir()),
    "the council has an heir": lambda: (
        the_board()
        .changed("b-council", period=PAST)
        .adding(heir(kind=BodyKind.COUNCIL, succeeds=("b-council",)))
    ),
    "nobody gave it": lambda: association().changed("m-own", granted_by=None),
    "somebody unknown gave it": lambda: association().changed("m-own", granted_by="gone"),
    # Roots.
    "agreement, not joint": lambda: steering_group().changed(
        "d-agreement", kind=DocumentKind.AGREEMENT
    ),
    "delegation order of the state": lambda: authority().changed(
        "d-work", kind=DocumentKind.DELEGATION_ORDER
    ),
    "body of the state": state_board,
    "the state authority itself": state_itself,
    "private party": lambda: association().changed("a-club", sector=Sector.PRIVATE),
    "law by a name that may mean an older act": lambda: (
        chair_by_law()
        .basis("m-law", provision=made(Source, kind=SourceKind.LAW, ref="1 kap. 1 § KL"))
        .told(**by_law(made(Source, kind=SourceKind.LAW, ref="1 kap. 1 § KL")))
    ),
    # Limits.
    "an elected member delegates on": lambda: through_second(RoleKind.ELECTED),
    "external, by agreement": lambda: (
        municipality()
        .changed("r-officer", kind=RoleKind.EXTERNAL)
        .basis("m-officer", kind=BasisKind.AGREEMENT)
    ),
    "joint boards": lambda: the_board().changed(
        "m-board", granted_to=("b-board", "b-committee"), jointly=True
    ),
    "joint, but one of them unknown": lambda: municipality().changed(
        "m-officer", granted_to=("r-officer", "gone"), jointly=True
    ),
    "reserved with its group": lambda: falls_under(
        council_by_law().changed("x-one", provision=None), "se.kl.5-1", "x-group"
    ),
    "reserved, and the council's own principal's": lambda: council_by_law().changed(
        "x-one", principal="a-town"
    ),
    "two matters that are reserved": lambda: falls_under(
        council_by_law().on(matters=("x-one", "x-other")), "se.kl.5-1", "x-other"
    ),
    "reserved, and for a board itself too": lambda: falls_under(
        council_by_law(), "se.kl.6-38", "x-group"
    ),
    "the council decides its own": lambda: falls_under(council(), "se.kl.5-1"),
    "the board decides what may not be delegated": lambda: falls_under(the_board(), "se.kl.6-38"),
    "a committee in social matters": lambda: falls_under(committee(), "se.sol2025.30-6"),
    "preparing what only the council decides": lambda: falls_under(
        the_board().asking(power=Power.PREPARE), "se.kl.5-1"
    ),
    "a state authority is not a board": lambda: falls_under(authority(), "se.kl.5-1"),
    "a group that is not known": lambda: the_board().changed("x-one", part_of="gone"),
    # What nobody has read.
    "hired, before either section was read": lambda: on_day(
        as_hired(AppointmentKind.CONSULTANT), OF_2022 - ONE_DAY
    ).told(caveats=(caveat(RefusalCode.NOT_ELIGIBLE, "m-officer", "se.kl.7-5"),)),
    "hired, under the old act": lambda: on_day(as_hired(AppointmentKind.ENGAGED), OLD).told(
        caveats=(caveat(RefusalCode.NOT_ELIGIBLE, "m-officer", "se.kl1991.6-33"),)
    ),
    "two steps, before the section was read": lambda: (
        on_day(in_four_steps(RoleKind.HEAD_OF_ADMINISTRATION), UNREAD)
        .changed("m-second", period=Period())
        .told(caveats=(caveat(RefusalCode.SUBDELEGATION_NOT_GRANTED, "m-officer", "se.kl.7-6"),))
    ),
    "prohibited, before the section was read": lambda: falls_under(
        on_day(municipality(), UNREAD), "se.kl.6-38"
    ).told(caveats=(caveat(RefusalCode.DELEGATION_PROHIBITED, "x-one", "se.kl.6-38"),)),
    "prohibited for the group, before the section was read": lambda: falls_under(
        on_day(municipality(), UNREAD), "se.kl.6-38", "x-group"
    ).told(caveats=(caveat(RefusalCode.DELEGATION_PROHIBITED, "x-group", "se.kl.6-38"),)),
    "joint, by the wording before the one that was read": lambda: on_day(
        joint_decision(), OF_2022 - ONE_DAY
    ).told(caveats=(caveat(RefusalCode.DELEGATION_PROHIBITED, "m-head", "se.kl.6-37.v1"),)),
    "council only, before the section was read": lambda: falls_under(
        on_day(the_board(), UNREAD), "se.kl.5-1"
    ).told(caveats=(caveat(RefusalCode.COUNCIL_ONLY, "x-one", "se.kl.5-1"),)),
    # Beside what is refused below.
    "a scope that leaves ages open": lambda: municipality().changed(
        "m-head", scope=made(Scope, focus_areas=("f-one",))
    ),
    "every age": lambda: municipality().on(
        **{**on_of(municipality()), "ages": AgeBand(from_age=6, to_age=15)}
    ),
    "one age": lambda: municipality().on(
        **{**on_of(municipality()), "ages": AgeBand(from_age=7, to_age=7)}
    ),
    "several holders, each alone": lambda: joint_decision().changed("m-head", jointly=False),
    "a substitute for joint holders": lambda: (
        substitutes()
        .changed("m-head", granted_to=("r-head", "r-chair"), jointly=True)
        .changed("t-chair", absences=absent())
    ),
    "a body and an official prepare together": lambda: joint_holders().changed(
        "m-head", granted_to=("r-head", "b-committee")
    ),
    "a named employee": lambda: (
        named_person()
        .changed("t-chair", kind=AppointmentKind.EMPLOYED)
        .changed("t-member", kind=AppointmentKind.CONSULTANT)
    ),
    "law by the name of two acts, of which one is gone": lambda: (
        chair_by_law()
        .basis("m-law", provision=made(Source, kind=SourceKind.LAW, ref="6 kap. 33 § KL"))
        .told(**by_law(made(Source, kind=SourceKind.LAW, ref="6 kap. 33 § KL")))
    ),
    "a whole act": lambda: (
        chair_by_law()
        .basis("m-law", provision=made(Source, kind=SourceKind.LAW, ref="LVU"))
        .told(**by_law(made(Source, kind=SourceKind.LAW, ref="LVU")))
    ),
    "joint, under the old act": lambda: on_day(joint_decision(), OLD).told(
        caveats=(caveat(RefusalCode.DELEGATION_PROHIBITED, "m-head", "se.kl1991.6-33"),)
    ),
    "two steps, under the old act": lambda: on_day(
        in_four_steps(RoleKind.HEAD_OF_ADMINISTRATION), OLD
    ).told(caveats=(caveat(RefusalCode.SUBDELEGATION_NOT_GRANTED, "m-officer", "se.kl1991.6-37"),)),
    "prohibited, under the old act": lambda: falls_under(
        on_day(municipality(), OLD), "se.kl1991.6-34"
    ).told(caveats=(caveat(RefusalCode.DELEGATION_PROHIBITED, "x-one", "se.kl1991.6-34"),)),
    # Who and what.
    "disqualified in another matter": lambda: municipality().changed(
        "x-other", disqualified=("p-officer",)
    ),
    "somebody else is disqualified": lambda: municipality().changed(
        "x-one", disqualified=("p-head",)
    ),
    "execution by a body": lambda: execution().asking(who="b-steering"),
    "of two of one id the first": lambda: municipality().adding(
        attrs.evolve(municipality().thing("m-head"), period=PAST),
        attrs.evolve(municipality().thing("t-officer"), period=PAST),
        attrs.evolve(municipality().thing("r-officer"), period=PAST),
    ),
}


def made_member(person: str, office: str) -> Any:
    """Make one more appointment."""
    return attrs.evolve(
        municipality().thing("t-officer"), id="t-added", person=person, office=office
    )


def by_law(rests_on: Source) -> dict[str, Any]:
    """Give the account of a power by a provision that the table does not know."""
    told = Caveat(code=RefusalCode.NO_LEGAL_ROOT, about="m-law", rests_on=rests_on)
    return {"root": Root(kind=RootKind.LAW, provision=rests_on), "caveats": (told,)}


@pytest.mark.parametrize("name", ACCEPTED)
def test_what_is_just_within_the_law_is_accepted(name: str) -> None:
    assert holds(ACCEPTED[name]())


@pytest.mark.parametrize("name", ACCEPTED)
def test_what_is_just_within_the_law_is_allowed(name: str) -> None:
    world = ACCEPTED[name]()
    asked = world.question
    assert may(world.collab, asked.who, asked.power, on=asked.on, at=asked.at).allowed


#: What is changed in one thing, told as it then is, and refused.
REFUSED: dict[str, Callable[[], World]] = {
    # The chain.
    "no parent any more": lambda: municipality().changed("m-head", parent=None),
    "a parent that is not known": lambda: municipality().changed("m-board", parent="gone"),
    "a ring": lambda: municipality().changed("m-board", parent="m-officer"),
    "another parent": lambda: municipality().changed("m-officer", parent="m-committee"),
    "a mandate gone": lambda: municipality().without("m-head").told(chain=("m-officer",)),
    "no mandate at all": lambda: municipality().told(chain=(), by=None, root=None),
    # In force.
    **{
        f"{name} {when}": partial(municipality().changed, name, period=period)
        for name in ("m-officer", "m-head", "m-board", "t-officer", "r-officer", "d-rules")
        for when, period in (("over", PAST), ("to come", FUTURE), ("backwards", BACKWARDS))
    },
    "revoked from today": lambda: municipality().changed("m-board", revoked_from=DAY),
    # Powers.
    "the power is missing": lambda: municipality().changed("m-officer", powers=(Power.PREPARE,)),
    "the power is missing above": lambda: municipality().changed("m-board", powers=(Power.LEAD,)),
    # Scope.
    **{
        f"another {dimension}": partial(
            municipality().changed, "m-head", scope=made(Scope, **{dimension: value})
        )
        for dimension, value in {
            "focus_areas": ("f-two",),
            "bodies": ("b-committee",),
            "actors": ("a-town",),
            "matters": ("x-other",),
            "ages": AgeBand(from_age=7, to_age=20),
        }.items()
    },
    "older than the mandate": lambda: municipality().changed(
        "m-head", scope=made(Scope, ages=AgeBand(from_age=0, to_age=11))
    ),
    **{
        f"{dimension} left open": partial(
            municipality().on, **{**on_of(municipality()), dimension: None}
        )
        for dimension in ("focus_areas", "bodies", "actors", "matters", "ages")
    },
    "ages backwards": lambda: municipality().asking(
        on=attrs.evolve(municipality().question.on, ages=AgeBand(from_age=12, to_age=6))
    ),
    "mandate's ages backwards": lambda: municipality().changed(
        "m-board", scope=made(Scope, ages=AgeBand(from_age=15, to_age=0))
    ),
    "one matter of two": lambda: municipality().on(
        **{**on_of(municipality()), "matters": ("x-one", "x-other")}
    ),
    # The question.
    **{
        f"unknown in {dimension}": partial(the_board().on, **{dimension: ("gone",)})
        for dimension in ("focus_areas", "bodies", "actors", "matters")
    },
    "nobody asks": lambda: municipality().without("p-officer"),
    "nobody carries out": lambda: execution().asking(who="gone"),
    "a role carries out": lambda: execution().asking(who="r-officer"),
    # Holding.
    "granted to another": lambda: municipality().changed("m-officer", granted_to=("r-second",)),
    "appointed another": lambda: municipality().changed("t-officer", person="p-second"),
    "appointed to another office": lambda: municipality().changed("t-officer", office="r-second"),
    "no such office": lambda: municipality().without("r-officer"),
    "vacant": lambda: municipality().changed("t-officer", absences=absent(AbsenceKind.VACANT)),
    "away as disqualified": lambda: municipality().changed(
        "t-officer", absences=absent(AbsenceKind.DISQUALIFIED)
    ),
    "a body that is over": lambda: the_board().changed("b-board", period=PAST),
    "a body to which nothing is granted": lambda: the_board().asking(who="b-steering"),
    "a member for the board": lambda: the_board().asking(who="p-chair").told(by="t-member"),
    "a member who prepares for the board": lambda: (
        the_board().asking(who="p-chair", power=Power.PREPARE).told(by="t-member")
    ),
    "a member for a steering group": lambda: (
        steering_group()
        .adding(made_member("p-officer", "b-steering"))
        .asking(who="p-officer")
        .told(by="t-added")
    ),
    "a role as such": lambda: municipality().asking(who="r-officer").told(by=None),
    "a person who is not named": lambda: municipality().told(by=None),
    "stands in for nobody known": lambda: stand_in().changed("t-acting", standing_in_for="gone"),
    "stands in for one in service": lambda: stand_in().changed("t-head", absences=()),
    "stands in for one who was away": lambda: stand_in().changed(
        "t-head", absences=absent(period=PAST)
    ),
    # Substitutes.
    "the ordinary holder serves": lambda: substitutes().changed("t-head", absences=()),
    "one before serves": lambda: substitutes().changed("t-second", absences=()),
    "another for the ordinary holder": lambda: substitutes().adding(
        made_member("p-chair", "r-head")
    ),
    "no substitute": lambda: substitutes().changed("m-head", substitutes=("r-second",)),
    "a body before exists": lambda: substitutes().changed("m-head", granted_to=("b-steering",)),
    "a person before serves": lambda: substitutes().changed("m-head", granted_to=("p-chair",)),
    "a person before serves in part": lambda: (
        substitutes()
        .changed("m-head", granted_to=("p-chair",))
        .changed("t-chair", absences=absent())
    ),
    "a person before without an absence": lambda: (
        substitutes().changed("m-head", granted_to=("p-chair",)).without("t-chair", "t-member")
    ),
    # Delegation.
    "may not delegate": lambda: municipality().changed("m-head", may_delegate=False),
    "the board may not delegate": lambda: municipality().changed("m-board", may_delegate=False),
    "delegated by another": lambda: municipality().changed("m-officer", granted_by="r-second"),
    "delegated by nobody": lambda: municipality().changed("m-officer", granted_by=None),
    # Grantors.
    "the board is over": lambda: municipality().changed("b-board", period=PAST),
    "the heir without a decision": lambda: (
        municipality().changed("b-board", period=PAST).adding(heir(decided_by=None))
    ),
    "the heir to come": lambda: (
        municipality().changed("b-board", period=PAST).adding(heir(period=FUTURE))
    ),
    "the heir with the id of one that is over": lambda: (
        municipality().changed("b-board", period=PAST).adding(heir(period=PAST), heir())
    ),
    "the heir of another": lambda: (
        municipality().changed("b-board", period=PAST).adding(heir(succeeds=("b-committee",)))
    ),
    "the council is over": lambda: the_board().changed("b-council", period=PAST),
    # Roots.
    "no ground": lambda: the_board().changed("m-board", basis=None),
    "no such document": lambda: the_board().basis("m-board", document="gone"),
    "no document": lambda: the_board().basis("m-board", document=None),
    "a plan": lambda: the_board().changed("d-rules", kind=DocumentKind.ACTION_PLAN),
    "not from the council": lambda: the_board().changed("m-board", granted_by="b-committee"),
    "from nobody": lambda: the_board().changed("m-board", granted_by=None),
    "rules for an officer too": lambda: the_board().changed(
        "m-board", granted_to=("b-board", "r-head")
    ),
    "rules for a group": lambda: the_board().changed("b-board", kind=BodyKind.NETWORK),
    "order of work in a municipality": lambda: authority().changed(
        "a-police", sector=Sector.MUNICIPAL
    ),
    "order of work of an unknown": lambda: authority().without("a-police"),
    "order of work for a person": lambda: authority().changed(
        "m-chief", granted_to=("r-chief", "p-constable")
    ),
    "guideline of the state": lambda: authority().changed("d-work", kind=DocumentKind.GUIDELINE),
    "own decision of the state": lambda: association().changed("a-club", sector=Sector.STATE),
    "own decision of no sector": lambda: association().changed("b-own", actor=None),
    "own decision of nobody": lambda: association().basis("m-own", resolution=Resolution()),
    "no decision": lambda: association().basis("m-own", resolution=None),
    "decision by agreement": lambda: steering_group().asking(power=Power.DECIDE),
    "agreement over": lambda: steering_group().changed("d-agreement", period=PAST),
    "agreement in a plan": lambda: steering_group().changed(
        "d-agreement", kind=DocumentKind.BUDGET
    ),
    "law without a provision": lambda: chair_by_law().basis("m-law", provision=None),
    "law that is gone": lambda: (
        chair_by_law()
        .basis("m-law", provision=provision("se.sol2001.10-5"))
        .told(root=Root(kind=RootKind.LAW, provision=provision("se.sol2001.10-5")))
    ),
    # Limits.
    "hired": lambda: as_hired(AppointmentKind.CONSULTANT),
    "engaged": lambda: as_hired(AppointmentKind.ENGAGED),
    **{
        f"delegated to {kind.code}": partial(municipality().changed, "r-officer", kind=kind)
        for kind in (RoleKind.EXTERNAL, RoleKind.ENGAGED, RoleKind.VOLUNTEER)
    },
    "engaged, by agreement": lambda: (
        municipality()
        .changed("r-officer", kind=RoleKind.ENGAGED)
        .basis("m-officer", kind=BasisKind.AGREEMENT)
    ),
    "delegated to a volunteer, who delegates": lambda: municipality().changed(
        "r-head", kind=RoleKind.VOLUNTEER
    ),
    "delegated to a steering group": lambda: (
        committee().changed("m-committee", granted_to=("b-steering",)).asking(who="b-steering")
    ),
    "delegated to an administration": lambda: (
        municipality()
        .changed("m-head", granted_to=("a-office",))
        .changed("m-officer", granted_by="a-office")
    ),
    "delegated to somebody unknown": lambda: (
        municipality()
        .changed("m-head", granted_to=("gone",))
        .changed("m-officer", granted_by="gone")
    ),
    "a named consultant": lambda: (
        named_person()
        .changed("t-chair", kind=AppointmentKind.CONSULTANT)
        .changed("t-member", kind=AppointmentKind.ENGAGED)
    ),
    "a named person who has left": lambda: (
        named_person().changed("t-chair", period=PAST).changed("t-member", period=PAST)
    ),
    "an official delegates on": lambda: through_second(RoleKind.EMPLOYEE),
    "two heads delegate on": lambda: in_four_steps(RoleKind.HEAD_OF_ADMINISTRATION),
    "the head and an official delegate on": lambda: in_four_steps(RoleKind.EMPLOYEE),
    "only the council": lambda: falls_under(the_board(), "se.kl.5-1"),
    "only the council, for the group": lambda: falls_under(the_board(), "se.kl.5-1", "x-group"),
    **{
        f"only a committee {row}": partial(falls_under, municipality(), row)
        for row in ("se.sol2025.30-6", "se.sol2025.30-7", "se.sol2025.30-8")
    },
    "only a committee, by the act before": lambda: falls_under(
        on_day(municipality(), dt.date(2025, 6, 30)), "se.sol2001.10-4"
    ),
    "two officials together": joint_decision,
    "two officials together, on the first day": lambda: on_day(joint_decision(), OF_2022),
    "a body and an official together": lambda: joint_decision().changed(
        "m-head", granted_to=("r-head", "b-committee")
    ),
    "prohibited": lambda: falls_under(municipality(), "se.kl.6-38"),
    "prohibited, for the group": lambda: falls_under(municipality(), "se.kl.6-38", "x-group"),
    "prohibited, on the first day": lambda: falls_under(
        on_day(municipality(), UNREAD + ONE_DAY), "se.kl.6-38"
    ),
    "hired, on the first day": lambda: on_day(as_hired(AppointmentKind.CONSULTANT), OF_2022),
    "no caveat told": lambda: on_day(joint_decision(), OLD),
    "a caveat told twice": lambda: on_day(joint_decision(), OLD).told(
        caveats=(caveat(RefusalCode.DELEGATION_PROHIBITED, "m-head", "se.kl1991.6-33"),) * 2
    ),
    "no caveat of the root": lambda: head_teacher().told(caveats=()),
    # What was read is no caveat.
    "two officials together, told as a caveat": lambda: joint_decision().told(
        caveats=(caveat(RefusalCode.DELEGATION_PROHIBITED, "m-head", "se.kl.6-37"),)
    ),
    "prohibited, told as a caveat": lambda: falls_under(municipality(), "se.kl.6-38").told(
        caveats=(caveat(RefusalCode.DELEGATION_PROHIBITED, "x-one", "se.kl.6-38"),)
    ),
    "hired, told as a caveat": lambda: as_hired(AppointmentKind.CONSULTANT).told(
        caveats=(caveat(RefusalCode.NOT_ELIGIBLE, "m-officer", "se.kl.7-5"),)
    ),
    "law that is gone, told as a caveat": lambda: (
        chair_by_law()
        .basis("m-law", provision=provision("se.sol2001.10-5"))
        .told(**by_law(provision("se.sol2001.10-5")))
    ),
    "no ground, and none told": lambda: the_board().changed("m-board", basis=None).told(root=None),
    "a body by the appointment of a person": lambda: (
        municipality()
        .without("p-officer")
        .adding(made(Body, id="p-officer", name="Organ", kind=BodyKind.OTHER))
    ),
    "a member for a body of the state": lambda: (
        state_board()
        .adding(made_member("p-constable", "b-police"))
        .asking(who="p-constable")
        .told(by="t-added")
    ),
    "one area of two": lambda: municipality().on(
        **{**on_of(municipality()), "focus_areas": ("f-one", "f-two")}
    ),
    "prepared by another's delegation": lambda: (
        municipality().asking(power=Power.PREPARE).changed("m-officer", granted_by="r-second")
    ),
    "an official under a committee, in social matters": lambda: falls_under(
        municipality()
        .changed("m-officer", parent="m-committee", granted_by="b-committee")
        .changed("m-committee", may_delegate=True)
        .told(chain=("m-officer", "m-committee", "m-board")),
        "se.sol2025.30-6",
    ),
    "a presidium in social matters": lambda: falls_under(
        committee().changed("b-committee", kind=BodyKind.PRESIDIUM), "se.sol2025.30-6"
    ),
    "external, on no ground": lambda: (
        municipality().changed("r-officer", kind=RoleKind.EXTERNAL).changed("m-officer", basis=None)
    ),
    # Disqualified, not urgent.
    "disqualified": lambda: municipality().changed("x-one", disqualified=("p-officer",)),
    "not urgent": lambda: urgent().changed("x-urgent", urgent=False),
    "not all urgent": lambda: urgent().on(matters=("x-urgent", "x-one")),
    "no matter is urgent": lambda: urgent().on(),
    "urgent only above": lambda: municipality().changed("m-board", urgent_only=True),
    # Of two things with one id the first counts, and here it does not carry.
    **{
        f"the second {id_}": partial(with_twin, id_)
        for id_ in ("m-officer", "m-head", "t-officer", "r-officer", "b-board", "d-rules")
    },
    # The council without a mandate.
    "the council, in another principal's matter": lambda: council_by_law().changed(
        "x-one", principal="a-office"
    ),
    "a council of nobody, in a principal's matter": lambda: (
        council_by_law().changed("x-one", principal="a-town").changed("b-council", actor=None)
    ),
    "the council, when it is gone": lambda: council_by_law().changed("b-council", period=PAST),
    "the council, disqualified": lambda: council_by_law().changed(
        "x-one", disqualified=("b-council",)
    ),
    "no council but a board": lambda: council_by_law().changed("b-council", kind=BodyKind.BOARD),
    "a board in what is reserved": lambda: council_by_law().asking(who="b-steering"),
    "the council prepares": lambda: council_by_law().asking(power=Power.PREPARE),
    "the council, in what is not reserved": lambda: council_by_law().changed(
        "x-one", provision=None
    ),
    "the council, in what another provision is about": lambda: falls_under(
        council_by_law(), "se.kl.6-38"
    ),
    "the council, one matter of two reserved": lambda: council_by_law().on(
        matters=("x-one", "x-other")
    ),
    "the council, about nothing": lambda: council_by_law().on(),
    "the council, before anybody has read the provision": lambda: council_by_law().asking(
        at=UNREAD
    ),
    "the council, by no provision": lambda: council_by_law().told(root=None),
    "the council, by another provision": lambda: council_by_law().told(
        root=Root(kind=RootKind.LAW, provision=provision("se.kl.6-38"))
    ),
    # Execution.
    "execution proposed": lambda: execution().asking(power=Power.PROPOSE),
    "execution and a decision": lambda: execution().on(matters=("x-done", "x-one")),
    "a decision after all": lambda: execution().changed("x-done", kind=MatterKind.DECISION),
    "execution of nothing": lambda: execution().on(),
    "execution by mandate": lambda: the_board().changed("x-one", kind=MatterKind.EXECUTION),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_changed_in_one_thing_is_refused(name: str) -> None:
    assert not holds(REFUSED[name]())


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_changed_in_one_thing_is_not_found_either(name: str) -> None:
    world = REFUSED[name]()
    asked = world.question
    try:
        decision = may(world.collab, asked.who, asked.power, on=asked.on, at=asked.at)
    except UnknownId:
        return
    assert decision.proof != world.proof
    assert decision.proof is None or verify(decision.proof, world.collab)


# --- what is told ----------------------------------------------------------------------------

#: Worlds whose proofs are tampered with: those above, and what is just within the law.
TAMPERED = {**WORLDS, **ACCEPTED}


def variants(value: Any, shape: Shape, ids: tuple[str, ...]) -> Iterator[Any]:
    """Give every value that differs from another in one place."""
    if shape.many and value is not None:
        yield from variants_of_a_list(value, shape, ids)
    elif value is None:
        yield from SOME.get(shape.base, ())
    elif attrs.has(type(value)):
        yield from variants_of_a_part(value, ids)
    else:
        yield from variants_of_one(value, ids)
    if shape.optional and value is not None:
        yield None


def variants_of_a_list(
    value: tuple[Any, ...], shape: Shape, ids: tuple[str, ...]
) -> Iterator[tuple[Any, ...]]:
    one = attrs.evolve(shape, many=False, optional=False)
    for at, item in enumerate(value):
        yield value[:at] + value[at + 1 :]
        yield (*value[:at], item, *value[at:])
        yield (*value[:at], *value[at + 1 :], item)
        yield from ((*value[:at], other, *value[at + 1 :]) for other in variants(item, one, ids))
    yield from ((*value, more) for more in SOME.get(shape.base, ()))


def variants_of_a_part(value: Any, ids: tuple[str, ...]) -> Iterator[Any]:
    cls: type = type(value)
    for name, shape in members(cls):
        if name != "kept":
            for other in variants(getattr(value, name), shape, ids):
                try:
                    yield attrs.evolve(value, **{name: other})
                except InvalidValue:
                    continue


def variants_of_one(value: Any, ids: tuple[str, ...]) -> Iterator[Any]:
    if isinstance(value, enum.Enum):
        yield from type(value)
    elif isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield from (value - 1, value + 1)
    elif isinstance(value, dt.date):
        yield from (value - ONE_DAY for _ in range(value > dt.date.min))
        yield from (value + ONE_DAY for _ in range(value < dt.date.max))
    else:
        yield from (*ids, value + "x")


#: What is put where nothing stood, and added to a list.
SOME: dict[type, tuple[Any, ...]] = {
    str: ("p-chair", "b-board", "t-head", "d-rules"),
    dt.date: (DAY, DAY + ONE_DAY),
    Power: tuple(Power),
    RoleKind: tuple(RoleKind),
    DocumentKind: tuple(DocumentKind),
    AgeBand: (AgeBand(from_age=0, to_age=130),),
    Basis: tuple(Basis(kind=kind) for kind in BasisKind),
    Scope: (Scope(), made(Scope, focus_areas=("f-one",))),
    Period: (Period(), NOW),
    Source: (provision("se.lvu.6"), provision("se.kl.6-38")),
    Resolution: (Resolution(), made(Resolution, body="b-own")),
    Holding: tuple(
        holding
        for world in (municipality(), stand_in(), urgent())
        if (holding := world.proof.holding)
    ),
    Link: municipality().proof.links + association().proof.links,
    Root: tuple(Root(kind=kind, rests_on="d-rules") for kind in RootKind),
    Caveat: (
        caveat(RefusalCode.DELEGATION_PROHIBITED, "m-head", "se.kl.6-37"),
        *head_teacher().caveats,
    ),
}


def tampered(proof: Proof, collab: Collaboration) -> Iterator[Proof]:
    """Give every proof that differs from another in one place outside the question."""
    every = (thing.id for name in COLLECTIONS for thing in getattr(collab, name))
    for name, shape in members(Proof):
        if name != "question":
            for other in variants(getattr(proof, name), shape, tuple(every)):
                told: Any = {name: other}
                changed = attrs.evolve(proof, **told)
                if changed != proof:
                    yield changed


@pytest.mark.parametrize("name", TAMPERED)
def test_a_proof_in_which_one_thing_is_changed_is_refused(name: str) -> None:
    world = TAMPERED[name]()
    count = 0
    for proof in tampered(world.proof, world.collab):
        assert not verify(proof, world.collab), proof
        count += 1
    assert count > 10


@given(asked=questions(), data=st.data())
def test_each_proof_that_is_found_is_accepted_and_no_other_account_of_it(
    asked: Asked, data: st.DataObject
) -> None:
    decision = may(asked.collab, asked.who, asked.power, on=asked.on, at=asked.at)
    if decision.proof is None:
        assert not decision.allowed
    else:
        assert verify(decision.proof, asked.collab)
        others = tuple(tampered(decision.proof, asked.collab))
        for proof in data.draw(st.lists(st.sampled_from(others), max_size=20)):
            assert not verify(proof, asked.collab), proof


@pytest.mark.parametrize("name", WORLDS)
def test_a_proof_of_another_question_is_accepted_only_where_it_is_allowed(name: str) -> None:
    world = WORLDS[name]()
    ids = ("p-chair", "p-officer", "b-board", "b-steering", "x-other", "f-two", "gone")
    shape = Shape(base=Question)
    refused = 0
    for question in variants(world.question, shape, ids):
        if verify(attrs.evolve(world.proof, question=question), world.collab):
            answer = may(world.collab, question.who, question.power, on=question.on, at=question.at)
            assert answer.allowed
        else:
            refused += 1
    assert refused > 10


@pytest.mark.parametrize("name", WORLDS)
@pytest.mark.parametrize("days", [-1, 1])
def test_a_proof_of_another_day_is_refused_where_that_day_differs(name: str, days: int) -> None:
    world = WORLDS[name]()
    for id_ in (*world.chain, *filter(None, [world.by])):
        only_today = world.changed(id_, period=TODAY)
        assert holds(only_today)
        assert not holds(only_today.asking(at=DAY + days * ONE_DAY))


# --- whatever can be constructed -------------------------------------------------------------

JUNK: st.SearchStrategy[Any] = st.sampled_from(
    [
        None,
        0,
        "",
        "x",
        (),
        ("x",),
        (None,),
        [],
        {},
        DAY,
        Power.DECIDE,
        dt.datetime.min.replace(tzinfo=dt.UTC),
        Scope(),
    ]
)
PROOFS = tuple(make().proof for make in WORLDS.values())


@st.composite
def spoilt(draw: st.DrawFn) -> Proof:
    """Draw a proof in which anything may stand anywhere."""
    proof = draw(st.sampled_from(PROOFS))
    for name in draw(st.sets(st.sampled_from([name for name, _ in members(Proof)]), min_size=1)):
        part = getattr(proof, name)
        spoilt: Any = {name: draw(JUNK | st.just((part,)) | in_parts(part))}
        proof = attrs.evolve(proof, **spoilt)
    return proof


def in_parts(part: Any) -> st.SearchStrategy[Any]:
    """Draw a part in which one member is anything."""
    if isinstance(part, tuple):
        return st.tuples(*(in_parts(item) for item in part))
    if type(part) not in {Question, Holding, Link, Root, Caveat}:
        return JUNK
    cls: type = type(part)
    names = st.sampled_from([name for name, _ in members(cls)])
    return st.builds(lambda name, junk: attrs.evolve(part, **{name: junk}), names, JUNK)


@given(proof=spoilt(), name=st.sampled_from(sorted(WORLDS)))
def test_a_proof_of_anything_is_answered(proof: Proof, name: str) -> None:
    # What was changed may be as it was; by another chain the same may be allowed in another world.
    accepted = verify(proof, WORLDS[name]().collab)
    assert not accepted or (proof in PROOFS and holds_there(proof, name))


def holds_there(proof: Proof, name: str) -> bool:
    """Tell whether what a proof proves is allowed in a world: worlds have much in common."""
    world = WORLDS[name]()
    asked = proof.question
    return may(world.collab, asked.who, asked.power, on=asked.on, at=asked.at).allowed


@st.composite
def told(draw: st.DrawFn) -> World:
    """Draw any collaboration, and a chain in it that is told as it stands."""
    collab = draw(collaborations())
    mandates = [mandate.id for mandate in collab.mandates]
    chain = draw(st.lists(st.sampled_from(mandates), max_size=4)) if mandates else []
    acts = draw(st.sampled_from([None, *(one.id for one in collab.appointments)]))
    holders = (*(one.id for one in collab.persons), *(one.id for one in collab.bodies), "gone")
    matters = tuple(matter.id for matter in collab.matters) or None
    question = made(
        Question,
        who=draw(st.sampled_from(holders)),
        power=draw(st.sampled_from(Power)),
        on=draw(st.just(Scope()) | st.just(made(Scope, matters=matters))),
        at=draw(st.dates() | st.sampled_from([dt.date.min, dt.date.max])),
    )
    root = Root(kind=draw(st.sampled_from(RootKind)))
    return World(collab=collab, question=question, chain=tuple(chain), by=acts, root=root)


@given(world=told())
def test_a_proof_about_any_collaboration_is_answered(world: World) -> None:
    assert holds(world) in {True, False}
    assert not verify(world.proof, Collaboration(name="Tom"))
