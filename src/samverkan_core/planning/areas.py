"""Operations on focus areas: open one, take a step, go back a step, close it.

Each gives a new collaboration, or refuses with the findings that would arise. What a caller gets
wrong, such as an id that is not there, is misuse and raised.
"""

import datetime as dt
from collections.abc import Iterable

import attrs

from samverkan_core.errors import InvalidValue
from samverkan_core.indexing import Index, index
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.planning.changes import added, journey_of, with_step, with_thing
from samverkan_core.planning.outcome import Outcome, Refused, judged_change
from samverkan_core.planning.stepping import missing_for, out_of_order
from samverkan_core.planning.terms import Terms, terms_of
from samverkan_core.process.step import JourneyEntry, Move, Step, move, step_after
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.rules.rule import Rule
from samverkan_core.values.time import PartialDate, the_day

__all__ = ["advance", "close_area", "open_area", "step_back"]


def open_area(
    collab: Collaboration,
    area: FocusArea,
    *,
    at: dt.date,
    profile: Profile | str | None = None,
    more_rules: Iterable[Rule] = (),
) -> Outcome:
    """Open a new focus area (öppna): put it into the document and let it take its first step.

    Raises:
        InvalidValue: The area has taken a step, or the document has one of that id already.
        NotADay: `at` is no day but, say, a datetime.
    """
    before, day = index(collab), the_day(at)
    if area.journey:
        raise InvalidValue(f"{area.id!r} has taken a step already: open an area without a journey")
    if before.shelves["focus_areas"].get(area.id) is not None:
        raise InvalidValue(f"the document has the area {area.id!r}: let it take a step by advance")
    entry = JourneyEntry(step=next(iter(Step)), day=PartialDate.on(day))
    terms = terms_of(before, day, profile, more_rules)
    return _taken(before, index(added(collab, area)), area.id, entry, terms)


def advance(
    collab: Collaboration,
    focus_area: str | None = None,
    *,
    at: dt.date,
    profile: Profile | str | None = None,
    more_rules: Iterable[Rule] = (),
) -> Outcome:
    """Take the next step (gå vidare); without a focus area, the collaboration itself takes it.

    After the last step there is none: to take it once more is refused as standing still.

    Raises:
        UnknownId: The document has no such focus area.
        NotADay: `at` is no day but, say, a datetime.
    """
    book, day = index(collab), the_day(at)
    journey = journey_of(book, focus_area)
    last = journey[-1].step if journey else None
    step = step_after(last) or tuple(Step)[-1]
    entry = JourneyEntry(step=step, day=PartialDate.on(day))
    return _taken(book, book, focus_area, entry, terms_of(book, day, profile, more_rules))


def step_back(  # noqa: PLR0913 - what is done and what it is asked under, each by name
    collab: Collaboration,
    focus_area: str | None,
    to: Step,
    *,
    reason: str,
    at: dt.date,
    profile: Profile | str | None = None,
    more_rules: Iterable[Rule] = (),
) -> Outcome:
    """Go back to an earlier step (återgång) for a reason; what was done remains in the journey.

    Raises:
        InvalidValue: The step is not an earlier one, or the reason is blank.
        UnknownId: The document has no such focus area.
        NotADay: `at` is no day but, say, a datetime.
    """
    book, day = index(collab), the_day(at)
    journey = journey_of(book, focus_area)
    if not journey or move(journey[-1].step, to) is not Move.BACK:
        raise InvalidValue(f"{to} does not lie behind the step that was taken last: use advance")
    entry = JourneyEntry(step=to, day=PartialDate.on(day), reason=reason)
    terms = terms_of(book, day, profile, more_rules)
    after = index(with_step(book, focus_area, entry))
    broken = out_of_order(book, after, terms)
    return Refused(missing=broken) if broken else judged_change(book, after, terms)


def close_area(
    collab: Collaboration,
    focus_area: str,
    *,
    at: dt.date,
    profile: Profile | str | None = None,
    more_rules: Iterable[Rule] = (),
) -> Outcome:
    """Close a focus area (avsluta): the day still belongs to it, its place is free from the next.

    Raises:
        InvalidValue: The area has been closed already.
        UnknownId: The document has no such focus area.
        NotADay: `at` is no day but, say, a datetime.
    """
    book, day = index(collab), the_day(at)
    area: FocusArea = book.shelves["focus_areas"].the(focus_area)
    if area.closed_on is not None:
        raise InvalidValue(f"{focus_area!r} was closed on {area.closed_on}: it is closed once")
    after = index(with_thing(collab, area, lambda one: attrs.evolve(one, closed_on=day)))
    terms = terms_of(book, day, profile, more_rules)
    broken = out_of_order(book, after, terms)
    return Refused(missing=broken) if broken else judged_change(book, after, terms)


def _taken(
    before: Index, book: Index, focus_area: str | None, entry: JourneyEntry, terms: Terms
) -> Outcome:
    """Take a step forward where nothing is missing, and judge what comes of it."""
    after = index(with_step(book, focus_area, entry))
    missing = missing_for(book, after, focus_area, entry.step, terms)
    return Refused(missing=missing) if missing else judged_change(before, after, terms)
