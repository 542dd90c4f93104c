"""Misuse: each error says what was wrong and the way out."""

import datetime as dt
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_core import errors
from samverkan_core.errors import (
    CannotAccept,
    CodeTaken,
    InvalidValue,
    NotADay,
    PersonalNumberFound,
    SamverkanError,
    UndeclaredRead,
    UnknownCode,
    UnknownId,
    UnknownLanguage,
    nearest,
)

KNOWN = ("FOC001", "FOC002", "ACT001", "JSN001")


@pytest.mark.parametrize(
    ("error", "base"),
    [
        (CannotAccept, ValueError),
        (CodeTaken, ValueError),
        (InvalidValue, ValueError),
        (NotADay, TypeError),
        (PersonalNumberFound, ValueError),
        (UndeclaredRead, LookupError),
        (UnknownCode, LookupError),
        (UnknownId, LookupError),
        (UnknownLanguage, LookupError),
    ],
)
def test_every_error_has_one_base_and_is_of_pythons_kind(
    error: type[Exception], base: type[Exception]
) -> None:
    assert issubclass(error, SamverkanError)
    assert issubclass(error, base)


def test_every_name_of_the_module_is_an_error_or_a_helper() -> None:
    others = {"meant", "nearest", "SamverkanError"}
    for name in set(errors.__all__) - others:
        assert issubclass(getattr(errors, name), SamverkanError)


@pytest.mark.parametrize(
    ("code", "meant", "message"),
    [
        ("FOC01", "FOC001", "no rule or fault has the code 'FOC01'; did you mean 'FOC001'?"),
        ("foc002", "FOC002", "no rule or fault has the code 'foc002'; did you mean 'FOC002'?"),
        ("zzz", None, "no rule or fault has the code 'zzz'"),
        ("", None, "no rule or fault has the code ''"),
    ],
)
def test_an_unknown_code_names_the_nearest(code: str, meant: str | None, message: str) -> None:
    error = UnknownCode(code, KNOWN)
    assert (error.meant, str(error)) == (meant, message)


@pytest.mark.parametrize(
    ("id_", "meant", "message"),
    [
        (
            "skolfranvar",
            "Skolfranvaro",
            "nothing in the document has the id 'skolfranvar'; did you mean 'Skolfranvaro'?",
        ),
        ("zzz", None, "nothing in the document has the id 'zzz'"),
    ],
)
def test_an_unknown_id_names_the_nearest(id_: str, meant: str | None, message: str) -> None:
    error = UnknownId(id_, ("Skolfranvaro", "styrgruppen"))
    assert (error.id, error.meant, str(error)) == (id_, meant, message)


def test_of_words_that_are_as_near_the_one_with_most_letters_in_place_is_meant() -> None:
    assert nearest("focoo1", ("foc001", "foc010", "foc100")) == "foc001"
    assert nearest("focoo1", ("foc100", "foc010", "foc001")) == "foc001"


def test_of_nothing_known_nothing_is_near() -> None:
    assert UnknownCode("FOC001", ()).meant is None
    assert UnknownId("skolfranvaro", ()).meant is None
    assert nearest("abc", ()) is None


@given(word=st.sampled_from(KNOWN))
def test_a_known_word_is_nearest_to_itself_whatever_its_case(word: str) -> None:
    lower = [known.casefold() for known in KNOWN]
    assert nearest(word, lower) == nearest(word.lower(), iter(lower)) == word.casefold()


def test_something_that_is_no_day_is_named_by_its_type() -> None:
    assert str(NotADay(dt.datetime(2015, 3, 1, tzinfo=dt.UTC))) == (
        "`at` is a day: give a datetime.date, for a datetime its .date()"
    )


def test_something_without_a_day_in_it_is_only_named() -> None:
    assert str(NotADay("2015-03-01")) == "`at` is a day: give a datetime.date, not a str"


def test_a_taken_code_shows_what_a_free_one_looks_like() -> None:
    assert str(CodeTaken("FOC001")) == (
        "the code 'FOC001' is taken: give your rule letters of your own, like 'OWN001'"
    )


def test_a_language_names_those_there_are() -> None:
    assert str(UnknownLanguage("de")) == "there are no texts in 'de'; use 'sv' or 'en'"


@pytest.mark.parametrize(
    ("declared", "named"), [((), "nothing"), (("actors", "roles"), "actors, roles")]
)
def test_an_undeclared_read_says_what_to_add(declared: tuple[str, ...], named: str) -> None:
    assert str(UndeclaredRead("bodies", declared)) == (
        f"the rule reads 'bodies' but declares {named}: add 'bodies' to its `reads`"
    )


def test_a_personal_number_is_shown_by_its_place_and_masked() -> None:
    error = PersonalNumberFound([("/a", "19******-****"), ("", "******-****")])
    assert str(error) == (
        "nothing was written: a personal identity number stands at /a (19******-****); "
        " (******-****). Replace it by a pseudonym before writing"
    )


@given(code=st.text(max_size=8))
def test_any_code_can_be_unknown(code: str) -> None:
    error = UnknownCode(code, KNOWN)
    assert repr(code) in str(error)
    assert error.meant is None or error.meant in KNOWN
    assert (error.meant is None) == ("did you mean" not in str(error))


@given(places=st.lists(st.tuples(st.text("/a0", max_size=4), st.just("******-****")), min_size=1))
def test_every_place_of_a_number_is_named(places: list[tuple[str, str]]) -> None:
    assert str(PersonalNumberFound(places)).count("(******-****)") == len(places)


@given(value=st.none() | st.integers() | st.text() | st.datetimes() | st.binary())
def test_whatever_is_no_day_is_named_by_its_type(value: object) -> None:
    assert type(value).__name__ in str(NotADay(value))


@pytest.mark.parametrize(
    "error",
    [
        CannotAccept("FOC001 rests on a law"),
        CodeTaken("FOC001"),
        InvalidValue("Actor.id must be text"),
        NotADay("2015-03-01"),
        PersonalNumberFound([("/name", "******-****")]),
        UndeclaredRead("bodies", ["actors"]),
        UnknownCode("FOC01", KNOWN),
        UnknownId("skolfranvar", ["skolfranvaro"]),
        UnknownLanguage("no"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_error_arrives_in_another_process_as_it_was_raised(error: SamverkanError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)
