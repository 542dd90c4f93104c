"""A collaboration in one field of a Django model, read strictly on its way in and out."""

import json
import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.fields.json import KeyTransform
from django.utils.translation import get_language

import samverkan_core as sam
from samverkan_core.interop.web import faults_found, lang_asked

#: PostgreSQL writes 1e300 with all its zeros.
LONG_NUMBERS = sam.Limits(number=4000)
#: The character U+0000 in a text: PostgreSQL has no such thing, and quotes what stands before it.
NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")


class AsWritten(json.JSONEncoder):
    """Writes a collaboration as the library does, to the letter; all else as Django does."""

    def encode(self, o: object) -> str:
        """Write a value of the column, or one that it is compared with."""
        return sam.dumps(o).decode() if isinstance(o, sam.Collaboration) else super().encode(o)


class CollaborationField(models.JSONField):
    """Takes and gives a `Collaboration`; the database sees JSON and can be asked about it."""

    def __init__(self, *args: Any, **options: Any) -> None:
        """Write by our own encoder."""
        super().__init__(*args, **{**options, "encoder": AsWritten})

    def to_python(self, value: Any) -> sam.Collaboration | None:
        """Read what a form, a fixture or a program gives, or tell every fault with its place."""
        if value is None or isinstance(value, sam.Collaboration):
            return value
        try:
            if isinstance(value, str | bytes):
                return sam.loads(value)
            return sam.from_plain(value)
        except sam.LoadError as error:
            faults = faults_found(error, lang_asked(get_language()))
            told = [
                ValidationError(f"{one['pointer']} {one['message']}".strip(), one["code"])
                for one in faults
            ]
            raise ValidationError(told) from None

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        """Read a whole document; a part of one, as `doc__name` asks for, is what it is."""
        if value is None or isinstance(expression, KeyTransform):
            return super().from_db_value(value, expression, connection)
        return sam.loads(value, limits=LONG_NUMBERS)

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        """Let nothing be saved that could not be read again."""
        if value is None or hasattr(value, "as_sql"):
            return super().get_db_prep_save(value, connection)
        written = AsWritten().encode(self.to_python(value))
        if connection.vendor == "postgresql" and NUL.search(written):
            raise ValidationError("a text holds U+0000, which PostgreSQL cannot keep")
        return super().get_db_prep_save(self.to_python(written), connection)

    def value_to_string(self, obj: models.Model) -> str:
        """Write it to a fixture."""
        return AsWritten().encode(self.value_from_object(obj))
