"""What comes of an operation: a collaboration changed, or what it would have broken."""

from typing import TypeAlias

import attrs

from samverkan_core.findings.finding import Finding, Force, Severity
from samverkan_core.indexing import Index
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.planning.terms import Missing, Terms

__all__ = ["Done", "Outcome", "Refused", "blocks", "judged_change"]


@attrs.frozen(kw_only=True)
class Done:
    """An operation that was carried out."""

    #: The collaboration as it is now; the one before is unchanged.
    collaboration: Collaboration
    #: What is now to be said that was not before, and does not stand in the way.
    remarks: tuple[Finding, ...] = ()


@attrs.frozen(kw_only=True)
class Refused:
    """An operation that was not carried out (nekad), with everything that stands in the way."""

    #: The findings that would arise, and what a profile requires and cannot be judged.
    missing: tuple[Missing, ...]


#: What comes of an operation.
Outcome: TypeAlias = "Done | Refused"


def blocks(finding: Finding) -> bool:
    """Tell whether an operation from which a finding would arise is refused.

    An error is always in the way. A warning is, unless it is a proposal of this library's own.
    """
    if finding.severity is Severity.ERROR:
        return True
    return finding.severity is Severity.WARNING and finding.force is not Force.PROPOSAL


def judged_change(before: Index, after: Index, terms: Terms) -> Outcome:
    """Compare what is said of a collaboration before and after a change."""
    arisen = terms.say(after).beyond(terms.say(before))
    in_the_way = tuple(one for one in arisen if blocks(one))
    if in_the_way:
        return Refused(missing=in_the_way)
    return Done(collaboration=after.collaboration, remarks=arisen)
