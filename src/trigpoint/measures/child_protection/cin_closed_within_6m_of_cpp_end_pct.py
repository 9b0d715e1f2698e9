from trigpoint.cases.need_after_plan import NeedAfterPlan
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

_LEAVERS = {
    "Became looked after": NeedAfterPlan.became_looked_after == 1,
    "Adopted": NeedAfterPlan.was_adopted == 1,
    "Died": NeedAfterPlan.has_died == 1,
    "Turned 18": NeedAfterPlan.turned_18 == 1,
    "Moved to another authority": NeedAfterPlan.moved_away == 1,
}

cin_closed_within_6m_of_cpp_end_pct = Measure(
    title="Children in need closed within six months of the end of a child protection plan",
    counts=NeedAfterPlan,
    dated_by=NeedAfterPlan.limit_on,
    needs=("ssd_cla_episodes",),
    exclude={"Plan of another authority": NeedAfterPlan.is_other_authority == 1, **_LEAVERS},
    unknown={
        "Plan ended before it started": NeedAfterPlan.ended_on < NeedAfterPlan.started_on,
        "No episode of need open at the end of the plan": NeedAfterPlan.had_episode == 0,
    },
    met=NeedAfterPlan.closed_on.is_by(NeedAfterPlan.limit_on),
    due=NeedAfterPlan.limit_on,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.QUARTER, PeriodType.ROLLING12),
    variants={
        "months": {"6": {}},
        "leavers": {"exclude": {}, "include": {"exclude": dict.fromkeys(_LEAVERS)}},
    },
    words={"met": "Closed within six months", "not_met": "Not closed by then", "all": "Plans that ended"},
    seeds=("trust003 T25",),
    source="Local definition (Trust 003)",
    notes=(
        "A plan counts in the period that holds the day six months after its end, so that every plan has had its six "
        "months. Of several episodes of need open at the end all must have closed."
    ),
    examples="""
        quarter to 2019-12-31 | as at 2020-01-31 | figure 1/4
        child | born       | plans                                    | in need                      | expect
        A     | 2010-01-01 | 2019-01-01 to 2019-04-10                 | 2018-12-01 to 2019-10-10     | met
        B     | 2010-01-01 | 2019-01-01 to 2019-04-10                 | 2018-12-01 to 2019-10-11     | not met
        C     | 2010-01-01 | 2019-01-01 to 2019-04-10                 | 2018-12-01                   | not met
        D     | 2010-01-01 | 2019-01-01 to 2019-03-31                 | 2018-12-01 to 2019-04-01     | none (six months were up on 30 September)
        E     | 2010-01-01 | 2019-01-01 to 2019-04-10                 | 2018-12-01 to 2019-04-09     | unknown: No episode of need open at the end of the plan
        F     | 2001-10-10 | 2019-01-01 to 2019-04-10                 | 2018-12-01 to 2019-10-10     | excluded: Turned 18
        G     | 2010-01-01 | 2019-01-01 to 2019-04-10                 | 2018-12-01 to 2019-10-10 RC5 | excluded: Moved to another authority
        H     | 2010-01-01 | 2019-01-01 to 2019-04-10 other authority | 2018-12-01 to 2019-10-10     | excluded: Plan of another authority

        quarter to 2019-12-31 | as at 2020-01-31 | figure 1/2
        child | born       | plans                    | in need                              | episodes                               | expect
        A     | 2010-01-01 | 2019-01-01 to 2019-04-10 | 2018-12-01 to 2019-05-10 RC7         | 2019-10-10 S V2 U6                     | excluded: Became looked after
        B     | 2010-01-01 | 2019-01-01 to 2019-04-10 | 2018-12-01 to 2019-05-10             | 2019-10-11 S V2 U6                     | met
        C     | 2010-01-01 | 2019-01-01 to 2019-04-10 | 2018-12-01; 2018-12-10 to 2019-05-10 | 2018-12-01 S V2 U6; end 2019-04-10 E4A | not met

        quarter to 2019-12-31 | as at 2020-01-31 | variant leavers=include | figure 1/1
        child | born       | died       | plans                    | in need                      | expect
        A     | 2001-10-10 | 2019-06-01 | 2019-01-01 to 2019-04-10 | 2018-12-01 to 2019-10-10 RC2 | met
    """,
)
