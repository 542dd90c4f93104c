"""What the library promises to those who build on it: each public name with its signature.

`public_names.txt` holds them, one a line and sorted; a change to it is a change to the interface.
Signatures, types and defaults stand there as the sources write them, so that every Python gives
the same text. To write the file anew:

    python tests/api/public_names.py --write
"""

import ast
import enum
import inspect
import sys
import typing
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

import attrs

FILE = Path(__file__).with_suffix(".txt")
COMMAND = "python tests/api/public_names.py --write"

DOOR = "samverkan_core"
#: Where users import from: all names of a module, or those that are named.
ROOMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        DOOR: (),
        # What the door gives back or raises, and what its things are made of.
        f"{DOOR}.assessment": (),
        f"{DOOR}.authority.decide": ("Held",),
        f"{DOOR}.authority.proof": (),
        f"{DOOR}.authority.question": (),
        f"{DOOR}.errors": (),
        f"{DOOR}.findings.acceptance": ("Acceptance",),
        f"{DOOR}.findings.report": (),
        f"{DOOR}.interop.delegation_order": (),
        f"{DOOR}.interop.frames": (),
        f"{DOOR}.interop.tables": (),
        f"{DOOR}.interop.web": (),
        f"{DOOR}.interop.workbooks": (),
        f"{DOOR}.model.activity": (),
        f"{DOOR}.model.actor": (),
        f"{DOOR}.model.analysis": (),
        f"{DOOR}.model.anchoring": (),
        f"{DOOR}.model.appointment": (),
        f"{DOOR}.model.body": (),
        f"{DOOR}.model.child": (),
        f"{DOOR}.model.collaboration": (),
        f"{DOOR}.model.common": (),
        f"{DOOR}.model.concern_report": (),
        f"{DOOR}.model.delegated_decision": (),
        f"{DOOR}.model.document": (),
        f"{DOOR}.model.evaluation": (),
        f"{DOOR}.model.focus_area": (),
        f"{DOOR}.model.goal": (),
        f"{DOOR}.model.handover": (),
        f"{DOOR}.model.indicator": (),
        f"{DOOR}.model.joint_position": (),
        f"{DOOR}.model.mandate": (),
        f"{DOOR}.model.meeting": (),
        f"{DOOR}.model.person": (),
        f"{DOOR}.model.plan": (),
        f"{DOOR}.model.readiness": (),
        f"{DOOR}.model.referral": (),
        f"{DOOR}.model.resource": (),
        f"{DOOR}.model.role": (),
        f"{DOOR}.model.routine": (),
        f"{DOOR}.model.shared_view": (),
        # What can be measured in it, read off it as a whole, and planned with it.
        f"{DOOR}.measures.attendance": (),
        f"{DOOR}.measures.network": (),
        f"{DOOR}.measures.readiness": (),
        f"{DOOR}.measures.series": (),
        f"{DOOR}.measures.small_groups": (),
        f"{DOOR}.overviews.ages": (),
        f"{DOOR}.overviews.awareness": (),
        f"{DOOR}.overviews.delegated_decisions": (),
        f"{DOOR}.overviews.evaluations": (),
        f"{DOOR}.overviews.goals": (),
        f"{DOOR}.overviews.joint_work": (
            *("Acquaintance", "Across", "Complement", "Owned", "Support"),
            *("across", "complements", "met", "owned"),
        ),
        f"{DOOR}.overviews.network": (),
        f"{DOOR}.overviews.readiness": (),
        f"{DOOR}.overviews.recurrence": (),
        f"{DOOR}.overviews.resources": (),
        f"{DOOR}.overviews.routines": ("Uncovered", "uncovered"),
        f"{DOOR}.overviews.series": (),
        f"{DOOR}.overviews.shared_view": (),
        f"{DOOR}.overviews.wording": (),
        f"{DOOR}.planning": (),
        f"{DOOR}.present.assessment": (),
        f"{DOOR}.present.diagrams": ("Form",),
        f"{DOOR}.present.html": (),
        f"{DOOR}.present.mandates": ("mandates_diagram",),
        f"{DOOR}.present.network": (),
        f"{DOOR}.present.pictures": (),
        f"{DOOR}.present.plot": (),
        f"{DOOR}.present.structure": ("structure_diagram",),
        f"{DOOR}.present.thread": ("thread_diagram",),
        f"{DOOR}.planning.expunge": (),
        f"{DOOR}.process.step": (),
        f"{DOOR}.reference.citations": (),
        f"{DOOR}.reference.secrecy": (),
        f"{DOOR}.serialization.load": (),
        f"{DOOR}.values.ages": (),
        f"{DOOR}.values.ids": (),
        f"{DOOR}.values.source": (),
        f"{DOOR}.values.time": (),
        # What somebody needs who writes rules and profiles.
        f"{DOOR}.findings.finding": ("Datum", "Notice", "Texts"),
        f"{DOOR}.indexing": (),
        f"{DOOR}.rules.profiles": (),
        f"{DOOR}.rules.profiles.profile": (),
        f"{DOOR}.rules.profiles.steps": (),
        f"{DOOR}.rules.rule": (),
        f"{DOOR}.values.labels": ("Labelled", "Lang"),
        # What somebody needs who tests them.
        f"{DOOR}.testing.authority": (),
        f"{DOOR}.testing.breaking": (),
        f"{DOOR}.testing.strategies": (),
    }
)

