"""What is said of seats in pictures: the same words in each kind, also when read out."""

from samverkan_core.model.body import Body
from samverkan_core.present.pictures.seats import Bench, Seating
from samverkan_core.present.pictures.wording import said
from samverkan_core.values.labels import Lang

__all__ = ["bench_of", "body_of", "cell_of", "told"]

#: What stands behind the number of seats where one of them leads the body.
_LEADS = "*"


def cell_of(bench: Bench) -> str:
    """Write how many seats there are, with a star where one of them leads the body."""
    return f"{bench.seats}{_LEADS if bench.leads else ''}"


def body_of(body: Body, position: int, shown: Seating, lang: Lang) -> str:
    """Name a body with its kind, and say where no seats are entered."""
    kind = body.kind_name or body.kind.label(lang)
    empty = all(row.benches[position] is None for row in shown.rows)
    return f"{body.name} ({kind}){said(lang)['seats_empty'] if empty else ''}"


def told(body: Body, position: int, shown: Seating, lang: Lang) -> str:
    """Say of a body who sits in it."""
    sits = [
        f"{row.name or said(lang)['seats_nobody']}, {bench_of(bench, lang)}"
        for row in shown.rows
        if (bench := row.benches[position]) is not None
    ]
    name = f"{position + 1} {body_of(body, position, shown, lang)}"
    return f"{name}: {'; '.join(sits)}." if sits else f"{name}."


def bench_of(bench: Bench, lang: Lang) -> str:
    """Say how many seats there are, of which offices, and whether one of them leads."""
    say = said(lang)
    many = say["seats_one" if bench.seats == 1 else "seats_many"].format(count=bench.seats)
    leads = [say["seats_leads"]] if bench.leads else []
    return ", ".join([many, *leads, *bench.roles])
