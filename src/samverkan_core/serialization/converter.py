"""The strict converter: plain values to things and back, with nothing reinterpreted.

Built on cattrs, whose error trees carry the place of every fault. Its own hooks for texts, numbers
and lists would turn `"7"` into 7 and a text into a list of letters, so each is replaced. An
integrator may register hooks for own types on a converter from `make_converter`.
"""

import datetime as dt
import enum
from collections.abc import Callable, Iterator, Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, Union, cast, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    IterableValidationError,
    IterableValidationNote,
)

from samverkan_core.errors import InvalidValue
from samverkan_core.findings.finding import Finding
from samverkan_core.findings.pointer import order, tokens
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.serialization import faults
from samverkan_core.serialization.fault import Refused, alike, at_place, json_type, shown
from samverkan_core.serialization.faults import JsonType
from samverkan_core.serialization.versions import MEMBER
from samverkan_core.values.constraints import Constraint
from samverkan_core.values.kept import (
    NOTHING,
    JsonNumber,
    JsonObject,
    Plain,
    frozen_json,
    plain_json,
)
from samverkan_core.values.labels import Labelled
from samverkan_core.values.shape import written_fields
from samverkan_core.values.text import is_blank, is_whole
from samverkan_core.values.time import PartialDate, day_from_text

__all__ = ["CONVERTER", "findings_of", "make_converter"]

#: What cattrs calls to read one value.
Hook = Callable[[Any, Any], Any]


def make_converter() -> Converter:
    """Make a converter that reads and writes every class of the model, strictly."""
    converter = Converter(detailed_validation=True)
    converter.register_structure_hook(str, _text)
    converter.register_structure_hook(int, _whole_number)
    converter.register_structure_hook(bool, _truth)
    converter.register_structure_hook(dt.date, _day)
    converter.register_structure_hook(JsonObject, _tree)
    converter.register_structure_hook_factory(_is_enum, _code_reader)
    converter.register_structure_hook_factory(_is_tuple, lambda cls: _list_reader(converter, cls))
    converter.register_structure_hook_factory(_is_bounded, lambda cls: _bounded(converter, cls))
    converter.register_structure_hook_factory(_is_thing, lambda cls: _thing_reader(converter, cls))
    converter.register_structure_hook(
        PartialDate, _partial_day_reader(_thing_reader(converter, PartialDate, when=_partial_day))
    )
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_unstructure_hook(JsonObject, plain_json)
    converter.register_unstructure_hook_func(_is_enum, lambda member: member.code)
    converter.register_unstructure_hook_func(
        _is_tuple, lambda items: [converter.unstructure(item) for item in items]
    )
    converter.register_unstructure_hook_factory(
        _is_thing, lambda cls: _thing_writer(converter, cls)
    )
    converter.register_unstructure_hook(
        PartialDate, _partial_day_writer(_thing_writer(converter, PartialDate))
    )
    converter.register_unstructure_hook(
        Collaboration, _collaboration_writer(_thing_writer(converter, Collaboration))
    )
    return converter


def findings_of(error: Exception, place: tuple[str | int, ...] = ()) -> Iterator[Finding]:
    """Walk through the error tree of a failed reading and give each fault at its place."""
    if isinstance(error, Refused):
        yield at_place(error.notice, place, error.data)
    elif isinstance(error, ClassValidationError):
        located, plain = error.group_exceptions()
        for fault, note in located:
            yield from findings_of(fault, (*place, note.name))
        for fault in plain:
            yield from findings_of(fault, place)
    elif isinstance(error, IterableValidationError):
        for fault, at in error.group_exceptions()[0]:
            yield from findings_of(fault, (*place, _position(at)))
    else:
        raise error


def _position(note: IterableValidationNote) -> int | str:
    # The note is a text, and its attribute `index` hides the method of that name.
    position: Any = note.index
    return position  # type: ignore[no-any-return]  # a position, see above


# --- what to recognise -----------------------------------------------------------------------


def _is_enum(cls: Any) -> bool:
    return isinstance(cls, type) and issubclass(cls, enum.Enum)


