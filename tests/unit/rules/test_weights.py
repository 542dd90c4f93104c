"""How much a breach weighs in each profile, held against what stands behind its rule.

The principle is told in docs/explanation/what-the-texts-say.md; here it stands as tables.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from samverkan_core.findings.finding import Force, Notice, Severity
from samverkan_core.reference.seeds import Demand, Row, row, rows, seed
from samverkan_core.rules.catalogue import RULES
from samverkan_core.rules.profiles import PROFILES
from samverkan_core.rules.profiles.common import severity_in
from samverkan_core.rules.profiles.profile import Profile, Weight
from samverkan_core.values.source import SourceKind

NOTICES: Mapping[str, Notice] = MappingProxyType({rule.code: rule.notice for rule in RULES})

#: Profile -> the letters of the rows of its own text.
TEXTS = MappingProxyType(
    {"sundbyberg": "SB", "atvidaberg": "AT", "rattvik": "RA", "lomma": "LO", "riskzon1997": "KF"}
)
#: What a row asks for -> how grave a breach is in the profile whose text it stands in.
BY_DEMAND = MappingProxyType(
    {
        Demand.MUST: Severity.ERROR,
        Demand.SHOULD: Severity.WARNING,
        Demand.INFO: Severity.INFO,
    }
)
#: What stands behind a rule -> the gravest that a breach may be, whatever its rows ask for.
AT_MOST = MappingProxyType(
    {
        Force.SEED: Severity.ERROR,
        # Guidance says how a thing is done well; nobody is bound by it.
        Force.GUIDANCE: Severity.WARNING,
        # What is this library's own idea, or says more than its row, binds nobody either.
        Force.PROPOSAL: Severity.WARNING,
    }
)
#: What binds everybody: law, and that a document holds together.
FOR_ALL = (Force.LAW, Force.FORMAT)

#: Rules that weigh the same in every profile, but not what the tables say -> why.
OTHERWISE: Mapping[str, tuple[Severity, str]] = MappingProxyType(
    {
        "ACT002": (
            Severity.INFO,
            "The row asks for a competence; that two have the same one is only to be pointed out.",
        ),
        "ACT003": (
            Severity.ERROR,
            "An identifier with the wrong form is nobody's, in whichever municipality it stands.",
        ),
        "CHI001": (
            Severity.WARNING,
            "A child without need in a document is a question of data protection, beyond the row.",
        ),
        "DGD004": (
            Severity.WARNING,
            "Whether a decision can be reviewed by a court is not always for the document to say.",
        ),
        "DOC050": (
            Severity.WARNING,
            "A circular without its number can be understood; it is hard to look up.",
        ),
        "GOA002": (
            Severity.WARNING,
            "The row only has such a goal pointed out: it may stand beside goals for children.",
        ),
        "MET008": (
            Severity.INFO,
            "News before a meeting may be an invitation, so nothing need be wrong.",
        ),
        "MET009": (
            Severity.WARNING,
            "Secrecy hangs on who hears what of whom, and the document does not show that.",
        ),
        "OBS002": (
            Severity.INFO,
            "An older version is no fault: the values are only not compared.",
        ),
        "RAT001": (
            Severity.WARNING,
            "A rating off the scale that it names itself has been mistyped, optional or not.",
        ),
        "RDY001": (
            Severity.ERROR,
            "A number off the scale is no score, whoever measures: there is nothing to reckon on.",
        ),
        "REF004": (
            Severity.WARNING,
            "The reference may be right; what is wrong is told of the thing that was set aside.",
        ),
        "SIP002": (
            Severity.WARNING,
            "A plan of one service is allowed; it is only not the plan that the law speaks of.",
        ),
    }
)
#: Rules that are information where no text of one's own speaks of them -> why.
ONLY_A_HINT: Mapping[str, str] = MappingProxyType(
    {
        "IND020": "What one municipality happens to follow is no more than an idea to the others.",
        "IND022": "That one municipality asks by a survey is no more than an idea to the others.",
    }
)


def lighter(one: Severity, other: Severity) -> Severity:
    """Give the lighter of two."""
    return other if one.reaches(other) else one


def graver(one: Severity, other: Severity) -> Severity:
    """Give the graver of two."""
    return one if one.reaches(other) else other


def told_by(one: Row, profile: str) -> Severity:
    """Say how grave a breach of a row is in a profile: in that of another text never an error."""
    own = BY_DEMAND[one.demand]
    return own if one.letters == TEXTS.get(profile) else lighter(own, Severity.WARNING)


def rows_of(notice: Notice) -> Iterator[Row]:
    """Give the rows that a rule rests on."""
    return (row(source.ref) for source in notice.sources if source.kind is SourceKind.SEED)


def derived(notice: Notice, profile: str) -> Severity:
    """Say how grave a breach is by what stands behind its rule: the gravest that a row says."""
    if notice.force in FOR_ALL:
        return Severity.ERROR
    found = Severity.INFO
    for one in rows_of(notice):
        found = graver(found, told_by(one, profile))
    return lighter(found, AT_MOST[notice.force])


def expected(notice: Notice, profile: str) -> Severity:
    """Say how grave a breach is to be, with what is otherwise for a reason."""
    if notice.code in OTHERWISE:
        return OTHERWISE[notice.code][0]
    own = any(one.letters == TEXTS.get(profile) for one in rows_of(notice))
    if notice.code in ONLY_A_HINT and not own:
        return Severity.INFO
    return derived(notice, profile)


def applied() -> Iterator[tuple[str, str]]:
    """Give each rule with each profile that has it."""
    for name, profile in PROFILES.items():
        yield from ((code, name) for code in NOTICES if code not in profile.without)


# --- every rule in every profile ---------------------------------------------------------------


@pytest.mark.parametrize(("code", "name"), tuple(applied()))
def test_a_breach_weighs_what_stands_behind_its_rule(code: str, name: str) -> None:
    found = severity_in(PROFILES[name], NOTICES[code])
    assert found is expected(NOTICES[code], name), f"{code} is {found.en} in {name}"


@given(
    notice=st.sampled_from(RULES).map(lambda rule: rule.notice),
    rested=st.lists(st.sampled_from(rows()), min_size=1),
    name=st.sampled_from([*PROFILES]),
)
def test_only_a_must_of_ones_own_text_makes_an_error(
    notice: Notice, rested: list[Row], name: str
) -> None:
    """Whatever rows a rule may come to rest on, if neither law nor the file is behind it."""
    assume(notice.force not in FOR_ALL)
    moved = attrs.evolve(notice, sources=seed(*(one.id for one in rested)))
    must = any(
        one.demand is Demand.MUST and one.letters == TEXTS.get(name, "none") for one in rested
    )
    assert (derived(moved, name) is Severity.ERROR) is (must and notice.force is Force.SEED)


def test_what_binds_everybody_weighs_the_same_everywhere() -> None:
    for notice in NOTICES.values():
        if notice.force in FOR_ALL:
            assert {severity_in(one, notice) for one in PROFILES.values()} == {notice.severity}


def test_a_weight_that_slips_is_seen() -> None:
    slipped = Profile(name="lomma", weights=(Weight(code="COL001", severity=Severity.ERROR),))
    assert severity_in(slipped, NOTICES["COL001"]) is not expected(NOTICES["COL001"], "lomma")


# --- what is otherwise -------------------------------------------------------------------------


@pytest.mark.parametrize("code", [*OTHERWISE, *ONLY_A_HINT])
def test_what_is_otherwise_would_not_follow(code: str) -> None:
    """So the tables hold no rule that needs no reason."""
    weighed = (expected(NOTICES[code], name) for name in PROFILES)
    following = (derived(NOTICES[code], name) for name in PROFILES)
    assert [*weighed] != [*following]


@pytest.mark.parametrize("why", [*(why for _, why in OTHERWISE.values()), *ONLY_A_HINT.values()])
def test_its_reason_is_a_sentence(why: str) -> None:
    assert why[0].isupper()
    assert why.endswith(".")
    assert why.count(". ") == 0


def test_the_rules_that_the_demands_of_a_profile_rest_on_are_errors_where_its_text_demands() -> (
    None
):
    """In common no more than a warning, in the profile whose text demands it an error."""
    asked = {
        "COL001": "sundbyberg",
        "GOV003": "sundbyberg",
        "FOC003": "sundbyberg",
        "HAN001": "sundbyberg atvidaberg",
        "BOD010": "atvidaberg",
        "BOD014": "rattvik",
        "ACT005": "sundbyberg rattvik lomma",
        "BOD011": "lomma",
        "ROL005": "sundbyberg atvidaberg",
    }
    for code, names in asked.items():
        errors = [
            name
            for name, profile in PROFILES.items()
            if severity_in(profile, NOTICES[code]) is Severity.ERROR
        ]
        assert " ".join(errors) == names
        assert severity_in(PROFILES["common"], NOTICES[code]) is Severity.WARNING
