"""Small parts that several things have: dated names, identifiers, decisions taken."""

import datetime as dt

import attrs

from samverkan_core.values.checked import checked
from samverkan_core.values.ids import BodyId
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.labels import Labelled
from samverkan_core.values.time import PartialDate, Period

__all__ = ["DatedName", "Identifier", "IdentifierSystem", "Resolution"]


@attrs.frozen(kw_only=True, field_transformer=checked)
class DatedName:
    """A name that something has borne for a time (tidigare namn)."""

    #: The name.
    name: str = attrs.field(repr=False)
    #: When it was borne.
    period: Period
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


class IdentifierSystem(Labelled):
    """Who gives an identifier out."""

    ORGANISATION_NUMBER = ("organisation_number", "organisationsnummer", "organisation number")
    HSA_ID = ("hsa_id", "HSA-id", "HSA id")
    MUNICIPALITY_CODE = ("municipality_code", "kommunkod", "municipality code")
    COUNTY_CODE = ("county_code", "länskod", "county code")
    OTHER = ("other", "annat", "other")


@attrs.frozen(kw_only=True, field_transformer=checked)
class Identifier:
    """What an organisation is called in a register (identitetsbeteckning)."""

    #: The register.
    system: IdentifierSystem
    #: The register's own word for it, where `system` is other.
    system_name: str | None = None
    #: The identifier, as the register writes it.
    value: str
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Resolution:
    """A decision that a body has taken (beslut), as its minutes have it."""

    #: The body that decided, where the document holds it.
    body: BodyId | None = None
    #: The day of the decision, as far as it is known.
    day: PartialDate | None = None
    #: The paragraph of the minutes.
    paragraph: str | None = None
    #: The registry number (diarienummer), as written.
    registry_number: str | None = None
    #: What was decided, where the source gives no more than that.
    summary: str | None = attrs.field(default=None, repr=False)
    #: The day on which it became known to those who keep this document.
    recorded_on: dt.date | None = None
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)