def _is_tuple(cls: Any) -> bool:
    return cls is tuple or get_origin(cls) is tuple


def _is_bounded(cls: Any) -> bool:
    return get_origin(cls) is Annotated


def _is_thing(cls: Any) -> bool:
    return isinstance(cls, type) and attrs.has(cls)


# --- reading ---------------------------------------------------------------------------------


def _wrong(expected: JsonType, value: object) -> Refused:
    return Refused(faults.WRONG_TYPE, expected=expected.code, found=json_type(value))


def _text(value: object, _: object) -> str:
    if type(value) is not str:
        raise _wrong(JsonType.STRING, value)
    if is_blank(value):
        raise Refused(faults.BLANK)
    if not is_whole(value):
        raise Refused(faults.HALF_LETTER)
    return value


def _whole_number(value: object, _: object) -> int:
    if isinstance(value, JsonNumber) and value.is_whole:
        return int(value.text)
    if type(value) is not int:
        raise _wrong(JsonType.INTEGER, value)
    return value


def _truth(value: object, _: object) -> bool:
    if type(value) is not bool:
        raise _wrong(JsonType.BOOLEAN, value)
    return value


def _day(value: object, _: object) -> dt.date:
    if type(value) is not str:
        raise _wrong(JsonType.STRING, value)
    day = day_from_text(value)
    if day is None:
        raise Refused(faults.BAD_DAY, found=shown(value))
    return day


def _tree(value: object, _: object) -> JsonObject:
    if not isinstance(value, dict):
        raise _wrong(JsonType.OBJECT, value)
    tree = frozen_json(value)
    assert isinstance(tree, JsonObject)  # noqa: S101 - an object always becomes one
    return tree


def _partial_day(value: object, _: object) -> str:
    text = _text(value, str)
    try:
        return PartialDate(when=text).when
    except InvalidValue:
        raise Refused(faults.BAD_PARTIAL_DAY, found=shown(text)) from None


def _code_reader(cls: type[Labelled]) -> Hook:
    members = {member.code: member for member in cls}

    def read(value: object, _: object) -> Labelled:
        if type(value) is not str:
            raise _wrong(JsonType.STRING, value)
        if value not in members:
            accepted = _called(value, cls) or alike(value, members)
            raise Refused(faults.UNKNOWN_CODE, found=shown(value), accepted=accepted)
        return members[value]

    return read


def _called(word: str, cls: type[Labelled]) -> tuple[str, ...]:
    """Give the codes for which somebody wrote what people call them, in Swedish or in English."""
    said = word.strip().casefold()
    return tuple(
        one.code for one in cls if said in {one.code, one.sv.casefold(), one.en.casefold()}
    )


def _list_reader(converter: Converter, cls: Any) -> Hook:
    item = get_args(cls)[0]
    hook = converter.get_structure_hook(item)

    def read(value: object, _: object) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise _wrong(JsonType.ARRAY, value)
        items = []
        errors: list[Exception] = []
        for position, held in enumerate(value):
            try:
                items.append(hook(held, item))
            except Exception as error:  # noqa: BLE001 - gathered, with its place, and thrown below
                errors.append(_noted(error, IterableValidationNote("", position, item)))
        if errors:
            raise IterableValidationError("", errors, cls)
        return tuple(items)

    return read


def _bounded(converter: Converter, cls: Any) -> Hook:
    inner, *bounds = get_args(cls)
    hook = converter.get_structure_hook(inner)

    def read(value: object, _: object) -> Any:
        taken = hook(value, inner)
        for bound in bounds:
            if not bound.holds(taken):
                raise _out_of_bounds(taken, bound)
        return taken

    return read


def _out_of_bounds(value: object, bound: Constraint) -> Refused:
    found = shown(value) if isinstance(value, str) else str(value).replace("()", "[]")
    return Refused(faults.OUT_OF_BOUNDS, found=found, accepted=str(bound))


def _member_readers(
    converter: Converter, cls: type, own: Mapping[str, Hook]
) -> Iterator[tuple[str, Any, Hook, bool]]:
    for field in written_fields(cls):
        hook = own.get(field.name) or _beside_none(converter, field.type)
        yield field.name, field.type, hook, field.default is attrs.NOTHING


