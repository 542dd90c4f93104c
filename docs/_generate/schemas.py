"""The schema files: one for each thing that can be read alone, and all of them as OpenAPI.

They are kept with the documentation, so that others can take them from there and so that a change
of the format is seen where it is made. Written anew by `cd docs && python -m _generate.schemas`.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from samverkan_core.model.anatomy import Thing, classes
from samverkan_core.serialization.json_schema import THINGS, openapi, schema
from samverkan_core.serialization.versions import CURRENT

from .markup import plain, table

__all__ = ["FOLDER", "files", "write"]

#: Where the files of this version of the format stand.
FOLDER = Path(__file__).parents[1] / "reference" / "schemas" / CURRENT

_OPENAPI = "openapi.json"
#: What the page about the schemas includes; no page of its own.
_LIST = "list.txt"


def files() -> Mapping[str, str]:
    """Give every file by its name: the schemas, and the list that a page shows of them."""
    schemas = {f"{name}.json": _text(schema(cls)) for name, cls in THINGS.items()}
    return {**schemas, _OPENAPI: _text(openapi()), _LIST: _list()}


def write(folder: Path) -> None:
    """Write every file into a folder, and take away what does not belong there any more."""
    folder.mkdir(parents=True, exist_ok=True)
    made = files()
    for old in folder.glob("*.json"):
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _text(tree: Mapping[str, Any]) -> str:
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"


def _list() -> str:
    in_document = classes()
    in_profile = [cls for cls in THINGS.values() if cls not in in_document]
    return f"In a document:\n\n{_table(in_document)}\nOnly in a profile:\n\n{_table(in_profile)}"


def _table(known: Iterable[type[Thing]]) -> str:
    return table(("thing", "what it is"), map(_row, known))


def _row(cls: type[Thing]) -> tuple[str, str]:
    name = cls.__name__
    file = f"{{download}}`{name} <schemas/{CURRENT}/{name}.json>`"
    return file, plain((cls.__doc__ or "").partition("\n")[0])


if __name__ == "__main__":
    write(Path(sys.argv[1]) if sys.argv[1:] else FOLDER)
