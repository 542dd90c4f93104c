"""Check digits, codes of organisations and places, and the search for personal numbers.

All numbers of persons here are official test numbers, never issued to anyone, or are drawn.
"""

import string
from datetime import date

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from samverkan_core.values.identifiers import (
    is_county_code,
    is_hsa_id,
    is_municipality_code,
    is_organisation_number,
    luhn,
    masked,
    personal_numbers,
    without_personal_numbers,
)

FULL_WIDTH = str.maketrans(string.digits, "".join(map(chr, range(0xFF10, 0xFF1A))))
ARABIC = str.maketrans(string.digits, "".join(map(chr, range(0x0660, 0x066A))))

TEST_NUMBERS = (
    "20000229-2399",
    "19090527+1474",
    "20230123-2399",
    "20220422-2380",
    "20200101-2398",
    "20180727-2388",
    "20140519-2392",
    "20100109-2392",
    "19730288-9931",
    "20210791-9967",
    "20080475-2384",
    "20080482-2393",
    "20060085-2388",
    "19300290-2397",
)
REFUSED_NUMBERS = ("19700428-9895", "20150916-0006", "19420566-9899")


def bare(number: str) -> str:
    """Take the separator away."""
    return number.replace("-", "").replace("+", "")


def with_check_digit(digits: str) -> str:
    """Put the one check digit after nine digits."""
    return next(digits + last for last in string.digits if luhn(digits + last))


@st.composite
def born(draw: st.DrawFn) -> str:
    """Draw the eight digits of a birth date."""
    day = draw(st.dates(date(1800, 1, 1), date(2099, 12, 31)))
    return f"{day:%Y%m%d}"


@st.composite
def coordinated(draw: st.DrawFn) -> str:
    """Draw the eight digits of a coordination number: month 00 to 12, day 60 to 91."""
    year, month = draw(st.integers(1800, 2099)), draw(st.integers(0, 12))
    return f"{year}{month:02}{draw(st.integers(60, 91))}"


@st.composite
def numbers(draw: st.DrawFn) -> str:
    """Draw a personal number or a coordination number in any of its written forms."""
    day, serial = draw(born() | coordinated()), draw(st.integers(1, 999))
    ten = with_check_digit(f"{day[2:]}{serial:03}")
    separator = draw(st.sampled_from("-+"))
    return draw(
        st.sampled_from(
            (
                day[:2] + ten,
                f"{day}{separator}{ten[6:]}",
                f"{ten[:6]}{separator}{ten[6:]}",
            )
        )
    )


#: Any text that has no ASCII digit in it.
undigited = st.text(st.characters(exclude_characters=string.digits), max_size=30)


@st.composite
def organisation_numbers(draw: st.DrawFn) -> str:
    """Draw a legal person's number."""
    nine = f"{draw(st.integers(0, 99)):02}{draw(st.integers(2_000_000, 9_999_999))}"
    ten = with_check_digit(nine)
    return f"{ten[:6]}-{ten[6:]}"


class TestLuhn:
    """The check digit."""

    @pytest.mark.parametrize("digits", ["2120000415", "5560160680", "7010632391", "0", "18"])
    def test_right(self, digits: str) -> None:
        """Published numbers have their check digit."""
        assert luhn(digits)

    @pytest.mark.parametrize(
        "digits",
        [
            "",
            "5560160681",
            "212000-0415",
            " 18",
            "18\n",
            "1",
            "a",
            "18".translate(FULL_WIDTH),
            "\u00b2",
        ],
    )
    def test_wrong(self, digits: str) -> None:
        """A wrong digit, no digit, or anything that is not an ASCII digit."""
        assert not luhn(digits)

    @given(st.text(string.digits, max_size=40))
    def test_exactly_one_check_digit(self, digits: str) -> None:
        """Whatever stands before, one digit of ten is the check digit."""
        assert sum(luhn(digits + last) for last in string.digits) == 1

    @given(st.text())
    def test_any_text(self, text: str) -> None:
        """No text is too odd for an answer."""
        assert luhn(text) in {True, False}


