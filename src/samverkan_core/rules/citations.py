"""A rule about citations: whether the law that a mandate or a matter rests on is still the law."""

from collections.abc import Iterator
from typing import TypeAlias

from samverkan_core.authority.roots import as_cited, citation
from samverkan_core.findings.finding import Datum, Force, Pillar, Severity, Texts
from samverkan_core.indexing import View
from samverkan_core.model.mandate import Mandate, Matter
from samverkan_core.reference.citations import Cited, Standing
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.mandates import What, in_force_on
from samverkan_core.rules.rule import Asked, Breach, Outcome, Unjudged, rule
from samverkan_core.values.labels import Labelled
from samverkan_core.values.source import Source, SourceKind

__all__ = ["Successor", "law_gone"]


class Successor(Labelled):
    """What stands in the place of a successor where the table has none; no citation is empty."""

    UNKNOWN = ("", "framgår inte av tabellen", "not in the table")


#: A member that names a provision: the steps to it, what it is called, and the provision.
_Place: TypeAlias = tuple[tuple[str | int, ...], str, Source]


@rule(
    "LAW001",
    Severity.WARNING,
    Pillar.STRUCTURE,
    Force.PROPOSAL,
    reads=("mandates", "matters"),
    of_state=True,
    sources=seed("LO-07"),
    words=(("what", What), ("instead", Successor)),
    sv=Texts(
        message=(
            "{what} {subject} hänvisar till {citation}, som inte längre gäller (i stället: "
            "{instead})."
        ),
        why=(
            "Den som beslutar ska kunna slå upp vad rätten att besluta vilar på. En hänvisning "
            "till upphävd lag lämnar det öppet, och den nya bestämmelsen kan ställa andra krav."
        ),
        remedy=(
            "En jurist prövar {subject} mot den lag som gäller, och nämndsekreteraren tar upp "
            "ändringen i nämnden; den som förvaltar samverkansdokumentet rättar hänvisningen."
        ),
    ),
    en=Texts(
        message=(
            "{what} {subject} cites {citation}, which is no longer in force (in its place: "
            "{instead})."
        ),
        why=(
            "Whoever decides must be able to look up what the right to decide rests on. A citation "
            "of repealed law leaves that open, and the new provision may ask for something else."
        ),
        remedy=(
            "A lawyer tries {subject} against the law in force, and the board's secretary brings "
            "the change before the board; whoever keeps the document mends the citation."
        ),
    ),
)
def law_gone(view: View, asked: Asked) -> Iterator[Outcome]:
    """Ask of each provision that a mandate in force or a matter cites whether it still holds."""
    in_force = in_force_on(view, asked.day)
    things: tuple[Mandate | Matter, ...] = (*in_force, *view.matters.firsts())
    found: dict[tuple[str, str | None], Cited] = {}
    for thing in things:
        for steps, member, source in _provisions(thing):
            key = (source.ref, source.title)
            if key not in found:
                found[key] = citation(source, asked.day)
            if found[key].standing is not Standing.NO_LONGER:
                continue
            if found[key].certain:
                yield Breach(
                    view.place(thing, *steps), thing.id, **_data(thing, source, found[key])
                )
            else:
                yield Unjudged(thing.id, member)


def _provisions(thing: Mandate | Matter) -> Iterator[_Place]:
    """Give the provisions that a mandate or a matter cites, and where."""
    if isinstance(thing, Matter):
        if thing.provision is not None:
            yield ("provision",), "provision", thing.provision
    elif thing.basis is not None and thing.basis.provision is not None:
        yield ("basis", "provision"), "basis.provision", thing.basis.provision
    for position, source in enumerate(thing.sources):
        if source.kind is SourceKind.LAW:
            yield ("sources", position), "sources", source


def _data(thing: Mandate | Matter, source: Source, found: Cited) -> dict[str, Datum]:
    after = tuple(dict.fromkeys(row.cite() for row in found.replaced_by))
    return {
        "what": What.MATTER.code if isinstance(thing, Matter) else thing.kind.code,
        "subject": thing.id,
        "citation": as_cited(source),
        "instead": after or Successor.UNKNOWN.code,
    }
