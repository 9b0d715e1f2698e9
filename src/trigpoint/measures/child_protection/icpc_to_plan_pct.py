from trigpoint.cases import Conference
from trigpoint.language import NEITHER, Measure, PeriodType
from trigpoint.language.measure import PERCENT

icpc_to_plan_pct = Measure(
    title="Initial child protection conferences that led to a child protection plan",
    counts=Conference,
    dated_by=Conference.held_on,
    met=Conference.is_plan_made == 1,
    good=NEITHER,
    unit=PERCENT,
    periods=(PeriodType.QUARTER, PeriodType.MONTH, PeriodType.YTD, PeriodType.ROLLING12),
    words={"met": "Led to a plan", "not_met": "Led to none, or not known", "all": "All conferences"},
    source="Annex A list 5",
    notes="As the conference records its outcome, one per child.",
    examples="""
        quarter to 2024-06-30 | as at 2024-06-30 | figure 1/3
        child | conferences | outcomes     | expect
        A     | 2024-04-12  | plan         | met
        B     | 2024-04-12  | no plan      | not met
        C     | 2024-04-12  | not recorded | unknown: No outcome recorded
    """,
)
