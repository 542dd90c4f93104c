"""Words for lawful worlds: what Swedish municipalities call things, written for this library.

No name here is a person's, and no text is taken from a municipality's own.
"""

from collections.abc import Mapping
from types import MappingProxyType

from samverkan_core.model.actor import ActorKind
from samverkan_core.model.body import BodyKind
from samverkan_core.model.document import DocumentKind
from samverkan_core.model.role import RoleFunction

__all__ = [
    "ACTORS",
    "AREAS",
    "ASSIGNMENTS",
    "BOARDS",
    "BODIES",
    "COLLABORATIONS",
    "COMPETENCES",
    "CONDITIONS",
    "CONTRIBUTIONS",
    "DELIMITATIONS",
    "DOCUMENTS",
    "DUTIES",
    "EVIDENCE",
    "FAMILY_NAMES",
    "FIRST_NAMES",
    "FUNCTIONS",
    "GOALS",
    "GROUPS",
    "MATTERS",
    "METHODS",
    "MUNICIPALITIES",
    "OWN_WORDS",
    "PERSPECTIVES",
    "PROFESSIONS",
    "PUBLICATIONS",
    "PURPOSES",
    "REASONS",
    "RESPONSIBILITIES",
    "ROLES",
    "SEED_ROWS",
    "SKILLS",
    "STANCES",
    "SUMMARIES",
    "SYNONYMS",
    "TITLES",
]

COLLABORATIONS = ("Barn och unga i fokus", "Samverkan för barnets bästa", "Tillsammans på Ängen")

#: Municipalities for days that the table of codes does not speak of.
MUNICIPALITIES = ("Sundbyberg", "Åtvidaberg", "Rättvik", "Lomma", "Östersund", "Mörbylånga")

#: What an actor of each kind is often called.
ACTORS: Mapping[ActorKind, str] = MappingProxyType(
    {
        ActorKind.STATE_AUTHORITY: "Arbetsförmedlingen",
        ActorKind.JOINT_AUTHORITY: "Samordningsförbundet",
        ActorKind.ADMINISTRATION: "Fritidsförvaltningen",
        ActorKind.SOCIAL_SERVICES: "Socialtjänsten",
        ActorKind.PRESCHOOL: "Förskolan Ängen",
        ActorKind.SCHOOL: "Örskolan",
        ActorKind.PUPIL_HEALTH: "Centrala elevhälsan",
        ActorKind.CULTURE_AND_LEISURE: "Kultur och fritid",
        ActorKind.LABOUR_MARKET_UNIT: "Arbetsmarknadsenheten",
        ActorKind.RESOURCE_CENTRE: "Resurscentrum för barn och unga",
        ActorKind.PRIMARY_CARE: "Vårdcentralen Ån",
        ActorKind.CHILD_HEALTH_CENTRE: "BVC Ån",
        ActorKind.MATERNAL_HEALTH_CENTRE: "MVC Ån",
        ActorKind.CHILD_PSYCHIATRY: "BUP",
        ActorKind.POLICE: "Lokalpolisområdet",
        ActorKind.ASSOCIATION: "Barnens förening",
        ActorKind.COMPANY: "Bostads AB Ängsö",
        ActorKind.OTHER: "Församlingen",
    }
)

#: What an actor of each kind knows better than the others; no two kinds the same.
COMPETENCES: Mapping[ActorKind, str] = MappingProxyType(
    {
        ActorKind.STATE_AUTHORITY: "arbetsmarknadspolitiska insatser",
        ActorKind.JOINT_AUTHORITY: "samordnad finansiering",
        ActorKind.ADMINISTRATION: "mötesplatser för unga",
        ActorKind.SOCIAL_SERVICES: "utredning och stöd enligt socialtjänstlagen",
        ActorKind.PRESCHOOL: "små barns lek och lärande",
        ActorKind.SCHOOL: "undervisning och särskilt stöd",
        ActorKind.PUPIL_HEALTH: "förebyggande elevhälsoarbete",
        ActorKind.CULTURE_AND_LEISURE: "ledarskap i ungas fritid",
        ActorKind.LABOUR_MARKET_UNIT: "vägar till arbete",
        ActorKind.RESOURCE_CENTRE: "föräldrastöd i grupp",
        ActorKind.PRIMARY_CARE: "första linjens psykiska hälsa",
        ActorKind.CHILD_HEALTH_CENTRE: "små barns hälsa och utveckling",
        ActorKind.MATERNAL_HEALTH_CENTRE: "graviditet och tidig anknytning",
        ActorKind.CHILD_PSYCHIATRY: "barnpsykiatrisk bedömning",
        ActorKind.POLICE: "brottsförebyggande arbete i närområdet",
        ActorKind.ASSOCIATION: "barns rättigheter i praktiken",
        ActorKind.COMPANY: "boende och grannskap",
        ActorKind.OTHER: "samtal och sorgegrupper",
    }
)

