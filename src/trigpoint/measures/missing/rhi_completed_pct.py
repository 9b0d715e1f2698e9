from trigpoint.cases.missing_episode import MissingEpisode
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT
from trigpoint.measures.interviews import BEFORE_RETURN, DUE, ERRORS, MERGE, REFUSAL, SCOPE, UASC

rhi_completed_pct = Measure(
    title="Return interviews completed",
    counts=MissingEpisode,
    dated_by=MissingEpisode.ended_on,
    exclude=DUE,
    unknown={**ERRORS, **BEFORE_RETURN},
    met=MissingEpisode.is_completed == 1,
    needs=("ext_return_interview", "ssd_cla_episodes"),
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.MONTH, PeriodType.QUARTER, PeriodType.ROLLING12, PeriodType.YTD),
    variants={"uasc": UASC, "scope": SCOPE, "refusal": REFUSAL, "merge": MERGE},
    words={"met": "Completed", "not_met": "Not completed, or not known", "all": "Missing episodes that ended"},
    seeds=("kent 18",),
    source="Statutory guidance on children who run away or go missing from home or care, 2014",
    notes="Whenever it was completed. A refusal is an interview not completed.",
    examples="""
        month to 2024-03-31 | as at 2024-06-30 | figure 1/4
        child | born       | episodes           | missing                  | interviews             | expect
        A     | 2010-01-01 | 2023-01-10 S C2 U6 | 2024-03-01 to 2024-03-04 | completed 2024-06-01   | met
        B     | 2010-01-01 | 2023-01-10 S C2 U6 | 2024-03-01 to 2024-03-04 | refused                | not met
        C     | 2010-01-01 | 2023-01-10 S C2 U6 | 2024-03-01 to 2024-03-04 |                        | not met
        D     | 2010-01-01 | 2023-01-10 S C2 U6 | 2024-03-01 to 2024-03-04 | completed 2024-03-03   | unknown: Interview dated before the return
        E     | 2010-01-01 |                    | 2024-03-01 to 2024-03-04 | completed 2024-03-05   | excluded: Not looked after on the day the episode began

        month to 2024-03-31 | as at 2024-06-30 | variant merge=true;refusal=exclude;scope=all | figure 1/2
        child | born       | episodes           | missing                  | interviews             | expect
        A     | 2010-01-01 |                    | 2024-03-01 to 2024-03-04; 2024-03-05 to 2024-03-08 | completed 2024-03-04 | met (one interview for both)
        B     | 2010-01-01 |                    | 2024-03-01 to 2024-03-04; 2024-03-06 to 2024-04-08 | | not met
        C     | 2010-01-01 |                    | 2024-03-01 to 2024-03-04 | refused                | excluded: Refused

        month to 2024-03-31 | as at 2024-06-30 | variant uasc=exc | figure none
        child | born       | episodes           | unaccompanied            | missing                  | interviews           | expect
        A     | 2010-01-01 | 2023-01-10 S C2 U6 | 2023-01-10 to 2024-03-05 | 2024-03-01 to 2024-03-04 | completed 2024-03-05 | excluded: Unaccompanied asylum-seeking child
    """,
)
