"""Strategy discussions, section 47 enquiries, conferences, plans, their reviews and visits as rules see them."""

from trigpoint.quality.record_column import After, Lost, Own, Uncopied, Via
from trigpoint.quality.record_view import RecordView
from trigpoint.records import extension as ext
from trigpoint.records.ssd import CinEpisodes, CpPlans, CpReviews, CpVisits, InitialCpConference, S47Enquiry


class StrategyDiscussion(
    RecordView,
    of=ext.StrategyDiscussion,
    child=ext.StrategyDiscussion.person_id,
    start=ext.StrategyDiscussion.held_at,
):
    """A strategy discussion."""

    person_lost = Lost(ext.StrategyDiscussion.person_id)
    enquiry_lost = Lost(ext.StrategyDiscussion.s47_enquiry_id)


class Enquiry(
    RecordView,
    of=S47Enquiry,
    child=S47Enquiry.s47e_person_id,
    start=S47Enquiry.s47e_s47_start_date,
    end=S47Enquiry.s47e_s47_end_date,
):
    """A section 47 enquiry."""

    person_lost = Lost(S47Enquiry.s47e_person_id)
    referral_lost = Lost(S47Enquiry.s47e_referral_id)
    referred_on = Via(S47Enquiry.s47e_referral_id, CinEpisodes.cine_referral_date, "Date of its referral")
    before_conception = After(RecordView.born_on, days=-300)
    case_closed_on = Via(S47Enquiry.s47e_referral_id, CinEpisodes.cine_close_date, "Day the case was closed")
    ninety_days_on = After(RecordView.start, "90 days after its start", days=90)


class Conference(
    RecordView,
    of=InitialCpConference,
    child=InitialCpConference.icpc_person_id,
    start=InitialCpConference.icpc_icpc_date,
):
    """An initial child protection conference."""

    person_lost = Lost(InitialCpConference.icpc_person_id)
    enquiry_lost = Lost(InitialCpConference.icpc_s47_enquiry_id)
    referral_lost = Lost(InitialCpConference.icpc_referral_id)
    plan_lost = Lost(InitialCpConference.icpc_cp_plan_id)
    enquiry_start = Via(
        InitialCpConference.icpc_s47_enquiry_id, S47Enquiry.s47e_s47_start_date, "Start of its section 47 enquiry"
    )
    likely_start = Via(InitialCpConference.icpc_cp_plan_id, CpPlans.cppl_cp_plan_start_date)
    before_conception = After(RecordView.born_on, days=-300)


class CpPlan(
    RecordView,
    of=CpPlans,
    child=CpPlans.cppl_person_id,
    start=CpPlans.cppl_cp_plan_start_date,
    end=CpPlans.cppl_cp_plan_end_date,
    line=(CpPlans.cppl_person_id,),
):
    """A child protection plan."""

    person_lost = Lost(CpPlans.cppl_person_id)
    referral_lost = Lost(CpPlans.cppl_referral_id)
    conference_lost = Lost(CpPlans.cppl_icpc_id)
    conference_on = Via(CpPlans.cppl_icpc_id, InitialCpConference.icpc_icpc_date, "Date of its conference")
    likely_start = Via(CpPlans.cppl_icpc_id, InitialCpConference.icpc_icpc_date)
    case_closed_on = Via(CpPlans.cppl_referral_id, CinEpisodes.cine_close_date, "Day the case was closed")
    before_conception = After(RecordView.born_on, days=-300)


class CpVisit(RecordView, of=CpVisits, child=CpVisits.cppv_person_id, start=CpVisits.cppv_cp_visit_date):
    """A visit to a child on a plan."""

    person_lost = Lost(CpVisits.cppv_person_id)
    plan_lost = Lost(CpVisits.cppv_cp_plan_id)
    plan_start = Via(CpVisits.cppv_cp_plan_id, CpPlans.cppl_cp_plan_start_date, "Start of its plan")
    plan_end = Via(CpVisits.cppv_cp_plan_id, CpPlans.cppl_cp_plan_end_date, "End of its plan")
    siblings_passed_over = Uncopied("Siblings without the visit")


class CpReview(RecordView, of=CpReviews, child=CpReviews.cppr_person_id, start=CpReviews.cppr_cp_review_date):
    """A review child protection conference; it stands without its date while it is only planned."""

    person_lost = Lost(CpReviews.cppr_person_id)
    plan_lost = Lost(CpReviews.cppr_cp_plan_id)
    due_on = Own(CpReviews.cppr_cp_review_due, "Day by which it was due")
    plan_start = Via(CpReviews.cppr_cp_plan_id, CpPlans.cppl_cp_plan_start_date, "Start of its plan")
    plan_end = Via(CpReviews.cppr_cp_plan_id, CpPlans.cppl_cp_plan_end_date, "End of its plan")
