from trigpoint.cases.reviewing_officer import ReviewingOfficer
from trigpoint.language import LOW, PeriodType, TrueRatio

caseload_average_iro = TrueRatio(
    title="Average caseload of independent reviewing officers",
    counts=ReviewingOfficer,
    dated_by=ReviewingOfficer.as_at,
    exclude={"No full-time equivalent recorded": ReviewingOfficer.fte.is_missing() | (ReviewingOfficer.fte == 0)},
    numerator=ReviewingOfficer.cases,
    denominator=ReviewingOfficer.fte,
    scale=100,
    good=LOW,
    unit="cases per worker",
    decimals=1,
    periods=(PeriodType.SNAPSHOT,),
    variants={
        "uasc": {
            "inc": {},
            "exc": {
                "instead": {
                    ReviewingOfficer.cases: ReviewingOfficer.cases_not_uasc,
                    ReviewingOfficer.cases_with_plans: ReviewingOfficer.cases_with_plans_not_uasc,
                }
            },
        },
        "cp_chairing": {
            "exclude": {},
            "include": {
                "needs": ("ssd_cp_plans",),
                "instead": {
                    ReviewingOfficer.cases: ReviewingOfficer.cases_with_plans,
                    ReviewingOfficer.cases_not_uasc: ReviewingOfficer.cases_with_plans_not_uasc,
                },
            },
        },
    },
    words={"met": "Children looked after", "all": "Reviewing officers holding cases, full-time equivalent"},
    seeds=("kent 25",),
    source="Local (Kent); IRO Handbook",
    notes="Children looked after over the full-time equivalent of the officers who review them.",
    examples="""
        snapshot to 2024-09-30 | as at 2024-09-30 | figure 4/1.5
        officer | fte | unaccompanied | reviews for | chairs for | expect
        A       | 1.0 | 1             | 3           | 2          | counted
        B       | 0.5 | 0             | 1           | 0          | counted
        C       |     | 0             | 1           | 0          | excluded: No full-time equivalent recorded
        D       | 1.0 | 0             | 0           | 5          | none (reviews for no child looked after)

        snapshot to 2024-09-30 | as at 2024-09-30 | variant uasc=exc | figure 3/1.5
        officer | fte | unaccompanied | reviews for | chairs for | expect
        A       | 1.0 | 1             | 3           | 2          | counted
        B       | 0.5 | 0             | 1           | 0          | counted

        snapshot to 2024-09-30 | as at 2024-09-30 | variant cp_chairing=include;uasc=exc | figure 5/1.5
        officer | fte | unaccompanied | reviews for | chairs for | expect
        A       | 1.0 | 1             | 3           | 2          | counted
        B       | 0.5 | 0             | 1           | 0          | counted
    """,
)
