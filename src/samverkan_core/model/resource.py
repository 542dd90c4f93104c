"""Resources and needs: what there is for children already, and what is asked for."""

import attrs

from samverkan_core.model.activity import InterventionLevel
from samverkan_core.model.focus_area import Ground
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.answers import answers
from samverkan_core.values.checked import checked
from samverkan_core.values.ids import (
    ActorId,
    FocusAreaId,
    NeedId,
    ResourceId,
    TargetGroupId,
)
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.source import Source
from samverkan_core.values.time import Period

__all__ = ["Need", "Resource"]


@attrs.frozen(kw_only=True, field_transformer=checked)
class Need:
    """What children, young people or parents need (behov), and on what that is known."""

    #: The name by which the document refers to it.
    id: NeedId
    #: What is needed.
    name: str = attrs.field(repr=False)
    #: The ages of those who need it.
    ages: AgeBand | None = None
    #: The level on which it is to be met; absent: any.
    level: InterventionLevel | None = None
    #: The target group whose need it is.
    target_group: TargetGroupId | None = None
    #: The focus areas that take it up.
    focus_areas: tuple[FocusAreaId, ...] = ()
    #: What shows the need.
    grounds: tuple[Ground, ...] = ()
    #: When it is there.
    period: Period | None = None
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@answers("KF-06")
@attrs.frozen(kw_only=True, field_transformer=checked)
class Resource:
    """Something that an actor already has for children or parents (befintlig resurs)."""

    #: The name by which the document refers to it.
    id: ResourceId
    #: What it is called.
    name: str = attrs.field(repr=False)
    #: The actor that has it.
    actor: ActorId | None = None
    #: The ages that it is there for; absent: all.
    ages: AgeBand | None = None
    #: For whom it is meant to work; absent: nobody has said.
    level: InterventionLevel | None = None
    #: The needs that it meets.
    meets: tuple[NeedId, ...] = ()
    #: What it offers.
    offers: str | None = attrs.field(default=None, repr=False)
    #: When it is there.
    period: Period | None = None
    #: Where this is stated.
    sources: tuple[Source, ...] = ()
    #: Whether it is made up to illustrate.
    illustrative: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)
