from trigpoint.cases.proceedings import Proceedings
from trigpoint.language import LOW, MEDIAN, Measure, PeriodType

care_proceedings_duration_weeks = Measure(
    title="Average duration of care proceedings",
    counts=Proceedings,
    dated_by=Proceedings.final_order_on,
    unknown={"Final order before issue": Proceedings.is_final_before_issue == 1},
    value=Proceedings.days,
    scale=7,
    good=LOW,
    unit="weeks",
    periods=(PeriodType.QUARTER, PeriodType.ROLLING12, PeriodType.MONTH, PeriodType.YTD),
    variants={"average": {"mean": {}, "median": {"average": MEDIAN}}},
    words={"all": "Proceedings concluded", "sum": "Weeks, all proceedings"},
    source="MoJ family court statistics; Cafcass",
    examples="""
        quarter to 2024-09-30 | as at 2024-10-31 | figure 30/2
        child | born       | proceedings              | expect
        A     | 2022-01-01 | 2024-01-08 to 2024-07-08 | counted 182
        B     | 2022-01-01 | 2024-07-01 to 2024-07-29 | counted 28
        C     | 2022-01-01 | to 2024-07-08            | unknown: No date of issue recorded
        D     | 2022-01-01 | 2024-08-08 to 2024-07-08 | unknown: Final order before issue

        rolling12 to 2024-09-30 | as at 2024-10-31 | variant average=median | figure 4
        child | born       | proceedings              | expect
        A     | 2022-01-01 | 2024-01-08 to 2024-07-08 | counted 182
        B     | 2022-01-01 | 2024-07-01 to 2024-07-29 | counted 28
        C     | 2022-01-01 | 2024-07-01 to 2024-07-15 | counted 14
    """,
)
