from trigpoint.cases.plan_visit import PlanVisit
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

cpp_seen_alone_pct = Measure(
    title="Child protection visits at which the child was seen alone",
    counts=PlanVisit,
    dated_by=PlanVisit.visited_on,
    exclude={
        "Plan of another authority": PlanVisit.is_other_authority == 1,
        "Younger than four": PlanVisit.age < 4,
    },
    unknown={"No date of birth recorded": PlanVisit.age.is_missing()},
    met=PlanVisit.is_seen_alone == 1,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.MONTH, PeriodType.QUARTER, PeriodType.YTD, PeriodType.ROLLING12),
    variants={"ages": {"4-17": {}}},
    words={
        "met": "Seen alone",
        "not_met": "Not seen alone, or not known",
        "all": "Visits to children of four and over",
    },
    source="Annex A list 7",
    notes="Every visit counts, also one at which the child was not seen.",
    examples="""
        month to 2024-07-31 | as at 2024-08-31 | figure 1/4
        child | born       | plans                         | plan visits             | expect
        A     | 2020-07-10 | 2024-06-03 to                 | 2024-07-10 alone        | met (four on the day)
        B     | 2020-07-11 | 2024-06-03 to                 | 2024-07-10 alone        | excluded: Younger than four
        C     | 2015-01-01 | 2024-06-03 to                 | 2024-07-10 not seen     | not met
        D     | 2015-01-01 | 2024-06-03 to                 | 2024-07-10 not recorded | unknown: Not recorded whether the child was seen alone
        E     |            | 2024-06-03 to                 | 2024-07-10 alone        | unknown: No date of birth recorded
        F     | 2015-01-01 | 2024-06-03 to other authority | 2024-07-10 alone        | excluded: Plan of another authority
    """,
)
