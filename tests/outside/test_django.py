"""The field for Django gives back what it took, and takes nothing that the reader refuses."""

import datetime as dt
import json
from collections.abc import Iterator
from contextlib import ExitStack
from importlib.util import find_spec
from typing import Any

import attrs
import pytest
from hypothesis import given

import samverkan_core as sam
from samverkan_core.testing import collaborations

from .embedded import (
    AT,
    BAD,
    FREE_TEXT,
    GOOD,
    NUMBER,
    accepted_example,
    example,
    holds_nul,
    known_alone,
    same_to_a_parser,
    with_member,
)
from .postgres import programs, server

#: One name in the settings each.
DATABASES = {"default": "SQLite", "postgres": "PostgreSQL"}


@pytest.fixture(scope="module")
def model() -> Iterator[Any]:
    """Configure Django for one model in two databases; in one where there is no PostgreSQL."""
    pytest.importorskip("django", reason="django is not installed")
    from django.conf import settings
    from django.db import connections, models

    known: dict[str, Any] = {
        "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
    }
    with ExitStack() as stack:
        place = programs()
        if place and find_spec("psycopg"):
            folder = stack.enter_context(server(place)).partition("host=")[2]
            postgres = {"ENGINE": "django.db.backends.postgresql", "USER": "samverkan"}
            known["postgres"] = {**postgres, "HOST": folder, "NAME": "postgres"}
        settings.configure(DATABASES=known, INSTALLED_APPS=[], USE_TZ=True, LANGUAGE_CODE="en")
        import django

        django.setup()
        fields = example("django_field")

        class Kept(models.Model):  # noqa: DJ008 - nobody reads its name
            doc = fields.CollaborationField(null=True)

            class Meta:
                app_label = "kept"

        for name in known:
            with connections[name].schema_editor() as editor:
                editor.create_model(Kept)
        yield Kept
        connections.close_all()


@pytest.fixture(params=DATABASES, ids=DATABASES.get)
def kept(request: pytest.FixtureRequest, model: Any) -> Iterator[Any]:
    """Give the rows of one database, none at first."""
    from django.db import connections

    if request.param not in connections.databases:
        pytest.skip("PostgreSQL or psycopg is not installed")
    rows = model.objects.using(request.param)
    yield rows
    rows.all().delete()


def through(rows: Any, value: Any) -> Any:
    """Save a value, and read it anew."""
    return rows.get(pk=rows.create(doc=value).pk).doc


# --- laws --------------------------------------------------------------------------------------


def test_sqlite_gives_back_every_document_to_the_letter(model: Any) -> None:
    @given(collaborations())
    def law(collab: sam.Collaboration) -> None:
        assert through(model.objects, collab) == collab
        assert sam.dumps(through(model.objects, collab)) == sam.dumps(collab)

    law()
    model.objects.all().delete()


def test_each_database_gives_back_what_a_parser_cannot_tell_apart(kept: Any) -> None:
    from django.core.exceptions import ValidationError

    @given(collaborations())
    def law(collab: sam.Collaboration) -> None:
        if kept.db == "postgres" and holds_nul(collab):
            with pytest.raises(ValidationError, match=r"U\+0000"):
                kept.create(doc=collab)
            return
        once = through(kept, collab)
        assert same_to_a_parser(once, collab)
        assert known_alone(once) == known_alone(collab)
        assert through(kept, once) == once

    law()


# --- examples ----------------------------------------------------------------------------------


def test_a_document_can_be_asked_for_by_what_stands_in_it(kept: Any) -> None:
    wanted = kept.create(doc=sam.loads(GOOD))
    kept.create(doc=sam.loads(GOOD.replace(b"Barnen i Hagby", "Åldrarna 0–20".encode())))
    assert kept.get(doc__name="Barnen i Hagby") == wanted
    assert kept.get(doc__name="Åldrarna 0–20") != wanted
    assert kept.get(doc__focus_areas__0__id="skolfranvaro", pk=wanted.pk) == wanted
    assert list(kept.filter(pk=wanted.pk).values_list("doc__name", flat=True)) == ["Barnen i Hagby"]
    assert kept.filter(doc=sam.loads(GOOD)).get() == wanted
    assert not kept.filter(doc__name__isnull=True)


