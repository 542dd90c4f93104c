"""The catalogue: every rule of this version, written out, in order of code."""

from samverkan_core.rules.acquaintance import (
    not_introduced,
    profession_unknown,
    responsibility_of_some,
)
from samverkan_core.rules.activities import (
    activity_unclear,
    extended_untested,
    inventory_missing,
    time_not_every_year,
)
from samverkan_core.rules.actors import (
    competence_missing,
    contribution_missing,
    identifier_wrong,
    same_competences,
)
from samverkan_core.rules.ages import (
    ages_missing,
    ages_outside,
    ages_uncovered,
    other_target_ages,
)
from samverkan_core.rules.backing import agreement_unclear, endorsement_missing, within_the_term
from samverkan_core.rules.bodies import (
    category_missing,
    council_decision_missing,
    home_missing,
    lead_not_shared,
    network_of_one_actor,
)
from samverkan_core.rules.children import child_not_needed
from samverkan_core.rules.circulars import circular_unclear
from samverkan_core.rules.citations import law_gone
from samverkan_core.rules.collaboration import (
    assignment_missing,
    permanent_without_decision,
    project_outlived,
    purpose_missing,
    way_of_working_incomplete,
)
from samverkan_core.rules.commitments import commitment_incomplete, commitments_counteract
from samverkan_core.rules.concern_reports import (
    feedback_late,
    inquiry_overdue,
    preliminary_assessment_overdue,
    protection_not_assessed,
    report_kept_too_long,
)
from samverkan_core.rules.consents import (
    consent_is_general,
    consent_not_enough,
    consent_withdrawn,
)
from samverkan_core.rules.consultation_teams import ages_of_two_teams, band_without_team
from samverkan_core.rules.contradictions import contradictory
from samverkan_core.rules.council_items import child_in_council, level_or_rights_missing
from samverkan_core.rules.council_members import competence_not_stated
from samverkan_core.rules.delegated_decisions import (
    cites_another,
    known_before_taken,
    without_support,
)
from samverkan_core.rules.delegation import delegated_too_far, reserved_by_law, wrong_delegate
from samverkan_core.rules.evaluations import (
    children_not_asked_about,
    evaluator_not_independent,
    finding_without_owner,
)
from samverkan_core.rules.focus_areas import (
    coordinator_missing,
    grounds_missing,
    overdue,
    time_box_missing,
)
from samverkan_core.rules.focus_charter import charter_incomplete, perspectives_incomplete
from samverkan_core.rules.focus_limit import too_many_open
from samverkan_core.rules.follow_ups import (
    council_does_not_follow_up,
    follow_up_not_planned,
    model_missing,
    not_requested,
    report_missing,
)
from samverkan_core.rules.goal_steps import quality_not_checked, single_milestone
from samverkan_core.rules.goals import (
    about_collaboration,
    goal_without_indicator,
    long_without_short,
    none_for_children,
    none_joint,
    not_anchored,
)
from samverkan_core.rules.golden_thread import convention_left_out, thread_broken
from samverkan_core.rules.governing import actor_without_agreement, plan_not_carried_out, undecided
from samverkan_core.rules.handovers import handover_incomplete, handover_missing
from samverkan_core.rules.indicator_topics import (
    coherence_not_followed,
    drug_habits_not_followed,
    young_not_asked,
)
from samverkan_core.rules.indicators import (
    other_version,
    unit_missing,
    value_overdue,
    value_unexplained,
)
from samverkan_core.rules.joint_positions import member_test_incomplete, no_unresolved, not_decided
from samverkan_core.rules.mandates import (
    bound_to_person,
    giver_ended,
    held_by_nobody,
    wider_than_parent,
)
from samverkan_core.rules.meeting_times import meeting_backwards, published_too_early
from samverkan_core.rules.meetings import (
    agenda_missing,
    attendance_low,
    context_incomplete,
    next_step_incomplete,
    work_outside_meetings,
    work_session_missing,
)
from samverkan_core.rules.meetings_over_time import (
    all_work_delegated,
    no_plan_forward,
    without_politicians,
)
from samverkan_core.rules.needs import goal_without_need, level_not_anchored, need_unmet
from samverkan_core.rules.own_journey import own_journey_broken
from samverkan_core.rules.plan_course import (
    competence_not_there,
    family_left_out,
    no_follow_up_ahead,
    plan_kept_too_long,
)
from samverkan_core.rules.plans import legal_items_missing, needs_of_one_service, without_consent
from samverkan_core.rules.portfolio import (
    individual_planned_by_group,
    level_missing,
    only_new_forums,
    young_not_heard,
)
from samverkan_core.rules.powers import area_without_leader, steering_without_assignment
from samverkan_core.rules.process_areas import process_area_of_one
from samverkan_core.rules.readiness import (
    feedback_missing,
    progress_not_shown,
    too_few_interviews,
    too_few_scorers,
)
from samverkan_core.rules.readiness_scores import (
    not_one_agreed_score,
    score_between_steps,
    score_off_scale,
)
from samverkan_core.rules.references import (
    dangling,
    id_used_twice,
    of_another_kind,
    ring,
    set_aside,
)
from samverkan_core.rules.referrals import answer_overdue, opinion_not_weighed, referral_missing
from samverkan_core.rules.reported_decisions import not_at_next_meeting, not_made_known
from samverkan_core.rules.required import (
    required_actor_missing,
    required_body_missing,
    required_function_missing,
)
from samverkan_core.rules.roles import (
    duties_missing,
    level_without_role,
    project_leader_missing,
    vacant,
)
from samverkan_core.rules.routines import (
    routine_bound_to_person,
    routine_incomplete,
    unit_without_routine,
)
from samverkan_core.rules.rule import Rule
from samverkan_core.rules.shared_view import (
    picture_not_acknowledged,
    rated_once,
    rating_off_scale,
    term_of_one_actor,
    trust_not_rated,
)
from samverkan_core.rules.standing import council_time_limited, duty_not_shown
from samverkan_core.rules.steering import (
    not_one_steering_group,
    not_represented,
    seat_below_or_above,
    steering_goal_missing,
    steering_purpose_missing,
)
from samverkan_core.rules.steps import (
    back_without_reason,
    begins_elsewhere,
    days_out_of_order,
    journey_missing,
    move_not_allowed,
    step_after_close,
)
from samverkan_core.rules.target_groups import conditions_missing, no_target_group, parents_left_out
from samverkan_core.rules.text import own_word_missing, personal_number_written
from samverkan_core.rules.time import age_band_backwards, first_day_missing, time_backwards
from samverkan_core.rules.trainings import (
    none_joint_training,
    one_arena,
    themes_missing,
    work_before_training,
)
from samverkan_core.rules.whole_view import (
    analysis_incomplete,
    context_of_meetings_only,
    driver_not_followed,
)
from samverkan_core.rules.working_groups import (
    seat_not_appointed,
    working_group_missing,
    working_group_shared,
)
from samverkan_core.rules.working_meetings import not_by_coordinator

