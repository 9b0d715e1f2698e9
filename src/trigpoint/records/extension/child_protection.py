"""What the standard lacks about assessment and child protection."""

from trigpoint.records.table import Table, date, integer, moment, text


class StrategyDiscussion(Table, name="ext_strategy_discussion"):
    """A strategy discussion."""

    discussion_id = text(key=True)
    person_id = text(required=True)
    s47_enquiry_id = text(note="empty when no section 47 enquiry followed")
    held_at = moment(required=True)
    agencies = text(note="semicolon list: police;health;education;other")


class S47Seen(Table, name="ext_s47_seen"):
    """When the child was first seen under a section 47 enquiry."""

    s47_enquiry_id = text(required=True, note="ssd_s47_enquiry.s47e_s47_enquiry_id")
    seen_at = moment(required=True, note="first time the child was seen")


class AssessmentSeen(Table, name="ext_assessment_seen"):
    """When the child was first seen in an assessment."""

    assessment_id = text(required=True, note="ssd_cin_assessments.cina_assessment_id")
    seen_on = date(required=True, note="first date the child was seen")


class CoreGroup(Table, name="ext_core_group"):
    """A core group meeting."""

    core_group_id = text(key=True)
    cp_plan_id = text(required=True)
    held_on = date(required=True)


class CinReview(Table, name="ext_cin_review"):
    """A review of a child in need plan."""

    review_id = text(key=True)
    cin_plan_id = text(required=True)
    review_date = date(required=True)


class VisitSchedule(Table, name="ext_visit_schedule"):
    """How often a plan prescribes visits."""

    plan_id = text(required=True, note="cp plan or cin plan id")
    interval_working_days = integer(required=True, note="interval that the plan prescribes")


class PrivateFostering(Table, name="ext_private_fostering"):
    """A private fostering arrangement."""

    arrangement_id = text(key=True)
    person_id = text(required=True)
    aware_on = date(required=True, note="date the authority became aware")
    ended_on = date()


class PrivateFosteringVisit(Table, name="ext_private_fostering_visit"):
    """A visit to a privately fostered child."""

    visit_id = text(key=True)
    arrangement_id = text(required=True)
    visit_date = date(required=True)


class FamilyGroupConference(Table, name="ext_family_group_conference"):
    """A family group conference."""

    fgc_id = text(key=True)
    person_id = text(required=True)
    held_on = date(required=True)


class Screening(Table, name="ext_screening"):
    """A screening tool completed."""

    screening_id = text(key=True)
    person_id = text(required=True)
    tool = text(required=True, note="cse | graded_care_profile | missing_risk_assessment")
    completed_on = date(required=True)
