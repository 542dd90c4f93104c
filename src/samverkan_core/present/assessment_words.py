"""The few words of the self-assessment and the pillars, in Swedish and in English."""

from collections.abc import Mapping
from types import MappingProxyType

from samverkan_core.assessment import FactorView, State
from samverkan_core.values.labels import Lang, language

__all__ = ["nothing_known", "said"]

_SAY: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "sv": {
            "assessment": "{name}: självvärdering ({when}, {profile})",
            "no_score": "Det här är underlag för ett samtal och inget betyg. Att en regel håller "
            "betyder bara att inget i dokumentet går emot den.",
            "explain": "Vad en kod står för: samverkan explain KOD",
            "question": "Fråga er",
            "no_rule": "Ingen regel kan säga något om det här.",
            "no_data": "Inga uppgifter.",
            "not_tried": "Inget har prövats.",
            "cannot": "{code}: kan inte bedömas: {things}",
            "pillars": "{name}: de tre pelarna ({when}, {profile})",
            "one": "{label} · {count} regel",
            "many": "{label} · {count} regler",
            "elsewhere": "Okänd pelare",
        },
        "en": {
            "assessment": "{name}: self-assessment ({when}, {profile})",
            "no_score": "This is something to talk about and no mark. That a rule holds only means "
            "that nothing in the document goes against it.",
            "explain": "What a code stands for: samverkan explain CODE",
            "question": "Ask yourselves",
            "no_rule": "No rule can say anything about this.",
            "no_data": "No data.",
            "not_tried": "Nothing was tried.",
            "cannot": "{code}: cannot be judged: {things}",
            "pillars": "{name}: the three pillars ({when}, {profile})",
            "one": "{label} · {count} rule",
            "many": "{label} · {count} rules",
            "elsewhere": "Unknown pillar",
        },
    }
)


def said(lang: Lang) -> Mapping[str, str]:
    """Give the words of one language."""
    return _SAY[language(lang)]


def nothing_known(view: FactorView) -> str:
    """Tell why nothing is known of a factor: no rule, no data, or nothing was asked."""
    if not view.rules:
        return "no_rule"
    return "no_data" if view.of(State.NO_DATA) else "not_tried"
