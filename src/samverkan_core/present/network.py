"""Who meets whom as text for a terminal: links, silos and those in between, in words.

No score and no judgement. Of plans around children it is only said that there are some.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from samverkan_core.indexing import Index, index
from samverkan_core.measures.network import (
    ActorNetwork,
    Centrality,
    Link,
    Through,
    Venue,
    centrality,
    density,
    silos,
    unlinked,
)
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.overviews.network import actor_network
from samverkan_core.values.labels import Lang, language
from samverkan_core.values.text import printable

__all__ = ["network_text"]

_SAY: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "sv": {
            "title": "{name}: vilka aktörer möts den {day}",
            "since": "Möten räknas från och med den {since}.",
            "no_score": "Det här är underlag för ett samtal och inget betyg. Att två aktörer möts "
            "säger inte hur väl de samarbetar, och fler kopplingar är inte bättre i sig.",
            "nobody": "Dokumentet har inga aktörer som deltar den dagen.",
            "alone": "Bara en aktör deltar den dagen.",
            "density": "Täthet: {found} av {possible} möjliga kopplingar mellan {actors} aktörer "
            "finns.",
            "links": "KOPPLINGAR",
            "link": "{one} – {other}: {venues}",
            "actors": "AKTÖRER (så långt dokumentet visar)",
            "centrality": "{actor} möter {linked} av {others} andra.",
            "between": "{share} av de kortaste vägarna mellan två andra går genom {actor}.",
            "silos": "STUPRÖR",
            "one_group": "Alla som möter någon hänger ihop, direkt eller genom andra.",
            "group": "Möter varandra, direkt eller genom andra, men ingen utanför: {actors}",
            "unlinked": "Dokumentet visar inte att de möter någon annan: {actors}",
            "unclear": "Går inte att bedöma, då det inte framgår om någon var där, eller för "
            "vilken aktör; där kan det finnas fler kopplingar:",
            "less": "Mindre än 1 %",
            "more": "Mer än 99 %",
        },
        "en": {
            "title": "{name}: which actors meet on {day}",
            "since": "Meetings count from {since} on.",
            "no_score": "This is something to talk about and no mark. That two actors meet does "
            "not say how well they work together, and more links are not better in themselves.",
            "nobody": "The document has no actors that take part on that day.",
            "alone": "Only one actor takes part on that day.",
            "density": "Density: {found} of {possible} possible links between {actors} actors are "
            "there.",
            "links": "LINKS",
            "link": "{one} – {other}: {venues}",
            "actors": "ACTORS (as far as the document shows)",
            "centrality": "{actor} meets {linked} of {others} others.",
            "between": "{share} of the shortest ways between two others go through {actor}.",
            "silos": "SILOS",
            "one_group": "All who meet anybody hang together, directly or by way of others.",
            "group": "Meet each other, directly or by way of others, and nobody else: {actors}",
            "unlinked": "The document does not show that they meet anybody else: {actors}",
            "unclear": "Cannot be judged, as it is not said whether somebody was there, or for "
            "which actor; there may be more links there:",
            "less": "Less than 1 %",
            "more": "More than 99 %",
        },
    }
)


def network_text(
    collab: Collaboration | Index, at: dt.date, *, since: dt.date | None = None, lang: Lang = "sv"
) -> str:
    """Write for people which actors meet on a day, through what, and where the links end.

    Args:
        collab: The collaboration, or an index of it.
        at: The day.
        since: Count only meetings from this day on; all, if left out.
        lang: The language.

    Raises:
        MissingExtra: networkx is not installed, and there are actors to speak of.
        NotADay: `at` or `since` is no day.
        InvalidValue: `since` comes after `at`.
        UnknownLanguage: There are no texts in the language.
    """
    book, say = index(collab), _SAY[language(lang)]
    network = actor_network(book, at, since=since)
    lines = [say["title"].format(name=book.collaboration.name, day=at)]
    if since is not None:
        lines.append(say["since"].format(since=since))
    lines.append(say["no_score"])
    lines.extend(_measured(network, lang))
    lines.extend(_unclear(network.unclear, lang))
    return "\n".join(map(printable, lines))


def _measured(network: ActorNetwork, lang: Lang) -> Iterator[str]:
    """Say what the network looks like, or that there are too few actors to say it of."""
    say = _SAY[lang]
    possible = len(network.actors) * (len(network.actors) - 1) // 2
    share = density(network)
    if share is None:
        yield from ("", say["alone" if network.actors else "nobody"])
        return
    found = int(share * possible)
    yield from (
        "",
        say["density"].format(found=found, possible=possible, actors=len(network.actors)),
    )
    yield from _links(network.links, lang)
    yield from _actors(centrality(network), lang)
    yield from _silos(network, lang)


def _links(links: Iterable[Link], lang: Lang) -> Iterator[str]:
    say = _SAY[lang]
    for number, link in enumerate(links):
        if not number:
            yield from ("", say["links"])
        venues = "; ".join(_venues(link.venues, lang))
        yield "  " + say["link"].format(one=link.one, other=link.other, venues=venues)


def _venues(venues: Iterable[Venue], lang: Lang) -> Iterator[str]:
    """Name bodies and meetings; of plans around children say neither which nor how many."""
    held = tuple(venues)
    for kind in Through:
        ids = [venue.id for venue in held if venue.through is kind]
        if ids:
            label = kind.label(lang)
            yield label if kind is Through.PLAN else f"{label}: {', '.join(ids)}"


def _actors(placed: Iterable[Centrality], lang: Lang) -> Iterator[str]:
    say, actors = _SAY[lang], tuple(placed)
    yield from ("", say["actors"])
    for one in actors:
        others = len(actors) - 1
        line = say["centrality"].format(actor=one.actor, linked=one.linked, others=others)
        if one.between:
            share = _percent(one.between, lang)
            line += " " + say["between"].format(share=share, actor=one.actor)
        yield f"  {line}"


def _percent(share: float, lang: Lang) -> str:
    """Round to whole per cent, but never to none or to all."""
    hundred = 100
    if share * hundred < 1:
        return _SAY[lang]["less"]
    if hundred - 1 < share * hundred < hundred:
        return _SAY[lang]["more"]
    return f"{share * hundred:.0f} %"


def _silos(network: ActorNetwork, lang: Lang) -> Iterator[str]:
    say, alone = _SAY[lang], unlinked(network)
    groups = [one for one in silos(network) if len(one) > 1]
    yield from ("", say["silos"])
    if len(groups) == 1:
        yield f"  {say['one_group']}"
    else:
        yield from (f"  {say['group'].format(actors=', '.join(one))}" for one in groups)
    if alone:
        yield f"  {say['unlinked'].format(actors=', '.join(alone))}"


def _unclear(venues: Iterable[Venue], lang: Lang) -> Iterator[str]:
    held = tuple(venues)
    if held:
        yield from ("", _SAY[lang]["unclear"])
        yield from (f"  {line}" for line in _venues(held, lang))
