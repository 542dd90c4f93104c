"""Rules about councils, networks and groups: how they came to be, who sits there, their home."""

from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.model.actor import Actor, ActorKind
from samverkan_core.model.body import Body, BodyKind, Seat, SeatCategory
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.common import lineage
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule

__all__ = [
    "category_missing",
    "council_decision_missing",
    "home_missing",
    "lead_not_shared",
    "network_of_one_actor",
]

#: The services that lead a support group together (row AT-11).
_LEADING_KINDS = (ActorKind.SCHOOL, ActorKind.SOCIAL_SERVICES)
#: How many actors make a network reach across administrations (row SB-63).
_FEWEST_ACTORS = 2


@rule(
    "BOD006",
    Severity.ERROR,
    Pillar.STEERING,
    Force.SEED,
    reads=("bodies",),
    sources=seed("SB-58"),
    sv=Texts(
        message="För barnrådet {council} anges inget beslut om att inrätta det.",
        why=(
            "Barnrådet hämtar sin ställning ur ett politiskt beslut. Utan det behöver ingen "
            "invänta rådets synpunkter."
        ),
        remedy=(
            "Kommunfullmäktige eller den nämnd som rådet hör till beslutar om rådet; den som "
            "förvaltar dokumentet för in beslutet i decided_by."
        ),
    ),
    en=Texts(
        message="No decision to set up council {council} is stated.",
        why=(
            "The council for children's matters draws its standing from a political decision. "
            "Without one nobody needs to wait for its opinion."
        ),
        remedy=(
            "The municipal council or the board that the council belongs to decides on it; "
            "whoever keeps the document enters the decision in decided_by."
        ),
    ),
)
def council_decision_missing(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each council for children's matters for the decision that set it up."""
    for council in _of_kind(view, BodyKind.CHILDRENS_COUNCIL):
        if council.decided_by is None:
            yield Breach(view.place(council), council.id, council=council.id)


@rule(
    "BOD007",
    Severity.ERROR,
    Pillar.STEERING,
    Force.SEED,
    reads=("bodies",),
    parameters=("compositions",),
    sources=seed("SB-59"),
    words=(("kind", BodyKind), ("missing", SeatCategory)),
    sv=Texts(
        message="Organet {body} ({kind}) saknar plats för: {missing}.",
        why=(
            "Ett barnråd ska förena politiskt ansvar, kunskap ur verksamheterna och "
            "intresseorganisationernas erfarenhet; den lokala modellen säger vilka som möts i "
            "andra organ. Saknas någon av dem blir frågorna ensidigt "
            "belysta."
        ),
        remedy=(
            "Den som har inrättat organet utser ledamöter ur varje kategori; den som förvaltar "
            "dokumentet anger category för organets platser i seats."
        ),
    ),
    en=Texts(
        message="Body {body} ({kind}) has no seat for: {missing}.",
        why=(
            "A council for children's matters is to join political responsibility, knowledge from "
            "the services and the experience of interest organisations; the local model says who "
            "meets in other bodies. Where one is missing, questions are seen from one side only."
        ),
        remedy=(
            "Whoever set up the body appoints members of each category; whoever keeps the "
            "document states category for the body's seats in seats."
        ),
    ),
)
def category_missing(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask each body whose composition the local model states for members in all capacities."""
    for composition in asked.parameters.compositions:
        for body in _of_kind(view, composition.kind):
            found = {seat.category for seat in body.seats}
            wanted = dict.fromkeys(composition.categories)
            missing = tuple(one.code for one in wanted if one not in found)
            if not body.seats:
                yield Unjudged(body.id, "seats")
            elif missing and None in found:
                yield Unjudged(body.id, "seats.category")
            elif missing:
                place, kind = view.place(body, "seats"), body.kind.code
                yield Breach(place, body.id, body=body.id, kind=kind, missing=missing)


@rule(
    "BOD008",
    Severity.WARNING,
    Pillar.SHARED_VIEW,
    Force.SEED,
    reads=("bodies", "actors"),
    sources=seed("SB-63"),
    sv=Texts(
        message=(
            "Barnrättsnätverket {network} har bara platser för aktören {actor}; minst två aktörer "
            "ska vara med."
        ),
        why=(
            "Barnets rättigheter berör alla verksamheter. Ett nätverk inom en enda av dem sprider "
            "varken kunskap eller arbetssätt till de andra."
        ),
        remedy=(
            "Samverkansledaren bjuder in fler förvaltningar; den som förvaltar dokumentet anger "
            "dem i on_behalf_of för nätverkets platser."
        ),
    ),
    en=Texts(
        message=(
            "Child-rights network {network} has seats for actor {actor} only; at least two actors "
            "are to take part."
        ),
        why=(
            "The rights of the child concern every service. A network within a single one "
            "spreads neither knowledge nor ways of working to the others."
        ),
        remedy=(
            "The collaboration leader invites more administrations; whoever keeps the document "
            "names them in on_behalf_of of the network's seats."
        ),
    ),
)
def network_of_one_actor(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask whether each child-rights network reaches beyond a single actor."""
    for network in _of_kind(view, BodyKind.CHILD_RIGHTS_NETWORK):
        seated = _seated(view, network.seats)
        actors = {actor.id for actor in seated if actor is not None}
        if not seated:
            yield Unjudged(network.id, "seats")
        elif len(actors) < _FEWEST_ACTORS and None in seated:
            yield Unjudged(network.id, "seats.on_behalf_of")
        elif len(actors) < _FEWEST_ACTORS:
            place = view.place(network, "seats")
            yield Breach(place, network.id, network=network.id, actor=actors.pop())


@rule(
    "BOD009",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("bodies",),
    sources=seed("SB-44"),
    words=(("kind", BodyKind),),
    sv=Texts(
        message=(
            "Organet {body} ({kind}) saknar hemvist: varken aktör eller överordnat organ anges."
        ),
        why=(
            "En grupp som inte hör till någon ordinarie organisation blir lätt ett sidoprojekt, "
            "och ingen svarar för den när intresset falnar."
        ),
        remedy=(
            "Styrgruppen enas om var organet hör hemma; den som förvaltar dokumentet anger "
            "förvaltningen i actor eller det överordnade organet i part_of."
        ),
    ),
    en=Texts(
        message="Body {body} ({kind}) has no home: neither actor nor part_of is stated.",
        why=(
            "A group that belongs to no ordinary organisation easily becomes a side project, and "
            "nobody answers for it when interest fades."
        ),
        remedy=(
            "The steering group agrees on where the body belongs; whoever keeps the document names "
            "the administration in actor or the superior body in part_of."
        ),
    ),
)
def home_missing(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each body whose members are not elected for the organisation that it belongs to."""
    for body in view.bodies:
        if not body.is_elected and body.actor is None and body.part_of is None:
            yield Breach(view.place(body), body.id, body=body.id, kind=body.kind.code)


@rule(
    "BOD010",
    Severity.ERROR,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("bodies", "actors"),
    sources=seed("AT-11"),
    words=(("missing", ActorKind),),
    sv=Texts(
        message=(
            "Stödgruppen {group} saknar ledare från {missing}; skola och socialtjänst ska leda "
            "den tillsammans."
        ),
        why=(
            "Barnen i gruppen behöver både skolans och socialtjänstens kunskap. När ledningen är "
            "gemensam tar båda ansvar för att stödet håller i sig."
        ),
        remedy=(
            "Rektorn och chefen för socialtjänsten utser var sin ledare; den som förvaltar "
            "dokumentet anger leads och on_behalf_of för deras platser."
        ),
    ),
    en=Texts(
        message=(
            "Support group {group} has no leader from {missing}; school and social services are "
            "to lead it together."
        ),
        why=(
            "The children in the group need what both school and social services know. Where "
            "both lead, both answer for support that lasts."
        ),
        remedy=(
            "The head teacher and the head of social services each appoint a leader; whoever "
            "keeps the document states leads and on_behalf_of for their seats."
        ),
    ),
)
def lead_not_shared(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each support group for a leader from school and one from social services."""
    for group in _of_kind(view, BodyKind.SUPPORT_GROUP):
        leaders = _seated(view, tuple(seat for seat in group.seats if seat.leads))
        kinds = {kind for leader in leaders for kind in _kinds(view, leader)}
        missing = tuple(kind.code for kind in _LEADING_KINDS if kind not in kinds)
        if not group.seats:
            yield Unjudged(group.id, "seats")
        elif missing and None in leaders:
            yield Unjudged(group.id, "seats.on_behalf_of")
        elif missing:
            yield Breach(view.place(group, "seats"), group.id, group=group.id, missing=missing)


def _of_kind(view: View, kind: BodyKind) -> tuple[Body, ...]:
    return tuple(body for body in view.bodies if body.kind is kind)


def _seated(view: View, seats: tuple[Seat, ...]) -> tuple[Actor | None, ...]:
    """Give the actor of each seat; None where it is not stated or not in the document."""
    return tuple(view.actors.get(seat.on_behalf_of) for seat in seats)


def _kinds(view: View, actor: Actor | None) -> set[ActorKind]:
    """Give the kinds of an actor and of all that it is part of: a unit speaks for the whole."""
    above = () if actor is None else lineage(view, actor)
    known = (view.actors.get(id_) for id_ in above)
    return {larger.kind for larger in known if larger is not None}
