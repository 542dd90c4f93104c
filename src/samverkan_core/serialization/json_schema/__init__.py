"""JSON Schema 2020-12 and OpenAPI 3.1, made from the declarations that the reader checks by."""

from samverkan_core.serialization.json_schema.build import THINGS, schema
from samverkan_core.serialization.json_schema.openapi import openapi

__all__ = ["THINGS", "openapi", "schema"]
