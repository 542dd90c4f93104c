"""Rättvik 2020: consultation teams by age, with social services, school and the region.

The text names the ages as preschool age, compulsory-school age and "over 16". The last is 17 to 20;
the 20 and the first two bands are this library's reading of words that the text leaves open. So the
age of 16 stands in no band, as in the text.
"""

from samverkan_core.findings.finding import Severity
from samverkan_core.model.actor import ActorKind
from samverkan_core.reference.seeds import seed
from samverkan_core.rules.profiles.profile import Parameters, Profile, Weight
from samverkan_core.values.ages import AgeBand

__all__ = ["RATTVIK"]

#: What the text says must be so: three actors, teams by age, work known on every level, evaluations
#: that lead on, young people who take part, an agreement to build on, a plan for follow-up.
_MUST = ("ACT005", "ACV021", "ANC001", "BOD012", "BOD013", "BOD014", "COL102", "EVA003", "FUP003")

RATTVIK = Profile(
    name="rattvik",
    parameters=Parameters(
        age_bands=(
            AgeBand(from_age=1, to_age=5),
            AgeBand(from_age=6, to_age=15),
            AgeBand(from_age=17, to_age=20),
        ),
        required_actors=(ActorKind.SOCIAL_SERVICES, ActorKind.SCHOOL, ActorKind.REGION),
        follow_up_required=True,
    ),
    weights=(
        *(Weight(code=code, severity=Severity.ERROR) for code in _MUST),
        # The text asks young people themselves, by LUPP.
        Weight(code="IND022", severity=Severity.WARNING),
    ),
    sources=seed("RA-01", "RA-02", "RA-05", "RA-07", "RA-09", "RA-11", "RA-12", "RA-16", "RA-18"),
)
