"""The next step: which it is, whether it may be taken, what is missing, and who may take it."""

import datetime as dt
from collections.abc import Iterable, Iterator

import attrs

from samverkan_core.authority.decide import who_may
from samverkan_core.findings.acceptance import answerable, told_apart
from samverkan_core.findings.finding import Finding
from samverkan_core.findings.report import Answerable, NotJudged, by_finding
from samverkan_core.indexing import Index, index
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.mandate import Power
from samverkan_core.planning.changes import journey_of, with_step
from samverkan_core.planning.terms import Missing, Said, Terms, terms_of
from samverkan_core.process.step import JourneyEntry, Step, step_after
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.rules.rule import Rule
from samverkan_core.values.labels import Lang
from samverkan_core.values.time import PartialDate, the_day

__all__ = ["NextStep", "missing_for", "next_step", "out_of_order"]

#: What a step must not break by being taken: the order of the steps, and the end of the work.
_ORDER = ("STP001", "STP002", "STP003", "STP004", "STP006", "STP007")
#: What must hold under every profile that does not leave it out: a place that is free (SB-49).
_PLACE = "FOC001"
_FIRST = next(iter(Step))
#: The powers that take a focus area from one step to the next.
_POWERS = (Power.LEAD, Power.COORDINATE)


@attrs.frozen(kw_only=True)
class NextStep:
    """The answer to whether the next step may be taken (besked om nästa steg)."""

    #: The focus area; None where the collaboration itself was asked about.
    focus_area: str | None
    #: The day on which the step would be taken.
    at: dt.date
    #: The next step; None where the last has been taken.
    step: Step | None
    #: Whether it may be taken.
    allowed: bool
    #: Everything that stands in the way; when all of it is put right the step may be taken.
    missing: tuple[Missing, ...] = ()
    #: Ids of the persons and bodies who may lead or coordinate the work on the day, sorted.
    by: tuple[str, ...] = ()
    #: What would stand in the way as well, had nobody answered for it on the day.
    accepted: tuple[Answerable, ...] = attrs.field(default=(), converter=by_finding)

    def to_dict(self, lang: Lang = "sv") -> dict[str, object]:
        """Say the answer in plain values, with its words in one language."""
        return {
            "focus_area": self.focus_area,
            "at": self.at.isoformat(),
            "step": self.step.code if self.step else None,
            "step_label": self.step.label(lang) if self.step else None,
            "allowed": self.allowed,
            "missing": [_plain(one, lang) for one in self.missing],
            "by": list(self.by),
            "accepted": [_owned(one, lang) for one in self.accepted],
        }


def _plain(missing: Missing, lang: Lang) -> dict[str, object]:
    return attrs.asdict(missing) if isinstance(missing, NotJudged) else missing.to_dict(lang)


def _owned(one: Answerable, lang: Lang) -> dict[str, object]:
    owned = {"owner": one.owner, "last_day": one.last_day.isoformat()}
    return {**one.finding.to_dict(lang), **owned}


def next_step(
    collab: Collaboration | Index,
    focus_area: str | None = None,
    *,
    at: dt.date,
    profile: Profile | str | None = None,
    more_rules: Iterable[Rule] = (),
) -> NextStep:
    """Tell whether a focus area may take its next step on a day, who may take it, what is missing.

    Without a focus area the question is about the collaboration's own steps. What is missing is
    what rules would say of the document with the step entered in it: that the steps come out of
    order or after the area was closed, for the first step that no place is free, and what the
    profile requires for the step (`step_requirements`).

    Raises:
        NotADay: `at` is no day but, say, a datetime.
        UnknownId: The document has no such focus area.
        CodeTaken: One of `more_rules` has a code that is already used.
        UnknownCode: The profile names a code that no rule has, nor any of `more_rules`.
    """
    book, day = index(collab), the_day(at)
    journey = journey_of(book, focus_area)
    terms = terms_of(book, day, profile, more_rules)
    step = step_after(journey[-1].step if journey else None)
    if step is None:
        return NextStep(focus_area=focus_area, at=day, step=None, allowed=False)
    entry = JourneyEntry(step=step, day=PartialDate.on(day))
    after = index(with_step(book, focus_area, entry))
    missing = missing_for(book, after, focus_area, step, terms)
    return NextStep(
        focus_area=focus_area,
        at=day,
        step=step,
        allowed=not missing,
        missing=missing,
        by=_who(book, focus_area, day),
        accepted=_accepted(book, focus_area, entry, terms),
    )


def _who(book: Index, focus_area: str | None, day: dt.date) -> tuple[str, ...]:
    able = (who_may(book, power, on=focus_area, at=day) for power in _POWERS)
    return tuple(sorted({id_ for ids in able for id_ in ids}))


def _accepted(
    book: Index, focus_area: str | None, entry: JourneyEntry, terms: Terms
) -> Iterator[Answerable]:
    """Give who answers for what would stand in the way, were there no acceptances."""
    acceptances = book.collaboration.acceptances
    if acceptances:
        bare = index(attrs.evolve(book.collaboration, acceptances=()))
        after = index(with_step(bare, focus_area, entry))
        missing = missing_for(bare, after, focus_area, entry.step, terms)
        found = {one for one in missing if isinstance(one, Finding)}
        _, accepted = told_apart(found, acceptances, terms.day)
        yield from answerable(accepted, acceptances, terms.day)


def missing_for(
    book: Index, after: Index, focus_area: str | None, step: Step, terms: Terms
) -> tuple[Missing, ...]:
    """Give everything that stands in the way of a step, given the document with it entered.

    Findings come first, and each of them once.
    """
    required = terms.profile.required_for(step)
    found = {
        *out_of_order(book, after, terms),
        *_no_place(after, focus_area, step, terms),
        *_about(terms.say(after, terms.named(required)), focus_area, terms),
    }
    return _in_order(found)


def out_of_order(before: Index, after: Index, terms: Terms) -> tuple[Finding, ...]:
    """Give what a step breaks by being taken: no older fault, and nothing that is in doubt."""
    order = terms.named(_ORDER)
    return terms.say(after, order).beyond(terms.say(before, order))


def _no_place(after: Index, focus_area: str | None, step: Step, terms: Terms) -> Iterable[Missing]:
    """Ask of an area that takes its first step whether it has a place; doubt leaves it one."""
    if focus_area is None or step is not _FIRST:
        return ()
    said = terms.say(after, terms.named((_PLACE,)))
    return (one for one in said.findings if one.subject == focus_area)


def _about(said: Said, focus_area: str | None, terms: Terms) -> Iterator[Missing]:
    """Keep what is about the area that takes the step, or about no area; silence is no approval."""
    areas = {rule.code for rule in terms.rules if rule.about == "focus_areas"}
    every: tuple[Missing, ...] = (*said.findings, *said.not_judged)
    for one in every:
        if focus_area is None or one.code not in areas or _speaks_of(one, focus_area):
            yield one


def _speaks_of(missing: Missing, focus_area: str) -> bool:
    """Tell whether a rule about focus areas speaks of one of them, of a thing of it, or of none."""
    if missing.subject in {None, focus_area}:
        return True
    return isinstance(missing, Finding) and dict(missing.data).get("area") == focus_area


def _in_order(found: Iterable[Missing]) -> tuple[Missing, ...]:
    every = tuple(found)
    findings = sorted(one for one in every if isinstance(one, Finding))
    return (*findings, *sorted(one for one in every if isinstance(one, NotJudged)))
