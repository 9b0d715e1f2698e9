from trigpoint.language import LOW, PeriodType, Population
from trigpoint.language.supplied import SuppliedMeasure

yj_custody_rate = SuppliedMeasure(
    title="Custodial sentences per 1,000 aged 10 to 17",
    supplier="moj",
    form="rate",
    good=LOW,
    unit="per 1,000",
    decimals=2,
    periods=(PeriodType.ROLLING12,),
    numerator="Custodial sentences in the 12 months",
    per=Population(10, 17, per=1_000),
    lag=3,
    source="Youth Justice Board, key performance indicators",
)
