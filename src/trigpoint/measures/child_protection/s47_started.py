from trigpoint.cases.enquiry import Enquiry
from trigpoint.language import NEITHER, Measure, PeriodType

s47_started = Measure(
    title="Section 47 enquiries started",
    counts=Enquiry,
    dated_by=Enquiry.started_on,
    good=NEITHER,
    unit="enquiries",
    periods=(
        PeriodType.MONTH,
        PeriodType.QUARTER,
        PeriodType.YTD,
        PeriodType.ROLLING12,
        PeriodType.FINANCIAL_YEAR,
    ),
    words={"met": "Section 47 enquiries started"},
    seeds=("hereford H14",),
    source="DfE Children in need; Annex A list 5",
    notes="One per child. The start is the date of the strategy discussion that began the enquiry.",
    examples="""
        month to 2024-03-31 | as at 2024-03-31 | figure 3
        child | enquiries                               | expect
        A     | 2024-03-01 to 2024-03-20; 2024-03-31 to | counted, counted
        B     | 2024-03-05 to                           | counted
        C     | 2024-02-29 to 2024-03-05                | none
        D     | to 2024-03-05                           | none (no start: in no period)
    """,
)