def _beside_none(converter: Converter, annotation: Any) -> Hook:
    """Read what a member holds where it holds anything: null is settled before any hook."""
    given = get_args(annotation) if get_origin(annotation) in {Union, UnionType} else (annotation,)
    (inner,) = (kind for kind in given if kind is not NoneType)
    return converter.get_structure_hook(inner)


def _thing_reader(converter: Converter, cls: type, **own: Hook) -> Hook:
    readers = tuple(_member_readers(converter, cls, own))
    known = frozenset(name for name, *_ in readers)

    def read(value: object, _: object) -> Any:
        if not isinstance(value, dict):
            raise _wrong(JsonType.OBJECT, value)
        taken: dict[str, Any] = {}
        errors: list[Exception] = []
        for name, annotation, hook, required in readers:
            held = value.get(name)
            try:
                if held is not None:
                    taken[name] = hook(held, annotation)
                elif required:
                    errors.append(Refused(faults.MISSING, member=name))
            except Exception as error:  # noqa: BLE001 - gathered, with its place, and thrown below
                errors.append(_noted(error, AttributeValidationNote("", name, annotation)))
        if errors:
            raise ClassValidationError("", errors, cls)
        return cls(**taken, kept=_kept(value, known))

    return read


def _kept(value: dict[str, Plain], known: frozenset[str]) -> JsonObject:
    unknown = [(name, frozen_json(held)) for name, held in value.items() if name not in known]
    return JsonObject(tuple(unknown)) if unknown else NOTHING


def _partial_day_reader(whole: Hook) -> Hook:
    """Read a partial date from a text, or from an object where more is said of it."""

    def read(value: object, cls: object) -> PartialDate:
        if isinstance(value, dict):
            return cast("PartialDate", whole(value, cls))
        return PartialDate(when=_partial_day(value, str))

    return read


def _noted(error: Exception, note: str) -> Exception:
    error.__notes__ = [*getattr(error, "__notes__", ()), note]
    return error


# --- writing ---------------------------------------------------------------------------------


def _thing_writer(converter: Converter, cls: type) -> Callable[[Any], dict[str, Plain]]:
    fields = written_fields(cls)

    def write(thing: Any) -> dict[str, Plain]:
        written: dict[str, Plain] = {}
        for field in fields:
            value = getattr(thing, field.name)
            if field.name == MEMBER or not _goes_without_saying(value, field.default):
                written[field.name] = converter.unstructure(value)
        for name, held in thing.kept.members:
            written[name] = plain_json(held)
        return written

    return write


def _goes_without_saying(value: object, default: object) -> bool:
    return value is None or value in ((), default)


def _collaboration_writer(
    write: Callable[[Collaboration], dict[str, Plain]],
) -> Callable[[Collaboration], dict[str, Plain]]:
    """Put what was set aside back to where it stood."""

    def writing(collab: Collaboration) -> dict[str, Plain]:
        written = write(collab)
        for aside in sorted(collab.set_aside, key=lambda aside: order(aside.pointer)):
            collection, position = tokens(aside.pointer)
            things = written.setdefault(collection, [])
            assert isinstance(things, list)  # noqa: S101 - a collection is written as a list
            things.insert(int(position), plain_json(aside.value))
        return _in_order(written)

    return writing


def _in_order(written: dict[str, Plain]) -> dict[str, Plain]:
    """Write members in declared order also where a collection held only what was set aside."""
    declared = [name for name in _DECLARED if name in written]
    return {name: written[name] for name in dict.fromkeys((*declared, *written))}


def _partial_day_writer(
    write: Callable[[PartialDate], dict[str, Plain]],
) -> Callable[[PartialDate], Plain]:
    """Write a partial date as a text, or as an object where more is said of it."""
    return lambda day: write(day) if day.about or day.kept else day.when


_DECLARED = tuple(field.name for field in written_fields(Collaboration))

#: The converter that the library itself uses.
CONVERTER = make_converter()
