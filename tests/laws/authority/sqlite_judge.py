"""The question of authority as tables and one recursive query: a judge in another paradigm.

The document is loaded as it stands, without a thought; every clause of the specification is SQL.
"""

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from samverkan_core.model.appointment import Appointment
from samverkan_core.model.body import Body
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.mandate import Mandate, Matter, Scope
from samverkan_core.testing.authority import Asked
from samverkan_core.values.time import Period

from .facts import DIMENSIONS, known_out_of_force, refusing, refusing_for, target_of

#: Table -> its columns. Of two things with one id the first wins: the second insert is ignored.
TABLES = {
    "asked": "who, power, day, ages_from, ages_to",
    "target": "dimension, id",
    "refusing": "bound",
    "person": "pos, id UNIQUE",
    "role": "pos, id UNIQUE, kind, actor, first, last",
    "body": "pos, id UNIQUE, kind, elected, actor, decided, first, last",
    "actor": "pos, id UNIQUE, sector, first, last",
    "succeeds": "body, id",
    "appointment": "pos, id UNIQUE, person, office, kind, stands_for, first, last",
    "absence": "appointment, kind, first, last",
    "matter": "pos, id UNIQUE, kind, part_of, urgent, principal",
    "disqualified": "matter, person",
    "matter_bound": "matter, bound",
    "document": "pos, id UNIQUE, kind, first, last",
    "mandate": (
        "pos, id UNIQUE, first, last, revoked, granted_by, parent, may_delegate, jointly,"
        " urgent_only, ages_from, ages_to, basis, document, resolved_by, provision, gone"
    ),
    "named": "mandate, place, id",
    "power": "mandate, power",
    "covered": "mandate, dimension, id",
}

