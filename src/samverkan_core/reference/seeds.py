"""The ways of working that the rules were gathered from, and how their rows are cited."""

from collections.abc import Mapping
from types import MappingProxyType

from samverkan_core.values.source import Source, SourceKind

__all__ = ["SEEDS", "seed"]

#: Letters of a row -> the text that it stands for.
SEEDS: Mapping[str, str] = MappingProxyType(
    {
        "SB": "Fokus barn och unga (Sundbyberg)",
        "AT": "Samverkan kring barn som far illa (Åtvidaberg 2008)",
        "RA": "Stärkt samverkan för barnets bästa (Rättvik 2020)",
        "LO": "Barnens Bästa (Lomma 2019)",
        "KF": "Att samarbeta kring barn i riskzonen (Svenska Kommunförbundet, cirkulär 1997:53)",
    }
)


def seed(*rows: str) -> tuple[Source, ...]:
    """Cite rows of the ways of working.

    >>> seed("SB-46")[0].cite("en")
    'Fokus barn och unga (Sundbyberg), row SB-46'
    """
    return tuple(
        Source(kind=SourceKind.SEED, ref=row, title=SEEDS[row.partition("-")[0]]) for row in rows
    )
