"""Contacts, early help and referrals."""

from trigpoint.records.table import Table, date, json, text


class Contacts(Table, name="ssd_contacts"):
    """A contact received about a child."""

    cont_contact_id = text(key=True)
    cont_person_id = text()
    cont_contact_date = date()
    cont_contact_source_code = text(codes="REFERRAL_SOURCE")
    cont_contact_source_desc = text()
    cont_contact_outcome_json = json(
        "NEW_REFERRAL_FLAG",
        "EXISTING_REFERRAL_FLAG",
        "CP_ENQUIRY_FLAG",
        "NFA_FLAG",
        "NON_AGENCY_ADOPTION_FLAG",
        "PRIVATE_FOSTERING_FLAG",
        "ADVICE_FLAG",
        "MISSING_FLAG",
        "OLA_CP_FLAG",
        "OTHER_OUTCOMES_EXIST_FLAG",
        "NUMBER_OF_OUTCOMES",
        "COMMENTS",
    )


class EarlyHelpEpisodes(Table, name="ssd_early_help_episodes"):
    """An early help episode."""

    earl_episode_id = text(key=True)
    earl_person_id = text()
    earl_episode_start_date = date()
    earl_episode_end_date = date()
    earl_episode_reason = text()
    earl_episode_end_reason = text()
    earl_episode_organisation = text()
    earl_episode_worker_id = text()


class CinEpisodes(Table, name="ssd_cin_episodes"):
    """A referral and the episode of need it began."""

    cine_referral_id = text(key=True)
    cine_person_id = text()
    cine_referral_date = date()
    cine_cin_primary_need_code = text(codes="PRIMARY_NEED")
    cine_referral_source_code = text(codes="REFERRAL_SOURCE")
    cine_referral_source_desc = text()
    cine_referral_outcome_json = json(
        "SINGLE_ASSESSMENT_FLAG",
        "NFA_FLAG",
        "STRATEGY_DISCUSSION_FLAG",
        "CLA_REQUEST_FLAG",
        "NON_AGENCY_ADOPTION_FLAG",
        "PRIVATE_FOSTERING_FLAG",
        "CP_TRANSFER_IN_FLAG",
        "CP_CONFERENCE_FLAG",
        "CARE_LEAVER_FLAG",
        "OTHER_OUTCOMES_EXIST_FLAG",
        "NUMBER_OF_OUTCOMES",
        "COMMENTS",
    )
    cine_referral_nfa = text()
    cine_close_reason = text(codes="REASON_FOR_CLOSURE")
    cine_close_date = date()
    cine_referral_team = text()
    cine_referral_worker_id = text()
