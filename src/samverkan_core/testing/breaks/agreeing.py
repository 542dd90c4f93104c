"""How rules about joint positions and referrals are broken: a no, a silence, a late answer."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import attrs
from hypothesis import strategies as st

from samverkan_core.model.body import BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.common import Resolution
from samverkan_core.model.joint_position import JointPosition, MemberTest, PrincipalDecision
from samverkan_core.model.mandate import Matter, MatterKind
from samverkan_core.model.referral import Opinion, Referral
from samverkan_core.testing.breaks.bodies import days_before, unused_id
from samverkan_core.testing.breaks.focus_areas import open_area
from samverkan_core.testing.edit import Edit, a, added, replaced
from samverkan_core.testing.texts import texts
from samverkan_core.values.ids import JointPositionId, MatterId, OfficeId, ReferralId
from samverkan_core.values.time import PartialDate

__all__ = ["BREAKING", "NEAR_MISS"]

_ANSWERS = ("possible", "timely", "linked")
_QUESTIONS = ("meaning", *_ANSWERS)


# --- joint positions ---------------------------------------------------------------------------


def _position(draw: st.DrawFn, collab: Collaboration, **told: object) -> JointPosition:
    """Make a joint position that one member has tried, and every principal has adopted."""
    whole: dict[str, Any] = {
        "id": JointPositionId(unused_id(collab, "ställningstagande")),
        "text": draw(texts()),
        "tests": (_test(draw, collab),),
        "decisions": tuple(
            PrincipalDecision(principal=one, decision=Resolution()) for one in collab.principals
        ),
    }
    whole.update(told)
    return JointPosition(**whole)


def _test(draw: st.DrawFn, collab: Collaboration, **told: object) -> MemberTest:
    offices = (*(role.id for role in collab.roles), *(actor.id for actor in collab.actors))
    answers: dict[str, Any] = {"meaning": draw(texts()), **dict.fromkeys(_ANSWERS, True), **told}
    return MemberTest(member=OfficeId(a(draw, offices)), **answers)


def _some(draw: st.DrawFn, names: tuple[str, ...], value: object) -> dict[str, Any]:
    """Give one or more members the same value."""
    chosen = draw(st.lists(st.sampled_from(names), min_size=1, unique=True))
    return dict.fromkeys(chosen, value)


def _says_no(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    no = _test(draw, collab, **_some(draw, _ANSWERS, value=False))
    tests = a(draw, ((no,), (_test(draw, collab), no)))
    return added(collab, _position(draw, collab, tests=tests))


def _said_no_until_it_was_resolved(
    draw: st.DrawFn, collab: Collaboration, _: dt.date
) -> Collaboration:
    told = {**_some(draw, _ANSWERS, value=False), "resolved": a(draw, ("-", "Å"))}
    return added(collab, _position(draw, collab, tests=(_test(draw, collab, **told),)))


def _one_has_not_decided(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    position = _position(draw, collab)
    other = a(draw, position.decisions)
    against = attrs.evolve(other, rejected=True)
    left = tuple(one for one in position.decisions if one is not other)
    decisions = a(draw, (left, (*left, against)))
    return added(collab, attrs.evolve(position, decisions=decisions))


def _only_those_concerned_decided(
    draw: st.DrawFn, collab: Collaboration, _: dt.date
) -> Collaboration:
    """Let one principal alone be concerned, which first said no and then yes."""
    concerned = a(draw, collab.principals)
    no = PrincipalDecision(principal=concerned, decision=Resolution(), rejected=True)
    decisions = (no, attrs.evolve(no, rejected=False))
    told = {"concerns": (concerned,), "decisions": decisions}
    return added(collab, _position(draw, collab, **told))


def _half_tried(draw: st.DrawFn, collab: Collaboration, _: dt.date) -> Collaboration:
    """Leave a question unanswered, or a member of the body without any."""
    if draw(st.booleans()):
        test = _test(draw, collab, **_some(draw, _QUESTIONS, value=None))
        return added(collab, _position(draw, collab, tests=(test,)))
    seated = [body for body in collab.bodies if body.kind is BodyKind.STEERING_GROUP]
    group = a(draw, seated)
    heads = {seat.role for seat in group.seats} | {seat.on_behalf_of for seat in group.seats}
    others = tuple(role for role in collab.roles if role.id not in heads)
    test = attrs.evolve(_test(draw, collab), member=OfficeId(a(draw, others).id))
    return added(collab, _position(draw, collab, body=group.id, tests=(test,)))


def _documents_in_place_of_an_answer(
    draw: st.DrawFn, collab: Collaboration, _: dt.date
) -> Collaboration:
    document = a(draw, collab.documents).id
    test = _test(draw, collab, linked=None, documents=(document,))
    return added(collab, _position(draw, collab, tests=(test,)))


# --- referrals ---------------------------------------------------------------------------------


def _with_referrals(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Refer each matter to the council, where the world has no referrals: then each is asked."""
    if collab.referrals:
        return collab
    matters = tuple(matter.id for matter in collab.matters)
    for matter in matters or (None,):
        collab = added(collab, _referral(draw, collab, at, matter=matter))
    return collab


