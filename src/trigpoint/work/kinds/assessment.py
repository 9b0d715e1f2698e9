from trigpoint.cases.open_assessment import OpenAssessment
from trigpoint.language.work import Work

assessment = Work(
    title="Assessment to finish",
    doing="assessments",
    counts=OpenAssessment,
    where=OpenAssessment.referral_is_closed == 0,
    by=OpenAssessment.limit_on,
    measures=("assessments_within_working_days_pct",),
    order=30,
)
