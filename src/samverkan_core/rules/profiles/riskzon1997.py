"""The working seminars on children in the risk zone, 1994 to 1997: no focus areas, no steps."""

from samverkan_core.model.body import BodyKind
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.profiles.profile import Parameters, Profile

__all__ = ["RISKZON1997"]

#: Rules about a way of working with focus areas and steps, which came later.
_FOCUS_AREAS = tuple(f"FOC{number:03}" for number in range(1, 11))
_STEPS = tuple(f"STP{number:03}" for number in range(1, 8))

RISKZON1997 = Profile(
    name="riskzon1997",
    parameters=Parameters(required_bodies=(BodyKind.EXECUTIVE_BOARD,)),
    without=(*_FOCUS_AREAS, *_STEPS),
    sources=seed("KF-02", "KF-04"),
)
