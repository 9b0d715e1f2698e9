from trigpoint.language import NEITHER, PeriodType
from trigpoint.language.measure import PERCENT
from trigpoint.language.supplied import SuppliedMeasure

fostering_places_filled_pct = SuppliedMeasure(
    title="Approved fostering places that are filled",
    supplier="ofsted",
    form="ratio",
    good=NEITHER,
    unit=PERCENT,
    decimals=1,
    periods=(PeriodType.FINANCIAL_YEAR,),
    numerator="Places filled at 31 March",
    denominator="Approved places at 31 March",
    lag=8,
    source="Ofsted, fostering in England; LAIT Number_Foster_Places",
)
