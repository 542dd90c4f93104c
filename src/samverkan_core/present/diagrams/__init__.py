"""Diagrams as text: what is drawn is said once, and written as Mermaid or as DOT."""

from samverkan_core.present.diagrams.drawing import Drawing, Edge, Node, Note, Part, Ref, Shape
from samverkan_core.present.diagrams.forms import FORMS, Form, written

__all__ = ["FORMS", "Drawing", "Edge", "Form", "Node", "Note", "Part", "Ref", "Shape", "written"]
