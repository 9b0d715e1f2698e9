from trigpoint.language import HIGH, PeriodType
from trigpoint.language.measure import PERCENT
from trigpoint.language.supplied import SuppliedMeasure

initial_assessment_10wd_pct = SuppliedMeasure(
    title="Initial assessments completed within 10 working days",
    supplier="legacy",
    form="ratio",
    good=HIGH,
    unit=PERCENT,
    decimals=1,
    periods=(
        PeriodType.MONTH,
        PeriodType.YTD,
    ),
    numerator="Completed within 10 working days of the referral",
    denominator="Initial assessments completed in the period",
    seeds=("hereford H9",),
    source="DfE children in need census to 2013/14; LG Inform 2234",
    notes="Collected nationally until 2013/14; kept for the history of reports that show it.",
)
