from trigpoint.cases.post import Post
from trigpoint.language import HIGH, PeriodType, TrueRatio
from trigpoint.language.measure import PERCENT

_SOCIAL_WORKER = Post.role == "social_worker"

permanent_qsw_posts_pct = TrueRatio(
    title="Posts filled by permanent qualified social workers",
    counts=Post,
    dated_by=Post.as_at,
    where=_SOCIAL_WORKER & (Post.is_care_team == 1),
    exclude={"Fostering or adoption team": Post.is_fostering_or_adoption_team == 1},
    numerator=Post.permanent_fte,
    denominator=Post.fte,
    times=100,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT,),
    variants={"scope": {"cic_teams": {}, "all": {"where": _SOCIAL_WORKER}}},
    words={
        "met": "Filled by permanent workers, full-time equivalent",
        "all": "Established social work posts, full-time equivalent",
    },
    seeds=("kent 23",),
    source="Local; Kent performance report, measure 23",
    notes="With posts filled by agency workers and posts vacant it makes 100%. Teams are told by their names.",
    examples="""
        snapshot to 2024-09-30 | as at 2024-09-30 | figure 300/500
        post | filled by | fte | team                        | expect
        A    | permanent | 3   | Children in Care 1          | counted
        B    | agency    | 1.5 | Looked After Children North | counted
        C    | vacant    | 0.5 | Cared for Children          | counted
        D    | permanent | 1   | Adoption: children in care  | excluded: Fostering or adoption team
        E    | permanent | 1   | Assessment                  | none

        snapshot to 2024-09-30 | as at 2024-09-30 | variant scope=all | figure 400/450
        post | filled by | fte | team                        | expect
        A    | permanent | 3   | Children in Care 1          | counted
        B    | permanent | 1   | Assessment                  | counted
        C    | vacant    | 0.5 |                             | counted
        D    | permanent | 1   | Fostering                   | excluded: Fostering or adoption team
    """,
)
