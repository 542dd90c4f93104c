"""What the `#:` lines over the members of a class say."""

import ast
import inspect
from functools import cache
from itertools import takewhile
from textwrap import dedent

__all__ = ["comments"]

_MARK = "#:"


@cache
def comments(cls: type) -> dict[str, str]:
    """Give the comment over each member of a class."""
    source = dedent(inspect.getsource(cls))
    lines = source.splitlines()
    (definition,) = ast.parse(source).body
    return {
        statement.target.id: _above(lines, statement.lineno - 1)
        for statement in ast.iter_child_nodes(definition)
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name)
    }


def _above(lines: list[str], at: int) -> str:
    upwards = (line.strip() for line in reversed(lines[:at]))
    marked = list(takewhile(lambda line: line.startswith(_MARK), upwards))
    return " ".join(line.removeprefix(_MARK).strip() for line in reversed(marked))