CONTRIBUTIONS = (
    "Vi möter familjerna tidigt och för det vi ser vidare.",
    "Vår del är att hålla ihop stödet runt barnet i vardagen.",
    "Vi bidrar med kunskap som de andra inte har.",
    "Vi ser till att inget barn faller mellan stolarna.",
)
OWN_WORDS = ("familjecentral", "fältgrupp", "ungdomsmottagning", "brukarråd", "löpnummer")
FIRST_NAMES = ("Åsa", "Björn", "Maryam", "Örjan", "Lena", "Émilie", "Yusuf", "Kerstin", "Håkan")
FAMILY_NAMES = ("Ågren", "Öberg", "Lindström", "Haddad", "Nyström", "Ek", "af Klinteberg", "Sjöö")

BOARDS = (
    "Socialnämnden",
    "Barn- och utbildningsnämnden",
    "Kultur- och fritidsnämnden",
    "Arbetsmarknadsnämnden",
)
#: What a body of each kind is often called.
BODIES: Mapping[BodyKind, str] = MappingProxyType(
    {
        BodyKind.COUNCIL: "Kommunfullmäktige",
        BodyKind.EXECUTIVE_BOARD: "Kommunstyrelsen",
        BodyKind.COMMITTEE: "Individutskottet",
        BodyKind.PRESIDIUM: "Socialnämndens presidium",
        BodyKind.DRAFTING_COMMITTEE: "Nämndberedningen för barnfrågor",
        BodyKind.STEERING_GROUP: "Styrgruppen för barn och unga",
        BodyKind.WORKING_GROUP: "Arbetsgruppen",
        BodyKind.CHILDRENS_COUNCIL: "Barnrådet",
        BodyKind.NETWORK: "Nätverket mot våld",
        BodyKind.CHILD_RIGHTS_NETWORK: "Barnrättsnätverket",
        BodyKind.CONSULTATION_TEAM: "Konsultationsteamet",
        BodyKind.COLLABORATION_GROUP: "Samverkansgruppen norr",
        BodyKind.SUPPORT_GROUP: "Stödgruppen",
        BodyKind.KEY_GROUP: "Nyckelgruppen",
        BodyKind.OTHER: "Ungdomarnas referensgrupp",
    }
)
PURPOSES = (
    "Barn och unga som far illa eller riskerar att fara illa får rätt stöd i rätt tid.",
    "Att tidigt upptäcka och möta barns behov innan de växer.",
    "Att barn och föräldrar möter en helhet, vem de än vänder sig till.",
    "Att hålla ihop det gemensamma arbetet och följa upp det.",
)
GOALS = (
    "Fler barn får stöd inom fyra veckor.",
    "Ett hållbart och långsiktigt gemensamt arbete.",
    "Alla elever i årskurs 9 når ett godkänt betyg.",
    "Färre barn växer upp i ekonomisk utsatthet.",
)
METHODS = (
    "Arbetande möten, få fokusområden åt gången och gemensam uppföljning.",
    "Sju pedagogiska steg, med samordnare och arbetsgrupp för varje fråga.",
)
STANCES = (
    "Nyfiket och undersökande; vi gör mer av det som fungerar.",
    "Vi utgår från helheten och från barnets egen berättelse.",
)

#: What a role of each function is often called.
ROLES: Mapping[RoleFunction, str] = MappingProxyType(
    {
        RoleFunction.COLLABORATION_LEADER: "Samverkansledare",
        RoleFunction.PUBLIC_HEALTH_PLANNER: "Folkhälsoplanerare",
        RoleFunction.COORDINATOR: "Samordnare",
        RoleFunction.PROJECT_LEADER: "Projektledare",
        RoleFunction.MAIN_PROJECT_LEADER: "Huvudprojektledare",
        RoleFunction.PROCESS_LEADER: "Processledare",
        RoleFunction.CHAIR: "Ordförande",
        RoleFunction.HEAD: "Förvaltningschef",
        RoleFunction.HEAD_TEACHER: "Rektor",
        RoleFunction.PRESCHOOL_HEAD: "Förskolechef",
        RoleFunction.COUNSELLOR: "Skolkurator",
        RoleFunction.OTHER: "Fältassistent",
    }
)
DUTIES = (
    "leda och följa upp arbetet i fokusområdena",
    "hålla bilden av helheten levande",
    "ordna gemensam fortbildning",
    "följa hälsans utveckling bland unga",
    "planera och leda arbetsmötena",
)
#: What people and actors are good at, and several can be.
SKILLS = (
    "samtal med barn",
    "utredningsmetodik",
    "föräldrastöd",
    "statistik och uppföljning",
    "nätverksarbete",
)
FUNCTIONS = ("ordförande", "sekreterare", "sakkunnig", "ersättare", "processtöd")