class TestOrganisationNumber:
    """NNNNNN-NNNN of a legal person."""

    @pytest.mark.parametrize("text", ["212000-0415", "556016-0680"])
    def test_valid(self, text: str) -> None:
        """Åtvidaberg's number and published ones."""
        assert is_organisation_number(text)

    @pytest.mark.parametrize(
        "text",
        [
            "556016-0681",
            "2120000415",
            "212000+0415",
            "212000-04150",
            "212000-0415\n",
            " 212000-0415",
            "212000\u20130415",
            "212000-0415".translate(FULL_WIDTH),
            "SE212000041501",
            "",
        ],
    )
    def test_invalid(self, text: str) -> None:
        """A wrong check digit, another form, or digits that are not ASCII."""
        assert not is_organisation_number(text)

    @pytest.mark.parametrize("text", ["121212-1212", "701063-2391"])
    def test_a_sole_traders_number_is_the_persons_own(self, text: str) -> None:
        """The form is the same; that the number is a person's is found elsewhere."""
        assert is_organisation_number(text)
        assert personal_numbers(text) == (text,)

    @given(organisation_numbers())
    def test_drawn(self, text: str) -> None:
        """Every number made by the definition is one, and never a person's."""
        assert is_organisation_number(text)
        assert personal_numbers(text) == ()

    @given(organisation_numbers(), st.data())
    def test_one_wrong_digit_is_noticed(self, text: str, data: st.DataObject) -> None:
        """Changing any single digit makes the number invalid."""
        place = data.draw(st.sampled_from([i for i, char in enumerate(text) if char != "-"]))
        other = data.draw(st.sampled_from(string.digits.replace(text[place], "")))
        assert not is_organisation_number(text[:place] + other + text[place + 1 :])


class TestHsaId:
    """Ids of the catalogue of health care."""

    @pytest.mark.parametrize(
        "text", ["SE2321000131-P000000123457", "SE2321000131-1", "SE2120000415-E1"]
    )
    def test_valid(self, text: str) -> None:
        """The published example, and the shortest local part."""
        assert is_hsa_id(text)

    @pytest.mark.parametrize(
        "text",
        [
            "SE2321000132-P000000123457",
            "SE2321000131-",
            "SE2321000131-p_1",
            "SE2321000131-Å1",
            "SE2321000131-P1\n",
            "SE232100013-P1",
            "se2321000131-P1",
            "2321000131-P1",
            "SE" + "2321000131".translate(ARABIC) + "-P1",
        ],
    )
    def test_invalid(self, text: str) -> None:
        """A wrong check digit or another form."""
        assert not is_hsa_id(text)

    @given(organisation_numbers(), st.text(string.digits + string.ascii_uppercase, min_size=1))
    def test_drawn(self, number: str, local: str) -> None:
        """Every organisation may name its own."""
        assert is_hsa_id(f"SE{bare(number)}-{local}")


class TestCodes:
    """The form of municipality and county codes."""

    @given(st.integers(0, 9999))
    def test_form(self, number: int) -> None:
        """Four digits are a municipality's, two a county's, leading zeros kept."""
        assert is_municipality_code(f"{number:04}")
        assert is_county_code(f"{number:04}"[:2])

    @given(st.text())
    def test_nothing_else(self, text: str) -> None:
        """Only ASCII digits, and only so many."""
        digits = text.isascii() and text.isdigit()
        assert is_municipality_code(text) == (digits and len(text) == len("0183"))
        assert is_county_code(text) == (digits and len(text) == len("01"))

    @pytest.mark.parametrize("text", ["183", "01830", "0183\n", " 0183", "018A", "", "01", "+183"])
    def test_not_a_municipality_code(self, text: str) -> None:
        """Another length or another sign."""
        assert not is_municipality_code(text)
        assert not is_municipality_code("0183".translate(ARABIC))

    @pytest.mark.parametrize("text", ["1", "001", "01\n", " 1", "AB", "", "SE-AB", "-1"])
    def test_not_a_county_code(self, text: str) -> None:
        """Another length, or the letters of ISO 3166-2."""
        assert not is_county_code(text)
        assert not is_county_code("01".translate(FULL_WIDTH))


