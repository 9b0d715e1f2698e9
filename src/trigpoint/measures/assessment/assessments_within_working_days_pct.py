from trigpoint.cases import Assessment
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

assessments_within_working_days_pct = Measure(
    title="Assessments completed within 45 working days",
    counts=Assessment,
    dated_by=Assessment.authorised_on,
    unknown={"Authorised before it started": Assessment.authorised_before_start == 1},
    met=Assessment.working_days <= 45,
    good=HIGH,
    unit=PERCENT,
    periods=(
        PeriodType.MONTH,
        PeriodType.QUARTER,
        PeriodType.YTD,
        PeriodType.ROLLING12,
        PeriodType.FINANCIAL_YEAR,
    ),
    variants={
        "n": {
            "45": {},
            "10": {"met": Assessment.working_days <= 10},
            "20": {"met": Assessment.working_days <= 20},
            "25": {"met": Assessment.working_days <= 25},
            "35": {"met": Assessment.working_days <= 35},
        },
        "clock_start": {
            "assessment_start": {},
            "referral_date": {
                "instead": {
                    Assessment.working_days: Assessment.working_days_from_referral,
                    Assessment.authorised_before_start: Assessment.authorised_before_referral,
                }
            },
        },
    },
    words={"met": "Within 45 working days", "not_met": "Later, or not known", "all": "All assessments completed"},
    seeds=("birmingham KPI3", "trust003 T1", "trust003 T17"),
    source="CIN census; LAIT Continue_Assess_Comp; Working Together",
    notes="The day of the start is day 0. Open assessments are not counted: see assessments_open_overdue.",
    examples="""
        month to 2024-05-31 | as at 2024-05-31 | figure 1/4
        child | assessments                  | expect
        A     | 2024-03-04 to 2024-05-09     | met     (day 45: 29 March, 1 April and 6 May are holidays)
        B     | 2024-03-04 to 2024-05-10     | not met (day 46)
        C     | to 2024-05-10                | unknown: No start date recorded
        D     | 2024-05-20 to 2024-05-10     | unknown: Authorised before it started

        month to 2024-05-31 | as at 2024-05-31 | variant clock_start=referral_date | figure 0/1
        child | referrals  | assessments              | expect
        A     | 2024-03-01 | 2024-03-04 to 2024-05-09 | not met (day 46 from the referral)

        month to 2024-05-31 | as at 2024-05-31 | variant clock_start=referral_date | figure 1/4
        child | referrals  | assessments                                                  | expect
        A     | 2024-03-01 | 2024-03-04 to 2024-05-09; 2024-03-04 to 2024-05-09           | not met, met (the second runs from its own start)
        B     | 2024-03-01 | 2024-03-04 to 2024-05-09; 2024-03-04 to 2024-05-10 same id   | not met, not met (one assessment told twice)
    """,
)
