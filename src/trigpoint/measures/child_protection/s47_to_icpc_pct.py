from trigpoint.cases.enquiry import Enquiry
from trigpoint.language import NEITHER, Measure, PeriodType
from trigpoint.language.measure import PERCENT

s47_to_icpc_pct = Measure(
    title="Section 47 enquiries that led to an initial child protection conference",
    counts=Enquiry,
    dated_by=Enquiry.ended_on,
    exclude={"Enquiry still open": Enquiry.ended_on.is_missing()},
    unknown={
        "Ended before it started": Enquiry.is_ended_before_start == 1,
        "Linked only to a conference held before it started": Enquiry.is_conference_only_before == 1,
    },
    met=Enquiry.is_conference_held == 1,
    good=NEITHER,
    unit=PERCENT,
    periods=(PeriodType.QUARTER, PeriodType.MONTH, PeriodType.YTD, PeriodType.ROLLING12),
    variants={"cohort": {"ended": {}, "started": {"dated_by": Enquiry.started_on}}},
    words={"met": "Led to a conference", "not_met": "Led to none", "all": "Enquiries ended"},
    source="Annex A list 5",
    notes=(
        "An enquiry led to a conference when a conference that is linked to it was held, on the day of its start or "
        "later. The outcome that the enquiry itself records is not used."
    ),
    examples="""
        quarter to 2024-06-30 | as at 2024-06-30 | figure 1/3
        child | enquiries                | conferences | expect
        A     | 2024-03-20 to 2024-04-05 | 2024-04-12  | met
        B     | 2024-04-20 to 2024-05-05 |             | not met
        C     | 2024-04-20 to            | 2024-05-12  | none (still open)
        D     | 2024-04-20 to 2024-05-05 | 2024-04-19  | unknown: Linked only to a conference held before it started

        quarter to 2024-06-30 | as at 2024-06-30 | variant cohort=started | figure 0/2
        child | enquiries                | conferences | expect
        A     | 2024-03-20 to 2024-04-05 | 2024-04-12  | none (started before the quarter)
        B     | 2024-04-20 to 2024-05-05 |             | not met
        C     | 2024-04-20 to            | 2024-05-12  | excluded: Enquiry still open
        D     | 2024-04-20 to 2024-04-10 |             | unknown: Ended before it started
    """,
)
