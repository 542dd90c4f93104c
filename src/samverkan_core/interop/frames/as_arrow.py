"""Tables of Arrow, which come with the extra `arrow` which is imported when one is asked for."""

from types import ModuleType
from typing import TYPE_CHECKING, Any, overload

from samverkan_core.findings.report import Report
from samverkan_core.interop.frames import imported
from samverkan_core.interop.frames.told import Told, ToldColumn, framed
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.values.labels import Lang

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["to_arrow"]


@overload
def to_arrow(what: Report, kind: None = ..., *, lang: Lang = ...) -> "pa.Table": ...
@overload
def to_arrow(what: Collaboration, kind: str, *, lang: Lang = ...) -> "pa.Table": ...
@overload
def to_arrow(
    what: Collaboration, kind: None = ..., *, lang: Lang = ...
) -> "dict[str, pa.Table]": ...
def to_arrow(
    what: Collaboration | Report, kind: str | None = None, *, lang: Lang = "sv"
) -> "pa.Table | dict[str, pa.Table]":
    """Give one table of a collaboration as Arrow holds it, or all that have rows; or a report.

    Days are dates of 32 bits, codes and the words for them dictionaries of their whole set, in its
    order, and decimals are exact with nine places. Beside a day of which perhaps only the month or
    the year is known stand the first and the last day that it may have been. What is known of
    persons with protected particulars is withheld, as in `rows`; for storage, which withholds
    nothing, see `nested_arrow`.

    Raises:
        MissingExtra: pyarrow is not installed.
        InvalidValue: There is no table of that name, or it is neither a collaboration nor a report.
        UnknownLanguage: There are no texts in the language.
        PersonalNumberFound: A personal identity number stands in one of the document's texts.
    """
    package = imported.pyarrow()
    return framed(what, kind, lang, lambda told: _frame(package, told))


def _frame(package: ModuleType, told: Told) -> "pa.Table":
    table: pa.Table = package.table({one.name: _array(package, one) for one in told})
    return table


def _array(package: ModuleType, column: ToldColumn) -> "pa.Array[Any]":
    type_ = column.type.arrow(package, column.words)
    array: pa.Array[Any]
    if not column.words:
        array = package.array(column.cells, type=type_)
        return array
    # Arrow would make a dictionary of the words that it meets, another one for each document.
    places = {word: place for place, word in enumerate(column.words)}
    indices = package.array([places.get(cell) for cell in column.cells], type=type_.index_type)
    array = package.DictionaryArray.from_arrays(indices, list(column.words))
    return array
