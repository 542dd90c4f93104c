"""Tables in, tables out: a collaboration read from the tables of a system, and written as such."""

from samverkan_core.interop.tables.mapping import (
    CodeWord,
    ColumnMapping,
    TableMapping,
    TablesMapping,
    loads_mapping,
    mapping_schema,
)
from samverkan_core.interop.tables.read import from_rows
from samverkan_core.interop.tables.view import rows
from samverkan_core.interop.tables.write import all_rows

__all__ = [
    "CodeWord",
    "ColumnMapping",
    "TableMapping",
    "TablesMapping",
    "all_rows",
    "from_rows",
    "loads_mapping",
    "mapping_schema",
    "rows",
]