QUERY = """
WITH RECURSIVE
-- Who may hold or give a mandate; an id that several kinds of things have is the first of them.
holder(id, what, kind, elected, sector, first, last) AS MATERIALIZED (
    SELECT role.id, 'role', role.kind, 0, actor.sector, role.first, role.last
    FROM role LEFT JOIN actor ON actor.id = role.actor
    UNION ALL
    SELECT body.id, 'body', body.kind, elected, actor.sector, body.first, body.last
    FROM body LEFT JOIN actor ON actor.id = body.actor
    WHERE body.id NOT IN (SELECT id FROM role)
    UNION ALL
    SELECT id, 'actor', NULL, 0, sector, first, last FROM actor
    WHERE id NOT IN (SELECT id FROM role UNION SELECT id FROM body)
    UNION ALL
    SELECT id, 'person', NULL, 0, NULL, NULL, NULL FROM person
    WHERE id NOT IN (SELECT id FROM role UNION SELECT id FROM body UNION SELECT id FROM actor)
),
-- Those who are named in a mandate and are known: place -1 for holders, 0, 1 … for substitutes.
appears(inside, place, id, what) AS MATERIALIZED (
    SELECT mandate, place, holder.id, what FROM named JOIN holder USING (id)
),
away(appointment, kind) AS MATERIALIZED (
    SELECT appointment, kind FROM absence, asked WHERE day BETWEEN first AND last
),
in_time(pos, id, person, office, kind, stands_for) AS MATERIALIZED (
    SELECT pos, id, person, office, kind, stands_for FROM appointment, asked
    WHERE day BETWEEN first AND last
),
-- Appointments that count: in time, to an office in force, and no substitute for one in service.
seated(pos, person, office, kind, what, elected) AS MATERIALIZED (
    SELECT mine.pos, mine.person, mine.office, mine.kind, holder.what, holder.elected
    FROM asked, in_time AS mine JOIN holder ON holder.id = mine.office
    WHERE holder.what <> 'person' AND day BETWEEN holder.first AND holder.last
      AND (mine.stands_for IS NULL OR EXISTS (
        SELECT 1 FROM appointment AS ordinary WHERE ordinary.id = mine.stands_for
        AND (ordinary.pos IN (SELECT appointment FROM away)
             OR ordinary.pos NOT IN (SELECT pos FROM in_time))))
),
out_of_service(id) AS MATERIALIZED (
    SELECT id FROM asked, holder WHERE CASE what
        WHEN 'body' THEN NOT day BETWEEN first AND last
        WHEN 'person' THEN
            NOT EXISTS (SELECT 1 FROM in_time WHERE person = holder.id
                        AND pos NOT IN (SELECT appointment FROM away))
            AND EXISTS (SELECT 1 FROM appointment WHERE person = holder.id
                        AND pos IN (SELECT appointment FROM away))
        ELSE NOT EXISTS (SELECT 1 FROM seated WHERE office = holder.id
                         AND pos NOT IN (SELECT appointment FROM away))
        END
),
way(holder, footing, in_person) AS MATERIALIZED (
    SELECT who, NULL, FALSE FROM asked JOIN body ON body.id = who
    WHERE day BETWEEN first AND last
    UNION ALL
    SELECT who, NULL, TRUE FROM asked JOIN person ON person.id = who
    UNION ALL
    SELECT office, seated.kind, FALSE
    FROM asked JOIN person ON person.id = who JOIN seated ON seated.person = who
    WHERE seated.pos NOT IN (
        SELECT appointment FROM away WHERE kind IN ('vacant', 'disqualified'))
      AND NOT (what = 'body' AND (elected OR power IN ('decide', 'agree')))
),
-- A holder needs nobody out of the way; a substitute all that are named before it.
held(mandate, holder, footing, in_person) AS MATERIALIZED (
    SELECT appears.inside, holder, footing, in_person
    FROM way JOIN appears ON appears.id = holder
    WHERE NOT EXISTS (
        SELECT 1 FROM appears AS before WHERE before.inside = appears.inside
        AND before.place < appears.place AND before.id NOT IN (SELECT id FROM out_of_service))
),
held_alone(mandate) AS MATERIALIZED (
    SELECT pos FROM mandate, asked WHERE NOT (
        jointly AND power = 'decide' AND 'jointly' IN (SELECT bound FROM refusing)
        AND 1 < (SELECT count(DISTINCT id) FROM appears WHERE inside = pos AND place < 0)
        AND EXISTS (SELECT 1 FROM appears WHERE inside = pos AND place < 0 AND what <> 'body'))
),
-- A matter and the groups it is part of; a ring ends, since what is known is not added again.
line(matter, above) AS (
    SELECT id, id FROM matter WHERE id IN (SELECT id FROM target WHERE dimension = 'matters')
    UNION
    SELECT line.matter, upper.id FROM line JOIN matter AS lower ON lower.id = line.above
    JOIN matter AS upper ON upper.id = lower.part_of
),
uncovered(mandate) AS MATERIALIZED (
    SELECT mandate FROM covered
    WHERE dimension NOT IN (SELECT dimension FROM target)
    UNION
    SELECT stated.mandate FROM covered AS stated JOIN target USING (dimension)
    WHERE NOT EXISTS (
        SELECT 1 FROM covered AS also
        WHERE also.mandate = stated.mandate AND also.dimension = target.dimension
        AND (also.id = target.id OR target.dimension = 'matters' AND also.id IN (
            SELECT above FROM line WHERE matter = target.id)))
    UNION
    SELECT pos FROM mandate, asked WHERE mandate.ages_from IS NOT NULL AND NOT coalesce(
        mandate.ages_from <= asked.ages_from AND asked.ages_from <= asked.ages_to
        AND asked.ages_to <= mandate.ages_to, FALSE)
),
about(id, kind, urgent, pos, principal) AS MATERIALIZED (
    SELECT matter.id, kind, urgent, pos, principal FROM matter JOIN target USING (id)
    WHERE dimension = 'matters'
),
-- Matters that the law itself gives to the council, as far as they are its own principal's.
reserved(id) AS MATERIALIZED (
    SELECT DISTINCT about.id FROM asked, about
    JOIN body ON body.id = who JOIN line ON line.matter = about.id
    JOIN matter AS group_ ON group_.id = line.above
    JOIN matter_bound ON matter_bound.matter = group_.pos
    WHERE bound = 'council' AND body.kind = 'council' AND day BETWEEN body.first AND body.last
      AND (about.principal IS NULL OR about.principal IS body.actor)
),
stands(body) AS MATERIALIZED (
    SELECT id FROM body, asked WHERE day BETWEEN first AND last
    UNION
    SELECT succeeds.id FROM asked, body JOIN succeeds ON succeeds.body = body.pos
    WHERE decided AND day BETWEEN first AND last
),
-- What each mandate of a chain must satisfy by itself.
fit(pos) AS MATERIALIZED (
    SELECT pos FROM mandate, asked
    WHERE day BETWEEN first AND last AND day < revoked
      AND asked.power IN (SELECT power FROM power WHERE mandate = pos)
      AND pos NOT IN (SELECT mandate FROM uncovered)
      AND (granted_by IS NULL OR granted_by NOT IN (SELECT id FROM body)
           OR granted_by IN (SELECT body FROM stands))
      AND (NOT urgent_only OR (
        EXISTS (SELECT 1 FROM about) AND NOT EXISTS (SELECT 1 FROM about WHERE NOT urgent)))
),
document_in_force(id, kind) AS MATERIALIZED (
    SELECT id, kind FROM document, asked WHERE day BETWEEN first AND last
),
ground(pos, kind) AS MATERIALIZED (
    SELECT pos, 'law' FROM mandate WHERE basis = 'law' AND provision AND NOT gone
    UNION ALL
    SELECT mandate.pos, 'council' FROM mandate
    JOIN document_in_force AS rules ON rules.id = mandate.document
    JOIN body ON body.id = granted_by
    WHERE basis = 'governing_document' AND rules.kind = 'rules_of_procedure'
      AND body.kind = 'council'
      AND EXISTS (SELECT 1 FROM appears JOIN holder USING (id) WHERE inside = mandate.pos)
      AND NOT EXISTS (
        SELECT 1 FROM appears JOIN holder USING (id)
        WHERE inside = mandate.pos AND NOT elected)
    UNION ALL
    SELECT mandate.pos, 'state' FROM mandate
    JOIN document_in_force AS rules ON rules.id = mandate.document
    WHERE basis = 'governing_document' AND rules.kind IN ('order_of_work', 'delegation_order')
      AND EXISTS (SELECT 1 FROM appears JOIN holder USING (id) WHERE inside = mandate.pos)
      AND NOT EXISTS (
        SELECT 1 FROM appears JOIN holder USING (id)
        WHERE inside = mandate.pos AND sector IS NOT 'state')
    UNION ALL
    SELECT mandate.pos, 'own' FROM mandate
    JOIN body ON body.id = resolved_by JOIN actor ON actor.id = body.actor
    WHERE basis = 'political_decision' AND sector IN ('private', 'non_profit')
    UNION ALL
    SELECT mandate.pos, 'agreement' FROM asked, mandate
    JOIN document_in_force AS agreed ON agreed.id = mandate.document
    WHERE basis = 'agreement' AND agreed.kind IN ('agreement', 'joint_agreement')
      AND asked.power <> 'decide'
),
-- Whether an id may be a delegate in a municipality or a region, and whether so by agreement.
delegate(id, always, by_agreement) AS MATERIALIZED (
    SELECT id, coalesce(CASE what
        WHEN 'body' THEN elected
        WHEN 'role' THEN kind IN ('employee', 'head_of_administration', 'elected')
        WHEN 'person' THEN EXISTS (
            SELECT 1 FROM in_time WHERE person = holder.id
            AND in_time.kind IN ('elected', 'employed'))
        END, FALSE), coalesce(what = 'role' AND kind = 'external', FALSE)
    FROM holder
),
-- The chain upward. `ineligible` and `no_committee` speak of the links below this mandate;
-- `heads` and `others` count employees below it, above the first, who delegated on.
chain(pos, depth, passed, footing, ineligible, no_committee, heads, others) AS (
    SELECT mandate, 0, holder, footing, FALSE, FALSE, 0, 0 FROM held
    WHERE mandate IN (SELECT mandate FROM held_alone) AND mandate IN (SELECT pos FROM fit)
    UNION
    SELECT upper.pos, depth + 1, lower.granted_by, NULL,
        ineligible OR footing IN ('consultant', 'engaged') IS TRUE
            OR NOT EXISTS (
                SELECT 1 FROM delegate
                WHERE id = passed AND (always OR by_agreement AND lower.basis IS 'agreement')),
        no_committee OR NOT EXISTS (
            SELECT 1 FROM holder WHERE id = passed AND what = 'body' AND kind = 'committee'),
        heads + (depth > 0 AND EXISTS (
            SELECT 1 FROM holder
            WHERE id = passed AND what = 'role' AND kind = 'head_of_administration')),
        others + (depth > 0 AND EXISTS (
            SELECT 1 FROM holder
            WHERE id = passed AND what = 'role'
            AND kind NOT IN ('head_of_administration', 'elected')))
    FROM chain
    JOIN mandate AS lower ON lower.pos = chain.pos
    JOIN mandate AS upper ON upper.id = lower.parent
    WHERE depth < (SELECT count(*) FROM mandate) AND upper.may_delegate
      AND upper.pos IN (SELECT pos FROM fit)
      AND lower.granted_by IN (SELECT id FROM appears WHERE inside = upper.pos)
),
bound(name) AS MATERIALIZED (
    SELECT bound FROM refusing
    UNION
    SELECT bound FROM line JOIN matter ON matter.id = above
    JOIN matter_bound ON matter_bound.matter = matter.pos
),
lawful(pos, depth) AS (
    SELECT chain.pos, depth FROM asked, chain JOIN ground USING (pos)
    WHERE power <> 'decide' OR ground.kind <> 'council' OR NOT (
        ineligible AND 'eligible' IN (SELECT name FROM bound)
        OR heads + 2 * others > 1 AND 'employee' IN (SELECT name FROM bound)
        OR depth > 0 AND 'prohibited' IN (SELECT name FROM bound)
        OR no_committee AND 'committee' IN (SELECT name FROM bound)
        OR 'council' IN (SELECT name FROM bound) AND NOT EXISTS (
            SELECT 1 FROM body WHERE body.id = who AND body.kind = 'council'))
)
SELECT CASE
    WHEN who NOT IN (SELECT id FROM person UNION SELECT id FROM body) THEN FALSE
    WHEN power = 'decide' AND EXISTS (SELECT 1 FROM about)
        AND NOT EXISTS (SELECT 1 FROM about WHERE kind <> 'execution') THEN TRUE
    WHEN who IN (SELECT person FROM about JOIN disqualified ON matter = about.pos) THEN FALSE
    WHEN power = 'decide' AND EXISTS (SELECT 1 FROM about)
        AND NOT EXISTS (SELECT 1 FROM about WHERE id NOT IN (SELECT id FROM reserved)) THEN TRUE
    ELSE EXISTS (SELECT 1 FROM lawful JOIN mandate USING (pos) WHERE parent IS NULL)
    END
FROM asked
"""

