from trigpoint.cases import Conference
from trigpoint.language import NEITHER, Measure, PeriodType

icpc_held = Measure(
    title="Initial child protection conferences held",
    counts=Conference,
    dated_by=Conference.held_on,
    good=NEITHER,
    unit="conferences (child level)",
    periods=(
        PeriodType.MONTH,
        PeriodType.QUARTER,
        PeriodType.YTD,
        PeriodType.ROLLING12,
        PeriodType.FINANCIAL_YEAR,
    ),
    variants={
        "transfer_in": {
            "include": {},
            "exclude": {"exclude": {"Transferred in from another authority": Conference.is_transfer_in == 1}},
        },
    },
    words={"met": "Conferences"},
    source="DfE Children in need, table D1; LAIT ISCP_Conf",
    notes="One per child at a conference; a child with two conferences counts twice.",
    examples="""
        month to 2024-04-30 | as at 2024-04-30 | figure 3
        child | conferences            | expect
        A     | 2024-04-01; 2024-04-30 | counted, counted
        B     | 2024-04-12 transfer in | counted
        C     | 2024-03-31             | none

        month to 2024-04-30 | as at 2024-04-30 | variant transfer_in=exclude | figure 1
        child | conferences            | expect
        A     | 2024-04-01             | counted
        B     | 2024-04-12 transfer in | excluded: Transferred in from another authority
    """,
)
