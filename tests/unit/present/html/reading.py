"""A page as a browser takes it apart: what stands in it, and what goes against its own grammar."""

from html.parser import HTMLParser
from typing import Self

#: Elements that have no end.
VOID = {"meta", "rect", "line", "circle"}
HEADINGS = {f"h{level}" for level in range(1, 7)}


class Reading(HTMLParser):
    """Takes a page apart; fails where an element is closed in the wrong order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        #: Each element with its attributes, in order.
        self.elements: list[tuple[str, dict[str, str]]] = []
        #: The level and the words of each heading.
        self.headings: list[tuple[int, str]] = []
        #: The words of each caption.
        self.captions: list[str] = []
        #: All words that people see.
        self.words: list[str] = []

    @classmethod
    def of(cls, text: str) -> Self:
        reading = cls()
        reading.feed(text)
        reading.close()
        assert reading.open == []
        return reading

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        assert len(told) == len(attrs), f"an attribute of {tag} stands twice"
        self.elements.append((tag, told))
        if tag in HEADINGS:
            self.headings.append((int(tag[1]), ""))
        elif tag == "caption":
            self.captions.append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" in self.open:
            return
        self.words.append(data)
        if HEADINGS & set(self.open):
            level, said = self.headings[-1]
            self.headings[-1] = level, said + data
        elif "caption" in self.open:
            self.captions[-1] += data

    @property
    def text(self) -> str:
        return "".join(self.words)

    def named(self, tag: str) -> list[dict[str, str]]:
        return [told for name, told in self.elements if name == tag]

    def every(self, attribute: str) -> list[str]:
        return [told[attribute] for _, told in self.elements if attribute in told]
