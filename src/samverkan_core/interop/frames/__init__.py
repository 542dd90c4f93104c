"""Frames of pandas, polars and Arrow: the tables of a collaboration with true types.

The long frames are views for people: what is known of persons with protected particulars is
withheld. Nested Arrow tables are for storage, hold everything, and are read back equal.
"""

from samverkan_core.interop.frames.as_arrow import to_arrow
from samverkan_core.interop.frames.as_pandas import to_pandas
from samverkan_core.interop.frames.as_polars import to_polars
from samverkan_core.interop.frames.nested_read import from_nested_arrow
from samverkan_core.interop.frames.nested_schema import nested_schema
from samverkan_core.interop.frames.nested_write import nested_arrow

__all__ = [
    "from_nested_arrow",
    "nested_arrow",
    "nested_schema",
    "to_arrow",
    "to_pandas",
    "to_polars",
]
