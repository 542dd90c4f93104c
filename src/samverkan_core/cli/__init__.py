"""The command `samverkan`: reads files, prints, gives exit codes. The only floor that opens files.

Exit 2 when an input gave no value or the command line is wrong; else 1 when findings reach
`--fail-on`, when `import` left something unread, or when the answer to `may` or `next` is no;
else 0.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from samverkan_core.cli._commands import (
    NEVER,
    POWERS,
    UNUSABLE,
    assess,
    check_documents,
    explain_code,
    print_schema,
    say_next_step,
    say_who_may,
    show_pillars,
)
from samverkan_core.cli._diagrams import FORMATS, KINDS, draw
from samverkan_core.cli._parsing import COMMAND, Parser, WrongLine, lang_asked, what_is_wrong
from samverkan_core.cli._saying import Unusable, because, complain, say
from samverkan_core.cli._tables import ENCODINGS, export_tables, import_tables, write_template
from samverkan_core.findings.finding import Severity
from samverkan_core.values.labels import LANGUAGES

__all__ = ["main"]

#: What a shell says of a program whose reader has gone away: 128 + SIGPIPE.
READER_GONE = 141
#: What a shell says of a program that was stopped by Ctrl-C: 128 + SIGINT.
STOPPED = 130

#: Where tables are written.
_NEW = "tom eller ny mapp, eller ny .xlsx · empty or new folder, or new .xlsx"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and give its exit code."""
    # Where whoever started the command closed a stream, what is written to it goes nowhere.
    sys.stdout = sys.stdout or Path(os.devnull).open("w")  # noqa: SIM115 - open until the end
    sys.stderr = sys.stderr or Path(os.devnull).open("w")  # noqa: SIM115 - open until the end
    for stream in (sys.stdout, sys.stderr):
        # å, ä and ö come out whole on every terminal, and odd file names as escapes.
        stream.reconfigure(  # type: ignore[union-attr]  # both are text streams
            encoding="utf-8", errors="backslashreplace"
        )
    given = sys.argv[1:] if argv is None else argv
    try:
        arguments = _parser().parse_args(given)
    except WrongLine as wrong:
        sys.stderr.write(wrong.usage)
        complain(what_is_wrong(wrong.message, lang_asked(given)))
        return UNUSABLE
    try:
        code = int(arguments.run(arguments))
        sys.stdout.flush()
    except Unusable as unusable:
        complain(str(unusable))
        return UNUSABLE
    except KeyboardInterrupt:
        return STOPPED
    except OSError as error:
        # Nobody reads on: whatever is still to be flushed at exit goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            return READER_GONE
        lang = vars(arguments).get("lang", "sv")
        complain(say("output", lang, why=because(error, lang)))
        return UNUSABLE
    return code


def _parser() -> Parser:
    parser = Parser(
        prog="samverkan",
        description="Granska och förklara hur en kommun samverkar kring barn och unga. "
        "Check and explain how a municipality collaborates around children and young people.",
    )
    commands = parser.add_subparsers(required=True, metavar=COMMAND)
    _check_parser(commands.add_parser("check", help="granska dokument · check documents"))
    _view_parser(commands.add_parser("assess", help="självvärdera · assess yourselves"), assess)
    _view_parser(
        commands.add_parser(
            "pillars", help="styrning, struktur, samsyn · steering, structure, shared view"
        ),
        show_pillars,
    )
    explaining = commands.add_parser("explain", help="förklara en kod · explain a code")
    explaining.add_argument("code", metavar="CODE", help="FOC001, TYP003 …")
    _add_lang(explaining)
    explaining.set_defaults(run=explain_code)
    _may_parser(commands.add_parser("may", help="vem får besluta? · who may decide?"))
    _next_parser(commands.add_parser("next", help="får nästa steg tas? · the next step?"))
    _diagram_parser(
        commands.add_parser(
            "diagram", help="rita röd tråd, struktur, uppdrag · draw thread, structure, mandates"
        )
    )
    _schema_parser(
        commands.add_parser("schema", help="skriv ut JSON Schema · print the JSON Schema")
    )
    _template_parser(commands.add_parser("template", help="tomma tabeller · empty tables"))
    _import_parser(commands.add_parser("import", help="läs tabeller · read tables"))
    _export_parser(commands.add_parser("export", help="skriv tabeller · write tables"))
    return parser


