"""A delegation order as a table: read, remarked on, and written back as it was.

The number of a person is an official test number, never issued to anyone.
"""

import csv
import datetime as dt
import re
import string
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from samverkan_core.errors import InvalidValue
from samverkan_core.findings.finding import Finding, Force, Notice, Severity
from samverkan_core.findings.pointer import tokens
from samverkan_core.interop.delegation_order import (
    COLUMNS,
    DelegationOrder,
    read_delegation_order,
    write_delegation_order,
)
from samverkan_core.interop.order_cells import collapsed, is_empty
from samverkan_core.interop.order_kept import EXTENSION
from samverkan_core.interop.order_remarks import REMARKS
from samverkan_core.model.anatomy import texts
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.mandate import (
    Basis,
    BasisKind,
    Mandate,
    MandateKind,
    Matter,
    Power,
    Scope,
)
from samverkan_core.reference.citations import Standing, cited
from samverkan_core.serialization.fault import PERSONAL_NUMBER
from samverkan_core.serialization.load import loads, read
from samverkan_core.serialization.reports import NOTICES
from samverkan_core.serialization.write import dumps
from samverkan_core.values.identifiers import personal_numbers
from samverkan_core.values.ids import BodyId, DocumentId, HolderId, MandateId, MatterId
from samverkan_core.values.kept import NOTHING, JsonNumber, JsonObject, frozen_json
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import Period

NUMBER = "20230123-2399"
GUIDE = Path(__file__).parents[3] / "docs/how-to/transcribe-a-delegation-order.md"

ORDER = DocumentId("delegation")
BOARD = BodyId("socialnamnden")
ROOT = MandateId("reglementet")
HEAD, UNIT, CHILD, COMMITTEE, FIRST = map(
    HolderId, ("forvaltningschef", "enhetschef", "barnchef", "utskottet", "forste")
)
OFFICES = {
    "Förvaltningschef": HEAD,
    "Enhetschef": UNIT,
    "EC": UNIT,
    "Barn- och ungdomschef": CHILD,
    "Utskottet för individ och familj": COMMITTEE,
    "1:e socialsekreterare": FIRST,
    "Socialnämnden": HolderId(BOARD),
}
WORDS = {HEAD: "Förvaltningschef", UNIT: "Enhetschef", CHILD: "Barn- och ungdomschef"}
YEAR = Period(first_day=dt.date(2026, 1, 1), last_day=dt.date(2026, 12, 31))
WHOLE = {
    "Nr": "3.10",
    "Ärende": "Beslut om kontaktfamilj",
    "Lagrum": "30 kap. 5 § socialtjänstlagen (2025:400)",
    "Delegat": "Enhetschef",
    "Ersättare": "Förvaltningschef",
    "Villkor": "Högst sex månader",
}

Row = Mapping[str, str]


def read_order(rows: Iterable[Any], **facts: Any) -> DelegationOrder:
    """Read rows as the order of the board of social services."""
    known = {
        "document": ORDER,
        "granted_by": BOARD,
        "parent": ROOT,
        "period": YEAR,
        "offices": OFFICES,
    }
    return read_delegation_order(rows, **{**known, **facts})


def written(order: DelegationOrder, **facts: Any) -> tuple[dict[str, str], ...]:
    """Write what was read of that order."""
    known = {"document": ORDER, "offices": OFFICES}
    return write_delegation_order(order.matters, order.mandates, **{**known, **facts})


def one(**cells: str) -> DelegationOrder:
    """Read one line, of which some cells are other than those of a line without remarks."""
    return read_order([{**WHOLE, **cells}])


def codes(order: DelegationOrder) -> list[str]:
    """Give the codes of all remarks, in their order."""
    return [remark.code for remark in order.remarks]


def only(order: DelegationOrder) -> Mandate:
    """Give the one mandate that was read."""
    (mandate,) = order.mandates
    return mandate


def up_to_white_space(rows: Iterable[Row]) -> list[dict[str, str]]:
    """Give what stands in rows, without cells and rows in which nothing stands."""
    told = [{head: collapsed(cell) for head, cell in row.items()} for row in rows]
    filled = [{head: cell for head, cell in row.items() if cell} for row in told]
    return [row for row in filled if row]


