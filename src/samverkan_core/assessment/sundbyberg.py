"""The thirteen success factors and the three pitfalls of Fokus barn och unga."""

from typing import Final

from samverkan_core.assessment.factor import Factor, FactorGroup, FactorTexts
from samverkan_core.reference.seeds import seed

__all__ = ["PITFALLS", "SUCCESS_FACTORS"]


def _factor(row: str, group: FactorGroup, sv: FactorTexts, en: FactorTexts, *rules: str) -> Factor:
    return Factor(id=row, group=group, sv=sv, en=en, sources=seed(row), rules=rules)


#: The success factors (framgångsfaktorer), in the order of the text.
SUCCESS_FACTORS: Final = (
    _factor(
        "SB-F01",
        FactorGroup.SUNDBYBERG,
        FactorTexts(
            "Systemteoretisk grund",
            "Har vi beskrivit sammanhanget, det som är runt omkring och de mönster som återkommer, "
            "både för samverkan i stort och för varje fokusområde?",
        ),
        FactorTexts(
            "A ground in systems theory",
            "Have we described the situation, what is around it and the patterns that come back, "
            "for the collaboration as a whole and for each focus area?",
        ),
        "COL202",
    ),
    _factor(
        "SB-F02",
        FactorGroup.SUNDBYBERG,
        FactorTexts(
            "Aktiv ledning",
            "Arbetar cheferna själva med frågorna i styrgruppen, och tar de ställning?",
        ),
        FactorTexts(
            "Active leadership",
            "Do the heads work with the questions themselves in the steering group, and take a "
            "stand?",
        ),
        "BOD001",
        "BOD002",
        "BOD003",
        "END001",
        "MAN010",
        "MET011",
        "POS001",
        "POS003",
        "ROL004",
    ),
    _factor(
        "SB-F03",
        FactorGroup.SUNDBYBERG,
        FactorTexts(
            "Tydligt syfte, gemensamma mål och uppföljning",
            "Vet alla varför vi samverkar och vad vi vill nå, och följer vi upp det?",
        ),
        FactorTexts(
            "A clear purpose, joint goals and follow-up",
            "Does everybody know why we collaborate and what we want to reach, and do we follow it "
            "up?",
        ),
        *("COL005", "FUP001", "FUP003", "GOA001", "GOA005", "IND002", "RDY006"),
    ),
    _factor(
        "SB-F04",
        FactorGroup.SUNDBYBERG,
        FactorTexts(
            "Resultat och aktiviteter berättas för andra",
            "Vilka har fått veta vad vi har gjort och vad det har lett till, och hur nådde vi dem?",
        ),
        FactorTexts(
            "Results and activities are made known",
            "Who has been told what we have done and what came of it, and how did we reach them?",
        ),
        "RDY007",
    ),
    _factor(
        "SB-F05",
        FactorGroup.SUNDBYBERG,
        FactorTexts(
            "Barn och unga är allas målgrupp",
            "Delar flera verksamheter på målen och arbetet för barn och unga, eller gör var och en "
            "sitt?",
        ),
        FactorTexts(
            "Children and young people are everybody's target group",
            "Do several services share the goals and the work for children and young people, or "
            "does each do its own?",
        ),
        *("ACT005", "BOD003", "GOA001"),
    ),
    _factor(
        "SB-F06",
        FactorGroup.SUNDBYBERG,
        FactorTexts(
            "Barnkonventionen som gemensam värdegrund",
            "Märks barnets rättigheter i våra styrande dokument och i det vi gör?",
        ),
        FactorTexts(
            "The convention on the rights of the child as common values",
            "Can the rights of the child be seen in our governing documents and in what we do?",
        ),
        *("BOD008", "FOC008", "GOV005"),
    ),
    _factor(
        "SB-F07",
        FactorGroup.SUNDBYBERG,
        FactorTexts(
            "Kunskap",
            "Lär vi oss tillsammans, med gemensam fortbildning och gemensamma seminarier?",
        ),
        FactorTexts(
            "Knowledge",
            "Do we learn together, in joint training and joint seminars?",
        ),
        *("ACV023", "ACV024", "ACV025"),
    ),
    _factor(
        "SB-F08",
        FactorGroup.SUNDBYBERG,
        FactorTexts(
            "God kommunikation",
            "Vet alla på våra möten varför de är där och vad som händer sedan, och når arbetet ut "
            "till alla nivåer?",
        ),
        FactorTexts(
            "Good communication",
            "Does everybody at our meetings know why they are there and what comes next, and does "
            "the work reach every level?",
        ),
        *("ANC001", "COL203", "MET001", "MET002"),
    ),
    _factor(
        "SB-F09",
        FactorGroup.SUNDBYBERG,
        FactorTexts(
            "Förtroende utan prestige",
            "Litar vi på varandras kunskap, och vågar vi be varandra om hjälp?",
        ),
        FactorTexts(
            "Trust without prestige",
            "Do we trust in what the others know, and dare we ask each other for help?",
        ),
        "RAT003",
    ),
    _factor(
        "SB-F10",
        FactorGroup.SUNDBYBERG,
        FactorTexts(
            "Fokus",
            "Arbetar vi med få områden i taget, och har vart och ett en början och ett slut?",
        ),
        FactorTexts(
            "Focus",
            "Do we work with few areas at a time, each with a beginning and an end?",
        ),
        *("FOC001", "FOC003", "FOC004"),
    ),
    _factor(
        "SB-F11",
        FactorGroup.SUNDBYBERG,
        FactorTexts(
            "Samordnare för fokusområdena",
            "Har varje fokusområde någon som håller ihop det, och har den personen uppdraget?",
        ),
        FactorTexts(
            "Coordinators of the focus areas",
            "Does each focus area have somebody who holds it together, and is assigned to?",
        ),
        *("FOC006", "MAN009"),
    ),
    _factor(
        "SB-F12",
        FactorGroup.SUNDBYBERG,
        FactorTexts(
            "Samverkansledare",
            "Finns det någon som leder samverkan som helhet, med tid och tydliga uppgifter?",
        ),
        FactorTexts(
            "A collaboration leader",
            "Is there somebody who leads the collaboration as a whole, with time and clear duties?",
        ),
        *("ROL001", "ROL003", "ROL005"),
    ),
    _factor(
        "SB-F13",
        FactorGroup.SUNDBYBERG,
        FactorTexts(
            "Förhållningssätt",
            "Är vi nyfikna på vad som fungerar, och gör vi mer av det?",
        ),
        FactorTexts(
            "Stance",
            "Are we curious about what works, and do we do more of it?",
        ),
        "COL002",
    ),
)

