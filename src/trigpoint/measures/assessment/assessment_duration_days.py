from trigpoint.cases import Assessment
from trigpoint.language import LOW, Measure, PeriodType
from trigpoint.language.measure import PERCENT
from trigpoint.language.terms import MEAN, MEDIAN

_DAYS = Assessment.working_days


def _share(first: int, last: int) -> dict[str, object]:
    """The share that lasted from the first to the last number of working days, both included."""
    return {"value": None, "unit": PERCENT, "met": (first <= _DAYS) & (last >= _DAYS)}


assessment_duration_days = Measure(
    title="Duration of assessments in working days",
    counts=Assessment,
    dated_by=Assessment.authorised_on,
    unknown={"Authorised before it started": Assessment.authorised_before_start == 1},
    value=Assessment.working_days,
    average=MEDIAN,
    good=LOW,
    unit="working days",
    periods=(PeriodType.MONTH, PeriodType.QUARTER, PeriodType.ROLLING12, PeriodType.YTD),
    variants={
        "average": {"median": {}, "mean": {"average": MEAN}},
        "band": {
            "none": {},
            "0-10": _share(0, 10),
            "11-20": _share(11, 20),
            "21-30": _share(21, 30),
            "31-40": _share(31, 40),
            "41-45": _share(41, 45),
            "46+": {"value": None, "unit": PERCENT, "met": _DAYS >= 46},
        },
    },
    words={"met": "In the band", "not_met": "Other durations, or not known", "all": "All assessments completed"},
    source="DfE Children in need, duration of assessments",
    notes="The day of the start is day 0. Open assessments are not counted.",
    examples="""
        month to 2024-05-31 | as at 2024-05-31 | figure 45
        child | assessments              | expect
        A     | 2024-05-07 to 2024-05-07 | counted 0
        B     | 2024-03-04 to 2024-05-10 | counted 46
        C     | 2024-03-04 to 2024-05-09 | counted 45
        D     | to 2024-05-10            | unknown: No start date recorded
        E     | 2024-05-20 to 2024-05-10 | unknown: Authorised before it started

        month to 2024-05-31 | as at 2024-05-31 | variant average=mean | figure 91/2
        child | assessments              | expect
        B     | 2024-03-04 to 2024-05-10 | counted 46
        C     | 2024-03-04 to 2024-05-09 | counted 45

        month to 2024-05-31 | as at 2024-05-31 | variant band=41-45 | figure 1/3
        child | assessments              | expect
        B     | 2024-03-04 to 2024-05-10 | not met
        C     | 2024-03-04 to 2024-05-09 | met
        D     | to 2024-05-10            | unknown: No start date recorded

        month to 2024-05-31 | as at 2024-05-31 | variant band=0-10 | figure 2/3
        child | assessments              | expect
        A     | 2024-05-01 to 2024-05-16 | met     (day 10)
        B     | 2024-05-01 to 2024-05-18 | not met (a Saturday; the Friday was day 11)
        C     | 2024-05-01 to 2024-05-01 | met
    """,
)
