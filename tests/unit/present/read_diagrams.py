"""What stands in a diagram, read back from either form by a small grammar of its own.

A line that the grammar does not know is an error: what cannot be read here need not be readable
to Mermaid or Graphviz either.
"""

import re
from collections import Counter

import attrs

_NAME = r"n[0-9a-f]*(?:_[0-9]*)*"
_ENTITY = re.compile(r"#(\d+);")
_MERMAID_NODE = re.compile(rf'({_NAME})(\[|\(\[|\{{\{{)"([^"]*)"(\]|\]\)|\}}\}})')
_MERMAID_EDGE = re.compile(rf'({_NAME}) (-->|---|-\.->|-\.-)(?:\|"([^"]+)"\|)? ({_NAME})')
_MERMAID_NOTE = re.compile(rf'({_NAME})\["([^"]*)"\] -\.-> ({_NAME})')
_MERMAID_STYLE = re.compile(rf"style ({_NAME}) stroke-dasharray: 4 3")
_PLAIN = re.compile(r"(?:[^\W_]|[ .,:!?–§/-]|#\d+;|<br/>)*")
_TEXT = r'"((?:[^"\\]|\\.)*)"'
_DOT_NODE = re.compile(
    rf"({_NAME}) \[label={_TEXT}, shape=(box|hexagon)(?:, style=\"([a-z,]+)\")?\]"
)
_DOT_EDGE = re.compile(rf"({_NAME}) -> ({_NAME})(?: \[([^\n]*)\])?")
_DOT_LOOK = re.compile(rf'(?:label={_TEXT})?(?:, )?(style="dashed")?(?:, )?(dir=none)?')
#: How each form says which way it goes.
_HEADS = {"flowchart TD": False, "flowchart LR": True}


@attrs.frozen
class Seen:
    """What a reader sees in a diagram."""

    #: Name -> the text of the node, its lines as one.
    nodes: dict[str, str]
    #: From, to, text, whether it is broken, whether it has a point; how often.
    edges: Counter[tuple[str, str, str, bool, bool]]
    #: The names of nodes with a broken edge.
    faded: frozenset[str]
    #: Whether it goes from left to right.
    across: bool


def read_mermaid(text: str) -> Seen:
    """Read a Mermaid flowchart."""
    assert text.endswith("\n")
    head, *lines = text[:-1].split("\n")
    nodes: list[tuple[str, str]] = []
    edges: Counter[tuple[str, str, str, bool, bool]] = Counter()
    faded = set()
    for line in lines:
        assert line.startswith("    "), line
        if found := _MERMAID_NODE.fullmatch(line[4:]):
            assert found[2] + found[4] in {"[]", "([])", "{{}}"}
            nodes.append((found[1], _from_mermaid(found[3])))
        elif found := _MERMAID_NOTE.fullmatch(line[4:]):
            nodes.append((found[1], _from_mermaid(found[2])))
            edges[found[1], found[3], "", True, True] += 1
        elif found := _MERMAID_STYLE.fullmatch(line[4:]):
            faded.add(found[1])
        else:
            found = _MERMAID_EDGE.fullmatch(line[4:])
            assert found, line
            says, broken = _from_mermaid(found[3] or ""), "." in found[2]
            edges[found[1], found[4], says, broken, found[2].endswith(">")] += 1
    return Seen(_once(nodes), edges, frozenset(faded), _HEADS[head])


def read_dot(text: str) -> Seen:
    """Read a graph of Graphviz."""
    head, *font, last, end = text.split("\n")
    assert (head, last, end) == ("digraph {", "}", "")
    assert [line.split()[0] for line in font[:3]] == ["graph", "node", "edge"]
    across = font[3:4] == ["    rankdir=LR"]
    nodes: list[tuple[str, str]] = []
    edges: Counter[tuple[str, str, str, bool, bool]] = Counter()
    faded = set()
    for line in font[4 if across else 3 :]:
        assert line.startswith("    "), line
        if found := _DOT_NODE.fullmatch(line[4:]):
            nodes.append((found[1], _from_dot(found[2])))
            faded |= {found[1]} if "dashed" in (found[4] or "") else set()
        else:
            found = _DOT_EDGE.fullmatch(line[4:])
            assert found, line
            look = _DOT_LOOK.fullmatch(found[3] or "")
            assert look, line
            says = _from_dot(look[1] or "")
            edges[found[1], found[2], says, bool(look[2]), not look[3]] += 1
    return Seen(_once(nodes), edges, frozenset(faded), across)


def _once(nodes: list[tuple[str, str]]) -> dict[str, str]:
    found = dict(nodes)
    assert len(found) == len(nodes), "a node stands twice"
    return found


def _from_mermaid(text: str) -> str:
    assert _PLAIN.fullmatch(text), text
    return _ENTITY.sub(lambda code: chr(int(code[1])), text.replace("<br/>", " "))


def _from_dot(text: str) -> str:
    assert not re.search(r"&(?!amp;)", text), text
    escapes = {r"\n": " ", r"\\": "\\", r"\"": '"'}
    whole = re.sub(r"\\.", lambda found: escapes[found[0]], text)
    return whole.replace("&amp;", "&")
