"""Collaborations and what was found in them, in a database, with SQLAlchemy."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import JSON, Dialect, Engine, ForeignKey, create_engine, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlalchemy.types import TypeDecorator

import samverkan_core as sam

#: JSONB on PostgreSQL, JSON elsewhere.
PLAIN = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
#: PostgreSQL writes 1e300 with all its zeros.
LONG_NUMBERS = sam.Limits(number=400)
#: The character U+0000 in a text: PostgreSQL has no such thing, and quotes what stands before it.
NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")


class Document(TypeDecorator[sam.Collaboration]):
    """A collaboration in one column, which the database can be asked about."""

    impl = PLAIN
    cache_ok = True

    def process_bind_param(self, value: sam.Collaboration | None, dialect: Dialect) -> Any:
        """Write it, unless it could not be read again."""
        if value is None:
            return None
        if dialect.name == "postgresql" and NUL.search(sam.dumps(value)):
            raise ValueError("a text holds U+0000, which PostgreSQL cannot keep")
        plain = sam.to_plain(value)
        sam.from_plain(plain)
        return plain

    def process_result_value(self, value: Any, _: Dialect) -> sam.Collaboration | None:
        """Read it as strictly as anything that comes in."""
        return None if value is None else sam.from_plain(value, limits=LONG_NUMBERS)


class Base(DeclarativeBase):
    """What the tables have in common."""


class Kept(Base):
    """A collaboration that is kept."""

    __tablename__ = "collaboration"
    number: Mapped[int] = mapped_column(primary_key=True)
    doc: Mapped[sam.Collaboration] = mapped_column(Document)


class Found(Base):
    """A finding of a check on a day: its code and data, not its words."""

    __tablename__ = "finding"
    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(ForeignKey(Kept.number))
    day: Mapped[date]
    digest: Mapped[str]
    code: Mapped[str]
    severity: Mapped[str]
    pointer: Mapped[str]
    subject: Mapped[str | None]
    data: Mapped[dict[str, Any]] = mapped_column(PLAIN)


def opened(url: str) -> Engine:
    """Open a database with its tables; its errors do not say what was written."""
    engine = create_engine(url, hide_parameters=True)
    Base.metadata.create_all(engine)
    return engine


def checked(kept: Kept, at: date) -> Iterator[Found]:
    """Check a collaboration on a day, and give a row for each finding."""
    report = sam.check(kept.doc, at=at)
    for finding in report:
        yield Found(
            number=kept.number,
            day=at,
            digest=report.stamp.digest,
            code=finding.code,
            severity=finding.severity.code,
            pointer=finding.pointer,
            subject=finding.subject,
            data=dict(finding.data),
        )


def named(session: Session, name: str) -> list[Kept]:
    """Find collaborations by what stands in them."""
    return [*session.scalars(select(Kept).where(Kept.doc["name"].as_string() == name))]
