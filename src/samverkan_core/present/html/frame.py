"""The frame of every page: what a browser is told of it, and the way past its head."""

from samverkan_core.present.html.marks import tag, written
from samverkan_core.present.html.style import POLICY, STYLE
from samverkan_core.present.html.wording import said
from samverkan_core.values.labels import Lang

__all__ = ["framed"]

_MAIN = "content"


def framed(title: str, head: str, content: str, lang: Lang) -> str:
    """Write a page that stands alone; its head and its content are markup already."""
    about = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
    )
    skip = tag("a", written(said(lang)["skip"]), class_="skip", href=f"#{_MAIN}")
    whole = tag(
        "html",
        tag("head", about, tag("title", written(title)), tag("style", STYLE)),
        tag("body", skip, tag("header", head), tag("main", content, id=_MAIN, tabindex="-1")),
        lang=lang,
    )
    return f"<!doctype html>\n{whole}\n"
