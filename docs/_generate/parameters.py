"""What a profile may set for itself, in words: each parameter with its name and its value."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import attrs

from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.profiles.profile import Parameters, Profile
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.labels import Labelled, Lang
from samverkan_core.values.shape import BESIDE

from .markup import code, joined, plain

__all__ = ["NOTHING", "PARAMETERS", "grouped", "label", "value"]

#: What stands where a profile demands nothing.
NOTHING = "–"

#: Every parameter, in the order of its declaration.
PARAMETERS = tuple(field.name for field in attrs.fields(Parameters) if field.name not in BESIDE)

_LABELS: Mapping[Lang, Mapping[str, str]] = MappingProxyType(
    {
        "sv": {
            "focus_area_limit": "fokusområden som får vara öppna samtidigt",
            "target_ages": "målgruppens åldrar",
            "age_bands": "åldersspann som vart och ett har ett konsultationsteam",
            "required_actors": "slag av aktörer som deltar",
            "required_functions": "funktioner som det finns en roll för",
            "required_bodies": "slag av organ som ingår",
            "compositions": "vilka som sitter i organ av ett visst slag",
            "attendance": "procent av de kallade som kommer till ett arbetande möte",
            "child_consent_from": "ålder från vilken barnet självt samtycker till en plan",
            "period_months": "månader tillbaka som räknas som en period",
            "status_report_months": "månader tills ett projekt har publicerat en lägesrapport",
            "follow_up_required": "om det ska finnas en plan för uppföljning",
        },
        "en": {
            "focus_area_limit": "focus areas that may be open at a time",
            "target_ages": "ages of the target group",
            "age_bands": "age bands that each have a consultation team",
            "required_actors": "kinds of actor that take part",
            "required_functions": "functions that there is a role for",
            "required_bodies": "kinds of body that belong to it",
            "compositions": "who sits in bodies of a kind",
            "attendance": "per cent of those called who come to a working meeting",
            "child_consent_from": "age from which a child consents to a plan by itself",
            "period_months": "months back that count as a period",
            "status_report_months": "months until a project has published a status report",
            "follow_up_required": "whether there has to be a plan for follow-up",
        },
    }
)
_WORDS: Mapping[Lang, Mapping[str, str]] = MappingProxyType(
    {
        "sv": {
            "and": "och",
            "in": "i",
            "in_every": "i alla profiler",
            "nothing": "annars inget",
            "years": "år",
            "yes": "ja",
        },
        "en": {
            "and": "and",
            "in": "in",
            "in_every": "in every profile",
            "nothing": "nothing in the others",
            "years": "years",
            "yes": "yes",
        },
    }
)


def label(parameter: str, lang: Lang) -> str:
    """Say in words what a parameter sets."""
    return _LABELS[lang][parameter]


def value(profile: Profile, parameter: str, lang: Lang) -> str:
    """Write what a profile sets a parameter to."""
    return _shown(getattr(profile.parameters, parameter), lang)


def _shown(held: object, lang: Lang) -> str:
    if not held:
        return NOTHING
    if held is True:
        return _WORDS[lang]["yes"]
    if isinstance(held, tuple):
        return ", ".join(_shown(one, lang) for one in held)
    if isinstance(held, AgeBand):
        return f"{held.from_age}–{held.to_age} {_WORDS[lang]['years']}"
    if isinstance(held, Labelled):
        return plain(held.label(lang))
    cls = type(held)
    if attrs.has(cls):
        members = (field.name for field in attrs.fields(cls) if field.name not in BESIDE)
        return ": ".join(_shown(getattr(held, member), lang) for member in members)
    return plain(str(held))


def grouped(texts: Iterable[tuple[Profile, str]], lang: Lang) -> str:
    """Write what profiles say, those that say the same together: "4 in `common` and `lomma`"."""
    saying: dict[str, list[str]] = {}
    for profile, text in texts:
        saying.setdefault(text, []).append(code(profile.name))
    silent = saying.pop(NOTHING, ())
    parts = [f"{text} {_where(names, lang)}" for text, names in saying.items()]
    return "; ".join([*parts, _WORDS[lang]["nothing"]] if silent else parts)


def _where(names: list[str], lang: Lang) -> str:
    say = _WORDS[lang]
    if len(names) == len(PROFILES):
        return say["in_every"]
    return f"{say['in']} {joined(names, say['and'])}"
