"""The package that a workbook is: a zip file of parts, looked through before anything opens it."""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from samverkan_core.findings.finding import Finding, Notice
from samverkan_core.serialization import faults
from samverkan_core.serialization.fault import Refused, at_place
from samverkan_core.serialization.faults import Unopened
from samverkan_core.serialization.limits import Limits

__all__ = ["MOST_ROWS", "looked_through", "without_moments"]

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
    made = BytesIO()
    with ZipFile(BytesIO(data)) as package, ZipFile(made, "w", ZIP_DEFLATED) as anew:
        for name in package.namelist():
            part = ZipInfo(name, _NO_MOMENT)
            # One and the same on every system.
            part.create_system, part.compress_type = 0, ZIP_DEFLATED
            text = package.read(name)
            anew.writestr(part, _MOMENT.sub(b"", text) if name == _CORE else text)
    return made.getvalue()
