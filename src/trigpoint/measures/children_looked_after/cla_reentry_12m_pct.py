from trigpoint.cases.end_of_care import EndOfCare
from trigpoint.language import LOW, Measure, PeriodType
from trigpoint.language.measure import PERCENT

cla_reentry_12m_pct = Measure(
    title="Children who left care and were looked after again within 12 months",
    counts=EndOfCare,
    dated_by=EndOfCare.return_limit_on,
    exclude={
        "Adopted": EndOfCare.leaving_reason.is_in("E11", "E12"),
        "Aged 18 or over on leaving care": EndOfCare.is_18_or_over == 1,
    },
    unknown={
        "No reason for leaving care recorded": EndOfCare.leaving_reason.is_missing(),
        "No date of birth recorded": EndOfCare.is_18_or_over.is_missing(),
    },
    met=EndOfCare.returned_on.is_by(EndOfCare.return_limit_on),
    due=EndOfCare.return_limit_on,
    good=LOW,
    unit=PERCENT,
    periods=(PeriodType.ROLLING12, PeriodType.FINANCIAL_YEAR),
    words={"met": "Looked after again", "not_met": "Not looked after again", "all": "Ends of care"},
    source="ChAT; Annex A list 8",
    notes="Those who left care in the same period a year earlier, so that each has had 12 months. Every end counts.",
    examples="""
        rolling12 to 2024-12-31 | as at 2025-01-31 | figure 2/4
        child | born       | episodes                                                   | expect
        A     | 2015-01-01 | 2022-01-10 S V2 U6; end 2023-06-20 E4A; 2024-06-20 S V2 U6 | met (12 months to the day)
        B     | 2015-01-01 | 2022-01-10 S V2 U6; end 2023-06-20 E4A; 2024-06-21 S V2 U6 | not met
        C     | 2015-01-01 | 2022-01-10 S V2 U6; end 2023-06-20 E4A; 2023-06-20 S C2 U6 | met (a new period the same day)
        D     | 2015-01-01 | 2022-01-10 S V2 U6; end 2023-06-20 E45                     | not met
        E     | 2015-01-01 | 2022-01-10 S V2 U6; end 2023-06-20 E11                     | excluded: Adopted
        F     | 2005-06-20 | 2022-01-10 S V2 U6; end 2023-06-20 E5                      | excluded: Aged 18 or over on leaving care
        G     | 2015-01-01 | 2022-01-10 S V2 U6; end 2024-02-01 E4A; 2024-06-20 S V2 U6 | none (its 12 months are not over)
        H     | 2015-01-01 | 2021-01-10 S V2 U6; end 2022-12-31 E4A                     | none (but in the period a year earlier)

        rolling12 to 2024-12-31 | as at 2025-01-31 | figure 0/1
        child | born       | episodes                                                   | expect
        A     |            | 2022-01-10 S V2 U6; end 2023-06-20 E4A; 2024-02-20 S V2 U6 | unknown: No date of birth recorded
    """,
)