Function: TypeAlias = ast.FunctionDef
#: The methods that say how a thing is made or copied, not what it can be asked.
_MAKING = frozenset({"__init__", "__new__", "__attrs_post_init__", "__reduce__"})


def public_names() -> str:
    """Give the whole file: every public name with its signature."""
    lines = {line for room in ROOMS for name in names_of(room) for line in described(room, name)}
    return "".join(f"{line}\n" for line in sorted(lines))


def names_of(room: str) -> Iterator[str]:
    """Give the names that users import from a module and find no door to."""
    at_the_door = frozenset(import_module(DOOR).__all__) if room != DOOR else frozenset()
    for name in ROOMS[room] or import_module(room).__all__:
        if name not in at_the_door:
            yield name


def described(room: str, name: str) -> Iterator[str]:
    """Say all that users can rely on about one name of a module."""
    home, statements = declared(room, name)
    value = getattr(import_module(room), name)
    shown = f"{room}.{name}"
    for statement in statements:
        if isinstance(statement, ast.ClassDef):
            yield from of_class(shown, value, statement)
        elif isinstance(statement, ast.FunctionDef):
            yield f"{shown}{signature(statement)}"
        else:
            yield f"{shown}{of_constant(home, value, statement)}"


# --- where a name is declared ----------------------------------------------------------------


@cache
def tree(module: str) -> ast.Module:
    """Read the source of a module."""
    return ast.parse(inspect.getsource(import_module(module)))


def declared(module: str, name: str) -> tuple[str, list[ast.stmt]]:
    """Find the module that declares a name, and the statements there; overloads are several."""
    found = [statement for statement in tree(module).body if name in bound(statement)]
    if found:
        return module, found
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.ImportFrom) and name in {alias.name for alias in node.names}:
            return declared(str(node.module), name)
    raise LookupError(f"{module} neither declares nor imports {name}")


def bound(statement: ast.stmt) -> frozenset[str]:
    """Give the names that a statement of a module or class declares."""
    if isinstance(statement, (ast.ClassDef, ast.FunctionDef)):
        return frozenset({statement.name})
    targets: Iterable[ast.expr] = ()
    if isinstance(statement, ast.Assign):
        targets = statement.targets
    elif isinstance(statement, ast.AnnAssign):
        targets = (statement.target,)
    return frozenset(target.id for target in targets if isinstance(target, ast.Name))


# --- functions and constants -----------------------------------------------------------------


def written(node: ast.expr | None) -> str:
    """Write an annotation as the source has it, without the quotes of one that looks ahead."""
    if node is None:
        return "unannotated"
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        node = ast.parse(node.value, mode="eval").body
    return ast.unparse(node)


def signature(function: Function, *, bound_to: bool = False) -> str:
    """Write the parameters of a function and what it gives, and what kind of function it is."""
    kinds = {ast.unparse(decorator) for decorator in function.decorator_list}
    gives = written(function.returns)
    composite = "st.composite" in kinds
    if composite:  # hypothesis hands in the first parameter
        gives = f"st.SearchStrategy[{gives}]"
    given = parameters(
        function.args, skip=int(composite or (bound_to and "staticmethod" not in kinds))
    )
    if "property" in kinds:
        return f": {gives} (property)"
    notes = "".join(f" ({kind})" for kind in ("classmethod", "overload") if kind in kinds)
    return f"({given}) -> {gives}{notes}"


def parameters(arguments: ast.arguments, *, skip: int) -> str:
    """Write the parameters of a function, each with its type and default."""
    by_place = [*arguments.posonlyargs, *arguments.args]
    defaults = [None] * (len(by_place) - len(arguments.defaults)) + [*arguments.defaults]
    shown = [parameter(*pair) for pair in zip(by_place, defaults, strict=True)]
    if arguments.posonlyargs:
        shown.insert(len(arguments.posonlyargs), "/")
    shown = shown[skip:]
    if arguments.vararg:
        shown.append(f"*{parameter(arguments.vararg, None)}")
    elif arguments.kwonlyargs:
        shown.append("*")
    by_name = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    shown.extend(parameter(*pair) for pair in by_name)
    if arguments.kwarg:
        shown.append(f"**{parameter(arguments.kwarg, None)}")
    return ", ".join(shown)


