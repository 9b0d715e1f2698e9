from trigpoint.cases.second_review import SecondReview
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

cla_permanence_plan_2nd_review_pct = Measure(
    title="Children looked after with a plan for permanence by the second review",
    counts=SecondReview,
    dated_by=SecondReview.held_on,
    met=SecondReview.planned_on.is_by(SecondReview.held_on),
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.QUARTER, PeriodType.ROLLING12, PeriodType.MONTH, PeriodType.YTD),
    variants={
        "limit": {
            "second_review": {},
            "4m": {
                "met": SecondReview.planned_on.is_by(SecondReview.four_months_on),
                "due": SecondReview.four_months_on,
            },
        }
    },
    words={"met": "Plan in time", "not_met": "No plan in time", "all": "Second reviews"},
    source="Care planning, placement and case review: statutory guidance, volume 2",
    notes="A care plan in force in the period of care that names any option for permanence, by the day of the review.",
    examples="""
        quarter to 2024-06-30 | as at 2024-06-30 | figure 1/3
        child | born       | episodes           | reviews                            | care plans                       | expect
        A     | 2015-01-01 | 2024-01-10 S C2 U6 | 2024-02-06; 2024-05-06             | 2024-05-06 returnev              | met
        B     | 2015-01-01 | 2024-01-10 S C2 U6 | 2024-02-06; 2024-05-06             | 2024-05-07 adoption              | not met
        C     | 2015-01-01 | 2024-01-10 S C2 U6 | 2024-02-06; 2024-05-06; 2024-06-06 | 2024-01-10                       | not met (a plan without an option)
        D     | 2015-01-01 | 2024-01-10 S C2 U6 | 2024-05-06; 2024-05-06             | 2024-01-10 adoption              | none (reviews of one day are one)

        quarter to 2024-06-30 | as at 2024-06-30 | variant limit=4m | figure 1/2
        child | born       | episodes           | reviews                            | care plans                       | expect
        A     | 2015-01-01 | 2024-01-10 S C2 U6 | 2024-02-06; 2024-05-06             | 2024-05-10 adoption              | met
        B     | 2015-01-01 | 2024-01-10 S C2 U6 | 2024-02-06; 2024-05-06             | 2024-05-11 adoption              | not met
        C     | 2015-01-01 | 2024-03-01 S C2 U6 | 2024-03-28; 2024-06-06             |                                  | pending
    """,
)
