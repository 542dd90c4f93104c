"""Shorter Swedish words for lists, where the name of a sheet would be too long for Excel."""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["SHORT_SV"]

#: The same of long lists, shorter, for where several names share that of a sheet.
SHORT_SV: Mapping[str, str] = MappingProxyType(
    {
        "agenda": "punkter",
        "delegated_decisions": "deleg.beslut",
        "handovers": "överlämn.",
        "joint_positions": "ställn.tag.",
        "plans": "planer",
        "readiness_measurements": "CRM",
        "roles": "befattn.",
        "shared_pictures": "bilder",
    }
)
