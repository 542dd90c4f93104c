"""How much a reader lets in."""

from typing import Annotated

import attrs

from samverkan_core.values.checked import checked
from samverkan_core.values.constraints import Between

__all__ = ["Limits"]

_COUNT = Between(1, 2**40)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Limits:
    """The largest document that is read. No limit depends on the version of Python."""

    #: Bytes of text.
    text: Annotated[int, _COUNT] = 10 * 2**20
    #: Levels of objects and lists in each other.
    depth: Annotated[int, Between(1, 128)] = 64
    #: Objects and lists in all.
    objects: Annotated[int, _COUNT] = 200_000
    #: Bytes of one text value or name.
    string: Annotated[int, _COUNT] = 2**20
    #: Characters of one number.
    number: Annotated[int, Between(1, 4000)] = 100
