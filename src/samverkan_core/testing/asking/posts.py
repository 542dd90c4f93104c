"""Who can hold a mandate, and what the first mandate of a chain can rest on."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

import attrs

from samverkan_core.model.actor import Actor, ActorKind, Sector
from samverkan_core.model.anatomy import Thing
from samverkan_core.model.body import Body, BodyKind
from samverkan_core.model.common import Resolution
from samverkan_core.model.document import DocumentKind, GoverningDocument
from samverkan_core.model.mandate import Basis, BasisKind, MandateKind, Power
from samverkan_core.model.person import Person
from samverkan_core.model.role import Role, RoleKind
from samverkan_core.testing.asking.asked import around
from samverkan_core.testing.lawful.hand import Hand
from samverkan_core.values.ids import ActorId, BodyId, DocumentId, PersonId, RoleId
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import Period

__all__ = ["ACTORS", "KINDS", "NAMED", "POSTS", "Ground", "Holder", "Kind", "actors", "post"]

#: Who may stand at a rung of the ladder.
Holder: TypeAlias = Actor | Body | Person | Role
#: Members of the first mandate, and the things that it rests on.
Ground: TypeAlias = tuple[dict[str, Any], tuple[Thing, ...]]

#: The word for a person who holds a mandate in person.
NAMED = "named"

#: Every actor, by the word that its id is made of.
ACTORS: Mapping[str, tuple[ActorKind, Sector]] = MappingProxyType(
    {
        "municipality": (ActorKind.MUNICIPALITY, Sector.MUNICIPAL),
        "region": (ActorKind.REGION, Sector.REGIONAL),
        "police": (ActorKind.POLICE, Sector.STATE),
        "association": (ActorKind.ASSOCIATION, Sector.NON_PROFIT),
        "company": (ActorKind.COMPANY, Sector.PRIVATE),
    }
)
#: Every office, by the word that its id is made of: its kind, and the actor that it belongs to.
POSTS: Mapping[str, tuple[BodyKind | RoleKind, str]] = MappingProxyType(
    {
        "board": (BodyKind.BOARD, "municipality"),
        "executive": (BodyKind.EXECUTIVE_BOARD, "municipality"),
        "committee": (BodyKind.COMMITTEE, "municipality"),
        "presidium": (BodyKind.PRESIDIUM, "municipality"),
        "steering": (BodyKind.STEERING_GROUP, "municipality"),
        "group": (BodyKind.WORKING_GROUP, "municipality"),
        "directors": (BodyKind.OTHER, "association"),
        "owners": (BodyKind.OTHER, "company"),
        "chair": (RoleKind.ELECTED, "municipality"),
        "head": (RoleKind.HEAD_OF_ADMINISTRATION, "municipality"),
        "employee": (RoleKind.EMPLOYEE, "municipality"),
        "teacher": (RoleKind.EMPLOYEE, "municipality"),
        "deputy": (RoleKind.EMPLOYEE, "municipality"),
        "adviser": (RoleKind.EXTERNAL, "region"),
        "consultant": (RoleKind.ENGAGED, "company"),
        "volunteer": (RoleKind.VOLUNTEER, "association"),
        "chief": (RoleKind.HEAD_OF_ADMINISTRATION, "police"),
        "officer": (RoleKind.EMPLOYEE, "police"),
    }
)


def actors(hand: Hand) -> tuple[Actor, ...]:
    """Make every actor; when each takes part is drawn."""
    return tuple(
        Actor(
            id=ActorId(hand.id(word, 1)), name=word, kind=kind, sector=sector, period=_exists(hand)
        )
        for word, (kind, sector) in ACTORS.items()
    )


def post(hand: Hand, word: str, number: int = 1) -> Holder:
    """Make the holder that a word stands for: an office in force on the day, or a person."""
    if word == NAMED:
        return Person(id=PersonId(hand.id(word, number)))
    kind, home = POSTS[word]
    actor, period = ActorId(hand.id(home, 1)), _exists(hand)
    if isinstance(kind, RoleKind):
        return Role(
            id=RoleId(hand.id(word, number)), name=word, kind=kind, actor=actor, period=period
        )
    return Body(id=BodyId(hand.id(word, number)), name=word, kind=kind, actor=actor, period=period)


def _exists(hand: Hand) -> Period | None:
    """Draw nothing, or a period that holds on the day, its first day known or not."""
    if not hand.yes():
        return None
    return Period() if hand.yes(8) else around(hand)


# --- what the first mandate rests on ---------------------------------------------------------

_RULES = "rules"
_PROVISIONS = (
    ("2 kap. 9 §", "skollagen (2010:800)"),
    ("6 §", "lagen (1990:52) med särskilda bestämmelser om vård av unga"),
    ("6 kap. 39 §", "kommunallagen (2017:725)"),
    ("9 kap. 99 §", "kommunallagen (2017:725)"),
    ("2 kap. 10 § skollagen", None),
    ("ett lagrum som ingen känner", None),
)


def _by_council(hand: Hand) -> Ground:
    council = Body(
        id=BodyId(hand.id("council", 1)),
        name="fullmäktige",
        kind=BodyKind.COUNCIL,
        actor=ActorId(hand.id("municipality", 1)),
        period=_exists(hand),
    )
    rules = _document(hand, DocumentKind.RULES_OF_PROCEDURE)
    return {"granted_by": council.id, "basis": _written(rules)}, (council, rules)


def _by_state(hand: Hand) -> Ground:
    kind = hand.one((DocumentKind.ORDER_OF_WORK, DocumentKind.DELEGATION_ORDER))
    order = _document(hand, kind)
    return {"granted_by": hand.id("police", 1), "basis": _written(order)}, (order,)


def _by_owners(hand: Hand) -> Ground:
    """Draw a decision of a private or non-profit party's own."""
    body = post(hand, hand.one(("directors", "owners")), 9)
    resolution = Resolution(body=BodyId(body.id))
    basis = Basis(kind=BasisKind.POLITICAL_DECISION, resolution=resolution)
    return {"granted_by": body.id, "basis": basis}, (body,)


