"""Numbers as they are written: decimal text, read exactly.

A score of 4.25 or a share of 12.0 per cent is a text in the document, so that no reader rounds it
and its digits say how precisely it was measured. Arithmetic is done with fractions.
"""

from fractions import Fraction
from typing import Annotated

from samverkan_core.values.constraints import Form

__all__ = ["DecimalText", "exact", "written"]

#: A decimal number with a point, such as `4.25` or `-3`.
DecimalText = Annotated[str, Form("-?[0-9]{1,15}(?:[.][0-9]{1,9})?", "4.25")]


def exact(text: str) -> Fraction:
    """Read a decimal text exactly.

    >>> exact("4.25")
    Fraction(17, 4)
    """
    return Fraction(text)


def written(number: Fraction, digits: int) -> str:
    """Write a number with so many decimals, half away from zero, as people round.

    >>> written(Fraction(-17, 8), 2)
    '-2.13'
    """
    whole = (abs(number) * 10**digits + Fraction(1, 2)).__floor__()
    sign = "-" if number < 0 and whole else ""
    if not digits:
        return f"{sign}{whole}"
    text = str(whole).rjust(digits + 1, "0")
    return f"{sign}{text[:-digits]}.{text[-digits:]}"
