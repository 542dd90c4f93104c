"""Frames of polars, which comes with the extra `polars` and is imported when one is asked for."""

from types import ModuleType
from typing import TYPE_CHECKING, overload

from samverkan_core.findings.report import Report
from samverkan_core.interop.frames import imported
from samverkan_core.interop.frames.told import Told, framed
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.values.labels import Lang

if TYPE_CHECKING:
    import polars as pl

__all__ = ["to_polars"]


@overload
def to_polars(what: Report, kind: None = ..., *, lang: Lang = ...) -> "pl.DataFrame": ...
@overload
def to_polars(what: Collaboration, kind: str, *, lang: Lang = ...) -> "pl.DataFrame": ...
@overload
def to_polars(
    what: Collaboration, kind: None = ..., *, lang: Lang = ...
) -> "dict[str, pl.DataFrame]": ...
def to_polars(
    what: Collaboration | Report, kind: str | None = None, *, lang: Lang = "sv"
) -> "pl.DataFrame | dict[str, pl.DataFrame]":
    """Give one table of a collaboration as a frame, or all that have rows by name; or a report.

    Days are dates, codes and the words for them are an `Enum` of their whole set, in its order, and
    decimals are exact with nine places. Beside a day of which perhaps only the month or the year is
    known stand the first and the last day that it may have been. What is known of persons with
    protected particulars is withheld, as in `rows`.

    Raises:
        MissingExtra: polars is not installed.
        InvalidValue: There is no table of that name, or it is neither a collaboration nor a report.
        UnknownLanguage: There are no texts in the language.
        PersonalNumberFound: A personal identity number stands in one of the document's texts.
    """
    package = imported.polars()
    return framed(what, kind, lang, lambda told: _frame(package, told))


def _frame(package: ModuleType, told: Told) -> "pl.DataFrame":
    columns = [
        package.Series(one.name, one.cells, dtype=one.type.polars(package, one.words))
        for one in told
    ]
    frame: pl.DataFrame = package.DataFrame(columns)
    return frame
