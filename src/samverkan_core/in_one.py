"""Reading and checking in one call, for pools of workers and for streams of documents."""

import datetime as dt

import attrs

from samverkan_core.checking import check
from samverkan_core.findings.acceptance import told_apart
from samverkan_core.findings.report import Report
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.serialization.limits import Limits
from samverkan_core.serialization.load import Faulty, read
from samverkan_core.serialization.unknown import Unknown
from samverkan_core.values.time import the_day

__all__ = ["check_json"]


def check_json(
    data: bytes | str,
    *,
    at: dt.date | None = None,
    profile: Profile | str | None = None,
    unknown: Unknown = "keep",
    faulty: Faulty = "refuse",
    limits: Limits = Limits(),
) -> Report:
    """Read a document and check it; the faults of a document that gives no value are the report.

    A pure function that can be sent to other processes. It never raises for what stands in the
    data, and it reads no clock. What somebody has accepted counts in neither part.

    Raises:
        NotADay: `at` is no day but, say, a datetime; also where the data give no value.
    """
    day = None if at is None else the_day(at)
    loaded = read(data, unknown=unknown, faulty=faulty, limits=limits)
    if loaded.value is None:
        return loaded.report
    report = check(loaded.value, at=day, profile=profile)
    standing, accepted = told_apart(loaded.report, loaded.value.acceptances, day)
    return attrs.evolve(
        report,
        findings=standing.union(report.findings),
        accepted=accepted.union(report.accepted),
    )
