"""Children, as far as this model knows them: an opaque name and the ages that have been passed."""

import datetime as dt

import attrs

from samverkan_core.values.checked import checked
from samverkan_core.values.ids import ChildId
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.labels import Labelled
from samverkan_core.values.source import Source

__all__ = ["AgeLimit", "ChildRef"]


class AgeLimit(Labelled):
    """Birthdays from which the law hears a child in another way (åldersgräns), the lowest first."""

    TWELVE = ("twelve", "12 år", "12 years")
    FIFTEEN = ("fifteen", "15 år", "15 years")
    EIGHTEEN = ("eighteen", "18 år", "18 years")


@attrs.frozen(kw_only=True, field_transformer=checked)
class ChildRef:
    """A child that a plan or a report is about (barn), under a pseudonym that says nothing.

    Who the child is stands in the case systems of those who need to know, and never here: there is
    no name, no date of birth and nowhere to write one.
    """

    #: The pseudonym; only those who gave it out can tell whose it is.
    id: ChildId
    #: The ages that the child had passed on the day below; whoever has passed one has the lower.
    passed: tuple[AgeLimit, ...] = ()
    #: The day on which that was so; None where nobody has noted it.
    as_of: dt.date | None = None
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)

    def has_passed(self, limit: AgeLimit, day: dt.date) -> bool | None:
        """Tell whether the child had passed an age by a day; None where that cannot be judged."""
        if self.as_of is None:
            return None
        ages = tuple(AgeLimit)
        known = any(ages.index(one) >= ages.index(limit) for one in self.passed)
        # What has been passed stays so, and what had not been passed then had not been before.
        if known:
            return True if self.as_of <= day else None
        return False if day <= self.as_of else None
