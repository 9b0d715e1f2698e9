from trigpoint.cases.missing_episode import MissingEpisode
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT
from trigpoint.measures.interviews import DUE, ERRORS

rhi_offered_pct = Measure(
    title="Missing episodes after which a return interview was offered",
    counts=MissingEpisode,
    dated_by=MissingEpisode.ended_on,
    exclude={**DUE, "Died": MissingEpisode.died_on <= MissingEpisode.ended_on},
    unknown=ERRORS,
    met=MissingEpisode.is_offered == 1,
    needs=("ssd_cla_episodes",),
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.MONTH, PeriodType.QUARTER, PeriodType.ROLLING12, PeriodType.YTD),
    variants={"numerator": {"offered": {}, "accepted": {"met": MissingEpisode.is_accepted == 1}}},
    words={"met": "Offered", "not_met": "Not offered, or not known", "all": "Missing episodes that ended"},
    source="Annex A, list 8",
    notes="Of the missing episodes, of children looked after when they began, that ended in the period.",
    examples="""
        month to 2024-03-31 | as at 2024-06-30 | figure 1/3
        child | born       | episodes           | missing                                           | expect
        A     | 2010-01-01 | 2023-01-10 S C2 U6 | 2024-02-20 to 2024-03-04 offered Y accepted N     | met
        B     | 2010-01-01 | 2023-01-10 S C2 U6 | 2024-03-01 to 2024-03-04 offered N                | not met
        C     | 2010-01-01 | 2023-01-10 S C2 U6 | 2024-03-01 to 2024-03-04                          | unknown: Not recorded whether a return interview was offered
        D     | 2010-01-01 | 2023-01-10 S C2 U6 | 2024-03-01 to 2024-04-04 offered Y                | none
        E     | 2010-01-01 |                    | 2024-03-01 to 2024-03-04 offered Y                | excluded: Not looked after on the day the episode began

        month to 2024-03-31 | as at 2024-06-30 | variant numerator=accepted | figure 1/4
        child | born       | episodes           | missing                                           | expect
        A     | 2010-01-01 | 2023-01-10 S C2 U6 | 2024-03-01 to 2024-03-04 offered Y accepted Y     | met
        B     | 2010-01-01 | 2023-01-10 S C2 U6 | 2024-03-01 to 2024-03-04 offered Y accepted N     | not met
        C     | 2010-01-01 | 2023-01-10 S C2 U6 | 2024-03-01 to 2024-03-04 offered N                | not met
        D     | 2010-01-01 | 2023-01-10 S C2 U6 | to 2024-03-04 offered Y accepted Y                | unknown: No start date recorded
    """,
)
