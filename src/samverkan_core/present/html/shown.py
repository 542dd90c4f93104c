"""What a page is made of: a report under its name, with what pictures are drawn of."""

import attrs

from samverkan_core.findings.report import Report
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.rules.profiles.profile import Profile

__all__ = ["Shown"]


@attrs.frozen(kw_only=True)
class Shown:
    """A report as it is handed over (den granskning som lämnas över), with what it is about."""

    #: What the document is called in the page, say the name of its file.
    name: str = attrs.field(repr=False)
    #: What a check came to.
    report: Report
    #: The very collaboration that was checked. With it the page has pictures, and says nothing of
    #: persons whose particulars are protected; without it nobody can know who they are.
    collaboration: Collaboration | None = attrs.field(default=None, repr=False)
    #: The profile that was used, where it is none of the library's own; without it no picture shows
    #: the focus areas, since nobody knows their limit.
    profile: Profile | None = attrs.field(default=None, repr=False)
