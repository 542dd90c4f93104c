"""The common profile: what holds for every collaboration, whichever way of working it follows.

What one municipality demands of itself, its own number or its own composition, is a remark here and
an error only in that municipality's profile.
"""

from samverkan_core.findings.finding import Severity
from samverkan_core.rules.profiles.profile import Profile, Weight

__all__ = ["COMMON"]

#: Rules that rest on one municipality's own way of organising its collaboration.
_LOCAL = ("BOD001", "BOD002", "BOD003", "BOD012", "FOC001", "FOC009", "TGT002", "TGT003")
_ALSO_LOCAL = ("ROL002", "ROL003", "ROL004")

COMMON = Profile(
    name="common",
    weights=tuple(Weight(code=code, severity=Severity.WARNING) for code in (*_LOCAL, *_ALSO_LOCAL)),
)
