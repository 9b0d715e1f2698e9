from trigpoint.language import NEITHER, PeriodType
from trigpoint.language.measure import PERCENT
from trigpoint.language.supplied import SuppliedMeasure

cla_sen_ehcp_pct = SuppliedMeasure(
    title="Children looked after with special educational needs",
    supplier="education",
    form="ratio",
    good=NEITHER,
    unit=PERCENT,
    decimals=1,
    periods=(PeriodType.FINANCIAL_YEAR,),
    numerator="With special educational needs support or an education, health and care plan",
    denominator="Children of school age looked after for 12 months or more",
    lag=12,
    variants={
        "numerator": {
            "sen_or_ehcp": {},
            "sen_support": {"numerator": "With support and without a plan"},
            "ehcp": {"numerator": "With an education, health and care plan"},
        },
    },
    source="DfE, outcomes for children in need including children looked after; LAIT LAC_SEN",
    notes="Academic year: give the financial year that ends with the 31 March inside it.",
)
