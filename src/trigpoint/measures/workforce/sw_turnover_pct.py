from trigpoint.cases.staff_turnover import StaffTurnover
from trigpoint.language import LOW, PeriodType, TrueRatio
from trigpoint.language.measure import PERCENT

sw_turnover_pct = TrueRatio(
    title="Staff turnover",
    counts=StaffTurnover,
    dated_by=StaffTurnover.as_at,
    where=StaffTurnover.role == "social_worker",
    numerator=StaffTurnover.left_fte,
    denominator=StaffTurnover.in_post_fte,
    times=100,
    good=LOW,
    unit=PERCENT,
    periods=(PeriodType.ROLLING12, PeriodType.FINANCIAL_YEAR),
    variants={
        "staff": {"social_workers": {}, "all": {"where": None}},
        "denominator": {
            "in_post": {},
            "average": {
                "numerator": StaffTurnover.left_people,
                "denominator": StaffTurnover.people_at_both_ends,
                "scale": 2,
            },
        },
    },
    words={"met": "Left in the 12 months", "all": "In post at the end"},
    seeds=("trust003 T41",),
    source="DfE Children's social work workforce; LAIT Work_Force_TO_Rate; CSC dashboard",
    notes=(
        "Permanent staff in full-time equivalents; the average is of people, at the start and at the end. Who takes "
        "up another permanent post by the next working day has not left."
    ),
    examples="""
        rolling12 to 2024-09-30 | as at 2024-12-31 | figure 1200/10000
        staff | post                                                        | expect
        A     | 100 permanent 2020-01-02 to                                 | counted
        B     | 12 permanent 2020-01-02 to 2024-05-01                       | counted
        C     | 1 permanent 2020-01-02 to 2023-09-30                        | none    (left before the 12 months)
        D     | 1 agency 2020-01-02 to 2024-05-01                           | none

        rolling12 to 2024-09-30 | as at 2024-12-31 | variant staff=all;denominator=average | figure 1/2.5
        staff | post                                                        | expect
        A     | 1 permanent 2020-01-02 to                                   | counted
        B     | 1 permanent 2020-01-02 to 2024-03-28                        | counted
        C     | 1 permanent 2020-01-02 to 2024-03-28; 1 permanent 2024-04-02 to | counted (another post after Easter)

        rolling12 to 2024-09-30 | as at 2024-12-31 | figure 100/200
        staff | post                                                        | expect
        A     | 1 permanent 2020-01-02 to                                   | counted
        B     | 1 permanent 2020-01-02 to 2024-05-01 unnamed; 1 permanent 2024-05-01 to unnamed | counted (the post goes on)
        C     | 1 permanent 2020-01-02 to 2024-05-01 unnamed                | counted
        D     | - permanent 2020-01-02 to                                   | unknown: No full-time equivalent recorded
    """,
)
