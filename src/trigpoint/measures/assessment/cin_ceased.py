from trigpoint.cases.need_closure import NeedClosure
from trigpoint.language import NEITHER, Measure, PeriodType

cin_ceased = Measure(
    title="Episodes of need that ceased",
    counts=NeedClosure,
    dated_by=NeedClosure.closed_on,
    exclude={"Referral ended in no further action": NeedClosure.is_no_further_action == 1},
    good=NEITHER,
    unit="episodes",
    periods=(
        PeriodType.MONTH,
        PeriodType.QUARTER,
        PeriodType.FINANCIAL_YEAR,
        PeriodType.YTD,
        PeriodType.ROLLING12,
    ),
    words={"met": "Episodes of need that ceased"},
    source="DfE Children in need",
    notes="Every episode counts, so a child may count twice.",
    examples="""
        month to 2024-03-31 | as at 2024-04-30 | figure 3
        child | in need                                            | expect
        A     | 2024-01-10 to 2024-03-01; 2024-03-05 to 2024-03-31 | counted, counted
        B     | 2024-01-10 to 2024-04-01                           | none
        C     | 2024-01-10 to 2024-03-02 unsaid                    | counted
        D     | 2024-03-01 to 2024-03-02 nfa                       | excluded: Referral ended in no further action
    """,
)
