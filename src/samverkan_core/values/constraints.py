r"""What a member may hold, declared once beside its type.

A constraint stands in an `Annotated` alias. The constructor's check, the reader's fault and the
JSON Schema keyword are all made from it:

>>> Between(1, 100).keywords()
{'minimum': 1, 'maximum': 100}
"""

import re

import attrs

__all__ = ["AtLeastOne", "Between", "Constraint", "Form"]


@attrs.frozen
class Between:
    """A whole number from the lowest to the highest, both included."""

    #: The smallest number allowed.
    lowest: int
    #: The largest number allowed.
    highest: int

    def holds(self, value: object) -> bool:
        """Tell whether a number keeps within the bounds."""
        return isinstance(value, int) and self.lowest <= value <= self.highest

    def keywords(self) -> dict[str, object]:
        """Say the same in JSON Schema."""
        return {"minimum": self.lowest, "maximum": self.highest}

    def __str__(self) -> str:
        """Say what is accepted, in no language."""
        return f"{self.lowest}–{self.highest}"


@attrs.frozen
class AtLeastOne:
    """A list that, where it stands at all, is not empty."""

    def holds(self, value: object) -> bool:
        """Tell whether anything stands in the list."""
        return bool(value)

    def keywords(self) -> dict[str, object]:
        """Say the same in JSON Schema."""
        return {"minItems": 1}

    def __str__(self) -> str:
        """Say what is accepted, in no language."""
        return "≥ 1"


@attrs.frozen
class Form:
    """A text of a given form."""

    #: A regular expression that the whole text answers to; ASCII classes only.
    pattern: str
    #: A text of that form, to show to whoever wrote another.
    example: str

    def holds(self, value: object) -> bool:
        """Tell whether the whole text has the form."""
        return isinstance(value, str) and re.fullmatch(self.pattern, value) is not None

    def keywords(self) -> dict[str, object]:
        """Say the same in JSON Schema."""
        return {"pattern": f"^(?:{self.pattern})$"}

    def __str__(self) -> str:
        """Say what is accepted, in no language."""
        return self.example


Constraint = Between | AtLeastOne | Form
