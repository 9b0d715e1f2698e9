from trigpoint.cases.care_outcome import CareOutcome
from trigpoint.language.work import Work

personal_education_plan = Work(
    title="Personal education plan of this term",
    doing="personal education plans",
    counts=CareOutcome,
    where=(CareOutcome.is_short_term_series == 0)
    & (CareOutcome.is_of_school_age == 1)
    & (CareOutcome.is_under_10_working_days == 0)
    & (CareOutcome.has_education_plan == 0),
    measures=("cla_pep_current_pct",),
    order=43,
)
