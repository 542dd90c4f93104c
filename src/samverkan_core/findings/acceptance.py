"""Acceptances: a finding that somebody has looked at and answers for, until a day."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

import attrs

from samverkan_core.findings.finding import Finding, Force
from samverkan_core.findings.report import Answerable
from samverkan_core.values.checked import checked
from samverkan_core.values.constraints import Form
from samverkan_core.values.identifiers import without_personal_numbers
from samverkan_core.values.kept import NOTHING, JsonObject, frozen_json

__all__ = ["Acceptance", "FindingCode", "answerable", "data_of", "told_apart"]

#: The code of a rule or a fault.
FindingCode = Annotated[str, Form("[A-Z]{3}[0-9]{3}", "FOC001")]


@attrs.frozen(kw_only=True, field_transformer=checked)
class Acceptance:
    """A finding that is accepted (godtagen avvikelse): by whom, why, and until which day.

    It covers a finding of the same code about the same thing with the same data; once the facts
    change, the finding is back.
    """

    #: The code of the rule.
    code: FindingCode
    #: The id of the thing that the finding is about.
    subject: str | None = None
    #: The values that the finding spoke of.
    data: JsonObject = NOTHING
    #: Why it is accepted.
    reason: str = attrs.field(repr=False)
    #: The office that answers for it.
    owner: str = attrs.field(repr=False)
    #: The last day on which it holds.
    last_day: dt.date
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)

    def covers(self, finding: Finding, day: dt.date | None) -> bool:
        """Tell whether it speaks of a finding and has not lapsed by a day.

        Without a day nobody knows whether it has lapsed, so it covers nothing.
        """
        return day is not None and day <= self.last_day and self.speaks_of(finding)

    def speaks_of(self, finding: Finding) -> bool:
        """Tell whether it is about a finding that can be accepted, whatever the day."""
        return (
            finding.force is not Force.LAW
            and (self.code, self.subject) == (finding.code, finding.subject)
            and set(self.data.members) == set(data_of(finding).members)
        )


def told_apart(
    findings: Iterable[Finding], acceptances: Iterable[Acceptance], day: dt.date | None
) -> tuple[set[Finding], set[Finding]]:
    """Tell the findings that still stand from those that somebody answers for on a day."""
    about = _about(acceptances)
    found = set(findings)
    accepted = {
        finding
        for finding in found
        if any(
            acceptance.covers(finding, day)
            for acceptance in about.get((finding.code, finding.subject), ())
        )
    }
    return found - accepted, accepted


def answerable(
    findings: Iterable[Finding], acceptances: Iterable[Acceptance], day: dt.date | None
) -> Iterator[Answerable]:
    """Say who answers for each finding on a day; where nobody does any more, who did.

    Without a day nobody knows. A personal identity number in an office's name is masked.
    """
    about = _about(acceptances)
    for finding in set(findings) if day is not None else ():
        known = about.get((finding.code, finding.subject), ())
        speaking = [acceptance for acceptance in known if acceptance.speaks_of(finding)]
        covering = [acceptance for acceptance in speaking if acceptance.covers(finding, day)]
        for one in covering or speaking:
            owner = without_personal_numbers(one.owner)
            yield Answerable(finding=finding, owner=owner, last_day=one.last_day)


def _about(
    acceptances: Iterable[Acceptance],
) -> Mapping[tuple[str, str | None], list[Acceptance]]:
    """Gather acceptances by the code and the thing that they are about."""
    about: dict[tuple[str, str | None], list[Acceptance]] = {}
    for acceptance in acceptances:
        about.setdefault((acceptance.code, acceptance.subject), []).append(acceptance)
    return about


def data_of(finding: Finding) -> JsonObject:
    """Give a finding's data in the form that an acceptance keeps."""
    plain = {
        name: list(value) if isinstance(value, tuple) else value for name, value in finding.data
    }
    kept = frozen_json(plain)
    assert isinstance(kept, JsonObject)  # noqa: S101 - a mapping always becomes an object
    return kept
