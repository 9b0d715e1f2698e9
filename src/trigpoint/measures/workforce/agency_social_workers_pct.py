from trigpoint.cases.post import Post
from trigpoint.language import LOW, PeriodType, TrueRatio
from trigpoint.language.measure import PERCENT

agency_social_workers_pct = TrueRatio(
    title="Agency social workers",
    counts=Post,
    dated_by=Post.as_at,
    where=Post.role == "social_worker",
    numerator=Post.agency_fte,
    denominator=Post.in_post_fte,
    times=100,
    good=LOW,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT,),
    variants={
        "denominator": {"in_post": {}, "established_posts": {"denominator": Post.fte}},
        "staff": {
            "social_workers": {},
            "team_managers": {"where": Post.role == "team_manager"},
            "all": {"where": Post.role.is_in("social_worker", "team_manager")},
        },
        "by": {
            "fte": {},
            "headcount": {
                "instead": {
                    Post.agency_fte: Post.agency_people,
                    Post.in_post_fte: Post.in_post_people,
                    Post.fte: Post.posts,
                }
            },
        },
    },
    words={"met": "Agency workers", "all": "Agency and permanent workers"},
    seeds=("birmingham KPI12", "trust003 T40"),
    source="DfE Children's social work workforce; LAIT Work_Force_Agecy_Rate; CSC dashboard",
    notes=(
        "Workers and posts are full-time equivalents where they are not counted by head. Established posts are all "
        "posts, filled or vacant. A post filled by an agency worker is one of them."
    ),
    examples="""
        snapshot to 2024-09-30 | as at 2024-09-30 | figure 1500/11500
        post | filled by | fte | expect
        A    | permanent | 100 | counted
        B    | agency    | 15  | counted
        C    | vacant    | 5   | counted

        snapshot to 2024-09-30 | as at 2024-09-30 | variant denominator=established_posts | figure 1500/12000
        post | filled by | fte | expect
        A    | permanent | 100 | counted
        B    | agency    | 15  | counted
        C    | vacant    | 5   | counted

        snapshot to 2024-09-30 | as at 2024-09-30 | variant by=headcount;staff=all | figure 1/3
        post | filled by | fte | worker | role           | open                     | expect
        A    | permanent | 0.5 | W1     | social_worker  |                          | counted
        B    | permanent | 0.6 | W1     | social_worker  |                          | counted (the same person)
        C    | agency    | 1   | W2     | social_worker  |                          | counted
        D    | permanent | 1   | W3     | team_manager   |                          | counted
        E    | permanent | 1   | W4     | iro            |                          | none
        F    | permanent | 1   | W5     | social_worker  | 2024-01-02 to 2024-09-30 | none (left on the day)
        G    | vacant    | 1   |        | social_worker  |                          | counted
    """,
)
