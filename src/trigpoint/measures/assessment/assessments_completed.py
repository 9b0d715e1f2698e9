from trigpoint.cases import Assessment
from trigpoint.language import NEITHER, Measure, PeriodType, Population

assessments_completed = Measure(
    title="Assessments completed",
    counts=Assessment,
    dated_by=Assessment.authorised_on,
    good=NEITHER,
    unit="assessments",
    periods=(
        PeriodType.MONTH,
        PeriodType.QUARTER,
        PeriodType.YTD,
        PeriodType.ROLLING12,
        PeriodType.FINANCIAL_YEAR,
    ),
    variants={
        "form": {
            "count": {},
            "rate": {"per": Population(0, 17, per=10_000), "unit": "per 10,000", "decimals": 1},
        }
    },
    words={"met": "Assessments completed"},
    seeds=("birmingham R2",),
    source="DfE Children in need; LAIT",
    notes="Counted by the day of authorisation. The rate of a part of a year is not made a yearly one.",
    examples="""
        month to 2024-05-31 | as at 2024-06-30 | figure 3
        child | assessments                                        | expect
        A     | 2024-03-04 to 2024-05-01; 2024-05-02 to 2024-05-31 | counted, counted
        B     | to 2024-05-10                                      | counted (a missing start does not matter)
        C     | 2024-05-10 to                                      | none
        D     | 2024-03-04 to 2024-06-01                           | none

        rolling12 to 2024-05-31 | as at 2024-06-30 | population 2022 20000 | variant form=rate | figure 1/20000
        child | assessments              | expect
        A     | 2023-05-30 to 2023-06-01 | counted (the first day of the 12 months)
        B     | 2023-05-30 to 2023-05-31 | none
    """,
)
