from trigpoint.language import NEITHER, PeriodType, Population
from trigpoint.language.supplied import SuppliedMeasure

core_assessments_rate_per_10000 = SuppliedMeasure(
    title="Core assessments completed per 10,000 children",
    supplier="legacy",
    form="rate",
    good=NEITHER,
    unit="per 10,000",
    decimals=1,
    periods=(PeriodType.ROLLING12,),
    numerator="Core assessments completed in the period",
    per=Population(0, 17, per=10_000),
    seeds=("hereford H10",),
    source="DfE children in need census to 2013/14",
    notes="Collected nationally until 2013/14; kept for the history of reports that show it. Its target is a range: too many and too few are both off target.",
)
