from trigpoint.cases.pre_proceedings import PreProceedings
from trigpoint.language import LOW, Measure, PeriodType

pre_proceedings_over_months = Measure(
    title="Children in pre-proceedings for longer than 6 months",
    counts=PreProceedings,
    dated_by=PreProceedings.as_at,
    where=PreProceedings.is_over_6_months == 1,
    once=PreProceedings.child,
    good=LOW,
    unit="children",
    periods=(PeriodType.SNAPSHOT,),
    variants={"months": {"6": {}}},
    seeds=("cheshire_east 20",),
    source="Cheshire East Council; Public Law Outline",
    notes="Pre-proceedings last from the decision to the day it is agreed to step down or to issue proceedings.",
    examples="""
        snapshot to 2024-07-31 | as at 2024-08-31 | figure 2
        child | born       | pre-proceedings                        | expect
        A     | 2022-01-01 | 2024-01-30 to                          | counted
        B     | 2022-01-01 | 2024-01-31 to                          | none (6 months exactly)
        C     | 2022-01-01 | 2023-01-31 to 2024-07-31               | none
        D     | 2022-01-01 | 2023-01-31 to 2024-08-01; 2023-02-01 to | counted (once)
        E     | 2022-01-01 | to                                     | none
    """,
)
