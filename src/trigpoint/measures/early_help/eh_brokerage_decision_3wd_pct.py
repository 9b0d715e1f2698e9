from trigpoint.cases.early_help_request import EarlyHelpRequest
from trigpoint.language import HIGH, PERIOD_END, Measure, PeriodType
from trigpoint.language.measure import PERCENT

eh_brokerage_decision_3wd_pct = Measure(
    title="Early help brokerage decisions within 3 working days",
    counts=EarlyHelpRequest,
    dated_by=EarlyHelpRequest.received_on,
    unknown={"Decided before it was received": EarlyHelpRequest.decided_on < EarlyHelpRequest.received_on},
    met=EarlyHelpRequest.decided_on.is_by(EarlyHelpRequest.limit_on),
    due=EarlyHelpRequest.limit_on,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.MONTH, PeriodType.QUARTER, PeriodType.YTD, PeriodType.ROLLING12),
    variants={
        "cohort": {"received": {}, "decided": {"dated_by": EarlyHelpRequest.decided_on}},
        "as_of": {"as_at": {}, "period_end": {"known_at": PERIOD_END}},
    },
    words={"met": "Decided in time", "not_met": "Later, or not decided", "all": "All requests, but for those pending"},
    seeds=("cheshire_east 26",),
    source="Local definition (Cheshire East)",
    notes="The day of receipt is day 0.",
    examples="""
        month to 2024-03-31 | as at 2024-04-04 | figure 1/3
        child | early help requests      | expect
        A     | 2024-03-27 to 2024-04-03 | met     (day 3: 29 March and 1 April are holidays)
        B     | 2024-03-27 to 2024-04-04 | not met
        C     | 2024-03-28 to            | pending
        D     | 2024-03-27 to 2024-03-26 | unknown: Decided before it was received

        month to 2024-04-30 | as at 2024-04-30 | variant cohort=decided | figure 1/2
        child | early help requests      | expect
        A     | 2024-03-27 to 2024-04-03 | met
        B     | 2024-03-27 to 2024-04-04 | not met
        C     | 2024-03-28 to            | none

        month to 2024-03-31 | as at 2024-04-30 | variant as_of=period_end | figure 0/1
        child | early help requests      | expect
        A     | 2024-03-27 to 2024-04-03 | pending
        B     | 2024-03-20 to 2024-04-03 | not met
    """,
)
