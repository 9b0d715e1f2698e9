from trigpoint.cases.adoption_wait import AdoptionWait
from trigpoint.language import LOW, Measure, PeriodType

_WAITS = AdoptionWait.is_waiting == 1

children_waiting_for_adoption = Measure(
    title="Children with an adoption decision who are not yet placed",
    counts=AdoptionWait,
    dated_by=AdoptionWait.as_at,
    where=_WAITS,
    once=AdoptionWait.child,
    good=LOW,
    unit="children",
    periods=(PeriodType.SNAPSHOT,),
    variants={
        "scope": {
            "all": {},
            "placement_order": {"where": _WAITS & (AdoptionWait.has_placement_order == 1)},
        }
    },
    source="Adoption scorecard, indicators A9 and A14; ASGLB",
    notes="A child waits until placed for adoption, until the decision is reversed or until any permanence order.",
    examples="""
        snapshot to 2024-03-31 | as at 2024-04-30 | figure 2
        child | born       | adoption decision | placement order | placed for adoption | reversed   | expect
        A     | 2022-01-01 | 2024-03-31        |                 |                     |            | counted
        B     | 2022-01-01 | 2024-02-01        |                 | 2024-03-31          |            | none
        C     | 2022-01-01 | 2024-02-01        |                 | 2024-04-01          |            | counted
        D     | 2022-01-01 | 2024-02-01        |                 |                     | 2024-03-31 | none
        E     | 2022-01-01 | 2024-04-01        |                 |                     |            | none

        snapshot to 2024-03-31 | as at 2024-04-30 | variant scope=placement_order | figure 1
        child | born       | adoption decision | placement order | expect
        A     | 2022-01-01 | 2024-02-01        | 2024-03-31      | counted
        B     | 2022-01-01 | 2024-02-01        | 2024-04-01      | none
        C     | 2022-01-01 | 2024-02-01        |                 | none

        snapshot to 2024-03-31 | as at 2024-04-30 | figure 0
        child | born       | adoption decision | adopted    | expect
        A     | 2022-01-01 | 2024-02-01        | 2024-03-01 | none
    """,
)
