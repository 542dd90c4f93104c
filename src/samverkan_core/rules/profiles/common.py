"""The common profile: what holds for every collaboration, whichever way of working it follows.

What one municipality demands of itself, its own number or its own composition, is a remark here and
an error only in that municipality's profile. Law and what a document cannot contradict are errors
everywhere; a test holds each weight against the rows that its rule rests on.
"""

from samverkan_core.findings.finding import Notice, Severity
from samverkan_core.rules.profiles.profile import Profile, Weight

__all__ = ["COMMON", "severity_in"]

#: Rules that rest on the way in which a text gives the work its assignment, its aim and its people.
_FOUNDING = (
    *("COL001", "COL005", "GOA001", "GOV001", "GOV002", "GOV003"),
    *("TGT001", "TGT002", "TGT003", "TGT005"),
)
#: Rules that rest on one municipality's own way of organising its collaboration.
_ORGANISING = (
    *("ACT005", "BOD001", "BOD002", "BOD003", "BOD006", "BOD007", "BOD009", "BOD010", "BOD011"),
    *("BOD012", "BOD013", "BOD014", "HAN001", "MAN006", "MAN010"),
    *("ROL001", "ROL002", "ROL003", "ROL004", "ROL005"),
    *("FOC001", "FOC002", "FOC003", "FOC004", "FOC005", "FOC006", "FOC009", "FOC010"),
)
#: Rules that rest on how one of them meets and agrees, works, follows up and plans for a child.
_WORKING = (
    *("MET001", "MET002", "MET003", "MET004", "POS001", "POS003"),
    *("ACV001", "ANC001", "RES001", "ROU001", "ROU002", "ROU003"),
    *("EVA001", "EVA002", "EVA003", "GOA003", "GOA004", "IND002", "RDY006"),
    *("SIP007", "SIP008", "SIP009"),
    *("ACV021", "GOA020"),
    *("SHP001",),
    *("COL102", "FUP001", "FUP002", "FUP003"),
)
#: Rules that rest on what one of them happens to follow: a hint to the others.
_FOLLOWING = ("IND020", "IND022")

COMMON = Profile(
    name="common",
    weights=(
        *(
            Weight(code=code, severity=Severity.WARNING)
            for code in (*_FOUNDING, *_ORGANISING, *_WORKING)
        ),
        *(Weight(code=code, severity=Severity.INFO) for code in _FOLLOWING),
    ),
)


def severity_in(profile: Profile, notice: Notice) -> Severity:
    """Say how grave a breach of a rule is in a profile: there, else in common, else by itself."""
    return profile.weight(notice.code) or COMMON.weight(notice.code) or notice.severity
