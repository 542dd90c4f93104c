"""The answer about the next step as text for a terminal: yes or no, what is missing, and who."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from types import MappingProxyType

from samverkan_core.findings.report import NotJudged
from samverkan_core.planning import Missing, NextStep
from samverkan_core.present.words import answers, lacking, words
from samverkan_core.values.labels import Lang, language
from samverkan_core.values.text import printable

__all__ = ["next_step_text"]

_SAY: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "sv": {
            "area": "Fokusområdet {area}",
            "itself": "Samverkan",
            "yes": "Ja. {who} får ta steget ”{step}” den {day}.",
            "no": "Nej. {who} får inte ta steget ”{step}” den {day}. Det här står i vägen:",
            "over": "{who} har tagit det sista steget; inget återstår.",
            "by": "Har i uppdrag att leda eller samordna arbetet den dagen: {ids}.",
            "nobody": "Ingen i dokumentet har i uppdrag att leda eller samordna arbetet den dagen.",
            "lacks": "Kan inte bedömas: {what} ({lacked}).",
            "accepted": "Det här står inte i vägen, eftersom någon svarar för det:",
        },
        "en": {
            "area": "Focus area {area}",
            "itself": "The collaboration",
            "yes": "Yes. {who} may take the step “{step}” on {day}.",
            "no": "No. {who} may not take the step “{step}” on {day}. This stands in the way:",
            "over": "{who} has taken the last step; none is left.",
            "by": "May lead or coordinate the work on that day: {ids}.",
            "nobody": "Nobody in the document may lead or coordinate the work on that day.",
            "lacks": "Cannot be judged: {what} ({lacked}).",
            "accepted": "This does not stand in the way, as somebody answers for it:",
        },
    }
)


def next_step_text(answer: NextStep, lang: Lang = "sv") -> str:
    """Write for people whether the next step may be taken, what is missing, and who may lead it."""
    return "\n".join(map(printable, _lines(answer, language(lang))))


def _lines(answer: NextStep, lang: Lang) -> Iterator[str]:
    say = _SAY[lang]
    area = answer.focus_area
    who = say["itself"] if area is None else say["area"].format(area=area)
    if answer.step is None:
        yield say["over"].format(who=who)
        return
    key = "yes" if answer.allowed else "no"
    yield say[key].format(who=who, step=answer.step.label(lang), day=answer.at)
    for missing in answer.missing:
        yield from _missing(missing, lang)
    yield from _accepted(answer, lang)
    yield say["by"].format(ids=", ".join(answer.by)) if answer.by else say["nobody"]


def _accepted(answer: NextStep, lang: Lang) -> Iterator[str]:
    """Say what somebody answers for, and who, each finding once."""
    if answer.accepted:
        yield _SAY[lang]["accepted"]
    for finding, same in groupby(answer.accepted, key=lambda one: one.finding):
        yield f"  {finding.code}: {finding.message(lang)}"
        for one in same:
            yield f"    {answers(one, lang)}"


def _missing(missing: Missing, lang: Lang) -> Iterator[str]:
    if isinstance(missing, NotJudged):
        what, lacked = lacking(missing, lang)
        yield f"  {missing.code}: {_SAY[lang]['lacks'].format(what=what, lacked=lacked)}"
    else:
        yield f"  {missing.code}: {missing.message(lang)}"
        yield f"    {words(lang)['remedy']}: {missing.remedy(lang)}"
