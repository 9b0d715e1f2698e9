from trigpoint.cases.initial_health_assessment import InitialHealthAssessment
from trigpoint.cases.looked_after_child import LookedAfterChild
from trigpoint.language.work import Work

initial_health_assessment = Work(
    title="Initial health assessment",
    doing="initial health assessments",
    counts=InitialHealthAssessment,
    where=InitialHealthAssessment.left_on.is_missing(),
    by=InitialHealthAssessment.limit_on,
    done=InitialHealthAssessment.assessed_on,
    within=LookedAfterChild,
    within_where=LookedAfterChild.is_short_term_series == 0,
    measures=("iha_20wd_pct",),
    order=40,
)
