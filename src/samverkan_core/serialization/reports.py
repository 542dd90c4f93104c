"""Reports as documents: written like everything else, and read back as the same values."""

from collections.abc import Mapping
from typing import Any

from samverkan_core.findings.finding import Datum, Finding, Force, Notice, Pillar, Severity, Texts
from samverkan_core.findings.report import VERSION, NotJudged, Report, Stamp
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.engine import RULE_FAILED, UNKNOWN_PROFILE
from samverkan_core.serialization.fault import at_place
from samverkan_core.serialization.faults import FAULTS, NO_REPORT
from samverkan_core.serialization.limits import Limits
from samverkan_core.serialization.load import LoadError
from samverkan_core.serialization.parse import Unreadable, admitted, parsed
from samverkan_core.values.kept import JsonNumber
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import day_from_text

__all__ = ["NOTICES", "loads_report"]

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
    try:
        tree = parsed(data, limits)
    except Unreadable as unreadable:
        raise LoadError(Report(findings=(unreadable.finding,))) from None
    findings = list(admitted(tree, limits))
    if findings:
        raise LoadError(Report(findings=tuple(sorted(findings))))
    try:
        return _report(tree)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        # Whatever is amiss, the way out is the same: let the library write the report again.
        raise LoadError(Report(findings=(at_place(NO_REPORT, (), {"current": VERSION}),))) from None


def _report(tree: Mapping[str, Any]) -> Report:
    if tree["samverkan_report"] != VERSION:
        raise ValueError(VERSION)
    stamp = tree["stamp"]
    return Report(
        findings=tuple(map(_finding, tree["findings"])),
        accepted=tuple(map(_finding, tree["accepted"])),
        held=tuple(map(str, tree["held"])),
        not_judged=tuple(NotJudged(**missing) for missing in tree["not_judged"]),
        not_run=tuple(map(str, tree["not_run"])),
        stamp=Stamp(
            day=None if stamp["day"] is None else day_from_text(stamp["day"]),
            profile=stamp["profile"],
            catalogue=stamp["catalogue"],
            digest=stamp["digest"],
        ),
    )


def _finding(row: Mapping[str, Any]) -> Finding:
    notice = NOTICES.get(row["code"]) or _notice_as_written(row)
    return Finding(
        notice=notice,
        severity=Severity.named(row["severity"]),
        pointer=row["pointer"],
        subject=row["subject"],
        data=tuple((name, _datum(value)) for name, value in row["data"].items()),
    )


def _datum(value: Any) -> Datum:
    if isinstance(value, list):
        return tuple(map(str, value))
    return int(value.text) if isinstance(value, JsonNumber) else str(value)


def _notice_as_written(row: Mapping[str, Any]) -> Notice:
    """Keep the words of a rule that this version does not have, whatever language they are in."""
    words = Texts(**{name: _literally(row[name]) for name in ("message", "why", "remedy")})
    return Notice(
        code=row["code"],
        severity=Severity.named(row["severity"]),
        pillar=Pillar.named(row["pillar"]),
        force=Force.named(row["force"]),
        sources=tuple(Source(kind=SourceKind.PUBLICATION, ref=ref) for ref in row["sources"]),
        sv=words,
        en=words,
    )


def _literally(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
