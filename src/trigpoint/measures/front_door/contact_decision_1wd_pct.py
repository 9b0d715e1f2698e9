from trigpoint.cases.contact import Contact
from trigpoint.language import HIGH, PERIOD_END, Measure, PeriodType
from trigpoint.language.measure import PERCENT

contact_decision_1wd_pct = Measure(
    title="Contacts with a decision within one working day",
    counts=Contact,
    dated_by=Contact.contacted_on,
    needs=("ext_front_door_decision",),
    unknown={"Decided before it was received": Contact.decided_on < Contact.received_on},
    met=Contact.decided_on.is_by(Contact.limit_on),
    due=Contact.limit_on,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.MONTH, PeriodType.QUARTER, PeriodType.YTD, PeriodType.ROLLING12),
    variants={
        "limit": {"1wd": {}, "24h": {"instead": {Contact.limit_on: Contact.limit_24h_on}}},
        "as_of": {"as_at": {}, "period_end": {"known_at": PERIOD_END}},
    },
    words={"met": "Decided in time", "not_met": "Later, or not decided", "all": "All contacts, but for those pending"},
    source="Working Together (decision within one working day of a referral)",
    notes=(
        "The clock starts when the contact was received, by its decision record, else on the date of the contact. "
        "Without times of day 24 hours are the next day."
    ),
    examples="""
        month to 2024-10-31 | as at 2024-10-31 | figure 2/5
        child | contacts          | decisions                            | expect
        A     | 2024-10-04 from 6 | 2024-10-04 17:30 to 2024-10-07 09:00 | met     (Friday evening, decided on Monday)
        B     | 2024-10-04 from 6 | 2024-10-04 17:30 to 2024-10-08 09:00 | not met
        C     | 2024-10-04 from 6 |                                      | not met (no decision)
        D     | 2024-10-30 from 6 | 2024-10-30 10:00 to                  | pending
        E     | 2024-10-30 from 6 | 2024-10-30 10:00 to 2024-10-31 18:00 | met
        F     | 2024-10-29 from 6 | 2024-10-29 to 2024-10-28             | unknown: Decided before it was received

        month to 2024-10-31 | as at 2024-10-31 | variant limit=24h | figure 2/5
        child | contacts          | decisions                            | expect
        A     | 2024-10-04 from 6 | 2024-10-04 17:30 to 2024-10-07 09:00 | not met
        B     | 2024-10-03 from 6 | 2024-10-03 17:30 to 2024-10-04 17:30 | met
        C     | 2024-10-03 from 6 | 2024-10-03 17:30 to 2024-10-04 17:31 | not met
        D     | 2024-10-03 from 6 | 2024-10-03 17:30 to 2024-10-04       | met     (no time recorded: days are compared)
        E     | 2024-10-29 from 6 | 2024-10-30 10:00 to 2024-10-31 10:01 | not met (late by a minute)
        F     | 2024-10-30 from 6 | 2024-10-30 10:00 to                  | pending

        month to 2024-10-31 | as at 2024-12-31 | variant as_of=period_end | figure 1/1
        child | contacts          | decisions                            | expect
        A     | 2024-10-31 from 6 | 2024-10-31 09:00 to 2024-11-05 09:00 | pending (not due at the month's end)
        B     | 2024-10-30 from 6 | 2024-10-30 09:00 to 2024-10-31 09:00 | met
    """,
)
