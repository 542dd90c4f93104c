"""A rule about children: no pseudonym stands in the document that nothing there needs."""

from collections.abc import Iterator

from samverkan_core.findings.finding import Force, Pillar, Severity, Texts
from samverkan_core.indexing import ITSELF, View
from samverkan_core.model.anatomy import COLLECTIONS, references
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.rule import Asked, Breach, Outcome, rule

__all__ = ["child_not_needed"]

_OTHERS = tuple(name for name in COLLECTIONS if name != "children")


@rule(
    "CHI001",
    Severity.WARNING,
    Pillar.STRUCTURE,
    Force.PROPOSAL,
    reads=("children", ITSELF, *_OTHERS),
    sources=seed("LO-10"),
    sv=Texts(
        message="Barnet {child} finns i dokumentet, men inget annat i dokumentet gäller barnet.",
        why=(
            "Också en pseudonym är en uppgift om ett barn. Behövs den inte för någon plan eller "
            "anmälan finns det inget skäl att ha den kvar."
        ),
        remedy="Den som förvaltar dokumentet tar bort {child} ur children.",
    ),
    en=Texts(
        message="Child {child} stands in the document though nothing there is about it.",
        why=(
            "A pseudonym too is a fact about a child. One that no plan and no report needs can "
            "only be used for what it is not there for."
        ),
        remedy="Whoever keeps the document removes {child} from children.",
    ),
)
def child_not_needed(view: View, _: Asked) -> Iterator[Outcome]:
    """Ask of each child whether anything refers to it."""
    named = {target for _, target, _ in view.everywhere(references)}
    for child in view.children:
        if child.id not in named:
            yield Breach(view.place(child), child.id, child=child.id)
