"""Attendance: the share of those called to a meeting who came.

No publication behind the ways of working states a number, so none stands here: what is high enough
is a municipality's own parameter.
"""

from fractions import Fraction

from samverkan_core.errors import InvalidValue
from samverkan_core.values.answers import answers

__all__ = ["attendance"]


@answers("SB-71")
def attendance(came: int, called: int) -> Fraction | None:
    """Give the share of those called who came (närvaro), exactly; None where nobody was called.

    >>> attendance(3, 4)
    Fraction(3, 4)

    Raises:
        InvalidValue: More came than were called, or a number is below zero.
    """
    if not 0 <= came <= called:
        raise InvalidValue(f"{came} of {called} cannot have come: give 0 <= came <= called")
    return Fraction(came, called) if called else None
