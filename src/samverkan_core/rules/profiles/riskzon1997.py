"""The working seminars on children in the risk zone, 1994 to 1997: no focus areas, no steps."""

from samverkan_core.findings.finding import Severity
from samverkan_core.model.body import BodyKind
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.profiles.profile import Parameters, Profile, Weight

__all__ = ["RISKZON1997"]

#: Rules about a way of working with focus areas and steps, which came later.
_FOCUS_AREAS = (*(f"FOC{number:03}" for number in range(1, 11)), "MAN009")
_STEPS = tuple(f"STP{number:03}" for number in range(1, 8))

#: What the text says must be so: an inventory first, an evaluation by others, effects on children,
#: and the benefit to the child in the centre.
_MUST = ("EVA001", "EVA002", "GOA020", "RES001")

RISKZON1997 = Profile(
    name="riskzon1997",
    parameters=Parameters(required_bodies=(BodyKind.EXECUTIVE_BOARD,)),
    weights=tuple(Weight(code=code, severity=Severity.ERROR) for code in _MUST),
    without=(*_FOCUS_AREAS, *_STEPS),
    sources=seed("KF-02", "KF-04", "KF-06", "KF-09", "KF-10", "KF-11"),
)
