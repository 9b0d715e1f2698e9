from trigpoint.cases import Conference
from trigpoint.language import NEITHER, Measure, PeriodType, Population

icpc_rate_per_10000 = Measure(
    title="Initial child protection conferences held per 10,000 children",
    counts=Conference,
    dated_by=Conference.held_on,
    per=Population(0, 17, per=10_000),
    good=NEITHER,
    unit="per 10,000",
    decimals=1,
    periods=(PeriodType.ROLLING12, PeriodType.FINANCIAL_YEAR),
    words={"met": "Conferences"},
    seeds=("birmingham R4",),
    source="LAIT ISCP_Conf; DfE Children in need; ONS mid-year population estimates",
    notes="One per child at a conference, those transferred in from another authority included.",
    examples="""
        financial_year to 2024-03-31 | as at 2024-04-30 | population 2022 20000 | figure 2/20000
        child | conferences            | expect
        A     | 2023-04-01             | counted
        B     | 2024-03-31 transfer in | counted
        C     | 2023-03-31             | none
    """,
)
