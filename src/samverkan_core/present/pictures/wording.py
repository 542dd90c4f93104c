"""The few words that stand in pictures, in Swedish and in English."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType

from samverkan_core.values.labels import Lang, language
from samverkan_core.values.time import PartialDate

__all__ = ["counted", "dated", "decimal", "joined", "said"]

_SV = {
    "and": " och ",
    "areas_none": "Inga fokusområden är införda.",
    "areas_title": "Fokusområden över tid: {name}",
    "closed": "avslutat {day}",
    "ends": "till {day}",
    "ends_open": "slut inte angivet",
    "key": "Fyllt: öppet. Streckad kant: kanske öppet. Lodrät linje: {day}.",
    "key_day": "Dagen {day}",
    "key_limit": "Gränsen för hur många som får vara öppna samtidigt",
    "key_open": "Öppet",
    "key_possibly": "Kanske öppet: dagarna är inte helt kända",
    "key_step": "Steg, på den dag då det togs",
    "key_step_about": "Steg vars dag är känd bara till månad, år eller ungefär",
    "leave_apart": "Aldrig fler än en samma dag.",
    "leave_at_once": "Så många lämnar samma dag",
    "leave_before": "Lämnade före den dagen: {count}.",
    "leave_empty": "{day} lämnar {many} av {of}, därefter är ingen angiven",
    "leave_kept": "Utan angiven slutdag: {names}.",
    "leave_key": (
        "Fyllt: någon är angiven för uppdraget. Ring: sista dagen, med antalet som lämnar. "
        "Lodrät linje: {day}. Den som lämnar två uppdrag räknas i båda."
    ),
    "leave_key_held": "Någon är angiven för uppdraget; där fältet är tomt är ingen angiven",
    "leave_key_last": "Sista dagen; siffran är hur många som lämnar",
    "leave_key_once": (
        "Hur många som lämnar den dagen sammanlagt; den som lämnar två uppdrag räknas i båda"
    ),
    "leave_most": "Flest samma dag: {count}, den {days}.",
    "leave_none": "Ingen slutdag från och med {day} är angiven.",
    "leave_now": "Lämnar från och med {day}: {count}.",
    "leave_some": "{day} lämnar {many} av {of}",
    "leave_staying": "{count} utan angiven slutdag",
    "leave_title": "Vem lämnar när: {name}",
    "limit": "Gräns: {limit}",
    "now": "Öppna den {day}: {count}.",
    "now_limit": "Gräns: {limit}.",
    "now_no_limit": "Profilen har ingen gräns.",
    "now_unsure": "Öppna den {day}: {count}, eftersom inte alla dagar är kända.",
    "open_at_once": "Öppna samtidigt",
    "readiness_key": (
        "Ring: medelvärdet på skalan 1–9; bruten ring: den exakta dagen är inte känd. Stapel: "
        "intervjuernas spridning. Linje: mellan mätningar som går att jämföra. Lodrät linje: {day}."
    ),
    "readiness_last": "senast {day}: {score}",
    "readiness_left_out": "Utan resultat eller dag: {names}",
    "readiness_none": "Inga mätningar är införda.",
    "readiness_title": "Förändringsbenägenhet över tid: {name}",
    "readiness_whole": "Hela samverkan",
    "score": "{mean} (spridning {lowest}–{highest})",
    "seats_empty": ", inga platser införda",
    "seats_key": (
        "Den {day}. Siffran i rutan är antalet platser; * betyder att någon av dem leder organet."
    ),
    "seats_leads": "leder",
    "seats_many": "{count} platser",
    "seats_nobody": "Ingen aktör angiven",
    "seats_none": "Den {day} fanns inga organ.",
    "seats_one": "1 plats",
    "seats_title": "Vem sitter var: {name}",
    "starts": "från {day}",
    "starts_unknown": "start inte angiven",
    "step": "steg {number}, {step}: {day}",
    "steps_none": "inga steg införda",
    "thread_activities": "Aktiviteter",
    "thread_activities_one": "Aktiviteten {name}",
    "thread_begins": "Tråden börjar {where}",
    "thread_documents": "Styrande dokument",
    "thread_documents_one": "Dokumentet {name}",
    "thread_goals": "Mål",
    "thread_goals_one": "Målet {name}",
    "thread_key": (
        "Pil: vad som följer av vad. Punkt: där linjer hör ihop; linjer som korsas utan punkt gör "
        "det inte. Streckad kant: tråden börjar inte i ett överordnat dokument."
    ),
    "thread_leads": "Leder till: {to}",
    "thread_none": "Inga mål är införda.",
    "thread_title": "Röd tråd: {name}",
}
_EN = {
    "and": " and ",
    "areas_none": "No focus areas are entered.",
    "areas_title": "Focus areas over time: {name}",
    "closed": "closed {day}",
    "ends": "to {day}",
    "ends_open": "end not given",
    "key": "Filled: open. Broken edge: perhaps open. Upright line: {day}.",
    "key_day": "The day {day}",
    "key_limit": "The limit for how many may be open at once",
    "key_open": "Open",
    "key_possibly": "Perhaps open: the days are not fully known",
    "key_step": "A step, on the day on which it was taken",
    "key_step_about": "A step whose day is known by month, year or roughly only",
    "leave_apart": "Never more than one on the same day.",
    "leave_at_once": "How many leave on the same day",
    "leave_before": "Left before that day: {count}.",
    "leave_empty": "{day}: {many} of {of} leaving, after that nobody is named",
    "leave_kept": "Without a last day: {names}.",
    "leave_key": (
        "Filled: somebody is named for the office. Ring: the last day, with how many leave. "
        "Upright line: {day}. Whoever leaves two offices is counted in both."
    ),
    "leave_key_held": "Somebody is named for the office; where it is empty nobody is",
    "leave_key_last": "The last day; the number is how many leave",
    "leave_key_once": (
        "How many leave on that day in all; whoever leaves two offices is counted in both"
    ),
    "leave_most": "Most on the same day: {count}, on {days}.",
    "leave_none": "No last day from {day} on is given.",
    "leave_now": "Leaving from {day} on: {count}.",
    "leave_some": "{day}: {many} of {of} leaving",
    "leave_staying": "{count} without a last day",
    "leave_title": "Who leaves when: {name}",
    "limit": "Limit: {limit}",
    "now": "Open on {day}: {count}.",
    "now_limit": "Limit: {limit}.",
    "now_no_limit": "The profile has no limit.",
    "now_unsure": "Open on {day}: {count}, since not all days are known.",
    "open_at_once": "Open at once",
    "readiness_key": (
        "Ring: the mean on the scale 1–9; broken ring: the day is not known to the day. Bar: the "
        "spread of the interviews. Line: between measurements that can be compared. Upright line: "
        "{day}."
    ),
    "readiness_last": "latest {day}: {score}",
    "readiness_left_out": "Without a result or a day: {names}",
    "readiness_none": "No measurements are entered.",
    "readiness_title": "Readiness for change over time: {name}",
    "readiness_whole": "The whole collaboration",
    "score": "{mean} (spread {lowest}–{highest})",
    "seats_empty": ", no seats entered",
    "seats_key": (
        "On {day}. The number in a box is how many seats; * means that one of them leads the body."
    ),
    "seats_leads": "leads",
    "seats_many": "{count} seats",
    "seats_nobody": "No actor named",
    "seats_none": "On {day} there were no bodies.",
    "seats_one": "1 seat",
    "seats_title": "Who sits where: {name}",
    "starts": "from {day}",
    "starts_unknown": "start not given",
    "step": "step {number}, {step}: {day}",
    "steps_none": "no steps entered",
    "thread_activities": "Activities",
    "thread_activities_one": "The activity {name}",
    "thread_begins": "The thread begins {where}",
    "thread_documents": "Governing documents",
    "thread_documents_one": "The document {name}",
    "thread_goals": "Goals",
    "thread_goals_one": "The goal {name}",
    "thread_key": (
        "Arrow: what follows from what. Dot: where lines belong together; lines that cross without "
        "one do not. Broken edge: the thread does not begin in a document on top."
    ),
    "thread_leads": "Leads to: {to}",
    "thread_none": "No goals are entered.",
    "thread_title": "Golden thread: {name}",
}


def said(lang: Lang) -> Mapping[str, str]:
    """Give the words of one language."""
    return MappingProxyType(_SV if language(lang) == "sv" else _EN)


def dated(day: PartialDate, lang: Lang) -> str:
    """Write a day as far as it is known.

    >>> dated(PartialDate(when="2008-11", about=True), "sv")
    'omkring 2008-11'
    """
    return day.text(lang)


def counted(surely: int, possibly: int) -> str:
    """Write how many there are, at least and at most.

    >>> counted(2, 2), counted(1, 4)
    ('2', '1–4')
    """
    return str(surely) if surely == possibly else f"{surely}–{possibly}"


def joined(parts: Sequence[str], lang: Lang) -> str:
    """Write one or more things after each other, as one does in a sentence.

    >>> joined(["2015", "2016", "2018"], "sv")
    '2015, 2016 och 2018'
    """
    *first, last = parts
    return f"{', '.join(first)}{said(lang)['and']}{last}" if first else last


def decimal(number: Fraction, lang: Lang) -> str:
    """Write a number that is not below 0 with one decimal at most, rounded half up.

    >>> decimal(Fraction(13, 4), "sv"), decimal(Fraction(4), "sv")
    ('3,3', '4')
    """
    whole, tenth = divmod((number * 10 + Fraction(1, 2)).__floor__(), 10)
    return f"{whole}{',' if lang == 'sv' else '.'}{tenth}" if tenth else str(whole)
