from trigpoint.cases.missing_episode import MissingEpisode
from trigpoint.language import HIGH, PERIOD_END, Measure, PeriodType
from trigpoint.language.measure import PERCENT
from trigpoint.measures.interviews import BEFORE_RETURN, DUE, ERRORS, MERGE, REFUSAL, SCOPE, UASC

rhi_in_timescale_pct = Measure(
    title="Return interviews completed within 72 hours or 3 working days",
    counts=MissingEpisode,
    dated_by=MissingEpisode.ended_on,
    exclude=DUE,
    unknown={**ERRORS, **BEFORE_RETURN},
    met=MissingEpisode.completed_on.is_by(MissingEpisode.limit_on),
    due=MissingEpisode.limit_on,
    needs=("ext_return_interview", "ssd_cla_episodes"),
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.MONTH, PeriodType.QUARTER, PeriodType.ROLLING12, PeriodType.YTD),
    variants={
        "uasc": UASC,
        "limit": {
            "3wd": {},
            "72h": {
                "met": MissingEpisode.completed_on.is_by(MissingEpisode.limit_72_hours_on)
                & (MissingEpisode.is_in_72_hours == 1),
                "due": MissingEpisode.limit_72_hours_on,
            },
        },
        "scope": SCOPE,
        "refusal": REFUSAL,
        "merge": MERGE,
        "as_of": {"as_at": {}, "period_end": {"known_at": PERIOD_END}},
    },
    words={"met": "In time", "not_met": "Late, not completed, or not known", "all": "Missing episodes that ended"},
    seeds=("kent 17",),
    source="Statutory guidance on children who run away or go missing from home or care, 2014",
    notes="The clock starts with the recorded return, else with the end of the episode. Pending until the limit passes.",
    examples="""
        month to 2024-03-31 | as at 2024-06-30 | figure 1/3
        child | born       | episodes           | missing                  | interviews             | expect
        A     | 2010-01-01 | 2023-01-10 S C2 U6 | 2024-03-20 to 2024-03-28 | returned 2024-03-28 10:00 completed 2024-04-04 09:00 | met (Good Friday and Easter Monday are no working days)
        B     | 2010-01-01 | 2023-01-10 S C2 U6 | 2024-03-20 to 2024-03-28 | completed 2024-04-05   | not met
        C     | 2010-01-01 | 2023-01-10 S C2 U6 | 2024-03-20 to 2024-03-28 | refused                | not met

        month to 2024-03-31 | as at 2024-06-30 | variant limit=72h | figure 2/4
        child | born       | episodes           | missing                  | interviews             | expect
        A     | 2010-01-01 | 2023-01-10 S C2 U6 | 2024-03-20 to 2024-03-28 | returned 2024-03-28 10:00 completed 2024-04-04 09:00 | not met
        B     | 2010-01-01 | 2023-01-10 S C2 U6 | 2024-03-20 to 2024-03-28 | returned 2024-03-28 10:00 completed 2024-03-31 10:00 | met
        C     | 2010-01-01 | 2023-01-10 S C2 U6 | 2024-03-20 to 2024-03-28 | returned 2024-03-28 10:00 completed 2024-03-31 10:01 | not met
        D     | 2010-01-01 | 2023-01-10 S C2 U6 | 2024-03-20 to 2024-03-28 | completed 2024-03-31 10:01 | met (no time of return: the third day)

        month to 2024-03-31 | as at 2024-04-04 | figure 1/1
        child | born       | episodes           | missing                  | interviews             | expect
        A     | 2010-01-01 | 2023-01-10 S C2 U6 | 2024-03-20 to 2024-03-28 |                        | pending
        B     | 2010-01-01 | 2023-01-10 S C2 U6 | 2024-03-20 to 2024-03-28 | completed 2024-04-02   | met

        month to 2024-03-31 | as at 2024-06-30 | variant as_of=period_end | figure 0/1
        child | born       | episodes           | missing                  | interviews             | expect
        A     | 2010-01-01 | 2023-01-10 S C2 U6 | 2024-03-20 to 2024-03-28 | completed 2024-04-02   | pending
        B     | 2010-01-01 | 2023-01-10 S C2 U6 | 2024-03-20 to 2024-03-22 |                        | not met

        month to 2024-03-31 | as at 2024-06-30 | variant limit=72h;merge=true | figure 1/1
        child | born       | episodes           | missing                  | interviews             | expect
        A     | 2010-01-01 | 2023-01-10 S C2 U6 | 2024-03-01 to 2024-03-04; 2024-03-05 to 2024-03-08 | completed 2024-03-05 10:00 | met
    """,
)