GROUPS = (
    "Barn och unga i kommunen",
    "Tonåringar i riskzon",
    "Små barn och deras föräldrar",
    "Unga vuxna utan sysselsättning",
)
SYNONYMS = ("utsatta barn", "barn i behov av särskilt stöd", "barn i riskzonen", "våra unga")
AREAS = (
    "Barnfattigdom",
    "Föräldrastöd",
    "Psykisk ohälsa bland unga",
    "Drogförebyggande arbete",
    "Frånvaro i skolan",
    "Språkutveckling hos små barn",
    "Barn som upplever våld",
)
ASSIGNMENTS = (
    "Föreslå hur stödet blir likvärdigt i hela kommunen.",
    "Pröva ett gemensamt arbetssätt i två områden.",
    "Kartlägga behovet och lämna förslag till styrgruppen.",
)
PROFESSIONS = ("Kurator", "Socialsekreterare", "Fritidsledare", "Barnsköterska")
RESPONSIBILITIES = (
    "Skolan leder, socialtjänsten och fritid medverkar.",
    "Varje aktör svarar för sin del; samordnaren håller ihop.",
    "Arbetsgruppen svarar för förslaget, nämnderna för besluten.",
)
DELIMITATIONS = (
    "Insatser enligt LVU ingår inte.",
    "Arbetet gäller barn under 13 år.",
    "Enskilda ärenden behandlas inte.",
)
EVIDENCE = (
    "Elevenkäten visar att fler mår sämre än för två år sedan.",
    "Anmälningarna har ökat med 12 % på ett år.",
    "Personalen beskriver att stödet kommer för sent.",
    "Nationella undersökningar pekar åt samma håll.",
)
PERSPECTIVES = (
    "Artiklarna 3 och 12 i barnkonventionen har varit utgångspunkt.",
    "Forskningen om skyddande faktorer har vägts in.",
    "Elevrådet och två fokusgrupper har berättat hur de ser på frågan.",
    "Barnen vill ha en vuxen att vända sig till.",
)
REASONS = (
    "Bilden av behovet delades inte av alla.",
    "Två nya parter har kommit med och behöver vara med från grunden.",
    "Försöket visade att frågan var fel ställd.",
)

#: What a document of each kind is often called.
DOCUMENTS: Mapping[DocumentKind, str] = MappingProxyType(
    {
        DocumentKind.COMPREHENSIVE_PLAN: "Översiktsplan",
        DocumentKind.BUDGET: "Mål och budget",
        DocumentKind.POLICY: "Barnrättspolicy",
        DocumentKind.RULES_OF_PROCEDURE: "Reglemente för nämnderna",
        DocumentKind.DELEGATION_ORDER: "Delegationsordning",
        DocumentKind.ORDER_OF_WORK: "Arbetsordning",
        DocumentKind.OPERATIONAL_PLAN: "Verksamhetsplan",
        DocumentKind.ACTION_PLAN: "Gemensam handlingsplan för drogförebyggande arbete",
        DocumentKind.IMPLEMENTATION_PLAN: "Genomförandeplan",
        DocumentKind.AGREEMENT: "Samverkansavtal",
        DocumentKind.JOINT_AGREEMENT: "Överenskommelse om samverkan kring barn och unga",
        DocumentKind.GUIDELINE: "Riktlinje för samverkan",
        DocumentKind.ROUTINE: "Rutin vid oro för barn",
        DocumentKind.OTHER: "Avsiktsförklaring",
    }
)
SUMMARIES = (
    "Samverkan kring barn och unga ska utvecklas.",
    "Planen antas.",
    "Arbetssättet permanentas och ryms inom ordinarie budget.",
    "Rådet inrättas.",
)
MATTERS = ("Bistånd åt barnfamiljer", "Skolskjuts", "Stöd till föreningar", "Yttrande över plan")
CONDITIONS = ("högst två prisbasbelopp", "längst sex månader", "efter samråd med rektor")

#: Rows of the ways of working that a source can point to.
SEED_ROWS = ("SB-23", "SB-37", "SB-46", "SB-73", "AT-11", "RA-16", "LO-01", "KF-13")
#: Provisions, with the act that they stand in.
TITLES = ("Lägesrapport om barns uppväxtvillkor", "Utvärdering av samverkan 2008–2010")
PUBLICATIONS = ("s. 12", "avsnitt 3.2", "bilaga 1")
