"""Persons: professionals and elected representatives. Never a child."""

import attrs

from samverkan_core.values.checked import checked
from samverkan_core.values.ids import ActorId, PersonId
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.labels import Labelled
from samverkan_core.values.source import Source

__all__ = ["Person", "Protection"]


class Protection(Labelled):
    """What protection a person's particulars have (the three values of the Swedish standards)."""

    NONE = ("none", "ingen", "none")
    CONFIDENTIALITY_MARKING = (
        "confidentiality_marking",
        "sekretessmarkering",
        "confidentiality marking",
    )
    PROTECTED_REGISTRATION = (
        "protected_registration",
        "skyddad folkbokföring",
        "protected population registration",
    )


@attrs.frozen(kw_only=True, field_transformer=checked)
class Person:
    """A professional or an elected representative (person i tjänst eller förtroendevald).

    A child is never a person of this model: no child's identity belongs in the document.
    """

    #: The name by which the document refers to the person.
    id: PersonId
    #: The person's name, or the function where names are left out.
    name: str | None = attrs.field(default=None, repr=False)
    #: Where the person works.
    workplace: ActorId | None = attrs.field(default=None, repr=False)
    #: What the person is competent in.
    competences: tuple[str, ...] = attrs.field(default=(), repr=False)
    #: Whether the person's particulars are protected.
    protection: Protection = Protection.NONE
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether the person is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)
