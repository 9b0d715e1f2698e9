from trigpoint.language import LOW, PeriodType, Population
from trigpoint.language.supplied import SuppliedMeasure

yj_first_time_entrants_rate = SuppliedMeasure(
    title="First time entrants to youth justice per 100,000 aged 10 to 17",
    supplier="moj",
    form="rate",
    good=LOW,
    unit="per 100,000",
    periods=(PeriodType.ROLLING12,),
    numerator="Children with a first caution or conviction in the 12 months",
    per=Population(10, 17, per=100_000),
    lag=6,
    seeds=(
        "birmingham BP1",
        "trust003 T28",
    ),
    source="Ministry of Justice and Youth Justice Board, from the Police National Computer; LAIT FirstYJS",
    notes="Penalty notices and prosecutions by bodies other than the police are left out. Calendar years, or years to September or March, as published.",
)
