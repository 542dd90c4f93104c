"""A series as a table: its values in order, what is late, and what must not be shown."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise

import attrs

from samverkan_core.indexing import Index, Shelf, index
from samverkan_core.measures.series import Group, Point, Reading, change, late, reading
from samverkan_core.measures.small_groups import LEAST, Cell, Shown, shown
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.indicator import Indicator, Observation, ObservationStatus
from samverkan_core.values.ids import ObservationId
from samverkan_core.values.numbers import exact, written

__all__ = ["Row", "series"]


@attrs.frozen(kw_only=True)
class Row:
    """One value of a series, as it may be shown."""

    #: The observation.
    observation: ObservationId
    #: The year, month or day that it speaks of, as it is written.
    when: str
    #: The version of the question.
    version: str | None
    #: The people behind it; nothing for all of them.
    group: Group
    #: The value; None where there is none or it is not shown.
    value: str | None
    #: What it is counted in.
    unit: str | None
    #: How many people it is about; None where that is not known or not shown.
    n: int | None
    #: Whether it is shown, and if not, why.
    shown: Shown
    #: Why there is no value, as the document says.
    reason: str | None = attrs.field(repr=False)
    #: Whether it came later than it should, after the one before it; None where not known.
    late: bool | None
    #: The difference from the last value before it that is shown, about the same people.
    change: str | None = None
    #: How that difference can be read; None where nothing comes before it.
    reading: Reading | None = None
    #: What must stand beside the value (källa och licens).
    attribution: str | None = attrs.field(repr=False)


def series(collab: Collaboration | Index, indicator: str, *, least: int = LEAST) -> tuple[Row, ...]:
    """Give the series of an indicator, the oldest first, so that nobody is recognised in it.

    Numbers about fewer people than `least` are hidden, and so are those by which a hidden one could
    be worked out. A number about a part of the people is hidden too where nobody has said how many
    they are. With `least=0` only what the publisher has suppressed stays hidden, and what tells it.

    Raises:
        UnknownId: No indicator has the id.
    """
    book = index(collab)
    indicators: Shelf[Indicator] = book.shelves["indicators"]
    asked = indicators.the(indicator)
    found = sorted(
        (one for one in book.shelves["observations"].firsts() if one.indicator == indicator),
        key=lambda one: (one.when.earliest, one.when.latest, one.group, one.version or "", one.id),
    )
    told, lateness = _told(found, least), _lateness(found, asked)
    last: dict[Group, Observation] = {}
    rows: list[Row] = []
    for one in found:
        before = last.get(one.group)
        is_late = lateness.get(_time(one)) if _is_made(one) else None
        row = _row(asked, one, told[one.id], is_late=is_late)
        rows.append(row if before is None else _compared(row, asked, before, one))
        if row.shown is Shown.SHOWN:
            last[one.group] = one
    return tuple(rows)


def _row(indicator: Indicator, one: Observation, told: Shown, *, is_late: bool | None) -> Row:
    is_shown = told is Shown.SHOWN
    return Row(
        observation=one.id,
        when=one.when.when,
        version=one.version,
        group=one.group,
        value=one.value if is_shown else None,
        unit=indicator.unit,
        n=one.n if is_shown else None,
        shown=told,
        reason=one.reason,
        late=is_late,
        attribution=one.attribution or indicator.attribution,
    )


def _compared(row: Row, indicator: Indicator, before: Observation, one: Observation) -> Row:
    """Say in a row how it differs from an earlier value, where the row itself is shown."""
    if row.shown is not Shown.SHOWN:
        return row
    difference = change(_point(before), _point(one))
    digits = max(_decimals(before), _decimals(one))
    return attrs.evolve(
        row,
        change=None if difference is None else written(difference, digits),
        reading=reading(
            difference,
            indicator.direction,
            detection_effect_possible=indicator.detection_effect_possible,
        ),
    )


def _point(one: Observation) -> Point:
    value = None if one.value is None else exact(one.value)
    return Point(when=one.when, value=value, version=one.version, group=one.group)


def _decimals(one: Observation) -> int:
    return len((one.value or "").partition(".")[2])


def _is_made(one: Observation) -> bool:
    """Tell whether somebody measured, whether or not the value is told."""
    return one.status is not ObservationStatus.MISSING


def _time(one: Observation) -> tuple[str, bool]:
    return one.when.when, one.when.about


def _lateness(
    found: Iterable[Observation], indicator: Indicator
) -> Mapping[tuple[str, bool], bool | None]:
    """Say of each time at which somebody measured whether that was late after the one before."""
    if indicator.cadence_months is None:
        return {}
    months = indicator.cadence_months + indicator.tolerance_months
    times = {_time(one): one.when for one in found if _is_made(one)}
    judged: dict[tuple[str, bool], bool | None] = dict.fromkeys(times, False)
    for (_, before), (time, after) in pairwise(times.items()):
        judged[time] = late(before, after, months)
    return judged


def _told(found: Iterable[Observation], least: int) -> Mapping[ObservationId, Shown]:
    """Say of each observation whether it is shown; those of one version stand together."""
    told: dict[ObservationId, Shown] = {}
    tables: defaultdict[str | None, list[Observation]] = defaultdict(list)
    for one in found:
        if one.value is None and one.status is not ObservationStatus.SUPPRESSED:
            told[one.id] = Shown.MISSING
        else:
            tables[one.version].append(one)
    for table in tables.values():
        verdicts = shown([_cell(one) for one in table], least)
        told.update({one.id: verdict for one, verdict in zip(table, verdicts, strict=True)})
    return told


def _cell(one: Observation) -> Cell:
    """Take what is said to be missing or suppressed as suppressed, though it may have a value."""
    suppressed = one.status is not ObservationStatus.MEASURED
    return Cell(group=one.group, n=one.n, suppressed=suppressed, when=one.when.when)
