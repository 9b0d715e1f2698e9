from trigpoint.language import LOW, PeriodType, Population
from trigpoint.language.supplied import SuppliedMeasure

yj_cautioned_sentenced_rate = SuppliedMeasure(
    title="Children cautioned or sentenced per 10,000 aged 10 to 17",
    supplier="moj",
    form="rate",
    good=LOW,
    unit="per 10,000",
    decimals=1,
    periods=(PeriodType.FINANCIAL_YEAR,),
    numerator="Children cautioned or sentenced in the year",
    per=Population(10, 17, per=10_000),
    lag=10,
    source="Youth Justice Board, youth justice statistics; LAIT YJS_Caution-Sentence10-17_YO",
)
