"""The pages that are made from the code when the documentation is built, never by hand.

A page of the documentation includes one of them and says in its own words what it is about.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from .command import command_page
from .document import document_page
from .door import door_page
from .glossary import glossary_page
from .laws import laws_page
from .model import model_page
from .models import models_page
from .notices import faults_page, rules_page
from .seed_coverage import seed_coverage_page
from .steps import steps_page
from .tables import tables_page

__all__ = ["PAGES", "write"]

#: Name of the file -> what makes its text.
PAGES: Mapping[str, Callable[[], str]] = MappingProxyType(
    {
        "command.md": command_page,
        "document.md": document_page,
        "faults-en.md": lambda: faults_page("en"),
        "faults-sv.md": lambda: faults_page("sv"),
        "glossary.md": glossary_page,
        "laws.md": laws_page,
        "model.md": model_page,
        "models.md": models_page,
        "python.md": door_page,
        "rules-en.md": lambda: rules_page("en"),
        "rules-sv.md": lambda: rules_page("sv"),
        "seed-coverage.md": seed_coverage_page,
        "steps.md": steps_page,
        "tables.md": tables_page,
    }
)


def write(folder: Path) -> None:
    """Write every page into a folder; one that is there and says the same is left alone."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        file, text = folder / name, page()
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")
