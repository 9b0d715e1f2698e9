from trigpoint.language import HIGH, PeriodType
from trigpoint.language.measure import PERCENT
from trigpoint.language.supplied import SuppliedMeasure

residential_settings_good_or_better_pct = SuppliedMeasure(
    title="Residential settings rated good or better by Ofsted",
    supplier="ofsted",
    form="ratio",
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT,),
    numerator="Homes whose latest full inspection says good or outstanding",
    denominator="Homes with a current full inspection judgement",
    cohort="Homes that the authority or trust runs",
    variants={
        "scope": {"own": {}, "used": {"cohort": "Homes where children of the authority are placed"}},
    },
    seeds=("trust003 T31",),
    source="Ofsted, social care providers and their latest inspections",
    notes="Homes not yet inspected are left out. The figure of a quarter or year is the one at its last day.",
)
