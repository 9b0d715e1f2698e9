from trigpoint.cases.care_outcome import CareOutcome
from trigpoint.language import LOW, Measure, PeriodType
from trigpoint.language.measure import PERCENT

cla_convictions_pct = Measure(
    title="Children looked after for 12 months who were convicted or cautioned",
    counts=CareOutcome,
    dated_by=CareOutcome.as_at,
    needs=("ssd_cla_convictions",),
    exclude={
        "Series of short-term placements (V3 or V4)": CareOutcome.is_short_term_series == 1,
        "Not looked after for 12 months": CareOutcome.is_12_months == 0,
        "Aged under 10": CareOutcome.is_under_10 == 1,
    },
    unknown={"No date of birth recorded": CareOutcome.is_under_10.is_missing()},
    met=CareOutcome.is_convicted == 1,
    good=LOW,
    unit=PERCENT,
    periods=(PeriodType.FINANCIAL_YEAR, PeriodType.ROLLING12),
    words={"met": "Convicted or cautioned", "not_met": "Not convicted or cautioned"},
    source="DfE Outcomes for children looked after; LAIT LAC_Convictions; SSDA903 OC2 CONVICTED",
    notes="Aged 10 or over at the end of the year; convictions, youth cautions and conditional cautions in the year.",
    examples="""
        financial_year to 2024-03-31 | as at 2024-04-30 | figure 1/3
        child | born       | episodes                                                   | convicted  | expect
        A     | 2009-01-01 | 2023-01-10 S C2 U6                                         | 2023-04-01 | met
        B     | 2009-01-01 | 2023-01-10 S C2 U6                                         | 2023-03-31 | not met (the year before)
        C     | 2014-03-31 | 2023-01-10 S C2 U6                                         |            | not met (10 that day)
        D     | 2014-04-01 | 2023-01-10 S C2 U6                                         | 2023-06-01 | excluded: Aged under 10
        E     | 2009-01-01 | 2023-04-02 S C2 U6                                         | 2023-06-01 | excluded: Not looked after for 12 months
        F     | 2009-01-01 | 2023-01-10 S C2 U6; end 2023-06-01 E4A; 2023-06-02 S C2 U6 | 2023-06-01 | excluded: Not looked after for 12 months

        financial_year to 2024-03-31 | as at 2024-04-30 | figure 1/2
        child | born       | episodes           | convicted  | expect
        A     |            | 2023-01-10 S C2 U6 | 2023-04-01 | unknown: No date of birth recorded
        B     | 2009-01-01 | 2023-04-01 S C2 U6 | 2024-03-31 | met (in care from the first day of the year)
    """,
)
