"""Frames of pandas, polars and Arrow: the tables of a collaboration with true types."""

from samverkan_core.interop.frames.as_pandas import to_pandas

__all__ = ["to_pandas"]
