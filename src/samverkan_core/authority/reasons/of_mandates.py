"""Reasons that lie in a mandate, in the chain behind it, or in a law about the matter."""

from collections.abc import Mapping

from samverkan_core.authority.question import RefusalCode
from samverkan_core.authority.reasons.reason import Reason, Words

__all__ = ["OF_MANDATES"]

#: Reason that lies in a mandate or a law -> what is said of it.
OF_MANDATES: Mapping[RefusalCode, Reason] = {
    RefusalCode.POWER_MISSING: Reason(
        sv=Words(
            message="{about} ger inte rätt att {power}.",
            remedy=(
                "Den som har gett {about} gör det själv eller utvidgar behörigheten genom ett nytt "
                "beslut."
            ),
        ),
        en=Words(
            message="{about} gives no right to {power}.",
            remedy="Whoever gave {about} does so themselves, or widens it by a new decision.",
        ),
    ),
    RefusalCode.OUT_OF_SCOPE: Reason(
        sv=Words(
            message="{about} omfattar inte allt som frågan gäller.",
            remedy=(
                "{who} lämnar ärendet till den som har gett {about}, som handlar själv eller "
                "utvidgar omfattningen genom ett nytt beslut."
            ),
        ),
        en=Words(
            message="{about} does not cover all that the question is about.",
            remedy=(
                "{who} hands the matter to whoever gave {about}, who acts themselves or widens the "
                "scope by a new decision."
            ),
        ),
    ),
    RefusalCode.DELEGATION_TOO_WIDE: Reason(
        sv=Words(
            message=(
                "Delegationen går längre än den behörighet som den vilar på, och gäller inte i det "
                "överskjutande."
            ),
            remedy=(
                "Den som har delegerat begränsar delegationen till sin egen behörighet; ska den "
                "gälla fullt ut behöver den behörigheten först utvidgas av den som gav den."
            ),
        ),
        en=Words(
            message=(
                "The delegation goes further than the mandate that it rests on, and does not hold "
                "in the excess."
            ),
            remedy=(
                "Whoever delegated narrows the delegation to their own mandate; if it is to hold "
                "in full, that mandate must first be widened by whoever gave it."
            ),
        ),
    ),
    RefusalCode.NOT_YET_IN_FORCE: Reason(
        sv=Words(
            message="{about} har inte börjat gälla den {at}.",
            remedy=(
                "Den som har gett {about} handlar själv till dess, eller bestämmer en tidigare dag "
                "genom ett nytt beslut."
            ),
        ),
        en=Words(
            message="{about} is not yet in force on {at}.",
            remedy=(
                "Whoever gave {about} acts themselves until then, or sets an earlier day by a new "
                "decision."
            ),
        ),
    ),
    RefusalCode.EXPIRED: Reason(
        sv=Words(
            message=(
                "{about} gäller inte den {at}: tiden har gått ut, eller är skriven med sista dagen "
                "före den första."
            ),
            remedy=(
                "Den som har gett {about} handlar själv eller förlänger tiden genom ett nytt "
                "beslut."
            ),
        ),
        en=Words(
            message=(
                "{about} is not in force on {at}: its time is over, or is written with its last "
                "day before its first."
            ),
            remedy="Whoever gave {about} acts themselves, or extends the time by a new decision.",
        ),
    ),
    RefusalCode.REVOKED: Reason(
        sv=Words(
            message="{about} har återkallats och gäller inte den {at}.",
            remedy="Den som återkallade {about} handlar själv eller fattar ett nytt beslut.",
        ),
        en=Words(
            message="{about} has been revoked and does not hold on {at}.",
            remedy="Whoever revoked {about} acts themselves, or takes a new decision.",
        ),
    ),
    RefusalCode.CHAIN_BROKEN: Reason(
        sv=Words(
            message=(
                "Kedjan går inte att följa förbi {about}: nästa led finns inte i underlaget, eller "
                "så går kedjan i ring."
            ),
            remedy=(
                "Den som förvaltar dokumentet rättar vilken behörighet delegationen vilar på "
                "(parent); finns ingen sådan beslutar nämnden om en ny delegation."
            ),
        ),
        en=Words(
            message=(
                "The chain cannot be followed past {about}: the next link is not in the document, "
                "or the chain runs in a ring."
            ),
            remedy=(
                "Whoever keeps the document puts right which mandate the delegation rests on "
                "(parent); where there is none, the board decides on a new delegation."
            ),
        ),
    ),
    RefusalCode.WRONG_DELEGATOR: Reason(
        sv=Words(
            message=(
                "{about} har getts av någon annan än den som har den behörighet som delegerats."
            ),
            remedy=(
                "Den som har behörigheten handlar själv eller fattar ett eget delegationsbeslut."
            ),
        ),
        en=Words(
            message=(
                "{about} was given by somebody else than the one who holds the mandate delegated."
            ),
            remedy=(
                "Whoever holds that mandate acts themselves, or decides on a delegation of their "
                "own."
            ),
        ),
    ),
    RefusalCode.SUBDELEGATION_NOT_GRANTED: Reason(
        sv=Words(
            message=(
                "Delegationen saknar stöd: rätten att vidaredelegera är inte given, eller räcker "
                "inte till detta led."
            ),
            remedy=(
                "Den som har den ursprungliga behörigheten delegerar direkt till befattningen; en "
                "nämnd kan också ge förvaltningschefen rätt att vidaredelegera i ett led."
            ),
        ),
        en=Words(
            message=(
                "The delegation lacks support: the right to delegate further is not given, or does "
                "not reach this link."
            ),
            remedy=(
                "Whoever has the original mandate delegates straight to the office; a board may "
                "also give the head of administration the right to delegate one step further."
            ),
        ),
    ),
    RefusalCode.NO_LEGAL_ROOT: Reason(
        sv=Words(
            message=(
                "Kedjan slutar i {about}, som den {at} inte vilar på lag, reglemente, "
                "arbetsordning eller annan rättslig grund som räcker."
            ),
            remedy=(
                "Fullmäktige, eller det högsta organet hos en annan huvudman, fattar det beslut "
                "som saknas; finns beslutet redan anger den som förvaltar samverkansdokumentet det "
                "(basis)."
            ),
        ),
        en=Words(
            message=(
                "The chain ends in {about}, which on {at} rests on no law, rules of procedure, "
                "order of work or other legal ground that is enough."
            ),
            remedy=(
                "The council, or elsewhere the highest body, takes the decision that is lacking; "
                "where there is one, whoever keeps the document states it (basis)."
            ),
        ),
    ),
    RefusalCode.GRANTOR_ENDED: Reason(
        sv=Words(
            message=(
                "Det organ som gav behörigheten finns inte den {at}, och inget organ som trätt i "
                "dess ställe har tagit över den genom beslut."
            ),
            remedy=(
                "Den nämnd som har tagit över uppgifterna beslutar om en egen delegationsordning, "
                "och den som förvaltar samverkansdokumentet anger övergången (succeeds, "
                "decided_by)."
            ),
        ),
        en=Words(
            message=(
                "The body that gave the mandate does not exist on {at}, and no body that took its "
                "place has taken it over by decision."
            ),
            remedy=(
                "The board that took over the tasks decides on a delegation order of its own, and "
                "whoever keeps the document states the change (succeeds, decided_by)."
            ),
        ),
    ),
    RefusalCode.DELEGATION_PROHIBITED: Reason(
        sv=Words(
            message=(
                "Beslutanderätten får inte delegeras så här: ärendet är undantaget från "
                "delegation, eller så ska flera delegater besluta gemensamt."
            ),
            remedy=(
                "Nämnden beslutar själv; ska flera besluta gemensamt delegerar nämnden i stället "
                "till ett utskott eller till var och en för sig."
            ),
        ),
        en=Words(
            message=(
                "The right to decide may not be delegated like this: the matter is excepted from "
                "delegation, or several delegates are to decide jointly."
            ),
            remedy=(
                "The board decides itself; where several are to decide jointly, it delegates to a "
                "committee instead, or to each alone."
            ),
        ),
    ),
    RefusalCode.COMMITTEE_ONLY: Reason(
        sv=Words(
            message="I ärendet {about} får nämnden delegera beslutanderätten endast till utskott.",
            remedy=(
                "Utskottet beslutar om nämnden har delegerat dit; annars beslutar nämnden själv."
            ),
        ),
        en=Words(
            message="In matter {about} the board may delegate its right to a committee only.",
            remedy=(
                "The committee decides where the board has delegated to it; otherwise the board "
                "decides itself."
            ),
        ),
    ),
    RefusalCode.COUNCIL_ONLY: Reason(
        sv=Words(
            message="I ärendet {about} är det fullmäktige som beslutar.",
            remedy=(
                "Nämnden bereder ärendet och lämnar sitt förslag genom styrelsen till fullmäktige."
            ),
        ),
        en=Words(
            message="In matter {about} it is the council that decides.",
            remedy=(
                "The board prepares the matter and submits its proposal through the executive "
                "board to the council."
            ),
        ),
    ),
    RefusalCode.NOT_URGENT: Reason(
        sv=Words(
            message=(
                "{about} gäller endast brådskande ärenden, och frågan gäller inte enbart ärenden "
                "som är antecknade som brådskande."
            ),
            remedy=(
                "Nämnden beslutar vid sitt nästa sammanträde; bedömer den som har {about} att "
                "nämndens beslut inte kan avvaktas, antecknas ärendet som brådskande (urgent)."
            ),
        ),
        en=Words(
            message=(
                "{about} holds in urgent matters only, and the question is not about matters that "
                "are all recorded as urgent."
            ),
            remedy=(
                "The board decides at its next meeting; where the holder of {about} judges that "
                "the board's decision cannot be awaited, the matter is recorded as urgent (urgent)."
            ),
        ),
    ),
}
