"""The forms in which a diagram is written: the text that a program turns into a picture."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias

from samverkan_core.errors import InvalidValue
from samverkan_core.present.diagrams.dot import dot
from samverkan_core.present.diagrams.drawing import Drawing
from samverkan_core.present.diagrams.mermaid import mermaid

__all__ = ["FORMS", "Form", "written"]

#: Mermaid is what wikis and code hosts show as a picture; DOT is what Graphviz draws.
Form: TypeAlias = Literal["mermaid", "dot"]

#: Form -> what writes it.
_WRITERS: Mapping[str, Callable[[Drawing], str]] = MappingProxyType(
    {"mermaid": mermaid, "dot": dot}
)
#: The forms that there are.
FORMS = tuple(_WRITERS)


def written(drawing: Drawing, form: Form) -> str:
    """Write a drawing in a form.

    Raises:
        InvalidValue: There is no such form.
    """
    if form not in _WRITERS:
        raise InvalidValue(f"there is no form {form!r}; use 'mermaid' or 'dot'")
    return _WRITERS[form](drawing)
