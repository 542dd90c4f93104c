"""On what ground a fact about a child might be passed on between services: where to begin looking.

**A candidate is no permission.** The table says which provisions a lawyer would try, and nothing
about whether they open secrecy in the case at hand; that is tried there, fact by fact, by whoever
keeps the fact. Where there is no candidate, it does not follow that there is none at all.

It speaks of public services. A private provider of care or schooling is bound by other acts (6 kap.
12 § patientsäkerhetslagen, 17 kap. socialtjänstlagen), and what a provision asks for stands in the
words of its row: `law.duty`.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

import attrs

from samverkan_core.reference.laws import Law, law_at
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.labels import Labelled

__all__ = ["Candidate", "Keeper", "Receiver", "candidate_grounds", "secrecy_of"]


class Keeper(Labelled):
    """Who keeps a fact under secrecy."""

    SOCIAL_SERVICES = ("social_services", "socialtjänsten", "social services")
    HEALTH_CARE = ("health_care", "hälso- och sjukvården", "health care")
    PUPIL_HEALTH = (
        "pupil_health",
        "psykologisk, psykosocial och specialpedagogisk elevhälsa",
        "psychological, psychosocial and special-education pupil health",
    )
    SCHOOL = ("school", "skolans övriga elevstöd", "other pupil support at school")
    PRESCHOOL = ("preschool", "förskolan", "preschool")
    POLICE = ("police", "polisen", "police")


class Receiver(Labelled):
    """Who would learn of it."""

    SOCIAL_SERVICES = ("social_services", "socialtjänsten", "social services")
    HEALTH_CARE = ("health_care", "hälso- och sjukvården", "health care")
    SCHOOL = ("school", "skolan", "school")
    POLICE = ("police", "polisen", "police")


@attrs.frozen(kw_only=True)
class Candidate:
    """A provision that may be a ground for passing a fact on (tänkbar grund), and no more."""

    #: The provision, in the wording of the day; `law.duty` says what it asks for.
    law: Law
    #: Whether the child surely is of an age that it is for; None where it may or may not be.
    of_age: bool | None
    #: Whether the text was read for the day, and its days are stated in a source.
    read: bool


def candidate_grounds(
    keeper: Keeper, receiver: Receiver, day: date, ages: AgeBand | None = None
) -> tuple[Candidate, ...]:
    """Give the provisions that might let a keeper pass a fact about a child on to a receiver.

    `ages` is what the child's age may be; a provision for younger ones only is then left out.

    >>> young, day = AgeBand(from_age=12, to_age=17), date(2026, 4, 25)
    >>> found = candidate_grounds(Keeper.SOCIAL_SERVICES, Receiver.HEALTH_CARE, day, young)
    >>> [one.law.cite() for one in found]
    ['26 kap. 9 § offentlighets- och sekretesslagen (2009:400)']
    """
    found = (law_at(id_, day) for id_ in _GROUNDS.get((keeper, receiver), ()))
    rows = tuple(dict.fromkeys(row for row in found if row is not None))
    return tuple(
        Candidate(law=row, of_age=of_age, read=row.verified_on(day))
        for row in rows
        if (of_age := _is_of_age(row, ages)) is not False
    )


def secrecy_of(keeper: Keeper, day: date) -> Law | None:
    """Give the provision by which a keeper's facts are secret on a day; None where not known."""
    return law_at(_SECRECY[keeper], day)


def _is_of_age(row: Law, ages: AgeBand | None) -> bool | None:
    """Tell whether a provision is for a child of such an age."""
    limit = _BELOW.get(row.id.partition(".v")[0])
    if limit is None:
        return True
    if ages is None:
        return None
    found = {age < limit for age in (ages.from_age, ages.to_age)}
    return found.pop() if len(found) == 1 else None


#: Provisions about those under an age only, in whole years; no wording of each told apart.
_BELOW: Mapping[str, int] = MappingProxyType(
    {
        **dict.fromkeys(("se.osl.25-12", "se.osl.26-9", "se.osl.10-20"), 18),
        **dict.fromkeys(("se.sol2025.19-1", "se.sol2025.20-6", "se.sol2001.14-1"), 18),
        "se.osl.10-18a": 21,
    }
)
_SECRECY: Mapping[Keeper, str] = MappingProxyType(
    {
        Keeper.SOCIAL_SERVICES: "se.osl.26-1",
        Keeper.HEALTH_CARE: "se.osl.25-1",
        Keeper.PUPIL_HEALTH: "se.osl.23-2",
        Keeper.SCHOOL: "se.osl.23-2",
        Keeper.PRESCHOOL: "se.osl.23-1",
        Keeper.POLICE: "se.osl.35-1",
    }
)
#: The duties to report and to give what an inquiry needs, in the act of 2025 and the one before.
_DUTIES = ("se.sol2025.19-1", "se.sol2025.20-6", "se.sol2001.14-1")
_REPORT = ("se.sol2025.19-1", "se.sol2001.14-1")
_CONSENT = "se.osl.12-2"
#: The general clause and the one on crime: neither opens the secrecy of health care.
_CLAUSE, _CRIME = "se.osl.10-27", "se.osl.10-15a"

_GROUNDS: Mapping[tuple[Keeper, Receiver], tuple[str, ...]] = MappingProxyType(
    {
        (Keeper.SOCIAL_SERVICES, Receiver.SOCIAL_SERVICES): ("se.osl.26-9",),
        (Keeper.SOCIAL_SERVICES, Receiver.HEALTH_CARE): ("se.osl.26-9",),
        (Keeper.SOCIAL_SERVICES, Receiver.SCHOOL): (_CONSENT, "se.osl.10-2"),
        (Keeper.SOCIAL_SERVICES, Receiver.POLICE): (
            "se.osl.10-18a",
            "se.osl.10-20",
            _CRIME,
            "se.lub.4",
        ),
        (Keeper.HEALTH_CARE, Receiver.SOCIAL_SERVICES): ("se.osl.25-12", *_DUTIES),
        (Keeper.HEALTH_CARE, Receiver.HEALTH_CARE): ("se.osl.25-12",),
        (Keeper.HEALTH_CARE, Receiver.SCHOOL): (_CONSENT,),
        (Keeper.PUPIL_HEALTH, Receiver.SOCIAL_SERVICES): (*_DUTIES, _CONSENT),
        (Keeper.PUPIL_HEALTH, Receiver.HEALTH_CARE): (_CONSENT,),
        (Keeper.PUPIL_HEALTH, Receiver.POLICE): (_CRIME, _CLAUSE),
        (Keeper.SCHOOL, Receiver.SOCIAL_SERVICES): (*_DUTIES, _CLAUSE),
        (Keeper.SCHOOL, Receiver.HEALTH_CARE): (_CLAUSE,),
        (Keeper.SCHOOL, Receiver.POLICE): (_CRIME, _CLAUSE),
        (Keeper.PRESCHOOL, Receiver.SOCIAL_SERVICES): (*_DUTIES, _CONSENT),
        (Keeper.PRESCHOOL, Receiver.HEALTH_CARE): (_CONSENT, _CLAUSE),
        (Keeper.PRESCHOOL, Receiver.SCHOOL): (_CONSENT,),
        (Keeper.PRESCHOOL, Receiver.POLICE): (_CRIME, _CLAUSE),
        (Keeper.POLICE, Receiver.SOCIAL_SERVICES): ("se.polis.6", *_REPORT),
        (Keeper.POLICE, Receiver.HEALTH_CARE): (_CLAUSE,),
        (Keeper.POLICE, Receiver.SCHOOL): (_CLAUSE,),
    }
)
