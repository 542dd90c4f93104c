"""The table of the rows: golden facts, how rows are cited, and the file itself."""

import csv
from collections import Counter
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.errors import UnknownCode
from samverkan_core.findings.finding import Pillar
from samverkan_core.reference.files import package_text
from samverkan_core.reference.seeds import SEEDS, Demand, Row, row, rows, seed
from samverkan_core.values.labels import LANGUAGES
from samverkan_core.values.source import SourceKind

LINES = list(csv.DictReader(package_text("seeds.csv").splitlines()))
COLUMNS = ["id", "term_sv", "asked", "demand", "pillar", "beyond_text"]
ROWS = rows()
IDS = frozenset(one.id for one in ROWS)

#: What the list beside the checkout calls the pillars.
PILLARS = {
    "styrning": Pillar.STEERING,
    "struktur": Pillar.STRUCTURE,
    "samsyn": Pillar.SHARED_VIEW,
    "format": Pillar.FORMAT,
}
#: Terms that cannot be understood by themselves in the list, and what stands here instead.
TOLD_OTHERWISE = {
    "SB-66": "sammanhangsmarkering: varför",
    "SB-67": "sammanhangsmarkering: vad vill vi uppnå",
    "SB-68": "sammanhangsmarkering: nästa steg",
    "LO-05": "samordnare (två namngivna)",
}


class TestFacts:
    """What the texts ask for."""

    @pytest.mark.parametrize(
        ("id", "term", "demand", "pillar"),
        [
            ("SB-46", "fyra fokusområden åt gången", Demand.MUST, Pillar.STRUCTURE),
            ("SB-F02", "framgångsfaktor: aktiv ledning", Demand.INFO, Pillar.STEERING),
            ("SB-P1", "fallgrop: känt av några initierade", Demand.MUST, Pillar.SHARED_VIEW),
            ("AT-11", "stödgrupper leds gemensamt av skola och socialtjänst", Demand.MUST, None),
            ("RA-05", "LUPP", Demand.SHOULD, Pillar.SHARED_VIEW),
            ("LO-19", "möte 5 feb, nyhet 8 feb 2019", Demand.INFO, Pillar.FORMAT),
            ("KF-15", "ett ömsesidigt ansvar", Demand.INFO, Pillar.SHARED_VIEW),
        ],
    )
    def test_golden(self, id: str, term: str, demand: Demand, pillar: Pillar | None) -> None:
        found = row(id)
        named = Pillar.named(found.pillar)
        assert (found.term_sv, found.demand, named) == (term, demand, pillar or Pillar.STRUCTURE)

    def test_two_hundred_rows_of_five_texts(self) -> None:
        counted = Counter(one.letters for one in ROWS)
        assert counted == {"SB": 118, "AT": 26, "RA": 21, "LO": 20, "KF": 15}
        assert list(counted) == list(SEEDS)

    def test_the_rows_of_which_more_is_asked_than_the_text_says(self) -> None:
        assert sum(one.beyond_text for one in ROWS) == 15
        assert row("SB-71").beyond_text
        assert not row("SB-70").beyond_text

    def test_values_are_frozen(self) -> None:
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            ROWS[0].asked = "något annat"  # type: ignore[misc]

    def test_a_row_names_its_text(self) -> None:
        assert row("LO-06").text == "Barnens Bästa (Lomma 2019)"


class TestCiting:
    """How a rule names the rows that it rests on."""

    @given(st.lists(st.sampled_from(ROWS)))
    def test_what_is_cited_can_be_looked_up(self, cited: list[Row]) -> None:
        """In the order in which it was cited."""
        found = seed(*(one.id for one in cited))
        assert [row(source.ref) for source in found] == cited
        for source, one in zip(found, cited, strict=True):
            assert source.kind is SourceKind.SEED
            assert all(one.id in source.cite(lang) for lang in LANGUAGES)
            assert all(one.text in source.cite(lang) for lang in LANGUAGES)

    @pytest.mark.parametrize(
        ("id", "meant"),
        [
            ("sb-46", "SB-46"),
            ("SB-F1", "SB-F13"),
            ("SB46", "SB-46"),
            ("SB-P4", "SB-P3"),
            ("", None),
            ("fokusområden", None),
        ],
    )
    def test_no_such_row(self, id: str, meant: str | None) -> None:
        """Refused, with the nearest one that there is."""
        with pytest.raises(UnknownCode, match="no row of the ways of working") as caught:
            seed("SB-46", id)
        assert (caught.value.code, caught.value.meant) == (id, meant)

    @given(st.text())
    def test_only_a_row_can_be_cited(self, id: str) -> None:
        if id in IDS:
            assert seed(id)[0].ref == id
        else:
            with pytest.raises(UnknownCode):
                seed(id)


class TestFile:
    """The file as data."""

    def test_columns(self) -> None:
        assert list(LINES[0]) == COLUMNS

    def test_every_row_says_all_and_stands_once(self) -> None:
        assert len(IDS) == len(ROWS) == len(LINES)
        assert all(all(cell == cell.strip() != "" for cell in line.values()) for line in LINES)
        assert {line["beyond_text"] for line in LINES} == {"yes", "no"}

    @pytest.mark.parametrize("member", ["term_sv", "asked"])
    def test_no_two_rows_say_the_same(self, member: str) -> None:
        told = [getattr(one, member) for one in ROWS]
        assert len(set(told)) == len(told)

    def test_what_is_asked_is_a_sentence(self) -> None:
        for one in ROWS:
            assert one.asked[0].isupper()
            assert one.asked.endswith(".")
            assert one.asked.count(". ") == 0

    def test_the_pillars_are_those_of_findings(self) -> None:
        assert {Pillar.named(one.pillar) for one in ROWS} == set(Pillar)


@pytest.fixture(scope="module")
def beside(seeds: Path) -> dict[str, dict[str, str]]:
    """Give the list of the rows that stands beside the checkout."""
    file = seeds.parent / "domain" / "seed_rules.csv"
    lines = csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    return {line["id"]: line for line in lines}


class TestBeside:
    """The list from which the table was made."""

    def test_the_same_rows_in_the_same_order(self, beside: dict[str, dict[str, str]]) -> None:
        for letters in SEEDS:
            listed = [id for id in beside if id.startswith(letters)]
            assert [one.id for one in ROWS if one.letters == letters] == listed

    def test_each_says_the_same(self, beside: dict[str, dict[str, str]]) -> None:
        for one in ROWS:
            theirs = beside[one.id]
            assert one.term_sv == TOLD_OTHERWISE.get(one.id, theirs["seed_term_sv"])
            assert one.demand is Demand.named(theirs["severity"])
            assert Pillar.named(one.pillar) is PILLARS[theirs["pillar"]]
            assert one.beyond_text is (theirs["force"] != "SEED")

    def test_only_what_differs_is_told_otherwise(self, beside: dict[str, dict[str, str]]) -> None:
        assert all(beside[id]["seed_term_sv"] != told for id, told in TOLD_OTHERWISE.items())
