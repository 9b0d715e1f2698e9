from trigpoint.cases.child_in_need import ChildInNeed
from trigpoint.cases.need_scope import IN_NEED, SCOPES
from trigpoint.language import NEITHER, Measure, PeriodType

cin_at_period_end = Measure(
    title="Children in need",
    counts=ChildInNeed,
    dated_by=ChildInNeed.as_at,
    exclude=IN_NEED,
    good=NEITHER,
    unit="children",
    periods=(PeriodType.SNAPSHOT,),
    variants={
        "scope": SCOPES,
        "level": {"child": {}, "family": {"once": ChildInNeed.family, "unit": "families", "needs": ("ssd_family",)}},
    },
    words={"met": "Children in need"},
    seeds=("birmingham KPI4", "birmingham R5"),
    source="DfE Children in need, table B1; LAIT CIN; CSC dashboard, outcome 1",
    notes=(
        "Every child with an open episode of need, unborn children and young people of 18 and over too. An episode that "
        "closes on the day is no longer open on it. A referral without an answer on further action counts."
    ),
    examples="""
        snapshot to 2024-03-31 | as at 2024-04-30 | figure 4
        child | in need                                              | plans         | expect
        A     | 2024-01-10                                           |               | counted
        B     | 2024-01-10 to 2024-03-31                             |               | none (closed on the day)
        C     | 2024-01-10 nfa                                       |               | excluded: Referral ended in no further action
        D     | 2024-01-10 unsaid                                    |               | counted (no answer on further action)
        E     | 2023-01-10; 2024-02-01 nfa; 2023-06-01 to 2023-07-01 | 2024-01-01 to | counted
        F     | 2024-01-10 nfa; 2024-02-10 to 2024-04-01             |               | counted
        G     | 2024-04-01                                           |               | none

        snapshot to 2024-03-31 | as at 2024-04-30 | variant scope=cin_only | figure 2
        child | born       | in need    | plans                         | episodes           | expect
        A     | 2015-01-01 | 2024-01-10 | 2024-01-01 to                 |                    | excluded: Subject of a child protection plan
        B     | 2015-01-01 | 2024-01-10 | 2024-01-01 to 2024-03-31      |                    | counted
        C     | 2015-01-01 | 2024-01-10 | 2024-01-01 to other authority | 2024-01-10 S V4 U6 | counted (another authority's plan, short-term placements)
        D     | 2015-01-01 | 2024-01-10 |                               | 2024-01-10 S V2 U6 | excluded: Looked after

        snapshot to 2024-03-31 | as at 2024-04-30 | variant scope=cin_plan | figure 1
        child | in need    | need plans               | expect
        A     | 2024-01-10 | 2024-02-01 to            | counted
        B     | 2024-01-10 | 2024-02-01 to 2024-03-31 | none
        C     | 2024-01-10 | 2024-04-01 to            | none

        snapshot to 2024-03-31 | as at 2024-04-30 | variant level=family | figure 2
        child | in need        | family | expect
        A     | 2024-01-10     | F      | counted
        B     | 2024-01-10     | F      | none (of the same family)
        C     | 2024-01-10 nfa | G      | excluded: Referral ended in no further action
        D     | 2024-01-10     |        | counted (without a family a child counts as one)
    """,
)
