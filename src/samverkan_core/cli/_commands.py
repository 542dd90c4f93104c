"""What each command does: it asks the library, prints the answer and gives an exit code."""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterable, Iterator
from typing import TypeAlias

import attrs

from samverkan_core.assessment import pillars, self_assessment
from samverkan_core.authority.decide import may
from samverkan_core.checking import check, explain
from samverkan_core.cli._inputs import (
    day_of,
    documents,
    is_workbook,
    mapping_of,
    profile_of,
    whole,
    workbook_in,
)
from samverkan_core.cli._saying import Unusable, complain, say
from samverkan_core.errors import UnknownCode, UnknownId, meant
from samverkan_core.findings.finding import Finding, Pillar, Severity
from samverkan_core.findings.report import Report
from samverkan_core.in_one import check_loaded
from samverkan_core.interop.tables import TablesMapping, mapping_schema
from samverkan_core.model.anatomy import Thing
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.mandate import Power
from samverkan_core.planning import next_step
from samverkan_core.present.assessment import assessment_text, pillars_text
from samverkan_core.present.html import Shown, assessment_page, page, pillars_page
from samverkan_core.present.next_step import next_step_text
from samverkan_core.present.text import report_text
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.serialization.json_schema import THINGS, openapi, schema
from samverkan_core.serialization.load import Loaded, read
from samverkan_core.values.labels import Lang
from samverkan_core.values.text import printable

__all__ = [
    "FOUND",
    "NEVER",
    "OK",
    "POWERS",
    "UNUSABLE",
    "assess",
    "check_documents",
    "explain_code",
    "no_id",
    "of_form",
    "print_schema",
    "say_next_step",
    "say_who_may",
    "show_pillars",
    "unread",
    "warn",
]

OK, FOUND, UNUSABLE = 0, 1, 2
#: What `--fail-on` is given where no finding is to fail the command.
NEVER = "never"
#: The powers that can be asked about, for help and hints.
POWERS = ", ".join(f"{power.code} ({power.sv})" for power in Power)

#: The day and the profile that documents are checked by.
_Asked: TypeAlias = "tuple[dt.date | None, Profile | str | None]"

#: What is no thing of a document and yet has a schema: how tables of a system answer to ours.
_MAPPING = TablesMapping.__name__


# --- check ---


def check_documents(arguments: argparse.Namespace) -> int:
    """Check each document, and print what was found."""
    codes = [OK]
    shown = _shown(arguments, codes)
    if arguments.format == "html":
        sys.stdout.write(page(shown, arguments.lang))
    else:
        for one in shown:
            _print_report(one.name, one.report, arguments)
    return max(codes)


def _shown(arguments: argparse.Namespace, codes: list[int]) -> Iterator[Shown]:
    """Check one document after the other; what each means for the exit code joins the codes."""
    day = None if arguments.at is None else day_of(arguments.at, arguments.lang)
    profile = profile_of(arguments.profile, arguments.lang)
    for file in arguments.files:
        try:
            for shown in _in_file(file, (day, profile), arguments.lang):
                codes.append(_code(shown.report, arguments.fail_on))
                yield shown
        except Unusable as unusable:
            complain(str(unusable))
            codes.append(UNUSABLE)


def _in_file(file: str, asked: _Asked, lang: Lang) -> Iterator[Shown]:
    """Check what a file holds, each document with its name: a workbook is one."""
    if is_workbook(file):
        book = workbook_in(file, mapping_of(None, lang), None, lang)
        shown = _one(file, book.loaded, asked)
        yield attrs.evolve(shown, report=book.in_sheets(shown.report))
    else:
        for name, data in documents(file, lang):
            yield _one(name, read(data), asked)


def _one(name: str, loaded: Loaded[Collaboration], asked: _Asked) -> Shown:
    """Check a document that has been read, and keep it beside its report."""
    day, profile = asked
    return Shown(
        name=name,
        report=check_loaded(loaded, at=day, profile=profile),
        collaboration=loaded.value,
        profile=profile if isinstance(profile, Profile) else None,
    )