Row: TypeAlias = tuple[Any, ...]


class SqliteJudge:
    """A database in memory that is filled with one document at a time, and asked."""

    def __init__(self) -> None:
        self._base = sqlite3.connect(":memory:", isolation_level=None)
        for table, columns in TABLES.items():
            self._base.execute(f"CREATE TABLE {table} ({columns})")

    def __call__(self, asked: Asked) -> bool:
        """Tell whether somebody may do something about a target on a day."""
        target, day = target_of(asked), asked.at
        question = (asked.who, asked.power.value, day.isoformat(), *_ages(target))
        self._base.execute("BEGIN")
        for table, rows in _tables(asked.collab, day).items():
            self._fill(table, rows)
        self._fill("asked", [question])
        self._fill("target", _stated(target))
        self._fill("refusing", ((bound,) for bound in refusing(day)))
        (answer,) = self._base.execute(QUERY).fetchone()
        self._base.execute("ROLLBACK")
        return bool(answer)

    def close(self) -> None:
        """Let the database go."""
        self._base.close()

    def _fill(self, table: str, rows: Iterable[Row]) -> None:
        marks = ", ".join("?" for _ in TABLES[table].split(","))
        # The names of tables are written out above; what comes from a document is bound.
        self._base.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", rows)  # noqa: S608


