from trigpoint.cases.end_of_care import EndOfCare
from trigpoint.language import NEITHER, Measure, PeriodType

children_adopted = Measure(
    title="Children adopted from care",
    counts=EndOfCare,
    dated_by=EndOfCare.left_on,
    where=EndOfCare.leaving_reason.is_in("E11", "E12"),
    once=EndOfCare.child,
    good=NEITHER,
    unit="children",
    periods=(
        PeriodType.MONTH,
        PeriodType.QUARTER,
        PeriodType.FINANCIAL_YEAR,
        PeriodType.YTD,
        PeriodType.ROLLING12,
    ),
    variants={"numerator": {"adopted": {}, "consent_dispensed": {"where": EndOfCare.leaving_reason == "E12"}}},
    source="DfE Children looked after, table D1; LAIT No_of LAC Adopted, LACnum_Adopt_ConsentDisp",
    notes="By the reason for leaving care: E11 unopposed, E12 consent dispensed with.",
    examples="""
        month to 2024-06-30 | as at 2024-06-30 | figure 2
        child | born       | episodes                               | expect
        A     | 2022-01-01 | 2023-01-10 S C2 A6; end 2024-06-20 E11 | counted
        B     | 2022-01-01 | 2023-01-10 S C2 A6; end 2024-06-20 E12 | counted
        C     | 2022-01-01 | 2023-01-10 S C2 A6; end 2024-06-20 E45 | none

        month to 2024-06-30 | as at 2024-06-30 | variant numerator=consent_dispensed | figure 1
        child | born       | episodes                               | expect
        A     | 2022-01-01 | 2023-01-10 S C2 A6; end 2024-06-20 E11 | none
        B     | 2022-01-01 | 2023-01-10 S C2 A6; end 2024-06-20 E12 | counted
    """,
)
