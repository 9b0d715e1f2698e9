from trigpoint.cases.need_after_care import NeedAfterCare
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

_LEAVERS = {
    "Became looked after": NeedAfterCare.became_looked_after == 1,
    "Adopted": NeedAfterCare.was_adopted == 1,
    "Died": NeedAfterCare.has_died == 1,
    "Turned 18": NeedAfterCare.turned_18 == 1,
    "Moved to another authority": NeedAfterCare.moved_away == 1,
}

cin_closed_within_6m_of_leaving_care_pct = Measure(
    title="Children in need closed within six months of leaving care",
    counts=NeedAfterCare,
    dated_by=NeedAfterCare.limit_on,
    exclude={"18 or over on leaving care": NeedAfterCare.is_18_at_end == 1, **_LEAVERS},
    unknown={"No episode of need open on leaving care": NeedAfterCare.had_episode == 0},
    met=NeedAfterCare.closed_on.is_by(NeedAfterCare.limit_on),
    due=NeedAfterCare.limit_on,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.QUARTER, PeriodType.ROLLING12),
    variants={
        "months": {"6": {}},
        "leavers": {"exclude": {}, "include": {"exclude": dict.fromkeys(_LEAVERS)}},
    },
    words={"met": "Closed within six months", "not_met": "Not closed by then", "all": "Periods of care that ended"},
    seeds=("trust003 T26",),
    source="Local definition (Trust 003)",
    notes=(
        "A period of care counts in the period that holds the day six months after its end. Series of short-term "
        "placements (V3 or V4) are none. Of several episodes of need open on leaving all must have closed."
    ),
    examples="""
        quarter to 2019-12-31 | as at 2020-01-31 | figure 1/3
        child | born       | episodes                                                   | in need                  | expect
        A     | 2010-01-01 | 2018-12-01 S V2 U6; end 2019-04-10 E4A                     | 2018-11-01 to 2019-10-10 | met
        B     | 2010-01-01 | 2018-12-01 S V2 U6; end 2019-04-10 E4A                     | 2018-11-01 to 2019-10-11 | not met
        C     | 2010-01-01 | 2018-12-01 S V2 U6; end 2019-04-10 E4A                     |                          | unknown: No episode of need open on leaving care
        D     | 2010-01-01 | 2018-12-01 S V2 U6; end 2019-04-10 E11                     | 2018-11-01 to 2019-10-10 | excluded: Adopted
        E     | 2001-04-10 | 2018-12-01 S V2 U6; end 2019-04-10 E7                      | 2018-11-01 to 2019-10-10 | excluded: 18 or over on leaving care
        F     | 2001-10-10 | 2018-12-01 S V2 U6; end 2019-04-10 E4A                     | 2018-11-01 to 2019-10-10 | excluded: Turned 18
        G     | 2010-01-01 | 2018-12-01 S V4 U6; end 2019-04-10 E4A                     | 2018-11-01 to 2019-10-10 | none
        H     | 2010-01-01 | 2018-12-01 S V2 U6; end 2019-04-10 E4A; 2019-10-10 S V2 U6 | 2018-11-01 to 2019-10-10 | excluded: Became looked after
        I     | 2010-01-01 | 2018-12-01 S V2 U6; end 2019-04-10 E3                      | 2018-11-01 to 2019-10-10 | excluded: Moved to another authority

        quarter to 2019-12-31 | as at 2020-01-31 | variant leavers=include | figure 1/1
        child | born       | episodes                               | in need                  | expect
        D     | 2010-01-01 | 2018-12-01 S V2 U6; end 2019-04-10 E11 | 2018-11-01 to 2019-10-10 | met
        E     | 2001-04-10 | 2018-12-01 S V2 U6; end 2019-04-10 E7  | 2018-11-01 to 2019-10-10 | excluded: 18 or over on leaving care
    """,
)
