"""HTML for notebooks: a few marks, and no text of a document that can become one.

What is made here is well formed as XML too, so that it can stand in any page. Nothing in it has a
width, a font or a colour of its own, since a notebook may be light or dark.
"""

from collections.abc import Iterable, Sequence
from html import escape

from samverkan_core.values.labels import Lang, language
from samverkan_core.values.text import made_whole, on_one_line, printable

__all__ = ["framed", "marked", "numbered", "paragraph", "table", "verbatim"]

#: Notebooks put the text of a table to the right, as if all of it were numbers.
_LEFT = ' style="text-align:left"'


def marked(text: str) -> str:
    """Write a text as it can stand in a page: on one line, and never as markup.

    A personal identity number in it is masked, and what cannot be seen is shown as an escape.

    >>> marked("<b>Anna</b>, 19121212-1212")
    '&lt;b&gt;Anna&lt;/b&gt;, 19******-****'
    """
    return verbatim(on_one_line(text))


def verbatim(text: str) -> str:
    """Write a text that is nobody's own, say a checksum: never as markup, with nothing unseen."""
    return escape(printable(made_whole(text)))


def framed(parts: Iterable[str], lang: Lang) -> str:
    """Hold parts together, and say in which language they are, for whoever has them read out."""
    return f'<div lang="{language(lang)}">{"".join(parts)}</div>'


def paragraph(text: str, *, first: str = "") -> str:
    """Write a paragraph; what comes first in it is strong."""
    strong = f"<strong>{marked(first)}</strong>" if first else ""
    return f"<p>{' '.join(filter(None, (strong, marked(text))))}</p>"


def numbered(texts: Iterable[str]) -> str:
    """Write texts as a numbered list."""
    return f"<ol>{''.join(f'<li>{marked(text)}</li>' for text in texts)}</ol>"


def table(caption: str, heads: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table; the first cell of each row says what the row is about."""
    head = "".join(f'<th scope="col"{_LEFT}>{marked(text)}</th>' for text in heads)
    body = "".join(f"<tr>{_row(row)}</tr>" for row in rows)
    return (
        f"<table><caption{_LEFT}>{marked(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _row(cells: Sequence[str]) -> str:
    first, *others = map(marked, cells)
    return f'<th scope="row"{_LEFT}>{first}</th>' + "".join(
        f"<td{_LEFT}>{cell}</td>" for cell in others
    )