def _print_report(name: str, report: Report, arguments: argparse.Namespace) -> None:
    if arguments.format == "json":
        row = {"file": name, **report.to_dict(arguments.lang)}
        print(json.dumps(row, ensure_ascii=False))
    else:
        print(report_text(report, name=name, lang=arguments.lang), end="\n\n")


def _code(report: Report, fail_on: str) -> int:
    if report.stamp.profile is None:
        return UNUSABLE
    threshold = Severity.of(fail_on)
    return OK if threshold is None or report.ok(threshold) else FOUND


# --- may -------------------------------------------------------------------------------------


def say_who_may(arguments: argparse.Namespace) -> int:
    """Say whether somebody may do something on a day, and on what ground."""
    lang = arguments.lang
    power, day = _power(arguments.power, lang), day_of(arguments.at, lang)
    loaded = read(whole(arguments.file, lang))
    if loaded.value is None:
        print(report_text(loaded.report, name=arguments.file, lang=lang))
        return UNUSABLE
    try:
        decision = may(loaded.value, arguments.who, power, on=arguments.on, at=day)
    except UnknownId as error:
        raise no_id(error, lang) from None
    for line in decision.text(lang).split("\n"):
        print(printable(line))
    _hint(loaded.value, arguments.who, lang)
    warn(arguments.file, (*loaded.report, *of_form(loaded.value, day)), lang)
    return OK if decision.allowed else FOUND


def no_id(error: UnknownId, lang: Lang) -> Unusable:
    """Say that the document lacks an id, with the one that may have been meant."""
    key = "id_meant" if error.meant else "id"
    return Unusable(say(key, lang, found=error.id, meant=error.meant or ""))


def of_form(
    collab: Collaboration, day: dt.date | None, profile: Profile | str | None = None
) -> Report:
    """Give what is amiss in a document's own integrity: ids, references, periods, its profile."""
    return check(collab, at=day, profile=profile).by_pillar(Pillar.FORMAT)


def warn(file: str, findings: Iterable[Finding], lang: Lang) -> None:
    """Say that something in the document may turn the answer, if only a misspelt member."""
    codes = sorted({finding.code for finding in findings})
    if codes:
        complain(say("doubtful", lang, found=file, codes=", ".join(codes)))


def _hint(collab: Collaboration, who: str, lang: Lang) -> None:
    """Say which person or body may be meant, where an unknown one was asked about."""
    known = [one.id for held in (collab.persons, collab.bodies) for one in held]
    near = None if who in known else meant(who, known)
    if near is not None:
        complain(say("who", lang, found=who, meant=near))


def _power(text: str, lang: Lang) -> Power:
    """Give the power that a code or a Swedish word stands for, or say which may be meant."""
    words = {word: power for power in Power for word in (power.code, power.sv)}
    if text.casefold() in words:
        return words[text.casefold()]
    near = meant(text, words)
    key = "power_meant" if near else "power"
    raise Unusable(say(key, lang, found=text, meant=near or "", known=POWERS))


# --- next ------------------------------------------------------------------------------------


def say_next_step(arguments: argparse.Namespace) -> int:
    """Say whether the next step may be taken, and what is missing."""
    lang, day = arguments.lang, day_of(arguments.at, arguments.lang)
    profile = profile_of(arguments.profile, lang)
    loaded = read(whole(arguments.file, lang))
    if loaded.value is None:
        return unread(loaded.report, arguments)
    try:
        answer = next_step(loaded.value, arguments.area, at=day, profile=profile)
    except UnknownId as error:
        raise no_id(error, lang) from None
    if arguments.format == "json":
        print(json.dumps(answer.to_dict(lang), ensure_ascii=False))
    else:
        print(next_step_text(answer, lang))
    warn(arguments.file, (*loaded.report, *of_form(loaded.value, day, profile)), lang)
    return OK if answer.allowed else FOUND


