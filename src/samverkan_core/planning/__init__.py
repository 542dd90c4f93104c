"""What comes next: the next step, the next free place, who leaves, and moves that are refused."""

from samverkan_core.planning.areas import advance, close_area, open_area, step_back
from samverkan_core.planning.leaving import Break, Departure, departures
from samverkan_core.planning.offices import appoint, end_appointment, hand_over
from samverkan_core.planning.outcome import Done, Outcome, Refused
from samverkan_core.planning.slots import Full, Slot, earliest_slot
from samverkan_core.planning.stepping import NextStep, next_step
from samverkan_core.planning.terms import Missing

__all__ = [
    "Break",
    "Departure",
    "Done",
    "Full",
    "Missing",
    "NextStep",
    "Outcome",
    "Refused",
    "Slot",
    "advance",
    "appoint",
    "close_area",
    "departures",
    "earliest_slot",
    "end_appointment",
    "hand_over",
    "next_step",
    "open_area",
    "step_back",
]
