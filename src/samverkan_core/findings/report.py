"""Reports: every finding about one document, and what the silence of the other rules means."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar, overload

import attrs

from samverkan_core.errors import InvalidValue
from samverkan_core.findings.finding import Finding, Pillar, Severity, in_order
from samverkan_core.values.labels import Lang, language
from samverkan_core.values.markup import framed, paragraph, table

__all__ = ["Answerable", "NotJudged", "Report", "Stamp", "by_finding"]

#: One of a closed set: a severity, a pillar.
_OneOf = TypeVar("_OneOf", Severity, Pillar)

#: The version of a report as a document.
VERSION = "1.0"


@attrs.frozen(kw_only=True, order=True)
class NotJudged:
    """A rule that could not say anything, about one thing or at all, for want of data."""

    #: The code of the rule.
    code: str
    #: The id of the thing that it could not judge; None for the document as a whole.
    subject: str | None = attrs.field(default=None, order=lambda subject: subject or "")
    #: The member or collection that it lacked.
    lacked: str


@attrs.frozen(kw_only=True)
class Answerable:
    """An office that answers for a finding (den som svarar för en godtagen avvikelse).

    Where the finding still stands, the last day has passed: the office answered for it until then.
    """

    #: The finding.
    finding: Finding
    #: The office.
    owner: str = attrs.field(repr=False)
    #: The last day on which it answers for the finding.
    last_day: dt.date


def by_finding(answerable: Iterable[Answerable]) -> tuple[Answerable, ...]:
    """Sort who answers, by what they answer for."""
    return tuple(sorted(answerable, key=lambda one: (one.finding.rank, one.last_day, one.owner)))


def _one_of(kind: type[_OneOf], given: _OneOf) -> _OneOf:
    """Refuse a code in the place of what it stands for: it would silently find nothing."""
    if isinstance(given, kind):
        return given
    known = ", ".join(str(one) for one in kind)
    raise InvalidValue(f"give one of {known}, not {given!r}")


@attrs.frozen(kw_only=True)
class Stamp:
    """What a report rests on, so that it can be made again."""

    #: The day that rules of state spoke of; None where no day was given.
    day: dt.date | None = None
    #: The name of the profile that was used; None where nothing was checked.
    profile: str | None = None
    #: The version of the catalogue of rules.
    catalogue: str | None = None
    #: The day of the newest law text that rules and limits rest on.
    law_known_to: dt.date | None = None
    #: SHA-256 of the document's canonical bytes, in hexadecimal.
    digest: str | None = None


@attrs.frozen(kw_only=True)
class Report(Sequence[Finding]):
    """The findings of one reading or checking, in order.

    Silence is no approval: `held` names the rules that were asked and had nothing to say,
    `not_judged` those that lacked data, `not_run` those that wait for a day, `left_out` those that
    the profile leaves out.
    """

    #: The findings, sorted.
    findings: tuple[Finding, ...] = attrs.field(default=(), converter=in_order)
    #: Findings that somebody has accepted, sorted; they do not count in `ok`.
    accepted: tuple[Finding, ...] = attrs.field(default=(), converter=in_order)
    #: Who answers for what is accepted, and who did for findings that have come back.
    answerable: tuple[Answerable, ...] = attrs.field(default=(), converter=by_finding)
    #: Codes of the rules that were judged and hold.
    held: tuple[str, ...] = ()
    #: Rules that lacked data.
    not_judged: tuple[NotJudged, ...] = ()
    #: Codes of the rules that were not run because no day was given.
    not_run: tuple[str, ...] = ()
    #: Codes of the rules that do not apply in the profile.
    left_out: tuple[str, ...] = ()
    #: What the report rests on.
    stamp: Stamp = Stamp()

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Finding, ...]: ...
    def __getitem__(self, index: int | slice) -> Finding | tuple[Finding, ...]:
        """Give the finding at a position, or several."""
        return self.findings[index]

    def __len__(self) -> int:
        """Count the findings."""
        return len(self.findings)

    def __iter__(self) -> Iterator[Finding]:
        """Go through the findings in order."""
        return iter(self.findings)

    def ok(self, fail_on: Severity = Severity.ERROR) -> bool:
        """Tell whether no finding is as grave as `fail_on`, or graver."""
        least = _one_of(Severity, fail_on)
        return not any(finding.severity.reaches(least) for finding in self.findings)

    def by_code(self, code: str) -> "Report":
        """Keep the findings of one rule or fault."""
        return self._only(lambda finding: finding.code == code)

    def by_pillar(self, pillar: Pillar) -> "Report":
        """Keep the findings of one pillar."""
        wanted = _one_of(Pillar, pillar)
        return self._only(lambda finding: finding.pillar is wanted)

    def by_severity(self, severity: Severity) -> "Report":
        """Keep the findings of one severity."""
        wanted = _one_of(Severity, severity)
        return self._only(lambda finding: finding.severity is wanted)

    def by_subject(self, subject: str) -> "Report":
        """Keep the findings about one thing."""
        return self._only(lambda finding: finding.subject == subject)

    def answered(self) -> Mapping[Finding, tuple[Answerable, ...]]:
        """Give each finding that somebody answers for, or did until the acceptance lapsed."""
        found: dict[Finding, list[Answerable]] = {}
        for one in self.answerable:
            found.setdefault(one.finding, []).append(one)
        return {finding: tuple(same) for finding, same in found.items()}

    def answering(self, finding: Finding) -> tuple[Answerable, ...]:
        """Give who answers for one finding, or did until its acceptance lapsed."""
        return self.answered().get(finding, ())

    def rows(self, lang: Lang = "sv") -> list[dict[str, object]]:
        """Give one flat row a finding, for a table: first what stands, then what is accepted.

        A row that is not accepted but says who answers for it is about an acceptance that lapsed.
        """
        who, accepted = self.answered(), len(self.findings)
        every = enumerate((*self.findings, *self.accepted))
        return [
            {
                **_row(finding, lang),
                "accepted": number >= accepted,
                "answerable": "; ".join(dict.fromkeys(one.owner for one in who.get(finding, ()))),
                "answerable_until": _latest(who.get(finding, ())),
            }
            for number, finding in every
        ]

    def to_dict(self, lang: Lang = "sv") -> dict[str, object]:
        """Say the whole report in plain values, with its words in one language."""
        day, law, who = self.stamp.day, self.stamp.law_known_to, self.answered()
        return {
            "samverkan_report": VERSION,
            "stamp": {
                "day": day.isoformat() if day else None,
                "profile": self.stamp.profile,
                "catalogue": self.stamp.catalogue,
                "law_known_to": law.isoformat() if law else None,
                "digest": self.stamp.digest,
            },
            "findings": [_plain(finding, who, lang) for finding in self.findings],
            "accepted": [_plain(finding, who, lang) for finding in self.accepted],
            "held": list(self.held),
            "not_judged": [attrs.asdict(missing) for missing in self.not_judged],
            "not_run": list(self.not_run),
            "left_out": list(self.left_out),
        }

    def html(self, lang: Lang = "sv") -> str:
        """Show the report for people, as a notebook does: what is found, and what is not known.

        Findings that are accepted stand last in the table, with who answers for them.
        """
        say = _SV if language(lang) == "sv" else _EN
        every = zip((*self.findings, *self.accepted), self.rows(lang), strict=True)
        who = self.answered()
        shown = [
            (
                *(str(row[name]) for name in _BEFORE),
                finding.subject or finding.place(lang),
                *(str(row[name]) for name in _AFTER),
                _answered(who.get(finding, ()), row, say),
            )
            for finding, row in every
        ]
        heads = tuple(say[name] for name in (*_BEFORE, "subject", *_AFTER, "answerable"))
        return framed(
            (
                paragraph(_rests_on(self.stamp, say), first=_counted(self, lang) or say["nothing"]),
                table(say["findings"], heads, shown) if shown else "",
                paragraph(_silent(self, say)) if self.stamp.profile is not None else "",
            ),
            lang,
        )

    def _repr_html_(self) -> str:
        """Show it in a notebook, in Swedish."""
        return self.html()

    def _only(self, wanted: Callable[[Finding], bool]) -> "Report":
        return attrs.evolve(self, findings=tuple(filter(wanted, self.findings)))


def _row(finding: Finding, lang: Lang) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity.code,
        "severity_label": finding.severity.label(lang),
        "pillar": finding.pillar.code,
        "pillar_label": finding.pillar.label(lang),
        "force": finding.force.code,
        "force_label": finding.force.label(lang),
        "pointer": finding.pointer,
        "subject": finding.subject,
        "message": finding.message(lang),
        "remedy": finding.remedy(lang),
        "sources": "; ".join(source.cite(lang) for source in finding.sources),
    }


def _plain(
    finding: Finding, who: Mapping[Finding, tuple[Answerable, ...]], lang: Lang
) -> dict[str, object]:
    answering = [
        {"owner": one.owner, "last_day": one.last_day.isoformat()} for one in who.get(finding, ())
    ]
    plain = finding.to_dict(lang)
    return {**plain, "answerable": answering} if answering else plain


def _latest(answering: Iterable[Answerable]) -> str | None:
    """Give the last day on which anybody answers; None where nobody does or did."""
    days = [one.last_day.isoformat() for one in answering]
    return max(days, default=None)


# --- for notebooks ---------------------------------------------------------------------------

#: What is shown of each finding, before what it is about and after.
_BEFORE, _AFTER = ("code", "severity_label"), ("message", "remedy")
_SV = {
    "answerable": "Godtaget av",
    "code": "Kod",
    "day": "Dag",
    "findings": "Fynd",
    "held": "Regler som håller",
    "lapsed": "{owner} t.o.m. {day} (har löpt ut)",
    "left_out": "Gäller inte i profilen",
    "message": "Fynd",
    "not_judged": "Kan inte bedömas",
    "not_run": "Väntar på en dag",
    "nothing": "Inga fynd.",
    "profile": "Profil",
    "remedy": "Åtgärd",
    "severity_label": "Vikt",
    "subject": "Gäller",
    "through": "{owner} t.o.m. {day}",
}
_EN = {
    "answerable": "Accepted by",
    "code": "Code",
    "day": "Day",
    "findings": "Findings",
    "held": "Rules that hold",
    "lapsed": "{owner} through {day} (has lapsed)",
    "left_out": "Do not apply in the profile",
    "message": "Finding",
    "not_judged": "Cannot be judged",
    "not_run": "Waiting for a day",
    "nothing": "No findings.",
    "profile": "Profile",
    "remedy": "Remedy",
    "severity_label": "Weight",
    "subject": "About",
    "through": "{owner} through {day}",
}


def _counted(report: Report, lang: Lang) -> str:
    """Say how many findings of each severity stand; nothing where there is none."""
    counts = ((severity, len(report.by_severity(severity))) for severity in Severity)
    return " · ".join(f"{severity.label(lang)}: {count}" for severity, count in counts if count)


def _rests_on(stamp: Stamp, say: Mapping[str, str]) -> str:
    """Say of which day and by which profile it speaks, as far as it does."""
    known = {"day": stamp.day, "profile": stamp.profile}
    return " · ".join(f"{say[name]}: {value}" for name, value in known.items() if value)


def _silent(report: Report, say: Mapping[str, str]) -> str:
    """Count the rules that found nothing, each group for its reason: silence is no approval."""
    groups = {
        "held": len(report.held),
        "not_judged": len({one.code for one in report.not_judged}),
        "not_run": len(report.not_run),
        "left_out": len(report.left_out),
    }
    told = (f"{say[name]}: {count}" for name, count in groups.items() if count or name == "held")
    return " · ".join(told)


def _answered(
    answering: Iterable[Answerable], row: dict[str, object], say: Mapping[str, str]
) -> str:
    """Say who answers for the finding of a row, each until which day."""
    form = say["through" if row["accepted"] else "lapsed"]
    return "; ".join(form.format(owner=one.owner, day=one.last_day) for one in answering)
