from trigpoint.cases.unallocated_case import UnallocatedCase
from trigpoint.language import LOW, Measure, PeriodType

unallocated_cases = Measure(
    title="Open cases without an allocated worker",
    counts=UnallocatedCase,
    dated_by=UnallocatedCase.as_at,
    good=LOW,
    unit="cases",
    periods=(PeriodType.SNAPSHOT,),
    words={"met": "Cases without an allocated worker"},
    source="Ofsted Annex A, allocated worker",
    notes=(
        "Children in need, on a child protection plan of our own or looked after, without an involvement open in the "
        "role of allocated case worker, allocated social worker or social worker."
    ),
    examples="""
        snapshot to 2024-03-31 | as at 2024-04-30 | figure 5
        child | born       | in need                  | plans                         | episodes           | workers                                          | expect
        A     | 2015-01-01 | 2024-01-10               |                               |                    | 2024-01-11 to Allocated Social Worker            | none
        B     | 2015-01-01 | 2024-01-10               |                               |                    | 2024-01-11 to 2024-03-31 Allocated Social Worker | counted (ended on the day)
        C     | 2015-01-01 | 2024-01-10               |                               |                    | 2024-01-11 to IRO                                | counted
        D     | 2015-01-01 |                          | 2024-01-10 to                 |                    |                                                  | counted
        E     | 2015-01-01 |                          | 2024-01-10 to other authority |                    |                                                  | none
        F     | 2015-01-01 | 2024-01-10 to 2024-03-31 |                               |                    |                                                  | none
        G     | 2015-01-01 | 2024-01-10 nfa           |                               |                    |                                                  | none
        H     | 2015-01-01 | 2024-01-10               | 2024-01-10 to                 | 2024-01-10 S V2 U6 |                                                  | counted (one case)
        I     | 2015-01-01 |                          |                               | 2024-01-10 S V4 U6 |                                                  | none
        J     | 2015-01-01 | 2024-01-10               |                               |                    | 2024-04-01 to Social worker                      | counted
    """,
)
