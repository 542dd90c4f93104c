"""A rule about circulars: number, registry number and day, by which others can find them."""

import re
from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.model.document import GoverningDocument
from samverkan_core.rules.rule import Asked, Breach, Outcome, rule
from samverkan_core.values.labels import Labelled

__all__ = ["circular_unclear"]

#: The year is written with four digits or, in later circulars, with two.
_NUMBER = re.compile(r"(?:[0-9]{4}|[0-9]{2}):[0-9]+")
#: A registry number begins with the letters of a board where there are several registries.
_REGISTRY_NUMBER = re.compile(r"(?:\S+ )?(?:[0-9]{4}|[0-9]{2})/[0-9]+")


class Mark(Labelled):
    """What a circular is found by (row KF-01)."""

    NUMBER = (
        "number",
        "ett cirkulärnummer som 1997:53 eller 12:53",
        "a number such as 1997:53 or 12:53",
    )
    REGISTRY_NUMBER = (
        "registry_number",
        "ett diarienummer som 1997/0915 eller 12/5840",
        "a registry number such as 1997/0915 or 12/5840",
    )
    PUBLISHED = ("published", "en dag", "a day")


@rule(
    "DOC050",
    Severity.WARNING,
    Pillar.FORMAT,
    Force.FORMAT,
    reads=("documents",),
    words=(("missing", Mark),),
    sv=Texts(
        message="För cirkuläret {document} saknas {missing}.",
        why=(
            "Ett cirkulär går att hitta på sitt nummer, sitt diarienummer och sin dag. Är något av "
            "dem fel eller borta går det inte att kontrollera vad som står i det."
        ),
        remedy=(
            "Den som förvaltar dokumentet läser cirkulärets huvud och för in circular_number, "
            "registry_number och published så som de står där."
        ),
    ),
    en=Texts(
        message="For circular {document} there is lacking {missing}.",
        why=(
            "A circular is found by its number, its registry number and its day. Where one of them "
            "is wrong or missing, nobody can look up what it says."
        ),
        remedy=(
            "Whoever keeps the document reads the head of the circular and enters circular_number, "
            "registry_number and published as they stand there."
        ),
    ),
)
def circular_unclear(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask each circular for its number and registry number in their forms, and for its day."""
    for document in view.documents:
        missing = tuple(_missing(document))
        if missing:
            yield Breach(view.place(document), document.id, document=document.id, missing=missing)


def _missing(document: GoverningDocument) -> Iterator[str]:
    if document.circular_number is None:
        return
    if not _NUMBER.fullmatch(document.circular_number):
        yield Mark.NUMBER.code
    if not _REGISTRY_NUMBER.fullmatch(document.registry_number or ""):
        yield Mark.REGISTRY_NUMBER.code
    if document.published is None:
        yield Mark.PUBLISHED.code
