"""A language is chosen and a day is read from whatever stands in a request."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import samverkan_core as sam
from samverkan_core.interop.web import day_asked, faults_found, lang_asked
from samverkan_core.values.labels import LANGUAGES, Lang

#: Languages, weights, and what no header should hold.
RANGES = st.tuples(
    st.sampled_from(["sv", "en", "SV-FI", "en-GB", "da", "*", "", "s v", "\0"]),
    st.sampled_from(["", ";q=0", ";q=0.5", "; q=1.000", ";q=2", ";q=", ";level=1"]),
).map("".join)
WEIGHTS = st.integers(0, 1000)


# --- the language ------------------------------------------------------------------------------


@given(st.none() | st.text() | st.lists(RANGES).map(",".join))
def test_there_is_always_a_language(header: str | None) -> None:
    assert lang_asked(header) in LANGUAGES


@given(WEIGHTS, WEIGHTS, st.booleans())
def test_the_one_that_is_wanted_more_is_chosen(sv: int, en: int, turned: bool) -> None:
    parts = [f"sv;q={sv / 1000:.3f}", f"en;q={en / 1000:.3f}"]
    expected = "en" if en > sv or (en == sv != 0 and turned) else "sv"
    assert lang_asked(", ".join(parts[::-1] if turned else parts)) == expected


@given(st.text())
def test_what_cannot_be_understood_takes_nothing_from_what_can(text: str) -> None:
    odd = text.replace(",", "")
    assert lang_asked(f"!{odd}, en") == "en"


@pytest.mark.parametrize(
    ("header", "lang"),
    [
        (None, "sv"),
        ("", "sv"),
        ("en", "en"),
        ("EN-gb", "en"),
        ("sv-FI, en;q=0.9", "sv"),
        ("sv;q=0.8, en", "en"),
        ("en, sv", "en"),
        ("sv, en", "sv"),
        ("da, en-GB;q=0.8, sv;q=0.7", "en"),
        ("da, nb", "sv"),
        ("english", "sv"),
        ("*", "sv"),
        ("sv;q=0, *", "en"),
        ("sv;q=0.1, *;q=0.5", "en"),
        ("en;q=0", "sv"),
        ("sv;q=0, en;q=0", "sv"),
        ("en;q=0, sv;q=0", "sv"),
        ("en-GB;q=0.8, en;q=0.1, sv;q=0.5", "en"),
        ("en\t; q=0.9 ,sv ;q=0.3", "en"),
        ("sv;q=0.5, en;q=7", "sv"),
        ("sv;q=0.5, en;q=0.1234", "sv"),
        ("en;level=1, sv;q=0.1", "sv"),
        ("\uff45\uff4e", "sv"),
    ],
)
def test_a_header_is_read_as_http_says(header: str | None, lang: Lang) -> None:
    assert lang_asked(header) == lang


def test_a_long_header_takes_no_longer_than_it_is_long() -> None:
    assert lang_asked("en" + "-abcdefgh" * 100_000 + "!") == "sv"
    assert lang_asked("da," * 100_000 + "en") == "en"


# --- the day -----------------------------------------------------------------------------------


@given(st.dates())
def test_each_day_is_read(day: dt.date) -> None:
    assert day_asked(day.isoformat()) == day


@given(st.text(max_size=12))
def test_what_is_no_day_is_a_fault_of_the_parameter(text: str) -> None:
    try:
        day = day_asked(text, name="from")
    except sam.LoadError as error:
        (fault,) = error.report
        assert (fault.code, fault.pointer) == ("TYP005", "/from")
    else:
        assert day.isoformat() == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2015-02-29",
        "20150301",
        "2015-3-1",
        "2015-W09-7",
        "2015-03-01T00:00:00",
        " 2015-03-01",
        "2015-03-01\n",
        "\u0662\u0660\u0661\u0665-03-01",
        "0000-01-01",
        "today",
    ],
)
def test_a_day_is_written_in_one_way_only(text: str) -> None:
    with pytest.raises(sam.LoadError) as caught:
        day_asked(text)
    assert [fault.pointer for fault in caught.value.report] == ["/at"]


def test_a_personal_number_where_a_day_should_stand_is_masked() -> None:
    with pytest.raises(sam.LoadError) as caught:
        day_asked("20121212-1212")
    assert "1212-1212" not in str(faults_found(caught.value, "sv"))
    assert "1212-1212" not in str(caught.value)


# --- the faults --------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_faults_are_told_in_order_and_remarks_are_not(lang: Lang) -> None:
    data = b'{"samverkan": "1.0", "name": "Hagby", "metod": 1, "illustrative": 1, "actors": [2]}'
    report = sam.read(data).report
    with pytest.raises(sam.LoadError) as caught:
        sam.loads(data)
    told = faults_found(caught.value, lang)
    assert [fault["pointer"] for fault in told] == ["/actors/0", "/illustrative"]
    assert [fault.pointer for fault in report] == ["/actors/0", "/illustrative", "/metod"]
    assert [fault["message"] for fault in told] == [
        fault.message(lang) for fault in report.by_severity(sam.Severity.ERROR)
    ]
    assert {fault["code"] for fault in told} == {"TYP001"}


def test_faults_are_told_in_swedish_unless_asked() -> None:
    with pytest.raises(sam.LoadError) as caught:
        day_asked("i dag")
    assert faults_found(caught.value) == faults_found(caught.value, "sv")
    assert faults_found(caught.value, "en") != faults_found(caught.value, "sv")
