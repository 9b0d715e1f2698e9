from trigpoint.cases.health_at_date import HealthAtDate
from trigpoint.language.work import Work

dental_check = Work(
    title="Dental check out of date",
    doing="dental checks",
    counts=HealthAtDate,
    where=(HealthAtDate.is_12_months == 1)
    & (HealthAtDate.is_short_term_series == 0)
    & (HealthAtDate.dental_check_in_date == 0),
    measures=("cla_dental_check_pct",),
    order=42,
)
