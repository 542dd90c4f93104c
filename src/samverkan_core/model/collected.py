"""What the collections of a collaboration are called, wherever people read of them."""

from samverkan_core.values.labels import Labelled

__all__ = ["Collected"]


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
    PROCESS_AREAS = ("process_areas", "processområden", "process areas")
    SHARED_PICTURES = ("shared_pictures", "gemensamma bilder", "common pictures")
    SELF_RATINGS = ("self_ratings", "självskattningar", "self-ratings")
    TERMS = ("terms", "gemensamma begrepp", "joint terms")
    FOLLOW_UPS = ("follow_ups", "uppföljningar", "follow-ups")
