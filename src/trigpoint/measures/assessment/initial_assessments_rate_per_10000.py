from trigpoint.language import NEITHER, PeriodType, Population
from trigpoint.language.supplied import SuppliedMeasure

initial_assessments_rate_per_10000 = SuppliedMeasure(
    title="Initial assessments completed per 10,000 children",
    supplier="legacy",
    form="rate",
    good=NEITHER,
    unit="per 10,000",
    decimals=1,
    periods=(
        PeriodType.ROLLING12,
        PeriodType.YTD,
    ),
    numerator="Initial assessments completed in the period",
    per=Population(0, 17, per=10_000),
    seeds=("hereford H8",),
    source="DfE children in need census to 2013/14",
    notes="Collected nationally until 2013/14; kept for the history of reports that show it.",
)