def test_a_document_that_is_replaced_is_saved(kept: Any) -> None:
    row = kept.create(doc=sam.loads(GOOD))
    row.doc = attrs.evolve(row.doc, name="Ö")
    row.save()
    row.refresh_from_db()
    assert row.doc == attrs.evolve(sam.loads(GOOD), name="Ö")


def test_plain_values_and_text_become_a_document(kept: Any) -> None:
    assert through(kept, json.loads(GOOD)) == through(kept, GOOD.decode()) == sam.loads(GOOD)


@pytest.mark.parametrize(
    ("member", "on_postgres"),
    [
        ('"x-own":1.50', '"x-own":1.50'),
        ('"x-own":1E2', '"x-own":100'),
        ('"x-own":-0', '"x-own":0'),
        ('"x-own":0.10000000000000000001', '"x-own":0.10000000000000000001'),
        ('"x-b":1,"x-a":2', '"x-a":2,"x-b":1'),
        ('"x-own":1e300', f'"x-own":1{"0" * 300}'),
        ('"x-own":"å 😀"', '"x-own":"å 😀"'),
    ],
)
def test_order_and_spelling_are_those_of_the_page(kept: Any, member: str, on_postgres: str) -> None:
    found = sam.dumps(through(kept, sam.loads(with_member(member)))).decode()
    expected = on_postgres if kept.db == "postgres" else member
    assert found.endswith(f",{expected}}}")


def test_only_the_smallest_numbers_are_written_out_too_long(kept: Any) -> None:
    small = sam.loads(with_member('"x-own": 1e-3900'))
    assert same_to_a_parser(through(kept, small), small)
    smaller = sam.loads(with_member('"x-own": 1e-4000'))
    if kept.db == "postgres":
        with pytest.raises(sam.LoadError, match="LIM005"):
            through(kept, smaller)
    else:
        assert through(kept, smaller) == smaller


def test_no_document_is_no_document(kept: Any) -> None:
    assert through(kept, None) is None
    assert kept.filter(doc__isnull=True).count() == 1


def test_a_column_can_be_copied_in_the_database(kept: Any) -> None:
    from django.db.models import F

    row = kept.create(doc=sam.loads(GOOD))
    assert kept.update(doc=F("doc")) == 1
    assert kept.get(pk=row.pk).doc == sam.loads(GOOD)


def test_many_are_saved_at_once(kept: Any) -> None:
    rows = kept.bulk_create([kept.model(doc=sam.loads(GOOD)) for _ in range(2)])
    for row, name in zip(rows, "ÅÄ", strict=True):
        row.doc = attrs.evolve(row.doc, name=name)
    assert kept.bulk_update(rows, ["doc"]) == 2
    assert [row.doc.name for row in kept.order_by("pk")] == ["Å", "Ä"]


def test_a_check_is_that_of_the_document(kept: Any) -> None:
    assert sam.check(through(kept, sam.loads(GOOD)), at=AT) == sam.check_json(GOOD, at=AT)


def test_what_was_accepted_stays_accepted(kept: Any) -> None:
    collab, codes = accepted_example()
    report = sam.check(through(kept, collab), at=AT)
    assert {one.code for one in report.accepted} == codes


def test_a_fixture_holds_the_document_to_the_letter(model: Any) -> None:
    from django.core import serializers

    row = model(pk=1, doc=sam.loads(with_member('"x-own": [1.50, 1E2]')))
    written = serializers.serialize("json", [row])
    assert "[1.50,1E2]" in written
    field = model._meta.get_field("doc")
    assert field.to_python(json.loads(written)[0]["fields"]["doc"]) == row.doc


def test_a_migration_can_make_the_field_again(model: Any) -> None:
    field = model._meta.get_field("doc")
    *_, arguments, options = field.deconstruct()
    assert type(field)(*arguments, **options).deconstruct()[1:] == field.deconstruct()[1:]


# --- bad input ---------------------------------------------------------------------------------


