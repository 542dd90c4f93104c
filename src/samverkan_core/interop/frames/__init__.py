"""Frames of pandas, polars and Arrow: the tables of a collaboration with true types."""
