"""Where a fact comes from: a row of a seed text, a provision, a decision, a publication."""

import re

import attrs

from samverkan_core.values.checked import checked
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.labels import Labelled, Lang, language
from samverkan_core.values.time import PartialDate

__all__ = ["Source", "SourceKind"]


#: What stands before the number of an act: the Swedish statute book goes without saying there.
_NUMBER = re.compile(r"\((?=[0-9]{4}:[0-9]+\))")


class SourceKind(Labelled):
    """What kind of place a fact can be looked up in."""

    SEED = ("seed", "arbetssätt", "way of working")
    LAW = ("law", "lag eller förordning", "law or ordinance")
    DECISION = ("decision", "beslut", "decision")
    PUBLICATION = ("publication", "publikation", "publication")


@attrs.frozen(kw_only=True, field_transformer=checked)
class Source:
    """A place (källa) where a fact can be looked up.

    >>> act = Source(kind=SourceKind.LAW, ref="6 kap. 38 § 3", title="kommunallagen (2017:725)")
    >>> act.cite("sv")
    '6 kap. 38 § 3 kommunallagen (2017:725)'
    """

    #: What kind of place it is.
    kind: SourceKind
    #: The place itself: a seed row, a provision, the board that decided, a page.
    ref: str
    #: What it is a place in: the act with its number, the name of the text.
    title: str | None = attrs.field(default=None, repr=False)
    #: The day of the decision or publication.
    day: PartialDate | None = None
    #: The paragraph of the minutes.
    paragraph: str | None = None
    #: The registry number (diarienummer), as written.
    registry_number: str | None = None
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)

    def cite(self, lang: Lang = "sv") -> str:
        """Write the source the way a jurist would cite it."""
        english = language(lang) == "en"
        if self.kind is SourceKind.LAW:
            return self._provision(english=english)
        if self.kind is SourceKind.SEED:
            row = "row" if english else "rad"
            return f"{self.title}, {row} {self.ref}" if self.title else f"{row} {self.ref}"
        return self._decision()

    def _provision(self, *, english: bool) -> str:
        if self.title is None:
            return self.ref
        title = _NUMBER.sub("(SFS ", self.title) if english else self.title
        return f"{self.ref} {title}"

    def _decision(self) -> str:
        where = [self.ref if self.title is None else f"{self.title}, {self.ref}"]
        if self.day is not None:
            where.append(self.day.when)
        if self.paragraph is not None:
            where.append(f"§ {self.paragraph}")
        cited = " ".join(where)
        return f"{cited}, dnr {self.registry_number}" if self.registry_number else cited
