"""The ways of working that the rules were gathered from: every row, and how rows are cited.

Five texts in which municipalities, and once their association, tell how people work together. Each
statement in them that somebody could ask for has a number, its row. The table says in the library's
own words what a row asks for; the texts themselves do not stand in it.

The numbers of Sundbyberg's rows go from SB-88 to SB-93: what the booklet says of success factors
and pitfalls has letters before its numbers (SB-F01, SB-P1).
"""

import csv
import functools
from collections.abc import Mapping
from types import MappingProxyType

import attrs

from samverkan_core.errors import UnknownCode
from samverkan_core.reference.files import package_text
from samverkan_core.values.labels import Labelled
from samverkan_core.values.source import Source, SourceKind

__all__ = ["SEEDS", "Demand", "Row", "row", "rows", "seed"]

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


class Demand(Labelled):
    """How strongly a row asks for something."""

    MUST = ("must", "ska", "must")
    SHOULD = ("should", "bör", "should")
    INFO = ("info", "upplyser", "for information")


@attrs.frozen(kw_only=True)
class Row:
    """One statement of a way of working (rad), with a number by which rules cite it."""

    #: Its number: the letters of the text, and a number in it.
    id: str
    #: What the text calls it, in Swedish.
    term_sv: str
    #: What it asks for, in the library's own words.
    asked: str
    #: How strongly.
    demand: Demand
    #: The code of the pillar that it belongs to: steering, structure or shared_view; else format.
    pillar: str
    #: Whether what is asked says more than the text does, and is in part the library's proposal.
    beyond_text: bool

    @property
    def text(self) -> str:
        """The name of the text that it stands in."""
        return SEEDS[self.letters]

    @property
    def letters(self) -> str:
        """The letters of the text that it stands in."""
        return self.id.partition("-")[0]


def row(id: str) -> Row:
    """Give the row that has a number.

    Raises:
        UnknownCode: No text has such a row; the error names the nearest one.

    >>> row("SB-46").term_sv
    'fyra fokusområden åt gången'
    """
    found = _by_id().get(id)
    if found is None:
        raise UnknownCode(id, _by_id(), among="row of the ways of working")
    return found


@functools.cache
def rows() -> tuple[Row, ...]:
    """Give every row, text by text, in the order of the texts."""
    table = csv.DictReader(package_text("seeds.csv").splitlines())
    return tuple(
        Row(
            id=line["id"],
            term_sv=line["term_sv"],
            asked=line["asked"],
            demand=Demand.named(line["demand"]),
            pillar=line["pillar"],
            beyond_text=line["beyond_text"] == "yes",
        )
        for line in table
    )


def seed(*ids: str) -> tuple[Source, ...]:
    """Cite rows of the ways of working.

    Raises:
        UnknownCode: One of them is no row.

    >>> seed("SB-46")[0].cite("en")
    'Fokus barn och unga (Sundbyberg), row SB-46'
    """
    cited = (row(id) for id in ids)
    return tuple(Source(kind=SourceKind.SEED, ref=one.id, title=one.text) for one in cited)


@functools.cache
def _by_id() -> Mapping[str, Row]:
    return MappingProxyType({one.id: one for one in rows()})
