from trigpoint.cases.post import Post
from trigpoint.language import LOW, PeriodType, TrueRatio
from trigpoint.language.measure import PERCENT

sw_vacancy_pct = TrueRatio(
    title="Social worker vacancies",
    counts=Post,
    dated_by=Post.as_at,
    where=Post.role == "social_worker",
    numerator=Post.vacant_fte,
    denominator=Post.fte,
    times=100,
    good=LOW,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT,),
    words={"met": "Posts not filled for good, full-time equivalent", "all": "All posts, full-time equivalent"},
    source="DfE Children's social work workforce; LAIT Work_Force_Vac_Rate; CSC dashboard",
    notes="A post that an agency worker fills is a vacancy that is covered, and counts as one, as in the census.",
    examples="""
        snapshot to 2024-09-30 | as at 2024-09-30 | figure 2000/12000
        post | filled by | fte | expect
        A    | permanent | 100 | counted
        B    | agency    | 15  | counted (15 of the 20 vacancies are covered)
        C    | vacant    | 5   | counted
        D    | permanent |     | unknown: No full-time equivalent recorded
    """,
)