class TestReading:
    """What a line becomes."""

    def test_a_whole_line_becomes_a_matter_and_a_mandate(self) -> None:
        order = read_order([WHOLE])
        (matter,) = order.matters
        assert attrs.evolve(matter, kept=NOTHING) == Matter(
            id=MatterId("delegation-3.10"),
            name="Beslut om kontaktfamilj",
            provision=Source(
                kind=SourceKind.LAW, ref="30 kap. 5 §", title="socialtjänstlagen (2025:400)"
            ),
        )
        assert only(order) == Mandate(
            id=MandateId("delegation-3.10-delegat"),
            kind=MandateKind.DELEGATION,
            powers=(Power.DECIDE,),
            scope=Scope(matters=(MatterId("delegation-3.10"),)),
            period=YEAR,
            granted_by=HolderId(BOARD),
            granted_to=(UNIT,),
            substitutes=(HEAD,),
            basis=Basis(kind=BasisKind.GOVERNING_DOCUMENT, document=ORDER, line="3.10"),
            parent=ROOT,
            conditions=("Högst sex månader",),
        )
        assert order.remarks == ()

    def test_a_number_is_a_text_and_the_order_is_that_of_the_rows(self) -> None:
        numbers = ["3.9", "3.10", "3.1", "3.1 b", "2"]
        order = read_order([{**WHOLE, "Nr": number} for number in numbers])
        assert [mandate.basis and mandate.basis.line for mandate in order.mandates] == numbers
        assert [row["Nr"] for row in written(order)] == numbers
        assert codes(order) == []

    def test_each_line_of_a_cell_of_conditions_is_one(self) -> None:
        order = one(Villkor="Högst 5 000 kr;\n\n  inte utomlands \r\n")
        assert only(order).conditions == ("Högst 5 000 kr;", "inte utomlands")

    @pytest.mark.parametrize("dash", ["", " ", "-", "–", " — ", "\u00a0", "\x00\x1f"])
    def test_a_dash_says_that_nothing_belongs_there(self, dash: str) -> None:
        order = one(Ersättare=dash, Villkor=dash)
        assert (only(order).substitutes, only(order).conditions) == ((), ())
        assert codes(order) == []
        assert up_to_white_space(written(order)) == up_to_white_space(
            [{**WHOLE, "Ersättare": dash, "Villkor": dash}]
        )

    def test_a_row_in_which_nothing_stands_is_passed_over(self) -> None:
        blank = dict.fromkeys(COLUMNS, " \n")
        assert read_order([blank, WHOLE, {}]).matters == read_order([WHOLE]).matters
        assert read_order([]) == DelegationOrder(matters=(), mandates=(), remarks=())

    def test_own_heads(self) -> None:
        heads = {"Nr": "Punkt", "Delegat": "Beslutanderätt", "Ersättare": "Vid frånvaro"}
        rows = [{heads.get(head, head): cell for head, cell in WHOLE.items()}]
        order = read_order(rows, columns=heads)
        assert (order.matters, order.mandates) == (
            read_order([WHOLE]).matters,
            read_order([WHOLE]).mandates,
        )
        assert list(written(order, columns=heads)) == rows
        assert written(order) == (WHOLE,)

    def test_the_reader_of_the_standard_library_may_be_handed_over(self) -> None:
        lines = ["Nr,Ärende,Delegat,Villkor", "1,Avgift,EC", "2,Avgift,EC,nej,extra,mer"]
        order = read_order(csv.DictReader(lines))
        assert [mandate.conditions for mandate in order.mandates] == [(), ("nej",)]
        assert [row[""] for row in written(order)] == ["", "extra; mer"]
        (found,) = (remark for remark in order.remarks if remark.code in {"DEL011", "DEL012"})
        assert (found.code, tokens(found.pointer)) == ("DEL012", ("1", ""))
        assert found.message() == (
            "Rad 2, nr 2: raden har fler celler än tabellen har kolumner; kontrollera att inget "
            "skiljetecken saknar citattecken."
        )

    def test_a_row_with_more_cells_than_heads_is_told_of_even_where_they_are_empty(self) -> None:
        lines = ["Nr,Ärende,Delegat,Ersättare", "1,Avgift, ringa,EC,", "2,Avgift,EC,"]
        order = read_order(csv.DictReader(lines))
        told_of = [found.pointer for found in order.remarks if found.code == "DEL012"]
        assert told_of == ["/0/"]
        assert "" not in written(order)[0]

    def test_cells_beyond_the_last_head_are_kept_beside_a_column_without_a_head(self) -> None:
        lines = ["Nr,Ärende,Delegat,", "1,Avgift,EC,a,b", "2,Avgift,EC,c"]
        order = read_order(csv.DictReader(lines))
        assert [row[""] for row in written(order)] == ["a; b", "c"]
        kept = [(found.code, found.pointer) for found in order.remarks if found.pointer[-1] == "/"]
        assert kept == [("DEL012", "/0/"), ("DEL011", "/1/")]

    @pytest.mark.parametrize(
        "spell",
        [
            str.upper,
            str.casefold,
            lambda head: f"  {head}\n",
            lambda head: f"\ufeff{head}",
            lambda head: f"\ufeff {head}",
            lambda head: unicodedata.normalize("NFD", head),
        ],
        ids=["capitals", "small", "spaces", "mark", "mark-space", "decomposed"],
    )
    def test_neither_case_nor_spacing_of_heads_matters(self, spell: Callable[[str], str]) -> None:
        rows = [{spell(head): cell for head, cell in WHOLE.items()}]
        order = read_order(rows)
        assert order.mandates == read_order([WHOLE]).mandates
        assert order.remarks == ()
        assert list(written(order)) == rows
        assert written(order, columns={"Nr": "Punkt"})[0]["Punkt"] == "3.10"

    def test_a_pointer_has_the_head_as_the_table_spells_it(self) -> None:
        rows = [{"NR": "1", "ÄRENDE": "Avgift", "DELEGAT": "Chefen", "LAGRUM": ""}]
        assert [found.pointer for found in read_order(rows).remarks] == ["/0/DELEGAT", "/0/LAGRUM"]

    def test_of_two_heads_for_one_column_the_one_that_is_the_same_to_the_letter_is_read(
        self,
    ) -> None:
        rows = [{"delegat": "Förvaltningschef", **WHOLE, "DELEGAT": "Chefen"}]
        order = read_order(rows)
        assert only(order).granted_to == (UNIT,)
        assert codes(order) == ["DEL011", "DEL011"]
        assert up_to_white_space(written(order)) == up_to_white_space(rows)

    def test_of_two_heads_for_one_column_that_are_not_the_first_is_read(self) -> None:
        rows = [{"Ärende": "Avgift", "delegat": "EC", "DELEGAT": "Chefen"}]
        order = read_order(rows)
        assert only(order).granted_to == (UNIT,)
        assert up_to_white_space(written(order)) == up_to_white_space(rows)


