"""Actors of a lawful world: the principals, those who take part, and what these are units of."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

import attrs

from samverkan_core.model.actor import Actor, ActorKind, Participation, Profession, Sector
from samverkan_core.model.common import Identifier, IdentifierSystem
from samverkan_core.reference.municipalities import county, known, municipalities
from samverkan_core.testing.lawful import words
from samverkan_core.testing.lawful.hand import Hand, Perhaps
from samverkan_core.values.identifiers import luhn
from samverkan_core.values.ids import ActorId

__all__ = ["Cast", "cast", "sector_of"]

#: Sectors other than the municipality's own.
_SECTORS: Mapping[ActorKind, Sector] = MappingProxyType(
    {
        ActorKind.STATE_AUTHORITY: Sector.STATE,
        ActorKind.POLICE: Sector.STATE,
        ActorKind.REGION: Sector.REGIONAL,
        ActorKind.PRIMARY_CARE: Sector.REGIONAL,
        ActorKind.CHILD_HEALTH_CENTRE: Sector.REGIONAL,
        ActorKind.MATERNAL_HEALTH_CENTRE: Sector.REGIONAL,
        ActorKind.CHILD_PSYCHIATRY: Sector.REGIONAL,
        ActorKind.ASSOCIATION: Sector.NON_PROFIT,
        ActorKind.OTHER: Sector.NON_PROFIT,
        ActorKind.COMPANY: Sector.PRIVATE,
    }
)
_NEEDED = (ActorKind.SCHOOL, ActorKind.SOCIAL_SERVICES)
_OTHERS = tuple(kind for kind in words.COMPETENCES if kind not in {*_NEEDED, ActorKind.OTHER})
_LARGER = ("Utbildningsförvaltningen", "Socialförvaltningen")


@attrs.frozen(kw_only=True)
class Cast:
    """Who is in a world."""

    #: The municipality, the first of the principals.
    municipality: Actor
    #: The other principals of the collaboration: a region, and what it was before.
    others: tuple[Actor, ...]
    #: Those who take part: a school, the social services and at least one more.
    units: tuple[Actor, ...]
    #: What the units belong to; these take no part themselves.
    larger: tuple[Actor, ...]

    @property
    def everyone(self) -> tuple[Actor, ...]:
        """All actors."""
        return (self.municipality, *self.others, *self.units, *self.larger)

    @property
    def principals(self) -> tuple[ActorId, ...]:
        """The ids of the principals of the collaboration."""
        return (self.municipality.id, *(actor.id for actor in self.others))

    @property
    def taking_part(self) -> tuple[ActorId, ...]:
        """The ids of those who take part."""
        return tuple(actor.id for actor in self.units)

    def of_kind(self, kind: ActorKind) -> ActorId:
        """Give the id of the first of those who take part that is of a kind."""
        return next(actor.id for actor in self.units if actor.kind is kind)


def sector_of(kind: ActorKind) -> Sector:
    """Say which sector an actor of a kind usually belongs to."""
    return _SECTORS.get(kind, Sector.MUNICIPAL)


def cast(hand: Hand, demanded: Sequence[ActorKind] = ()) -> Cast:
    """Draw who is in a world, of the kinds demanded at least one in force on its day.

    A municipality there always is.
    """
    name, codes = _place(hand)
    municipality = _municipality(hand, name, codes[:1])
    regional = ActorKind.REGION in demanded or hand.mostly()
    others = tuple(_regions(hand, codes[1:])) if regional else ()
    larger = tuple(_larger(hand, municipality))
    kinds = _kinds(hand, demanded)
    units = _units(hand, kinds, (municipality, *others), larger)
    if any(unit.kind is ActorKind.POLICE for unit in units) and hand.yes():
        larger = (*larger, _police_authority(hand))
        units = tuple(_under(unit, larger[-1]) for unit in units)
    return Cast(municipality=municipality, others=others, units=units, larger=larger)


def _place(hand: Hand) -> tuple[str, tuple[Identifier, ...]]:
    """Draw where the world is: its name, and the codes of municipality and county if known."""
    if not known(hand.at):
        return hand.one(words.MUNICIPALITIES), ()
    there = hand.one(municipalities(hand.at))
    systems = (IdentifierSystem.MUNICIPALITY_CODE, IdentifierSystem.COUNTY_CODE)
    codes = zip(systems, (there.code, there.county), strict=True)
    return there.name_sv, tuple(Identifier(system=s, value=code) for s, code in codes)


def _municipality(hand: Hand, name: str, codes: tuple[Identifier, ...]) -> Actor:
    also = (_other_number(hand),) if hand.yes() else ()
    return Actor(
        id=ActorId(hand.id("kommun", 1)),
        name=f"{name} kommun",
        kind=ActorKind.MUNICIPALITY,
        identifiers=(_organisation_number(hand, "212000"), *codes, *also),
        **hand.perhaps(
            sector=lambda: Sector.MUNICIPAL,
            **_time(hand, (f"{name} köping",)),
            **hand.beside(),
        ),
    )


def _regions(hand: Hand, codes: Sequence[Identifier]) -> Iterator[Actor]:
    """Draw the region and perhaps the county council whose place it took."""
    before = ActorId(hand.id("landsting", 1))
    successor = hand.mostly()
    names = tuple(row.name_sv for row in (county(code.value, hand.at) for code in codes) if row)
    yield Actor(
        id=ActorId(hand.id("region", 1)),
        name=f"Region {names[0] if names else 'Mellansverige'}",
        kind=ActorKind.REGION,
        sector=Sector.REGIONAL,
        identifiers=(*codes, _organisation_number(hand, "232100")),
        succeeds=(before,) if successor else (),
        **hand.perhaps(**_time(hand, ("Landstinget",)), **hand.beside()),
    )
    if successor:
        yield Actor(
            id=before,
            name="Landstinget",
            kind=ActorKind.REGION,
            period=hand.ended(),
            **hand.perhaps(**hand.beside()),
        )


def _larger(hand: Hand, municipality: Actor) -> Iterator[Actor]:
    """Draw the administrations that the school and the social services belong to, if any."""
    for number in range(hand.up_to(len(_LARGER))):
        yield Actor(
            id=ActorId(hand.id("förvaltning", number + 1)),
            name=_LARGER[number],
            kind=ActorKind.ADMINISTRATION,
            principal=municipality.id,
            **hand.perhaps(**_time(hand, ("Skolkontoret",)), **hand.beside()),
        )


def _police_authority(hand: Hand) -> Actor:
    return Actor(
        id=ActorId(hand.id("myndighet", 1)),
        name="Polismyndigheten",
        kind=ActorKind.STATE_AUTHORITY,
        **hand.perhaps(**hand.beside()),
    )


def _under(unit: Actor, authority: Actor) -> Actor:
    if unit.kind is not ActorKind.POLICE:
        return unit
    return attrs.evolve(unit, principal=authority.id)


def _kinds(hand: Hand, demanded: Sequence[ActorKind]) -> tuple[ActorKind, ...]:
    """Draw the kinds of those who take part, each of them once and three at least."""
    own = (ActorKind.OTHER,) if ActorKind.OTHER in demanded or hand.yes() else ()
    more = (*own, *(kind for kind in demanded if kind in _OTHERS))
    left = (kind for kind in _OTHERS if kind not in more)
    return (*_NEEDED, *more, *hand.some(left, 0 if more else 1, 3))


def _units(
    hand: Hand,
    kinds: Sequence[ActorKind],
    above: Sequence[Actor],
    larger: Sequence[Actor],
) -> tuple[Actor, ...]:
    sectors = (Sector.MUNICIPAL, Sector.REGIONAL)
    principals = {sector: actor.id for sector, actor in zip(sectors, above, strict=False)}
    # Each administration has a unit, so that it is no more than what its units belong to.
    homes = dict(zip(_NEEDED, (larger[0].id, larger[-1].id), strict=True)) if larger else {}
    return tuple(
        _unit(hand, number, kind, principals, homes.get(kind))
        for number, kind in enumerate(kinds, 1)
    )


def _unit(
    hand: Hand,
    number: int,
    kind: ActorKind,
    principals: Mapping[Sector, ActorId],
    home: ActorId | None,
) -> Actor:
    sector = sector_of(kind)
    fitting: dict[str, Perhaps] = {"sector": lambda: sector}
    if sector in principals:
        fitting["principal"] = lambda: principals[sector]
    if sector is not Sector.MUNICIPAL:
        fitting["participation"] = lambda: Participation.EXTERNAL
    return Actor(
        id=ActorId(hand.id("aktör", number)),
        name=words.ACTORS[kind],
        kind=kind,
        kind_name=hand.text(words.OWN_WORDS) if kind is ActorKind.OTHER else None,
        part_of=home,
        competences=_competences(hand, kind),
        contribution=hand.text(words.CONTRIBUTIONS),
        responsibility=hand.text(words.RESPONSIBILITIES),
        **hand.perhaps(
            **fitting,
            **_time(hand, ("Enheten för barn och unga",)),
            identifiers=(4, lambda: _identifiers(hand)),
            professions=(3, lambda: _professions(hand)),
            **hand.beside(6),
        ),
    )


def _competences(hand: Hand, kind: ActorKind) -> tuple[str, ...]:
    """Give a kind's own competence, and perhaps some that others have too."""
    shared = hand.texts(words.SKILLS, 2) if hand.yes() else ()
    return (words.COMPETENCES[kind], *shared)


