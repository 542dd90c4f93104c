"""Reasons that lie with the one who would act: appointment, office, body, disqualification."""

from collections.abc import Mapping

from samverkan_core.authority.question import RefusalCode
from samverkan_core.authority.reasons.reason import Reason, Words

__all__ = ["OF_HOLDERS"]

#: Reason that lies with who would act -> what is said of it.
OF_HOLDERS: Mapping[RefusalCode, Reason] = {
    RefusalCode.NO_SUCH_PERSON: Reason(
        sv=Words(
            message="{about} finns varken som person eller som organ i underlaget.",
            remedy=(
                "Den som frågar rättar sitt id, eller så för den som förvaltar dokumentet in "
                "personen eller organet."
            ),
        ),
        en=Words(
            message="{about} is neither a person nor a body of the document.",
            remedy=(
                "Whoever asks puts the id right, or whoever keeps the document enters the person "
                "or body."
            ),
        ),
    ),
    RefusalCode.NOT_APPOINTED: Reason(
        sv=Words(
            message="Den {at} har {who} ingen befattning och inget uppdrag att handla genom.",
            remedy=(
                "Den som tillsätter befattningen eller väljer till uppdraget fattar sitt beslut, "
                "och den som förvaltar dokumentet för in det (appointments)."
            ),
        ),
        en=Words(
            message="On {at} {who} has no office to act through.",
            remedy=(
                "Whoever appoints to the office decides, and whoever keeps the document enters it "
                "(appointments)."
            ),
        ),
    ),
    RefusalCode.APPOINTMENT_NOT_YET: Reason(
        sv=Words(
            message="Den {at} har {who} ännu inte tillträtt.",
            remedy=(
                "Den som har befattningen eller uppdraget till dess handlar; är platsen obesatt "
                "utses en ersättare av den som tillsätter den."
            ),
        ),
        en=Words(
            message="{who} has not yet taken office on {at}.",
            remedy=(
                "Whoever holds the office until then acts; where nobody does, whoever appoints "
                "names a substitute."
            ),
        ),
    ),
    RefusalCode.APPOINTMENT_ENDED: Reason(
        sv=Words(
            message="Den {at} hade {who} lämnat befattningen eller uppdraget.",
            remedy=(
                "Den som nu har befattningen eller uppdraget handlar; är platsen obesatt utses en "
                "efterträdare eller en ersättare av den som tillsätter den."
            ),
        ),
        en=Words(
            message="{who} had left the office by {at}.",
            remedy=(
                "Whoever holds the office now acts; where nobody does, whoever appoints names a "
                "successor or a substitute."
            ),
        ),
    ),
    RefusalCode.NO_MANDATE: Reason(
        sv=Words(
            message=(
                "Varken {who} eller någon roll som {who} har den {at} har fått en delegation, ett "
                "uppdrag eller behörighet enligt lag."
            ),
            remedy=(
                "Det organ som ärendet hör till handlar självt eller ger behörigheten genom "
                "beslut; en nämnd för in beslutanderätten i sin delegationsordning."
            ),
        ),
        en=Words(
            message=(
                "Neither {who} nor any office that {who} holds on {at} has been given a "
                "delegation, an assignment or a power by law."
            ),
            remedy=(
                "The body that the matter belongs to acts itself or gives the mandate by decision; "
                "a board enters the right to decide in its delegation order."
            ),
        ),
    ),
    RefusalCode.BODY_DECIDES: Reason(
        sv=Words(
            message="Behörigheten utövas av organet i dess helhet; {who} får inte utöva den ensam.",
            remedy=(
                "Ordföranden tar upp frågan vid organets nästa sammanträde; för brådskande ärenden "
                "kan en nämnd ge ordföranden eller en annan ledamot rätt att besluta."
            ),
        ),
        en=Words(
            message=(
                "The power is exercised by the body as a whole; {who} may not exercise it alone."
            ),
            remedy=(
                "The chair brings the question to the body's next meeting; for urgent matters a "
                "board may give the chair or another member the right to decide."
            ),
        ),
    ),
    RefusalCode.NOT_ELIGIBLE: Reason(
        sv=Words(
            message=(
                "Beslutanderätten får inte delegeras så här: delegaten är varken ett organ av "
                "förtroendevalda, en förtroendevald eller en anställd hos huvudmannen."
            ),
            remedy=(
                "Nämnden beslutar själv eller delegerar till ett utskott, ett presidium, en "
                "ledamot, en ersättare eller en anställd."
            ),
        ),
        en=Words(
            message=(
                "The right to decide may not be delegated like this: the delegate is neither a "
                "body of elected representatives, nor one of them, nor an employee of the "
                "principal."
            ),
            remedy=(
                "The board decides itself, or delegates to a committee, a presidium, a member of "
                "the board, a substitute for one, or an employee."
            ),
        ),
    ),
    RefusalCode.ORDINARY_IN_SERVICE: Reason(
        sv=Words(
            message="{who} är ersättare, och den som ersättaren går in för är i tjänst den {at}.",
            remedy=(
                "Den ordinarie handlar; är den ordinarie i själva verket borta för den som "
                "förvaltar dokumentet in frånvaron (absences)."
            ),
        ),
        en=Words(
            message="{who} is a substitute, and the one stood in for is in service on {at}.",
            remedy=(
                "The ordinary holder acts; where they are away in fact, whoever keeps the document "
                "enters the absence (absences)."
            ),
        ),
    ),
    RefusalCode.DISQUALIFIED: Reason(
        sv=Words(
            message="{who} är antecknad som jävig och får inte delta i handläggningen.",
            remedy=(
                "{who} lämnar ärendet till sin ersättare eller till någon annan behörig; finns "
                "ingen beslutar nämnden."
            ),
        ),
        en=Words(
            message="{who} is recorded as disqualified and may take no part in the handling.",
            remedy=(
                "{who} hands the matter to the substitute or to another who may; where there is "
                "none, the board decides."
            ),
        ),
    ),
}
