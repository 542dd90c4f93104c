"""Profiles as files: a municipality's own numbers and weights, refused where they are mistyped.

A code that no rule has would weigh nothing, and a span of ages the wrong way round would hold
nobody. Neither would be noticed until somebody missed a finding, so both are faults in the file.
"""

from collections.abc import Collection, Iterable, Iterator

from samverkan_core.findings.finding import Finding
from samverkan_core.findings.report import Report
from samverkan_core.model.anatomy import Place
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.profiles.profile import Profile
from samverkan_core.rules.rule import Rule
from samverkan_core.serialization import faults
from samverkan_core.serialization.fault import alike, at_place, shown
from samverkan_core.serialization.limits import Limits
from samverkan_core.serialization.load import LoadError, from_plain, tree_of
from samverkan_core.serialization.parse import Tree
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.text import is_blank

__all__ = ["loads_profile"]

#: A step of a way that leads into each item of a list.
_EACH = "*"
#: Where the codes of rules stand in a profile.
_CODES = (
    ("weights", _EACH, "code"),
    ("without", _EACH),
    ("step_requirements", _EACH, "codes", _EACH),
)
#: Where spans of ages stand in a profile.
_BANDS = (("parameters", "target_ages"), ("parameters", "age_bands", _EACH))


def loads_profile(
    data: bytes | str, *, more_rules: Iterable[Rule] = (), limits: Limits = Limits()
) -> Profile:
    """Read a municipality's own profile, and refuse what it cannot mean, every fault at once.

    Members that a profile does not have are refused, but for those whose names begin with `x-`.
    So are codes that neither the library's rules nor `more_rules` have, spans of ages the wrong way
    round, and the name of a profile that ships with the library for anything else than that one.

    Raises:
        LoadError: It cannot be read; the error's `report` holds every fault.
    """
    codes = tuple(sorted({rule.code for rule in (*RULES, *more_rules)}))
    tree = tree_of(data, limits)
    profile, unread = _read(tree, limits)
    misspelt = [_unknown(place, code, codes) for place, code in _unknown_codes(tree, codes)]
    own = [*misspelt, *_turned_bands(tree), *_taken_name(tree, profile)]
    if profile is None or own:
        raise LoadError(Report(findings={*_not_told_better(unread, misspelt), *own}))
    return profile


def _read(tree: Tree, limits: Limits) -> tuple[Profile | None, tuple[Finding, ...]]:
    try:
        return from_plain(tree, type=Profile, unknown="reject", limits=limits), ()
    except LoadError as error:
        return None, error.report.findings


def _not_told_better(unread: Iterable[Finding], misspelt: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out that a code has not the form of one where the nearest that there is is named."""
    told = {finding.pointer for finding in misspelt}
    for finding in unread:
        if finding.pointer not in told or finding.code != faults.OUT_OF_BOUNDS.code:
            yield finding


def _unknown_codes(tree: Tree, codes: Collection[str]) -> Iterator[tuple[Place, str]]:
    for place, code in _standing(tree, _CODES):
        # What is no text, or a blank one, has a fault of its own.
        if isinstance(code, str) and not is_blank(code) and code not in codes:
            yield place, code


def _unknown(place: Place, code: str, codes: Iterable[str]) -> Finding:
    found, meant = shown(code), alike(code.upper(), codes)
    return at_place(faults.UNKNOWN_CODE, place, {"found": found, "accepted": meant})


def _turned_bands(tree: Tree) -> Iterator[Finding]:
    for place, held in _standing(tree, _BANDS):
        band = _band(held)
        if band is not None and not band.ages():
            first, last = band.from_age, band.to_age
            found = {"found": f"{first}–{last}", "accepted": f"{last}–{first}"}
            yield at_place(faults.OUT_OF_BOUNDS, place, found)


def _band(held: Tree) -> AgeBand | None:
    try:
        return from_plain(held, type=AgeBand)
    except LoadError:
        return None


def _taken_name(tree: Tree, profile: Profile | None) -> Iterator[Finding]:
    """Keep the names that ship: a report says by the name alone which profile it rests on."""
    match tree:
        case {"name": str() as name} if name in PROFILES and profile != PROFILES[name]:
            yield at_place(faults.NAME_TAKEN, ("name",), {"name": name})


def _standing(tree: Tree, ways: Iterable[tuple[str, ...]]) -> Iterator[tuple[Place, Tree]]:
    for way in ways:
        yield from _at_the_end(tree, way, ())


def _at_the_end(tree: Tree, way: tuple[str, ...], place: Place) -> Iterator[tuple[Place, Tree]]:
    """Give what stands at the end of a way, as far as the tree has the form of a profile."""
    if not way:
        yield place, tree
        return
    step, *rest = way
    for name, held in _within(tree, step):
        yield from _at_the_end(held, tuple(rest), (*place, name))


def _within(tree: Tree, step: str) -> Iterable[tuple[str | int, Tree]]:
    if step == _EACH:
        return enumerate(tree) if isinstance(tree, list) else ()
    return ((step, tree[step]),) if isinstance(tree, dict) and step in tree else ()
