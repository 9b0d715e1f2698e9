from trigpoint.cases.enquiry import Enquiry
from trigpoint.language import NEITHER, Measure, PeriodType, Population

s47_rate_per_10000 = Measure(
    title="Section 47 enquiries started per 10,000 children",
    counts=Enquiry,
    dated_by=Enquiry.started_on,
    per=Population(0, 17, per=10_000),
    good=NEITHER,
    unit="per 10,000",
    decimals=1,
    periods=(PeriodType.ROLLING12, PeriodType.FINANCIAL_YEAR),
    words={"met": "Section 47 enquiries started"},
    seeds=("birmingham R3",),
    source="LAIT Section_47; DfE Children in need; ONS mid-year population estimates",
    examples="""
        rolling12 to 2024-03-31 | as at 2024-04-30 | population 2022 20000 | figure 2/20000
        child | enquiries                               | expect
        A     | 2023-04-01 to 2023-04-20; 2024-03-31 to | counted, counted
        B     | 2023-03-31 to                           | none (the day before the 12 months)
    """,
)
