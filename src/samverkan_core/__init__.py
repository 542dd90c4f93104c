"""Understand how a Swedish municipality collaborates around children and young people at risk.

This is the door: everything that users need is a name of this module, fetched on first use, so that
importing it costs next to nothing.

The floors of the house, top first. A floor imports only floors below it; names joined by `|` stand
side by side and do not import each other:

    __main__ | _hypothesis
    cli
    present | testing | interop
    planning | in_one
    checking | assessment
    serialization
    rules
    overviews
    authority
    indexing
    model
    process | measures | reference | findings
    values
    errors
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samverkan_core.authority.decide import may, powers_of, who_may
    from samverkan_core.authority.proof import Decision
    from samverkan_core.authority.verify import verify
    from samverkan_core.checking import Checked, accept, check, explain
    from samverkan_core.errors import SamverkanError
    from samverkan_core.findings.finding import Finding, Force, Pillar, Severity
    from samverkan_core.findings.report import Report
    from samverkan_core.in_one import check_json
    from samverkan_core.indexing import index
    from samverkan_core.model.activity import Activity, GoodExample
    from samverkan_core.model.actor import Actor
    from samverkan_core.model.anchoring import Anchoring
    from samverkan_core.model.appointment import Appointment
    from samverkan_core.model.body import Body
    from samverkan_core.model.child import ChildRef
    from samverkan_core.model.collaboration import Collaboration
    from samverkan_core.model.concern_report import ConcernReport
    from samverkan_core.model.delegated_decision import DelegatedDecision
    from samverkan_core.model.document import GoverningDocument
    from samverkan_core.model.evaluation import Evaluation
    from samverkan_core.model.focus_area import FocusArea, TargetGroup
    from samverkan_core.model.goal import Goal
    from samverkan_core.model.handover import Handover
    from samverkan_core.model.indicator import Indicator, Observation
    from samverkan_core.model.joint_position import JointPosition
    from samverkan_core.model.mandate import Mandate, Matter, Power, Scope
    from samverkan_core.model.meeting import Meeting
    from samverkan_core.model.person import Person
    from samverkan_core.model.plan import IndividualPlan
    from samverkan_core.model.readiness import ReadinessMeasurement
    from samverkan_core.model.referral import Referral
    from samverkan_core.model.resource import Need, Resource
    from samverkan_core.model.role import Role
    from samverkan_core.model.routine import Routine
    from samverkan_core.planning import NextStep, next_step
    from samverkan_core.process.step import Step
    from samverkan_core.rules.catalogue import RULES
    from samverkan_core.rules.profiles import PROFILES
    from samverkan_core.rules.profiles.profile import Profile
    from samverkan_core.rules.rule import Rule
    from samverkan_core.serialization.decisions import loads_decision
    from samverkan_core.serialization.json_schema import schema
    from samverkan_core.serialization.limits import Limits
    from samverkan_core.serialization.load import LoadError, from_plain, loads, read
    from samverkan_core.serialization.profiles import loads_profile
    from samverkan_core.serialization.reports import loads_report
    from samverkan_core.serialization.write import dumps, to_plain
    from samverkan_core.values.time import PartialDate, Period

    __version__: str

__all__ = [
    "PROFILES",
    "RULES",
    "Activity",
    "Actor",
    "Anchoring",
    "Appointment",
    "Body",
    "Checked",
    "ChildRef",
    "Collaboration",
    "ConcernReport",
    "Decision",
    "DelegatedDecision",
    "Evaluation",
    "Finding",
    "FocusArea",
    "Force",
    "Goal",
    "GoodExample",
    "GoverningDocument",
    "Handover",
    "Indicator",
    "IndividualPlan",
    "JointPosition",
    "Limits",
    "LoadError",
    "Mandate",
    "Matter",
    "Meeting",
    "Need",
    "NextStep",
    "Observation",
    "PartialDate",
    "Period",
    "Person",
    "Pillar",
    "Power",
    "Profile",
    "ReadinessMeasurement",
    "Referral",
    "Report",
    "Resource",
    "Role",
    "Routine",
    "Rule",
    "SamverkanError",
    "Scope",
    "Severity",
    "Step",
    "TargetGroup",
    "accept",
    "check",
    "check_json",
    "dumps",
    "explain",
    "from_plain",
    "index",
    "loads",
    "loads_decision",
    "loads_profile",
    "loads_report",
    "may",
    "next_step",
    "powers_of",
    "read",
    "schema",
    "to_plain",
    "verify",
    "who_may",
]

#: Module -> the names that come from it.
_ROOMS = {
    "authority.decide": ("may", "powers_of", "who_may"),
    "authority.proof": ("Decision",),
    "authority.verify": ("verify",),
    "checking": ("Checked", "accept", "check", "explain"),
    "errors": ("SamverkanError",),
    "findings.finding": ("Finding", "Force", "Pillar", "Severity"),
    "findings.report": ("Report",),
    "in_one": ("check_json",),
    "indexing": ("index",),
    "model.activity": ("Activity", "GoodExample"),
    "model.actor": ("Actor",),
    "model.anchoring": ("Anchoring",),
    "model.appointment": ("Appointment",),
    "model.body": ("Body",),
    "model.child": ("ChildRef",),
    "model.collaboration": ("Collaboration",),
    "model.concern_report": ("ConcernReport",),
    "model.delegated_decision": ("DelegatedDecision",),
    "model.document": ("GoverningDocument",),
    "model.evaluation": ("Evaluation",),
    "model.focus_area": ("FocusArea", "TargetGroup"),
    "model.goal": ("Goal",),
    "model.handover": ("Handover",),
    "model.indicator": ("Indicator", "Observation"),
    "model.joint_position": ("JointPosition",),
    "model.mandate": ("Mandate", "Matter", "Power", "Scope"),
    "model.meeting": ("Meeting",),
    "model.person": ("Person",),
    "model.plan": ("IndividualPlan",),
    "model.readiness": ("ReadinessMeasurement",),
    "model.referral": ("Referral",),
    "model.resource": ("Need", "Resource"),
    "model.role": ("Role",),
    "model.routine": ("Routine",),
    "planning": ("NextStep", "next_step"),
    "process.step": ("Step",),
    "rules.catalogue": ("RULES",),
    "rules.profiles": ("PROFILES",),
    "rules.profiles.profile": ("Profile",),
    "rules.rule": ("Rule",),
    "serialization.decisions": ("loads_decision",),
    "serialization.json_schema": ("schema",),
    "serialization.limits": ("Limits",),
    "serialization.load": ("LoadError", "from_plain", "loads", "read"),
    "serialization.profiles": ("loads_profile",),
    "serialization.reports": ("loads_report",),
    "serialization.write": ("dumps", "to_plain"),
    "values.time": ("PartialDate", "Period"),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}


if not TYPE_CHECKING:  # a type checker is to know the names above, and no others

    def __getattr__(name: str) -> object:
        """Fetch a name from its room when it is first asked for."""
        from importlib import import_module, metadata

        if name == "__version__":
            return metadata.version("samverkan_core")
        if name not in _ROOM_OF:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{_ROOM_OF[name]}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """Show the names that are meant to be used."""
    return __all__
