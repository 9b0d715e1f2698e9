from trigpoint.language import LOW, PeriodType
from trigpoint.language.measure import PERCENT
from trigpoint.language.supplied import SuppliedMeasure

yj_reoffending_pct = SuppliedMeasure(
    title="Young people in the youth justice cohort who reoffend",
    supplier="moj",
    form="ratio",
    good=LOW,
    unit=PERCENT,
    decimals=1,
    periods=(PeriodType.ROLLING12,),
    numerator="Young people with a proven reoffence within 12 months, 6 more allowed for the conviction",
    denominator="Young people cautioned, sentenced outside custody or released from custody in the 12 months",
    cohort="Aged 10 to 17",
    lag=24,
    variants={
        "ages": {
            "10-17": {},
            "10-14": {"cohort": "Aged 10 to 14"},
            "15-17": {"cohort": "Aged 15 to 17"},
        },
    },
    seeds=(
        "birmingham KPI11",
        "trust003 T27",
    ),
    source="Ministry of Justice, proven reoffending statistics; LAIT ReoffYO",
    notes="The period is the 12 months in which the cohort was formed, not those in which it was followed. A new cohort is published each quarter.",
)
