"""The package that a workbook is: a zip file of parts, looked through before anything opens it."""

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from samverkan_core.findings.finding import Finding, Notice
from samverkan_core.serialization import faults
from samverkan_core.serialization.fault import Refused, at_place
from samverkan_core.serialization.faults import Unopened
from samverkan_core.serialization.limits import Limits

__all__ = ["MOST_ROWS", "looked_through", "with_every_escape", "without_moments"]

#: So many rows Excel has on a sheet.
MOST_ROWS = 1_048_576
#: A cell takes up to eight times as much in a workbook, unpacked, as in a document.
_TIMES_AS_MUCH = 8
#: How the files begin that Office made before 2007, and those that it locks with a password.
_COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
#: How a part would declare entities of its own; no program that writes workbooks does.
_DECLARED = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
_CORE = "docProps/core.xml"
_MOMENT = re.compile(rb"<dcterms:(created|modified)\b[^>]*>[^<]*</dcterms:\1>")
#: The part that holds the texts of cells, where they do not stand in the cells themselves.
_STRINGS = "/sharedStrings.xml"
#: What openpyxl takes away from those texts.
_TAKEN_AWAY = re.compile(rb"(_?)x005F_")
_NO_MOMENT = (1980, 1, 1, 0, 0, 0)
#: The two ways in which the parts of a workbook are packed.
_PACKED = frozenset({ZIP_STORED, ZIP_DEFLATED})
#: What can go wrong in a zip file that is damaged, or whose parts are locked.
_DAMAGE = (BadZipFile, EOFError, OSError, RuntimeError, ValueError, zlib.error)


def looked_through(data: bytes, limits: Limits) -> list[Finding]:
    """Say what is in a package and not read, or refuse one that is not safe to open.

    Raises:
        Refused: It is no package, larger than what is read, or not whole.
    """
    if len(data) > limits.text:
        raise Refused(faults.TOO_LONG_TEXT, limit=limits.text)
    if data.startswith(_COMPOUND):
        reason = Unopened.ENCRYPTED if _LOCKED in data else Unopened.OLD
        raise Refused(faults.NO_WORKBOOK, reason=reason.code)
    if not data.startswith(b"PK"):
        raise Refused(faults.NO_WORKBOOK, reason=Unopened.NO_PACKAGE.code)
    try:
        with ZipFile(BytesIO(data)) as package:
            _refuse_what_is_not_safe(package, limits)
            return [at_place(notice, ()) for notice in _beside(package)]
    except Refused:
        raise
    except _DAMAGE:
        raise Refused(faults.NO_WORKBOOK, reason=Unopened.BROKEN.code) from None


def _refuse_what_is_not_safe(package: ZipFile, limits: Limits) -> None:
    # What a part says of its size holds: nobody unpacks more of it than that.
    limit = limits.text * _TIMES_AS_MUCH
    if sum(part.file_size for part in package.infolist()) > limit:
        raise Refused(faults.TOO_LARGE_INSIDE, limit=limit)
    for part in package.infolist():
        if part.compress_type not in _PACKED:
            raise Refused(faults.NO_WORKBOOK, reason=Unopened.BROKEN.code)
        text = package.read(part)
        if any(mark in text for mark in _DECLARED):
            raise Refused(faults.NO_WORKBOOK, reason=Unopened.DECLARES.code)


def _beside(package: ZipFile) -> Iterator[Notice]:
    names = package.namelist()
    if any(name.startswith("xl/externalLinks/") for name in names):
        yield faults.LINKS
    if any(name.startswith("xl/vbaProject") for name in names):
        yield faults.MACROS


def without_moments(data: bytes) -> bytes:
    """Give a package that does not say when it was made: equal ones have equal bytes."""
    return _anew(data, {_CORE: lambda part: _MOMENT.sub(b"", part)})


def with_every_escape(data: bytes) -> bytes:
    """Give a package whose texts come through openpyxl whole.

    Of an underscore that Excel has escaped openpyxl takes the escape away and leaves what follows,
    which then looks like an escape itself.
    """
    with ZipFile(BytesIO(data)) as package:
        spoilt = [
            name
            for name in package.namelist()
            if name.endswith(_STRINGS) and _TAKEN_AWAY.search(package.read(name))
        ]
    return _anew(data, dict.fromkeys(spoilt, _spelt_otherwise)) if spoilt else data


def _spelt_otherwise(part: bytes) -> bytes:
    return _TAKEN_AWAY.sub(lambda found: b"_x005f_" if found[1] else b"x_x0030_05F_", part)


def _anew(data: bytes, changed: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """Pack a package anew, some of its parts changed, in one and the same way on every system."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as package, ZipFile(made, "w", ZIP_DEFLATED) as anew:
        for name in package.namelist():
            part = ZipInfo(name, _NO_MOMENT)
            part.create_system, part.compress_type = 0, ZIP_DEFLATED
            anew.writestr(part, changed.get(name, bytes)(package.read(name)))
    return made.getvalue()
