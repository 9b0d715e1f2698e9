from trigpoint.language import NEITHER, PeriodType, Population
from trigpoint.language.supplied import SuppliedMeasure

care_applications_rate_per_10000 = SuppliedMeasure(
    title="Care applications per 10,000 children",
    supplier="cafcass",
    form="rate",
    good=NEITHER,
    unit="per 10,000",
    decimals=1,
    periods=(PeriodType.FINANCIAL_YEAR,),
    numerator="Care applications received in the year",
    per=Population(0, 17, per=10_000),
    lag=2,
    source="Cafcass; LAIT CareApplications",
)