def _by_agreement(hand: Hand) -> Ground:
    pact = _document(hand, hand.one((DocumentKind.JOINT_AGREEMENT, DocumentKind.AGREEMENT)))
    return {"basis": attrs.evolve(_written(pact), kind=BasisKind.AGREEMENT)}, (pact,)


def _by_law(hand: Hand) -> Ground:
    ref, title = hand.one(_PROVISIONS)
    provision = Source(kind=SourceKind.LAW, ref=ref, title=title)
    basis = Basis(kind=BasisKind.LAW, provision=provision)
    return {"basis": basis, "kind": MandateKind.BY_LAW}, ()


def _document(hand: Hand, kind: DocumentKind) -> GoverningDocument:
    id_ = DocumentId(hand.id(_RULES, 1))
    return GoverningDocument(id=id_, name=_RULES, kind=kind, period=_exists(hand))


def _written(document: GoverningDocument) -> Basis:
    return Basis(kind=BasisKind.GOVERNING_DOCUMENT, document=document.id)


# --- the kinds of chain ----------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class Kind:
    """A kind of chain: on what it rests, through whom it can pass, and for what."""

    #: Draws what the first mandate rests on.
    ground: Callable[[Hand], Ground]
    #: The holders, from the first mandate's to whoever holds the last.
    paths: tuple[tuple[str, ...], ...]
    #: What can be asked.
    powers: tuple[Power, ...]


_QUIET = (Power.COORDINATE, Power.PREPARE, Power.GIVE_OPINION, Power.AGREE)

#: The kinds of chain, each as often as it stands here; the first is the simplest.
KINDS: tuple[Kind, ...] = (
    *(
        Kind(
            ground=_by_council,
            paths=(
                ("board", "head"),
                ("board", "head", "employee"),
                ("board", "committee"),
                ("board", "committee", "head", "employee"),
                ("board", "chair"),
                ("board",),
                ("board", "employee"),
                ("executive", "presidium", "chair"),
                ("board", "committee", "head"),
                ("board", "adviser"),
                ("board", NAMED),
            ),
            powers=(Power.DECIDE,),
        ),
    )
    * 5,
    Kind(
        ground=_by_council,
        paths=(
            ("board", "group"),
            ("board", "group", "adviser"),
            ("board", "steering", "group", "volunteer"),
            ("executive", "consultant"),
        ),
        powers=_QUIET,
    ),
    Kind(
        ground=_by_law,
        paths=(("teacher",), ("teacher", "deputy"), ("board", "group", "employee"), (NAMED,)),
        powers=(Power.DECIDE, Power.LEAD, Power.ALLOCATE),
    ),
    Kind(
        ground=_by_state,
        paths=(("chief",), ("chief", "officer"), ("chief", "officer", "deputy"), ("police",)),
        powers=(Power.DECIDE, Power.FOLLOW_UP),
    ),
    Kind(
        ground=_by_owners,
        paths=(
            ("volunteer",),
            ("directors",),
            ("directors", "volunteer"),
            ("owners", "consultant"),
        ),
        powers=(Power.DECIDE, Power.APPOINT),
    ),
    Kind(
        ground=_by_agreement,
        paths=(
            ("steering",),
            ("steering", "employee"),
            ("steering", "group"),
            ("steering", "group", "employee", "volunteer"),
        ),
        powers=_QUIET,
    ),
)
