"""The shared view (samsyn): joint pictures, how the parties rate it, and what their words mean."""

import attrs

from samverkan_core.values.answers import answers
from samverkan_core.values.checked import checked
from samverkan_core.values.ids import (
    ActorId,
    FocusAreaId,
    SelfRatingId,
    SharedPictureId,
    TermId,
)
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.labels import Labelled
from samverkan_core.values.numbers import DecimalText
from samverkan_core.values.source import Source
from samverkan_core.values.time import PartialDate

__all__ = ["Definition", "RatingSubject", "SelfRating", "SharedPicture", "Term"]


class RatingSubject(Labelled):
    """What the parties rate among themselves (rows SB-26 and AT-20)."""

    TRUST = ("trust", "tillit", "trust")
    SHARED_VIEW = ("shared_view", "samsyn", "shared view")


@attrs.frozen(kw_only=True, field_transformer=checked)
class SharedPicture:
    """A common picture of what needs handling together, and how (gemensam bild)."""

    #: The name by which the document refers to it.
    id: SharedPictureId
    #: What it is called.
    name: str = attrs.field(repr=False)
    #: What needs to be handled together.
    what: str | None = attrs.field(default=None, repr=False)
    #: How it is to be done.
    how: str | None = attrs.field(default=None, repr=False)
    #: When it was drawn up.
    day: PartialDate | None = None
    #: The focus areas that it is a picture of; nothing where it is of the work as a whole.
    focus_areas: tuple[FocusAreaId, ...] = ()
    #: The actors that have said that they share it.
    acknowledged_by: tuple[ActorId, ...] = ()
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class SelfRating:
    """How an actor itself rates trust or the shared view (självskattning); never a person's own."""

    #: The name by which the document refers to it.
    id: SelfRatingId
    #: What is rated.
    about: RatingSubject
    #: The actor that rates.
    by: ActorId
    #: The profession whose view it is, where it is not that of the whole actor (yrkesgrupp).
    profession: str | None = attrs.field(default=None, repr=False)
    #: The actor that is rated; absent: all the others together.
    of: ActorId | None = None
    #: When it was made.
    day: PartialDate | None = None
    #: The value, with the digits that it was given with; absent: nobody answered.
    value: DecimalText | None = None
    #: The lowest value of the scale.
    lowest: DecimalText | None = None
    #: The highest value of the scale.
    highest: DecimalText | None = None
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Definition:
    """What one actor means by a word that several use (definition)."""

    #: The actor.
    actor: ActorId
    #: What it means by the word.
    meaning: str = attrs.field(repr=False)
    #: When it said so.
    day: PartialDate | None = None
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@answers("SB-105")
@attrs.frozen(kw_only=True, field_transformer=checked)
class Term:
    """A word that several actors use, and what each of them means by it (gemensamt begrepp)."""

    #: The name by which the document refers to it.
    id: TermId
    #: The word.
    name: str = attrs.field(repr=False)
    #: What each actor means by it.
    definitions: tuple[Definition, ...] = ()
    #: What the parties have agreed to mean by it.
    agreed: str | None = attrs.field(default=None, repr=False)
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)
