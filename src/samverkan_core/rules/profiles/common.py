"""The common profile: what holds for every collaboration, whichever way of working it follows.

What one municipality demands of itself, its own number or its own composition, is a remark here and
an error only in that municipality's profile.
"""

from samverkan_core.findings.finding import Notice, Severity
from samverkan_core.rules.profiles.profile import Profile, Weight

__all__ = ["COMMON", "severity_in"]

#: Rules that rest on one municipality's own way of organising its collaboration.
_LOCAL = ("BOD001", "BOD002", "BOD003", "BOD012", "BOD013", "FOC001", "FOC009", "TGT002", "TGT003")
_ALSO_LOCAL = ("MAN006", "ROL002", "ROL003", "ROL004", "SIP007", "SIP008", "SIP009")

COMMON = Profile(
    name="common",
    weights=tuple(Weight(code=code, severity=Severity.WARNING) for code in (*_LOCAL, *_ALSO_LOCAL)),
)


def severity_in(profile: Profile, notice: Notice) -> Severity:
    """Say how grave a breach of a rule is in a profile: there, else in common, else by itself."""
    return profile.weight(notice.code) or COMMON.weight(notice.code) or notice.severity
