from trigpoint.cases.early_help_episode import EarlyHelpEpisode
from trigpoint.cases.early_help_intervention import EarlyHelpIntervention
from trigpoint.language import LOW, MEDIAN, Measure, PeriodType

eh_intervention_length_days = Measure(
    title="Length of family support intervention",
    counts=EarlyHelpIntervention,
    dated_by=EarlyHelpIntervention.ended_on,
    unknown={"Ended before it started": EarlyHelpIntervention.ended_before_start == 1},
    value=EarlyHelpIntervention.days,
    good=LOW,
    unit="days",
    periods=(PeriodType.QUARTER, PeriodType.ROLLING12, PeriodType.MONTH, PeriodType.YTD),
    variants={
        "average": {"mean": {}, "median": {"average": MEDIAN}},
        "level": {"family": {}, "child": {"counts": EarlyHelpEpisode}},
    },
    words={"all": "Interventions that ended", "sum": "Days, all interventions"},
    seeds=("trust003 T13",),
    source="Local contract (trust003)",
    notes=(
        "Episodes of one family's children that overlap are one intervention, from the first start to the last end. "
        "Stands beside the episodes still open: closing only short ones flatters."
    ),
    examples="""
        quarter to 2024-06-30 | as at 2024-06-30 | figure 150/2
        child | household | early help               | expect
        A     | F1        | 2024-03-01 to 2024-05-30 | counted 100
        B     | F1        | 2024-04-01 to 2024-06-09 | none (with the sibling, from 1 March to 9 June)
        C     |           | 2024-05-01 to 2024-06-20 | counted 50
        D     | F2        | 2024-05-01 to 2024-06-20 | none (a sibling's is open)
        E     | F2        | 2024-06-01 to            | none
        F     |           | to 2024-06-20            | unknown: No start date recorded
        G     |           | 2024-06-20 to 2024-06-19 | unknown: Ended before it started

        quarter to 2024-06-30 | as at 2024-06-30 | variant level=child | figure 159/2
        child | household | early help               | expect
        A     | F1        | 2024-03-01 to 2024-05-30 | counted 90
        B     | F1        | 2024-04-01 to 2024-06-09 | counted 69

        quarter to 2024-06-30 | as at 2024-06-30 | variant average=median | figure 40
        child | early help               | expect
        A     | 2024-05-01 to 2024-05-11 | counted 10
        B     | 2024-05-01 to 2024-06-10 | counted 40
        C     | 2024-03-01 to 2024-06-09 | counted 100
    """,
)