class TestDelegates:
    """Who is named in a cell."""

    @pytest.mark.parametrize(
        ("cell", "ids"),
        [
            ("Enhetschef", [UNIT]),
            ("  ENHETSCHEF. ", [UNIT]),
            ("ec", [UNIT]),
            ("Enhetschef, EC", [UNIT]),
            ("Enhetschef och förvaltningschef", [UNIT, HEAD]),
            ("Förvaltningschef eller enhetschef", [HEAD, UNIT]),
            ("Förvaltningschef samt EC", [HEAD, UNIT]),
            ("Förvaltningschef/EC", [HEAD, UNIT]),
            ("Förvaltningschef; EC; ", [HEAD, UNIT]),
            ("Förvaltningschef\nEC", [HEAD, UNIT]),
            ("Förvaltningschef eller\nEC", [HEAD, UNIT]),
            ("Förvaltningschef,\neller EC", [HEAD, UNIT]),
            ("Förvaltningschef\neller EC", [HEAD, UNIT]),
            ("Barn- och ungdomschef", [CHILD]),
            ("Barn- och\nungdomschef", [CHILD]),
            ("barn- och ungdomschef och enhetschef", [CHILD, UNIT]),
            ("Utskottet för individ och familj", [COMMITTEE]),
            ("Enhetschef eller utskottet för individ och familj, EC", [UNIT, COMMITTEE]),
            ("1:e  socialsekreterare", [FIRST]),
            (unicodedata.normalize("NFD", "Förvaltningschef och EC"), [HEAD, UNIT]),
            (unicodedata.normalize("NFD", "EC eller förvaltningschef var för sig"), [UNIT, HEAD]),
            ("Enhetschef och förvaltningschef var för sig", [UNIT, HEAD]),
            ("EC eller förvaltningschef (var och en för sig)", [UNIT, HEAD]),
        ],
    )
    def test_each_decides_alone(self, cell: str, ids: list[HolderId]) -> None:
        order = one(Delegat=cell)
        assert list(only(order).granted_to) == ids
        assert not only(order).jointly
        apart = "för sig" in unicodedata.normalize("NFC", cell)
        expected = ["DEL003"] if len(ids) > 1 and not apart else []
        assert codes(order) == expected

    @pytest.mark.parametrize(
        "cell",
        [
            "Enhetschef och förvaltningschef gemensamt",
            "Gemensamt: enhetschef, förvaltningschef",
            "EC och förvaltningschef (tillsammans)",
            "EC och förvaltningschef i förening",
            unicodedata.normalize("NFD", "EC och förvaltningschef i förening"),
        ],
    )
    def test_several_together(self, cell: str) -> None:
        order = one(Delegat=cell)
        assert only(order).granted_to == (UNIT, HEAD)
        assert only(order).jointly
        assert codes(order) == ["DEL004"]

    @pytest.mark.parametrize("cell", ["Enhetschef gemensamt", "EC och enhetschef tillsammans"])
    def test_one_cannot_decide_together_with_nobody(self, cell: str) -> None:
        order = one(Delegat=cell)
        assert (only(order).granted_to, only(order).jointly) == ((UNIT,), False)
        assert codes(order) == ["DEL004"]
        assert written(order)[0]["Delegat"] == cell

    def test_a_word_is_the_same_however_its_letters_are_composed(self) -> None:
        word = "Överåläkare på äldreenhetens östra område"
        decomposed = unicodedata.normalize("NFD", word)
        for given_, cell in ((word, decomposed), (decomposed, word)):
            order = read_order(
                [{**WHOLE, "Delegat": cell, "Ersättare": ""}], offices={given_: HEAD}
            )
            assert only(order).granted_to == (HEAD,)
            assert written(order, offices={given_: HEAD})[0]["Delegat"] == cell
        with pytest.raises(InvalidValue, match="stands for 'b' here and for 'a'"):
            read_order([], offices={word: HolderId("a"), decomposed: HolderId("b")})

    def test_an_office_may_have_the_word_in_its_name(self) -> None:
        offices = {"Gemensamt utskott": COMMITTEE}
        order = read_order([{**WHOLE, "Delegat": "gemensamt utskott"}], offices=offices)
        assert (only(order).granted_to, only(order).jointly) == ((COMMITTEE,), False)

    @pytest.mark.parametrize("word", ["Nämnden", "styrelsen", "Socialnämnden"])
    def test_the_board_delegates_nothing_to_itself(self, word: str) -> None:
        order = one(Delegat=word)
        assert order.mandates == ()
        assert [matter.name for matter in order.matters] == [WHOLE["Ärende"]]
        assert codes(order) == ["DEL002"]
        assert written(order) == ({**WHOLE, "Delegat": word},)

    def test_the_board_beside_another(self) -> None:
        order = one(Delegat="Nämnden eller EC", Ersättare="Förvaltningschef, nämnden")
        assert (only(order).granted_to, only(order).substitutes) == ((UNIT,), (HEAD,))
        assert codes(order) == ["DEL002", "DEL002"]

    def test_a_word_of_the_municipalitys_own_comes_before_what_orders_call_the_board(self) -> None:
        order = read_order([{**WHOLE, "Delegat": "Styrelsen"}], offices={"styrelsen": COMMITTEE})
        assert only(order).granted_to == (COMMITTEE,)

    @pytest.mark.parametrize("other", ["Enhetschefn", "nämnden"])
    def test_nobody_decides_alone_who_was_to_decide_with_another(self, other: str) -> None:
        assert one(Delegat=f"Förvaltningschef och {other} gemensamt").mandates == ()

    def test_a_word_that_nobody_knows(self) -> None:
        order = one(Delegat="Enhetschefn eller förvaltningschef", Ersättare="EC")
        assert (only(order).granted_to, only(order).substitutes) == ((HEAD,), ())
        (found,) = order.remarks
        assert (found.code, found.severity, found.pointer) == (
            "DEL001",
            Severity.ERROR,
            "/0/Delegat",
        )
        assert found.message() == (
            "Rad 1, nr 3.10: ”Enhetschefn” i kolumnen Delegat är inget känt ord. "
            "Kända är bland andra Enhetschef."
        )
        assert found.message("en") == (
            "Row 1, no. 3.10: ”Enhetschefn” in the column Delegat is no known word. "
            "Among those known: Enhetschef."
        )

    def test_no_substitute_steps_in_before_one_that_nobody_knows(self) -> None:
        order = one(Ersättare="Vikarien, förvaltningschef")
        assert (only(order).granted_to, only(order).substitutes) == ((UNIT,), ())
        assert [remark.pointer for remark in order.remarks] == ["/0/Ersättare"]

    def test_substitutes_who_step_in_together_are_not_read(self) -> None:
        order = one(Ersättare="Förvaltningschef och barn- och ungdomschef gemensamt")
        assert only(order).substitutes == ()
        assert codes(order) == ["DEL004"]

    def test_substitutes_stand_in_their_order(self) -> None:
        order = one(Ersättare="Barn- och ungdomschef, förvaltningschef")
        assert only(order).substitutes == (CHILD, HEAD)
        assert codes(order) == []

    @pytest.mark.parametrize(
        ("cell", "unknown"),
        [
            (", ".join(["EC", "chefen"] * 20_000), ["DEL001"]),
            (f"{', ' * 50_000}EC", []),
            (f"EC{' och' * 50_000}", ["DEL001"]),
            (f"EC, {'(' * 100_000}", ["DEL001"]),
        ],
        ids=["words", "marks", "ands", "brackets"],
    )
    def test_a_long_cell_is_read_in_good_time(self, cell: str, unknown: list[str]) -> None:
        order = one(Delegat=cell)
        assert codes(order) == unknown
        assert {id_ for mandate in order.mandates for id_ in mandate.granted_to} <= {UNIT}


