from trigpoint.cases import LookedAfterChild, ReviewMeeting
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

_UNDER_20 = "In care under 20 working days"
_MEETINGS = (PeriodType.MONTH, PeriodType.QUARTER, PeriodType.YTD, PeriodType.ROLLING12)

cla_reviews_in_timescale_pct = Measure(
    title="Looked-after reviews held on time",
    counts=LookedAfterChild,
    dated_by=LookedAfterChild.as_at,
    exclude={
        "Series of short-term placements (V3 or V4)": LookedAfterChild.is_short_term_series == 1,
        _UNDER_20: LookedAfterChild.is_under_20_working_days == 1,
    },
    met=LookedAfterChild.reviews_in_12_months_on_time == 1,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT,),
    needs=("ssd_cla_reviews",),
    variants={
        "basis": {
            "child": {},
            "child_current": {"met": LookedAfterChild.latest_review_on_time == 1},
            "meeting": {
                "counts": ReviewMeeting,
                "dated_by": ReviewMeeting.held_on,
                "where": ReviewMeeting.is_held == 1,
                "exclude": {_UNDER_20: None},
                "met": ReviewMeeting.is_on_time == 1,
                "periods": _MEETINGS,
                "instead": {LookedAfterChild.is_uasc: ReviewMeeting.is_uasc_when_held},
            },
            "meeting_due": {
                "counts": ReviewMeeting,
                "dated_by": ReviewMeeting.limit_on,
                "exclude": {_UNDER_20: None},
                "met": ReviewMeeting.held_on.is_by(ReviewMeeting.limit_on),
                "due": ReviewMeeting.limit_on,
                "periods": _MEETINGS,
                "instead": {LookedAfterChild.is_uasc: ReviewMeeting.is_uasc_when_due},
            },
        },
        "uasc": {
            "inc": {},
            "exc": {"exclude": {"Unaccompanied asylum-seeking child": LookedAfterChild.is_uasc == 1}},
        },
    },
    words={"met": "On time", "not_met": "Late, or not known", "all": "All reviews"},
    seeds=("kent 1", "birmingham KPI8", "trust003 T6", "hereford H22"),
    source="Care Planning, Placement and Case Review Regulations 2010, regulation 33; formerly NI 66",
    notes=(
        "First review within 20 working days of entry, second within 3 months of the first, later ones within 6 months "
        "of the one before. Limits are computed, never taken from the due date staff can edit."
    ),
    examples="""
        snapshot to 2025-04-30 | as at 2025-04-30 | figure 1/2
        child | born       | episodes           | reviews                | expect
        A     | 2015-01-01 | 2024-12-09 S V2 U6 | 2025-01-09; 2025-04-10 | not met (the second was due by 9 April)
        B     | 2015-01-01 | 2024-12-09 S V2 U6 | 2025-01-09; 2025-04-09 | met
        C     | 2015-01-01 | 2025-04-10 S V2 U6 |                        | excluded: In care under 20 working days

        ytd to 2025-04-30 | as at 2025-04-30 | variant basis=meeting | figure 0/1
        child | born       | episodes           | reviews                | expect
        A     | 2015-01-01 | 2024-12-09 S V2 U6 | 2025-01-09; 2025-04-10 | not met

        rolling12 to 2025-04-30 | as at 2025-04-30 | variant basis=meeting | figure 1/2
        child | born       | episodes           | reviews                | expect
        A     | 2015-01-01 | 2024-12-09 S V2 U6 | 2025-01-09; 2025-04-10 | met, not met

        rolling12 to 2025-04-30 | as at 2025-04-30 | variant basis=meeting_due | figure 1/2
        child | born       | episodes           | reviews                | expect
        A     | 2015-01-01 | 2024-12-09 S V2 U6 | 2025-01-09             | met, not met (due by 9 April, not held)
    """,
)
