"""A rule about those who sit in a council for children's matters: for which competence."""

from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.model.body import BodyKind, Seat, SeatCategory
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule

__all__ = ["competence_not_stated"]


@rule(
    "BOD050",
    Severity.INFO,
    Pillar.STRUCTURE,
    Force.SEED,
    reads=("bodies",),
    sources=seed("SB-102"),
    sv=Texts(
        message=(
            "Plats {number} i {body} är till för en intresseorganisation, men det framgår inte "
            "vilken kompetens den bidrar med."
        ),
        why=(
            "Intresseorganisationerna sitter i barnrådet för sin specialkompetens om barn och "
            "unga. Den som inte vet vilken den är vet inte vad rådet kan fråga om."
        ),
        remedy=(
            "Intresseorganisationen beskriver vilken specialkompetens den bidrar med; den som "
            "förvaltar dokumentet för in det i competence för platsen."
        ),
    ),
    en=Texts(
        message=(
            "Seat {number} in {body} is for an interest organisation, but it does not say which "
            "competence that one brings."
        ),
        why=(
            "Interest organisations sit in the council for their special competence in questions "
            "of children. Whoever does not know which that is does not know what to ask them."
        ),
        remedy=(
            "The interest organisation describes the special competence that it brings; whoever "
            "keeps the document enters it in competence of the seat."
        ),
    ),
)
def competence_not_stated(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask in each council the seats of interest organisations for their special competence."""
    for body in view.bodies:
        if body.kind is not BodyKind.CHILDRENS_COUNCIL:
            continue
        if not any(_is_of_interest(seat) for seat in body.seats):
            yield Unjudged(body.id, "seats")
        for position, seat in enumerate(body.seats):
            if _is_of_interest(seat) and seat.competence is None:
                place = view.place(body, "seats", position)
                yield Breach(place, body.id, body=body.id, number=position + 1)


def _is_of_interest(seat: Seat) -> bool:
    return seat.category is SeatCategory.INTEREST_ORGANISATION
