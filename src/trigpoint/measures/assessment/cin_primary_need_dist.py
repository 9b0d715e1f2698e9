from trigpoint.cases.child_in_need import ChildInNeed
from trigpoint.cases.need_scope import IN_NEED
from trigpoint.language import NEITHER, Measure, PeriodType
from trigpoint.language.measure import PERCENT

cin_primary_need_dist = Measure(
    title="Children in need by primary need",
    counts=ChildInNeed,
    dated_by=ChildInNeed.as_at,
    exclude=IN_NEED,
    unknown={"No primary need recorded": ChildInNeed.need.is_missing()},
    category=ChildInNeed.need,
    good=NEITHER,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT,),
    words={"met": "With this need", "all": "Children in need"},
    source="DfE Children in need, table B3",
    notes="Codes N1 to N9 as the census lists them; N0 is not stated.",
    examples="""
        snapshot to 2024-03-31 | as at 2024-04-30 | figure N1 2/2
        child | in need                      | expect
        A     | 2024-01-10 N1                | counted
        B     | 2024-01-10 N4; 2023-01-10 N1 | counted (by the episode that began first)
        C     | 2024-01-10 nfa N1            | excluded: Referral ended in no further action
    """,
)
