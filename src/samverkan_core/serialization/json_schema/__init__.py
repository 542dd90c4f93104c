"""JSON Schema 2020-12, made from the declarations that the reader checks by."""

from samverkan_core.serialization.json_schema.build import schema

__all__ = ["schema"]
