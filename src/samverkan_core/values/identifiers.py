"""Identifiers of organisations and places, and the numbers of persons that must not be kept.

All of it is about form and check digit. Whether a number was ever given to anyone, or a code is
in force on a day, is not known here. Only the ASCII digits 0 to 9 are digits.
"""

import re
from calendar import monthrange

__all__ = [
    "is_county_code",
    "is_hsa_id",
    "is_municipality_code",
    "is_organisation_number",
    "luhn",
    "masked",
    "personal_numbers",
    "without_personal_numbers",
]

_DIGITS = re.compile(r"[0-9]+")
_ORGANISATION = re.compile(r"([0-9]{6})-([0-9]{4})")
_HSA = re.compile(r"SE([0-9]{10})-[0-9A-Za-z]+")
# Word processors turn the hyphen into other dashes; a number is a number all the same.
_SEPARATOR = "[-+\u2010-\u2015\u2212]"
# The first digit stands before the lookbehind so that the search can leap from digit to digit.
_CANDIDATE = re.compile(
    f"[0-9](?<![0-9]{{2}})(?:[0-9]{{5}}{_SEPARATOR}|[0-9]{{7}}{_SEPARATOR}?)[0-9]{{4}}(?![0-9])",
)
_TWELVE = re.compile(f"[0-9]{{8}}{_SEPARATOR}?[0-9]{{4}}")

_CENTURIES = ("18", "19", "20")
_LAST_MONTH = 12
#: A coordination number adds this to the day of birth.
_ADDED = 60
#: The last day of a coordination number: 31 + 60.
_LAST_ADDED = 91


def luhn(digits: str) -> bool:
    """Tell whether the last digit is the check digit of those before it (kontrollsiffra).

    A text that is not digits alone has none.
    """
    if _DIGITS.fullmatch(digits) is None:
        return False
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


def is_organisation_number(text: str) -> bool:
    """Tell whether a text is a legal person's number, NNNNNN-NNNN (organisationsnummer).

    That the third digit is 2 or more is not asked for: it has not been verified in a primary
    source. A sole trader's number is the person's own; `personal_numbers` finds it.
    """
    match = _ORGANISATION.fullmatch(text)
    return match is not None and luhn(match[1] + match[2])


def is_hsa_id(text: str) -> bool:
    """Tell whether a text is an id of the catalogue of Swedish health care (HSA-id).

    `SE`, ten digits of an organisation with their check digit, `-` and a local part. The length
    and letters of the local part are not verified, so any ASCII digits and letters are taken.
    """
    match = _HSA.fullmatch(text)
    return match is not None and luhn(match[1])


def is_municipality_code(text: str) -> bool:
    """Tell whether a text has the form of a municipality's code, four digits (kommunkod).

    Whether a municipality has that code on a day is said by `reference.municipalities`.
    """
    return re.fullmatch(r"[0-9]{4}", text) is not None


def is_county_code(text: str) -> bool:
    """Tell whether a text has the form of a county's code, two digits (länskod).

    Whether a county has that code on a day is said by `reference.municipalities`.
    """
    return re.fullmatch(r"[0-9]{2}", text) is not None


def personal_numbers(text: str) -> tuple[str, ...]:
    """Find every personal identity number in a text, in order and as it is written there.

    Found are personal numbers (personnummer) and coordination numbers (samordningsnummer) of
    twelve digits, or of ten with `-`, `+` or another dash before the last four, that are not part
    of a longer run of digits, have a real date, a serial from 001 and a right check digit. The
    month and day of a coordination number may be unknown (00 and 60), and its day need not be in
    the calendar.
    The year of ten digits may be of either century.

    Interim numbers with a letter (T-nummer, reservnummer) are not looked for. A legal person's
    number is never found, nor its VAT form (momsregistreringsnummer) unless it begins with 19 as an
    estate's may: the two check digits cannot both be right.
    """
    found = (match[0] for match in _CANDIDATE.finditer(text))
    return tuple(number for number in found if _is_personal(_bare(number)))


def masked(number: str) -> str:
    """Show that a personal identity number stands somewhere, and of the number only its form.

    Twelve digits keep their century, `20******-****`; anything else is `******-****`.
    """
    long = _TWELVE.fullmatch(number) is not None and number.startswith(_CENTURIES)
    return f"{number[:2] if long else ''}******-****"


def without_personal_numbers(text: str) -> str:
    """Give a text with every personal identity number in it masked.

    >>> without_personal_numbers("Anna, 19121212-1212")
    'Anna, 19******-****'
    """
    return _CANDIDATE.sub(
        lambda match: masked(match[0]) if _is_personal(_bare(match[0])) else match[0], text
    )


def _bare(number: str) -> str:
    return re.sub(_SEPARATOR, "", number)


def _is_personal(digits: str) -> bool:
    month, day, serial = int(digits[-8:-6]), int(digits[-6:-4]), digits[-4:-1]
    return (
        serial != "000"
        and any(_is_birth_date(year, month, day) for year in _years(digits[:-8]))
        and luhn(digits[-10:])
    )


def _years(digits: str) -> tuple[int, ...]:
    if len(digits) == len("YY"):
        return 1900 + int(digits), 2000 + int(digits)
    return (int(digits),) if digits.startswith(_CENTURIES) else ()


def _is_birth_date(year: int, month: int, day: int) -> bool:
    if day >= _ADDED:
        return month <= _LAST_MONTH and day <= _LAST_ADDED
    return 1 <= month <= _LAST_MONTH and 1 <= day <= monthrange(year, month)[1]
