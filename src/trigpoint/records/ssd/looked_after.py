"""Looked-after episodes, placements, reviews, visits, legal status, missing episodes."""

from trigpoint.records.table import Table, date, json, scaled, text


class ClaEpisodes(Table, name="ssd_cla_episodes"):
    """An episode of being looked after, as in the SSDA903 return."""

    clae_cla_episode_id = text(key=True)
    clae_person_id = text()
    clae_cla_placement_id = text()
    clae_cla_episode_start_date = date()
    clae_cla_episode_start_reason = text(codes="REASON_NEW_EPISODE")
    clae_cla_primary_need_code = text(codes="CATEGORY_OF_NEED")
    clae_cla_episode_ceased_date = date()
    clae_cla_episode_ceased_reason = text(codes="REASON_EPISODE_CEASED")
    clae_cla_id = text()
    clae_referral_id = text()
    clae_cla_last_iro_contact_date = date()
    clae_entered_care_date = date()


class ClaPlacement(Table, name="ssd_cla_placement"):
    """A placement of a looked-after child."""

    clap_cla_placement_id = text(key=True)
    clap_cla_id = text()
    clap_person_id = text()
    clap_cla_placement_start_date = date()
    clap_cla_placement_type = text(codes="PLACEMENT")
    clap_cla_placement_urn = text()
    clap_cla_placement_distance = scaled(10, note="miles; stored in tenths")
    clap_cla_placement_provider = text(codes="PLACE_PROVIDER")
    clap_cla_placement_postcode = text()
    clap_cla_placement_end_date = date()
    clap_cla_placement_change_reason = text(codes="REASON_PLACE_CHANGE")


class ClaReviews(Table, name="ssd_cla_reviews"):
    """A looked-after review."""

    clar_cla_review_id = text(key=True)
    clar_cla_id = text()
    clar_cla_person_id = text()
    clar_cla_review_due_date = date()
    clar_cla_review_date = date()
    clar_cla_review_cancelled = text()
    clar_cla_review_participation = text(codes="REVIEW_CODE")


class ClaVisits(Table, name="ssd_cla_visits"):
    """A visit to a looked-after child."""

    clav_cla_visit_id = text(key=True)
    clav_cla_id = text()
    clav_person_id = text()
    clav_cla_visit_date = date()
    clav_cla_visit_seen = text()
    clav_cla_visit_seen_alone = text()


class LegalStatus(Table, name="ssd_legal_status"):
    """A legal status with its dates."""

    lega_legal_status_id = text(key=True)
    lega_person_id = text()
    lega_legal_status = text(codes="LEGAL_STATUS")
    lega_legal_status_start_date = date()
    lega_legal_status_end_date = date()


class ClaCarePlan(Table, name="ssd_cla_care_plan"):
    """A care plan: the permanence options chosen."""

    lacp_table_id = text(key=True)
    lacp_person_id = text()
    lacp_cla_care_plan_start_date = date()
    lacp_cla_care_plan_end_date = date()
    lacp_cla_care_plan_json = json(
        "REMAINSUP",
        "RETURN1M",
        "RETURN6M",
        "RETURNEV",
        "LTRELFR",
        "LTFOST18",
        "RESPLMT",
        "SUPPLIV",
        "ADOPTION",
        "OTHERPLN",
    )


class PreClaCarePlan(Table, name="ssd_pre_cla_care_plan"):
    """Answers from which the care plan is drawn."""

    FACT_FORM_ID = text()
    DIM_PERSON_ID = text()
    ANSWER_NO = text()
    ANSWER = text()
    LatestResponseDate = date()


class ClaPreviousPermanence(Table, name="ssd_cla_previous_permanence"):
    """A permanence arrangement before this period of care."""

    lapp_table_id = text(key=True)
    lapp_person_id = text()
    lapp_previous_permanence_option = text()
    lapp_previous_permanence_la = text()
    lapp_previous_permanence_order_date = text()


class Missing(Table, name="ssd_missing"):
    """A missing episode."""

    miss_table_id = text(key=True)
    miss_person_id = text()
    miss_missing_episode_start_date = date()
    miss_missing_episode_type = text(codes="MISSING")
    miss_missing_episode_end_date = date()
    miss_missing_rhi_offered = text()
    miss_missing_rhi_accepted = text()
