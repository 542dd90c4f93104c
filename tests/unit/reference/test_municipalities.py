"""The table of municipalities and counties: golden facts, days, and the file itself."""

import csv
from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core.reference import municipalities as table
from samverkan_core.reference.files import package_text
from samverkan_core.reference.municipalities import (
    KNOWN_FROM,
    counties,
    county,
    known,
    municipalities,
    municipality,
)
from samverkan_core.values.identifiers import is_county_code, is_municipality_code

DAY = date(2026, 1, 1)
BEFORE = KNOWN_FROM - timedelta(days=1)
COLUMNS = ["kind", "code", "name_sv", "county", "first_day", "last_day", "source"]
ROWS = list(csv.DictReader(package_text("municipalities.csv").splitlines()))

known_days = st.dates(min_value=KNOWN_FROM)
earlier_days = st.dates(max_value=BEFORE)


class TestFacts:
    """What is known of the country."""

    @pytest.mark.parametrize(
        ("code", "name", "lies_in"),
        [
            ("0183", "Sundbyberg", "Stockholms län"),
            ("0561", "Åtvidaberg", "Östergötlands län"),
            ("2031", "Rättvik", "Dalarnas län"),
            ("1262", "Lomma", "Skåne län"),
            ("0980", "Gotland", "Gotlands län"),
            ("0331", "Heby", "Uppsala län"),
            ("2023", "Malung-Sälen", "Dalarnas län"),
            ("2584", "Kiruna", "Norrbottens län"),
        ],
    )
    def test_golden(self, code: str, name: str, lies_in: str) -> None:
        """The four municipalities of the field, and some that have moved or changed name."""
        found = municipality(code, DAY)
        assert found is not None
        where = county(found.county, DAY)
        assert where is not None
        assert (found.code, found.name_sv, where.name_sv) == (code, name, lies_in)

    @given(known_days)
    def test_numbers(self, day: date) -> None:
        """290 municipalities in 21 counties."""
        assert len(municipalities(day)) == 290
        assert len(counties(day)) == 21

    @pytest.mark.parametrize("code", ["0000", "9999", "183", "01", "", "0183 ", "1917"])
    def test_no_such_municipality(self, code: str) -> None:
        """A code that nobody has; 1917 was Heby's before 2007."""
        assert municipality(code, DAY) is None

    @pytest.mark.parametrize("code", ["00", "02", "11", "15", "16", "26", "1", "", "0183"])
    def test_no_such_county(self, code: str) -> None:
        """Codes of counties that were joined to others, and what is no code."""
        assert county(code, DAY) is None

    @given(known_days)
    def test_look_up_and_list_agree(self, day: date) -> None:
        """Each row of the list is what a look-up gives, in order of code."""
        listed = municipalities(day)
        assert tuple(municipality(row.code, day) for row in listed) == listed
        assert tuple(county(row.code, day) for row in counties(day)) == counties(day)
        assert [row.code for row in listed] == sorted(row.code for row in listed)

    def test_values_are_frozen(self) -> None:
        """Facts of the outside world do not change in a caller's hands."""
        row = municipalities(DAY)[0]
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            row.name_sv = "Ankeborg"  # type: ignore[misc]


class TestDays:
    """What the table does not claim."""

    @given(earlier_days)
    def test_an_earlier_day_is_not_known(self, day: date) -> None:
        """Before its first day the table has no answer."""
        assert not known(day)
        assert municipality("0183", day) is None
        assert county("01", day) is None
        assert municipalities(day) == ()
        assert counties(day) == ()

    @given(known_days)
    def test_known_from_the_first_day(self, day: date) -> None:
        """From its first day it has one."""
        assert known(day)
        assert municipality("0183", day) is not None
        assert county("01", day) is not None

    def test_both_days_of_a_period_are_included(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """When a municipality takes another county, each row answers for its own days."""
        old = attrs.evolve(municipalities(DAY)[0], last_day=date(2030, 12, 31))
        new = attrs.evolve(old, name_sv="Ny", first_day=date(2031, 1, 1), last_day=None)
        monkeypatch.setattr(table, "_municipalities", lambda: (old, new))
        assert municipality(old.code, date(2030, 12, 31)) == old
        assert municipality(old.code, date(2031, 1, 1)) == new
        assert municipalities(date(2031, 1, 1)) == (new,)

    def test_a_row_may_have_ended(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A last day in the file is read as a day."""
        text = ",".join(COLUMNS) + "\ncounty,11,Kristianstads län,,2015-01-01,2016-12-31,test\n"
        monkeypatch.setattr(table, "package_text", lambda _name: text)
        (row,) = table._counties.__wrapped__()
        assert row.last_day == date(2016, 12, 31)


class TestFile:
    """The file as data."""

    def test_columns(self) -> None:
        """The columns that its upkeep relies on."""
        assert list(ROWS[0]) == COLUMNS

    def test_no_other_kinds(self) -> None:
        """Municipalities and counties, nothing else, and no row is lost on reading."""
        assert {row["kind"] for row in ROWS} == {"county", "municipality"}
        assert len(ROWS) == len(municipalities(DAY)) + len(counties(DAY))

    def test_no_duplicates(self) -> None:
        """A code stands once, and so does a name among its kind."""
        for column in ("code", "name_sv"):
            keys = [(row["kind"], row[column]) for row in ROWS]
            assert len(keys) == len(set(keys))

    def test_codes_have_their_form(self) -> None:
        """Four digits and two, with their leading zeros."""
        assert all(is_municipality_code(row.code) for row in municipalities(DAY))
        assert all(is_county_code(row.code) for row in counties(DAY))

    def test_each_municipality_lies_in_a_county(self) -> None:
        """The county exists and is the first two digits of the municipality's code."""
        codes = {row.code for row in counties(DAY)}
        for row in municipalities(DAY):
            assert row.county == row.code[:2]
            assert row.county in codes

    def test_each_county_has_a_municipality(self) -> None:
        """No county is empty."""
        assert {row.county for row in municipalities(DAY)} == {row.code for row in counties(DAY)}

    def test_names_are_clean(self) -> None:
        """No stray blanks; a county says that it is one."""
        assert all(row["name_sv"] == row["name_sv"].strip() != "" for row in ROWS)
        assert all(row.name_sv.endswith(" län") for row in counties(DAY))

    def test_every_row_is_dated_and_cited(self) -> None:
        """No row is older than the table is known, and each says where it comes from."""
        assert min(date.fromisoformat(row["first_day"]) for row in ROWS) == KNOWN_FROM
        assert all(row.source for row in municipalities(DAY))
        assert all(row.source for row in counties(DAY))
