"""The packages that hold frames, each imported when something is asked for that needs it."""

from types import ModuleType

from samverkan_core.errors import MissingExtra

__all__ = ["pandas", "polars", "pyarrow"]


def pandas() -> ModuleType:
    """Give pandas.

    Raises:
        MissingExtra: It is not installed.
    """
    try:
        import pandas as pd
    except ImportError as missing:
        raise MissingExtra("pandas", "pandas") from missing
    return pd


def polars() -> ModuleType:
    """Give polars.

    Raises:
        MissingExtra: It is not installed.
    """
    try:
        import polars as pl
    except ImportError as missing:
        raise MissingExtra("polars", "polars") from missing
    return pl


def pyarrow() -> ModuleType:
    """Give pyarrow.

    Raises:
        MissingExtra: It is not installed.
    """
    try:
        import pyarrow as pa
    except ImportError as missing:
        raise MissingExtra("arrow", "pyarrow") from missing
    return pa
