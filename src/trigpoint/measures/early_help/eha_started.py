from trigpoint.cases.early_help_episode import EarlyHelpEpisode
from trigpoint.language import NEITHER, Measure, PeriodType, Population

eha_started = Measure(
    title="Early help episodes started",
    counts=EarlyHelpEpisode,
    dated_by=EarlyHelpEpisode.started_on,
    good=NEITHER,
    unit="episodes",
    periods=(PeriodType.MONTH, PeriodType.QUARTER, PeriodType.ROLLING12, PeriodType.YTD),
    variants={
        "form": {
            "count": {},
            "rate": {"per": Population(0, 17, per=10_000), "unit": "per 10,000", "decimals": 1},
        }
    },
    source="ADCS Safeguarding Pressures",
    notes="Each child's episode counts.",
    examples="""
        month to 2024-03-31 | as at 2024-04-30 | figure 3
        child | early help                                | expect
        A     | 2024-03-10 to                             | counted
        B     | 2024-03-10 to 2024-03-20; 2024-03-25 to   | counted, counted
        C     | 2024-02-29 to                             | none

        month to 2024-03-31 | as at 2024-04-30 | population 2022 20000 | variant form=rate | figure 1/20000
        child | early help    | expect
        A     | 2024-03-10 to | counted
    """,
)
