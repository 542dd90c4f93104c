"""Workbooks: the tables of a collaboration as sheets, out and in."""
