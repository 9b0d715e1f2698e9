from trigpoint.cases.child_in_need import ChildInNeed
from trigpoint.cases.need_scope import IN_NEED, SCOPES
from trigpoint.language import LOW, Measure, PeriodType
from trigpoint.language.measure import PERCENT

_BANDS = ("0-3m", "3-6m", "6m-1y", "1-2y", "2y+")

cin_open_duration_pct = Measure(
    title="Children in need open for more than two years",
    counts=ChildInNeed,
    dated_by=ChildInNeed.as_at,
    exclude=IN_NEED,
    met=ChildInNeed.over_24_months == 1,
    good=LOW,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT,),
    variants={
        "months": {
            "24": {},
            "6": {
                "instead": {
                    ChildInNeed.over_24_months: ChildInNeed.over_6_months,
                    ChildInNeed.reached_24_months: ChildInNeed.reached_6_months,
                }
            },
            "12": {
                "instead": {
                    ChildInNeed.over_24_months: ChildInNeed.over_12_months,
                    ChildInNeed.reached_24_months: ChildInNeed.reached_12_months,
                }
            },
        },
        "band": {"none": {}, **{band: {"met": ChildInNeed.duration_band == band} for band in _BANDS}},
        "op": {
            "gt": {},
            "ge": {
                "instead": {
                    ChildInNeed.over_24_months: ChildInNeed.reached_24_months,
                    ChildInNeed.over_12_months: ChildInNeed.reached_12_months,
                    ChildInNeed.over_6_months: ChildInNeed.reached_6_months,
                }
            },
        },
        "scope": SCOPES,
    },
    words={"met": "Open for longer", "not_met": "Open for less", "all": "Children in need"},
    seeds=("birmingham KPI4", "trust003 T18a", "trust003 T18b", "trust003 T18c"),
    source="DfE Children in need, B series; LAIT CINTime",
    notes=(
        "Counted from the referral. Bands: up to 3 months; more than 3 and up to 6 months; more than 6 months and less "
        "than a year; a year and less than two; two years or more."
    ),
    examples="""
        snapshot to 2018-10-31 | as at 2018-11-30 | figure 1/3
        child | in need                | expect
        A     | 2016-10-31             | not met (two years, not more)
        B     | 2016-10-30             | met
        C     | 2017-10-30; 2016-11-30 | not met (the earlier of the two open episodes decides)

        snapshot to 2018-10-31 | as at 2018-11-30 | variant op=ge | figure 2/2
        child | in need    | expect
        A     | 2016-10-31 | met
        B     | 2016-10-30 | met

        snapshot to 2018-10-31 | as at 2018-11-30 | variant months=6;op=ge | figure 1/2
        child | in need    | expect
        A     | 2018-04-30 | met     (30 October)
        B     | 2018-05-01 | not met

        snapshot to 2018-10-31 | as at 2018-11-30 | variant months=6 | figure 1/2
        child | in need    | expect
        A     | 2018-04-30 | met
        B     | 2018-05-01 | not met

        snapshot to 2018-10-31 | as at 2018-11-30 | variant band=2y+ | figure 1/2
        child | in need    | expect
        A     | 2016-10-31 | met
        B     | 2016-11-01 | not met

        snapshot to 2018-10-31 | as at 2018-11-30 | variant band=0-3m | figure 1/2
        child | in need    | expect
        A     | 2018-07-31 | met     (three months)
        B     | 2018-07-30 | not met

        snapshot to 2018-10-31 | as at 2018-11-30 | variant band=6m-1y | figure 1/3
        child | in need    | expect
        A     | 2018-04-30 | met
        B     | 2018-05-01 | not met
        C     | 2017-10-31 | not met (a year)

        snapshot to 2018-10-31 | as at 2018-11-30 | variant band=3-6m;scope=cin_only | figure 1/1
        child | in need    | plans         | expect
        A     | 2018-05-01 | 2018-06-01 to | excluded: Subject of a child protection plan
        B     | 2018-07-30 |               | met
    """,
)