def _tables(collab: Collaboration, day: dt.date) -> dict[str, Iterable[Row]]:
    bodies, mandates = list(enumerate(collab.bodies)), list(enumerate(collab.mandates))
    appointments, matters = list(enumerate(collab.appointments)), list(enumerate(collab.matters))
    return {
        "person": ((pos, one.id) for pos, one in enumerate(collab.persons)),
        "role": (
            (pos, one.id, one.kind.value, one.actor, *_days(one.period))
            for pos, one in enumerate(collab.roles)
        ),
        "body": (
            (pos, one.id, one.kind.value, *_body(one), *_days(one.period)) for pos, one in bodies
        ),
        "actor": (
            (pos, one.id, one.sector and one.sector.value, *_days(one.period))
            for pos, one in enumerate(collab.actors)
        ),
        "succeeds": ((pos, id_) for pos, one in bodies for id_ in one.succeeds),
        "appointment": (
            (pos, one.id, *_appointment(one), *_days(one.period)) for pos, one in appointments
        ),
        "absence": (
            (pos, absence.kind.value, *_days(absence.period))
            for pos, one in appointments
            for absence in one.absences
        ),
        "document": (
            (pos, one.id, one.kind.value, *_days(one.period))
            for pos, one in enumerate(collab.documents)
        ),
        **_of_matters(matters, day),
        **_of_mandates(mandates, day),
    }


