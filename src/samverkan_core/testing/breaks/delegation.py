"""How the rules that rest on law are broken: a wrong delegate, a step too far, a law that is gone.

Nobody is accused on a provision that nobody has read, so each of these worlds has a day on which
the provision behind its rule was read: `DAYS` says which days those are.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeAlias

from hypothesis import strategies as st

from samverkan_core.authority.limits import ELIGIBLE, ONE_STEP
from samverkan_core.authority.roots import citation
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.document import DocumentKind
from samverkan_core.model.mandate import Basis, BasisKind, MandateKind, Matter, Power, Scope
from samverkan_core.model.role import RoleKind
from samverkan_core.reference.citations import Standing
from samverkan_core.reference.laws import Law, law, laws
from samverkan_core.rules.reported_decisions import MINUTED, URGENT
from samverkan_core.testing.breaks.bodies import unused_id
from samverkan_core.testing.breaks.holdings import (
    a_body,
    an_office,
    appointed,
    around,
    from_the_board,
    in_service,
    mandate,
)
from samverkan_core.testing.edit import Edit, a, added
from samverkan_core.testing.texts import texts
from samverkan_core.values.ids import HolderId, MatterId
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import Period, in_force

__all__ = ["BREAKING", "DAYS", "NEAR_MISS", "read_days"]

_DAY = dt.timedelta(days=1)
#: Provisions that reserve a matter for the council, for the board or for committees.
_RESERVING = (
    "se.kl.5-1",
    "se.kl.6-38",
    "se.sol2025.30-6",
    "se.sol2025.30-7",
    "se.sol2025.30-8",
    "se.sol2001.10-4",
)
#: Provisions whose place others took, by days that are known.
_ENDED = (
    "se.kl1991.6-33",
    "se.kl1991.6-34",
    "se.sol2001.2-7",
    "se.sol2001.5-1a",
    "se.sol2001.10-4",
)
#: Of the provisions on secrecy that bear on one child, the one that was read last.
_SECRECY = ("se.osl.26-1",)
_OUTSIDE = (RoleKind.EXTERNAL, RoleKind.ENGAGED, RoleKind.VOLUNTEER)
_OWN = (RoleKind.EMPLOYEE, RoleKind.HEAD_OF_ADMINISTRATION)

#: A collaboration with a holder more, and the id of that holder.
_Holder: TypeAlias = tuple[Collaboration, str]


# --- to whom -----------------------------------------------------------------------------------


def _wrong_delegate(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Let a board delegate to somebody who may not be a delegate, or to two together."""
    return a(draw, (_to_a_wrong_one, _together))(draw, collab, at)


