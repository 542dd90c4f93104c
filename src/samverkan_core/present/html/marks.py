"""The few elements that pages are written with; every text that goes into one is escaped."""

from collections.abc import Iterable, Iterator

from samverkan_core.values.identifiers import without_personal_numbers
from samverkan_core.values.markup import verbatim

__all__ = ["Cells", "heading", "lines", "scrolling", "table", "tag", "written"]

#: The cells of a row: the first is its head.
Cells = Iterable[str]


def written(text: str) -> str:
    """Write a text as it can stand in a page: escaped, and with nothing unseen in it.

    A personal identity number, which a document that was built and not read may hold, is masked.

    >>> written("<b> 121212-1212")
    '&lt;b&gt; ******-****'
    """
    return verbatim(without_personal_numbers(text))


def tag(name: str, *content: str, **attributes: str) -> str:
    """Write an element around what is markup already; attributes are texts.

    An underscore stands for the hyphen of an attribute; one at the end is left out.

    >>> tag("p", "a", class_="lead")
    '<p class="lead">a</p>'
    """
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{written(value)}"'
        for key, value in attributes.items()
    )
    return f"<{name}{told}>{''.join(content)}</{name}>"


def heading(level: int, text: str, key: str) -> str:
    """Write a heading that can be linked to and that other elements can be named by."""
    return tag(f"h{level}", written(text), id=key)


def lines(texts: Iterable[str], head: str = "") -> str:
    """Write each text once, as a paragraph of its own, with a word before it."""
    lead = f"{written(head)}: " if head else ""
    return "".join(tag("p", lead, written(text)) for text in dict.fromkeys(texts))


def scrolling(content: str, named_by: str) -> str:
    """Let what is wider than the page scroll within it; a keyboard reaches it by its name."""
    return tag("div", content, class_="wide", role="group", tabindex="0", aria_labelledby=named_by)


def table(caption: str, heads: Iterable[str], rows: Iterable[Cells], **attributes: str) -> str:
    """Write a table: a caption, heads for columns and rows, and cells that are markup already.

    Each cell knows the head of its column, so that a narrow screen can show a row as a block. The
    roles are said outright, since browsers forget them for rows that are shown so.
    """
    names = tuple(heads)
    head = "".join(tag("th", written(name), scope="col", role="columnheader") for name in names)
    body = "".join(tag("tr", *_cells(row, names), role="row") for row in rows)
    return tag(
        "table",
        tag("caption", written(caption)),
        tag("thead", tag("tr", head, role="row"), role="rowgroup"),
        tag("tbody", body, role="rowgroup"),
        role="table",
        **attributes,
    )


def _cells(row: Cells, names: tuple[str, ...]) -> Iterator[str]:
    for position, (cell, name) in enumerate(zip(row, names, strict=True)):
        if position == 0:
            yield tag("th", cell, scope="row", role="rowheader")
        else:
            yield tag("td", cell, role="cell", data_head=name)
