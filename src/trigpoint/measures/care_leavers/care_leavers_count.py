from trigpoint.cases.care_leaver import CareLeaver
from trigpoint.language import NEITHER, Measure, PeriodType

care_leavers_count = Measure(
    title="Care leavers receiving or entitled to services",
    counts=CareLeaver,
    dated_by=CareLeaver.as_at,
    where=CareLeaver.eligibility.is_in("Relevant", "Former relevant", "Qualifying"),
    exclude={"Died": CareLeaver.in_touch == "DIED"},
    good=NEITHER,
    unit="young people",
    periods=(PeriodType.SNAPSHOT,),
    source="Annex A, list 9; LAIT NoCareLeavers",
    notes="The record holds one current row a young person: earlier dates show today's list.",
    examples="""
        snapshot to 2024-03-31 | as at 2024-06-30 | figure 3
        child | leaver                     | expect
        A     | Relevant child             | counted
        B     | Former relevant child; YES | counted
        C     | c) Qualifying              | counted
        D     | Eligible child             | none
        E     | Former relevant; DIED      | excluded: Died
        F     | ; YES                      | unknown: No eligibility recorded
    """,
)
