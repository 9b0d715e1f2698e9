from trigpoint.cases.care_leaver import CareLeaver
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

care_leavers_pa_allocated_pct = Measure(
    title="Care leavers with a personal adviser",
    counts=CareLeaver,
    dated_by=CareLeaver.as_at,
    where=CareLeaver.eligibility.is_in("Relevant", "Former relevant", "Qualifying"),
    exclude={"Died": CareLeaver.in_touch == "DIED"},
    unknown={"No eligibility recorded": CareLeaver.eligibility.is_missing()},
    met=CareLeaver.has_personal_adviser == 1,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT,),
    words={"met": "With a personal adviser", "not_met": "Without", "all": "All care leavers"},
    source="Annex A, list 9",
    notes="The record holds one current row a young person: earlier dates show today's list.",
    examples="""
        snapshot to 2024-03-31 | as at 2024-06-30 | figure 1/3
        child | leaver                           | expect
        A     | Relevant; YES; adviser W1        | met
        B     | Qualifying; YES                  | not met
        C     | ; YES; adviser W1                | unknown: No eligibility recorded
        D     | Eligible; YES; adviser W1        | none
    """,
)
