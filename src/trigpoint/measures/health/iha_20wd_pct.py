from trigpoint.cases import InitialHealthAssessment
from trigpoint.language import HIGH, PERIOD_END, Measure, PeriodType
from trigpoint.language.measure import PERCENT

_REFUSED = {"Refused in the last three months": InitialHealthAssessment.refused_within_3_months == 1}

iha_20wd_pct = Measure(
    title="Initial health assessments within 20 working days",
    counts=InitialHealthAssessment,
    dated_by=InitialHealthAssessment.entered_on,
    exclude={
        "Left care within 20 working days": InitialHealthAssessment.left_on.is_by(InitialHealthAssessment.limit_on)
    },
    met=InitialHealthAssessment.assessed_on.is_by(InitialHealthAssessment.limit_on),
    due=InitialHealthAssessment.limit_on,
    needs=("ssd_cla_health",),
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.MONTH, PeriodType.QUARTER, PeriodType.ROLLING12, PeriodType.YTD),
    variants={
        "uasc": {
            "inc": {},
            "exc": {"exclude": {"Unaccompanied asylum-seeking child": InitialHealthAssessment.is_uasc == 1}},
        },
        "refusal": {"missed": {}, "exclude_3m": {"exclude": _REFUSED}},
        "performer": {
            "all": {},
            "paediatrician": {
                "instead": {InitialHealthAssessment.assessed_on: InitialHealthAssessment.assessed_by_paediatrician_on},
                "needs": ("ssd_cla_health", "ext_health_request"),
            },
        },
        "before_entry": {
            "exclude": {},
            "include": {
                "instead": {
                    InitialHealthAssessment.assessed_on: InitialHealthAssessment.assessed_from_3_months_before_on
                }
            },
        },
        "cohort": {"entered": {}, "assessed": {"dated_by": InitialHealthAssessment.assessed_on, "due": None}},
        "as_of": {"as_at": {}, "period_end": {"known_at": PERIOD_END}},
    },
    words={"met": "Within 20 working days", "not_met": "Later, or not yet held", "all": "Children who entered care"},
    seeds=("kent 9", "cheshire_east 33"),
    source="Promoting the health and wellbeing of looked-after children, 2015, through the limit of the first review",
    notes="Pending until the 20th working day has passed. A refusal is a miss, unless the definition set says otherwise.",
    examples="""
        month to 2024-03-31 | as at 2024-06-30 | figure 1/3
        child | born       | episodes           | health checks                                 | expect
        A     | 2015-01-01 | 2024-03-15 S V2 U6 | 2024-04-16 initial health assessment completed | met (the 20th working day)
        B     | 2015-01-01 | 2024-03-15 S V2 U6 | 2024-04-17 initial health assessment completed | not met
        C     | 2015-01-01 | 2024-03-01 S V2 U6; end 2024-03-10 E4A |                            | excluded: Left care within 20 working days
        D     | 2015-01-01 | 2024-03-15 S V2 U6 | 2024-04-10 initial health assessment refused   | not met (a refusal is a miss)

        month to 2024-03-31 | as at 2024-04-16 | figure none
        child | born       | episodes           | health checks | expect
        A     | 2015-01-01 | 2024-03-15 S V2 U6 |               | pending (the limit has not passed)

        month to 2024-03-31 | as at 2024-06-30 | variant refusal=exclude_3m | figure 1/2
        child | born       | episodes           | health checks                                   | expect
        A     | 2015-01-01 | 2024-03-15 S V2 U6 | 2024-04-16 initial health assessment completed  | met
        B     | 2015-01-01 | 2024-03-15 S V2 U6 | 2024-04-10 initial health assessment refused    | excluded: Refused in the last three months
        C     | 2015-01-01 | 2024-03-15 S V2 U6 | 2024-03-30 initial health assessment refused    | not met (refused three months ago)

        month to 2024-04-30 | as at 2024-06-30 | definitions kent | figure 0/1
        child | born       | episodes           | health checks                                   | expect
        A     | 2015-01-01 | 2024-04-15 S V2 U6 | 2024-04-10 initial health assessment refused    | excluded: Refused in the last three months
        B     | 2015-01-01 | 2024-04-15 S V2 U6 |                                                 | not met
    """,
)
