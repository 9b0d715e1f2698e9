from trigpoint.cases import InitialHealthAssessment
from trigpoint.language import HIGH, PERIOD_END, Measure, PeriodType
from trigpoint.language.measure import PERCENT

_LEFT = "Left care before the limit"

iha_referral_in_time_pct = Measure(
    title="Initial health assessments requested within 5 working days",
    counts=InitialHealthAssessment,
    dated_by=InitialHealthAssessment.entered_on,
    exclude={_LEFT: InitialHealthAssessment.left_on < InitialHealthAssessment.request_limit_on},
    met=InitialHealthAssessment.requested_on.is_by(InitialHealthAssessment.request_limit_on),
    due=InitialHealthAssessment.request_limit_on,
    needs=("ext_health_request",),
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.MONTH, PeriodType.QUARTER, PeriodType.ROLLING12, PeriodType.YTD),
    variants={
        "uasc": {
            "inc": {},
            "exc": {"exclude": {"Unaccompanied asylum-seeking child": InitialHealthAssessment.is_uasc == 1}},
        },
        "limit": {
            "5wd": {},
            "48h": {
                "instead": {InitialHealthAssessment.request_limit_on: InitialHealthAssessment.request_limit_48_hours_on}
            },
        },
        "ended_early": {"exclude": {}, "include": {"exclude": {_LEFT: None}}},
        "as_of": {"as_at": {}, "period_end": {"known_at": PERIOD_END}},
    },
    words={"met": "Requested in time", "not_met": "Requested later, or not yet", "all": "Children who entered care"},
    seeds=("kent 8", "cheshire_east 32"),
    source="Kent County Council; Cheshire East Council (limit=48h)",
    notes=(
        "Pending until the limit has passed. A request before entry, for planned care, is in time. Entry is recorded "
        "without a time of day, so 48 hours end with the second day after it."
    ),
    examples="""
        month to 2024-03-31 | as at 2024-06-30 | figure 3/5
        child | born       | episodes                               | health requested       | expect
        A     | 2015-01-01 | 2024-03-15 S V2 U6                     | 2024-03-18             | met
        B     | 2015-01-01 | 2024-03-15 S V2 U6                     | 2024-03-22             | met (the 5th working day)
        C     | 2015-01-01 | 2024-03-15 S V2 U6                     | 2024-03-25             | not met
        D     | 2015-01-01 | 2024-03-15 S V2 U6                     | 2024-03-01             | met (planned care)
        E     | 2015-01-01 | 2024-03-15 S V2 U6; end 2024-03-22 E4A |                        | not met
        F     | 2015-01-01 | 2024-03-15 S V2 U6; end 2024-03-21 E4A |                        | excluded: Left care before the limit

        month to 2024-03-31 | as at 2024-06-30 | variant limit=48h | figure 1/2
        child | born       | episodes                               | health requested       | expect
        A     | 2015-01-01 | 2024-03-15 S V2 U6                     | 2024-03-18             | not met
        B     | 2015-01-01 | 2024-03-15 S V2 U6                     | 2024-03-17             | met
        C     | 2015-01-01 | 2024-03-15 S V2 U6; end 2024-03-16 E4A |                        | excluded: Left care before the limit

        month to 2024-03-31 | as at 2024-06-30 | variant ended_early=include;limit=48h | figure 1/2
        child | born       | episodes                               | health requested       | expect
        A     | 2015-01-01 | 2024-03-15 S V2 U6; end 2024-03-16 E4A |                        | not met
        B     | 2015-01-01 | 2023-01-15 S V2 U6; end 2023-02-20 E4A; 2024-03-15 S V2 U6 | 2023-01-20; 2024-03-15 | met

        rolling12 to 2024-03-31 | as at 2024-06-30 | figure 1/3
        child | born       | episodes                               | health requested       | expect
        A     | 2015-01-01 | 2023-05-15 S V2 U6; end 2023-06-20 E4A; 2024-03-15 S V2 U6 | 2023-06-20 | not met, not met (the request belongs to the first stay)
        B     | 2015-01-01 | 2023-05-15 S V2 U6                     | 2023-05-16             | met

        month to 2024-03-31 | as at 2024-06-30 | variant as_of=period_end | figure 0/1
        child | born       | episodes                               | health requested       | expect
        A     | 2015-01-01 | 2024-03-15 S V2 U6                     | 2024-04-02             | not met
        B     | 2015-01-01 | 2024-03-28 S V2 U6                     | 2024-04-02             | pending
    """,
)
