"""The payload's groups and items, each with the record column it becomes. Source: the API's schema, version 1.0.1."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

ItemKind = Literal["text", "day", "flag", "whole", "codes"]


@dataclass(frozen=True)
class Item:
    """One value: its record column, if it has one of its own, and the most characters that the API takes.

    `codes` are a list of codes. A flag is true or false; in the records Y or N.
    """

    kind: ItemKind
    column: str = ""
    most: int = 0


@dataclass(frozen=True)
class Group:
    """An object, or a list of them, that becomes rows of `table`; a group without table is part of the one around it.

    `child` and `referral` are the columns that say whose row it is and which referral it lies in; `key` is the item
    without which it cannot be taken. What is `repeated` may stand in each episode of a child and is of the child.
    """

    table: str = ""
    key: str = ""
    child: str = ""
    referral: str = ""
    items: Mapping[str, Item] = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)
    many: bool = True
    repeated: bool = False


def _text(column: str = "", most: int = 0) -> Item:
    return Item("text", column, most)


def _id(column: str, most: int = 36) -> Item:
    return Item("text", column, most)


def _day(column: str = "") -> Item:
    return Item("day", column)


def _flag(column: str = "") -> Item:
    return Item("flag", column)


_DETAILS = Group(
    many=False,
    items={
        "unique_pupil_number": _text("pers_upn", 13),
        "former_unique_pupil_number": _text(most=13),
        "unique_pupil_number_unknown_reason": _text("pers_upn_unknown", 4),
        "first_name": _text("pers_forename"),
        "surname": _text("pers_surname"),
        "date_of_birth": _day("pers_dob"),
        "expected_date_of_birth": _day("pers_expected_dob"),
        "sex": _text("pers_sex", 1),
        "ethnicity": _text("pers_ethnicity", 4),
        "disabilities": Item("codes", most=4),
        "postcode": _text(most=8),
        "uasc_flag": _flag(),
        "uasc_end_date": _day(),
    },
)
_SDQ = Group(
    table="ssd_sdq_scores",
    child="csdq_person_id",
    items={"date": _day("csdq_sdq_completed_date"), "score": Item("whole", "csdq_sdq_score")},
)
_WORKERS = Group(
    table="ssd_involvements",
    child="invo_person_id",
    referral="invo_referral_id",
    items={
        "worker_id": _id("invo_professional_id", 12),
        "start_date": _day("invo_involvement_start_date"),
        "end_date": _day("invo_involvement_end_date"),
    },
)
_ASSESSMENTS = Group(
    table="ssd_cin_assessments",
    key="child_and_family_assessment_id",
    child="cina_person_id",
    referral="cina_referral_id",
    items={
        "child_and_family_assessment_id": _id("cina_assessment_id"),
        "start_date": _day("cina_assessment_start_date"),
        "authorisation_date": _day("cina_assessment_auth_date"),
        "factors": Item("codes", most=3),
    },
)
_CIN_PLANS = Group(
    table="ssd_cin_plans",
    key="child_in_need_plan_id",
    child="cinp_person_id",
    referral="cinp_referral_id",
    items={
        "child_in_need_plan_id": _id("cinp_cin_plan_id"),
        "start_date": _day("cinp_cin_plan_start_date"),
        "end_date": _day("cinp_cin_plan_end_date"),
    },
)
_ENQUIRIES = Group(
    table="ssd_s47_enquiry",
    key="section_47_assessment_id",
    child="s47e_person_id",
    referral="s47e_referral_id",
    items={
        "section_47_assessment_id": _id("s47e_s47_enquiry_id"),
        "start_date": _day("s47e_s47_start_date"),
        "icpc_required_flag": _flag("s47e_s47_outcome_cp_conference_flag"),
        "icpc_date": _day(),
        "end_date": _day("s47e_s47_end_date"),
    },
)
_CP_PLANS = Group(
    table="ssd_cp_plans",
    key="child_protection_plan_id",
    child="cppl_person_id",
    referral="cppl_referral_id",
    items={
        "child_protection_plan_id": _id("cppl_cp_plan_id"),
        "start_date": _day("cppl_cp_plan_start_date"),
        "end_date": _day("cppl_cp_plan_end_date"),
    },
)
_PLACEMENTS = Group(
    table="ssd_cla_placement",
    key="child_looked_after_placement_id",
    child="clap_person_id",
    items={
        "child_looked_after_placement_id": _id("clap_cla_placement_id"),
        "start_date": _day("clap_cla_placement_start_date"),
        "start_reason": _text(most=1),
        "placement_type": _text("clap_cla_placement_type", 3),
        "postcode": _text("clap_cla_placement_postcode", 8),
        "end_date": _day("clap_cla_placement_end_date"),
        "end_reason": _text(most=3),
        "change_reason": _text("clap_cla_placement_change_reason", 6),
    },
)
_ADOPTION = Group(
    table="ssd_permanence",
    child="perm_person_id",
    many=False,
    repeated=True,
    items={
        "initial_decision_date": _day("perm_adm_decision_date"),
        "matched_date": _day("perm_matched_date"),
        "placed_date": _day("perm_placed_for_adoption_date"),
    },
)
_CARE_LEAVERS = Group(
    table="ssd_care_leavers",
    child="clea_person_id",
    many=False,
    repeated=True,
    items={
        "contact_date": _day("clea_care_leaver_latest_contact"),
        "activity": _text("clea_care_leaver_activity", 2),
        "accommodation": _text("clea_care_leaver_accommodation", 1),
    },
)
_EPISODES = Group(
    table="ssd_cin_episodes",
    key="social_care_episode_id",
    child="cine_person_id",
    items={
        "social_care_episode_id": _id("cine_referral_id"),
        "referral_date": _day("cine_referral_date"),
        "referral_source": _text("cine_referral_source_code", 2),
        "referral_no_further_action_flag": _flag("cine_referral_nfa"),
        "closure_date": _day("cine_close_date"),
        "closure_reason": _text("cine_close_reason", 3),
    },
    groups={
        "care_worker_details": _WORKERS,
        "child_and_family_assessments": _ASSESSMENTS,
        "child_in_need_plans": _CIN_PLANS,
        "section_47_assessments": _ENQUIRIES,
        "child_protection_plans": _CP_PLANS,
        "child_looked_after_placements": _PLACEMENTS,
        "adoption": _ADOPTION,
        "care_leavers": _CARE_LEAVERS,
    },
)
CHILD = Group(
    table="ssd_person",
    key="la_child_id",
    items={"la_child_id": _id("pers_person_id", 20), "mis_child_id": _id("pers_legacy_id")},
    groups={
        "child_details": _DETAILS,
        "health_and_wellbeing": Group(many=False, groups={"sdq_assessments": _SDQ}),
        "social_care_episodes": _EPISODES,
    },
)
"""A child of the payload, with everything in it."""

TABLES = (
    "ssd_person",
    "ssd_linked_identifiers",
    "ssd_disability",
    "ssd_address",
    "ssd_immigration_status",
    "ssd_sdq_scores",
    "ssd_cin_episodes",
    "ssd_involvements",
    "ssd_professionals",
    "ssd_cin_assessments",
    "ssd_assessment_factors",
    "ssd_cin_plans",
    "ssd_s47_enquiry",
    "ssd_initial_cp_conference",
    "ssd_cp_plans",
    "ssd_cla_episodes",
    "ssd_cla_placement",
    "ssd_permanence",
    "ssd_care_leavers",
)
"""Record tables that a payload gives."""

FORMER_UPN = "Former Unique Pupil Number"
UASC = "UASC"
