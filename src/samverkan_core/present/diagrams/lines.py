"""The texts of diagrams, before a form escapes them: on one line, with nothing unseen in it."""

from samverkan_core.authority.phrases import showable
from samverkan_core.present.words import printable

__all__ = ["on_one_line"]


def on_one_line(text: str) -> str:
    r"""Write a text so that it can stand in a diagram; a personal identity number is masked.

    >>> on_one_line(" Barn  och\nunga ")
    'Barn och unga'
    """
    return printable(" ".join(showable(text).split()))
