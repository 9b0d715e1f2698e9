from trigpoint.cases.health_at_date import HealthAtDate
from trigpoint.language.work import Work

health_assessment = Work(
    title="Health assessment out of date",
    doing="health assessments",
    counts=HealthAtDate,
    where=(HealthAtDate.is_12_months == 1)
    & (HealthAtDate.is_short_term_series == 0)
    & (HealthAtDate.health_assessment_in_date == 0),
    measures=("cla_health_assessment_pct",),
    order=41,
)
