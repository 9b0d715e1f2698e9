from trigpoint.cases.adoption_decision import AdoptionDecision
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

adoption_plan_within_4m_pct = Measure(
    title="Adoption agreed as the plan within 4 months of entering care",
    counts=AdoptionDecision,
    dated_by=AdoptionDecision.decided_on,
    met=AdoptionDecision.decided_on <= AdoptionDecision.limit_on,
    needs=("ssd_cla_episodes",),
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.MONTH, PeriodType.ROLLING12, PeriodType.QUARTER, PeriodType.YTD),
    words={"met": "Within 4 months", "not_met": "Later", "all": "Children with an adoption decision"},
    seeds=("kent 26",),
    source="Kent County Council",
    examples="""
        month to 2018-02-28 | as at 2018-03-31 | figure 1/2
        child | born       | episodes           | adoption decision | expect
        A     | 2016-01-01 | 2017-10-31 S V2 U6 | 2018-02-28        | met
        B     | 2016-01-01 |                    | 2018-02-28        | unknown: No period of care found

        month to 2018-03-31 | as at 2018-03-31 | figure 1/2
        child | born       | episodes           | adoption decision | expect
        A     | 2016-01-01 | 2017-10-31 S V2 U6 | 2018-03-01        | not met
        B     | 2016-01-01 | 2016-10-31 S V2 U6; end 2016-12-01 E4A; 2017-12-01 S V2 U6 | 2018-03-01 | met (the latest period of care)
    """,
)
