from trigpoint.cases.open_private_fostering import OpenPrivateFostering
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

private_fostering_visits_pct = Measure(
    title="Private fostering arrangements visited on time",
    counts=OpenPrivateFostering,
    dated_by=OpenPrivateFostering.as_at,
    met=OpenPrivateFostering.is_visit_late == 0,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.QUARTER, PeriodType.SNAPSHOT),
    needs=("ext_private_fostering_visit",),
    by_period={PeriodType.SNAPSHOT: {"where": OpenPrivateFostering.is_ended == 0}},
    words={"met": "Every visit on time", "not_met": "A visit late", "all": "All arrangements"},
    seeds=("cheshire_east 34",),
    source="Children (Private Arrangements for Fostering) Regulations 2005, regulation 8",
    notes=(
        "Every gap between visits at most six weeks in the first year and twelve weeks after, from the day the "
        "authority became aware to the end or to the date. A quarter takes the arrangements open on a day of it."
    ),
    examples="""
        quarter to 2024-06-30 | as at 2024-06-30 | figure 1/4
        child | private fostering        | fostering visits                               | expect
        A     | 2024-01-08 to            | 2024-02-19; 2024-04-02; 2024-05-10; 2024-06-20 | not met (43 days in spring)
        B     | 2024-01-08 to            | 2024-02-19; 2024-04-01; 2024-05-13; 2024-06-20 | met     (42 days each)
        C     | 2024-01-08 to 2024-04-02 | 2024-02-19                                     | not met (43 days to the end)
        D     | 2024-01-08 to 2024-04-01 | 2024-02-19                                     | none    (not open in the quarter)
        E     | 2024-05-10 to            |                                                | not met (51 days without a visit)

        quarter to 2024-06-30 | as at 2024-06-30 | figure 2/2
        child | private fostering        | fostering visits                               | expect
        B     | 2024-01-08 to 2024-04-02 | 2024-02-19; 2024-02-20                         | met     (42 days each)
        C     | 2024-05-19 to            |                                                | met     (42 days today)

        snapshot to 2024-06-30 | as at 2024-06-30 | figure 1/2
        child | private fostering        | fostering visits                               | expect
        A     | 2024-01-08 to 2024-04-02 | 2024-02-19                                     | none (ended)
        B     | 2024-05-18 to            |                                                | not met
        C     | 2024-05-18 to            | 2024-06-29                                     | met
    """,
)
