"""Åtvidaberg 2008: a project, a year old, that is led by a main project leader."""

from samverkan_core.findings.finding import Severity
from samverkan_core.model.role import RoleFunction
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.profiles.profile import Parameters, Profile, Weight

__all__ = ["ATVIDABERG"]

ATVIDABERG = Profile(
    name="atvidaberg",
    parameters=Parameters(required_functions=(RoleFunction.MAIN_PROJECT_LEADER,)),
    weights=(Weight(code="ROL002", severity=Severity.ERROR),),
    sources=seed("AT-02"),
)
