"""The catalogue: every rule of this version, written out, in order of code."""

from samverkan_core.rules import (
    acquaintance,
    activities,
    actors,
    ages,
    backing,
    bodies,
    children,
    circulars,
    citations,
    collaboration,
    commitments,
    concern_reports,
    consents,
    consultation_teams,
    contradictions,
    council_items,
    council_members,
    delegated_decisions,
    delegation,
    evaluations,
    focus_areas,
    focus_charter,
    focus_limit,
    follow_ups,
    goal_steps,
    goals,
    golden_thread,
    governing,
    handovers,
    indicator_topics,
    indicators,
    joint_positions,
    mandates,
    meeting_times,
    meetings,
    meetings_over_time,
    needs,
    own_journey,
    plan_course,
    plans,
    portfolio,
    powers,
    process_areas,
    readiness,
    readiness_scores,
    references,
    referrals,
    reported_decisions,
    required,
    roles,
    routines,
    shared_view,
    standing,
    steering,
    steps,
    target_groups,
    text,
    time,
    trainings,
    whole_view,
    working_groups,
    working_meetings,
)
from samverkan_core.rules.rule import Rule

__all__ = ["RULES", "VERSION"]

#: The version of the catalogue; it goes up with every rule that comes, goes or changes its verdict.
VERSION = "5"

