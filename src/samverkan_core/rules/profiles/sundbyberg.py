"""Fokus barn och unga in Sundbyberg: few focus areas, one steering group of chiefs, two functions.

The model that most rules were gathered from, so it takes most of them at their full weight.
"""

from samverkan_core.findings.finding import Severity
from samverkan_core.model.actor import ActorKind
from samverkan_core.model.role import RoleFunction
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.profiles.profile import Parameters, Profile, Weight
from samverkan_core.values.ages import AgeBand

__all__ = ["SUNDBYBERG"]

#: What the text says must be so of the steering group, the focus areas, the roles and the group.
_ORGANISING = (
    *("BOD001", "BOD002", "BOD003", "FOC001", "FOC009", "MAN010", "ROL003", "ROL004"),
    *("TGT002", "TGT003"),
)
#: And of how people meet and agree, make known what they do, and measure it.
_WORKING = (
    *("MET001", "MET002", "MET003", "MET004", "POS001", "POS003"),
    *("ACV001", "ANC001", "FUP001", "IND002", "RDY006", "SHP001"),
)

SUNDBYBERG = Profile(
    name="sundbyberg",
    parameters=Parameters(
        focus_area_limit=4,
        target_ages=AgeBand(from_age=0, to_age=20),
        required_actors=(
            ActorKind.SOCIAL_SERVICES,
            ActorKind.SCHOOL,
            ActorKind.CULTURE_AND_LEISURE,
            ActorKind.LABOUR_MARKET_UNIT,
            ActorKind.POLICE,
            ActorKind.CHILD_PSYCHIATRY,
        ),
        required_functions=(
            RoleFunction.COLLABORATION_LEADER,
            RoleFunction.PUBLIC_HEALTH_PLANNER,
        ),
    ),
    weights=(
        *(Weight(code=code, severity=Severity.ERROR) for code in (*_ORGANISING, *_WORKING)),
        # The text follows the drug habits of young people every other year.
        Weight(code="IND020", severity=Severity.WARNING),
    ),
    sources=(
        *seed("SB-03", "SB-04", "SB-10", "SB-11", "SB-12", "SB-13", "SB-14", "SB-15", "SB-18"),
        *seed("SB-20"),
        *seed(
            "SB-23", "SB-25", "SB-28", "SB-37", "SB-38", "SB-39", "SB-40", "SB-42", "SB-46", "SB-49"
        ),
        *seed("SB-51", "SB-54", "SB-55", "SB-56", "SB-65", "SB-66", "SB-67", "SB-68", "SB-69"),
        *seed("SB-70", "SB-74", "SB-87", "SB-88"),
    ),
)
