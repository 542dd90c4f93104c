"""Åtvidaberg 2008: a project, a year old, with a main project leader; its model outlasts people."""

from samverkan_core.findings.finding import Severity
from samverkan_core.model.role import RoleFunction
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.profiles.profile import Parameters, Profile, Weight

__all__ = ["ATVIDABERG"]

#: What the text says must be so: its project leader, its goals, support groups that are led
#: together, routines and models that last.
_MUST = (
    *("BOD010", "FUP002", "GOA003", "GOA004", "HAN001", "MAN006", "ROL002", "ROL005"),
    *("ROU001", "ROU002", "ROU003"),
)

ATVIDABERG = Profile(
    name="atvidaberg",
    parameters=Parameters(required_functions=(RoleFunction.MAIN_PROJECT_LEADER,)),
    weights=tuple(Weight(code=code, severity=Severity.ERROR) for code in _MUST),
    sources=seed("AT-02", "AT-05", "AT-06", "AT-07", "AT-11", "AT-15", "AT-16", "AT-18"),
)