def parameter(argument: ast.arg, default: ast.expr | None) -> str:
    """Write one parameter."""
    typed = f"{argument.arg}: {written(argument.annotation)}"
    return typed if default is None else f"{typed} = {ast.unparse(default)}"


def of_constant(home: str, value: object, statement: ast.stmt) -> str:
    """Say the type of a constant; of a name for a type, which type that is."""
    if isinstance(statement, ast.AnnAssign):
        if written(statement.annotation) == "TypeAlias":
            return f" = {written(statement.value)}"
        return f": {written(statement.annotation)}"
    assert isinstance(statement, ast.Assign), home
    names_a_type = typing.get_origin(value) is not None or isinstance(value, (type, typing.NewType))
    return f" = {ast.unparse(statement.value)}" if names_a_type else f": {type(value).__name__}"


# --- classes ---------------------------------------------------------------------------------


def of_class(shown: str, cls: type[Any], node: ast.ClassDef) -> Iterator[str]:
    """Say what a class is, how one of it is made, and what it can be asked."""
    bases = [ast.unparse(base) for base in node.bases]
    yield f"{shown}: class{' of ' if bases else ''}{', '.join(bases)}"
    if issubclass(cls, enum.Enum):
        yield from (f"{shown}.{member.name} = {member.value!r}" for member in cls)
    else:
        yield f"{shown}({constructor(cls)})"
    for part in own_and_inherited(cls, node):
        yield from (f"{shown}.{line}" for line in of_part(cls, part))


def own_and_inherited(cls: type[Any], node: ast.ClassDef) -> Iterator[ast.stmt]:
    """Give the parts of a class and those of its bases that stand nowhere else in the file."""
    yield from node.body
    for base in cls.__mro__[1:]:
        if base.__module__.startswith(DOOR) and not is_listed(base):
            yield from class_node(base).body


def is_listed(cls: type) -> bool:
    """Tell whether a class has lines of its own in the file."""
    return any(
        getattr(import_module(room), name) is cls for room in ROOMS for name in names_of(room)
    )


def class_node(cls: type) -> ast.ClassDef:
    """Give the statement that declares a class of the library."""
    _, (node,) = declared(cls.__module__, cls.__name__)
    assert isinstance(node, ast.ClassDef)
    return node


def constructor(cls: type[Any]) -> str:
    """Write the parameters with which a thing is made; types of members stand at the members."""
    for base in cls.__mro__:
        for part in class_node(base).body if base.__module__.startswith(DOOR) else ():
            if isinstance(part, ast.FunctionDef) and part.name == "__init__":
                return parameters(part.args, skip=1)
        if attrs.has(base):
            return by_attrs(base)
    return "*args" if issubclass(cls, BaseException) else ""


def by_attrs(cls: type[Any]) -> str:
    """Write the parameters of a constructor that attrs has made."""
    fields = [field for field in attrs.fields(cls) if field.init]
    by_name = [made_of(field) for field in fields if field.kw_only]
    by_place = [made_of(field) for field in fields if not field.kw_only]
    return ", ".join([*by_place, *["*"][: len(by_name)], *by_name])


def made_of(field: "attrs.Attribute[Any]") -> str:
    """Write the parameter of a member."""
    return f"{field.alias}{'' if field.default is attrs.NOTHING else '=...'}"


def of_part(cls: type[Any], part: ast.stmt) -> Iterator[str]:
    """Say what one statement in a class promises: a method, a member, or nothing."""
    if isinstance(part, ast.FunctionDef):
        if part.name == "__init__":
            yield from kept_of_parameters(part)
        elif not is_private(part.name):
            yield f"{part.name}{signature(part, bound_to=True)}"
    elif isinstance(part, ast.AnnAssign):
        (name,) = bound(part)
        if not is_private(name):
            yield f"{name}: {written(part.annotation)}{needed(cls, name)}"


def is_private(name: str) -> bool:
    """Tell whether a method or member is nobody else's; Python's own methods are everybody's."""
    return name in _MAKING or (name.startswith("_") and not name.endswith("__"))


def needed(cls: type[Any], name: str) -> str:
    """Say whether a thing can be made without a member."""
    field = attrs.fields_dict(cls).get(name) if attrs.has(cls) else None
    if field is None or not field.init:
        return ""
    return " (required)" if field.default is attrs.NOTHING else " (optional)"


def kept_of_parameters(init: Function) -> Iterator[str]:
    """Give the attributes that a constructor sets on what it makes."""
    types = {one.arg: written(one.annotation) for one in ast.walk(init) if isinstance(one, ast.arg)}
    for node in ast.walk(init):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Attribute):
            name = node.targets[0].attr
            if not is_private(name):
                value = ast.unparse(node.value)
                yield f"{name}: {types[value]}" if value in types else f"{name}"


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        FILE.write_text(public_names(), encoding="utf-8")
    else:
        sys.exit(f"usage: {COMMAND}")
