"""The page of the field's words: each with its English, what it means, and how sure that is."""

import csv
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import attrs

from samverkan_core.reference.seeds import SEEDS
from samverkan_core.values.text import swedish_order

from .markup import code, plain, table

__all__ = ["glossary_page"]

_FILE = Path(__file__).parents[1] / "reference" / "glossary.csv"

#: How sure a meaning is -> what that says to a reader.
_SURE: Mapping[str, str] = MappingProxyType(
    {
        "V2": "found in at least two public sources that do not depend on each other",
        "V1": "found in one public source",
        "VT": "read in the text of the statute",
        "VT2": "read in two copies of the statute, or in one and in another source",
        "M": "from memory, not verified",
    }
)
#: The number of a text, as the list cites it -> the letters of its rows.
_NUMBERS: Mapping[str, str] = MappingProxyType(
    {"000": "KF", "001": "AT", "002": "SB", "003": "RA", "004": "LO"}
)
_SEED = re.compile(r"(?:Seed )?\b(00[0-4])\b")
_STATUTE = re.compile(r"\bS:\d{4}/sfs-(\d{4})-(\d+)")


@attrs.frozen(kw_only=True)
class _Term:
    """A word of the field, as a row of the list has it."""

    #: The Swedish word.
    sv: str
    #: The English word for it.
    en: str
    #: What it means, in English.
    definition_en: str
    #: Where that was found.
    source: str
    #: How sure it is, as a mark.
    confidence: str


def _terms() -> list[_Term]:
    """Give every word of the list, å ä ö last."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        rows = [_Term(**row) for row in csv.DictReader(file)]
    return sorted(rows, key=lambda term: swedish_order(term.sv))


def glossary_page() -> str:
    """Write the page: what the marks and the short names of sources mean, then every word."""
    every = _terms()
    marks = ((code(mark), meaning, str(_count(every, mark))) for mark, meaning in _SURE.items())
    entries = "\n\n".join(map(_entry, every))
    return "\n".join(
        [
            "## How sure a meaning is\n",
            table(("mark", "meaning", "words"), marks),
            f"## The {len(every)} words\n",
            # A glossary of Sphinx: each word can be linked to, and is found by its search.
            f"```{{glossary}}\n{entries}\n```\n",
        ]
    )


def _count(every: list[_Term], mark: str) -> int:
    return sum(term.confidence == mark for term in every)


def _entry(term: _Term) -> str:
    return "\n".join(
        [
            plain(term.sv),
            f"  **{plain(term.en)}** – {plain(term.definition_en)}.\\",
            f"  *{plain(_source(term.source))}* · {_sure(term.confidence)}",
        ]
    )


def _sure(mark: str) -> str:
    # V is for verified: what nobody has looked up stands out from the rest.
    return code(mark) if mark.startswith("V") else f"**{code(mark)} {_SURE[mark]}**"


def _source(source: str) -> str:
    """Write a source so that a reader knows the text: its name, not its number in the list."""
    named = _SEED.sub(lambda match: SEEDS[_NUMBERS[match[1]]], source)
    return _STATUTE.sub(r"SFS \1:\2", named)
