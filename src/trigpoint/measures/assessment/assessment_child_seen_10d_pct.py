from trigpoint.cases.assessment_start import AssessmentStart
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT
from trigpoint.language.terms import PERIOD_END

_CLOSED = "Closed before the limit without the child being seen"

assessment_child_seen_10d_pct = Measure(
    title="Children seen within 10 days of the start of the assessment",
    counts=AssessmentStart,
    dated_by=AssessmentStart.started_on,
    exclude={
        "Unborn child": AssessmentStart.is_unborn == 1,
        _CLOSED: (AssessmentStart.authorised_on < AssessmentStart.limit_on)
        & ~AssessmentStart.first_seen_on.is_by(AssessmentStart.limit_on),
    },
    met=AssessmentStart.first_seen_on.is_by(AssessmentStart.limit_on),
    due=AssessmentStart.limit_on,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.QUARTER, PeriodType.MONTH, PeriodType.ROLLING12, PeriodType.YTD),
    variants={
        "n": {"10": {}},
        "unit": {
            "working": {},
            "calendar": {"instead": {AssessmentStart.limit_on: AssessmentStart.calendar_limit_on}},
        },
        "ended_early": {"exclude": {}, "include": {"exclude": {_CLOSED: None}}},
        "as_of": {"as_at": {}, "period_end": {"known_at": PERIOD_END}},
    },
    words={"met": "Seen within 10 days", "not_met": "Not seen, or later", "all": "Assessments started"},
    seeds=("cheshire_east 27",),
    source="Local definition (Cheshire East)",
    notes=(
        "The day of the start is day 0. Seen is the first visit at which the child was seen, or the date recorded on "
        "the assessment, whichever is earlier; what is dated before the start does not count."
    ),
    examples="""
        month to 2024-05-31 | as at 2024-06-30 | figure 3/5
        child | born       | assessments              | need visits            | first seen | expect
        A     | 2015-01-01 | 2024-05-01 to            | 2024-05-16             |            | met      (day 10: 6 May is a holiday)
        B     | 2015-01-01 | 2024-05-01 to            | 2024-04-30; 2024-05-17 |            | not met
        C     | 2015-01-01 | 2024-05-01 to            | 2024-05-10 not seen    | 2024-05-01 | met      (day 0)
        D     | 2015-01-01 | 2024-05-01 to 2024-05-09 |                        |            | excluded: Closed before the limit without the child being seen
        E     | 2015-01-01 | 2024-05-01 to 2024-05-16 |                        |            | not met
        F     | 2024-05-02 | 2024-05-01 to            | 2024-05-03             |            | excluded: Unborn child
        G     | 2015-01-01 | 2024-05-01 to 2024-05-03 | 2024-05-02             |            | met

        month to 2024-05-31 | as at 2024-06-30 | variant unit=calendar | figure 1/2
        child | assessments   | need visits | expect
        A     | 2024-05-01 to | 2024-05-11  | met
        B     | 2024-05-01 to | 2024-05-12  | not met

        month to 2024-05-31 | as at 2024-05-31 | figure 1/1
        child | assessments   | need visits | expect
        A     | 2024-05-16 to |             | pending (the limit is 31 May: until then the child may be seen)
        B     | 2024-05-16 to | 2024-05-31  | met

        month to 2024-05-31 | as at 2024-07-31 | variant as_of=period_end | figure none
        child | assessments   | need visits | expect
        A     | 2024-05-20 to | 2024-06-03  | pending (not yet seen on 31 May)

        month to 2024-05-31 | as at 2024-06-30 | variant ended_early=include | figure 0/1
        child | assessments              | expect
        D     | 2024-05-01 to 2024-05-09 | not met
    """,
)
