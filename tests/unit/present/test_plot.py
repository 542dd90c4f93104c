"""Charts of altair: any picture, in the manner of a language, and nothing is sent away."""

import datetime as dt
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_core.errors import InvalidValue, MissingExtra, UnknownLanguage
from samverkan_core.model.collaboration import Collaboration
from samverkan_core.present.pictures import (
    focus_areas_vega,
    readiness_vega,
    who_leaves_when_vega,
    who_sits_where_vega,
)
from samverkan_core.present.plot import chart
from samverkan_core.testing.strategies import worlds
from samverkan_core.values.labels import Lang

needs_altair = pytest.mark.skipif(
    find_spec("altair") is None, reason="the extra plot is not installed"
)
AT = dt.date(2015, 3, 1)
#: As little as makes a picture.
DOT: dict[str, Any] = {"data": {"values": [{"a": 1}]}, "mark": "point", "encoding": {}}


def shown(spec: dict[str, Any], lang: Lang = "sv") -> dict[str, Any]:
    """Give what a chart of a picture says of how it is shown."""
    found: dict[str, Any] = chart(spec, lang=lang).to_dict()["usermeta"]["embedOptions"]
    return found


# --- laws ------------------------------------------------------------------------------------


@needs_altair
@settings(max_examples=5)  # altair takes up to a second to look through one
@given(
    world=worlds(),
    draw=st.sampled_from(
        (focus_areas_vega, readiness_vega, who_leaves_when_vega, who_sits_where_vega)
    ),
)
def test_every_picture_is_a_chart_with_the_same_words(
    world: tuple[Collaboration, dt.date], draw: Callable[..., dict[str, Any]]
) -> None:
    collab, at = world
    spec = draw(collab, at=at)
    before = repr(spec)
    drawn = chart(spec).to_dict()

    assert drawn["title"]["text"] == spec["title"]["text"]
    assert drawn["description"] == spec["description"]
    assert len(drawn["vconcat"]) == len(spec["vconcat"])
    assert repr(spec) == before


# --- how it is shown -------------------------------------------------------------------------


@needs_altair
def test_in_swedish_numbers_days_and_the_menu_are_swedish() -> None:
    options = shown(DOT)

    assert options["formatLocale"]["decimal"] == ","
    assert options["timeFormatLocale"]["days"][0] == "söndag"
    assert [len(options["timeFormatLocale"][name]) for name in ("days", "months")] == [7, 12]
    assert [len(options["timeFormatLocale"][name]) for name in ("shortDays", "shortMonths")] == [
        *(7, 12),
    ]
    assert options["i18n"]["SVG_ACTION"] == "Spara som SVG"


@needs_altair
def test_in_english_it_is_as_altair_has_it() -> None:
    assert set(shown(DOT, "en")) == {"renderer", "actions"}


@needs_altair
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_it_is_drawn_as_text_and_not_sent_to_an_editor(lang: Lang) -> None:
    options = shown(DOT, lang)

    assert options["renderer"] == "svg"
    assert options["actions"] == {
        "export": True,
        "source": False,
        "compiled": False,
        "editor": False,
    }


@needs_altair
def test_what_the_picture_itself_says_of_it_stands() -> None:
    own = {"embedOptions": {"renderer": "canvas"}, "from": "Hagby"}
    drawn = chart({**DOT, "usermeta": own}).to_dict()["usermeta"]

    assert drawn["from"] == "Hagby"
    assert drawn["embedOptions"]["renderer"] == "canvas"
    assert drawn["embedOptions"]["formatLocale"]["decimal"] == ","
    assert own == {"embedOptions": {"renderer": "canvas"}, "from": "Hagby"}


@needs_altair
def test_a_notebook_shows_it() -> None:
    assert "Spara som SVG" in str(chart(DOT)._repr_mimebundle_())


# --- misuse ----------------------------------------------------------------------------------


@needs_altair
@pytest.mark.parametrize(
    "spec",
    [
        {},
        {"mark": "lin", "data": {"values": [{"a": "hemligt"}]}, "encoding": {}},
        {**DOT, "encoding": {"x": {"field": 1, "title": "hemligt"}}},
        {"vconcat": "hemligt"},
        {**DOT, "usermeta": 3},
        {**DOT, "usermeta": {"embedOptions": "hemligt"}},
    ],
)
def test_what_is_no_picture_is_misuse_and_nothing_of_it_is_repeated(spec: Any) -> None:
    with pytest.raises(InvalidValue, match="must be a Vega-Lite description") as raised:
        chart(spec)

    assert "hemligt" not in str(raised.value)
    assert raised.value.__cause__ is None
    assert raised.value.__suppress_context__


@needs_altair
def test_an_unknown_language_is_misuse() -> None:
    with pytest.raises(UnknownLanguage):
        chart(DOT, lang="de")  # type: ignore[arg-type]  # that is the point


def test_altair_is_not_imported_before_it_is_asked_for() -> None:
    asked = "import sys, samverkan_core.present.plot; sys.exit('altair' in sys.modules)"

    subprocess.run([sys.executable, "-c", asked], check=True)


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(MissingExtra, match=r"samverkan_core\[plot\]") as raised:
        chart(DOT)
    assert raised.value.extra == "plot"
