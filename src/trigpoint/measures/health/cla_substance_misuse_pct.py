from trigpoint.cases.care_outcome import CareOutcome
from trigpoint.language import LOW, Measure, PeriodType
from trigpoint.language.measure import PERCENT

cla_substance_misuse_pct = Measure(
    title="Children looked after for 12 months with a substance misuse problem",
    counts=CareOutcome,
    dated_by=CareOutcome.as_at,
    needs=("ssd_cla_substance_misuse",),
    exclude={
        "Series of short-term placements (V3 or V4)": CareOutcome.is_short_term_series == 1,
        "Not looked after for 12 months": CareOutcome.is_12_months == 0,
    },
    met=CareOutcome.has_substance_misuse == 1,
    good=LOW,
    unit=PERCENT,
    periods=(PeriodType.FINANCIAL_YEAR,),
    variants={
        "numerator": {
            "identified": {},
            "intervention_received": {"met": CareOutcome.has_received_intervention == 1},
            "intervention_offered": {"met": CareOutcome.has_been_offered_intervention == 1},
        }
    },
    words={"met": "Problem identified", "not_met": "No problem identified"},
    source="DfE Outcomes for children looked after; LAIT LACSubstance; SSDA903 OC2 SUBSTANCE_MISUSE",
    notes=(
        "The records say whether an intervention was received, not whether one was offered: an offer is known only "
        "where one was received or where the words of that column say so."
    ),
    examples="""
        financial_year to 2024-03-31 | as at 2024-04-30 | figure 2/3
        child | born       | episodes           | substance misuse | expect
        A     | 2009-01-01 | 2023-01-10 S C2 U6 | 2023-04-01 Y     | met
        B     | 2009-01-01 | 2023-01-10 S C2 U6 | 2024-03-31 N     | met
        C     | 2009-01-01 | 2023-01-10 S C2 U6 | 2023-03-31 Y     | not met (the year before)
        D     | 2009-01-01 | 2023-04-02 S C2 U6 | 2024-03-31 N     | excluded: Not looked after for 12 months

        financial_year to 2024-03-31 | as at 2024-04-30 | variant numerator=intervention_received | figure 1/2
        child | born       | episodes           | substance misuse | expect
        A     | 2009-01-01 | 2023-01-10 S C2 U6 | 2023-04-01 Y     | met
        B     | 2009-01-01 | 2023-01-10 S C2 U6 | 2024-03-31 N     | not met

        financial_year to 2024-03-31 | as at 2024-04-30 | variant numerator=intervention_offered | figure 2/3
        child | born       | episodes           | substance misuse   | expect
        A     | 2009-01-01 | 2023-01-10 S C2 U6 | 2023-04-01 Y       | met
        B     | 2009-01-01 | 2023-01-10 S C2 U6 | 2024-03-31 N       | not met
        C     | 2009-01-01 | 2023-01-10 S C2 U6 | 2024-03-31 refused | met
    """,
)
