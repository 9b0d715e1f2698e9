from trigpoint.language import LOW, PeriodType, Population
from trigpoint.language.supplied import SuppliedMeasure

hospital_admissions_injury_rate = SuppliedMeasure(
    title="Hospital admissions for injuries per 10,000 aged 0 to 14",
    supplier="health",
    form="rate",
    good=LOW,
    unit="per 10,000",
    decimals=1,
    periods=(PeriodType.FINANCIAL_YEAR,),
    numerator="Admissions caused by unintentional and deliberate injuries in the year",
    per=Population(0, 14, per=10_000),
    lag=12,
    source="Office for Health Improvement and Disparities; children's social care dashboard",
)
