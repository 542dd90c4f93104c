"""Reading: strictly, every fault at once, and nothing lost."""

from collections.abc import Iterator
from typing import Any, Generic, Literal, TypeVar, cast, get_args, overload

import attrs

from samverkan_core.errors import InvalidValue, SamverkanError
from samverkan_core.findings.finding import Finding, Severity
from samverkan_core.findings.pointer import pointer, tokens
from samverkan_core.findings.report import Report
from samverkan_core.model.anatomy import COLLECTIONS, Thing
from samverkan_core.model.collaboration import Collaboration, SetAside
from samverkan_core.serialization import faults
from samverkan_core.serialization.converter import CONVERTER, findings_of
from samverkan_core.serialization.fault import PERSONAL_NUMBER, at_place
from samverkan_core.serialization.limits import Limits
from samverkan_core.serialization.parse import Tree, Unreadable, admitted, parsed, whole
from samverkan_core.serialization.unknown import Unknown, unknown_members, without_unknown
from samverkan_core.serialization.versions import CURRENT, FORM, MEMBER, is_newer, is_readable
from samverkan_core.values.kept import JsonObject, frozen_json

__all__ = [
    "NO_VALUE",
    "Faulty",
    "LoadError",
    "Loaded",
    "Unknown",
    "admitted_tree",
    "from_plain",
    "loads",
    "read",
    "read_plain",
    "tree_of",
]

T = TypeVar("T", bound=Thing)

#: What becomes of things that cannot be read: the document is refused, or they are set aside.
Faulty = Literal["refuse", "set_aside"]

#: Faults after which the rest of the tree is not looked at.
_FATAL = {notice.code for notice in (faults.TOO_DEEP, faults.TOO_MANY, faults.NOT_FINITE)} | {
    notice.code for notice in (faults.TOO_LONG_STRING, faults.TOO_LONG_NUMBER, faults.WRONG_TYPE)
}
_VERSIONS = {faults.NO_VERSION.code, faults.OTHER_VERSION.code}
#: Faults of the tree that leave no value, though every thing in it could be made.
_REFUSING = {faults.DUPLICATE_NAME.code, faults.MEMBER_REFUSED.code, PERSONAL_NUMBER.code} | {
    faults.HALF_LETTER.code
}
#: Faults of what no document may hold: where one stands there is no value, whatever is set aside.
NO_VALUE: frozenset[str] = frozenset(_REFUSING | _FATAL - {faults.WRONG_TYPE.code})


class LoadError(SamverkanError, ValueError):
    """A document that cannot be read; `report` holds every fault."""

    def __init__(self, report: Report) -> None:
        """Count the faults and show the first."""
        self.report = report
        errors = report.by_severity(Severity.ERROR)
        first = errors[0]
        super().__init__(
            f"{len(errors)} fault(s); the first is {first.code} at {first.pointer or 'the top'!r}: "
            f"{first.message('en')}"
        )

    def __reduce__(self) -> tuple[type["LoadError"], tuple[Report]]:
        """Let the error travel between processes with its report."""
        return type(self), (self.report,)


@attrs.frozen(kw_only=True)
class Loaded(Generic[T]):
    """What came of a reading: the value, or None, and the report either way."""

    #: What was read; None where a fault stands in the way.
    value: T | None
    #: Every fault, and every member that was not known.
    report: Report


@overload
def read(
    data: bytes | str,
    *,
    unknown: Unknown = ...,
    faulty: Faulty = ...,
    limits: Limits = ...,
) -> Loaded[Collaboration]: ...
@overload
def read(
    data: bytes | str,
    *,
    type: type[T],
    unknown: Unknown = ...,
    faulty: Faulty = ...,
    limits: Limits = ...,
) -> Loaded[T]: ...
def read(
    data: bytes | str,
    *,
    type: type[Any] = Collaboration,
    unknown: Unknown = "keep",
    faulty: Faulty = "refuse",
    limits: Limits = Limits(),
) -> Loaded[Any]:
    """Read a document, or one thing alone, and report every fault; never raise for the data.

    `unknown` says what becomes of members that this version does not know, `faulty` what becomes of
    things of a collaboration that cannot be read.
    """
    _known_option(unknown, Unknown)
    _known_option(faulty, Faulty)
    try:
        tree = parsed(data, limits)
    except Unreadable as unreadable:
        return Loaded(value=None, report=Report(findings=(unreadable.finding,)))
    return _read_tree(tree, type, unknown=unknown, faulty=faulty, limits=limits)


@overload
def loads(
    data: bytes | str,
    *,
    unknown: Unknown = ...,
    faulty: Faulty = ...,
    limits: Limits = ...,
) -> Collaboration: ...
@overload
def loads(
    data: bytes | str,
    *,
    type: type[T],
    unknown: Unknown = ...,
    faulty: Faulty = ...,
    limits: Limits = ...,
) -> T: ...
def loads(
    data: bytes | str,
    *,
    type: type[Any] = Collaboration,
    unknown: Unknown = "keep",
    faulty: Faulty = "refuse",
    limits: Limits = Limits(),
) -> Any:
    """Read a document, or one thing alone, that is expected to be whole.

    Raises:
        LoadError: It cannot be read; the error's `report` holds every fault.
    """
    return _or_raise(read(data, type=type, unknown=unknown, faulty=faulty, limits=limits))


