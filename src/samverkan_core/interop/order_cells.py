"""What stands in the cells of a delegation order, as people write it: offices and provisions.

White space is what the library calls blank, U+0000 to U+0020, and what Unicode calls white space.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

import attrs

from samverkan_core.errors import InvalidValue
from samverkan_core.reference.acts import NAMES
from samverkan_core.reference.citations import Cited, Standing, cited
from samverkan_core.serialization.fault import shown
from samverkan_core.values.ids import BodyId, HolderId
from samverkan_core.values.source import Source, SourceKind

__all__ = [
    "Holders",
    "Words",
    "collapsed",
    "folded",
    "holders_in",
    "is_empty",
    "lines_of",
    "listed",
    "provision_in",
    "words_for",
]

_SPACE = re.compile(r"[\x00-\x20\s]+")
#: What people write in a cell to say that nothing belongs there.
_NOTHING = frozenset({"", "-", "–", "—"})


def collapsed(text: str) -> str:
    """Give a text on one line, with one space wherever white space stands."""
    return _SPACE.sub(" ", text).strip()


def folded(text: str) -> str:
    """Give a text on one line without regard to case, nor to how its letters are composed."""
    return collapsed(_composed(text)).casefold()


def _composed(text: str) -> str:
    # Some systems write "ä" as an "a" and a sign of its own for the dots.
    return unicodedata.normalize("NFC", text)


def lines_of(text: str) -> tuple[str, ...]:
    """Give the lines of a cell that hold something, each collapsed."""
    return tuple(filter(None, map(collapsed, text.splitlines())))


def is_empty(text: str) -> bool:
    """Tell whether a cell says nothing: white space, or a dash."""
    return collapsed(text) in _NOTHING


# --- offices ---------------------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class Words:
    """The words by which a delegation order names offices (befattningar, organ)."""

    #: Word without regard to case and spacing -> whom it stands for.
    ids: Mapping[str, HolderId]
    #: The words as they were given, without those in which nothing stands.
    given: tuple[str, ...]
    #: The board whose order it is: it delegates nothing to itself.
    board: HolderId
    #: The length of the longest word.
    longest: int


@attrs.frozen(kw_only=True)
class Holders:
    """Those whom a cell names (delegater, ersättare)."""

    #: The offices that are known, in order, each once; without the board itself.
    ids: tuple[HolderId, ...] = ()
    #: The words that nobody knows.
    unknown: tuple[str, ...] = ()
    #: The word for the board itself, where it is named.
    board: str | None = None
    #: Whether the cell says that they decide together (gemensamt).
    jointly: bool = False
    #: Whether the cell says that each decides alone (var för sig).
    apart: bool = False


#: What an order calls the board whose order it is.
_BOARD = ("nämnden", "styrelsen")
#: A hyphen before "och" holds a compound together: "barn- och ungdomschef" is one office.
_BETWEEN = re.compile(
    r"[ \n]?[,;/][ \n]?(?:(?:och|eller|samt)[ \n])?"
    r"|\n(?:(?:och|eller|samt)[ \n])?"
    r"|(?<![-\u2010\u2011–])[ \n](?:och|eller|samt)[ \n]",
    re.IGNORECASE,
)
#: As many marks as people put around a word.
_BESIDE = 4
_JOINTLY = re.compile(r"\(?\b(?:gemensamt|tillsammans|i[ \n]förening)\b\)?", re.IGNORECASE)
_APART = re.compile(r"\(?\b(?:var|var[ \n]och[ \n]en)[ \n]för[ \n]sig\b\)?", re.IGNORECASE)


def words_for(offices: Mapping[str, HolderId], board: BodyId) -> Words:
    """Prepare the words of an order.

    Raises:
        InvalidValue: A word stands for two offices when case and spacing are not regarded.
    """
    ids: dict[str, HolderId] = {}
    for word, id_ in offices.items():
        if ids.setdefault(_folded(word), id_) != id_:
            raise InvalidValue(
                f"offices: {shown(word)} stands for {id_!r} here and for {ids[_folded(word)]!r} in "
                "another spelling; give each office a word of its own"
            )
    ids.pop("", None)
    for word in _BOARD:
        ids.setdefault(word, HolderId(board))
    return Words(
        ids=MappingProxyType(ids),
        given=tuple(filter(_folded, offices)),
        board=HolderId(board),
        longest=max(map(len, ids)),
    )


def holders_in(text: str, words: Words) -> Holders:
    """Read whom a cell names.

    "A och B gemensamt" are two who decide together; otherwise each decides alone.
    """
    if is_empty(text):
        return Holders()
    laid_out = "\n".join(lines_of(_composed(text)))
    found = _named(laid_out, words)
    if not found.unknown:
        return found
    for mark, jointly in ((_JOINTLY, True), (_APART, False)):
        rest, marks = mark.subn(" ", laid_out)
        if marks:
            left = _named("\n".join(lines_of(rest)), words)
            return attrs.evolve(left, jointly=jointly, apart=not jointly)
    return found


def listed(names: tuple[str, ...], *, jointly: bool) -> str:
    """Write names the way that `holders_in` reads them."""
    if len(names) < 2:  # noqa: PLR2004 - one name needs no "or"
        return "".join(names)
    last = "och" if jointly else "eller"
    text = f"{', '.join(names[:-1])} {last} {names[-1]}"
    return f"{text} gemensamt" if jointly else text


def _named(text: str, words: Words) -> Holders:
    ids: dict[HolderId, None] = {}
    unknown: dict[str, None] = {}
    board = None
    for piece, id_ in _pieces(text, words):
        if id_ is None:
            unknown[piece] = None
        elif id_ == words.board:
            board = piece
        else:
            ids[id_] = None
    return Holders(ids=tuple(ids), unknown=tuple(unknown), board=board)


def _pieces(text: str, words: Words) -> Iterator[tuple[str, HolderId | None]]:
    """Cut a text into words, the longest known word at each place: a word may hold an "och"."""
    cuts = [found.span() for found in _BETWEEN.finditer(text)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    place = 0
    while place < len(starts):
        last, id_ = _longest(text, starts[place], ends, place, words)
        piece = collapsed(text[starts[place] : ends[last]])
        if id_ is not None or _folded(piece):
            yield piece, id_
        place = last + 1


def _longest(
    text: str, start: int, ends: list[int], place: int, words: Words
) -> tuple[int, HolderId | None]:
    """Give the piece that the longest known word from a place ends with, and whom it means."""
    best: tuple[int, HolderId | None] = (place, None)
    for last in range(place, len(ends)):
        word = _folded(text[start : ends[last]])
        if word in words.ids:
            best = last, words.ids[word]
        if ends[last] - start > words.longest + _BESIDE:
            break
    return best


def _folded(word: str) -> str:
    return folded(word).strip(" .:,;")


# --- provisions ------------------------------------------------------------------------------

#: A longer cell is running text.
_LONGEST = 300
_ACT = (
    rf"(?P<act>(?:{'|'.join(map(re.escape, sorted(NAMES, key=len, reverse=True)))})s?"
    r"(?:,? ?\(?(?:sfs ?)?[0-9]{4}:[0-9]{1,4}\)?)?)"
)
_BEFORE = re.compile(rf"{_ACT},? (?P<ref>.+)", re.IGNORECASE)
_AFTER = re.compile(rf"(?P<ref>.+?),? {_ACT}\.?", re.IGNORECASE)
_HAS_DIGIT = re.compile("[0-9]")

_NOT_ASKED = Cited(standing=Standing.UNKNOWN)


def provision_in(text: str, day: date | None) -> tuple[Source, Cited]:
    """Read the provision that a cell cites, and what the table of laws says of it on a day.

    The act gets its name and number where the table is sure which one is meant. Otherwise all
    stays as it is written.
    """
    text = collapsed(text)
    answer = _NOT_ASKED if day is None else cited(text, day)
    found = _taken_apart(text)
    if found is None:
        return Source(kind=SourceKind.LAW, ref=text), answer
    ref, title = found
    if answer.act is not None and not answer.assumed:
        title = answer.act.name
    return Source(kind=SourceKind.LAW, ref=ref, title=title), answer


def _taken_apart(text: str) -> tuple[str, str] | None:
    """Part a citation into the place and the act, which may stand first or last."""
    if len(text) > _LONGEST:
        return None
    for form in (_AFTER, _BEFORE):
        found = form.fullmatch(text)
        if found is not None and _HAS_DIGIT.search(found["ref"]):
            return found["ref"], found["act"]
    return None
