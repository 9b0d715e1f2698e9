from trigpoint.cases.end_of_care import EndOfCare
from trigpoint.language import LAST, NEITHER, Measure, PeriodType
from trigpoint.language.measure import PERCENT

cla_ceased_reason_dist = Measure(
    title="Children who ceased to be looked after by reason",
    counts=EndOfCare,
    dated_by=EndOfCare.left_on,
    once=EndOfCare.child,
    pick=LAST,
    category=EndOfCare.reason_group,
    good=NEITHER,
    unit=PERCENT,
    periods=(PeriodType.FINANCIAL_YEAR, PeriodType.ROLLING12),
    source="DfE Children looked after, table D1; LAIT LAC_RetHome_CarePlan_%, LAC_RetHome_Not_CarePlan_%",
    notes="Each child once, by the last time it ceased in the period.",
    examples="""
        financial_year to 2024-03-31 | as at 2024-04-30 | figure Adopted 1/3; Returned home, planned 1/3; Special guardianship order 1/3
        child | born       | episodes                                                                     | expect
        A     | 2015-01-01 | 2023-01-10 S V2 U6; end 2024-01-20 E11                                       | counted
        B     | 2015-01-01 | 2023-01-10 S V2 U6; end 2023-06-20 E48; 2023-07-01 S V2 U6; end 2024-02-01 E4A | counted (by the last)
        C     | 2015-01-01 | 2023-01-10 S V2 U6; end 2024-03-31 E45                                       | counted
        D     | 2015-01-01 | 2023-01-10 S V2 U6; end 2024-04-01 E45                                       | none (the next year)
    """,
)
