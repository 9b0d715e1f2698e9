from trigpoint.language import NEITHER, PeriodType
from trigpoint.language.measure import PERCENT
from trigpoint.language.supplied import SuppliedMeasure

cin_school_characteristics_pct = SuppliedMeasure(
    title="Children in need eligible for free school meals or with special educational needs",
    supplier="education",
    form="ratio",
    good=NEITHER,
    unit=PERCENT,
    decimals=1,
    periods=(PeriodType.FINANCIAL_YEAR,),
    numerator="Eligible for free school meals",
    denominator="Children in need of school age",
    lag=12,
    variants={
        "numerator": {
            "fsm": {},
            "sen_support": {"numerator": "With special educational needs support and without a plan"},
            "ehcp": {"numerator": "With an education, health and care plan"},
            "no_sen": {"numerator": "Without special educational needs"},
        },
    },
    source="DfE, outcomes for children in need including children looked after",
    notes="Academic year: give the financial year that ends with the 31 March inside it.",
)
