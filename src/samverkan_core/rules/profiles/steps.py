"""What each step may ask for: a proposal, for a municipality that wants steps to have conditions.

No profile that ships turns it on. The seven steps are described nowhere one by one (row SB-73), so
what each asks for is this library's own reading of what the text says elsewhere of focus areas.
"""

from samverkan_core.process.step import Step
from samverkan_core.rules.profiles.profile import StepRequirement

__all__ = ["PROPOSED_REQUIREMENTS"]

#: What must hold before each step, as far as rules say it; for the profile of one's own.
PROPOSED_REQUIREMENTS: tuple[StepRequirement, ...] = (
    # Begun with a question that was chosen on grounds and has somebody to lead it.
    StepRequirement(step=Step.INITIATE, codes=("FOC002", "FOC006")),
    # The first step has given the question its frame: time, group and charter (SB-43, SB-48).
    StepRequirement(step=Step.GROUND, codes=("FOC002", "FOC003", "FOC005", "FOC006", "FOC007")),
    # The second has given the shared understanding, the children's perspectives in it (SB-53).
    StepRequirement(step=Step.BUILD, codes=("FOC008",)),
    # What is tried is tried by people who were appointed for it (SB-51).
    StepRequirement(step=Step.TRY_OUT, codes=("FOC009",)),
)