def _body(one: Body) -> Row:
    return (one.is_elected, one.actor, one.decided_by is not None)


def _appointment(one: Appointment) -> Row:
    return (one.person, one.office, one.kind.value, one.standing_in_for)


def _of_matters(matters: list[tuple[int, Matter]], day: dt.date) -> dict[str, Iterable[Row]]:
    return {
        "matter": (
            (pos, one.id, one.kind.value, one.part_of, one.urgent, one.principal)
            for pos, one in matters
        ),
        "disqualified": ((pos, id_) for pos, one in matters for id_ in one.disqualified),
        "matter_bound": (
            (pos, bound)
            for pos, one in matters
            if one.provision is not None
            for bound in refusing_for(one.provision, day)
        ),
    }


def _of_mandates(mandates: list[tuple[int, Mandate]], day: dt.date) -> dict[str, Iterable[Row]]:
    return {
        "mandate": ((pos, *_mandate(one), *_basis(one, day)) for pos, one in mandates),
        "named": ((pos, *named) for pos, one in mandates for named in _named(one)),
        "power": ((pos, power.value) for pos, one in mandates for power in one.powers),
        "covered": ((pos, *row) for pos, one in mandates for row in _stated(one.scope)),
    }


def _mandate(one: Mandate) -> Row:
    revoked = "9999-99-99" if one.revoked_from is None else one.revoked_from.isoformat()
    links = (one.granted_by, one.parent, one.may_delegate, one.jointly, one.urgent_only)
    return (one.id, *_days(one.period), revoked, *links, *_ages(one.scope))


def _basis(one: Mandate, day: dt.date) -> Row:
    basis = one.basis
    if basis is None:
        return (None, None, None, None, None)
    body = None if basis.resolution is None else basis.resolution.body
    gone = basis.provision is not None and known_out_of_force(basis.provision, day)
    return (basis.kind.value, basis.document, body, basis.provision is not None, gone)


def _named(one: Mandate) -> Iterator[Row]:
    yield from ((-1, id_) for id_ in one.granted_to)
    yield from enumerate(one.substitutes)


def _stated(scope: Scope | None) -> Iterator[Row]:
    for dimension in DIMENSIONS:
        yield from ((dimension, id_) for id_ in getattr(scope, dimension, None) or ())


def _ages(scope: Scope | None) -> Row:
    band = None if scope is None else scope.ages
    return (None, None) if band is None else (band.from_age, band.to_age)


def _days(period: Period | None) -> Row:
    """Write both days as SQL compares them; an open end lies before or after every day."""
    first = None if period is None else period.first_day
    last = None if period is None else period.last_day
    return (
        "0000-00-00" if first is None else first.isoformat(),
        "9999-99-99" if last is None else last.isoformat(),
    )