def _referral(draw: st.DrawFn, collab: Collaboration, at: dt.date, **told: object) -> Referral:
    council = a(draw, (body for body in collab.bodies if body.kind is BodyKind.CHILDRENS_COUNCIL))
    whole: dict[str, Any] = {
        "id": ReferralId(unused_id(collab, "remiss")),
        "sent_to": council.id,
        "answer_by": PartialDate.on(at),
    }
    whole.update(told)
    return Referral(**whole)


def _matter(draw: st.DrawFn, collab: Collaboration, at: dt.date, **told: object) -> Matter:
    """Make a matter that touches an active focus area."""
    whole: dict[str, Any] = {
        "id": MatterId(unused_id(collab, "ärende")),
        "name": draw(texts()),
        "focus_areas": (open_area(draw, collab, at).id,),
    }
    whole.update(told)
    return Matter(**whole)


def _council_not_asked(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    collab = _with_matters_referred(draw, collab, at)
    return added(collab, _matter(draw, collab, at))


def _council_need_not_be_asked(
    draw: st.DrawFn, collab: Collaboration, at: dt.date
) -> Collaboration:
    """Let a matter be urgent, pure execution, of no focus area, or of a group that was referred."""
    collab = _with_matters_referred(draw, collab, at)
    referred = tuple(one.matter for one in collab.referrals if one.matter is not None)
    group: tuple[dict[str, Any], ...] = ({"part_of": a(draw, referred)},) if referred else ()
    told: tuple[dict[str, Any], ...] = (
        {"urgent": True},
        {"kind": MatterKind.EXECUTION},
        {"focus_areas": ()},
        *group,
    )
    return added(collab, _matter(draw, collab, at, **a(draw, told)))


def _with_matters_referred(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Refer each matter, and let every referral name one: another may be the one missing."""
    collab = _with_referrals(draw, collab, at)
    for referral in collab.referrals:
        if referral.matter is None:
            matter = _matter(draw, collab, at)
            collab = added(collab, matter)
            collab = replaced(collab, referral, attrs.evolve(referral, matter=matter.id))
    return collab


def _answer_is_late(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    late = a(draw, (PartialDate.on(days_before(draw, at)), PartialDate(when=f"{at.year - 1}")))
    collab = _with_referrals(draw, collab, at)
    return added(collab, _referral(draw, collab, at, answer_by=late))


def _answer_is_due_today(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    collab = _with_referrals(draw, collab, at)
    answered: dict[str, Any] = {
        "answer_by": PartialDate.on(days_before(draw, at)),
        "opinion": Opinion(),
    }
    return added(collab, _referral(draw, collab, at, **a(draw, ({}, answered))))


def _answer_went_unheard(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    collab = _with_referrals(draw, collab, at)
    told: dict[str, Any] = {"opinion": Opinion(), "decision": Resolution()}
    return added(collab, _referral(draw, collab, at, **told))


def _answer_was_heard(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    collab = _with_referrals(draw, collab, at)
    heard: dict[str, Any] = {"opinion": Opinion(), "decision": Resolution(), "consideration": "-"}
    half: tuple[dict[str, Any], ...] = ({"opinion": Opinion()}, {"decision": Resolution()})
    return added(collab, _referral(draw, collab, at, **a(draw, (heard, *half))))


#: Code -> an edit that breaks that rule and no other.
BREAKING: Mapping[str, Edit] = MappingProxyType(
    {
        "POS001": _says_no,
        "POS002": _one_has_not_decided,
        "POS003": _half_tried,
        "RMS001": _council_not_asked,
        "RMS002": _answer_is_late,
        "RMS003": _answer_went_unheard,
    }
)
#: Code -> an edit that only just does not break it.
NEAR_MISS: Mapping[str, Edit] = MappingProxyType(
    {
        "POS001": _said_no_until_it_was_resolved,
        "POS002": _only_those_concerned_decided,
        "POS003": _documents_in_place_of_an_answer,
        "RMS001": _council_need_not_be_asked,
        "RMS002": _answer_is_due_today,
        "RMS003": _answer_was_heard,
    }
)
