"""Reports as documents: written like everything else, and read back as the same values."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from samverkan_core.findings.finding import Datum, Finding, Force, Notice, Pillar, Severity, Texts
from samverkan_core.findings.report import VERSION, Answerable, NotJudged, Report, Stamp
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.engine import RULE_FAILED, UNKNOWN_PROFILE
from samverkan_core.serialization.fault import at_place
from samverkan_core.serialization.faults import FAULTS, NO_REPORT
from samverkan_core.serialization.limits import Limits
from samverkan_core.serialization.load import LoadError, admitted_tree
from samverkan_core.values.kept import JsonNumber
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import day_from_text

__all__ = ["NOTICES", "loads_report"]

_WORDS = ("message", "why", "remedy")

#: Every code that a finding of this version can have -> what is said of it.
NOTICES: Mapping[str, Notice] = {
    notice.code: notice
    for notice in (*(rule.notice for rule in RULES), UNKNOWN_PROFILE, RULE_FAILED, *FAULTS)
}


def loads_report(data: bytes | str, *, limits: Limits = Limits()) -> Report:
    """Read a report that `dumps` has written.

    A finding of a rule that this version does not have keeps the words that stand in the document.

    Raises:
        LoadError: It is no report, or one of a version that cannot be read.
    """
    tree = admitted_tree(data, limits)
    try:
        return _report(tree)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        # Whatever is amiss, the way out is the same: let the library write the report again.
        raise LoadError(Report(findings=(at_place(NO_REPORT, (), {"current": VERSION}),))) from None


def _report(tree: Mapping[str, Any]) -> Report:
    if tree["samverkan_report"] != VERSION:
        raise ValueError(VERSION)
    standing, accepted = _items(tree["findings"]), _items(tree["accepted"])
    return Report(
        findings=map(_finding, standing),
        accepted=map(_finding, accepted),
        answerable=[one for row in (*standing, *accepted) for one in _answerable(row)],
        held=_texts(tree["held"]),
        not_judged=tuple(map(_not_judged, _items(tree["not_judged"]))),
        not_run=_texts(tree["not_run"]),
        left_out=_texts(tree.get("left_out", [])),
        stamp=_stamp(tree["stamp"]),
    )


def _stamp(row: Mapping[str, Any]) -> Stamp:
    return Stamp(
        day=_day_or_none(row["day"]),
        profile=_text_or_none(row["profile"]),
        catalogue=_text_or_none(row["catalogue"]),
        law_known_to=_day_or_none(row.get("law_known_to")),
        digest=_text_or_none(row["digest"]),
    )


def _day_or_none(value: Any) -> dt.date | None:
    return None if value is None else _day(value)


def _day(value: Any) -> dt.date:
    day = day_from_text(value)
    if day is None:
        raise ValueError("day")
    return day


def _not_judged(row: Mapping[str, Any]) -> NotJudged:
    return NotJudged(
        code=_text(row["code"]), subject=_text_or_none(row["subject"]), lacked=_text(row["lacked"])
    )


def _finding(row: Mapping[str, Any]) -> Finding:
    finding = Finding(
        notice=NOTICES.get(_text(row["code"])) or _notice_as_written(row),
        severity=Severity.named(row["severity"]),
        pointer=_text(row["pointer"]),
        subject=_text_or_none(row["subject"]),
        data=[(name, _datum(value)) for name, value in row["data"].items()],
    )
    # Whoever shows the report is not to meet words that lack their data.
    finding.to_dict()
    return finding


def _answerable(row: Mapping[str, Any]) -> Iterator[Answerable]:
    for one in _items(row.get("answerable", [])):
        yield Answerable(
            finding=_finding(row), owner=_text(one["owner"]), last_day=_day(one["last_day"])
        )


def _datum(value: Any) -> Datum:
    if isinstance(value, list):
        return _texts(value)
    return int(value.text) if isinstance(value, JsonNumber) else _text(value)


def _text(value: Any) -> str:
    if type(value) is not str:
        raise TypeError("text")
    return value


def _text_or_none(value: Any) -> str | None:
    return None if value is None else _text(value)


def _items(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("list")
    return value


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(map(_text, _items(value)))


def _notice_as_written(row: Mapping[str, Any]) -> Notice:
    """Keep the words of a rule that this version does not have, whatever language they are in."""
    words = Texts(**{name: _literally(_text(row[name])) for name in _WORDS})
    return Notice(
        code=row["code"],
        severity=Severity.named(row["severity"]),
        pillar=Pillar.named(row["pillar"]),
        force=Force.named(row["force"]),
        sources=tuple(
            Source(kind=SourceKind.PUBLICATION, ref=ref) for ref in _texts(row["sources"])
        ),
        sv=words,
        en=words,
    )


def _literally(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
