"""The store with SQLAlchemy gives back what it took, on SQLite and on PostgreSQL."""

import datetime as dt
from collections.abc import Iterator
from types import ModuleType
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given

import samverkan_core as sam
from samverkan_core.testing import collaborations, worlds

from .embedded import (
    AT,
    FREE_TEXT,
    GOOD,
    NUMBER,
    accepted_example,
    example,
    holds_nul,
    known_alone,
    same_to_a_parser,
    shown_in,
    with_member,
)
from .postgres import programs, server

if TYPE_CHECKING:
    from sqlalchemy import Engine


@pytest.fixture(scope="module")
def store() -> ModuleType:
    return example("sqlalchemy_store", "sqlalchemy")


@pytest.fixture(scope="module", params=["SQLite", "PostgreSQL"])
def engine(request: pytest.FixtureRequest, store: ModuleType) -> Iterator["Engine"]:
    """Open a database of either kind, or skip."""
    if request.param == "SQLite":
        yield from opened(store, "sqlite://")
        return
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    place = programs()
    if place is None:
        pytest.skip("PostgreSQL is not installed")
    with server(place) as url:
        yield from opened(store, url)


def opened(store: ModuleType, url: str) -> Iterator["Engine"]:
    engine = store.opened(url)
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: "Engine") -> Iterator[Any]:
    """Open a session of which nothing stays."""
    from sqlalchemy.orm import Session

    with Session(engine) as session:
        yield session
        session.rollback()


def through(session: Any, store: ModuleType, collab: sam.Collaboration) -> sam.Collaboration:
    """Write a document, forget it, and read it."""
    row = store.Kept(doc=collab)
    session.add(row)
    session.flush()
    number = row.number
    session.expunge_all()
    found: sam.Collaboration = session.get(store.Kept, number).doc
    return found


# --- laws --------------------------------------------------------------------------------------


def test_a_document_comes_back_as_no_parser_can_tell_it_from(
    session: Any, store: ModuleType
) -> None:
    @given(collaborations())
    def law(collab: sam.Collaboration) -> None:
        if session.bind.dialect.name == "postgresql" and holds_nul(collab):
            assert "U+0000" in str(refused(session, store, collab))
            return
        once = through(session, store, collab)
        assert same_to_a_parser(once, collab)
        assert known_alone(once) == known_alone(collab)
        assert through(session, store, once) == once

    law()


def test_what_the_library_knows_comes_back_to_the_letter(session: Any, store: ModuleType) -> None:
    @given(worlds())
    def law(world: tuple[sam.Collaboration, dt.date]) -> None:
        known = known_alone(world[0])
        assert through(session, store, known) == known
        assert sam.dumps(through(session, store, known)) == sam.dumps(known)

    law()


# --- examples ----------------------------------------------------------------------------------


def test_a_document_is_found_by_what_stands_in_it(session: Any, store: ModuleType) -> None:
    wanted = store.Kept(doc=sam.loads(GOOD))
    other = store.Kept(doc=sam.loads(GOOD.replace(b"Barnen i Hagby", "Åldrarna 0–20".encode())))
    session.add_all([wanted, other])
    session.flush()
    assert store.named(session, "Barnen i Hagby") == [wanted]
    assert store.named(session, "Åldrarna 0–20") == [other]
    assert store.named(session, "' or 1=1 --") == []
    doc = store.Kept.doc
    assert session.query(store.Kept).filter(doc == wanted.doc).all() == [wanted]
    area = doc["focus_areas", 0, "id"].as_string()
    assert session.query(store.Kept).filter(area == "skolfranvaro").count() == 2
    assert session.query(store.Kept).filter(doc["illustrative"].as_boolean()).count() == 2


def test_a_document_that_is_replaced_is_written(session: Any, store: ModuleType) -> None:
    row = store.Kept(doc=sam.loads(GOOD))
    session.add(row)
    session.flush()
    row.doc = attrs.evolve(row.doc, name="Ö")
    assert session.is_modified(row)
    session.flush()
    session.expire(row)
    assert row.doc == attrs.evolve(sam.loads(GOOD), name="Ö")


def test_what_was_accepted_stays_accepted(session: Any, store: ModuleType) -> None:
    collab, codes = accepted_example()
    report = sam.check(through(session, store, collab), at=AT)
    assert {one.code for one in report.accepted} == codes
    assert len(codes) > 10


def test_an_equal_document_is_not_written_again(session: Any, store: ModuleType) -> None:
    row = store.Kept(doc=sam.loads(GOOD))
    session.add(row)
    session.flush()
    row.doc = sam.loads(GOOD)
    assert not session.is_modified(row)


def test_findings_are_kept_by_code_and_data(session: Any, store: ModuleType) -> None:
    row = store.Kept(doc=sam.loads(GOOD))
    session.add(row)
    session.flush()
    session.add_all(store.checked(row, AT))
    session.flush()
    session.expire_all()
    report = sam.check_json(GOOD, at=AT)
    found = session.query(store.Found).filter_by(number=row.number).order_by("id").all()
    assert [(one.code, one.pointer, one.subject) for one in found] == [
        (finding.code, finding.pointer, finding.subject) for finding in report
    ]
    assert [one.data for one in found] == [finding.to_dict()["data"] for finding in report]
    assert {one.digest for one in found} == {report.stamp.digest}
    assert {one.day for one in found} == {AT}
    (missing,) = session.query(store.Found).filter_by(code="FOC003")
    assert missing.data == {"area": "skolfranvaro", "missing": ["ends"]}


