"""What a report says of the whole: factor by factor, and pillar by pillar; never a score."""

from samverkan_core.assessment.factor import Factor, FactorGroup, FactorTexts
from samverkan_core.assessment.factors import FACTORS
from samverkan_core.assessment.pillars import PillarView, pillars
from samverkan_core.assessment.self_assessment import FactorView, self_assessment
from samverkan_core.assessment.standing import Standing, State

__all__ = [
    "FACTORS",
    "Factor",
    "FactorGroup",
    "FactorTexts",
    "FactorView",
    "PillarView",
    "Standing",
    "State",
    "pillars",
    "self_assessment",
]