class TestFound:
    """Numbers that must be found."""

    @pytest.mark.parametrize("number", TEST_NUMBERS)
    def test_official_test_numbers_in_every_form(self, number: str) -> None:
        """Twelve digits with and without separator, and ten with one."""
        assert personal_numbers(number) == (number,)
        assert personal_numbers(bare(number)) == (bare(number),)
        assert personal_numbers(number[2:]) == (number[2:],)

    def test_the_tax_agencys_own_example(self) -> None:
        """The coordination number in the agency's leaflet, ten digits."""
        assert personal_numbers("Ex. 701063-2391 (man)") == ("701063-2391",)

    @given(undigited, numbers(), undigited)
    def test_inside_any_text(self, before: str, number: str, after: str) -> None:
        """What stands around a number hides nothing, if it is not a digit."""
        assert personal_numbers(before + number + after) == (number,)

    @given(
        st.lists(numbers(), max_size=5),
        st.text("abcÅ é\u2013\n\0\u0663\uff13", min_size=1, max_size=3),
    )
    def test_all_in_order(self, found: list[str], between: str) -> None:
        """Each number is found, as it is written and as often as it is written."""
        assert personal_numbers(between.join(found)) == tuple(found)

    @given(numbers(), undigited)
    def test_directly_after_an_identifier(self, number: str, after: str) -> None:
        """A letter, an underscore or a non-ASCII digit before it is no shelter."""
        for sign in ("P", "SE", "_", "\uff13", "\u0663", "\u00b2"):
            assert personal_numbers(sign + number + sign + after) == (number,)

    @pytest.mark.parametrize("text", ["000229-2399", "19000228-2393", "20000229-2399"])
    def test_leap_day_of_either_century(self, text: str) -> None:
        """Of two digits nobody sees the century, so 2000 makes 29 February possible."""
        number = text[:-1] + with_check_digit(bare(text)[-10:-1])[-1]
        assert personal_numbers(number) == (number,)

    def test_two_numbers_with_one_sign_between(self) -> None:
        """Neither number swallows the other."""
        assert personal_numbers("200002292399-20230123-2399") == ("200002292399", "20230123-2399")

    @given(st.lists(numbers(), max_size=5), undigited)
    def test_masked_where_they_stand(self, found: list[str], between: str) -> None:
        """No number is left, and nothing but the numbers is changed."""
        between = f"å{between}"
        text = without_personal_numbers(between.join(found))
        assert text == between.join(map(masked, found))
        assert personal_numbers(text) == ()

    def test_what_is_no_number_of_a_person_is_left_as_it_is(self) -> None:
        """An organisation's number and a registry number are no secrets."""
        text = "212000-0415, dnr 20250101-0001"
        assert without_personal_numbers(text) == text


