from trigpoint.language import HIGH, PeriodType
from trigpoint.language.measure import PERCENT
from trigpoint.language.supplied import SuppliedMeasure

core_assessment_35wd_pct = SuppliedMeasure(
    title="Core assessments completed within 35 working days",
    supplier="legacy",
    form="ratio",
    good=HIGH,
    unit=PERCENT,
    decimals=1,
    periods=(PeriodType.MONTH,),
    numerator="Completed within 35 working days",
    denominator="Core assessments completed in the period",
    seeds=("hereford H11",),
    source="DfE children in need census to 2013/14",
    notes="Collected nationally until 2013/14; kept for the history of reports that show it.",
)
