from trigpoint.cases import ReviewMeeting
from trigpoint.cases.reviewed_child import ReviewedChild
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

_UNDER_4, _PN0 = "Under 4 on the day of the review", "Code PN0 (under 4) for a child of 4 or over"
_NO_CODE, _SILENT = "No participation code recorded", "Attended without speaking"
_NO_CODE_AND_SILENT = "Attended without speaking at one, no code at another"
_SPANS = {
    PeriodType.QUARTER: "_in_quarter",
    PeriodType.YTD: "_in_year_to_date",
    PeriodType.ROLLING12: "_in_12_months",
}

cla_review_participation_pct = Measure(
    title="Looked-after reviews in which the child took part",
    counts=ReviewMeeting,
    dated_by=ReviewMeeting.held_on,
    where=ReviewMeeting.is_held == 1,
    exclude={
        "Series of short-term placements (V3 or V4)": ReviewMeeting.is_short_term_series == 1,
        _UNDER_4: ReviewMeeting.is_4_or_over == 0,
        _PN0: ReviewMeeting.is_code_for_under_4 == 1,
    },
    unknown={
        "No period of care found": ReviewMeeting.limit_on.is_missing(),
        "No date of birth recorded": ReviewMeeting.is_4_or_over.is_missing(),
        _NO_CODE: ReviewMeeting.participation == "No code",
    },
    met=ReviewMeeting.participation == "Took part",
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.MONTH, PeriodType.QUARTER, PeriodType.ROLLING12, PeriodType.YTD),
    variants={
        "uasc": {
            "inc": {},
            "exc": {"exclude": {"Unaccompanied asylum-seeking child": ReviewMeeting.is_uasc_when_held == 1}},
        },
        "level": {
            "review": {},
            "child": {
                "counts": ReviewedChild,
                "dated_by": ReviewedChild.as_at,
                "exclude": {"Series of short-term placements (V3 or V4)": None, _UNDER_4: None, _PN0: None},
                "unknown": {"No period of care found": None},
                "instead": {ReviewMeeting.is_uasc_when_held: ReviewedChild.is_uasc},
                "by_period": {
                    kind: {
                        "instead": {
                            ReviewMeeting.columns[name]: ReviewedChild.columns[f"{name}{ending}"]
                            for name in ("is_held", "participation", "participation_coded")
                        }
                    }
                    for kind, ending in _SPANS.items()
                },
            },
        },
        "missing": {
            "unknown": {},
            "exclude": {
                "exclude": {_NO_CODE: ReviewMeeting.participation_coded.is_missing()},
                "instead": {ReviewMeeting.participation: ReviewMeeting.participation_coded},
            },
        },
        "pn4": {
            "exclude": {},
            "include": {
                "met": ReviewMeeting.participation.is_in("Took part", _SILENT),
                "unknown": {_NO_CODE: ReviewMeeting.participation.is_in("No code", _NO_CODE_AND_SILENT)},
            },
        },
    },
    words={"met": "Took part", "not_met": "Did not take part, or not known", "all": "Reviews of children of 4 or over"},
    seeds=("kent 2",),
    source="SSDA903 REVIEW_CODE",
    notes=(
        "Took part: codes PN1, PN2, PN3, PN5 and PN6. PN4 attended without speaking or asking another to; PN7 neither "
        "attended nor gave views. A child took part when it did in all its reviews of the period."
    ),
    examples="""
        month to 2024-06-30 | as at 2024-07-31 | figure 2/5
        child | born       | episodes           | reviews with participation       | expect
        A     | 2015-01-01 | 2024-01-10 S C2 U6 | 2024-06-03 PN1                   | met
        B     | 2015-01-01 | 2024-01-10 S C2 U6 | 2024-06-03 PN4                   | not met
        C     | 2015-01-01 | 2024-01-10 S C2 U6 | 2024-06-03 PN6                   | met
        D     | 2015-01-01 | 2024-01-10 S C2 U6 | 2024-06-03 PN7                   | not met
        E     | 2020-06-04 | 2024-01-10 S C2 U6 | 2024-06-03 PN0                   | excluded: Under 4 on the day of the review
        F     | 2020-06-03 | 2024-01-10 S C2 U6 | 2024-06-03                       | unknown: No participation code recorded
        G     | 2020-06-03 | 2024-01-10 S C2 U6 | 2024-06-03 PN0                   | excluded: Code PN0 (under 4) for a child of 4 or over
        H     | 2020-06-04 | 2024-01-10 S C2 U6 | 2024-06-03 PN1                   | excluded: Under 4 on the day of the review

        month to 2024-06-30 | as at 2024-07-31 | variant missing=exclude;pn4=include | figure 2/3
        child | born       | episodes           | reviews with participation       | expect
        A     | 2015-01-01 | 2024-01-10 S C2 U6 | 2024-06-03 PN1                   | met
        B     | 2015-01-01 | 2024-01-10 S C2 U6 | 2024-06-03 PN4                   | met
        D     | 2015-01-01 | 2024-01-10 S C2 U6 | 2024-06-03 PN7                   | not met
        F     | 2015-01-01 | 2024-01-10 S C2 U6 | 2024-06-03                       | excluded: No participation code recorded

        month to 2024-06-30 | as at 2024-07-31 | variant uasc=exc | figure none
        child | born       | unaccompanied | episodes           | reviews with participation | expect
        A     | 2008-01-01 | 2024-01-01 to | 2024-01-10 S C2 U6 | 2024-06-03 PN1             | excluded: Unaccompanied asylum-seeking child

        rolling12 to 2024-06-30 | as at 2024-07-31 | variant level=child | figure 1/4
        child | born       | episodes           | reviews with participation                 | expect
        A     | 2015-01-01 | 2023-01-10 S C2 U6 | 2023-06-30 PN7; 2023-12-03 PN1; 2024-06-03 PN2 | met (the first is of another period)
        B     | 2015-01-01 | 2023-01-10 S C2 U6 | 2023-07-01 PN7; 2023-12-03 PN1             | not met
        C     | 2015-01-01 | 2023-01-10 S C2 U6 | 2023-12-03 PN1; 2024-06-03                 | unknown: No participation code recorded
        D     | 2015-01-01 | 2023-01-10 S C2 U6 | 2023-12-03 PN4; 2024-06-03                 | not met
        E     | 2022-01-01 | 2023-01-10 S C2 U6 | 2023-12-03 PN0                             | none

        quarter to 2024-06-30 | as at 2024-07-31 | variant level=child;missing=exclude;pn4=include | figure 2/3
        child | born       | episodes           | reviews with participation                 | expect
        A     | 2015-01-01 | 2023-01-10 S C2 U6 | 2024-03-31 PN7; 2024-06-03 PN2             | met
        C     | 2015-01-01 | 2023-01-10 S C2 U6 | 2024-06-03                                 | excluded: No participation code recorded
        D     | 2015-01-01 | 2023-01-10 S C2 U6 | 2024-04-01 PN4; 2024-06-03                 | met
        E     | 2015-01-01 | 2023-01-10 S C2 U6 | 2024-04-01 PN1; 2024-06-03 PN7             | not met
    """,
)
