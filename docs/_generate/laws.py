"""The page of the provisions: each wording with its days, what it says, and how sure that is."""

from collections.abc import Iterator

from samverkan_core.reference.acts import ACTS, Act
from samverkan_core.reference.laws import KNOWN_TO, Law, law, laws

from .markup import code, plain, table

__all__ = ["laws_page"]

_NOTHING = "–"


def laws_page() -> str:
    """Write the page, in Swedish: what the table holds, the acts, and each act's provisions."""
    every = laws()
    acts = [act for act in ACTS.values() if _rows(act)]
    return "\n".join(
        [
            "## Vad tabellen omfattar\n",
            _summary(every),
            "## Författningarna\n",
            table(("författning", "skrivs också", "upphörde", "ersattes av"), map(_act, acts)),
            *(_section(act) for act in acts),
        ]
    )


def _summary(every: tuple[Law, ...]) -> str:
    counted = (
        ("lydelser", len(every)),
        ("texten läst", sum(row.read for row in every)),
        ("texten läst och dagarna belagda", sum(row.verified for row in every)),
        ("i kraft utan slutdag", sum(row.last_day is None for row in every)),
    )
    newest = f"Den nyaste kopian som är läst är från {KNOWN_TO}.\n"
    return "\n".join([table(("", "antal"), ((head, str(n)) for head, n in counted)), newest])


def _act(act: Act) -> tuple[str, ...]:
    successor = ACTS[act.successor].name if act.successor else _NOTHING
    ended = str(act.last_day or _NOTHING)
    return plain(act.name), ", ".join(act.short) or _NOTHING, ended, plain(successor)


def _section(act: Act) -> str:
    heads = ("lagrum", "gäller", "vem", "innehåll", "tid", "ersätts av", "säkerhet")
    name = act.name[0].upper() + act.name[1:]
    return "\n".join([f"\n## {plain(name)}\n", table(heads, map(_row, _rows(act)))])


def _row(row: Law) -> tuple[str, ...]:
    return (
        f"**{plain(row.provision)}** {plain(row.title)} {code(row.id)}",
        _days(row),
        plain(row.duty_holder),
        plain(row.duty),
        plain(row.deadline or _NOTHING),
        ", ".join(_named(after, row) for after in row.successors) or _NOTHING,
        "; ".join(_sure(row)),
    )


def _days(row: Law) -> str:
    first = f"{row.first_day}{'' if row.day_known else ' (ej belagd)'}"
    if row.last_day is None:
        return f"från {first}"
    return f"{first} till {row.last_day}{'' if row.end_known else ' (ej belagd)'}"


def _named(id: str, row: Law) -> str:
    after = law(id)
    if after is None:
        return code(id)
    return plain(after.provision if after.sfs == row.sfs else after.cite())


def _sure(row: Law) -> Iterator[str]:
    if row.read_from is None:
        yield "**ej läst**"
    elif row.read_from == row.first_day:
        yield "läst"
    else:
        yield f"läst; lydelsen gällde säkert från {row.read_from}"
    if row.note:
        yield plain(row.note)
    yield f"*{plain(row.source)}*"


def _rows(act: Act) -> list[Law]:
    return sorted((row for row in laws() if row.sfs == act.sfs), key=_order)


def _order(row: Law) -> tuple[list[int], str, str]:
    numbers = "".join(one if one.isdigit() else " " for one in row.provision).split()
    return (
        [int(number) for number in numbers[:2]],
        row.provision.partition(" (")[0],
        str(row.first_day),
    )
