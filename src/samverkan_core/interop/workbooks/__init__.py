"""Workbooks: the tables of a collaboration as sheets of Excel, out and in.

openpyxl comes with the extra `excel`; it is imported when a workbook is asked for.
"""

from samverkan_core.interop.workbooks.read import WorkbookRead, from_workbook, read_workbook
from samverkan_core.interop.workbooks.write import workbook, workbook_template

__all__ = [
    "WorkbookRead",
    "from_workbook",
    "read_workbook",
    "workbook",
    "workbook_template",
]
