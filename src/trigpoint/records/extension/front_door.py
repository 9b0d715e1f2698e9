"""Decisions at the front door, requests for early help, step-downs and outcomes."""

from trigpoint.records.table import Table, date, moment, text


class FrontDoorDecision(Table, name="ext_front_door_decision"):
    """When a contact or referral was received and decided."""

    decision_id = text(key=True)
    person_id = text(required=True, note="ssd_person.pers_person_id")
    contact_id = text(note="ssd_contacts.cont_contact_id")
    referral_id = text(note="ssd_cin_episodes.cine_referral_id")
    received_at = moment(required=True, note="when the contact or referral was received")
    decided_at = moment(note="empty while no decision has been made")


class EarlyHelpRequest(Table, name="ext_early_help_request"):
    """A request for early help."""

    request_id = text(key=True)
    person_id = text(required=True)
    received_on = date(required=True)
    decided_on = date()


class EarlyHelpStepDown(Table, name="ext_early_help_step_down"):
    """A step down into early help."""

    episode_id = text(required=True, note="ssd_early_help_episodes.earl_episode_id")
    stepped_down_from = text(
        required=True,
        note="initial_assessment | core_assessment | assessment | cin | contact | family_support | "
        "intensive_family_support",
    )
    stepped_down_on = date()


class FamilyOutcome(Table, name="ext_family_outcome"):
    """Whether a family improved by the end of early help."""

    episode_id = text(required=True, note="ssd_early_help_episodes.earl_episode_id")
    family_id = text(required=True)
    improved = text(required=True, note="Y or N at closure")