class TestNotFound:
    """Digits that are no person's."""

    @pytest.mark.parametrize("number", REFUSED_NUMBERS)
    def test_official_invalid_numbers(self, number: str) -> None:
        """A wrong check digit, or the serial 000 that is never given."""
        assert personal_numbers(number) == ()
        assert personal_numbers(bare(number)) == ()
        assert personal_numbers(number[2:]) == ()

    @pytest.mark.parametrize(
        "text",
        [
            "212000-0415",
            "212000041501",
            "SE212000041501",
            "SE2321000131-P000000123457",
            "0000022399",
            "0002292399",
            "20000229 2399",
            "20000229--2399",
            "2000-02-29-2399",
            "000101-T220",
            "20000229-2399".translate(FULL_WIDTH),
            "20000229-2399".translate(ARABIC),
            "",
        ],
    )
    def test_other_things(self, text: str) -> None:
        """Organisations, ten digits in a row, other separators, interim numbers, other digits."""
        assert personal_numbers(text) == ()

    @given(st.text(string.digits, max_size=3), numbers(), st.text(string.digits, max_size=3))
    def test_in_a_longer_run_of_digits(self, before: str, number: str, after: str) -> None:
        """A digit more at either end makes it another number."""
        text = before + number + after
        assume(before or after)
        assert number not in personal_numbers(text)

    @given(st.text(st.characters(exclude_characters=string.digits)))
    def test_text_without_digits(self, text: str) -> None:
        """Nothing is found where no digit stands."""
        assert personal_numbers(text) == ()

    @given(numbers())
    def test_wrong_check_digit(self, number: str) -> None:
        """Each of the nine other last digits makes it no number."""
        for last in string.digits.replace(number[-1], ""):
            assert personal_numbers(number[:-1] + last) == ()

    @pytest.mark.parametrize(
        "day",
        [
            "19000229",  # 1900 was no leap year
            "20010229",
            "010229",  # neither 1901 nor 2001
            "20010431",
            "20010001",  # an unknown month is for coordination numbers only
            "20011301",
            "20010100",
            "20010132",
            "20010159",
            "20010192",
            "20011360",
            "010192",
            "011360",
            "17991231",
            "21000101",
            "17991291",
            "21000161",
        ],
    )
    def test_no_real_date(self, day: str) -> None:
        """The date is not in the calendar, or not in the centuries of the register."""
        nine = f"{day[-6:]}238"
        number = f"{day}-{with_check_digit(nine)[6:]}"
        assert luhn(bare(number)[-10:])
        assert personal_numbers(number) == ()

    @given(organisation_numbers())
    @example("202100-6016")
    def test_vat_numbers(self, number: str) -> None:
        """Not even 2021 00 6x, an agency's, reads as a person's: the check digits exclude it."""
        assume(not number.startswith("19"))
        assert personal_numbers(f"SE{bare(number)}01") == ()

    def test_vat_number_of_an_estate(self) -> None:
        """Beginning with 19 it may be a person's as well, so it is found."""
        assert is_organisation_number("195106-0621")
        assert personal_numbers("SE195106062101") == ("195106062101",)


class TestMasked:
    """How a number is shown."""

    @given(numbers())
    def test_only_the_century_stays(self, number: str) -> None:
        """Nothing of the number is left but its form."""
        century = number[:2] if len(bare(number)) == len("yyyymmddnnnn") else ""
        assert masked(number) == f"{century}******-****"
        assert personal_numbers(masked(number)) == ()

    @given(st.text() | numbers())
    def test_never_a_digit_beyond_the_century(self, text: str) -> None:
        """Whatever comes in, no digit comes out but 18, 19 or 20 in front."""
        assert masked(text) in {f"{c}******-****" for c in ("", "18", "19", "20")}

    @pytest.mark.parametrize(
        ("number", "shown"),
        [
            ("20000229-2399", "20******-****"),
            ("200002292399", "20******-****"),
            ("19090527+1474", "19******-****"),
            ("701063-2391", "******-****"),
            ("212000041501", "******-****"),
            ("Anna 20000229-2399", "******-****"),
        ],
    )
    def test_golden(self, number: str, shown: str) -> None:
        """The two shapes; the plus sign is not kept, for it tells an age."""
        assert masked(number) == shown


@pytest.mark.parametrize("dash", ["\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"])
def test_a_dash_that_a_word_processor_made_hides_no_number(dash: str) -> None:
    assert personal_numbers(f"20230123{dash}2399") == (f"20230123{dash}2399",)
    assert personal_numbers(f"230123{dash}2399.") == (f"230123{dash}2399",)
    assert masked(f"20230123{dash}2399") == "20******-****"