class TestProvisions:
    """What is made of the column Lagrum."""

    @pytest.mark.parametrize(
        ("cell", "ref", "title"),
        [
            ("6 kap. 38 § KL", "6 kap. 38 §", "kommunallagen (2017:725)"),
            ("KL 6 kap 38 §", "6 kap 38 §", "kommunallagen (2017:725)"),
            ("KL (2017:725) 6:38", "6:38", "kommunallagen (2017:725)"),
            ("6 kap. 38 §, kommunallagen.", "6 kap. 38 §", "kommunallagen (2017:725)"),
            ("kommunallagens 6 kap. 38 §", "6 kap. 38 §", "kommunallagen (2017:725)"),
            # The name without its number means an older act: it stays as written.
            ("10 kap. 4 § SoL", "10 kap. 4 §", "SoL"),
            ("10 kap. 4 § SoL (2001:453)", "10 kap. 4 §", "socialtjänstlagen (2001:453)"),
            # Not in the table.
            ("99 kap. 1 § KL", "99 kap. 1 §", "KL"),
            ("9 § LSS", "9 § LSS", None),
            ("6 kap. 38 § KL, 6 § LVU", "6 kap. 38 § KL, 6 §", "LVU"),
            ("Delegationsbeslut  SN § 4", "Delegationsbeslut SN § 4", None),
            ("KL", "KL", None),
            ("enligt lag KL", "enligt lag KL", None),
            ("1" * 301 + " § KL", "1" * 301 + " § KL", None),
        ],
    )
    def test_place_and_act(self, cell: str, ref: str, title: str | None) -> None:
        order = one(Lagrum=cell)
        assert order.matters[0].provision == Source(kind=SourceKind.LAW, ref=ref, title=title)
        assert up_to_white_space(written(order)) == up_to_white_space([{**WHOLE, "Lagrum": cell}])

    @pytest.mark.parametrize(
        ("cell", "accepted"),
        [
            ("6 kap. 36 § kommunallagen (1991:900)", ("6 kap. 39 § kommunallagen (2017:725)",)),
            ("99 kap. 1 § SoL (2001:453)", ("socialtjänstlagen (2025:400)",)),
        ],
    )
    def test_a_law_that_no_longer_holds(self, cell: str, accepted: tuple[str, ...]) -> None:
        (found,) = one(Lagrum=cell).remarks
        assert (found.code, found.pointer) == ("DEL007", "/0/Lagrum")
        assert dict(found.data)["accepted"] == accepted
        assert dict(found.data)["day"] == "2026-01-01"

    def test_a_law_is_asked_for_on_the_first_day(self) -> None:
        rows = [{**WHOLE, "Lagrum": "10 kap. 4 § SoL"}]
        last = Period(first_day=dt.date(2025, 6, 30))
        after = Period(first_day=dt.date(2025, 7, 1))
        assert codes(read_order(rows, period=last)) == []
        assert codes(read_order(rows, period=after)) == ["DEL007"]
        unknown = read_order(rows, period=Period(last_day=dt.date(2026, 1, 1)))
        assert codes(unknown) == []
        title = unknown.matters[0].provision
        assert title is not None
        assert title.title == "SoL"

    @given(
        place=st.sampled_from(
            ["6 kap. 38 §", "10 kap 4 §", "6:37", "6 §", "30 kap. 6–8 §§", "5 kap. 1 a §"]
        ),
        act=st.sampled_from(
            ["KL", "SoL", "LVU", "kommunallagen (1991:900)", "SoL (2001:453)", "XL"]
        ),
        day=st.dates(dt.date(1995, 1, 1), dt.date(2030, 1, 1)),
        first=st.booleans(),
    )
    def test_law_what_is_read_stands_for_what_was_written(
        self, place: str, act: str, day: dt.date, *, first: bool
    ) -> None:
        cell = f"{act} {place}" if first else f"{place} {act}"
        order = read_order([{**WHOLE, "Lagrum": cell}], period=Period(first_day=day))
        provision = order.matters[0].provision
        assert provision is not None
        found, meant = cited(provision.cite(), day), cited(cell, day)
        assert (found.standing, found.rows) == (meant.standing, meant.rows)
        assert ("DEL007" in codes(order)) == (meant.standing is Standing.NO_LONGER)


