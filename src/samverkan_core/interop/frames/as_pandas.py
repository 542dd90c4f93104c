"""Frames of pandas, which comes with the extra `pandas` and is imported when one is asked for."""

from types import ModuleType
from typing import TYPE_CHECKING, overload

from samverkan_core.findings.report import Report
from samverkan_core.interop.frames import imported
from samverkan_core.interop.frames.told import Told, framed
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.values.labels import Lang

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["to_pandas"]


@overload
def to_pandas(what: Report, kind: None = ..., *, lang: Lang = ...) -> "pd.DataFrame": ...
@overload
def to_pandas(what: Collaboration, kind: str, *, lang: Lang = ...) -> "pd.DataFrame": ...
@overload
def to_pandas(
    what: Collaboration, kind: None = ..., *, lang: Lang = ...
) -> "dict[str, pd.DataFrame]": ...
def to_pandas(
    what: Collaboration | Report, kind: str | None = None, *, lang: Lang = "sv"
) -> "pd.DataFrame | dict[str, pd.DataFrame]":
    """Give one table of a collaboration as a frame, or all that have rows by name; or a report.

    Days are moments at midnight, of which nothing but the day means anything; codes and the words
    for them are categories in the order of their set, whole numbers and truths may be missing, and
    decimals are `decimal.Decimal`. Beside a day of which perhaps only the month or the year is
    known stand the first and the last day that it may have been. What is known of persons with
    protected particulars is withheld, as in `rows`.

    Raises:
        MissingExtra: pandas is not installed.
        InvalidValue: There is no table of that name, or it is neither a collaboration nor a report.
        UnknownLanguage: There are no texts in the language.
        PersonalNumberFound: A personal identity number stands in one of the document's texts.
    """
    package = imported.pandas()
    return framed(what, kind, lang, lambda told: _frame(package, told))


def _frame(package: ModuleType, told: Told) -> "pd.DataFrame":
    columns = {
        one.name: package.Series(list(one.cells), dtype=one.type.pandas(package, one.words))
        for one in told
    }
    frame: pd.DataFrame = package.DataFrame(columns)
    return frame
