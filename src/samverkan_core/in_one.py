"""Reading and checking in one call, for pools of workers and for streams of documents."""

import datetime as dt
from collections.abc import Iterable

import attrs

from samverkan_core.checking import all_rules, check
from samverkan_core.findings.acceptance import answerable, told_apart
from samverkan_core.findings.report import Report
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.rules.rule import Rule
from samverkan_core.serialization.limits import Limits
from samverkan_core.serialization.load import Faulty, Loaded, read
from samverkan_core.serialization.unknown import Unknown
from samverkan_core.values.time import the_day

__all__ = ["check_json", "check_loaded"]


def check_json(  # noqa: PLR0913 - what reading may be told and what checking may, each by name
    data: bytes | str,
    *,
    at: dt.date | None = None,
    profile: Profile | str | None = None,
    more_rules: Iterable[Rule] = (),
    unknown: Unknown = "keep",
    faulty: Faulty = "refuse",
    limits: Limits = Limits(),
) -> Report:
    """Read a document and check it; the faults of a document that gives no value are the report.

    A pure function that can be sent to other processes, with a caller's own rules if they stand at
    the top of a module. It never raises for what stands in the data, and it reads no clock. What
    somebody has accepted counts in neither part.

    What is raised is raised whatever the data are, also where they give no value.

    Raises:
        NotADay: `at` is no day but, say, a datetime.
        CodeTaken: One of `more_rules` has a code that is already used.
        UnknownCode: The profile names a code that no rule has, nor any of `more_rules`.
    """
    day = None if at is None else the_day(at)
    own = tuple(more_rules)
    all_rules(own, profile)
    loaded = read(data, unknown=unknown, faulty=faulty, limits=limits)
    return check_loaded(loaded, at=day, profile=profile, more_rules=own)


def check_loaded(
    loaded: Loaded[Collaboration],
    *,
    at: dt.date | None = None,
    profile: Profile | str | None = None,
    more_rules: Iterable[Rule] = (),
) -> Report:
    """Check what was read, from whatever form, and say what reading found beside what rules do.

    Where reading gave no value, what it found is the report. What somebody has accepted counts in
    neither part.

    Raises:
        NotADay: `at` is no day but, say, a datetime.
        CodeTaken: One of `more_rules` has a code that is already used.
        UnknownCode: The profile names a code that no rule has, nor any of `more_rules`.
    """
    if loaded.value is None:
        return loaded.report
    day = None if at is None else the_day(at)
    report = check(loaded.value, at=day, profile=profile, more_rules=more_rules)
    acceptances = loaded.value.acceptances
    standing, accepted = told_apart(loaded.report, acceptances, day)
    return attrs.evolve(
        report,
        findings=standing.union(report.findings),
        accepted=accepted.union(report.accepted),
        answerable={*report.answerable, *answerable(loaded.report, acceptances, day)},
    )
