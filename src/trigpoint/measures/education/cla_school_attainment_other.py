from trigpoint.language import HIGH, PeriodType
from trigpoint.language.measure import PERCENT
from trigpoint.language.supplied import SuppliedMeasure

_SCORE = {"form": "average", "unit": "score", "numerator": "Scores of all pupils"}
_PROGRESS = {**_SCORE, "signed": True}

cla_school_attainment_other = SuppliedMeasure(
    title="Attainment by subject at key stages 2 and 4",
    supplier="education",
    form="ratio",
    good=HIGH,
    unit=PERCENT,
    decimals=1,
    periods=(PeriodType.FINANCIAL_YEAR,),
    numerator="Reached the threshold",
    denominator="Pupils in the cohort",
    about="Key stage 2 reading, expected standard",
    cohort="Children in need at 31 March, not on a plan nor looked after",
    lag=12,
    variants={
        "form": {"pct": {}, "mean": _SCORE},
        "scope": {
            "cin_only": {},
            "cpp": {"cohort": "Children on a protection plan at 31 March, not looked after"},
            "cla": {"cohort": "Children looked after for 12 months or more at 31 March"},
        },
        "subject": {
            "ks2_reading": {},
            "ks2_writing": {"about": "Key stage 2 writing, expected standard"},
            "ks2_maths": {"about": "Key stage 2 maths, expected standard"},
            "ks2_gps": {"about": "Key stage 2 grammar, punctuation and spelling, expected standard"},
            "ks2_progress_reading": {"about": "Progress to key stage 2 in reading", **_PROGRESS},
            "ks2_progress_writing": {"about": "Progress to key stage 2 in writing", **_PROGRESS},
            "ks2_progress_maths": {"about": "Progress to key stage 2 in maths", **_PROGRESS},
            "ks4_english_maths_9_4": {"about": "Key stage 4, grade 4 or better in English and maths"},
            "ks4_english_maths_9_5": {"about": "Key stage 4, grade 5 or better in English and maths"},
            "ks4_ebacc_entry": {"about": "Entered for the English Baccalaureate"},
            "ks4_ebacc_aps": {"about": "English Baccalaureate, average points", **_SCORE, "decimals": 2},
        },
    },
    source="DfE, outcomes for children in need including children looked after; LAIT LAC_KS2, CIN_KS2, CIN_EngMaths, CIN_EngBac",
    notes="Academic year: give the financial year that ends with the 31 March inside it.",
)
