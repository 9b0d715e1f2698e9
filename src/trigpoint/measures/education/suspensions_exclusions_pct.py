from trigpoint.language import LOW, PeriodType
from trigpoint.language.measure import PERCENT
from trigpoint.language.supplied import SuppliedMeasure

suspensions_exclusions_pct = SuppliedMeasure(
    title="Pupils suspended or permanently excluded",
    supplier="education",
    form="ratio",
    good=LOW,
    unit=PERCENT,
    decimals=1,
    periods=(PeriodType.FINANCIAL_YEAR,),
    numerator="Suspended or permanently excluded at least once",
    denominator="Pupils",
    cohort="Children in need at 31 March, not on a plan nor looked after",
    lag=18,
    variants={
        "kind": {
            "all": {},
            "suspension": {"numerator": "Suspended at least once"},
            "permanent": {"numerator": "Permanently excluded"},
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
