from trigpoint.cases.early_help_episode import EarlyHelpEpisode
from trigpoint.language import LOW, Measure, PeriodType
from trigpoint.language.measure import PERCENT

eh_step_up_pct = Measure(
    title="Early help episodes closing with a step up to social care",
    counts=EarlyHelpEpisode,
    dated_by=EarlyHelpEpisode.ended_on,
    needs=("ssd_cin_episodes",),
    met=(EarlyHelpEpisode.is_ended_by_step_up == 1)
    | EarlyHelpEpisode.referred_on.is_by(EarlyHelpEpisode.referral_limit_on),
    due=EarlyHelpEpisode.referral_limit_on,
    good=LOW,
    unit=PERCENT,
    periods=(PeriodType.QUARTER, PeriodType.ROLLING12, PeriodType.MONTH, PeriodType.YTD),
    words={"met": "Stepped up", "not_met": "Not stepped up", "all": "Episodes ended, but for those pending"},
    source="ADCS Safeguarding Pressures",
    notes=(
        "Stepped up by the reason for the end, or by a referral of the child from the day of the end to the 28th day "
        "after. Until then an episode that ended for another reason is pending."
    ),
    examples="""
        quarter to 2024-06-30 | as at 2024-07-01 | figure 2/4
        child | early help                              | referrals  | expect
        A     | 2024-01-10 to 2024-05-01 Step up to CSC |            | met
        B     | 2024-01-10 to 2024-05-01 Needs met      | 2024-05-29 | met     (day 28)
        C     | 2024-01-10 to 2024-05-01 Needs met      | 2024-05-30 | not met (day 29)
        D     | 2024-01-10 to 2024-05-01                |            | unknown: No reason for the end recorded
        E     | 2024-01-10 to 2024-06-03 Needs met      |            | pending
    """,
)