def test_the_database_says_which_findings_are_about_what(session: Any, store: ModuleType) -> None:
    row = store.Kept(doc=sam.loads(GOOD))
    session.add(row)
    session.flush()
    session.add_all(store.checked(row, AT))
    session.flush()
    about = store.Found.data["area"].as_string() == "skolfranvaro"
    codes = {one.code for one in session.query(store.Found).filter(about)}
    report = sam.check_json(GOOD, at=AT)
    assert codes == {one.code for one in report if dict(one.data).get("area") == "skolfranvaro"}
    assert "FOC003" in codes


@pytest.mark.parametrize(
    ("member", "on_sqlite", "on_postgres"),
    [
        ('"x-own":1.50', '"x-own":1.5', '"x-own":1.5'),
        ('"x-own":1E2', '"x-own":100.0', '"x-own":100.0'),
        ('"x-own":-0', '"x-own":-0.0', '"x-own":0.0'),
        ('"x-own":0.10000000000000000001', '"x-own":0.1', '"x-own":0.1'),
        ('"x-b":1,"x-a":2', '"x-b":1,"x-a":2', '"x-a":2,"x-b":1'),
        ('"x-own":1e300', '"x-own":1e+300', f'"x-own":1{"0" * 300}'),
        ('"x-own":"å 😀"', '"x-own":"å 😀"', '"x-own":"å 😀"'),
    ],
)
def test_order_and_spelling_are_those_of_the_page(
    session: Any, store: ModuleType, member: str, on_sqlite: str, on_postgres: str
) -> None:
    found = sam.dumps(through(session, store, sam.loads(with_member(member)))).decode()
    expected = on_sqlite if session.bind.dialect.name == "sqlite" else on_postgres
    assert found.endswith(f",{expected}}}")


def test_what_the_page_says_of_text_and_jsonb_holds(session: Any) -> None:
    from sqlalchemy import text

    if session.bind.dialect.name == "sqlite":
        pytest.skip("the page says it of PostgreSQL")
    create = shown_in("store-in-a-database.md", "sql")
    session.execute(text("create schema page"))
    session.execute(text("set local search_path to page"))
    session.execute(text(create))
    body = sam.dumps(sam.loads(with_member('"x-b": 1.50, "x-a": "å"'))).decode()
    session.execute(text("insert into collaboration (body) values (:body)"), {"body": body})
    found = "select body from collaboration where doc ->> 'name' = 'Hagby'"
    assert session.execute(text(found)).scalars().all() == [body]


# --- bad input ---------------------------------------------------------------------------------


def refused(session: Any, store: ModuleType, value: object) -> Exception:
    """Give what stopped a value from being written, and see that it was not."""
    from sqlalchemy import func, select

    session.add(store.Kept(doc=value))
    with pytest.raises(Exception) as caught:  # noqa: PT011 - the caller asks which
        session.flush()
    session.rollback()
    assert session.scalar(select(func.count()).select_from(store.Kept)) == 0
    assert FREE_TEXT not in str(caught.value)
    assert NUMBER not in str(caught.value)
    cause = getattr(caught.value, "orig", None)
    return cause if isinstance(cause, Exception) else caught.value


def test_a_personal_number_is_not_written(session: Any, store: ModuleType) -> None:
    named = attrs.evolve(sam.loads(GOOD), purpose=f"{FREE_TEXT} {NUMBER}")
    assert "a personal identity number stands at /purpose" in str(refused(session, store, named))


def test_an_error_of_the_database_does_not_say_what_was_to_be_written(
    session: Any, store: ModuleType
) -> None:
    from sqlalchemy import insert
    from sqlalchemy.exc import IntegrityError

    rows = [{"number": 1, "doc": sam.loads(with_member('"method": "x"'))}] * 2
    with pytest.raises(IntegrityError) as caught:
        session.execute(insert(store.Kept), rows)
    assert FREE_TEXT not in str(caught.value)


def test_what_was_set_aside_is_mended_before_it_is_written(session: Any, store: ModuleType) -> None:
    odd = GOOD.replace(b'"kind": "school"', b'"kind": "gymnasium"')
    loaded = sam.read(odd, faulty="set_aside")
    error = refused(session, store, loaded.value)
    assert isinstance(error, sam.LoadError)
    assert [fault.pointer for fault in error.report] == ["/actors/0/kind"]


@pytest.mark.parametrize("value", [{"samverkan": "1.0", "name": FREE_TEXT}, FREE_TEXT, 7, []])
def test_only_a_collaboration_is_written(session: Any, store: ModuleType, value: object) -> None:
    assert "is no thing of the model" in str(refused(session, store, value))


def test_no_document_is_no_row(session: Any, store: ModuleType) -> None:
    refused(session, store, None)


def test_a_character_that_postgresql_lacks_is_refused_before_it_is_quoted(
    session: Any, store: ModuleType
) -> None:
    collab = sam.loads(with_member('"method": "a\\u0000b"'))
    if session.bind.dialect.name == "sqlite":
        assert through(session, store, collab) == collab
    else:
        assert "U+0000" in str(refused(session, store, collab))
    harmless = sam.loads(with_member('"method": "a\\\\u0000b"'))
    assert through(session, store, harmless) == harmless


def test_what_somebody_else_wrote_is_read_as_strictly(session: Any, store: ModuleType) -> None:
    from sqlalchemy import bindparam, text

    plain = {"samverkan": "1.0", "name": "Hagby", "purpose": FREE_TEXT, "illustrative": "true"}
    written = text("insert into collaboration (number, doc) values (7, :doc)")
    session.execute(written.bindparams(bindparam("doc", plain, type_=store.PLAIN)))
    with pytest.raises(sam.LoadError) as caught:
        session.get(store.Kept, 7)
    assert [fault.pointer for fault in caught.value.report] == ["/illustrative"]
    assert FREE_TEXT not in str(caught.value)
