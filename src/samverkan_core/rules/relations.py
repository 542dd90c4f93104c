"""What collections and references are called in findings: words for what a document points with."""

from samverkan_core.values.labels import Labelled

__all__ = ["Chain", "Collected", "Relation"]


class Collected(Labelled):
    """The collections of a collaboration, by the words that a person has for what they hold."""

    ACTORS = ("actors", "aktörer", "actors")
    PERSONS = ("persons", "personer", "persons")
    ROLES = ("roles", "roller", "roles")
    APPOINTMENTS = ("appointments", "förordnanden", "appointments")
    BODIES = ("bodies", "organ", "bodies")
    MATTERS = ("matters", "ärenden", "matters")
    MANDATES = ("mandates", "uppdrag och delegationer", "mandates")
    DELEGATED_DECISIONS = ("delegated_decisions", "delegationsbeslut", "delegated decisions")
    DOCUMENTS = ("documents", "styrande dokument", "governing documents")
    TARGET_GROUPS = ("target_groups", "målgrupper", "target groups")
    FOCUS_AREAS = ("focus_areas", "fokusområden", "focus areas")
    ACTIVITIES = ("activities", "aktiviteter", "activities")
    GOOD_EXAMPLES = ("good_examples", "goda exempel", "good examples")
    ANCHORINGS = ("anchorings", "förankringar", "anchorings")
    RESOURCES = ("resources", "befintliga resurser", "existing resources")
    NEEDS = ("needs", "behov", "needs")
    ROUTINES = ("routines", "rutiner", "routines")
    GOALS = ("goals", "mål", "goals")
    INDICATORS = ("indicators", "indikatorer", "indicators")
    OBSERVATIONS = ("observations", "observationer", "observations")
    EVALUATIONS = ("evaluations", "utvärderingar", "evaluations")
    READINESS_MEASUREMENTS = (
        "readiness_measurements",
        "mätningar av förändringsbenägenhet",
        "measurements of readiness",
    )
    MEETINGS = ("meetings", "möten", "meetings")
    JOINT_POSITIONS = ("joint_positions", "gemensamma ställningstaganden", "joint positions")
    REFERRALS = ("referrals", "remisser", "referrals")
    CHILDREN = ("children", "barn", "children")
    PLANS = ("plans", "planer", "plans")
    CONCERN_REPORTS = ("concern_reports", "orosanmälningar", "reports of concern")
    HANDOVERS = ("handovers", "överlämningar", "handovers")
    SHARED_PICTURES = ("shared_pictures", "gemensamma bilder", "common pictures")
    SELF_RATINGS = ("self_ratings", "självskattningar", "self-ratings")
    TERMS = ("terms", "gemensamma begrepp", "joint terms")


