"""A board's delegation order as a table: read into matters and mandates, and written back.

Rows come in as mappings from head to cell, whatever file they stood in. Each becomes a matter and,
where it names a delegate, a mandate that rests on that line of the order. What a row leaves unclear
is remarked on; it is never raised and never guessed.

What the values do not say in the same words, and columns that are not interpreted, are kept beside
the matter in the extension `x-delegation-order`. So the table comes back as it was, also after the
collaboration has been a file. A line that somebody has changed since is written as it is now.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

import attrs

from samverkan_core.errors import InvalidValue
from samverkan_core.findings.finding import Datum, Finding, Notice, Texts, in_order
from samverkan_core.findings.pointer import open_place, pointer
from samverkan_core.interop.order_cells import (
    Holders,
    Words,
    collapsed,
    holders_in,
    is_empty,
    lines_of,
    provision_in,
    words_for,
)
from samverkan_core.interop.order_kept import Note, cells_of, note_in, with_note
from samverkan_core.interop.order_lines import (
    COLUMNS,
    CONDITION,
    DELEGATE,
    LAW,
    MATTER,
    NUMBER,
    SUBSTITUTE,
    Line,
    heads_for,
    spelled,
    table_in,
)
from samverkan_core.interop.order_remarks import (
    BOARD_ITSELF,
    COLUMN_KEPT,
    EACH_ALONE,
    JOINTLY,
    LAW_GONE,
    NO_DELEGATE,
    NO_MATTER,
    NO_NUMBER,
    NO_PROVISION,
    NUMBER_TWICE,
    OVERFULL,
    UNKNOWN_WORD,
)
from samverkan_core.model.mandate import (
    Basis,
    BasisKind,
    Mandate,
    MandateKind,
    Matter,
    Power,
    Scope,
)
from samverkan_core.reference.acts import ACTS
from samverkan_core.reference.citations import Cited, Standing
from samverkan_core.serialization.fault import PERSONAL_NUMBER, alike, shown
from samverkan_core.values.identifiers import masked, personal_numbers
from samverkan_core.values.ids import BodyId, DocumentId, HolderId, MandateId, MatterId
from samverkan_core.values.source import Source
from samverkan_core.values.text import swedish_order
from samverkan_core.values.time import Period

__all__ = ["COLUMNS", "DelegationOrder", "read_delegation_order", "write_delegation_order"]


@attrs.frozen(kw_only=True)
class DelegationOrder:
    """What the rows of a delegation order (delegationsordning) say."""

    #: What the lines are about, one for each line, in the order of the rows.
    matters: tuple[Matter, ...]
    #: What is delegated: one for each line that names a delegate whom the order knows.
    mandates: tuple[Mandate, ...]
    #: What lines leave unclear, in the order of the rows; a pointer leads to a row and its head.
    remarks: tuple[Finding, ...]


def read_delegation_order(  # noqa: PLR0913 - rows, and six facts of the order that no row states
    rows: Iterable[Mapping[str, str]],
    *,
    document: DocumentId,
    granted_by: BodyId,
    parent: MandateId,
    period: Period,
    offices: Mapping[str, HolderId],
    columns: Mapping[str, str] | None = None,
) -> DelegationOrder:
    """Read the rows of a delegation order into matters and mandates.

    Args:
        rows: The rows in order, each a mapping from head to cell, such as `csv.DictReader` gives.
            A row in which nothing stands is passed over.
        document: The delegation order, among the governing documents of the collaboration.
        granted_by: The board that has adopted it.
        parent: The board's own mandate, which it delegates from.
        period: When the order is in force; provisions are looked up on its first day.
        offices: The words in the columns Delegat and Ersättare -> whom each stands for.
        columns: The municipality's own heads, by those of `COLUMNS`. Neither case nor spacing
            matters.

    Raises:
        InvalidValue: A row is no mapping, a cell is no text, a column is none of `COLUMNS`, two
            columns have one head, no head stands for the delegates, or one word stands for two
            offices.
    """
    table = table_in(rows, heads_for(columns))
    order = _Order(
        document=document,
        granted_by=granted_by,
        parent=parent,
        period=period,
        words=words_for(offices, granted_by),
        names=_names(offices),
        heads=table.heads,
    )
    read = tuple(_read(table.lines, order))
    return DelegationOrder(
        matters=tuple(matter for matter, _, _ in read),
        mandates=tuple(mandate for _, mandate, _ in read if mandate is not None),
        remarks=in_order(remark for _, _, remarks in read for remark in remarks),
    )


def write_delegation_order(
    matters: Iterable[Matter],
    mandates: Iterable[Mandate],
    *,
    document: DocumentId,
    offices: Mapping[str, HolderId],
    columns: Mapping[str, str] | None = None,
) -> tuple[dict[str, str], ...]:
    """Write the rows of a delegation order, in the order of the matters.

    All matters and mandates of a collaboration may be given: those that do not belong to the
    document are passed over. Every row has every column: those of `COLUMNS` first, then those that
    were kept, in alphabetical order. A mandate of the order that names none of the matters comes
    last, without a matter. Heads are spelled as in the table that was read.

    Raises:
        InvalidValue: A column is none of `COLUMNS`, two columns have one head, or a column that
            was kept has the head of another.
    """
    heads = dict(heads_for(columns))
    names = _names(offices)
    lines = tuple(_lines(tuple(matters), tuple(mandates), document))
    rows = [_row(matter, mandate, document, names) for matter, mandate in lines]
    heads |= spelled((head for _, note in rows for head in note.heads.values()), heads)
    more = sorted({head for _, note in rows for head in note.more}, key=swedish_order)
    for head in more:
        if head in heads.values():
            raise InvalidValue(f"columns: {shown(head)} is the head of a column that was kept too")
    return tuple(
        {heads[column]: cells[column] for column in COLUMNS}
        | {head: note.more.get(head, "") for head in more}
        for cells, note in rows
    )


# --- reading ---------------------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class _Order:
    document: DocumentId
    granted_by: BodyId
    parent: MandateId
    period: Period
    words: Words
    names: Mapping[HolderId, str]
    heads: Mapping[str, str]


#: What one line was read as: its matter, its mandate and what there is to remark on.
_Read: TypeAlias = "tuple[Matter, Mandate | None, tuple[Finding, ...]]"
#: A remark before its row is known: the notice, the column that it is about, its data.
_Remark: TypeAlias = "tuple[Notice, str, dict[str, Datum]]"


@attrs.frozen(kw_only=True)
class _Said:
    line: Line
    delegates: Holders
    substitutes: Holders
    provision: Source | None
    cited: Cited | None


def _read(lines: Iterable[Line], order: _Order) -> Iterator[_Read]:
    ids: dict[str, int] = {}
    numbers: dict[str, int] = {}
    heads: set[str] = set()
    for line in lines:
        id_ = _fresh(f"{order.document}-{line.number or f'rad-{line.count}'}", ids)
        said = _said(line, order)
        matter = _matter(said, MatterId(id_))
        mandate = _mandate(said, order, matter.id, ids)
        new = _new(line, heads)
        heads.update(new)
        first = numbers.setdefault(line.number, line.position)
        found = (
            *_of_number(line, first),
            *_of_matter(said, matter, order),
            *_of_holders(said, order),
            *_of_columns(new, order),
            *_of_row(line),
            *_of_persons(line, new),
        )
        remarks = tuple(_at(remark, line, order, id_) for remark in found)
        yield with_note(matter, mandate, line, order.names, order.document), mandate, remarks


def _new(line: Line, told: set[str]) -> tuple[str, ...]:
    """Give the heads that nothing is told of yet; cells beyond the last head have none."""
    return tuple(
        head for head in line.more if head not in told and not (line.overfull and head == "")
    )


def _fresh(wanted: str, taken: dict[str, int]) -> str:
    """Give a name that nothing of this order has yet."""
    name = wanted
    while name in taken:
        taken[wanted] += 1
        name = f"{wanted} ({taken[wanted]})"
    taken[name] = 1
    return name


def _names(offices: Mapping[str, HolderId]) -> Mapping[HolderId, str]:
    """Give each office its first word."""
    names: dict[HolderId, str] = {}
    for word, id_ in offices.items():
        names.setdefault(id_, word)
    return names


def _said(line: Line, order: _Order) -> _Said:
    law: tuple[Source, Cited] | tuple[None, None] = None, None
    if not is_empty(line.cells[LAW]):
        law = provision_in(line.cells[LAW], order.period.first_day)
    return _Said(
        line=line,
        delegates=holders_in(line.cells[DELEGATE], order.words),
        substitutes=holders_in(line.cells[SUBSTITUTE], order.words),
        provision=law[0],
        cited=law[1],
    )


def _matter(said: _Said, id_: MatterId) -> Matter:
    line = said.line
    name = "" if is_empty(line.cells[MATTER]) else collapsed(line.cells[MATTER])
    return Matter(id=id_, name=name or line.number or f"Rad {line.count}", provision=said.provision)


def _mandate(said: _Said, order: _Order, matter: MatterId, ids: dict[str, int]) -> Mandate | None:
    holders = said.delegates
    # Who was to decide only together with somebody else is not to decide alone.
    alone = holders.jointly and (holders.unknown or holders.board is not None)
    if not holders.ids or alone:
        return None
    return Mandate(
        id=MandateId(_fresh(f"{matter}-delegat", ids)),
        kind=MandateKind.DELEGATION,
        powers=(Power.DECIDE,),
        scope=Scope(matters=(matter,)),
        period=order.period,
        granted_by=HolderId(order.granted_by),
        granted_to=holders.ids,
        # One cannot decide together with nobody; that the line says so is remarked on.
        jointly=holders.jointly and len(holders.ids) > 1,
        substitutes=_substitutes(said),
        basis=Basis(
            kind=BasisKind.GOVERNING_DOCUMENT,
            document=order.document,
            line=said.line.number or None,
        ),
        parent=order.parent,
        conditions=_conditions(said.line),
    )


def _substitutes(said: _Said) -> tuple[HolderId, ...]:
    """Give the substitutes, where nobody is left out whose turn would come before theirs."""
    unknown = said.delegates.unknown or said.substitutes.unknown
    return () if unknown or said.substitutes.jointly else said.substitutes.ids


def _conditions(line: Line) -> tuple[str, ...]:
    text = line.cells[CONDITION]
    return () if is_empty(text) else lines_of(text)


# --- remarks ---------------------------------------------------------------------------------


def _at(remark: _Remark, line: Line, order: _Order, subject: str) -> Finding:
    notice, column, data = remark
    place = (line.position, _unnumbered(order.heads.get(column, column)))
    return Finding(
        notice=notice,
        severity=notice.severity,
        pointer=pointer(*open_place(place)),
        subject=None if personal_numbers(subject) else subject,
        data=tuple({"row": line.position + 1, "line": _bare(line.number), **data}.items()),
    )


def _unnumbered(head: str) -> str:
    """Mask every personal identity number in a head."""
    for number in personal_numbers(head):
        head = head.replace(number, masked(number))
    return head


def _bare(number: str) -> str:
    """Show the number of a line, or a dash where it has none."""
    return shown(number)[1:-1] or "–"


def _of_number(line: Line, first: int) -> Iterator[_Remark]:
    if not line.number:
        yield NO_NUMBER, NUMBER, {"column": NUMBER}
    elif first != line.position:
        yield NUMBER_TWICE, NUMBER, {"first": first + 1}


def _of_matter(said: _Said, matter: Matter, order: _Order) -> Iterator[_Remark]:
    if is_empty(said.line.cells[MATTER]):
        yield NO_MATTER, MATTER, {"column": MATTER, "name": shown(matter.name)}
    answer, day = said.cited, order.period.first_day
    # A line without a delegate is often a heading, of which no provision is asked.
    if answer is None and not is_empty(said.line.cells[DELEGATE]):
        yield NO_PROVISION, LAW, {"column": LAW}
    if answer is not None and day is not None and answer.standing is Standing.NO_LONGER:
        found = shown(collapsed(said.line.cells[LAW]))
        data: dict[str, Datum] = {
            "found": found,
            "day": day.isoformat(),
            "accepted": _instead(answer),
        }
        yield LAW_GONE, LAW, data


def _instead(answer: Cited) -> tuple[str, ...]:
    """Say where the law stands now: in rows of the table, or in the act that came after."""
    rows = tuple(row.cite() for row in answer.replaced_by)
    act = answer.act
    after = ACTS.get(act.successor or act.sfs) if act is not None else None
    return rows or (() if after is None else (after.name,))


def _of_holders(said: _Said, order: _Order) -> Iterator[_Remark]:
    text, holders = said.line.cells[DELEGATE], said.delegates
    known = order.words.given
    if is_empty(text):
        yield _naming("", known, (NO_DELEGATE, DELEGATE, {"column": DELEGATE}))
    for column, named in ((DELEGATE, holders), (SUBSTITUTE, said.substitutes)):
        yield from _of_words(column, named, known)
        if named.jointly:
            found = shown(collapsed(said.line.cells[column]))
            yield JOINTLY, column, {"column": column, "found": found}
    if len(holders.ids) > 1 and not (holders.jointly or holders.apart):
        yield EACH_ALONE, DELEGATE, {"found": shown(collapsed(text))}


def _of_words(column: str, named: Holders, known: tuple[str, ...]) -> Iterator[_Remark]:
    for word in named.unknown:
        data: dict[str, Datum] = {"column": column, "found": shown(word)}
        yield _naming(word, known, (UNKNOWN_WORD, column, data))
    if named.board is not None:
        yield BOARD_ITSELF, column, {"column": column, "found": shown(named.board)}


def _naming(word: str, known: tuple[str, ...], remark: _Remark) -> _Remark:
    """Let a remark name known words that may be meant, or say that none is known."""
    notice, column, data = remark
    if not known:
        return _without_offices(notice), column, data
    return notice, column, {**data, "accepted": alike(word, known)}


#: The end of a message that names known words -> its end where there are none to name.
_NONE_KNOWN = {
    "Kända är bland andra {accepted}.": "Inga ord är angivna i offices.",
    "Among those known: {accepted}.": "None is named in offices.",
}


def _without_offices(notice: Notice) -> Notice:
    """Give a remark the words that it has where no office is known at all."""
    return attrs.evolve(notice, sv=_naming_none(notice.sv), en=_naming_none(notice.en))


def _naming_none(texts: Texts) -> Texts:
    message = texts.message
    for known, none in _NONE_KNOWN.items():
        message = message.replace(known, none)
    return attrs.evolve(texts, message=message)


def _of_columns(new: tuple[str, ...], order: _Order) -> Iterator[_Remark]:
    heads = tuple(order.heads.values())
    for head in new:
        yield COLUMN_KEPT, head, {"found": shown(head), "accepted": alike(head, heads)}


def _of_row(line: Line) -> Iterator[_Remark]:
    if line.overfull:
        yield OVERFULL, "", {}


def _of_persons(line: Line, new: tuple[str, ...]) -> Iterator[_Remark]:
    heads = ((head, head) for head in new)
    for column, text in (*line.cells.items(), *line.more.items(), *heads):
        for number in personal_numbers(text):
            yield PERSONAL_NUMBER, column, {"number": masked(number)}


# --- writing ---------------------------------------------------------------------------------


def _lines(
    matters: tuple[Matter, ...], mandates: tuple[Mandate, ...], document: DocumentId
) -> Iterator[tuple[Matter | None, Mandate | None]]:
    """Give the lines of an order: each matter with each mandate of the order that names it."""
    of_matter: dict[MatterId, list[Mandate]] = {}
    known = {matter.id for matter in matters}
    without: list[Mandate] = []
    for mandate in mandates:
        if mandate.basis is not None and mandate.basis.document == document:
            named = [id_ for id_ in _named(mandate) if id_ in known]
            for id_ in named:
                of_matter.setdefault(id_, []).append(mandate)
            without.extend([] if named else [mandate])
    for matter in matters:
        if matter.id in of_matter:
            yield from ((matter, mandate) for mandate in of_matter[matter.id])
        elif note_in(matter, document) is not None:
            yield matter, None
    yield from ((None, mandate) for mandate in without)


def _named(mandate: Mandate) -> tuple[MatterId, ...]:
    return (mandate.scope.matters if mandate.scope else None) or ()


def _row(
    matter: Matter | None,
    mandate: Mandate | None,
    document: DocumentId,
    names: Mapping[HolderId, str],
) -> tuple[dict[str, str], Note]:
    """Write the cells of a line, and give what was kept beside its matter."""
    note = (note_in(matter, document) if matter is not None else None) or Note()
    cells = cells_of(matter, mandate, line=note.line, words=names)
    meant = cells_of(matter, mandate, line=note.line)
    for column, (text, read) in note.cells.items():
        if meant.get(column) == read:
            cells[column] = text
    return cells, note
