"""Frames of pandas, polars and Arrow: the tables of a collaboration with true types."""

from samverkan_core.interop.frames.as_arrow import to_arrow
from samverkan_core.interop.frames.as_pandas import to_pandas
from samverkan_core.interop.frames.as_polars import to_polars

__all__ = ["to_arrow", "to_pandas", "to_polars"]
