from trigpoint.language import LOW, PeriodType
from trigpoint.language.measure import PERCENT
from trigpoint.language.supplied import SuppliedMeasure

sickness_absence_rate = SuppliedMeasure(
    title="Days of social workers lost to sickness",
    supplier="hr",
    form="ratio",
    good=LOW,
    unit=PERCENT,
    decimals=1,
    periods=(
        PeriodType.ROLLING12,
        PeriodType.FINANCIAL_YEAR,
    ),
    numerator="Full-time equivalent working days lost to sickness",
    denominator="Full-time equivalent working days available",
    lag=5,
    source="DfE children's social work workforce; LAIT Work_Force_SWAbsence",
    notes="The national figure is for the year to 30 September: give it as rolling12.",
)
