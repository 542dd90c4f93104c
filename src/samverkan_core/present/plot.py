"""Pictures as charts of altair, to be shown in a notebook, changed and saved; the extra `plot`.

The dicts of `samverkan_core.present.pictures` need nothing; altair is imported when it is asked
for.
"""

from collections.abc import Mapping
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Any

from samverkan_core.errors import InvalidValue, MissingExtra
from samverkan_core.values.labels import Lang, language

if TYPE_CHECKING:
    from altair.typing import ChartType

__all__ = ["chart"]

#: How numbers and days are written in Swedish: comma, a space between thousands, lower case.
_SWEDISH: Mapping[str, Any] = MappingProxyType(
    {
        "formatLocale": {
            "decimal": ",",
            "thousands": "\xa0",
            "grouping": [3],
            "currency": ["", "\xa0kr"],
        },
        "timeFormatLocale": {
            "dateTime": "%A den %-d %B %Y %X",
            "date": "%Y-%m-%d",
            "time": "%H:%M:%S",
            "periods": ["fm", "em"],
            "days": ["söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"],
            "shortDays": ["sön", "mån", "tis", "ons", "tors", "fre", "lör"],
            "months": [
                *("januari", "februari", "mars", "april", "maj", "juni"),
                *("juli", "augusti", "september", "oktober", "november", "december"),
            ],
            "shortMonths": [
                *("jan.", "feb.", "mars", "apr.", "maj", "juni"),
                *("juli", "aug.", "sep.", "okt.", "nov.", "dec."),
            ],
        },
        "i18n": {
            "CLICK_TO_VIEW_ACTIONS": "Visa vad som går att göra",
            "PNG_ACTION": "Spara som PNG",
            "SVG_ACTION": "Spara som SVG",
        },
    }
)


def chart(spec: Mapping[str, Any], *, lang: Lang = "sv") -> "ChartType":
    """Make a chart (diagram) of altair of a picture that is described for Vega-Lite.

    A notebook shows it when it is the last line of a cell. Beyond what altair does by itself:

    - It is drawn as SVG, with texts that can be read out and found, and not as an image.
    - In Swedish numbers and days are written as in Swedish, also those that you add, and so is the
      menu beside it.
    - The menu saves it, but does not open it in the public Vega editor, which would send the data
      of the municipality away.

    What the description itself says of this, in `usermeta`, stands. Altair's usual way to show a
    chart fetches the program that draws it from the network; `altair.renderers.enable("mimetype")`
    leaves the drawing to the notebook, where it has Vega-Lite of its own.

    Raises:
        MissingExtra: altair is not installed.
        InvalidValue: It is no description of a picture for Vega-Lite.
        UnknownLanguage: There are no texts in the language.
    """
    alt, options = _altair(), _options(lang)
    try:
        made: ChartType = alt.Chart.from_dict(_shown(spec, options))
    except (alt.utils.schemapi.jsonschema.ValidationError, TypeError, ValueError):
        # Not what altair says of it: that repeats what stands in the description, data too.
        message = "`spec` must be a Vega-Lite description, such as focus_areas_vega gives"
        raise InvalidValue(message) from None
    return made


def _shown(spec: Mapping[str, Any], options: Mapping[str, Any]) -> dict[str, Any]:
    """Add to a description how it is shown; what it says of that itself stands."""
    own = dict(spec.get("usermeta") or {})
    return {**spec, "usermeta": {**own, "embedOptions": {**options, **own.get("embedOptions", {})}}}


def _options(lang: Lang) -> dict[str, Any]:
    """Say how a chart is shown."""
    actions = {"export": True, "source": False, "compiled": False, "editor": False}
    words = _SWEDISH if language(lang) == "sv" else {}
    return {"renderer": "svg", "actions": actions, **words}


def _altair() -> ModuleType:
    try:
        import altair as alt
    except ImportError as missing:
        raise MissingExtra("plot", "altair") from missing
    return alt
