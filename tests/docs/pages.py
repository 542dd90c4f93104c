"""The pages of the documentation, and the blocks of code that stand in them."""

import re
from collections.abc import Iterator
from pathlib import Path

import attrs

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
#: The document that the pages speak of, and what they may count on besides.
FILES, EXAMPLES = DOCS / "files", ROOT / "examples"

_AT_THE_ROOT = ("README", "CHANGELOG", "CONTRIBUTING", "SECURITY")
ROOT_PAGES = tuple(ROOT / f"{name}.md" for name in _AT_THE_ROOT)
DOC_PAGES = tuple(
    sorted(
        page
        for page in DOCS.rglob("*.md")
        if not {"_build", "generated"} & set(page.relative_to(DOCS).parts)
    )
)
PAGES = (*ROOT_PAGES, *DOC_PAGES)

_BLOCK = re.compile(
    r"^(?:<!-- (?P<mark>[^\n]*) -->\n)?(?P<fence>`{3,})(?P<kind>\S*)[^\n]*\n"
    r"(?P<text>.*?)^(?P=fence)\s*$",
    re.MULTILINE | re.DOTALL,
)


@attrs.frozen(kw_only=True)
class Block:
    """A block of code in a page."""

    #: What it is a block of: `console`, `python`, `{doctest}`.
    kind: str
    #: What stands in it.
    text: str
    #: What the comment right above it says.
    mark: str
    #: The line on which it begins.
    line: int


def blocks(page: Path, *kinds: str) -> Iterator[Block]:
    """Give the blocks of a page, or only those of some kinds."""
    text = page.read_text(encoding="utf-8")
    for match in _BLOCK.finditer(text):
        if not kinds or match["kind"] in kinds:
            yield Block(
                kind=match["kind"],
                text=match["text"],
                mark=match["mark"] or "",
                line=text.count("\n", 0, match.start("fence")) + 1,
            )


def name(page: Path) -> str:
    """Give the path of a page as people write it."""
    return page.relative_to(ROOT).as_posix()
