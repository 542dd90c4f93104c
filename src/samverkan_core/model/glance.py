"""A collaboration at a glance: the parts that a notebook shows of it, as HTML.

No person is named here, so that none whose particulars are protected is.
"""

from collections.abc import Iterable, Mapping, Sequence

from samverkan_core.model.actor import Actor
from samverkan_core.model.collected import Collected
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.process.journey import taken
from samverkan_core.values.ids import ActorId
from samverkan_core.values.labels import Lang, language
from samverkan_core.values.markup import paragraph, table
from samverkan_core.values.time import TimeBox

__all__ = ["areas_html", "counts_html", "principals_html"]

_SV = {
    "area": "Fokusområde",
    "areas": "Fokusområden",
    "areas_none": "Inga fokusområden är införda.",
    "closed": "avslutat {day}",
    "collection": "Vad",
    "count": "Antal",
    "day": "Steget togs",
    "ends": "Slutar",
    "holds": "Det här finns i dokumentet",
    "nothing": "Inget är infört i dokumentet.",
    "principals": "Huvudmän:",
    "principals_none": "ingen införd.",
    "set_aside": "lagt åt sidan, eftersom det inte gick att läsa",
    "starts": "Startar",
    "step": "Senaste steg",
    "step_none": "inget steg infört",
    "unknown": "inte angivet",
}
_EN = {
    "area": "Focus area",
    "areas": "Focus areas",
    "areas_none": "No focus areas are entered.",
    "closed": "closed {day}",
    "collection": "What",
    "count": "How many",
    "day": "Step taken",
    "ends": "Ends",
    "holds": "The document holds",
    "nothing": "Nothing is entered in the document.",
    "principals": "Principals:",
    "principals_none": "none entered.",
    "set_aside": "set aside, since it could not be read",
    "starts": "Starts",
    "step": "Latest step",
    "step_none": "no step entered",
    "unknown": "not given",
}


def principals_html(principals: Sequence[ActorId], actors: Iterable[Actor], lang: Lang) -> str:
    """Name the principals, each with its kind; one that is no actor of the document by its id."""
    say = _said(lang)
    # Where an id stands twice, the first has it.
    known = {actor.id: actor for actor in reversed(tuple(actors))}
    told = (_named(id_, known.get(id_), lang) for id_ in principals)
    return paragraph(", ".join(told) or say["principals_none"], first=say["principals"])


def counts_html(counts: Mapping[Collected, int], set_aside: int, lang: Lang) -> str:
    """Say how much of each kind there is, and how much could not be read."""
    say = _said(lang)
    rows = [(kind.label(lang), str(count)) for kind, count in counts.items() if count]
    if set_aside:
        rows.append((say["set_aside"], str(set_aside)))
    if not rows:
        return paragraph(say["nothing"])
    return table(say["holds"], (say["collection"], say["count"]), rows)


def areas_html(areas: Sequence[FocusArea], lang: Lang) -> str:
    """Show how far each focus area has come, and the days between which it is open."""
    say = _said(lang)
    if not areas:
        return paragraph(say["areas_none"])
    heads = tuple(say[name] for name in ("area", "step", "day", "starts", "ends"))
    return table(say["areas"], heads, (_area(area, lang) for area in areas))


def _said(lang: Lang) -> Mapping[str, str]:
    return _SV if language(lang) == "sv" else _EN


def _named(id_: ActorId, actor: Actor | None, lang: Lang) -> str:
    if actor is None:
        return id_
    return f"{actor.name} ({actor.kind_name or actor.kind.label(lang)})"


def _area(area: FocusArea, lang: Lang) -> tuple[str, ...]:
    say, box = _said(lang), area.time_box or TimeBox()
    step, day = say["step_none"], ""
    if area.journey:
        step, day = taken(area.journey[-1], lang), area.journey[-1].day.text(lang)
    ends = box.ends.text(lang) if box.ends else say["unknown"]
    if area.closed_on:
        ends = say["closed"].format(day=area.closed_on)
    return area.name, step, day, box.starts.text(lang) if box.starts else say["unknown"], ends
