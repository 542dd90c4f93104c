"""The page that shows the local models side by side: what each demands, weighs and describes."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from samverkan_core.model.collaboration import Collaboration
from samverkan_core.model.focus_area import FocusArea
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.profiles.common import COMMON, severity_in
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.rules.rule import Rule
from samverkan_core.serialization.load import loads
from samverkan_core.values.labels import Lang

from .markup import code, joined, link, plain, table
from .parameters import NOTHING, PARAMETERS, label, value

__all__ = ["models_page"]

#: The page is in English only.
_LANG: Lang = "en"
_EXAMPLES = Path(__file__).parents[2] / "examples"

#: What is counted in the example documents.
_COUNTED: Mapping[str, str] = MappingProxyType(
    {
        "actors": "actors",
        "roles": "roles",
        "bodies": "bodies",
        "focus_areas": "focus areas",
        "documents": "governing documents",
    }
)


def models_page() -> str:
    """Write the page: the profiles' values and weights, their sources, and their examples."""
    profiles = tuple(PROFILES.values())
    with_example = [profile for profile in profiles if _file(profile).exists()]
    examples = [loads(_file(profile).read_bytes()) for profile in with_example]
    return "\n".join(
        [
            "## What each profile sets\n",
            _side_by_side("", profiles, _differing(profiles)),
            "In every profile the same:\n",
            *_common(profiles),
            "",
            "## Rules that do not weigh the same everywhere\n",
            _side_by_side("rule", profiles, _weights(profiles)),
            "## What each profile rests on\n",
            table(("profile", "rows"), ((code(one.name), _rows(one)) for one in profiles)),
            "## What the examples hold\n",
            _side_by_side("", with_example, _held(examples)),
        ]
    )


def _side_by_side(head: str, profiles: Iterable[Profile], rows: Iterable[Iterable[str]]) -> str:
    return table((head, *(code(profile.name) for profile in profiles)), rows)


def _differing(profiles: Iterable[Profile]) -> Iterator[tuple[str, ...]]:
    for name, values in _values(profiles).items():
        if len(set(values)) > 1:
            yield f"{label(name, _LANG)} ({code(name)})", *values


def _common(profiles: Iterable[Profile]) -> Iterator[str]:
    for name, values in _values(profiles).items():
        if len(set(values)) == 1:
            yield f"- {label(name, _LANG)} ({code(name)}): {values[0]}"


def _values(profiles: Iterable[Profile]) -> dict[str, list[str]]:
    return {name: [value(profile, name, _LANG) for profile in profiles] for name in PARAMETERS}


# --- weights ---------------------------------------------------------------------------------


def _weights(profiles: Iterable[Profile]) -> Iterator[tuple[str, ...]]:
    for rule in RULES:
        weights = [_weight(rule, profile) for profile in profiles]
        common = _weight(rule, COMMON)
        if set(weights) != {common}:
            # What differs from the common profile stands out.
            shown = (weight if weight == common else f"**{weight}**" for weight in weights)
            yield _named(rule), *shown


def _weight(rule: Rule, profile: Profile) -> str:
    if rule.code in profile.without:
        return "does not apply"
    if not all(getattr(profile.parameters, name) for name in rule.parameters):
        return "asks nothing"
    return severity_in(profile, rule.notice).label(_LANG)


def _named(rule: Rule) -> str:
    told = rule.judge.__name__.replace("_", " ")
    return f"{link(rule.code, f'{rule.code.lower()}-{_LANG}')} {told}"


def _rows(profile: Profile) -> str:
    return ", ".join(code(source.ref) for source in profile.sources) or NOTHING


# --- examples --------------------------------------------------------------------------------


def _file(profile: Profile) -> Path:
    return _EXAMPLES / profile.name / "collaboration.json"


def _held(examples: list[Collaboration]) -> Iterator[tuple[str, ...]]:
    for collection, head in _COUNTED.items():
        yield head, *(_counted(getattr(held, collection)) for held in examples)
    yield "steps of the focus areas", *(_journeys(held.focus_areas) for held in examples)


def _counted(things: Iterable[object]) -> str:
    every = list(things)
    made_up = sum(getattr(thing, "illustrative", False) for thing in every)
    # A thing that is marked may be true but for one member, as a group with ages made up.
    told = f"{len(every)}, {made_up} with something made up" if made_up else str(len(every))
    return told if every else NOTHING


def _journeys(areas: Iterable[FocusArea]) -> str:
    journeys = [_journey(area) for area in areas if area.journey]
    return joined(journeys, "and") or NOTHING


def _journey(area: FocusArea) -> str:
    steps = " → ".join(str(entry.step.number) for entry in area.journey)
    return f"{plain(area.name)}: {steps}{' (made up)' if area.illustrative else ''}"