class Relation(Labelled):
    """What a reference says that the other thing is, member by member."""

    PRINCIPALS = ("principals", "huvudman", "principal")
    PRINCIPAL = ("principal", "huvudman", "principal")
    PART_OF = ("part_of", "överordnad", "larger unit")
    SUCCEEDS = ("succeeds", "föregångare", "predecessor")
    WORKPLACE = ("workplace", "arbetsplats", "workplace")
    ACTOR = ("actor", "hemvist", "home organisation")
    PERSON = ("person", "innehavare", "holder")
    OFFICE = ("office", "befattning", "office")
    ON_BEHALF_OF = ("on_behalf_of", "företrädd aktör", "actor represented")
    APPOINTED_BY = ("appointed_by", "organ som utser", "appointing body")
    STANDING_IN_FOR = ("standing_in_for", "ordinarie förordnande", "ordinary appointment")
    ROLE = ("role", "roll", "role")
    BODY = ("body", "beslutande organ", "deciding body")
    CONCERNS = ("concerns", "berörd nämnd", "board concerned")
    PARTIES = ("parties", "part", "party")
    DERIVES_FROM = ("derives_from", "bakomliggande dokument", "underlying document")
    TARGET_GROUP = ("target_group", "målgrupp", "target group")
    COORDINATORS = ("coordinators", "samordnare", "coordinator")
    WORKING_GROUP = ("working_group", "arbetsgrupp", "working group")
    FOCUS_AREAS = ("focus_areas", "fokusområde", "focus area")
    BODIES = ("bodies", "organ", "body")
    ACTORS = ("actors", "aktör", "actor")
    MATTERS = ("matters", "ärende", "matter")
    GRANTED_BY = ("granted_by", "uppdragsgivare", "grantor")
    GRANTED_TO = ("granted_to", "mottagare av uppdraget", "holder")
    SUBSTITUTES = ("substitutes", "ersättare", "substitute")
    DOCUMENT = ("document", "styrande dokument", "governing document")
    PARENT = ("parent", "bakomliggande uppdrag", "parent mandate")
    DISQUALIFIED = ("disqualified", "jävig", "disqualified person")
    OWNERS = ("owners", "ägare till målet", "owner of the goal")
    SUPERIOR_GOAL = ("superior_goal", "överordnat mål", "superior goal")
    NEEDS = ("needs", "behov", "need")
    UNIT = ("unit", "enhet", "unit")
    PLAN = ("plan", "plan", "plan")
    CHECKED_BY = ("checked_by", "den som kvalitetssäkrar", "the one who assures quality")
    ADMINISTRATION = ("administration", "förvaltning", "administration")
    INDICATORS = ("indicators", "indikator", "indicator")
    INDICATOR = ("indicator", "indikator", "indicator")
    OWNER = ("owner", "ansvarig", "the one responsible")
    COMMISSIONER = ("commissioner", "beställare", "commissioner")
    EVALUATOR = ("evaluator", "utvärderare", "evaluator")
    GOALS = ("goals", "mål", "goal")
    DELEGATE = ("delegate", "delegat", "delegate")
    MATTER = ("matter", "ärende", "matter")
    MANDATE = ("mandate", "åberopad delegation", "mandate cited")
    MEETING = ("meeting", "sammanträde", "meeting")
    CHILD = ("child", "barn", "child")
    WHO = ("who", "deltagare", "participant")
    PLANNED_BY = ("planned_by", "den som planerar", "planner")
    LED_BY = ("led_by", "den som leder", "leader")
    MEMBER = ("member", "ledamot", "member")
    DOCUMENTS = ("documents", "styrande dokument", "governing document")
    SENT_BY = ("sent_by", "avsändare", "sender")
    SENT_TO = ("sent_to", "remissinstans", "body asked")
    GIVEN_BY = ("given_by", "organ som yttrar sig", "body that answers")
    OVERALL_PRINCIPAL = (
        "overall_principal",
        "huvudman med det övergripande ansvaret",
        "principal with the overall responsibility",
    )
    INITIATOR = ("initiator", "initiativtagare", "initiator")
    CHAIR = ("chair", "mötesledare", "chair")
    LEAD = ("lead", "huvudansvarig för planen", "lead of the plan")
    REPORTER = ("reporter", "anmälare", "reporter")
    FOCUS_AREA = ("focus_area", "fokusområde", "focus area")
    MEASURED = ("measured", "organisation som mäts", "organisation measured")
    SCORER = ("scorer", "bedömare", "scorer")
    SCORERS = ("scorers", "bedömare", "scorer")
    RESPONSIBLE = ("responsible", "ansvarig", "the one responsible")
    ACTIVITY = ("activity", "aktivitet", "activity")
    ACTIVITIES = ("activities", "aktivitet", "activity")
    EVALUATIONS = ("evaluations", "utvärdering", "evaluation")
    MEETS = ("meets", "behov som möts", "need that is met")
    UNITS = ("units", "enhet", "unit")
    FROM_PERSON = ("from_person", "avgående innehavare", "departing holder")
    TO_PERSON = ("to_person", "tillträdande innehavare", "incoming holder")
    SIGNED_BY = ("signed_by", "undertecknare", "signatory")
    ACKNOWLEDGED_BY = ("acknowledged_by", "aktör som delar bilden", "actor that shares the picture")
    BY = ("by", "aktör som skattar", "actor that rates")
    OF = ("of", "aktör som skattas", "actor that is rated")


class Chain(Labelled):
    """What one comes to by following a member from thing to thing of one kind."""

    PART_OF = ("part_of", "överordnade", "larger units")
    PRINCIPAL = ("principal", "huvudmän", "principals")
    SUCCEEDS = ("succeeds", "föregångare", "predecessors")
    DERIVES_FROM = ("derives_from", "bakomliggande dokument", "underlying documents")
    PARENT = ("parent", "bakomliggande uppdrag", "parent mandates")
    STANDING_IN_FOR = ("standing_in_for", "ordinarie förordnanden", "ordinary appointments")
    SUPERIOR_GOAL = ("superior_goal", "överordnade mål", "superior goals")
