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

#: What the text says must be so of the assignment, the aim, those it is for, and the agreements.
_FOUNDING = (
    *("COL001", "COL005", "GOA001", "GOV001", "GOV002", "GOV003"),
    *("TGT001", "TGT002", "TGT003", "TGT005"),
)
#: Of the actors, the steering group and the other bodies, the roles and the focus areas.
_ORGANISING = (
    *("ACT005", "BOD001", "BOD002", "BOD003", "BOD006", "BOD007", "BOD009", "HAN001", "MAN010"),
    *("ROL001", "ROL003", "ROL004", "ROL005"),
    *("FOC001", "FOC002", "FOC003", "FOC004", "FOC005", "FOC006", "FOC009", "FOC010"),
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
        *(
            Weight(code=code, severity=Severity.ERROR)
            for code in (*_FOUNDING, *_ORGANISING, *_WORKING)
        ),
        # The text follows the drug habits of young people every other year.
        Weight(code="IND020", severity=Severity.WARNING),
    ),
    sources=(
        *seed("SB-02", "SB-03", "SB-04", "SB-10", "SB-11", "SB-12", "SB-13", "SB-14", "SB-15"),
        *seed("SB-18", "SB-20", "SB-21", "SB-23", "SB-24", "SB-25", "SB-27", "SB-28", "SB-35"),
        *seed("SB-36", "SB-37", "SB-38", "SB-39", "SB-40", "SB-42", "SB-44", "SB-46", "SB-47"),
        *seed("SB-48", "SB-49", "SB-50", "SB-51", "SB-52", "SB-54", "SB-55", "SB-56", "SB-58"),
        *seed("SB-59", "SB-65", "SB-66", "SB-67", "SB-68", "SB-69", "SB-70", "SB-74", "SB-87"),
        *seed("SB-88", "SB-P2"),
    ),
)
