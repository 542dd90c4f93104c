"""The report of each example as people read it, in both languages, kept beside the example.

`report-sv.txt` and `report-en.txt` show what a check says of it on the day and under the profile
that `expected.md` names; a change to them is a change to what people read. To write them anew:

    python tests/examples/reports.py --write
"""

import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import samverkan_core as sam
from samverkan_core.present.text import report_text
from samverkan_core.values.labels import LANGUAGES

EXAMPLES = Path(__file__).parents[2] / "examples"
COMMAND = "python tests/examples/reports.py --write"


def reports() -> Iterator[tuple[Path, str]]:
    """Give each file with what is to stand in it."""
    for expected in sorted(EXAMPLES.glob("*/expected.md")):
        folder = expected.parent
        report = report_of(folder)
        for lang in LANGUAGES:
            yield (
                folder / f"report-{lang}.txt",
                f"{report_text(report, name=folder.name, lang=lang)}\n",
            )


def report_of(folder: Path) -> sam.Report:
    """Check an example on the day and under the profile of its expectations."""
    text = (folder / "expected.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^(at|profile): (\S+)$", text, re.MULTILINE))
    collab = sam.loads((folder / "collaboration.json").read_bytes())
    return sam.check(collab, at=date.fromisoformat(told["at"]), profile=told["profile"])


if __name__ == "__main__":
    if sys.argv[1:] != ["--write"]:
        sys.exit(COMMAND)
    for file, text in reports():
        file.write_text(text, encoding="utf-8", newline="\n")
