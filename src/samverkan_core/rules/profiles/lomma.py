"""Barnens Bästa in Lomma 2019: a group for the ages 0 to 12, four core actors, coordinators."""

from samverkan_core.findings.finding import Severity
from samverkan_core.model.actor import ActorKind
from samverkan_core.model.role import RoleFunction
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.profiles.profile import Parameters, Profile, Weight

__all__ = ["LOMMA"]

#: What the text says must be so: four core actors, a purpose, ages within those of the work and
#: covered; who does what and when; the family's part. It has coordinators; that there must be one
#: it does not say.
_MUST = ("ACT005", "BOD011", "BOD012", "COL005", "SIP007", "SIP008", "SIP009")

LOMMA = Profile(
    name="lomma",
    parameters=Parameters(
        required_actors=(
            ActorKind.PRESCHOOL,
            ActorKind.SCHOOL,
            ActorKind.CULTURE_AND_LEISURE,
            ActorKind.SOCIAL_SERVICES,
        ),
        required_functions=(RoleFunction.COORDINATOR,),
    ),
    weights=tuple(Weight(code=code, severity=Severity.ERROR) for code in _MUST),
    sources=seed("LO-01", "LO-02", "LO-03", "LO-05", "LO-12", "LO-13", "LO-17"),
)