def _professions(hand: Hand) -> tuple[Profession, ...]:
    """Draw one or two professions, each with what it can do."""
    return tuple(
        Profession(name=name, can_do=hand.texts(words.SKILLS, 2), **hand.kept_too())
        for name in hand.some(words.PROFESSIONS, 1, 2)
    )


def _time(hand: Hand, names: Sequence[str]) -> dict[str, Perhaps]:
    return {"period": hand.lasting, "names": (4, lambda: hand.former_names(names))}


def _identifiers(hand: Hand) -> tuple[Identifier, ...]:
    return (hand.one((_hsa_id, _other_number))(hand),)


def _organisation_number(hand: Hand, group: str) -> Identifier:
    value = _checked(hand, group)
    return Identifier(
        system=IdentifierSystem.ORGANISATION_NUMBER,
        value=f"{value[:6]}-{value[6:]}",
        **hand.kept_too(),
    )


def _hsa_id(hand: Hand) -> Identifier:
    value = f"SE{_checked(hand, '232100')}-E{hand.up_to(9999):04}"
    return Identifier(system=IdentifierSystem.HSA_ID, value=value, **hand.kept_too())


def _other_number(hand: Hand) -> Identifier:
    return Identifier(
        system=IdentifierSystem.OTHER,
        system_name=hand.text(words.OWN_WORDS),
        value=f"A{hand.up_to(9999)}",
        **hand.kept_too(),
    )


def _checked(hand: Hand, group: str) -> str:
    """Draw a number of ten digits whose last one is right."""
    digits = f"{group}{hand.up_to(999):03}"
    return next(digits + last for last in "0123456789" if luhn(digits + last))
