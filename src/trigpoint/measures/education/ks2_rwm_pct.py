from trigpoint.language import HIGH, PeriodType
from trigpoint.language.measure import PERCENT
from trigpoint.language.supplied import SuppliedMeasure

ks2_rwm_pct = SuppliedMeasure(
    title="Pupils reaching the expected standard in reading, writing and maths at key stage 2",
    supplier="education",
    form="ratio",
    good=HIGH,
    unit=PERCENT,
    decimals=1,
    periods=(PeriodType.FINANCIAL_YEAR,),
    numerator="Reached the expected standard in all three",
    denominator="Pupils at the end of key stage 2",
    cohort="Children in need at 31 March, not on a plan nor looked after",
    lag=12,
    variants={
        "scope": {
            "cin_only": {},
            "cpp": {"cohort": "Children on a protection plan at 31 March, not looked after"},
            "cla": {"cohort": "Children looked after for 12 months or more at 31 March"},
        },
    },
    source="DfE, outcomes for children in need including children looked after",
    notes="Academic year: give the financial year that ends with the 31 March inside it.",
)
