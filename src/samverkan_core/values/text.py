"""Text that a person can read: never blank, never half a character."""

from samverkan_core.values.identifiers import without_personal_numbers

__all__ = [
    "BLANK",
    "folded",
    "is_blank",
    "is_whole",
    "made_whole",
    "on_one_line",
    "printable",
    "swedish_order",
]

#: What counts as blank, and nothing else: U+0000 to U+0020.
BLANK = "".join(map(chr, range(0x21)))


def is_blank(text: str) -> bool:
    """Tell whether a text holds nothing that a person could see."""
    return not text.strip(BLANK)


def is_whole(text: str) -> bool:
    """Tell whether a text can be written as UTF-8, so holds no half of a surrogate pair."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def folded(text: str) -> str:
    """Let a text be compared with another, whatever its capitals and spaces.

    >>> folded(" Tid  vid SKÄRM ")
    'tid vid skärm'
    """
    return " ".join(text.casefold().split())


def made_whole(text: str) -> str:
    """Put the replacement character for each half of a surrogate pair, so that it can be shown."""
    return text if is_whole(text) else text.translate(_HALVES)


def printable(text: str) -> str:
    r"""Show control and direction characters as escapes, so that no id can forge a line.

    >>> printable("a\nb")
    'a\\nb'
    """
    if text.isprintable():
        return text
    return "".join(
        letter if letter.isprintable() or letter == "\xa0" else ascii(letter)[1:-1]
        for letter in text
    )


def on_one_line(text: str) -> str:
    r"""Show a text of a document where there is one line for it, with nothing unseen in it.

    A personal identity number is masked: a value made in Python may hold one that no reader let in.

    >>> on_one_line(" Barn  och\nunga, 19121212-1212")
    'Barn och unga, 19******-****'
    """
    return printable(without_personal_numbers(" ".join(made_whole(text).split())))


#: Every half of a surrogate pair -> the replacement character.
_HALVES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
#: å, ä and ö come after z, in this order; code points would put ä before å.
_LAST = str.maketrans({"å": "{", "ä": "|", "ö": "}"})


def swedish_order(text: str) -> tuple[str, str]:
    """Give the key that sorts texts the Swedish way, whatever the locale.

    >>> sorted(["ö", "Ä", "z", "å"], key=swedish_order)
    ['z', 'å', 'Ä', 'ö']
    """
    return text.casefold().translate(_LAST), text
