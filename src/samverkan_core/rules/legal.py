"""How a rule tells of a breach of law: by the wording of the right day, and only where it was read.

What is true may also be unknown: a day of which only the month is written may lie before another
or after it. Two small functions put such answers together.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence

from samverkan_core.authority.limits import behind
from samverkan_core.reference.acts import ACTS
from samverkan_core.reference.laws import Law, law
from samverkan_core.rules.rule import Breach, Outcome, Unjudged
from samverkan_core.values.source import Source, SourceKind
from samverkan_core.values.time import PartialDate

__all__ = [
    "all_of",
    "any_of",
    "behind",
    "by_wording_of",
    "by_wording_on",
    "rows_behind",
    "sections_of",
]


def any_of(answers: Iterable[bool | None]) -> bool | None:
    """Tell whether any answer is yes; None where one that is unknown might be.

    >>> any_of((False, None)), any_of((None, True)), any_of(())
    (None, True, False)
    """
    found = set(answers)
    return True if True in found else (None if None in found else False)


def all_of(answers: Iterable[bool | None]) -> bool | None:
    """Tell whether every answer is yes; None where one that is unknown might not be.

    >>> all_of((True, None)), all_of((None, False)), all_of(())
    (None, False, True)
    """
    found = set(answers)
    return False if False in found else (None if None in found else True)


def rows_behind(ids: Iterable[str]) -> tuple[Source, ...]:
    """Give the provisions that a rule rests on as its sources, by the ids of their wordings."""
    found = (law(id_) for id_ in ids)
    return tuple(row.as_source() for row in found if row is not None)


def sections_of(act: str, *sections: str) -> tuple[Source, ...]:
    """Give sections of an act as the sources of a rule, whatever their wording.

    >>> sections_of("2017:725", "6 kap. 40 §")[0].cite()
    '6 kap. 40 § kommunallagen (2017:725)'
    """
    title = ACTS[act].name
    return tuple(Source(kind=SourceKind.LAW, ref=ref, title=title) for ref in sections)


def by_wording_on(
    provisions: Sequence[str], day: dt.date, id_: str, made: Callable[[Law], Breach]
) -> Iterator[Outcome]:
    """Tell of a breach of what the law says on a day.

    Of a provision that nobody has read for that day only its row is named, and where none held
    there is nothing to break.
    """
    row = behind(provisions, day)
    if row is not None:
        yield made(row) if row.verified_on(day) else Unjudged(id_, row.id)


def by_wording_of(
    provisions: Sequence[str],
    when: PartialDate,
    thing: tuple[str, str],
    made: Callable[[Law], Breach],
) -> Iterator[Outcome]:
    """Tell of a breach of what the law said when a thing came about: its id, and where that stands.

    A day that is known only partly, and may lie on either side of a change, is not judged.
    """
    id_, member = thing
    if behind(provisions, when.earliest) == behind(provisions, when.latest):
        # What was read as of the first day that it may have been was so on every later one.
        yield from by_wording_on(provisions, when.earliest, id_, made)
    else:
        yield Unjudged(id_, member)