__all__ = ["RULES", "VERSION"]

#: The version of the catalogue; it goes up with every rule that comes, goes or changes its verdict.
VERSION = "4"

#: Every rule over a collaboration.
RULES: tuple[Rule, ...] = (
    competence_missing,  # ACT001
    same_competences,  # ACT002
    identifier_wrong,  # ACT003
    contribution_missing,  # ACT004
    required_actor_missing,  # ACT005
    not_introduced,  # ACT050
    profession_unknown,  # ACT051
    responsibility_of_some,  # ACT052
    activity_unclear,  # ACV001
    time_not_every_year,  # ACV002
    extended_untested,  # ACV003
    level_missing,  # ACV020
    young_not_heard,  # ACV021
    only_new_forums,  # ACV022
    none_joint_training,  # ACV023
    one_arena,  # ACV024
    themes_missing,  # ACV025
    individual_planned_by_group,  # ACV026
    age_band_backwards,  # AGE001
    level_not_anchored,  # ANC001
    not_one_steering_group,  # BOD001
    seat_below_or_above,  # BOD002
    not_represented,  # BOD003
    steering_purpose_missing,  # BOD004
    steering_goal_missing,  # BOD005
    council_decision_missing,  # BOD006
    category_missing,  # BOD007
    network_of_one_actor,  # BOD008
    home_missing,  # BOD009
    lead_not_shared,  # BOD010
    ages_outside,  # BOD011
    ages_uncovered,  # BOD012
    ages_of_two_teams,  # BOD013
    band_without_team,  # BOD014
    required_body_missing,  # BOD015
    council_time_limited,  # BOD016
    work_before_training,  # BOD020
    competence_not_stated,  # BOD050
    child_not_needed,  # CHI001
    assignment_missing,  # COL001
    way_of_working_incomplete,  # COL002
    permanent_without_decision,  # COL003
    project_outlived,  # COL004
    purpose_missing,  # COL005
    within_the_term,  # COL101
    agreement_unclear,  # COL102
    driver_not_followed,  # COL201
    analysis_incomplete,  # COL202
    context_of_meetings_only,  # COL203
    protection_not_assessed,  # CON001
    preliminary_assessment_overdue,  # CON002
    inquiry_overdue,  # CON003
    feedback_late,  # CON004
    report_kept_too_long,  # CON005
    without_support,  # DGD001
    cites_another,  # DGD002
    not_at_next_meeting,  # DGD003
    not_made_known,  # DGD004
    known_before_taken,  # DGD005
    circular_unclear,  # DOC050
    endorsement_missing,  # END001
    evaluator_not_independent,  # EVA001
    children_not_asked_about,  # EVA002
    finding_without_owner,  # EVA003
    too_many_open,  # FOC001
    grounds_missing,  # FOC002
    time_box_missing,  # FOC003
    overdue,  # FOC004
    working_group_missing,  # FOC005
    coordinator_missing,  # FOC006
    charter_incomplete,  # FOC007
    perspectives_incomplete,  # FOC008
    seat_not_appointed,  # FOC009
    working_group_shared,  # FOC010
    not_requested,  # FUP001
    model_missing,  # FUP002
    follow_up_not_planned,  # FUP003
    council_does_not_follow_up,  # FUP004
    report_missing,  # FUP005
    none_joint,  # GOA001
    about_collaboration,  # GOA002
    long_without_short,  # GOA003
    not_anchored,  # GOA004
    goal_without_indicator,  # GOA005
    single_milestone,  # GOA006
    quality_not_checked,  # GOA007
    none_for_children,  # GOA020
    goal_without_need,  # GOA021
    undecided,  # GOV001
    plan_not_carried_out,  # GOV002
    actor_without_agreement,  # GOV003
    thread_broken,  # GOV004
    convention_left_out,  # GOV005
    handover_missing,  # HAN001
    handover_incomplete,  # HAN002
    unit_missing,  # IND001
    value_overdue,  # IND002
    drug_habits_not_followed,  # IND020
    coherence_not_followed,  # IND021
    young_not_asked,  # IND022
    own_word_missing,  # KND001
    law_gone,  # LAW001
    wrong_delegate,  # MAN001
    delegated_too_far,  # MAN002
    reserved_by_law,  # MAN003
    wider_than_parent,  # MAN004
    held_by_nobody,  # MAN005
    bound_to_person,  # MAN006
    giver_ended,  # MAN007
    contradictory,  # MAN008
    area_without_leader,  # MAN009
    steering_without_assignment,  # MAN010
    context_incomplete,  # MET001
    next_step_incomplete,  # MET002
    agenda_missing,  # MET003
    work_session_missing,  # MET004
    attendance_low,  # MET005
    work_outside_meetings,  # MET006
    meeting_backwards,  # MET007
    published_too_early,  # MET008
    child_in_council,  # MET009
    level_or_rights_missing,  # MET010
    all_work_delegated,  # MET011
    without_politicians,  # MET012
    no_plan_forward,  # MET013
    not_by_coordinator,  # MET020
    need_unmet,  # NEE001
    value_unexplained,  # OBS001
    other_version,  # OBS002
    no_unresolved,  # POS001
    not_decided,  # POS002
    member_test_incomplete,  # POS003
    personal_number_written,  # PRI001
    process_area_of_one,  # PRO020
    rating_off_scale,  # RAT001
    rated_once,  # RAT002
    trust_not_rated,  # RAT003
    score_off_scale,  # RDY001
    score_between_steps,  # RDY002
    not_one_agreed_score,  # RDY003
    too_few_interviews,  # RDY004
    too_few_scorers,  # RDY005
    progress_not_shown,  # RDY006
    feedback_missing,  # RDY007
    dangling,  # REF001
    id_used_twice,  # REF002
    of_another_kind,  # REF003
    set_aside,  # REF004
    ring,  # REF005
    inventory_missing,  # RES001
    referral_missing,  # RMS001
    answer_overdue,  # RMS002
    opinion_not_weighed,  # RMS003
    vacant,  # ROL001
    project_leader_missing,  # ROL002
    duties_missing,  # ROL003
    level_without_role,  # ROL004
    required_function_missing,  # ROL005
    duty_not_shown,  # ROL006
    routine_bound_to_person,  # ROU001
    unit_without_routine,  # ROU002
    routine_incomplete,  # ROU003
    picture_not_acknowledged,  # SHP001
    without_consent,  # SIP001
    needs_of_one_service,  # SIP002
    legal_items_missing,  # SIP003
    consent_not_enough,  # SIP004
    consent_withdrawn,  # SIP005
    consent_is_general,  # SIP006
    commitment_incomplete,  # SIP007
    commitments_counteract,  # SIP008
    family_left_out,  # SIP009
    no_follow_up_ahead,  # SIP010
    competence_not_there,  # SIP011
    plan_kept_too_long,  # SIP012
    begins_elsewhere,  # STP001
    move_not_allowed,  # STP002
    back_without_reason,  # STP003
    days_out_of_order,  # STP004
    journey_missing,  # STP005
    own_journey_broken,  # STP006
    step_after_close,  # STP007
    term_of_one_actor,  # TER001
    no_target_group,  # TGT001
    ages_missing,  # TGT002
    conditions_missing,  # TGT003
    parents_left_out,  # TGT004
    other_target_ages,  # TGT005
    time_backwards,  # TIM001
    first_day_missing,  # TIM002
)
