"""Every factor that a collaboration can look at itself by, written out."""

from typing import Final

from samverkan_core.assessment.factor import Factor
from samverkan_core.assessment.sundbyberg import PITFALLS, SUCCESS_FACTORS
from samverkan_core.assessment.tsi import TSI_FACTORS

__all__ = ["FACTORS"]

#: The success factors and the pitfalls, in the order of their texts.
FACTORS: Final[tuple[Factor, ...]] = (*SUCCESS_FACTORS, *PITFALLS, *TSI_FACTORS)