def _check_parser(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help=".json, .ndjson, .xlsx, -")
    parser.add_argument("--at", metavar="DATE", help="ÅÅÅÅ-MM-DD · YYYY-MM-DD")
    parser.add_argument("--profile", metavar="NAME|FILE")
    _add_lang(parser)
    parser.add_argument("--format", choices=("text", "json", "html"), default="text")
    levels = tuple(severity.code for severity in Severity)
    parser.add_argument("--fail-on", choices=(*levels, NEVER), default=Severity.ERROR.code)
    parser.set_defaults(run=check_documents)


def _view_parser(parser: argparse.ArgumentParser, run: Callable[[argparse.Namespace], int]) -> None:
    parser.add_argument("file", metavar="FILE", help=".json, -")
    parser.add_argument("--at", metavar="DATE", help="ÅÅÅÅ-MM-DD · YYYY-MM-DD")
    parser.add_argument("--profile", metavar="NAME|FILE")
    _add_lang(parser)
    parser.add_argument("--format", choices=("text", "json", "html"), default="text")
    parser.set_defaults(run=run)


def _may_parser(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=".json, -")
    parser.add_argument("who", metavar="WHO", help="id: person, organ · person, body")
    parser.add_argument("power", metavar="POWER", help=POWERS)
    parser.add_argument(
        "--on", metavar="ID", help="fokusområde, organ, aktör, ärende · area, body, actor, matter"
    )
    parser.add_argument("--at", metavar="DATE", required=True, help="ÅÅÅÅ-MM-DD · YYYY-MM-DD")
    _add_lang(parser)
    parser.set_defaults(run=say_who_may)


def _next_parser(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=".json, -")
    parser.add_argument(
        "area",
        nargs="?",
        metavar="FOCUS_AREA",
        help="id: fokusområde; utan: samverkan själv · focus area; without: the collaboration",
    )
    parser.add_argument("--at", metavar="DATE", required=True, help="ÅÅÅÅ-MM-DD · YYYY-MM-DD")
    parser.add_argument("--profile", metavar="NAME|FILE")
    _add_lang(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(run=say_next_step)


def _diagram_parser(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=".json, -")
    parser.add_argument(
        "--kind",
        choices=KINDS,
        default=KINDS[0],
        help="röd tråd (utan val), struktur, uppdrag och delegationer · "
        "golden thread (if left out), structure, mandates",
    )
    parser.add_argument("--goal", metavar="ID", help="mål; utan: alla · goal; without: all")
    parser.add_argument(
        "--at",
        metavar="DATE",
        help="ÅÅÅÅ-MM-DD · YYYY-MM-DD (structure, mandates)",
    )
    parser.add_argument(
        "--format", choices=FORMATS, default=FORMATS[0], help="svg: bara röd tråd · thread only"
    )
    _add_lang(parser)
    parser.set_defaults(run=draw)


def _schema_parser(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "type", nargs="?", metavar="TYPE", help="FocusArea, Mandate, Profile, TablesMapping …"
    )
    parser.add_argument(
        "--openapi", action="store_true", help="som OpenAPI 3.1 · as OpenAPI 3.1 components"
    )
    _add_lang(parser)
    parser.set_defaults(run=print_schema)


def _template_parser(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR|FILE", help=_NEW)
    parser.add_argument(
        "tables", nargs="*", metavar="TABLE", help="actors, mandates …; utan: alla · without: all"
    )
    _add_lang(parser)
    parser.set_defaults(run=write_template)


def _import_parser(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folder", metavar="DIR|FILE", help="mapp med .csv, eller .xlsx · folder of .csv, or .xlsx"
    )
    parser.add_argument("-o", "--output", metavar="FILE", required=True, help=".json, -")
    parser.add_argument("--mapping", metavar="FILE", help="mappning · mapping, .json")
    parser.add_argument("--key-file", metavar="FILE", help="pseudonymnyckel · key of pseudonyms")
    parser.add_argument("--encoding", choices=ENCODINGS, default=ENCODINGS[0])
    _add_lang(parser)
    parser.set_defaults(run=import_tables)


def _export_parser(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=".json, -")
    parser.add_argument("folder", metavar="DIR|FILE", help=_NEW)
    parser.add_argument("--encoding", choices=ENCODINGS, default=ENCODINGS[0])
    _add_lang(parser)
    parser.set_defaults(run=export_tables)


def _add_lang(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", choices=LANGUAGES, default="sv")
