"""Ask questions of many collaborations in SQL: `python duckdb_over_parquet.py FOLDER DAY FILE...`.

Each FILE is a document. Two Parquet files are written to FOLDER: the collaborations whole, and
their questions in focus as a long table. The first holds everything that the documents hold, so it
is kept where they are kept.
"""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

import samverkan_core as sam
from samverkan_core.interop.frames import nested_arrow, to_arrow

#: The offices of each collaboration, with the actor that each belongs to.
OFFICES = """
    create view offices as
    select c.name as collaboration, r.id, r.actor
    from collaborations as c, unnest(c.roles) as roles(r)
"""

#: Which actors have a seat in more than one body? A seat counts for the actor on whose behalf it is
#: held, or else for the actor of its office.
IN_SEVERAL_BODIES = """
    with seats as (
        select c.name as collaboration, b.id as body, s.role, s.on_behalf_of
        from collaborations as c, unnest(c.bodies) as bodies(b), unnest(b.seats) as seats(s)
    ),
    held as (
        select s.collaboration, coalesce(s.on_behalf_of, o.actor) as who, s.body
        from seats as s
        left join offices as o on o.collaboration = s.collaboration and o.id = s.role
    )
    select collaboration, who, count(distinct body)
    from held
    where who is not null
    group by collaboration, who
    having count(distinct body) > 1
    order by all
"""

#: Which appointments end within a year from the day, and at which actor?
ENDING_WITHIN_A_YEAR = """
    with appointments as (
        select c.name as collaboration, a.office, a.on_behalf_of, a.period.last_day as last_day
        from collaborations as c, unnest(c.appointments) as appointments(a)
    )
    select coalesce(a.on_behalf_of, o.actor) as who, a.office, a.last_day
    from appointments as a
    left join offices as o on o.collaboration = a.collaboration and o.id = a.office
    where a.last_day >= $day and a.last_day < $day + interval 1 year
    order by all
"""

#: How many questions in focus are open on the day in each collaboration, and of how many does
#: nobody know? The first and the last day of a start that is known by month stand beside it.
OPEN_ON_THE_DAY = """
    select collaboration,
           count_if("time_box.starts.latest" <= $day) as open,
           count_if("time_box.starts.latest" > $day and "time_box.starts.earliest" <= $day
                    or "time_box.starts" is null) as not_known
    from focus_areas
    where closed_on is null or closed_on >= $day
    group by all
    order by all
"""


def long_table(collabs: Iterable[sam.Collaboration], kind: str) -> pa.Table:
    """Put one table of several collaborations under each other; their types are the same."""
    tables = []
    for collab in collabs:
        table = to_arrow(collab, kind)
        whose = pa.array([collab.name] * len(table), pa.string())
        tables.append(table.add_column(0, "collaboration", whose))
    return pa.concat_tables(tables)


def main(folder: Path, day: date, documents: Iterable[bytes]) -> None:
    """Write the files, ask the questions, and print the answers."""
    collabs = [sam.loads(document) for document in documents]
    pq.write_table(nested_arrow(collabs), folder / "collaborations.parquet")
    pq.write_table(long_table(collabs, "focus_areas"), folder / "focus_areas.parquet")
    with duckdb.connect() as db:
        for name in ("collaborations", "focus_areas"):
            db.read_parquet(str(folder / f"{name}.parquet")).create_view(name)
        db.execute(OFFICES)
        print("In several bodies:")
        for collaboration, who, bodies in db.execute(IN_SEVERAL_BODIES).fetchall():
            print(f"  {collaboration}: {who}, {bodies} bodies")
        print("Ending within a year:")
        for who, office, last_day in db.execute(ENDING_WITHIN_A_YEAR, {"day": day}).fetchall():
            print(f"  {who or 'no actor'}: {office}, {last_day}")
        print("Questions in focus:")
        for collaboration, is_open, unknown in db.execute(OPEN_ON_THE_DAY, {"day": day}).fetchall():
            print(f"  {collaboration}: {is_open} open, {unknown} not known")


if __name__ == "__main__":
    main(
        Path(sys.argv[1]),
        date.fromisoformat(sys.argv[2]),
        [Path(name).read_bytes() for name in sys.argv[3:]],
    )
