"""What a member of a document is called (det ord som står för en uppgift), for people who read.

Programs name members as the document has them, `time_box.starts`. Nobody else is to need that.
"""

from samverkan_core.model.lists_sv import LISTS_SV
from samverkan_core.model.members_sv import MEMBERS_SV
from samverkan_core.values.labels import Lang, language

__all__ = ["called"]

_BETWEEN = " – "


def called(member: str, lang: Lang = "sv") -> str:
    """Give the words for a member, or for a member within one; several stand with commas between.

    What is no member, such as the pointer to what could not be read, is given as it is.

    >>> called("time_box.starts"), called("time_box.starts", "en")
    ('tidsram – börjar', 'time box – starts')
    """
    word = _swedish if language(lang) == "sv" else _english
    return ", ".join(_BETWEEN.join(map(word, one.split("."))) for one in member.split(", "))


def _swedish(name: str) -> str:
    return LISTS_SV.get(name) or MEMBERS_SV.get(name) or name


def _english(name: str) -> str:
    return name.replace("_", " ") if name in LISTS_SV or name in MEMBERS_SV else name
