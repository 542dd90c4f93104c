"""The ten success factors of early and coordinated interventions, in our own words.

They are told of by two public sites. The book that they come from has not been read for this
library, and none of its wording stands here. No way of scoring them is published.
"""

from typing import Final

from samverkan_core.assessment.factor import Factor, FactorGroup, FactorTexts
from samverkan_core.values.source import Source, SourceKind

__all__ = ["TSI_FACTORS"]

_SOURCES: Final = tuple(
    Source(
        kind=SourceKind.PUBLICATION,
        ref=site,
        title="Tidiga och samordnade insatser (TSI), tio framgångsfaktorer",
    )
    for site in ("kunskapsguiden.se", "skaneskommuner.se")
)


def _factor(number: int, sv: FactorTexts, en: FactorTexts, *rules: str) -> Factor:
    return Factor(
        id=f"TSI-{number:02}", group=FactorGroup.TSI, sv=sv, en=en, sources=_SOURCES, rules=rules
    )


#: The success factors (framgångsfaktorer), in the order of the programme.
TSI_FACTORS: Final = (
    _factor(
        1,
        FactorTexts(
            "Förebyggande arbete kommer först",
            "Lägger vi kraften på att förebygga, eller går den åt till det som redan har hänt?",
        ),
        FactorTexts(
            "Prevention comes first",
            "Do we put our strength into preventing, or does what has already happened take it?",
        ),
        *("ACV020",),
    ),
    _factor(
        2,
        FactorTexts(
            "En kartlagd och gemensam lägesbild",
            "Har vi kartlagt hur barn och unga har det hos oss, och är vi överens om bilden?",
        ),
        FactorTexts(
            "The local picture is mapped and agreed on",
            "Have we mapped how children and young people fare here, and do we agree on the "
            "picture?",
        ),
        *("FOC002", "NEE001", "RES001", "SHP001"),
    ),
    _factor(
        3,
        FactorTexts(
            "Politisk förankring",
            "Har de förtroendevalda gett uppdraget och beslutat om det som ska gälla?",
        ),
        FactorTexts(
            "Anchored in politics",
            "Have the elected given the assignment and decided on what is to hold?",
        ),
        *("ANC001", "BOD006", "COL001", "GOV001", "GOV002"),
    ),
    _factor(
        4,
        FactorTexts(
            "Vi känner till och litar på varandras uppdrag",
            "Kan var och en av oss säga vad de andra får, kan och ska göra?",
        ),
        FactorTexts(
            "We know and trust each other's mandates",
            "Can each of us say what the others may, can and are to do?",
        ),
        *("ACT001", "ACT004", "ACT050", "ACT051", "POS003", "RAT003"),
    ),
    _factor(
        5,
        FactorTexts(
            "Ett förebyggande arbete och inte två",
            "Hänger det förebyggande och det brottsförebyggande arbetet ihop, eller har vi "
            "parallella strukturer?",
        ),
        FactorTexts(
            "One preventive work and not two",
            "Do prevention and the prevention of crime belong together, or do we have parallel "
            "structures?",
        ),
        *("BOD003", "BOD009"),
    ),
    _factor(
        6,
        FactorTexts(
            "Team med flera yrken",
            "Möter barn och familjer ett team där rätt yrken finns med från början?",
        ),
        FactorTexts(
            "Teams of several professions",
            "Do children and families meet a team that has the right professions from the start?",
        ),
        *("BOD010", "BOD014", "FOC009", "SIP011"),
    ),
    _factor(
        7,
        FactorTexts(
            "Barn, unga och vårdnadshavare är med",
            "Vad har barn, unga och vårdnadshavare fått påverka?",
        ),
        FactorTexts(
            "Children, young people and guardians take part",
            "What have children, young people and guardians had a say in?",
        ),
        *("ACV021", "ACV022", "FOC008", "SIP009", "TGT004"),
    ),
    _factor(
        8,
        FactorTexts(
            "Ett steg i taget",
            "Prövar vi i liten skala och följer upp innan vi gör det större?",
        ),
        FactorTexts(
            "One step at a time",
            "Do we try things out on a small scale and follow up before we make them larger?",
        ),
        *("ACV003", "RDY006", "STP001", "STP002"),
    ),
    _factor(
        9,
        FactorTexts(
            "Samma modell i hela länet",
            "Arbetar kommunerna i länet på samma sätt, så att regionen och polisen känner igen "
            "sig?",
        ),
        FactorTexts(
            "The same model in the whole county",
            "Do the municipalities of the county work alike, so that the region and the police "
            "know what they meet?",
        ),
    ),
    _factor(
        10,
        FactorTexts(
            "Resultaten för barnen följs upp",
            "Vet vi om barn och unga får det bättre, och inte bara att vi har gjort något?",
        ),
        FactorTexts(
            "Results for the children are followed",
            "Do we know whether children and young people fare better, and not only that we have "
            "done something?",
        ),
        *("EVA002", "GOA005", "IND002"),
    ),
)
