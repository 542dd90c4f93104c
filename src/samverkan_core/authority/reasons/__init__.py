"""Every reason for a no, with what is said of it in Swedish and in English."""

from collections.abc import Mapping

from samverkan_core.authority.question import RefusalCode
from samverkan_core.authority.reasons.of_holders import OF_HOLDERS
from samverkan_core.authority.reasons.of_mandates import OF_MANDATES
from samverkan_core.authority.reasons.reason import Reason, Words

__all__ = ["REASONS", "Reason", "Words"]

#: Every reason, in the order of the closed set -> what is said of it.
REASONS: Mapping[RefusalCode, Reason] = {
    code: {**OF_HOLDERS, **OF_MANDATES}[code] for code in RefusalCode
}
