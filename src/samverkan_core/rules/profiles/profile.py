"""Profiles: a named set of rules with a municipality's own numbers and weights.

A profile names kinds and codes, never ids, so that it fits every document of its municipality.
"""

from typing import Annotated

import attrs

from samverkan_core.findings.acceptance import FindingCode
from samverkan_core.findings.finding import Severity
from samverkan_core.model.actor import ActorKind
from samverkan_core.model.body import BodyKind, SeatCategory
from samverkan_core.model.role import RoleFunction
from samverkan_core.process.step import Step
from samverkan_core.values.ages import AgeBand
from samverkan_core.values.answers import answers
from samverkan_core.values.checked import checked
from samverkan_core.values.constraints import AtLeastOne, Between
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.labels import Labelled
from samverkan_core.values.source import Source

__all__ = ["Composition", "ConsentAge", "Parameters", "Profile", "StepRequirement", "Weight"]


class ConsentAge(Labelled):
    """From what age a child consents to a plan by itself, in the municipality's own policy."""

    NOT_DECIDED = ("not_decided", "inte bestämt", "not decided")
    TWELVE = ("twelve", "12 år", "12 years")
    FIFTEEN = ("fifteen", "15 år", "15 years")
    EIGHTEEN = ("eighteen", "18 år", "18 years")


@attrs.frozen(kw_only=True, field_transformer=checked)
class Composition:
    """Whom bodies of one kind are made up of (sammansättning): in which capacities members sit."""

    #: The kind of body.
    kind: BodyKind
    #: The capacities of which each such body has at least one seat.
    categories: Annotated[tuple[SeatCategory, ...], AtLeastOne()]
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


#: A council for children's matters joins elected members, officials and associations (row SB-59).
_COUNCIL = Composition(
    kind=BodyKind.CHILDRENS_COUNCIL,
    categories=(
        SeatCategory.ELECTED,
        SeatCategory.OFFICIAL,
        SeatCategory.INTEREST_ORGANISATION,
    ),
)


@answers(
    focus_area_limit=("SB-46", "SB-95"),
    target_ages="SB-03",
    age_bands="RA-16",
    required_actors=("SB-10", "SB-11", "SB-12", "SB-13", "SB-14", "SB-15", "LO-03"),
    required_functions=("SB-54", "AT-02", "LO-05"),
    required_bodies="KF-02",
)
@attrs.frozen(kw_only=True, field_transformer=checked)
class Parameters:
    """What a municipality may set for itself: its numbers, and whom and what it demands.

    A rule that rests on a member that is empty here has nothing to ask, and the report says so.
    """

    #: How many focus areas may be open at a time; one text says four.
    focus_area_limit: Annotated[int, Between(1, 1000)] = 4
    #: The ages of the children and young people that the work is for.
    target_ages: AgeBand | None = None
    #: Spans of ages that each have a consultation team of their own.
    age_bands: tuple[AgeBand, ...] = ()
    #: Kinds of actor of which at least one takes part.
    required_actors: tuple[ActorKind, ...] = ()
    #: Functions of which there is at least one role.
    required_functions: tuple[RoleFunction, ...] = ()
    #: Kinds of body of which there is at least one.
    required_bodies: tuple[BodyKind, ...] = ()
    #: Whom bodies of certain kinds are made up of.
    compositions: Annotated[tuple[Composition, ...], AtLeastOne()] = (_COUNCIL,)
    #: How many per cent of those called come to a working meeting; row SB-71 gives no number.
    attendance: Annotated[int, Between(1, 100)] = 75
    #: From what age a child consents to a plan by itself; the law is silent and guidance differs.
    child_consent_from: ConsentAge = ConsentAge.NOT_DECIDED
    #: How many months back something is asked for that is to be done in each period; the rows that
    #: speak of a period (SB-41 and SB-61) give no number.
    period_months: Annotated[int, Between(1, 120)] = 12
    #: After how many months a project has published a status report; row AT-19 says about a year.
    status_report_months: Annotated[int, Between(1, 120)] = 15
    #: Whether there has to be a plan for follow-up (row RA-07).
    follow_up_required: bool = False
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Weight:
    """How grave a breach of one rule is in a profile."""

    #: The code of the rule.
    code: FindingCode
    #: How grave it is.
    severity: Severity
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class StepRequirement:
    """What must hold before a step is taken (krav inför ett steg), as codes of rules.

    A rule about focus areas is asked of the area that is to take the step; any other, of all.
    """

    #: The step.
    step: Step
    #: The codes of the rules that must hold.
    codes: Annotated[tuple[FindingCode, ...], AtLeastOne()]
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Profile:
    """A municipality's own way of working (lokal modell): numbers, weights, rules left out.

    What it does not weigh weighs as in the common profile.
    """

    #: The name by which documents ask for it.
    name: str
    #: The municipality's own numbers and demands.
    parameters: Parameters = Parameters()
    #: Where a breach is graver or lighter than in the common profile.
    weights: tuple[Weight, ...] = ()
    #: Codes of rules that do not apply.
    without: tuple[FindingCode, ...] = ()
    #: What must hold before a step is taken; a step that does not stand here asks for nothing.
    step_requirements: tuple[StepRequirement, ...] = ()
    #: What it rests on.
    sources: tuple[Source, ...] = ()
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)

    def weight(self, code: str) -> Severity | None:
        """Say how grave a breach of a rule is here; None where the profile does not say."""
        return next((own.severity for own in self.weights if own.code == code), None)

    def required_for(self, step: Step) -> tuple[str, ...]:
        """Give the codes of the rules that must hold before a step is taken, each once."""
        asked = (one.codes for one in self.step_requirements if one.step is step)
        return tuple(dict.fromkeys(code for codes in asked for code in codes))
