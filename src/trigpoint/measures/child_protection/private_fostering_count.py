from trigpoint.cases.open_private_fostering import OpenPrivateFostering
from trigpoint.cases.private_fostering import PrivateFostering
from trigpoint.language import NEITHER, Measure, PeriodType

private_fostering_count = Measure(
    title="Private fostering arrangements",
    counts=OpenPrivateFostering,
    dated_by=OpenPrivateFostering.as_at,
    where=OpenPrivateFostering.is_ended == 0,
    good=NEITHER,
    unit="children",
    periods=(PeriodType.SNAPSHOT,),
    variants={
        "cohort": {
            "current": {},
            "starting": {
                "counts": PrivateFostering,
                "dated_by": PrivateFostering.aware_on,
                "where": None,
                "periods": (PeriodType.QUARTER,),
            },
        },
    },
    words={"met": "Arrangements"},
    source="ADCS Safeguarding Pressures",
    notes="One per arrangement. It is deemed to begin when the authority became aware of it.",
    examples="""
        snapshot to 2024-03-31 | as at 2024-04-30 | figure 2
        child | private fostering        | expect
        A     | 2024-01-08 to            | counted
        B     | 2024-01-08 to 2024-03-31 | none
        C     | 2024-04-01 to            | none
        D     | 2024-03-31 to 2024-04-01 | counted

        quarter to 2024-03-31 | as at 2024-04-30 | variant cohort=starting | figure 2
        child | private fostering        | expect
        A     | 2024-01-08 to            | counted
        B     | 2024-01-08 to 2024-01-31 | counted
        C     | 2023-12-31 to            | none
    """,
)
