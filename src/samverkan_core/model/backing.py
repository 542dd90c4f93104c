"""What a collaboration is backed by: leaders who stand behind it, money, and larger programmes."""

from typing import Annotated

import attrs

from samverkan_core.model.common import Resolution
from samverkan_core.values.answers import answers
from samverkan_core.values.checked import checked
from samverkan_core.values.constraints import Form
from samverkan_core.values.ids import ActorId
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.numbers import DecimalText
from samverkan_core.values.time import Period

__all__ = ["Currency", "Endorsement", "Funding", "Programme"]

#: The code of a currency, three capital letters as in ISO 4217.
Currency = Annotated[str, Form("[A-Z]{3}", "SEK")]


@attrs.frozen(kw_only=True, field_transformer=checked)
class Endorsement:
    """That the leaders of an organisation stand behind the work (ledningen legitimerar)."""

    #: The organisation whose leaders do.
    actor: ActorId
    #: The decision by which they do.
    decision: Resolution | None = None
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@answers("AT-01")
@attrs.frozen(kw_only=True, field_transformer=checked)
class Funding:
    """Money that the collaboration has been granted (beviljade medel): by whom, and for when."""

    #: Who grants it.
    funder: str | None = attrs.field(default=None, repr=False)
    #: Whether it comes from outside the actors' own budgets; None where nobody has said.
    external: bool | None = None
    #: How much it is.
    amount: DecimalText | None = None
    #: The currency of the amount.
    currency: Currency = "SEK"
    #: The time for which it is granted.
    period: Period | None = None
    #: The decision that granted it.
    decision: Resolution | None = None
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@answers("RA-03")
@attrs.frozen(kw_only=True, field_transformer=checked)
class Programme:
    """A larger effort that the collaboration is a part of (satsning), such as the government's."""

    #: What it is called.
    name: str = attrs.field(repr=False)
    #: Who has commissioned it.
    commissioner: str | None = attrs.field(default=None, repr=False)
    #: What the collaboration is in it, such as one of its development works.
    role: str | None = attrs.field(default=None, repr=False)
    #: The number of the assignment or of the collaboration in it, as written.
    number: str | None = attrs.field(default=None, repr=False)
    #: The time for which the collaboration is a part of it.
    period: Period | None = None
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)
