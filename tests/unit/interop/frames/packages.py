"""What the tests of frames share: each package with its frames, said in Python's own values."""

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from importlib.util import find_spec
from typing import Any

import attrs
import pytest

from samverkan_core.interop.frames import to_arrow, to_pandas, to_polars

__all__ = ["EVERY_PACKAGE", "Package", "each_package", "said"]


@attrs.frozen
class Package:
    """A package that holds frames, and how the tests look into one."""

    #: Its name, and that of the extra that brings it.
    name: str
    extra: str
    #: Makes a frame.
    make: Callable[..., Any]
    #: Gives the columns of a frame as Python's own values.
    cells: Callable[[Any], Mapping[str, list[Any]]]
    #: Gives the types of the columns, in words.
    types: Callable[[Any], Mapping[str, str]]


def _pandas_cells(frame: Any) -> dict[str, list[Any]]:
    import pandas as pd

    return {
        name: [None if pd.isna(value) else value for value in column.tolist()]
        for name, column in frame.items()
    }


def _pandas_types(frame: Any) -> dict[str, str]:
    # The categories belong to the type, and their order too.
    return {name: repr(dtype) for name, dtype in frame.dtypes.items()}


def _polars_cells(frame: Any) -> Mapping[str, list[Any]]:
    columns: Mapping[str, list[Any]] = frame.to_dict(as_series=False)
    return columns


def _polars_types(frame: Any) -> dict[str, str]:
    return {name: repr(dtype) for name, dtype in frame.schema.items()}


def _arrow_cells(table: Any) -> Mapping[str, list[Any]]:
    columns: Mapping[str, list[Any]] = table.to_pydict()
    return columns


def _arrow_types(table: Any) -> dict[str, str]:
    """Say the types, and of dictionaries the words: they are no part of the type in Arrow."""
    import pyarrow as pa

    words = {
        field.name: table[field.name].combine_chunks().dictionary.to_pylist()
        for field in table.schema
        if pa.types.is_dictionary(field.type)
    }
    return {field.name: f"{field.type} {words.get(field.name)}" for field in table.schema}


EVERY_PACKAGE = (
    Package("pandas", "pandas", to_pandas, _pandas_cells, _pandas_types),
    Package("polars", "polars", to_polars, _polars_cells, _polars_types),
    Package("pyarrow", "arrow", to_arrow, _arrow_cells, _arrow_types),
)

each_package = pytest.mark.parametrize(
    "package",
    [
        pytest.param(
            one,
            id=one.name,
            marks=pytest.mark.skipif(
                find_spec(one.name) is None, reason=f"the extra {one.extra} is not installed"
            ),
        )
        for one in EVERY_PACKAGE
    ],
)


def said(value: object) -> object:
    """Say a cell of a frame as a row says it: days and decimals as texts."""
    if isinstance(value, dt.datetime):
        assert value.time() == dt.time()
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        # The same number, however many of its digits are written.
        return value.normalize()
    return value