#: The pitfalls (fallgropar), in the order of the text.
PITFALLS: Final = (
    _factor(
        "SB-P1",
        FactorGroup.PITFALLS,
        FactorTexts(
            "Arbetet är känt bara av några få",
            "Vilka i våra organisationer har aldrig hört talas om samverkan?",
        ),
        FactorTexts(
            "The work is known by a few only",
            "Who in our organisations has never heard of the collaboration?",
        ),
        "ANC001",
    ),
    _factor(
        "SB-P2",
        FactorGroup.PITFALLS,
        FactorTexts(
            "Ingen överlämning till den som är ny",
            "Vad går förlorat när en chef eller nyckelperson slutar?",
        ),
        FactorTexts(
            "No handover to whoever is new",
            "What is lost when a head or a key person leaves?",
        ),
        *("HAN001", "HAN002", "MAN006", "ROL001", "ROU001"),
    ),
    _factor(
        "SB-P3",
        FactorGroup.PITFALLS,
        FactorTexts(
            "Samverkan blir ett mål i sig",
            "Kan vi säga vad barn och unga får ut av att vi samverkar?",
        ),
        FactorTexts(
            "Collaboration becomes an end in itself",
            "Can we say what children and young people gain by our collaborating?",
        ),
        *("EVA002", "GOA002", "GOA020"),
    ),
)
