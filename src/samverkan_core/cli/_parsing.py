"""Command lines that are wrong: what the parser of the standard library says, in both languages.

The parser has its sentences in English only and gives each as one text. Those that this command can
come to are known here by their form; any other is said as the parser has it.
"""

import argparse
import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NoReturn

from samverkan_core.cli._saying import say
from samverkan_core.errors import meant
from samverkan_core.values.labels import LANGUAGES, Lang

__all__ = ["COMMAND", "Parser", "WrongLine", "lang_asked", "what_is_wrong"]

#: What the usage calls the word that says what is to be done.
COMMAND = "COMMAND"
#: What we say -> the form of what the parser says. A choice is quoted, and the choices are words
#: that some versions of Python quote too; newer ones may name the nearest between them.
_FORMS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "line_unknown": re.compile(r"unrecognized arguments: (?P<found>.*)", re.DOTALL),
        "line_missing": re.compile(r"the following arguments are required: (?P<found>.*)"),
        "line_choice": re.compile(
            r"argument (?P<name>\S+): invalid choice: (?P<quote>['\"])(?P<found>.*)(?P=quote)"
            r"(?:, maybe you meant .*\?)? \(choose from (?P<known>[^()]*)\)"
        ),
        "line_value": re.compile(r"argument (?P<name>\S+): expected one argument"),
        "line_no_value": re.compile(
            r"argument (?P<name>\S+): ignored explicit argument (?P<found>.*)"
        ),
        "line_ambiguous": re.compile(r"ambiguous option: (?P<found>.*) could match (?P<known>.*)"),
    }
)
_WORD = re.compile(r"[\w-]+")


class WrongLine(Exception):
    """A command line that cannot be read, with what the parser says of it."""

    def __init__(self, usage: str, message: str) -> None:
        """Keep how the command is used, and what the parser says."""
        #: How the command is used.
        self.usage = usage
        #: What the parser says is wrong, in English.
        self.message = message
        super().__init__(message)


class Parser(argparse.ArgumentParser):
    """A parser that leaves it to its caller to say what is wrong; its commands are parsed alike."""

    def error(self, message: str) -> NoReturn:
        """Raise what is wrong instead of printing it in English."""
        raise WrongLine(self.format_usage(), message)


def lang_asked(arguments: Sequence[str]) -> Lang:
    """Give the language that a line asks for, whatever else is wrong with it; else Swedish."""
    parser = Parser(add_help=False)
    parser.add_argument("--lang", choices=LANGUAGES, default="sv")
    try:
        lang: Lang = parser.parse_known_args(arguments)[0].lang
    except WrongLine:
        return "sv"
    return lang


def what_is_wrong(message: str, lang: Lang) -> str:
    """Say in a language what the parser says; in its own words where they are not known here."""
    for key, form in _FORMS.items():
        found = form.fullmatch(message)
        if found is not None:
            return _said(key, found.groupdict(), lang)
    return message


def _said(key: str, parts: Mapping[str, str], lang: Lang) -> str:
    """Say it; where there was a choice, with the one that may have been meant, or with all."""
    if key != "line_choice":
        return say(key, lang, **parts)
    known = _WORD.findall(parts["known"])
    near = meant(parts["found"], known)
    what = "line_command" if parts["name"] == COMMAND else key
    return say(
        f"{what}_meant" if near else what,
        lang,
        name=parts["name"],
        found=parts["found"],
        known=", ".join(known),
        meant=near or "",
    )
