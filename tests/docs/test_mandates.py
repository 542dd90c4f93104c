"""What the page about mandates says in tables is what the library holds."""

import re
from collections.abc import Iterator

from samverkan_core.authority import limits
from samverkan_core.authority.parts import RootKind
from samverkan_core.authority.question import RefusalCode
from samverkan_core.model.mandate import MandateKind
from samverkan_core.reference.laws import laws
from samverkan_core.values.labels import Labelled

from .pages import DOCS

PAGE = (DOCS / "explanation" / "mandates.md").read_text(encoding="utf-8")
#: An id of a provision as the page writes it, without the number of a wording.
PROVISION = re.compile(r"`(se\.[\w.-]+)`")


def rows(*heads: str) -> Iterator[list[str]]:
    """Give the rows of the one table that has these heads."""
    _, found, rest = PAGE.partition(f"\n| {' | '.join(heads)} |\n")
    assert found, heads
    for line in rest.partition("\n\n")[0].splitlines()[1:]:
        yield [cell.strip() for cell in line.strip("|").split("|")]


def words(codes: type[Labelled]) -> list[list[str]]:
    return [[f"`{member.code}`", member.sv] for member in codes]


def test_every_reason_stands_in_the_table_in_the_order_of_the_set() -> None:
    table = list(rows("code", "svenska", "when"))
    assert [row[:2] for row in table] == words(RefusalCode)
    assert all(row[2].endswith(".") for row in table)


def test_every_ground_and_every_kind_of_mandate_has_its_row() -> None:
    grounds = [row[:2] for row in rows("ground", "svenska", "the last mandate rests on")]
    assert grounds == words(RootKind)
    kinds = [row[:2] for row in rows("kind", "svenska", "what it is")]
    assert sorted(kinds) == sorted(words(MandateKind))


def test_every_limit_names_its_code_and_the_provisions_behind_it() -> None:
    told = [
        (code.strip("`"), tuple(PROVISION.findall(provisions)))
        for _, code, provisions in rows("limit", "code", "provisions")
    ]
    assert told == [
        (RefusalCode.NOT_ELIGIBLE.code, limits.ELIGIBLE),
        (RefusalCode.DELEGATION_PROHIBITED.code, limits.JOINT),
        (RefusalCode.SUBDELEGATION_NOT_GRANTED.code, limits.ONE_STEP),
        *((code.code, provisions) for code, provisions in limits._RESERVED),
    ]
    known = {re.sub(r"\.v[0-9]+$", "", row.id) for row in laws()}
    assert set(PROVISION.findall(PAGE)) <= known
