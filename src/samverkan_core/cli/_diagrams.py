"""What the command `diagram` does: it draws the structure, the mandates or the golden thread."""

import argparse
import datetime as dt
import sys

from samverkan_core.cli._commands import OK, no_id, of_form, unread, warn
from samverkan_core.cli._inputs import day_of, whole
from samverkan_core.cli._saying import Unusable, say
from samverkan_core.errors import UnknownId
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.present.diagrams import FORMS
from samverkan_core.present.mandates import mandates_diagram
from samverkan_core.present.pictures import golden_thread_svg
from samverkan_core.present.structure import structure_diagram
from samverkan_core.present.thread import thread_diagram
from samverkan_core.serialization.load import read

__all__ = ["FORMATS", "KINDS", "draw"]

#: What can be drawn: first what asks for no day, so that a file is enough.
_THREAD = "thread"
_OF_A_DAY = {"structure": structure_diagram, "mandates": mandates_diagram}
KINDS = (_THREAD, *_OF_A_DAY)
_SVG = "svg"
#: The forms of a diagram, and of the golden thread a picture.
FORMATS = (*FORMS, _SVG)


def draw(arguments: argparse.Namespace) -> int:
    """Print a diagram of a document."""
    lang, day = arguments.lang, _day(arguments)
    loaded = read(whole(arguments.file, lang))
    if loaded.value is None:
        return unread(loaded.report, arguments)
    try:
        drawn = _drawn(loaded.value, arguments, day)
    except UnknownId as error:
        raise no_id(error, lang) from None
    sys.stdout.write(drawn)
    warn(arguments.file, (*loaded.report, *of_form(loaded.value, day)), lang)
    return OK


def _day(arguments: argparse.Namespace) -> dt.date | None:
    """Give the day, and say what does not go together with what is to be drawn."""
    lang, kind = arguments.lang, arguments.kind
    if kind == _THREAD:
        if arguments.at is not None:
            raise Unusable(say("day_needless", lang, kind=kind))
        return None
    if arguments.goal is not None:
        raise Unusable(say("goal_needless", lang, kind=kind, thread=_THREAD))
    if arguments.format == _SVG:
        raise Unusable(say("no_picture", lang, kind=kind, thread=_THREAD, known=", ".join(FORMS)))
    if arguments.at is None:
        raise Unusable(say("day_needed", lang, kind=kind))
    return day_of(arguments.at, lang)


def _drawn(collab: Collaboration, arguments: argparse.Namespace, day: dt.date | None) -> str:
    lang, form = arguments.lang, arguments.format
    if day is not None:
        return _OF_A_DAY[arguments.kind](collab, at=day, lang=lang, form=form)
    if form == _SVG:
        return golden_thread_svg(collab, arguments.goal, lang=lang)
    return thread_diagram(collab, arguments.goal, lang, form=form)