@BAD
def test_what_the_reader_refuses_is_told_by_clean(
    model: Any, data: bytes, code: str, place: str
) -> None:
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError) as caught:
        model(doc=data).full_clean()
    faults = sam.read(data).report.by_severity(sam.Severity.ERROR)
    told = [f"{fault.pointer} {fault.message('en')}".strip() for fault in faults]
    assert caught.value.message_dict == {"doc": told}
    assert (code, place) in [(fault.code, fault.pointer) for fault in faults]
    assert FREE_TEXT not in str(caught.value)
    assert NUMBER not in str(caught.value)


def test_ten_megabytes_are_more_than_a_document(model: Any) -> None:
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError) as caught:
        model(doc=GOOD + b" " * 2**24).full_clean()
    ((told,),) = (error.messages for error in caught.value.error_dict["doc"])
    assert told == "The file is larger than 10,485,760 bytes, which is the most that is read."


def test_faults_are_told_in_the_language_of_the_request(model: Any) -> None:
    from django.core.exceptions import ValidationError
    from django.utils.translation import override

    with override("sv"), pytest.raises(ValidationError) as caught:
        model(doc="{").full_clean()
    told = "Filen är inte JSON: den bryter mot formen på rad 1, kolumn 2."
    assert caught.value.message_dict == {"doc": [told]}


def test_a_form_tells_the_same(model: Any) -> None:
    from django.forms.models import modelform_factory

    form = modelform_factory(model, fields=["doc"])
    wrong = form({"doc": with_member('"illustrative": "true"').decode()})
    assert wrong.errors == {"doc": ["/illustrative Here stands a text; it must be true or false."]}
    right = form({"doc": GOOD.decode()})
    assert right.is_valid()
    assert right.instance.doc == sam.loads(GOOD)


@pytest.mark.parametrize("value", [7, [], "", True, dt.date(2015, 3, 1)], ids=repr)
def test_what_is_no_document_is_not_saved(kept: Any, value: Any) -> None:
    from django.core.exceptions import ValidationError

    with pytest.raises((ValidationError, TypeError)):
        kept.create(doc=value)
    assert not kept.exists()


def test_what_was_set_aside_is_mended_before_it_is_saved(kept: Any) -> None:
    from django.core.exceptions import ValidationError

    odd = GOOD.replace(b'"kind": "school"', b'"kind": "gymnasium"')
    loaded = sam.read(odd, faulty="set_aside")
    assert loaded.value is not None
    with pytest.raises(ValidationError):
        kept.create(doc=loaded.value)
    assert not kept.exists()


def test_a_character_that_postgresql_lacks_is_refused_before_it_is_quoted(kept: Any) -> None:
    from django.core.exceptions import ValidationError

    collab = sam.loads(with_member('"method": "a\\u0000b"'))
    if kept.db == "postgres":
        with pytest.raises(ValidationError) as caught:
            kept.create(doc=collab)
        assert caught.value.messages == ["a text holds U+0000, which PostgreSQL cannot keep"]
        assert not kept.exists()
    else:
        assert through(kept, collab) == collab
    harmless = sam.loads(with_member('"method": "a\\\\u0000b"'))
    assert through(kept, harmless) == harmless


def test_a_personal_number_is_not_saved(kept: Any) -> None:
    named = attrs.evolve(sam.loads(GOOD), purpose=f"{FREE_TEXT} {NUMBER}")
    with pytest.raises(sam.SamverkanError) as caught:
        kept.create(doc=named)
    assert NUMBER not in str(caught.value)
    assert FREE_TEXT not in str(caught.value)
    assert not kept.exists()


def test_what_somebody_else_wrote_is_read_as_strictly(model: Any) -> None:
    from django.db import connection

    row = model.objects.create(doc=sam.loads(GOOD))
    with connection.cursor() as cursor:
        cursor.execute("update kept_kept set doc = json_set(doc, '$.illustrative', 'true')")
    with pytest.raises(sam.LoadError) as caught:
        model.objects.get(pk=row.pk)
    assert [fault.pointer for fault in caught.value.report] == ["/illustrative"]
    model.objects.all().delete()