class TestRemarks:
    """What a line leaves unclear."""

    @pytest.mark.parametrize(
        ("cells", "code", "pointer"),
        [
            ({"Delegat": "Chefen"}, "DEL001", "/0/Delegat"),
            ({"Ersättare": "Chefen"}, "DEL001", "/0/Ersättare"),
            ({"Delegat": "Nämnden"}, "DEL002", "/0/Delegat"),
            ({"Delegat": "EC och förvaltningschef"}, "DEL003", "/0/Delegat"),
            ({"Delegat": "EC och förvaltningschef gemensamt"}, "DEL004", "/0/Delegat"),
            ({"Delegat": "–"}, "DEL005", "/0/Delegat"),
            ({"Lagrum": ""}, "DEL006", "/0/Lagrum"),
            ({"Lagrum": "6 kap. 33 § kommunallagen (1991:900)"}, "DEL007", "/0/Lagrum"),
            ({"Nr": ""}, "DEL008", "/0/Nr"),
            ({"Ärende": "-"}, "DEL010", "/0/Ärende"),
            ({"Anmäls till": "Nämnden"}, "DEL011", "/0/Anmäls till"),
            ({"Villkor": f"Gäller {NUMBER}"}, "PRI001", "/0/Villkor"),
        ],
    )
    def test_one_cell_gives_one_remark(
        self, cells: dict[str, str], code: str, pointer: str
    ) -> None:
        (found,) = one(**cells).remarks
        assert (found.code, found.pointer) == (code, pointer)
        assert dict(found.data)["row"] == 1
        assert found.subject == ("delegation-rad-1" if code == "DEL008" else "delegation-3.10")

    def test_a_number_twice(self) -> None:
        order = read_order([WHOLE, {}, {**WHOLE, "Nr": " 3.10"}, {**WHOLE, "Nr": "3.1"}])
        (found,) = order.remarks
        assert (found.code, found.pointer, found.subject) == (
            "DEL009",
            "/2/Nr",
            "delegation-3.10 (2)",
        )
        assert found.message() == (
            "Rad 3, nr 3.10: numret står också på rad 1; varje rad ska ha ett eget."
        )

    def test_lines_without_a_number_are_not_said_to_have_the_same(self) -> None:
        order = read_order([{**WHOLE, "Nr": ""}, {**WHOLE, "Nr": "–"}])
        assert codes(order) == ["DEL008", "DEL008"]
        assert [mandate.basis and mandate.basis.line for mandate in order.mandates] == [None, None]
        assert [row["Nr"] for row in written(order)] == ["", "–"]

    def test_a_matter_without_a_name_is_called_by_its_number(self) -> None:
        rows = [{**WHOLE, "Ärende": ""}, {**WHOLE, "Nr": "", "Ärende": "–"}]
        order = read_order(rows)
        assert [matter.name for matter in order.matters] == ["3.10", "Rad 2"]
        assert list(written(order)) == rows

    def test_a_heading_is_a_matter_without_a_delegate_and_needs_no_provision(self) -> None:
        rows = [{"Nr": "3", "Ärende": "Barn och unga"}, WHOLE]
        order = read_order(rows)
        assert codes(order) == ["DEL005"]
        assert [matter.name for matter in order.matters] == ["Barn och unga", WHOLE["Ärende"]]
        assert len(order.mandates) == 1
        assert up_to_white_space(written(order)) == rows

    def test_a_column_that_is_not_interpreted_is_told_of_once_and_kept(self) -> None:
        rows = [
            {**WHOLE, "Nr": "1", "Delegater": "", "Anmäls": "ja"},
            {**WHOLE, "Nr": "2", "Delegater": "EC", "Anmäls": "nej"},
        ]
        order = read_order(rows)
        assert [(found.code, found.pointer) for found in order.remarks] == [
            ("DEL011", "/0/Anmäls"),
            ("DEL011", "/1/Delegater"),
        ]
        assert dict(order.remarks[1].data)["accepted"] == ("Delegat",)
        assert list(written(order)) == rows

    @pytest.mark.parametrize("offices", [{}, {" ": UNIT}])
    def test_where_no_word_is_known_that_is_said(self, offices: Mapping[str, HolderId]) -> None:
        rows = [{**WHOLE, "Ersättare": ""}, {**WHOLE, "Nr": "4", "Delegat": "", "Ersättare": ""}]
        unknown, without = read_order(rows, offices=offices).remarks
        assert [
            unknown.message(),
            unknown.message("en"),
            without.message(),
            without.message("en"),
        ] == [
            (
                "Rad 1, nr 3.10: ”Enhetschef” i kolumnen Delegat är inget känt ord. "
                "Inga ord är angivna i offices."
            ),
            (
                "Row 1, no. 3.10: ”Enhetschef” in the column Delegat is no known word. "
                "None is named in offices."
            ),
            "Rad 2, nr 4: ingen delegat står i kolumnen Delegat. Inga ord är angivna i offices.",
            "Row 2, no. 4: no delegate stands in the column Delegat. None is named in offices.",
        ]
        assert "accepted" not in dict(unknown.data) | dict(without.data)

    def test_the_number_of_a_person_in_a_head_that_is_kept(self) -> None:
        head = f"Anmäls av {NUMBER}"
        rows = [{**WHOLE, head: "ja"}, {**WHOLE, "Nr": "4", head: "nej"}]
        order = read_order(rows)
        assert [(found.code, found.pointer) for found in order.remarks] == [
            ("DEL011", "/0/Anmäls av 20******-****"),
            ("PRI001", "/0/Anmäls av 20******-****"),
        ]
        assert list(written(order)) == rows

    def test_the_number_of_a_person_is_shown_to_nobody(self) -> None:
        row = dict.fromkeys((*COLUMNS, NUMBER), NUMBER)
        order = read_order([row, row])
        assert {"DEL001", "DEL009", "DEL011", "PRI001"} <= set(codes(order))
        for remark in order.remarks:
            shown = [remark.pointer, remark.subject or "", repr(remark.to_dict())]
            assert not any(map(personal_numbers, shown))

    def test_a_number_in_a_line_is_let_through_here_and_stopped_by_the_reader(self) -> None:
        order = one(Villkor=f"Gäller {NUMBER}")
        assert only(order).conditions == (f"Gäller {NUMBER}",)
        collab = Collaboration(name="n", mandates=(only(order),))
        text = dumps(attrs.evolve(collab, mandates=())).decode()
        stated = f'{text[:-1]},"purpose":"{NUMBER}"}}'
        assert [found.code for found in read(stated).report] == ["PRI001"]
        assert any(personal_numbers(found) for _, found in texts(collab))

    @pytest.mark.parametrize("notice", REMARKS, ids=lambda notice: notice.code)
    def test_every_remark_says_what_why_and_who_in_both_languages(self, notice: Notice) -> None:
        names = [_names(notice.texts(lang).message) for lang in ("sv", "en")]
        assert names[0] == names[1] >= {"row", "line"}
        for lang in ("sv", "en"):
            said = notice.texts(lang)
            assert all(text.endswith(".") for text in (said.message, said.why, said.remedy))
            assert _names(said.why) | _names(said.remedy) == set()
        if notice.force is Force.PROPOSAL:
            assert notice.severity is not Severity.ERROR

    def test_every_code_is_in_order_and_nobody_elses(self) -> None:
        known = [notice.code for notice in REMARKS]
        assert known == sorted(set(known))
        assert not set(known) & set(NOTICES)

    def test_the_guide_lists_every_remark_with_its_weight(self) -> None:
        line = re.compile(r"^\| `([A-Z]{3}[0-9]{3})` \| (\w+) \|", re.MULTILINE)
        listed = line.findall(GUIDE.read_text("utf-8"))
        notices = (*REMARKS, PERSONAL_NUMBER)
        assert listed == [(notice.code, notice.severity.code) for notice in notices]


