from trigpoint.language import HIGH, PeriodType
from trigpoint.language.measure import PERCENT
from trigpoint.language.supplied import SuppliedMeasure

ks4_attainment8 = SuppliedMeasure(
    title="Attainment 8 at key stage 4",
    supplier="education",
    form="average",
    good=HIGH,
    unit="score",
    decimals=1,
    periods=(PeriodType.FINANCIAL_YEAR,),
    numerator="Attainment 8 scores of all pupils",
    denominator="Pupils at the end of key stage 4",
    cohort="Children in need at 31 March, not on a plan nor looked after",
    lag=12,
    variants={
        "scope": {
            "cin_only": {},
            "cpp": {"cohort": "Children on a protection plan at 31 March, not looked after"},
            "cla": {"cohort": "Children looked after for 12 months or more at 31 March"},
        },
        "subject": {
            "ks4_attainment8": {},
            "ks4_progress8": {"decimals": 2, "signed": True, "numerator": "Progress 8 scores of all pupils"},
            "ks4_english_maths_9_4": {"form": "ratio", "unit": PERCENT, "numerator": "Grade 4 or better in both"},
            "ks4_english_maths_9_5": {"form": "ratio", "unit": PERCENT, "numerator": "Grade 5 or better in both"},
        },
    },
    source="DfE, outcomes for children in need including children looked after",
    notes="Academic year: give the financial year that ends with the 31 March inside it.",
)
