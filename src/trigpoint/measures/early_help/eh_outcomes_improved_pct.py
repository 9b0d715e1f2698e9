from trigpoint.cases.early_help_intervention import EarlyHelpIntervention
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

eh_outcomes_improved_pct = Measure(
    title="Families with improved outcomes at closure",
    counts=EarlyHelpIntervention,
    dated_by=EarlyHelpIntervention.ended_on,
    needs=("ext_family_outcome",),
    exclude={"No outcome measure recorded": EarlyHelpIntervention.is_improved.is_missing()},
    met=EarlyHelpIntervention.is_improved == 1,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.QUARTER, PeriodType.ROLLING12, PeriodType.MONTH, PeriodType.YTD),
    words={"met": "Improved", "not_met": "Not improved", "all": "Families whose outcome was measured"},
    seeds=("trust003 T14",),
    source="Local contract (trust003)",
    notes="A family counts once for each intervention that ended. It improved when no outcome of it says otherwise.",
    examples="""
        quarter to 2024-06-30 | as at 2024-06-30 | figure 1/3
        child | household | early help               | family improved | expect
        A     | F1        | 2024-03-01 to 2024-05-30 | Y               | met
        B     |           | 2024-03-01 to 2024-05-30 | N               | not met
        C     |           | 2024-03-01 to 2024-05-30 |                 | excluded: No outcome measure recorded
        D     | F2        | 2024-03-01 to 2024-05-30 | Y               | not met (a sibling's says no)
        E     | F2        | 2024-03-01 to 2024-05-30 | N               | none
    """,
)
