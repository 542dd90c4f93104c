"""The next step, the next free place, who leaves, what two have in common, moves refused."""

from samverkan_core.planning.areas import advance, close_area, open_area, step_back
from samverkan_core.planning.co_steering import (
    CoSteering,
    InCommon,
    TargetInCommon,
    co_steering,
)
from samverkan_core.planning.leaving import Break, Departure, departures
from samverkan_core.planning.offices import appoint, end_appointment, hand_over
from samverkan_core.planning.outcome import Done, Outcome, Refused
from samverkan_core.planning.slots import Full, Slot, earliest_slot
from samverkan_core.planning.stepping import NextStep, next_step
from samverkan_core.planning.terms import Missing

__all__ = [
    "Break",
    "CoSteering",
    "Departure",
    "Done",
    "Full",
    "InCommon",
    "Missing",
    "NextStep",
    "Outcome",
    "Refused",
    "Slot",
    "TargetInCommon",
    "advance",
    "appoint",
    "close_area",
    "co_steering",
    "departures",
    "earliest_slot",
    "end_appointment",
    "hand_over",
    "next_step",
    "open_area",
    "step_back",
]
