from trigpoint.language import LOW, PeriodType
from trigpoint.language.measure import PERCENT
from trigpoint.language.supplied import SuppliedMeasure

cla_school_moves_pct = SuppliedMeasure(
    title="Children looked after who changed school during the year",
    supplier="education",
    form="ratio",
    good=LOW,
    unit=PERCENT,
    decimals=1,
    periods=(PeriodType.FINANCIAL_YEAR,),
    numerator="Changed school at least once from 1 April to 31 March, other than from 1 August to 30 September or before entering care",
    denominator="Children of school age looked after at 31 March and found in the school census",
    lag=12,
    source="DfE, stability measures; LAIT Stability_School",
)
