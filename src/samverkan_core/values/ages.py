"""Ages and bands of ages, in whole years."""

from collections.abc import Iterable
from typing import Annotated

import attrs

from samverkan_core.values.checked import checked
from samverkan_core.values.constraints import Between
from samverkan_core.values.kept import NOTHING, JsonObject

__all__ = ["Age", "AgeBand", "bands"]

#: A person's age in whole years.
Age = Annotated[int, Between(0, 130)]


@attrs.frozen(kw_only=True, field_transformer=checked)
class AgeBand:
    """A span of ages (åldersspann): from the first age to the last, both included."""

    #: The lowest age that belongs to the band.
    from_age: Age
    #: The highest age that belongs to the band.
    to_age: Age
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)

    def ages(self) -> range:
        """Give every age of the band; none when it was written the wrong way round."""
        return range(self.from_age, self.to_age + 1)


def bands(ages: Iterable[int]) -> tuple[AgeBand, ...]:
    """Gather ages into as few bands as hold them all and no other, the lowest first.

    >>> [(band.from_age, band.to_age) for band in bands({3, 13, 14, 15})]
    [(3, 3), (13, 15)]
    """
    found: list[AgeBand] = []
    for age in sorted(set(ages)):
        if found and found[-1].to_age == age - 1:
            found[-1] = AgeBand(from_age=found[-1].from_age, to_age=age)
        else:
            found.append(AgeBand(from_age=age, to_age=age))
    return tuple(found)
