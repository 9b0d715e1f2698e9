from trigpoint.language import NEITHER, PeriodType
from trigpoint.language.measure import PERCENT
from trigpoint.language.supplied import SuppliedMeasure

sw_ethnic_minority_pct = SuppliedMeasure(
    title="Social workers from ethnic minority backgrounds",
    supplier="hr",
    form="ratio",
    good=NEITHER,
    unit=PERCENT,
    decimals=1,
    periods=(PeriodType.FINANCIAL_YEAR,),
    numerator="Of an ethnic background other than white",
    denominator="Social workers in post at 30 September whose ethnicity is known",
    lag=11,
    source="DfE children's social work workforce; children's social care dashboard",
    notes="Collected at 30 September: give the financial year that holds the day.",
)