def _names(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


class TestMisuse:
    """What a caller did wrong."""

    @pytest.mark.parametrize(
        ("head", "cell", "said"),
        [
            ("Nr", 3.1, "row 1: the cell under ”Nr” must be text .* not float"),
            (7, "x", "row 1: a head must be text .* not int"),
            ("Nr", "\ud800", "row 1: the cell under ”Nr” must be text that UTF-8"),
            (None, ["x", 1], "row 1: the cell under ”None” must be text"),
        ],
    )
    def test_a_cell_that_is_no_text(self, head: object, cell: object, said: str) -> None:
        row: dict[Any, object] = {**WHOLE}
        row[head] = cell
        with pytest.raises(InvalidValue, match=said):
            read_order([row])

    @pytest.mark.parametrize(
        ("columns", "said"),
        [
            ({"Delegater": "Delegat"}, "columns: 'Delegater' is none of Nr, Ärende"),
            ({"Delegat": "Ersättare"}, "columns: each column needs a head of its own"),
            ({"Delegat": " ERSÄTTARE"}, "columns: each column needs a head of its own"),
        ],
    )
    def test_heads_that_cannot_be(self, columns: dict[str, str], said: str) -> None:
        with pytest.raises(InvalidValue, match=said):
            read_order([WHOLE], columns=columns)
        with pytest.raises(InvalidValue, match=said):
            write_delegation_order((), (), document=ORDER, offices={}, columns=columns)

    @pytest.mark.parametrize("row", ["3.10;Avgift;EC", ["3.10", "Avgift"], None])
    def test_a_row_that_is_no_mapping(self, row: object) -> None:
        said = "row 2 is no mapping from head to cell; read the table with csv.DictReader"
        with pytest.raises(InvalidValue, match=said):
            read_order([WHOLE, row])

    @pytest.mark.parametrize(
        ("columns", "said"),
        [
            ({}, "no head stands for Delegat: ”Delegat” is not there; name it in `columns`"),
            ({"Delegat": "Beslut"}, "no head stands for Delegat: ”Beslut” is not there"),
        ],
    )
    def test_a_table_without_a_head_for_the_delegates(
        self, columns: dict[str, str], said: str
    ) -> None:
        row = {"Nr": "1", "Ärende": "Avgift", "Beslutanderätt": "EC"}
        with pytest.raises(InvalidValue, match=said):
            read_order([{}, row], columns=columns)
        assert read_order([dict.fromkeys(row, " ")], columns=columns).matters == ()
        assert len(read_order([row], columns={"Delegat": "beslutanderätt"}).mandates) == 1

    def test_one_word_for_two_offices(self) -> None:
        with pytest.raises(InvalidValue, match="”enhetschef ” stands for 'b' here and for 'a'"):
            read_order([], offices={"Enhetschef": HolderId("a"), "enhetschef ": HolderId("b")})

    def test_a_column_that_was_kept_is_not_written_over(self) -> None:
        order = read_order([{**WHOLE, "Anm": "x"}])
        with pytest.raises(InvalidValue, match="”Anm” is the head of a column that was kept"):
            written(order, columns={"Villkor": "Anm"})


class TestWriting:
    """What is written of things that were not read, or were changed since."""

    def test_a_changed_line_is_written_as_it_is_now(self) -> None:
        order = one(Delegat="ec", Lagrum="6 kap. 38 § KL", Villkor="–")
        assert written(order)[0]["Delegat"] == "ec"
        mandate = attrs.evolve(
            only(order), granted_to=(CHILD, HEAD, UNIT), jointly=True, conditions=("a", "b")
        )
        changed = attrs.evolve(order, mandates=(mandate,))
        assert written(changed) == (
            {
                **WHOLE,
                "Lagrum": "6 kap. 38 § KL",
                "Delegat": "Barn- och ungdomschef, Förvaltningschef och Enhetschef gemensamt",
                "Villkor": "a\nb",
            },
        )

    def test_a_line_whose_delegation_is_taken_away_still_stands(self) -> None:
        order = attrs.evolve(read_order([WHOLE]), mandates=())
        without = dict.fromkeys(("Delegat", "Ersättare", "Villkor"), "")
        assert written(order) == ({**WHOLE, **without},)

    def test_things_of_other_documents_are_passed_over(self) -> None:
        order = read_order([WHOLE])
        assert written(order, document=DocumentId("another")) == ()
        bare = (
            attrs.evolve(only(order), basis=None),
            attrs.evolve(only(order), basis=Basis(kind=BasisKind.LAW)),
        )
        alone = (Matter(id=MatterId("m"), name="m"),)
        assert write_delegation_order(alone, bare, document=ORDER, offices=OFFICES) == ()

    def test_a_mandate_that_names_no_matter_comes_last(self) -> None:
        order = read_order([WHOLE, {**WHOLE, "Nr": "4"}])
        first, second = order.mandates
        changed = attrs.evolve(order, mandates=(attrs.evolve(first, scope=None), second))
        assert [(row["Nr"], row["Ärende"], row["Delegat"]) for row in written(changed)] == [
            ("3.10", WHOLE["Ärende"], ""),
            ("4", WHOLE["Ärende"], "Enhetschef"),
            ("3.10", "", "Enhetschef"),
        ]

    def test_a_matter_in_two_mandates_and_a_mandate_of_two_matters(self) -> None:
        order = read_order([{**WHOLE, "Nr": "1"}, {**WHOLE, "Nr": "2", "Ärende": "Avgift"}])
        first, second = order.mandates
        both = Scope(matters=tuple(matter.id for matter in order.matters))
        changed = attrs.evolve(order, mandates=(attrs.evolve(first, scope=both), second))
        assert [(row["Nr"], row["Ärende"]) for row in written(changed)] == [
            ("1", WHOLE["Ärende"]),
            ("1", "Avgift"),
            ("2", "Avgift"),
        ]

    def test_an_office_without_a_word_is_written_by_its_id(self) -> None:
        order = one(Delegat="Utskottet för individ och familj")
        (row,) = written(order, offices={"Chefen": HEAD})
        assert (row["Delegat"], row["Ersättare"]) == ("utskottet", "Chefen")

    @pytest.mark.parametrize(
        "member",
        [
            None,
            True,
            "text",
            [],
            {},
            {"document": ORDER, "cells": 1, "more": "x", "line": 2},
            {"document": ORDER, "cells": {"Villkor": "x", "Nr": {"text": 1, "read": "3.10"}}},
            {"document": ORDER, "cells": {"Delegat": {"text": "x"}, "Okänd": {"text": "y"}}},
            {"document": ORDER, "cells": {"Okänd": {"text": "x", "read": "y"}}, "more": {"a": 1}},
        ],
    )
    def test_an_extension_that_somebody_else_wrote_is_passed_over(self, member: object) -> None:
        order = read_order([WHOLE])
        kept = JsonObject(((EXTENSION, frozen_json(member)), ("x-annan", JsonNumber("1"))))
        matters = (attrs.evolve(order.matters[0], kept=kept),)
        assert written(attrs.evolve(order, matters=matters)) == (WHOLE,)


# --- laws ------------------------------------------------------------------------------------

between = st.sampled_from([", ", "; ", " och ", " eller ", "/", "\n", " samt ", ",\n", " och\n"])
any_text = st.text(max_size=20)
named = st.sampled_from([*OFFICES, "enhetschef", "  ec ", "Nämnden", "Chefen", "utskott", ""])
mark = st.sampled_from(["", "", "", " gemensamt", " var för sig", " (tillsammans)"])
citation = st.sampled_from(
    ["6 kap. 38 § KL", "10 kap. 4 § SoL", "KL 6:37", "9 § LSS", "6 § LVU", "7 kap. 5 § KL", "–"]
)


@st.composite
def people(draw: st.DrawFn) -> str:
    """Draw a cell that names offices."""
    words = draw(st.lists(named, max_size=3))
    cell = "".join(f"{word}{draw(between)}" for word in words[:-1])
    return f"{cell}{''.join(words[-1:])}{draw(mark)}"


spelling = st.sampled_from(
    [str.upper, "{}  ".format, "\ufeff{}".format, lambda head: unicodedata.normalize("NFD", head)]
)


@st.composite
def heads_of_orders(draw: st.DrawFn) -> list[dict[str, str]]:
    """Draw the rows of an order whose heads are spelled otherwise, some of them in two ways."""
    rows = draw(rows_of_orders())
    heads = {head: draw(spelling)(head) for head in draw(st.sets(st.sampled_from(COLUMNS)))}
    twice = draw(st.sampled_from(["", *COLUMNS]))
    return [
        {heads.get(head, head): cell for head, cell in row.items()}
        | {twice.casefold(): cell for head, cell in row.items() if head == twice}
        for row in rows
    ]


@st.composite
def rows_of_orders(draw: st.DrawFn) -> list[dict[str, str]]:
    """Draw the rows of an order, with the slips that people make."""
    cells = {
        "Nr": st.sampled_from(["1", "3.1", "3.10", "3.1 ", "", "-", "1-delegat"]) | any_text,
        "Ärende": st.sampled_from(["Avgift", "Barn  och\nunga", ""]) | any_text,
        "Lagrum": citation | any_text,
        "Delegat": people() | any_text,
        "Ersättare": people() | any_text,
        "Villkor": st.sampled_from(["", "Högst 5 000 kr", "a\nb", "\n a;\r\n b "]) | any_text,
    }
    more = st.dictionaries(st.sampled_from(["Anmäls", "", "Anm."]) | any_text, any_text, max_size=2)
    rows = draw(st.lists(st.tuples(st.fixed_dictionaries({}, optional=cells), more), max_size=5))
    # A table has a head for the delegates, whatever else it lacks.
    return [{**extra, "Delegat": "", **row} for row, extra in rows]


def told(remarks: Iterable[Finding]) -> list[tuple[object, ...]]:
    """Give what remarks say, but for the place of the row."""
    return [(found.code, found.subject, tokens(found.pointer)[1:]) for found in remarks]


@given(rows_of_orders() | heads_of_orders())
@example([{"Nr": "1", "Delegat": "A\nB"}, {"Nr": "1", "Delegat": "\x1c-"}])
def test_law_what_was_read_is_written_as_it_was(rows: list[dict[str, str]]) -> None:
    assert up_to_white_space(written(read_order(rows))) == up_to_white_space(rows)


@given(rows_of_orders() | heads_of_orders())
@example([{"Anmäls": "0", "Delegat": ""}, {"": "0", "Anmäls": "0"}])
def test_law_what_was_written_is_read_as_the_same(rows: list[dict[str, str]]) -> None:
    first = read_order(rows)
    again = read_order(written(first))
    assert (again.matters, again.mandates) == (first.matters, first.mandates)
    assert told(again.remarks) == told(first.remarks)
    assert written(again) == written(first)


@given(rows_of_orders() | heads_of_orders())
def test_law_the_table_comes_back_out_of_a_file(rows: list[dict[str, str]]) -> None:
    order = read_order(rows)
    collab = Collaboration(name="Hagby", matters=order.matters, mandates=order.mandates)
    assume(not any(personal_numbers(text) for _, text in texts(collab)))
    loaded = loads(dumps(collab))
    assert loaded == collab
    assert read(dumps(collab)).report.ok()
    stored = attrs.evolve(order, matters=loaded.matters, mandates=loaded.mandates)
    assert written(stored) == written(order)


@given(rows_of_orders())
def test_law_every_line_keeps_its_number_and_has_ids_of_its_own(rows: list[dict[str, str]]) -> None:
    order = read_order(rows)
    lines = up_to_white_space(rows)
    assert len(order.matters) == len(lines)
    ids = [matter.id for matter in order.matters] + [mandate.id for mandate in order.mandates]
    assert len(set(ids)) == len(ids)
    numbers = {
        matter.id: line.get("Nr", "") for matter, line in zip(order.matters, lines, strict=True)
    }
    for mandate in order.mandates:
        assert mandate.scope is not None
        assert mandate.basis is not None
        assert mandate.scope.matters is not None
        (about,) = mandate.scope.matters
        number = numbers[about]
        assert mandate.basis.line == (None if is_empty(number) else number)


@given(rows_of_orders())
def test_law_nobody_is_a_delegate_whom_the_line_does_not_name(rows: list[dict[str, str]]) -> None:
    order = read_order(rows)
    lines = dict(zip((matter.id for matter in order.matters), up_to_white_space(rows), strict=True))
    for mandate in order.mandates:
        assert mandate.scope is not None
        assert mandate.scope.matters is not None
        line = lines[mandate.scope.matters[0]]
        for column, ids in (("Delegat", mandate.granted_to), ("Ersättare", mandate.substitutes)):
            cell = line.get(column, "").casefold()
            words = {id_: [w for w, found in OFFICES.items() if found == id_] for id_ in ids}
            assert all(any(word.casefold() in cell for word in words[id_]) for id_ in ids)
        assert HolderId(BOARD) not in mandate.granted_to


offices_drawn = st.lists(st.sampled_from([HEAD, UNIT, CHILD, COMMITTEE, FIRST]), unique=True)


@given(
    holders=offices_drawn.filter(bool),
    substitutes=offices_drawn,
    conditions=st.lists(st.sampled_from(["Högst 5 000 kr", "inte i brådskande fall"]), max_size=2),
    name=st.sampled_from(["Avgift", "Barn och unga"]),
    jointly=st.booleans(),
)
def test_law_a_change_is_read_back_from_what_was_written(
    holders: list[HolderId],
    substitutes: list[HolderId],
    conditions: list[str],
    name: str,
    *,
    jointly: bool,
) -> None:
    order = one(Delegat="EC", Ersättare="–", Villkor="–")
    jointly = jointly and len(holders) > 1
    mandate = attrs.evolve(
        only(order),
        granted_to=tuple(holders),
        substitutes=tuple(substitutes),
        conditions=tuple(conditions),
        jointly=jointly,
    )
    matter = attrs.evolve(order.matters[0], name=name)
    changed = attrs.evolve(order, matters=(matter,), mandates=(mandate,))
    again = read_order(written(changed))
    assert only(again) == mandate
    assert attrs.evolve(again.matters[0], kept=NOTHING) == attrs.evolve(matter, kept=NOTHING)
