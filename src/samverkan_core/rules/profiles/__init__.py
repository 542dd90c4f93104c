"""Local models: which rules a municipality goes by, with which numbers of its own."""

from collections.abc import Mapping
from types import MappingProxyType

from samverkan_core.rules.profiles.atvidaberg import ATVIDABERG
from samverkan_core.rules.profiles.common import COMMON
from samverkan_core.rules.profiles.lomma import LOMMA
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.rules.profiles.rattvik import RATTVIK
from samverkan_core.rules.profiles.riskzon1997 import RISKZON1997
from samverkan_core.rules.profiles.sundbyberg import SUNDBYBERG

__all__ = ["PROFILES"]

#: Name -> profile, for every profile that ships with the library.
PROFILES: Mapping[str, Profile] = MappingProxyType(
    {
        profile.name: profile
        for profile in (COMMON, SUNDBYBERG, ATVIDABERG, RATTVIK, LOMMA, RISKZON1997)
    }
)
