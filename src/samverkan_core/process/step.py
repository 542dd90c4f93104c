"""The seven pedagogical steps (sju pedagogiska steg) and the moves between them.

Everything that speaks of the order of the steps reads `TRANSITIONS`: rules, diagrams, the
documentation and the strategies that draw lawful journeys. This module does not know who works
with what.

The names are those printed in Sundbyberg's text on Fokus barn och unga (row SB-73). The text does
not describe the steps one by one and does not say where they come from; that one may go back, with
a reason, rests on its words about trust in the process (row SB-79).
"""

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from samverkan_core.values.answers import answers
from samverkan_core.values.checked import checked
from samverkan_core.values.kept import NOTHING, JsonObject
from samverkan_core.values.labels import Labelled
from samverkan_core.values.time import PartialDate

__all__ = ["TRANSITIONS", "JourneyEntry", "Move", "Step", "move", "step_after"]


@answers("SB-73")
class Step(Labelled):
    """One of the seven pedagogical steps that a focus area goes through."""

    INITIATE = (
        "initiate",
        "Initiera frågeställningen och processen",
        "Initiate the question and the process",
    )
    GROUND = (
        "ground",
        "Grunda förståelsen och aktivera frågeställningen",
        "Ground the understanding and activate the question",
    )
    BUILD = ("build", "Bygg och skapa nytt", "Build and create something new")
    TRY_OUT = ("try_out", "Pröva, prioritera, välja", "Try, prioritise, choose")
    HOLD_ON = ("hold_on", "Hålla fast, fördjupa, vara", "Hold on, deepen, stay with it")
    INTEGRATE = (
        "integrate",
        "Sammanfatta resultat, integrera med vardagen",
        "Summarise results, integrate into everyday work",
    )
    # Printed without a comma after the first word.
    CONCLUDE = ("conclude", "Utvärdera avsluta, fira", "Evaluate, close, celebrate")

    @property
    def number(self) -> int:
        """Which step it is, from 1 to 7."""
        return tuple(Step).index(self) + 1


@answers(BACK="SB-79")
class Move(Labelled):
    """What it means to go from one step to another."""

    FORWARD = ("forward", "framåt", "forward")
    BACK = ("back", "återgång", "back")
    STAY = ("stay", "kvar", "stay")
    SKIP = ("skip", "hopp över steg", "skip")


#: From each step: the steps that may come next. One step on; or back, with a reason.
TRANSITIONS: Mapping[Step, frozenset[Step]] = MappingProxyType(
    {step: frozenset(tuple(Step)[: step.number + 1]) - {step} for step in Step}
)


def move(before: Step, after: Step) -> Move:
    """Say what kind of move it is from one step to another.

    >>> move(Step.BUILD, Step.GROUND)
    <Move.BACK: 'back'>
    """
    if before is after:
        return Move.STAY
    if after not in TRANSITIONS[before]:
        return Move.SKIP
    return Move.FORWARD if after.number > before.number else Move.BACK


def step_after(step: Step | None) -> Step | None:
    """Give the step that leads on from another: the first where none is taken, none after the last.

    >>> step_after(Step.TRY_OUT)
    <Step.HOLD_ON: 'hold_on'>
    """
    if step is None:
        return next(iter(Step))
    ahead = (after for after in TRANSITIONS[step] if move(step, after) is Move.FORWARD)
    return next(ahead, None)


@attrs.frozen(kw_only=True, field_transformer=checked)
class JourneyEntry:
    """One step taken on the way of a focus area or of the collaboration: which, when, why back."""

    #: The step that the work goes into.
    step: Step
    #: The day on which it does.
    day: PartialDate
    #: Why the work goes back to an earlier step.
    reason: str | None = attrs.field(default=None, repr=False)
    #: Members that this version does not know.
    kept: JsonObject = attrs.field(default=NOTHING, repr=False)
