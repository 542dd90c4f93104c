"""The sheets of a workbook as openpyxl reads them: rows of cells, and what stands around them."""

import warnings
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING, Protocol, TypeAlias

import attrs

from samverkan_core.errors import MissingExtra
from samverkan_core.interop.tables.cells import Cell, is_nothing
from samverkan_core.interop.workbooks.around import Merged, around_cells
from samverkan_core.interop.workbooks.cells import unescaped
from samverkan_core.interop.workbooks.package import with_every_escape
from samverkan_core.serialization import faults
from samverkan_core.serialization.fault import Refused, shown
from samverkan_core.serialization.faults import Unopened
from samverkan_core.serialization.limits import Limits

if TYPE_CHECKING:
    from openpyxl.reader.excel import ExcelReader

__all__ = ["Cells", "Sheet", "sheets"]

#: The cells of a row in which something stands, by the number of their column, from 1.
Cells: TypeAlias = "Mapping[int, Cell]"

#: So many cells a row may have on average, those counted too that nothing stands in.
_CELLS = 64
#: Filters of warnings hold for the whole process: of two threads that set them at once, the one
#: would put back what the other had set, and no warning would ever be heard again.
_ONE_AT_A_TIME = Lock()


class _Read(Protocol):
    """A cell as openpyxl reads it."""

    @property
    def value(self) -> Cell:
        """What it holds."""

    @property
    def data_type(self) -> str:
        """Of which type Excel has it, in one letter."""


@attrs.frozen(kw_only=True)
class Sheet:
    """A sheet of a workbook (blad), with the rows in which something stands."""

    #: Its name.
    title: str
    #: Whether it is hidden.
    hidden: bool
    #: The number of each row, from 1, and its cells.
    rows: tuple[tuple[int, Cells], ...]
    #: The numbers of hidden rows.
    hidden_rows: frozenset[int]
    #: Cells that are merged.
    merged: tuple[Merged, ...]


def sheets(data: bytes, limits: Limits) -> list[Sheet]:
    """Read every sheet of a package that has been looked through.

    A cell that holds no value of its own, such as a formula, holds why it cannot be read.

    Raises:
        MissingExtra: openpyxl is not installed.
        Refused: It cannot be read as a workbook, or has more rows than are read.
    """
    try:
        from openpyxl.reader.excel import ExcelReader
    except ImportError as missing:
        raise MissingExtra("excel", "openpyxl") from missing
    # What openpyxl warns of is not read here.
    with _ONE_AT_A_TIME, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            reader = ExcelReader(BytesIO(with_every_escape(data)), read_only=True, keep_links=False)
            _refuse_styles_of_nothing(reader)
            reader.read()
            return list(_sheets(reader, limits))
        except Refused:
            raise
        except Exception:  # noqa: BLE001 - it raises of every kind for a file that is damaged
            raise Refused(faults.NO_WORKBOOK, reason=Unopened.BROKEN.code) from None


def _refuse_styles_of_nothing(reader: "ExcelReader") -> None:
    """Refuse named styles whose format is not there: openpyxl prints something of each."""
    from openpyxl.xml.constants import ARC_STYLE
    from openpyxl.xml.functions import fromstring, localname

    if ARC_STYLE not in reader.valid_files:
        return
    held = {localname(part): part for part in fromstring(reader.archive.read(ARC_STYLE))}
    formats = sum(localname(one) == "xf" for one in held.get("cellStyleXfs", ()))
    if any(int(one.get("xfId", 0)) >= formats for one in held.get("cellStyles", ())):
        raise Refused(faults.NO_WORKBOOK, reason=Unopened.BROKEN.code)


def _sheets(reader: "ExcelReader", limits: Limits) -> Iterator[Sheet]:
    paths = {child.name: found.target for child, found in reader.parser.find_sheets()}
    rows, cells = limits.objects, limits.objects * _CELLS
    for page in reader.wb.worksheets:
        around = around_cells(BytesIO(reader.archive.read(paths[page.title])))
        # Of rows that are not told of, each has at least one cell in which nothing stands.
        rows, cells = rows - around.rows, cells - around.cells - around.last
        if rows < 0 or cells < 0:
            raise Refused(faults.TOO_MANY, limit=limits.objects)
        # What a sheet says of its own size may be wrong, and then rows would be cut off.
        page.reset_dimensions()
        yield Sheet(
            title=page.title,
            hidden=page.sheet_state != "visible",
            # Some programs tell of the last row that a sheet can have, a million rows below.
            rows=tuple(_rows(page.iter_rows(max_row=around.last))) if around.last else (),
            hidden_rows=around.hidden_rows,
            merged=around.merged,
        )


def _rows(rows: Iterable[Iterable[_Read]]) -> Iterator[tuple[int, Cells]]:
    for number, row in enumerate(rows, start=1):
        held = ((at, _held(one)) for at, one in enumerate(row, start=1) if one.value is not None)
        cells = {at: cell for at, cell in held if not is_nothing(cell)}
        if cells:
            yield number, cells


def _held(one: _Read) -> Cell:
    """Give what a cell holds, or why it cannot be read."""
    if one.data_type == "f":
        return Refused(faults.FORMULA)
    if one.data_type == "e":
        return Refused(faults.ERROR_VALUE, found=shown(str(one.value)))
    return unescaped(one.value) if isinstance(one.value, str) else one.value