def _to_a_wrong_one(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Let a board delegate to a group, an organisation or an outsider, first or as substitute."""
    drawn = a(draw, (_steering_group, _organisation, _outsider))
    collab, wrong = drawn(draw, collab, at)
    if draw(st.booleans()):
        return from_the_board(draw, collab, at, (wrong,))
    own = a(draw, in_service(collab, at, *_OWN))
    named: dict[str, Any] = a(draw, ({"substitutes": (wrong,)}, {}))
    return from_the_board(draw, collab, at, (own,) if named else (own, wrong), **named)


def _right_delegate(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    ways = (_to_the_elected, _each_alone, _by_agreement, _only_preparing, _not_today)
    return a(draw, ways)(draw, collab, at)


def _steering_group(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> _Holder:
    groups = (body for body in collab.bodies if body.kind is BodyKind.STEERING_GROUP)
    return collab, a(draw, (group for group in groups if in_force(group.period, at))).id


def _organisation(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> _Holder:
    actor = a(draw, (actor for actor in collab.actors if in_force(actor.period, at)))
    return added(collab, appointed(draw, collab, actor.id, around(draw, at))), actor.id


def _outsider(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> _Holder:
    return _newcomer(draw, collab, at, a(draw, _OUTSIDE))


def _newcomer(draw: st.DrawFn, collab: Collaboration, at: dt.date, kind: RoleKind) -> _Holder:
    """Put in an office that somebody holds on the day."""
    role = an_office(draw, collab, kind)
    collab = added(collab, role)
    return added(collab, appointed(draw, collab, role.id, around(draw, at))), role.id


def _together(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Delegate to an employee and another or an elected body, neither without the other."""
    own, other = in_service(collab, at, *_OWN)[:2]
    if draw(st.booleans()):
        committee = a_body(draw, collab, BodyKind.COMMITTEE)
        collab, other = added(collab, committee), HolderId(committee.id)
    return from_the_board(draw, collab, at, (own, other), jointly=True)


def _to_the_elected(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Delegate to an elected body, two of them together, or an elected representative."""
    if draw(st.booleans()):
        collab, chair = _newcomer(draw, collab, at, RoleKind.ELECTED)
        return from_the_board(draw, collab, at, (chair,))
    bodies: tuple[Body, ...] = ()
    for _ in range(draw(st.integers(1, 2))):
        kind = a(draw, (BodyKind.COMMITTEE, BodyKind.PRESIDIUM))
        bodies = (*bodies, a_body(draw, added(collab, *bodies), kind))
    named = tuple(body.id for body in bodies)
    return from_the_board(draw, added(collab, *bodies), at, named, jointly=len(named) > 1)


def _each_alone(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Delegate to several employees, each of whom decides alone."""
    return from_the_board(draw, collab, at, in_service(collab, at, *_OWN))


def _by_agreement(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Delegate to another principal's employee, by an agreement between the principals."""
    collab, external = _newcomer(draw, collab, at, RoleKind.EXTERNAL)
    kinds = {DocumentKind.AGREEMENT, DocumentKind.JOINT_AGREEMENT}
    agreed = (document.id for document in collab.documents if document.kind in kinds)
    basis = Basis(kind=BasisKind.AGREEMENT, document=a(draw, (*agreed, None)))
    return from_the_board(draw, collab, at, (external,), basis=basis)


def _only_preparing(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Let a steering group or an outsider prepare what the board decides."""
    collab, other = a(draw, (_steering_group, _outsider))(draw, collab, at)
    return from_the_board(draw, collab, at, (other,), powers=(Power.PREPARE,))


def _not_today(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Let a wrong delegation have ended yesterday, be revoked from today, or begin tomorrow."""
    collab, wrong = a(draw, (_steering_group, _organisation, _outsider))(draw, collab, at)
    return from_the_board(draw, collab, at, (wrong,), **a(draw, _other_days(at)))


def _other_days(at: dt.date) -> tuple[dict[str, Any], ...]:
    """Give what lets the last mandate of a chain not hold on the day."""
    yesterday = Period(first_day=at - _DAY, last_day=at - _DAY)
    tomorrow = Period(first_day=at + _DAY)
    return ({"period": yesterday}, {"revoked_from": at}, {"period": tomorrow})


# --- in how many steps -------------------------------------------------------------------------


def _too_far(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Let an employee who is no head delegate on, or somebody take a second step."""
    path = _steps(draw, collab, at)
    return from_the_board(draw, collab, at, *path)


def _not_too_far(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Let a head of administration take the one step, or the step too far not be one."""
    if draw(st.booleans()):
        chief = a(draw, in_service(collab, at, RoleKind.HEAD_OF_ADMINISTRATION))
        heir = a(draw, in_service(collab, at, RoleKind.EMPLOYEE))
        return from_the_board(draw, collab, at, (chief,), (heir,))
    path = _steps(draw, collab, at)
    told: dict[str, Any] = a(draw, ({"powers": (Power.PREPARE,)}, *_other_days(at)))
    return from_the_board(draw, collab, at, *path, **told)


def _steps(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> tuple[tuple[str, ...], ...]:
    """Draw a way on which the last step, and no other, goes too far."""
    chief = a(draw, in_service(collab, at, RoleKind.HEAD_OF_ADMINISTRATION))
    first, second = in_service(collab, at, RoleKind.EMPLOYEE)[:2]
    return a(draw, (((first,), (second,)), ((first,), (chief,)), ((chief,), (first,), (second,))))


# --- what --------------------------------------------------------------------------------------


def _reserved_matter(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Let a delegation name a matter that the law reserves, or one of a group of such matters."""
    collab, matter = _matter_under(draw, collab, a(draw, _read(at)))
    to = (a(draw, in_service(collab, at, *_OWN)),)
    return from_the_board(draw, collab, at, to, scope=Scope(matters=(matter,)))


def _not_reserved_matter(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    ways = (_to_the_right_body, _neighbouring_provision, _reserved_but_not_delegated)
    return a(draw, ways)(draw, collab, at)


def _to_the_right_body(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Delegate a reserved matter to a committee, or to the council, where the law lets it."""
    # What the board is to decide itself may be delegated to nobody.
    row = a(draw, (row for row in _read(at) if row.id != "se.kl.6-38"))
    collab, matter = _matter_under(draw, collab, row)
    council = row.id == "se.kl.5-1"
    body = a_body(draw, collab, BodyKind.COUNCIL if council else BodyKind.COMMITTEE)
    scope = Scope(matters=(matter,))
    return from_the_board(draw, added(collab, body), at, (body.id,), scope=scope)


def _neighbouring_provision(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Delegate a matter under another provision of an act that reserves matters."""
    acts = {row.sfs for row in _read(at)}
    others = (row for row in laws() if row.sfs in acts and row.holds(at))
    other = a(draw, (row for row in others if row.id not in _RESERVING))
    collab, matter = _matter_under(draw, collab, other)
    to = (a(draw, in_service(collab, at, *_OWN)),)
    return from_the_board(draw, collab, at, to, scope=Scope(matters=(matter,)))


def _reserved_but_not_delegated(
    draw: st.DrawFn, collab: Collaboration, at: dt.date
) -> Collaboration:
    """Let a reserved matter only be prepared, or be delegated on other days than this one."""
    collab, matter = _matter_under(draw, collab, a(draw, _read(at)))
    told: dict[str, Any] = a(draw, ({"powers": (Power.PREPARE,)}, *_other_days(at)))
    to = (a(draw, in_service(collab, at, *_OWN)),)
    return from_the_board(draw, collab, at, to, scope=Scope(matters=(matter,)), **told)


def _matter_under(
    draw: st.DrawFn, collab: Collaboration, row: Law
) -> tuple[Collaboration, MatterId]:
    """Put in a matter under a provision, or one of a group that falls under it."""
    name = draw(texts())
    group = Matter(id=MatterId(unused_id(collab, "ärende")), name=name, provision=row.as_source())
    collab = added(collab, group)
    if draw(st.booleans()):
        return collab, group.id
    member = Matter(id=MatterId(unused_id(collab, "ärende")), name=name, part_of=group.id)
    return added(collab, member), member.id


def _read(at: dt.date) -> tuple[Law, ...]:
    rows = map(law, _RESERVING)
    return tuple(row for row in rows if row is not None and row.verified_on(at))


# --- law that is gone --------------------------------------------------------------------------


def _law_gone(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Cite a provision that another has taken the place of."""
    return _citing(draw, collab, at, a(draw, _gone(at)).as_source())


def _law_still_there(draw: st.DrawFn, collab: Collaboration, at: dt.date) -> Collaboration:
    """Cite a provision on its last day, what took its place, or let it be no citation of law."""
    last = [row for id_ in _ENDED if (row := law(id_)) is not None and row.last_day == at]
    if last:
        return _citing(draw, collab, at, a(draw, last).as_source())
    row = a(draw, _gone(at))
    after: list[Source] = [held.as_source() for held in citation(row.as_source(), at).replaced_by]
    if draw(st.booleans()) and after:
        return _citing(draw, collab, at, a(draw, after))
    return _citing_otherwise(draw, collab, at, row)


def _citing_otherwise(
    draw: st.DrawFn, collab: Collaboration, at: dt.date, row: Law
) -> Collaboration:
    """Name a provision that is gone in a publication, or cite it on other days than this one."""
    told = Source(kind=SourceKind.PUBLICATION, ref=f"{row.cite()} i dess äldre lydelse")
    if draw(st.booleans()):
        return added(collab, _matter(draw, collab, sources=(told,)))
    basis = Basis(kind=BasisKind.LAW, provision=row.as_source())
    return _by_law(draw, collab, at, basis=basis, **a(draw, _other_days(at)))


def _citing(
    draw: st.DrawFn, collab: Collaboration, at: dt.date, provision: Source
) -> Collaboration:
    """Cite a provision as the ground or the source of a power, or of a matter."""
    places: tuple[Callable[[], Collaboration], ...] = (
        lambda: added(collab, _matter(draw, collab, provision=provision)),
        lambda: added(collab, _matter(draw, collab, sources=(provision,))),
        lambda: _by_law(draw, collab, at, basis=Basis(kind=BasisKind.LAW, provision=provision)),
        lambda: _by_law(draw, collab, at, basis=None, sources=(provision,)),
    )
    return a(draw, places)()


def _matter(draw: st.DrawFn, collab: Collaboration, **members: object) -> Matter:
    told: dict[str, Any] = members
    return Matter(id=MatterId(unused_id(collab, "ärende")), name=draw(texts()), **told)


def _by_law(
    draw: st.DrawFn, collab: Collaboration, at: dt.date, **members: object
) -> Collaboration:
    to = (a(draw, in_service(collab, at, *_OWN)),)
    given = mandate(draw, collab, at, by=None, to=to, kind=MandateKind.BY_LAW, **members)
    return added(collab, given)


def _gone(at: dt.date) -> tuple[Law, ...]:
    """Give the provisions that surely no longer hold on a day, in any wording."""
    ended = (row for row in laws() if row.ended(at))
    return tuple(row for row in ended if _is_gone(row, at))


def _is_gone(row: Law, at: dt.date) -> bool:
    found = citation(row.as_source(), at)
    return found.standing is Standing.NO_LONGER and found.certain


# --- days --------------------------------------------------------------------------------------


def read_days(ids: Sequence[str]) -> tuple[Period, ...]:
    """Give the days on which one of some provisions holds in a wording that was read."""
    rows = (row for row in map(law, ids) if row is not None and row.verified)
    return tuple(Period(first_day=row.read_from, last_day=row.last_day) for row in rows)


def _last_days() -> Iterator[Period]:
    """Give the days around which provisions ended, and all days since the first of them did."""
    rows = (row for row in map(law, _ENDED) if row is not None)
    lasts = sorted({row.last_day for row in rows if row.last_day is not None})
    yield from (Period(first_day=last, last_day=last) for last in lasts)
    yield Period(first_day=lasts[0] + _DAY)


#: Code -> spans of days on which its rule can be broken and only just not be.
DAYS: Mapping[str, tuple[Period, ...]] = MappingProxyType(
    {
        "DGD003": read_days(URGENT),
        "DGD004": read_days(MINUTED),
        "LAW001": tuple(_last_days()),
        "MAN001": read_days(ELIGIBLE),
        "MAN002": read_days(ONE_STEP),
        "MAN003": read_days(_RESERVING),
        "MET009": read_days(_SECRECY),
    }
)
#: Code -> an edit that breaks that rule and no other.
BREAKING: Mapping[str, Edit] = MappingProxyType(
    {
        "LAW001": _law_gone,
        "MAN001": _wrong_delegate,
        "MAN002": _too_far,
        "MAN003": _reserved_matter,
    }
)
#: Code -> an edit that only just does not break it.
NEAR_MISS: Mapping[str, Edit] = MappingProxyType(
    {
        "LAW001": _law_still_there,
        "MAN001": _right_delegate,
        "MAN002": _not_too_far,
        "MAN003": _not_reserved_matter,
    }
)
