"""The thirteen success factors and the three pitfalls of Fokus barn och unga."""

from typing import Final

from samverkan_core.assessment.factor import Factor, FactorGroup, FactorTexts
from samverkan_core.reference.seeds import seed

__all__ = ["PITFALLS", "SUCCESS_FACTORS"]

#: The success factors (framgångsfaktorer), in the order of the text.
SUCCESS_FACTORS: Final = (
    Factor(
        id="SB-F01",
        group=FactorGroup.SUNDBYBERG,
        sv=FactorTexts(
            "Systemteoretisk grund",
            "Har vi beskrivit sammanhanget, det som är runt omkring och de mönster som återkommer, "
            "både för samverkan i stort och för varje fokusområde?",
        ),
        en=FactorTexts(
            "A ground in systems theory",
            "Have we described the situation, what is around it and the patterns that come back, "
            "for the collaboration as a whole and for each focus area?",
        ),
        sources=seed("SB-F01"),
        rules=("COL202",),
    ),
    Factor(
        id="SB-F02",
        group=FactorGroup.SUNDBYBERG,
        sv=FactorTexts(
            "Aktiv ledning",
            "Arbetar cheferna själva med frågorna i styrgruppen, och tar de ställning?",
        ),
        en=FactorTexts(
            "Active leadership",
            "Do the heads work with the questions themselves in the steering group, and take a "
            "stand?",
        ),
        sources=seed("SB-F02"),
        rules=(
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
    ),
    Factor(
        id="SB-F03",
        group=FactorGroup.SUNDBYBERG,
        sv=FactorTexts(
            "Tydligt syfte, gemensamma mål och uppföljning",
            "Vet alla varför vi samverkar och vad vi vill nå, och följer vi upp det?",
        ),
        en=FactorTexts(
            "A clear purpose, joint goals and follow-up",
            "Does everybody know why we collaborate and what we want to reach, and do we follow it "
            "up?",
        ),
        sources=seed("SB-F03"),
        rules=("COL005", "FUP001", "FUP003", "GOA001", "GOA005", "IND002", "RDY006"),
    ),
    Factor(
        id="SB-F04",
        group=FactorGroup.SUNDBYBERG,
        sv=FactorTexts(
            "Resultat och aktiviteter berättas för andra",
            "Vilka har fått veta vad vi har gjort och vad det har lett till, och hur nådde vi dem?",
        ),
        en=FactorTexts(
            "Results and activities are made known",
            "Who has been told what we have done and what came of it, and how did we reach them?",
        ),
        sources=seed("SB-F04"),
        rules=("RDY007",),
    ),
    Factor(
        id="SB-F05",
        group=FactorGroup.SUNDBYBERG,
        sv=FactorTexts(
            "Barn och unga är allas målgrupp",
            "Delar flera verksamheter på målen och arbetet för barn och unga, eller gör var och en "
            "sitt?",
        ),
        en=FactorTexts(
            "Children and young people are everybody's target group",
            "Do several services share the goals and the work for children and young people, or "
            "does each do its own?",
        ),
        sources=seed("SB-F05"),
        rules=("ACT005", "BOD003", "GOA001"),
    ),
    Factor(
        id="SB-F06",
        group=FactorGroup.SUNDBYBERG,
        sv=FactorTexts(
            "Barnkonventionen som gemensam värdegrund",
            "Märks barnets rättigheter i våra styrande dokument och i det vi gör?",
        ),
        en=FactorTexts(
            "The convention on the rights of the child as common values",
            "Can the rights of the child be seen in our governing documents and in what we do?",
        ),
        sources=seed("SB-F06"),
        rules=("BOD008", "FOC008", "GOV005"),
    ),
    Factor(
        id="SB-F07",
        group=FactorGroup.SUNDBYBERG,
        sv=FactorTexts(
            "Kunskap",
            "Lär vi oss tillsammans, med gemensam fortbildning och gemensamma seminarier?",
        ),
        en=FactorTexts(
            "Knowledge",
            "Do we learn together, in joint training and joint seminars?",
        ),
        sources=seed("SB-F07"),
        rules=("ACV023", "ACV024", "ACV025"),
    ),
    Factor(
        id="SB-F08",
        group=FactorGroup.SUNDBYBERG,
        sv=FactorTexts(
            "God kommunikation",
            "Vet alla på våra möten varför de är där och vad som händer sedan, och når arbetet ut "
            "till alla nivåer?",
        ),
        en=FactorTexts(
            "Good communication",
            "Does everybody at our meetings know why they are there and what comes next, and does "
            "the work reach every level?",
        ),
        sources=seed("SB-F08"),
        rules=("ANC001", "COL203", "MET001", "MET002"),
    ),
    Factor(
        id="SB-F09",
        group=FactorGroup.SUNDBYBERG,
        sv=FactorTexts(
            "Förtroende utan prestige",
            "Litar vi på varandras kunskap, och vågar vi be varandra om hjälp?",
        ),
        en=FactorTexts(
            "Trust without prestige",
            "Do we trust in what the others know, and dare we ask each other for help?",
        ),
        sources=seed("SB-F09"),
        rules=("RAT003",),
    ),
    Factor(
        id="SB-F10",
        group=FactorGroup.SUNDBYBERG,
        sv=FactorTexts(
            "Fokus",
            "Arbetar vi med få områden i taget, och har vart och ett en början och ett slut?",
        ),
        en=FactorTexts(
            "Focus",
            "Do we work with few areas at a time, each with a beginning and an end?",
        ),
        sources=seed("SB-F10"),
        rules=("FOC001", "FOC003", "FOC004"),
    ),
    Factor(
        id="SB-F11",
        group=FactorGroup.SUNDBYBERG,
        sv=FactorTexts(
            "Samordnare för fokusområdena",
            "Har varje fokusområde någon som håller ihop det, och har den personen uppdraget?",
        ),
        en=FactorTexts(
            "Coordinators of the focus areas",
            "Does each focus area have somebody who holds it together, and is assigned to?",
        ),
        sources=seed("SB-F11"),
        rules=("FOC006", "MAN009"),
    ),
    Factor(
        id="SB-F12",
        group=FactorGroup.SUNDBYBERG,
        sv=FactorTexts(
            "Samverkansledare",
            "Finns det någon som leder samverkan som helhet, med tid och tydliga uppgifter?",
        ),
        en=FactorTexts(
            "A collaboration leader",
            "Is there somebody who leads the collaboration as a whole, with time and clear duties?",
        ),
        sources=seed("SB-F12"),
        rules=("ROL001", "ROL003", "ROL005"),
    ),
    Factor(
        id="SB-F13",
        group=FactorGroup.SUNDBYBERG,
        sv=FactorTexts(
            "Förhållningssätt",
            "Är vi nyfikna på vad som fungerar, och gör vi mer av det?",
        ),
        en=FactorTexts(
            "Stance",
            "Are we curious about what works, and do we do more of it?",
        ),
        sources=seed("SB-F13"),
        rules=("COL002",),
    ),
)

#: The pitfalls (fallgropar), in the order of the text.
PITFALLS: Final = (
    Factor(
        id="SB-P1",
        group=FactorGroup.PITFALLS,
        sv=FactorTexts(
            "Arbetet är känt bara av några få",
            "Vilka i våra organisationer har aldrig hört talas om samverkan?",
        ),
        en=FactorTexts(
            "The work is known by a few only",
            "Who in our organisations has never heard of the collaboration?",
        ),
        sources=seed("SB-P1"),
        rules=("ANC001",),
    ),
    Factor(
        id="SB-P2",
        group=FactorGroup.PITFALLS,
        sv=FactorTexts(
            "Ingen överlämning till den som är ny",
            "Vad går förlorat när en chef eller nyckelperson slutar?",
        ),
        en=FactorTexts(
            "No handover to whoever is new",
            "What is lost when a head or a key person leaves?",
        ),
        sources=seed("SB-P2"),
        rules=("HAN001", "HAN002", "MAN006", "ROL001", "ROU001"),
    ),
    Factor(
        id="SB-P3",
        group=FactorGroup.PITFALLS,
        sv=FactorTexts(
            "Samverkan blir ett mål i sig",
            "Kan vi säga vad barn och unga får ut av att vi samverkar?",
        ),
        en=FactorTexts(
            "Collaboration becomes an end in itself",
            "Can we say what children and young people gain by our collaborating?",
        ),
        sources=seed("SB-P3"),
        rules=("EVA002", "GOA002", "GOA020"),
    ),
)
