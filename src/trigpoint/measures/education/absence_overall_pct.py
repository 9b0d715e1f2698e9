from trigpoint.language import LOW, PeriodType
from trigpoint.language.measure import PERCENT
from trigpoint.language.supplied import SuppliedMeasure

absence_overall_pct = SuppliedMeasure(
    title="Absence from school",
    supplier="education",
    form="ratio",
    good=LOW,
    unit=PERCENT,
    decimals=1,
    periods=(PeriodType.FINANCIAL_YEAR,),
    numerator="Sessions missed",
    denominator="Possible sessions",
    cohort="Children in need at 31 March, not on a plan nor looked after",
    lag=12,
    variants={
        "numerator": {
            "overall": {},
            "authorised": {"numerator": "Sessions missed with leave"},
            "unauthorised": {"numerator": "Sessions missed without leave"},
            "persistent": {"numerator": "Pupils who missed 10% of sessions or more", "denominator": "Pupils"},
            "severe": {"numerator": "Pupils who missed 50% of sessions or more", "denominator": "Pupils"},
        },
        "scope": {
            "cin_only": {},
            "cpp": {"cohort": "Children on a protection plan at 31 March, not looked after"},
            "cla": {"cohort": "Children looked after for 12 months or more at 31 March"},
        },
    },
    source="DfE, outcomes for children in need including children looked after",
    notes="Academic year: give the financial year that ends with the 31 March inside it.",
)
