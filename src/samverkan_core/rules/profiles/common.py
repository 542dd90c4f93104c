"""The common profile: what holds for every collaboration, whichever way of working it follows.

What one municipality demands of itself, its own number or its own composition, is a remark here and
an error only in that municipality's profile.
"""

from samverkan_core.findings.finding import Notice, Severity
from samverkan_core.rules.profiles.profile import Profile, Weight

__all__ = ["COMMON", "severity_in"]

#: Rules that rest on one municipality's own way of organising its collaboration.
_LOCAL = ("BOD001", "BOD002", "BOD003", "BOD012", "BOD013", "FOC001", "FOC009", "TGT002", "TGT003")
_ALSO_LOCAL = ("MAN006", "ROL002", "ROL003", "ROL004")
#: The same, of what is done: activities, anchoring, the inventory, routines.
_LOCAL_WORK = ("ACV001", "ANC001", "RES001", "ROU001", "ROU002", "ROU003")
_ALSO_LOCAL = ("MAN006", "RDY006", "ROL002", "ROL003", "ROL004")
#: The same of goals, measurements and evaluations.
_FOLLOWED_UP = ("EVA001", "EVA002", "EVA003", "GOA003", "GOA004", "IND002")
_ALSO_LOCAL = ("MAN006", "MAN010", "ROL002", "ROL003", "ROL004")
#: Rules that rest on how one municipality meets and agrees.
_MEETINGS = ("MET001", "MET002", "MET003", "MET004", "POS001", "POS003")
_ALSO_LOCAL = ("MAN006", "ROL002", "ROL003", "ROL004", "SIP007", "SIP008", "SIP009")

COMMON = Profile(
    name="common",
    weights=tuple(
        Weight(code=code, severity=Severity.WARNING)
        for code in (*_LOCAL, *_ALSO_LOCAL, *_LOCAL_WORK)
        for code in (*_LOCAL, *_ALSO_LOCAL, *_FOLLOWED_UP)
        Weight(code=code, severity=Severity.WARNING) for code in (*_LOCAL, *_ALSO_LOCAL, *_MEETINGS)
    ),
)


def severity_in(profile: Profile, notice: Notice) -> Severity:
    """Say how grave a breach of a rule is in a profile: there, else in common, else by itself."""
    return profile.weight(notice.code) or COMMON.weight(notice.code) or notice.severity
