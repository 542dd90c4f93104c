"""What is asked, and the closed set of reasons for which the answer can be no."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

import attrs

from samverkan_core.model.mandate import Power, Scope
from samverkan_core.values.labels import Labelled
from samverkan_core.values.source import Source

__all__ = ["Caveat", "Question", "Refusal", "RefusalCode"]


@attrs.frozen(kw_only=True)
class Question:
    """Whether somebody may do something, about something, on a day (behörighetsfråga)."""

    #: The id of the person or body that would act.
    who: str
    #: What they would do.
    power: Power
    #: What it is about; a dimension that is absent is meant in full.
    on: Scope
    #: The day on which they would act.
    at: dt.date


class RefusalCode(Labelled):
    """Why somebody may not, in the words of a jurist."""

    NO_SUCH_PERSON = (
        "no_such_person",
        "Finns inte i underlaget",
        "Is not in the document",
    )
    NOT_APPOINTED = ("not_appointed", "Saknar befattning eller uppdrag", "Holds no office")
    APPOINTMENT_NOT_YET = ("appointment_not_yet", "Har inte tillträtt", "Has not taken office")
    APPOINTMENT_ENDED = ("appointment_ended", "Har lämnat uppdraget", "Has left the office")
    NO_MANDATE = (
        "no_mandate",
        "Har inte fått någon behörighet",
        "Has been given no mandate",
    )
    POWER_MISSING = ("power_missing", "Befogenheten ingår inte", "The power is not included")
    OUT_OF_SCOPE = ("out_of_scope", "Ärendet omfattas inte", "The matter is not covered")
    DELEGATION_TOO_WIDE = (
        "delegation_too_wide",
        "Går utöver delegationen",
        "Goes beyond what was delegated",
    )
    NOT_YET_IN_FORCE = ("not_yet_in_force", "Har inte börjat gälla", "Is not yet in force")
    EXPIRED = ("expired", "Har upphört att gälla", "Is no longer in force")
    REVOKED = ("revoked", "Återkallad", "Revoked")
    CHAIN_BROKEN = (
        "chain_broken",
        "Delegationskedjan är bruten",
        "The chain of delegation is broken",
    )
    WRONG_DELEGATOR = (
        "wrong_delegator",
        "Delegerad av obehörig",
        "Delegated by somebody without the right to",
    )
    SUBDELEGATION_NOT_GRANTED = (
        "subdelegation_not_granted",
        "Rätt att vidaredelegera saknas",
        "There is no right to delegate further",
    )
    NO_LEGAL_ROOT = ("no_legal_root", "Saknar rättslig grund", "Has no legal ground")
    GRANTOR_ENDED = (
        "grantor_ended",
        "Gavs av ett organ som har upphört",
        "Was given by a body that has ceased",
    )
    DELEGATION_PROHIBITED = (
        "delegation_prohibited",
        "Delegeringsförbud",
        "May not be delegated by law",
    )
    COMMITTEE_ONLY = (
        "committee_only",
        "Får delegeras endast till utskott",
        "May be delegated to a committee only",
    )
    COUNCIL_ONLY = ("council_only", "Fullmäktige beslutar", "The council decides")
    BODY_DECIDES = (
        "body_decides",
        "Organet beslutar, inte enskild ledamot",
        "The body decides, no single member",
    )
    NOT_ELIGIBLE = ("not_eligible", "Får inte vara delegat", "May not be delegated to")
    ORDINARY_IN_SERVICE = (
        "ordinary_in_service",
        "Ordinarie är i tjänst",
        "The ordinary holder is in service",
    )
    DISQUALIFIED = ("disqualified", "Jävig", "Disqualified")
    NOT_URGENT = ("not_urgent", "Inte brådskande", "Not urgent")

    @property
    def rank(self) -> int:
        """Where it stands in the set, from 0."""
        return _RANKS[self]


_RANKS: Mapping[RefusalCode, int] = MappingProxyType(
    {code: rank for rank, code in enumerate(RefusalCode)}
)


@attrs.frozen(kw_only=True)
class Refusal:
    """One reason why somebody may not, and the thing in which it lies (hinder)."""

    #: The reason.
    code: RefusalCode
    #: The id of the appointment, mandate, body, matter or person in which it lies.
    about: str
    #: The provision that it rests on, where it is one.
    rests_on: Source | None = None


@attrs.frozen(kw_only=True)
class Caveat:
    """What may stand in the way though nothing is refused: nobody has read the provision."""

    #: What it would mean if it held.
    code: RefusalCode
    #: The id of the thing in which it lies.
    about: str
    #: The provision that nobody has read, or whose days are not certain.
    rests_on: Source
