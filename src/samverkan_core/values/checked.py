"""The check that every constructor of the model makes.

`@attrs.frozen(kw_only=True, field_transformer=checked)` gives each member one converter that
refuses what could not be shown to anyone: a wrong type, a blank text, a number out of bounds. It
also takes a list for a tuple and a calendar library's date for a date. What is merely unwise
stays: that is a rule's finding.

Converters, not validators: they cost a third of attrs' validators, and code that builds attrs
classes on its own, having checked by itself, may skip them.
"""

import datetime as dt
import enum
from collections.abc import Callable, Sequence
from operator import is_
from typing import Any

import attrs

from samverkan_core.errors import InvalidValue
from samverkan_core.values.kept import JsonObject
from samverkan_core.values.shape import BESIDE, Shape, shape_of
from samverkan_core.values.text import is_blank, is_whole

__all__ = ["checked"]

Check = Callable[[object], object]


def checked(cls: type, fields: list["attrs.Attribute[Any]"]) -> list["attrs.Attribute[Any]"]:
    """Give each member of a class the check that its annotation asks for."""
    known = frozenset(field.name for field in fields) - BESIDE
    return [
        field.evolve(converter=_named(f"{cls.__name__}.{field.name}", _check_for(field, known)))
        for field in fields
    ]


def _check_for(field: "attrs.Attribute[Any]", known: frozenset[str]) -> Check:
    if field.name == "kept":
        return lambda value: _kept(value, known)
    annotation: Any = field.type
    return _list_check(shape_of(annotation))


def _named(name: str, check: Check) -> Callable[[object], Any]:
    def checking(value: object) -> object:
        try:
            return check(value)
        except _Refused as refused:
            # The value itself is not shown: it may be free text about a person.
            message = f"{name} must be {refused.accepted}, not {refused.found}"
        raise InvalidValue(message)

    return checking


class _Refused(Exception):
    def __init__(self, accepted: str, value: object) -> None:
        super().__init__()
        self.accepted = accepted
        self.found = "blank" if value == "" else f"{_article(type(value).__name__)}"


def _article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiouAEIOU" else f"a {noun}"


def _list_check(shape: Shape) -> Check:
    one = _item_check(shape)
    if shape.many:
        one = _many(one, shape)
    return _or_nothing(one) if shape.optional else one


def _or_nothing(check: Check) -> Check:
    return lambda value: None if value is None else check(value)


def _many(check: Check, shape: Shape) -> Check:
    def checking(value: object) -> object:
        if type(value) not in {tuple, list}:
            raise _Refused("a tuple", value)
        items: Sequence[object] = value  # type: ignore[assignment]  # its type was just compared
        for bound in shape.list_bounds:
            if not bound.holds(items):
                raise _Refused("a tuple with something in it, or None", value)
        taken = tuple([check(item) for item in items])
        # The same tuple stays the same object: what was not edited can be told at a glance.
        return value if type(value) is tuple and all(map(is_, taken, value)) else taken

    return checking


def _item_check(shape: Shape) -> Check:
    check = _PLAIN.get(shape.base) or _instance(shape.base)
    if not shape.bounds:
        return check

    def checking(value: object) -> object:
        value = check(value)
        for bound in shape.bounds:
            if not bound.holds(value):
                raise _Refused(f"within bounds ({bound})", value)
        return value

    return checking


def _text(value: object) -> object:
    if type(value) is not str or is_blank(value):
        raise _Refused("text that is not blank", value if type(value) is not str else "")
    if not is_whole(value):
        raise _Refused("text that UTF-8 can hold", value)
    return value


def _whole_number(value: object) -> object:
    if type(value) is not int:
        raise _Refused("a whole number", value)
    return value


def _truth(value: object) -> object:
    if type(value) is not bool:
        raise _Refused("True or False", value)
    return value


def _day(value: object) -> object:
    if type(value) is dt.date:
        return value
    if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
        raise _Refused("a day (datetime.date)", value)
    return dt.date(value.year, value.month, value.day)


def _instance(base: type) -> Check:
    accepted = f"a member of {base.__name__}" if issubclass(base, enum.Enum) else base.__name__

    def checking(value: object) -> object:
        if type(value) is not base:
            raise _Refused(accepted, value)
        return value

    return checking


def _kept(value: object, known: frozenset[str]) -> object:
    if type(value) is not JsonObject:
        raise _Refused("a JsonObject", value)
    if any(name in known for name, _ in value.members):
        raise _Refused("members that the class does not have itself", value)
    return value


_PLAIN: dict[type, Check] = {str: _text, int: _whole_number, bool: _truth, dt.date: _day}
