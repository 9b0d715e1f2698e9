from trigpoint.cases import Conference
from trigpoint.cases.return_home import ReturnHome
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

fgc_before_escalation_pct = Measure(
    title="Family group conferences held before escalation",
    counts=Conference,
    dated_by=Conference.held_on,
    met=Conference.had_family_group_conference == 1,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.QUARTER,),
    needs=("ext_family_group_conference",),
    variants={
        "event": {"icpc": {}, "return_home": {"counts": ReturnHome, "dated_by": ReturnHome.returned_on}},
    },
    words={"met": "Held before", "not_met": "Not held before", "all": "Initial conferences"},
    seeds=("cheshire_east 41", "cheshire_east 42"),
    source="Cheshire East",
    notes="A family group conference about the child on an earlier day than the conference, or than the return home.",
    examples="""
        quarter to 2024-06-30 | as at 2024-06-30 | figure 1/3
        child | conferences | family group conferences | expect
        A     | 2024-04-12  | 2024-04-11               | met
        B     | 2024-04-12  | 2024-04-12               | not met (the same day)
        C     | 2024-04-12  |                          | not met

        quarter to 2024-06-30 | as at 2024-06-30 | variant event=return_home | figure 1/2
        child | episodes                               | family group conferences | expect
        A     | 2023-04-10 S V2 U6; end 2024-05-01 E4A | 2024-01-10               | met
        B     | 2023-04-10 S V2 U6; end 2024-05-01 E4B |                          | not met
        C     | 2023-04-10 S V2 U6; end 2024-05-01 E8  |                          | none
    """,
)
