from trigpoint.cases.foi_request import FoiRequest
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

foi_in_timescale_pct = Measure(
    title="Freedom of information requests answered within 20 working days",
    counts=FoiRequest,
    dated_by=FoiRequest.limit_on,
    unknown={"Answered before it was received": FoiRequest.is_answered_before_receipt == 1},
    met=FoiRequest.responded_on.is_by(FoiRequest.limit_on),
    due=FoiRequest.limit_on,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.MONTH, PeriodType.QUARTER, PeriodType.ROLLING12, PeriodType.YTD),
    variants={"cohort": {"due": {}, "closed": {"dated_by": FoiRequest.responded_on, "due": None}}},
    words={"met": "Answered in 20 working days", "not_met": "Later, or not answered", "all": "Requests due"},
    seeds=("trust003 T11",),
    source="Freedom of Information Act 2000, section 10",
    notes="Day 1 is the working day after receipt.",
    examples="""
        month to 2025-01-31 | as at 2025-01-31 | figure 1/3
        request | received   | answered   | expect
        A       | 2024-12-02 | 2025-01-02 | met (the 20th working day)
        B       | 2024-12-02 | 2025-01-03 | not met
        C       | 2024-12-02 |            | not met
        D       | 2025-01-03 |            | pending (due on the data date)
        E       | 2025-01-06 | 2025-01-07 | none (due in February)

        month to 2025-01-31 | as at 2025-01-31 | variant cohort=closed | figure 2/4
        request | received   | answered   | expect
        A       | 2024-12-02 | 2025-01-02 | met
        B       | 2024-12-02 | 2025-01-03 | not met
        C       | 2025-01-06 | 2025-01-07 | met
        D       | 2025-01-06 | 2025-01-05 | unknown: Answered before it was received
    """,
)
