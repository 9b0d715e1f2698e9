"""Assessments, child in need plans and visits as rules see them."""

from trigpoint.quality.record_column import After, Lost, Via
from trigpoint.quality.record_view import RecordView
from trigpoint.records.ssd import AssessmentFactors, CinAssessments, CinEpisodes, CinPlans, CinVisits


class Assessment(
    RecordView,
    of=CinAssessments,
    child=CinAssessments.cina_person_id,
    start=CinAssessments.cina_assessment_start_date,
    end=CinAssessments.cina_assessment_auth_date,
):
    """A child and family assessment."""

    person_lost = Lost(CinAssessments.cina_person_id)
    referral_lost = Lost(CinAssessments.cina_referral_id)
    referred_on = Via(CinAssessments.cina_referral_id, CinEpisodes.cine_referral_date, "Date of its referral")
    likely_start = Via(CinAssessments.cina_referral_id, CinEpisodes.cine_referral_date)
    before_conception = After(RecordView.born_on, days=-300)
    one_year_on = After(RecordView.start, "A year after its start", years=1)


class AssessmentFactor(RecordView, of=AssessmentFactors):
    """The factors found by an assessment."""

    assessment_lost = Lost(AssessmentFactors.cinf_assessment_id)


class CinPlan(
    RecordView,
    of=CinPlans,
    child=CinPlans.cinp_person_id,
    start=CinPlans.cinp_cin_plan_start_date,
    end=CinPlans.cinp_cin_plan_end_date,
    line=(CinPlans.cinp_person_id,),
):
    """A child in need plan."""

    person_lost = Lost(CinPlans.cinp_person_id)
    referral_lost = Lost(CinPlans.cinp_referral_id)
    referred_on = Via(CinPlans.cinp_referral_id, CinEpisodes.cine_referral_date, "Date of its referral")
    case_closed_on = Via(CinPlans.cinp_referral_id, CinEpisodes.cine_close_date, "Day the case was closed")
    before_conception = After(RecordView.born_on, days=-300)


class CinVisit(RecordView, of=CinVisits, child=CinVisits.cinv_person_id, start=CinVisits.cinv_cin_visit_date):
    """A visit to a child in need."""

    person_lost = Lost(CinVisits.cinv_person_id)
    before_conception = After(RecordView.born_on, days=-300)