#: Every rule over a collaboration.
RULES: tuple[Rule, ...] = (
    actors.competence_missing,  # ACT001
    actors.same_competences,  # ACT002
    actors.identifier_wrong,  # ACT003
    actors.contribution_missing,  # ACT004
    required.required_actor_missing,  # ACT005
    acquaintance.not_introduced,  # ACT050
    acquaintance.profession_unknown,  # ACT051
    acquaintance.responsibility_of_some,  # ACT052
    activities.activity_unclear,  # ACV001
    activities.time_not_every_year,  # ACV002
    activities.extended_untested,  # ACV003
    portfolio.level_missing,  # ACV020
    portfolio.young_not_heard,  # ACV021
    portfolio.only_new_forums,  # ACV022
    trainings.none_joint_training,  # ACV023
    trainings.one_arena,  # ACV024
    trainings.themes_missing,  # ACV025
    portfolio.individual_planned_by_group,  # ACV026
    time.age_band_backwards,  # AGE001
    needs.level_not_anchored,  # ANC001
    steering.not_one_steering_group,  # BOD001
    steering.seat_below_or_above,  # BOD002
    steering.not_represented,  # BOD003
    steering.steering_purpose_missing,  # BOD004
    steering.steering_goal_missing,  # BOD005
    bodies.council_decision_missing,  # BOD006
    bodies.category_missing,  # BOD007
    bodies.network_of_one_actor,  # BOD008
    bodies.home_missing,  # BOD009
    bodies.lead_not_shared,  # BOD010
    ages.ages_outside,  # BOD011
    ages.ages_uncovered,  # BOD012
    consultation_teams.ages_of_two_teams,  # BOD013
    consultation_teams.band_without_team,  # BOD014
    required.required_body_missing,  # BOD015
    standing.council_time_limited,  # BOD016
    trainings.work_before_training,  # BOD020
    council_members.competence_not_stated,  # BOD050
    children.child_not_needed,  # CHI001
    collaboration.assignment_missing,  # COL001
    collaboration.way_of_working_incomplete,  # COL002
    collaboration.permanent_without_decision,  # COL003
    collaboration.project_outlived,  # COL004
    collaboration.purpose_missing,  # COL005
    backing.within_the_term,  # COL101
    backing.agreement_unclear,  # COL102
    whole_view.driver_not_followed,  # COL201
    whole_view.analysis_incomplete,  # COL202
    whole_view.context_of_meetings_only,  # COL203
    concern_reports.protection_not_assessed,  # CON001
    concern_reports.preliminary_assessment_overdue,  # CON002
    concern_reports.inquiry_overdue,  # CON003
    concern_reports.feedback_late,  # CON004
    concern_reports.report_kept_too_long,  # CON005
    delegated_decisions.without_support,  # DGD001
    delegated_decisions.cites_another,  # DGD002
    reported_decisions.not_at_next_meeting,  # DGD003
    reported_decisions.not_made_known,  # DGD004
    delegated_decisions.known_before_taken,  # DGD005
    circulars.circular_unclear,  # DOC050
    backing.endorsement_missing,  # END001
    evaluations.evaluator_not_independent,  # EVA001
    evaluations.children_not_asked_about,  # EVA002
    evaluations.finding_without_owner,  # EVA003
    focus_limit.too_many_open,  # FOC001
    focus_areas.grounds_missing,  # FOC002
    focus_areas.time_box_missing,  # FOC003
    focus_areas.overdue,  # FOC004
    working_groups.working_group_missing,  # FOC005
    focus_areas.coordinator_missing,  # FOC006
    focus_charter.charter_incomplete,  # FOC007
    focus_charter.perspectives_incomplete,  # FOC008
    working_groups.seat_not_appointed,  # FOC009
    working_groups.working_group_shared,  # FOC010
    follow_ups.not_requested,  # FUP001
    follow_ups.model_missing,  # FUP002
    follow_ups.follow_up_not_planned,  # FUP003
    follow_ups.council_does_not_follow_up,  # FUP004
    follow_ups.report_missing,  # FUP005
    goals.none_joint,  # GOA001
    goals.about_collaboration,  # GOA002
    goals.long_without_short,  # GOA003
    goals.not_anchored,  # GOA004
    goals.goal_without_indicator,  # GOA005
    goal_steps.single_milestone,  # GOA006
    goal_steps.quality_not_checked,  # GOA007
    goals.none_for_children,  # GOA020
    needs.goal_without_need,  # GOA021
    governing.undecided,  # GOV001
    governing.plan_not_carried_out,  # GOV002
    governing.actor_without_agreement,  # GOV003
    golden_thread.thread_broken,  # GOV004
    golden_thread.convention_left_out,  # GOV005
    handovers.handover_missing,  # HAN001
    handovers.handover_incomplete,  # HAN002
    indicators.unit_missing,  # IND001
    indicators.value_overdue,  # IND002
    indicator_topics.drug_habits_not_followed,  # IND020
    indicator_topics.coherence_not_followed,  # IND021
    indicator_topics.young_not_asked,  # IND022
    text.own_word_missing,  # KND001
    citations.law_gone,  # LAW001
    delegation.wrong_delegate,  # MAN001
    delegation.delegated_too_far,  # MAN002
    delegation.reserved_by_law,  # MAN003
    mandates.wider_than_parent,  # MAN004
    mandates.held_by_nobody,  # MAN005
    mandates.bound_to_person,  # MAN006
    mandates.giver_ended,  # MAN007
    contradictions.contradictory,  # MAN008
    powers.area_without_leader,  # MAN009
    powers.steering_without_assignment,  # MAN010
    meetings.context_incomplete,  # MET001
    meetings.next_step_incomplete,  # MET002
    meetings.agenda_missing,  # MET003
    meetings.work_session_missing,  # MET004
    meetings.attendance_low,  # MET005
    meetings.work_outside_meetings,  # MET006
    meeting_times.meeting_backwards,  # MET007
    meeting_times.published_too_early,  # MET008
    council_items.child_in_council,  # MET009
    council_items.level_or_rights_missing,  # MET010
    meetings_over_time.all_work_delegated,  # MET011
    meetings_over_time.without_politicians,  # MET012
    meetings_over_time.no_plan_forward,  # MET013
    working_meetings.not_by_coordinator,  # MET020
    needs.need_unmet,  # NEE001
    indicators.value_unexplained,  # OBS001
    indicators.other_version,  # OBS002
    joint_positions.no_unresolved,  # POS001
    joint_positions.not_decided,  # POS002
    joint_positions.member_test_incomplete,  # POS003
    text.personal_number_written,  # PRI001
    process_areas.process_area_of_one,  # PRO020
    shared_view.rating_off_scale,  # RAT001
    shared_view.rated_once,  # RAT002
    shared_view.trust_not_rated,  # RAT003
    readiness_scores.score_off_scale,  # RDY001
    readiness_scores.score_between_steps,  # RDY002
    readiness_scores.not_one_agreed_score,  # RDY003
    readiness.too_few_interviews,  # RDY004
    readiness.too_few_scorers,  # RDY005
    readiness.progress_not_shown,  # RDY006
    readiness.feedback_missing,  # RDY007
    references.dangling,  # REF001
    references.id_used_twice,  # REF002
    references.of_another_kind,  # REF003
    references.set_aside,  # REF004
    references.ring,  # REF005
    activities.inventory_missing,  # RES001
    referrals.referral_missing,  # RMS001
    referrals.answer_overdue,  # RMS002
    referrals.opinion_not_weighed,  # RMS003
    roles.vacant,  # ROL001
    roles.project_leader_missing,  # ROL002
    roles.duties_missing,  # ROL003
    roles.level_without_role,  # ROL004
    required.required_function_missing,  # ROL005
    standing.duty_not_shown,  # ROL006
    routines.routine_bound_to_person,  # ROU001
    routines.unit_without_routine,  # ROU002
    routines.routine_incomplete,  # ROU003
    shared_view.picture_not_acknowledged,  # SHP001
    plans.without_consent,  # SIP001
    plans.needs_of_one_service,  # SIP002
    plans.legal_items_missing,  # SIP003
    consents.consent_not_enough,  # SIP004
    consents.consent_withdrawn,  # SIP005
    consents.consent_is_general,  # SIP006
    commitments.commitment_incomplete,  # SIP007
    commitments.commitments_counteract,  # SIP008
    plan_course.family_left_out,  # SIP009
    plan_course.no_follow_up_ahead,  # SIP010
    plan_course.competence_not_there,  # SIP011
    plan_course.plan_kept_too_long,  # SIP012
    steps.begins_elsewhere,  # STP001
    steps.move_not_allowed,  # STP002
    steps.back_without_reason,  # STP003
    steps.days_out_of_order,  # STP004
    steps.journey_missing,  # STP005
    own_journey.own_journey_broken,  # STP006
    steps.step_after_close,  # STP007
    shared_view.term_of_one_actor,  # TER001
    target_groups.no_target_group,  # TGT001
    ages.ages_missing,  # TGT002
    target_groups.conditions_missing,  # TGT003
    target_groups.parents_left_out,  # TGT004
    ages.other_target_ages,  # TGT005
    time.time_backwards,  # TIM001
    time.first_day_missing,  # TIM002
)
