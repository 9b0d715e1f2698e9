from trigpoint.cases.enquiry import Enquiry
from trigpoint.language import HIGH, PERIOD_END, Measure, PeriodType
from trigpoint.language.measure import PERCENT

s47_child_seen_24h_pct = Measure(
    title="Children seen within 24 hours of the start of a section 47 enquiry",
    counts=Enquiry,
    dated_by=Enquiry.started_on,
    exclude={"Not yet born when the enquiry started": Enquiry.is_unborn == 1},
    unknown={"The child was seen before the enquiry started": Enquiry.is_seen_before_start == 1},
    met=Enquiry.seen_within_24_hours_on.is_by(Enquiry.next_day_on),
    due=Enquiry.next_day_on,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.MONTH, PeriodType.QUARTER, PeriodType.YTD, PeriodType.ROLLING12),
    needs=("ext_s47_seen",),
    variants={
        "limit": {"24h": {}, "1d": {"met": Enquiry.first_seen_on.is_by(Enquiry.next_day_on)}},
        "as_of": {"as_at": {}, "period_end": {"known_at": PERIOD_END}},
    },
    words={"met": "Seen within 24 hours", "not_met": "Seen later, or not at all", "all": "Enquiries started"},
    seeds=("cheshire_east 28",),
    source="Cheshire East",
    notes=(
        "Hours are counted where the strategy discussion and the visit both have a time of day; elsewhere the child "
        "is to be seen by the next calendar day."
    ),
    examples="""
        month to 2024-03-31 | as at 2024-03-31 | figure 2/4
        child | born       | enquiries     | enquiry seen | expect
        A     | 2015-01-01 | 2024-03-05 to | 2024-03-06 | met     (the next day)
        B     | 2015-01-01 | 2024-03-05 to | 2024-03-07 | not met
        C     | 2015-01-01 | 2024-03-05 to |            | not met
        D     |            | 2024-03-05 to | 2024-03-05 | met     (no date of birth)
        E     | 2024-03-06 | 2024-03-05 to |            | excluded: Not yet born when the enquiry started
        F     | 2015-01-01 | 2024-03-30 to |            | pending

        month to 2024-03-31 | as at 2024-04-30 | figure 2/4
        child | due to be born | enquiries     | discussions      | enquiry seen       | expect
        A     |            | 2024-03-05 to | 2024-03-05T10:00 | 2024-03-06T10:00 | met     (24 hours)
        B     |            | 2024-03-05 to | 2024-03-05T10:00 | 2024-03-06T10:01 | not met (24 hours and a minute)
        C     |            | 2024-03-05 to | 2024-03-05T10:00 | 2024-03-06       | met     (only a day)
        D     |            | 2024-03-05 to |                  | 2024-03-04       | unknown: The child was seen before the enquiry started
        E     | 2024-06-01 | 2024-03-05 to |                  |                  | excluded: Not yet born when the enquiry started

        month to 2024-03-31 | as at 2024-04-30 | variant limit=1d | figure 1/1
        child | enquiries     | discussions      | enquiry seen       | expect
        B     | 2024-03-05 to | 2024-03-05T10:00 | 2024-03-06T10:01 | met     (the next calendar day)

        month to 2024-03-31 | as at 2024-04-30 | variant as_of=period_end | figure none
        child | enquiries     | enquiry seen | expect
        A     | 2024-03-31 to | 2024-04-01 | pending
    """,
)
