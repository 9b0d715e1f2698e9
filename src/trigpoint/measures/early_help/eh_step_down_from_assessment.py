from trigpoint.cases.early_help_episode import EarlyHelpEpisode
from trigpoint.language import HIGH, Measure, PeriodType, Population

_IS_STEP_DOWN = EarlyHelpEpisode.is_step_down == 1
_STAGES = (
    "initial_assessment",
    "core_assessment",
    "assessment",
    "cin",
    "contact",
    "family_support",
    "intensive_family_support",
)

eh_step_down_from_assessment = Measure(
    title="Early help episodes stepped down from statutory services",
    counts=EarlyHelpEpisode,
    dated_by=EarlyHelpEpisode.started_on,
    needs=("ext_early_help_step_down",),
    where=_IS_STEP_DOWN,
    good=HIGH,
    unit="episodes",
    periods=(PeriodType.MONTH, PeriodType.YTD, PeriodType.QUARTER, PeriodType.ROLLING12),
    variants={
        "source": {
            "all": {},
            **{stage: {"where": _IS_STEP_DOWN & (EarlyHelpEpisode.stepped_down_from == stage)} for stage in _STAGES},
            "other": {
                "where": _IS_STEP_DOWN
                & (
                    EarlyHelpEpisode.stepped_down_from.is_missing()
                    | ~EarlyHelpEpisode.stepped_down_from.is_in(*_STAGES)
                )
            },
        },
        "form": {
            "count": {},
            "rate": {"per": Population(0, 17, per=10_000), "unit": "per 10,000", "decimals": 1},
        },
    },
    seeds=("hereford H2", "hereford H3"),
    source="Local definition (Herefordshire)",
    notes="By the month in which the early help episode started, from whatever stage unless source= says one.",
    examples="""
        month to 2024-03-31 | as at 2024-04-30 | figure 3
        child | early help    | stepped down from | expect
        A     | 2024-03-10 to | assessment        | counted
        B     | 2024-03-10 to | cin               | counted
        C     | 2024-03-10 to |                   | none
        D     | 2024-03-10 to | short breaks      | counted

        month to 2024-03-31 | as at 2024-04-30 | variant source=assessment | figure 1
        child | early help    | stepped down from  | expect
        A     | 2024-03-10 to | assessment         | counted
        B     | 2024-03-10 to | initial_assessment | none
        C     | 2024-03-10 to |                    | none

        month to 2024-03-31 | as at 2024-04-30 | variant source=other | figure 1
        child | early help    | stepped down from | expect
        A     | 2024-03-10 to | assessment        | none
        B     | 2024-03-10 to | short breaks      | counted

        ytd to 2014-08-31 | as at 2014-08-31 | population 2013 20000 | variant form=rate;source=core_assessment | figure 1/20000
        child | early help    | stepped down from  | expect
        A     | 2014-05-10 to | core_assessment    | counted
        B     | 2014-05-10 to | initial_assessment | none
    """,
)