# --- assess, pillars -------------------------------------------------------------------------


def assess(arguments: argparse.Namespace) -> int:
    """Go through the success factors and the pitfalls, with what the rules on each say."""
    lang, shown = arguments.lang, _checked(arguments)
    report = shown.report
    if report.stamp.profile is None:
        return unread(report, arguments)
    if arguments.format == "json":
        views = [view.to_dict(lang) for view in self_assessment(report)]
        _print_views(report, arguments, factors=views)
    elif arguments.format == "html":
        sys.stdout.write(assessment_page(shown, lang=lang))
    else:
        print(assessment_text(report, name=shown.name, lang=lang))
    warn(shown.name, report.by_pillar(Pillar.FORMAT), lang)
    return OK


def show_pillars(arguments: argparse.Namespace) -> int:
    """Show how the rules stand, pillar by pillar."""
    lang, shown = arguments.lang, _checked(arguments)
    report = shown.report
    if report.stamp.profile is None:
        return unread(report, arguments)
    if arguments.format == "json":
        _print_views(report, arguments, pillars=[view.to_dict(lang) for view in pillars(report)])
    elif arguments.format == "html":
        sys.stdout.write(pillars_page(shown, lang=lang))
    else:
        print(pillars_text(report, name=shown.name, lang=lang))
    return OK


def _checked(arguments: argparse.Namespace) -> Shown:
    """Check the one document that a view is wanted of."""
    lang = arguments.lang
    day = None if arguments.at is None else day_of(arguments.at, lang)
    profile = profile_of(arguments.profile, lang)
    return _one(arguments.file, read(whole(arguments.file, lang)), (day, profile))


def unread(report: Report, arguments: argparse.Namespace) -> int:
    """Say why a document cannot be read, in the form that was asked for."""
    if arguments.format == "html":
        sys.stdout.write(page([(arguments.file, report)], arguments.lang))
    elif arguments.format == "json":
        _print_report(arguments.file, report, arguments)
    else:
        print(report_text(report, name=arguments.file, lang=arguments.lang))
    return UNUSABLE


def _print_views(report: Report, arguments: argparse.Namespace, **views: object) -> None:
    stamp = report.to_dict(arguments.lang)["stamp"]
    print(json.dumps({"file": arguments.file, "stamp": stamp, **views}, ensure_ascii=False))


# --- explain, schema -------------------------------------------------------------------------


def explain_code(arguments: argparse.Namespace) -> int:
    """Explain the code of a rule or a fault."""
    try:
        print(explain(arguments.code, arguments.lang))
    except UnknownCode as error:
        raise Unusable(_no_code(error, arguments.lang)) from None
    return OK


def _no_code(error: UnknownCode, lang: Lang) -> str:
    """Say that there is no such code, with the one that may have been meant."""
    key = "meant" if error.meant else "code"
    return say(key, lang, found=error.code, meant=error.meant or "")


def print_schema(arguments: argparse.Namespace) -> int:
    """Print the schema of a document, of one kind of thing, or of a mapping of tables."""
    lang, name = arguments.lang, arguments.type
    if name == _MAPPING and arguments.openapi:
        raise Unusable(say("no_openapi", lang, found=name))
    if name == _MAPPING:
        made = mapping_schema()
    else:
        asked = None if name is None else _thing(name, lang)
        made = openapi(asked) if arguments.openapi else schema(asked or Collaboration)
    print(json.dumps(made, ensure_ascii=False, indent=2))
    return OK


def _thing(name: str, lang: Lang) -> type[Thing]:
    """Give the class of thing that was asked for, or say which one may have been meant."""
    if name in THINGS:
        return THINGS[name]
    known = (*THINGS, _MAPPING)
    near = meant(name, known)
    key = "thing_meant" if near else "thing"
    every = ", ".join(sorted(known))
    raise Unusable(say(key, lang, found=name, meant=near or "", known=every))