@overload
def from_plain(
    tree: dict[str, Any], *, unknown: Unknown = ..., faulty: Faulty = ..., limits: Limits = ...
) -> Collaboration: ...
@overload
def from_plain(
    tree: dict[str, Any],
    *,
    type: type[T],
    unknown: Unknown = ...,
    faulty: Faulty = ...,
    limits: Limits = ...,
) -> T: ...
def from_plain(
    tree: dict[str, Any],
    *,
    type: type[Any] = Collaboration,
    unknown: Unknown = "keep",
    faulty: Faulty = "refuse",
    limits: Limits = Limits(),
) -> Any:
    """Read a thing from dicts and lists, as strictly as from bytes; the dicts stay as they are.

    Raises:
        LoadError: It cannot be read; the error's `report` holds every fault.
    """
    _known_option(unknown, Unknown)
    _known_option(faulty, Faulty)
    return _or_raise(_read_tree(tree, type, unknown=unknown, faulty=faulty, limits=limits))


def read_plain(
    tree: dict[str, Any],
    *,
    unknown: Unknown = "keep",
    faulty: Faulty = "refuse",
    limits: Limits = Limits(),
) -> Loaded[Collaboration]:
    """Read a collaboration from dicts and lists, and report every fault as `read` does."""
    _known_option(unknown, Unknown)
    _known_option(faulty, Faulty)
    return _read_tree(tree, Collaboration, unknown=unknown, faulty=faulty, limits=limits)


def tree_of(data: bytes | str, limits: Limits) -> Tree:
    """Parse a text into a tree.

    Raises:
        LoadError: It is no text that can be parsed.
    """
    try:
        return parsed(data, limits)
    except Unreadable as unreadable:
        raise LoadError(Report(findings=(unreadable.finding,))) from None


def admitted_tree(data: bytes | str, limits: Limits) -> Tree:
    """Parse a text into a tree in which nothing stands that no document may hold.

    Raises:
        LoadError: It cannot be parsed, or something may not stand there.
    """
    tree = tree_of(data, limits)
    findings = tuple(admitted(tree, limits))
    if findings:
        raise LoadError(Report(findings=findings))
    return tree


def _known_option(option: str, options: Any) -> None:
    if option not in get_args(options):
        raise InvalidValue(f"{option!r} is no choice here; choose one of {get_args(options)}")


def _or_raise(loaded: Loaded[T]) -> T:
    if loaded.value is None:
        raise LoadError(loaded.report)
    return loaded.value


def _read_tree(
    tree: Tree, cls: type[T], *, unknown: Unknown, faulty: Faulty, limits: Limits
) -> Loaded[T]:
    if not isinstance(cls, type):
        raise InvalidValue(f"`type` is a class of the model, such as FocusArea, not {cls!r}")
    findings = [*admitted(tree, limits), *_version(tree, cls)]
    if any(finding.code in _FATAL | _VERSIONS for finding in findings):
        return _loaded(None, findings)
    findings += unknown_members(tree, cls, unknown)
    if any(finding.code == faults.HALF_LETTER.code for finding in findings):
        tree = whole(tree)
    if unknown == "drop":
        tree = without_unknown(tree, cls)
    if faulty == "set_aside" and cls is Collaboration:
        collab, more = _structured_around(tree)
        value = cast("T | None", collab)
    else:
        value, more = _structured(tree, cls)
    return _loaded(value, [*findings, *more])


def _loaded(value: T | None, findings: list[Finding]) -> Loaded[T]:
    refused = any(finding.code in _REFUSING for finding in findings)
    return Loaded(value=None if refused else value, report=Report(findings=set(findings)))


def _version(tree: Tree, cls: type[Thing]) -> Iterator[Finding]:
    if cls is not Collaboration or not isinstance(tree, dict):
        return
    version = tree.get(MEMBER)
    place = (MEMBER,) if MEMBER in tree else ()
    if type(version) is not str or not FORM.fullmatch(version):
        yield at_place(faults.NO_VERSION, place, {"current": CURRENT})
    elif not is_readable(version):
        yield at_place(faults.OTHER_VERSION, place, {"found": version, "current": CURRENT})
    elif is_newer(version):
        yield at_place(faults.NEWER_VERSION, place, {"found": version, "current": CURRENT})


def _structured(tree: Tree, cls: type[T]) -> tuple[T | None, list[Finding]]:
    try:
        return CONVERTER.structure(tree, cls), []
    except Exception as error:  # noqa: BLE001 - what is no fault in the data is thrown again
        return None, list(findings_of(error))


# --- set aside -------------------------------------------------------------------------------


def _structured_around(tree: Tree) -> tuple[Collaboration | None, list[Finding]]:
    """Read a collaboration without the things that cannot be read, and keep those beside it."""
    collab, faulty = _structured(tree, Collaboration)
    places = {_thing_at(tree, finding.pointer) for finding in faulty}
    if not places or None in places:
        return collab, faulty
    aside = sorted(place for place in places if place is not None)
    collab = CONVERTER.structure(_cut(tree, frozenset(aside)), Collaboration)
    kept = tuple(
        SetAside(pointer=pointer(name, at), value=_verbatim(tree[name][at])) for name, at in aside
    )
    noticed = [at_place(faults.SET_ASIDE, place) for place in aside]
    return attrs.evolve(collab, set_aside=kept), [*faulty, *noticed]


def _thing_at(tree: Tree, pointer: str) -> tuple[str, int] | None:
    """Say which thing of a collection a fault stands in; None where it stands in no thing."""
    match tokens(pointer):
        case [collection, position, *_] if collection in COLLECTIONS:
            thing = tree[collection][int(position)]
            return (collection, int(position)) if isinstance(thing, dict) else None
        case _:
            return None


def _cut(tree: Tree, places: frozenset[tuple[str, int]]) -> Tree:
    cut = {name for name, _ in places}
    return {
        name: [thing for at, thing in enumerate(held) if (name, at) not in places]
        if name in cut
        else held
        for name, held in tree.items()
    }


def _verbatim(tree: Tree) -> JsonObject:
    return cast("JsonObject", frozen_json(tree))
