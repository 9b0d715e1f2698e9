from trigpoint.language import LOW, PeriodType
from trigpoint.language.supplied import SuppliedMeasure

core_assessments_over_61d = SuppliedMeasure(
    title="Core assessments completed after 61 days or more",
    supplier="legacy",
    form="count",
    good=LOW,
    unit="assessments",
    periods=(PeriodType.MONTH,),
    numerator="Core assessments completed in the period that lasted 61 days or more",
    seeds=("hereford H12",),
    source="Local figures to 2013/14",
    notes="Collected nationally until 2013/14; kept for the history of reports that show it.",
)
