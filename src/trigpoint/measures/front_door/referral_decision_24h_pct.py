from trigpoint.cases import Referral
from trigpoint.language import HIGH, PERIOD_END, Measure, PeriodType
from trigpoint.language.measure import PERCENT

referral_decision_24h_pct = Measure(
    title="Referrals with a decision within 24 hours",
    counts=Referral,
    dated_by=Referral.decided_on,
    needs=("ext_front_door_decision",),
    unknown={"Decided before it was received": Referral.decided_on < Referral.received_on},
    met=Referral.decided_on.is_by(Referral.limit_24h_on),
    due=Referral.limit_24h_on,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.MONTH, PeriodType.ROLLING12, PeriodType.YTD, PeriodType.QUARTER),
    variants={
        "limit": {"24h": {}, "1wd": {"instead": {Referral.limit_24h_on: Referral.limit_on}}},
        "cohort": {"decided": {}, "received": {"dated_by": Referral.referred_on}},
        "as_of": {"as_at": {}, "period_end": {"known_at": PERIOD_END}},
    },
    words={"met": "Decided in time", "not_met": "Later", "all": "All referrals decided"},
    seeds=("birmingham KPI1",),
    source="Working Together (decision within one working day of a referral)",
    notes=(
        "Referrals decided in the period; cohort=received takes those received and counts the undecided against. "
        "A decision on Monday on a referral of Friday evening is within one working day, not within 24 hours."
    ),
    examples="""
        month to 2024-10-31 | as at 2024-10-31 | figure 2/4
        child | referrals  | decisions                            | expect
        A     | 2024-10-04 | 2024-10-04 17:30 to 2024-10-07 09:00 | not met
        B     | 2024-10-03 | 2024-10-03 17:30 to 2024-10-04 17:30 | met
        C     | 2024-10-03 | 2024-10-03 17:30 to 2024-10-04 17:31 | not met
        D     | 2024-10-03 | 2024-10-03 17:30 to                  | none    (not decided)
        E     | 2024-09-30 | 2024-09-30 to 2024-10-01             | met     (no times: the next day)

        month to 2024-10-31 | as at 2024-10-31 | variant limit=1wd | figure 1/3
        child | referrals  | decisions                            | expect
        A     | 2024-10-04 | 2024-10-04 17:30 to 2024-10-07 09:00 | met
        B     | 2024-10-04 | 2024-10-04 17:30 to 2024-10-08 09:00 | not met
        C     | 2024-10-04 | 2024-10-04 17:30 to 2024-10-03 09:00 | unknown: Decided before it was received

        month to 2024-10-31 | as at 2024-10-31 | variant cohort=received | figure 1/2
        child | referrals  | decisions                            | expect
        A     | 2024-10-04 |                                      | not met (no decision)
        B     | 2024-10-03 | 2024-10-03 17:30 to 2024-10-04 17:30 | met
        C     | 2024-10-30 | 2024-10-30 17:30 to                  | pending

        month to 2024-10-31 | as at 2024-12-31 | variant as_of=period_end;cohort=received | figure 0/1
        child | referrals  | decisions                            | expect
        A     | 2024-10-29 | 2024-10-29 17:30 to 2024-11-01 09:00 | not met
        B     | 2024-10-30 | 2024-10-30 17:30 to 2024-11-04 09:00 | pending (not due at the month's end)
    """,
)
