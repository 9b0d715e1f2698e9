from trigpoint.cases import OpenAssessment
from trigpoint.language import LOW, Measure, PeriodType
from trigpoint.language.measure import PERCENT

assessments_open_overdue = Measure(
    title="Open assessments past 45 working days",
    counts=OpenAssessment,
    dated_by=OpenAssessment.as_at,
    where=OpenAssessment.is_over_45_working_days == 1,
    exclude={"Referral closed": OpenAssessment.referral_is_closed == 1},
    good=LOW,
    unit="assessments",
    periods=(PeriodType.SNAPSHOT,),
    variants={
        "n": {"45": {}},
        "form": {
            "count": {},
            "pct": {"where": None, "met": OpenAssessment.is_over_45_working_days == 1, "unit": PERCENT},
        },
    },
    words={"met": "Open past 45 working days", "not_met": "Open, in time", "all": "Open assessments"},
    source="CIN census validation 8670Q",
    notes="Stands beside the share completed in time, which improves when late assessments are left open.",
    examples="""
        snapshot to 2024-05-09 | as at 2024-05-09 | figure 0
        child | assessments   | expect
        A     | 2024-03-04 to | none (day 45)

        snapshot to 2024-05-10 | as at 2024-05-10 | figure 1
        child | referrals                    | assessments              | expect
        A     |                              | 2024-03-04 to            | counted (day 46)
        B     | 2024-03-01 closed 2024-05-10 | 2024-03-04 to            | excluded: Referral closed
        C     |                              | 2024-03-04 to 2024-05-10 | none

        snapshot to 2024-05-31 | as at 2024-06-30 | variant form=pct | figure 1/2
        child | assessments   | expect
        A     | 2024-03-04 to | met
        B     | 2024-05-04 to | not met
    """,
)
