"""Both sides of a rule: two small documents that differ only in what the rule is about."""

import json
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path
from types import MappingProxyType

from samverkan_core.values.labels import Lang

__all__ = ["pair"]

_FOLDER = Path(__file__).parents[1] / "files" / "rules"

_INTRO: Mapping[Lang, str] = MappingProxyType(
    {
        "sv": "**Exempel** ({file}): − följer regeln, + bryter mot den.",
        "en": "**Example** ({file}): − keeps to the rule, + breaks it.",
    }
)
#: What a pair may say of itself besides the two documents.
_NOTES: Mapping[Lang, Mapping[str, str]] = MappingProxyType(
    {
        "sv": {
            "at": "Granskat på dagen {value}.",
            "faulty": 'Läst med `faulty="{value}"`.',
            "read": "Det som bryter mot regeln avvisas redan när det läses.",
        },
        "en": {
            "at": "Checked on {value}.",
            "faulty": 'Read with `faulty="{value}"`.',
            "read": "The one that breaks it is refused when it is read.",
        },
    }
)
_SIDES = ("holds", "breaks")


def pair(code: str, lang: Lang) -> str:
    """Write the two documents of a rule as one, with what differs marked."""
    file = _FOLDER / f"{code}.json"
    told = json.loads(file.read_text(encoding="utf-8"))
    lines = list(_lines(*(_written(told[side]) for side in _SIDES)))
    marked = ",".join(str(n) for n, line in enumerate(lines, 1) if not line.startswith(" "))
    intro = _INTRO[lang].format(file=f"{{download}}`{file.name} <../files/rules/{file.name}>`")
    notes = (
        _NOTES[lang][name].format(value=value)
        for name, value in told.items()
        if name not in ("code", *_SIDES)
    )
    shown = "\n".join([f":emphasize-lines: {marked}", "", *lines])
    return f"{' '.join([intro, *notes])}\n\n```{{code-block}} diff\n{shown}\n```\n"


def _written(document: object) -> list[str]:
    return json.dumps(document, ensure_ascii=False, indent=2).splitlines()


def _lines(held: list[str], broken: list[str]) -> Iterator[str]:
    # A comma tells that more follows, and is no difference.
    before, after = ([line.rstrip(",") for line in side] for side in (held, broken))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind == "equal":
            yield from (f" {line}" for line in held[start:end])
        else:
            yield from (f"-{line}" for line in held[start:end])
            yield from (f"+{line}" for line in broken[other_start:other_end])
