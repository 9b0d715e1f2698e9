from trigpoint.language import HIGH, PeriodType
from trigpoint.language.supplied import SuppliedMeasure

ofsted_leadership_rating = SuppliedMeasure(
    title="Ofsted judgement of leadership",
    supplier="ofsted",
    form="distribution",
    good=HIGH,
    unit="judgement",
    periods=(PeriodType.SNAPSHOT,),
    numerator="Authorities with this judgement",
    denominator="Authorities inspected",
    categories=("Outstanding", "Good", "Requires improvement to be good", "Inadequate"),
    holds=True,
    source="Ofsted, local authority inspections; children's social care dashboard",
    notes="For one authority give the judgement itself as the value; it holds until the next inspection.",
)
