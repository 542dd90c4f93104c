"""What stands in the way of a delegated decision, as clauses of a sentence about it."""

from samverkan_core.values.labels import Labelled

__all__ = ["Hindrance"]


class Hindrance(Labelled):
    """Why a decision lacks support: each reason for which somebody may not, as a clause."""

    NO_SUCH_PERSON = (
        "no_such_person",
        "delegaten finns inte i underlaget",
        "the delegate is not in the document",
    )
    NOT_APPOINTED = (
        "not_appointed",
        "delegaten saknade befattning eller uppdrag",
        "the delegate held no office",
    )
    APPOINTMENT_NOT_YET = (
        "appointment_not_yet",
        "delegaten hade inte tillträtt",
        "the delegate had not taken office",
    )
    APPOINTMENT_ENDED = (
        "appointment_ended",
        "delegaten hade lämnat uppdraget",
        "the delegate had left the office",
    )
    NO_MANDATE = (
        "no_mandate",
        "delegaten hade inte fått någon behörighet",
        "the delegate had been given no mandate",
    )
    POWER_MISSING = (
        "power_missing",
        "behörigheten omfattade inte befogenheten",
        "the power is not included",
    )
    OUT_OF_SCOPE = (
        "out_of_scope",
        "behörigheten omfattade inte ärendet",
        "the matter is not covered",
    )
    DELEGATION_TOO_WIDE = (
        "delegation_too_wide",
        "delegationen går längre än den delegation som den vilar på",
        "the delegation goes beyond the one that it rests on",
    )
    NOT_YET_IN_FORCE = (
        "not_yet_in_force",
        "behörigheten hade inte börjat gälla",
        "the mandate was not yet in force",
    )
    EXPIRED = (
        "expired",
        "behörigheten hade upphört att gälla",
        "the mandate was no longer in force",
    )
    REVOKED = ("revoked", "behörigheten var återkallad", "the mandate was revoked")
    CHAIN_BROKEN = (
        "chain_broken",
        "delegationskedjan var bruten",
        "the chain of delegation is broken",
    )
    WRONG_DELEGATOR = (
        "wrong_delegator",
        "delegationen gavs av någon som saknade rätt till det",
        "the delegation was given by somebody without the right to",
    )
    SUBDELEGATION_NOT_GRANTED = (
        "subdelegation_not_granted",
        "rätt att vidaredelegera saknades",
        "there was no right to delegate further",
    )
    NO_LEGAL_ROOT = (
        "no_legal_root",
        "behörigheten saknade rättslig grund",
        "the mandate has no legal ground",
    )
    GRANTOR_ENDED = (
        "grantor_ended",
        "det organ som gav behörigheten hade upphört",
        "the body that gave the mandate had ceased",
    )
    DELEGATION_PROHIBITED = (
        "delegation_prohibited",
        "beslutanderätten får inte delegeras på det sättet",
        "the right to decide may not be so delegated",
    )
    COMMITTEE_ONLY = (
        "committee_only",
        "ärendet får delegeras endast till utskott",
        "the matter may be delegated to a committee only",
    )
    COUNCIL_ONLY = (
        "council_only",
        "ärendet ska avgöras av fullmäktige",
        "the matter is the council's",
    )
    BODY_DECIDES = (
        "body_decides",
        "organet beslutar som helhet, inte en enskild ledamot",
        "the body decides, no single member",
    )
    NOT_ELIGIBLE = (
        "not_eligible",
        "nämnden får inte delegera till en sådan mottagare",
        "the board may not delegate to such a holder",
    )
    ORDINARY_IN_SERVICE = (
        "ordinary_in_service",
        "ordinarie befattningshavare var i tjänst",
        "the ordinary holder was in service",
    )
    DISQUALIFIED = ("disqualified", "delegaten var jävig", "the delegate was disqualified")
    NOT_URGENT = ("not_urgent", "ärendet var inte brådskande", "the matter was not urgent")
