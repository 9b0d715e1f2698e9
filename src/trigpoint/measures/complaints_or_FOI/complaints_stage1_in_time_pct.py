from trigpoint.cases.complaint import Complaint
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

complaints_stage1_in_time_pct = Measure(
    title="Complaints answered in time at stage 1",
    counts=Complaint,
    dated_by=Complaint.limit_on,
    where=Complaint.stage == 1,
    unknown={"Answered before it was received": Complaint.is_answered_before_receipt == 1},
    met=Complaint.responded_on.is_by(Complaint.limit_on),
    due=Complaint.limit_on,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.MONTH, PeriodType.QUARTER, PeriodType.ROLLING12, PeriodType.YTD),
    variants={"n": {"10": {}, "20": {"instead": {Complaint.limit_on: Complaint.extended_limit_on}}}},
    words={"met": "Answered in time", "not_met": "Later, or not answered", "all": "Stage 1 complaints due"},
    source="Children Act 1989 Representations Procedure (England) Regulations 2006",
    notes="10 working days, extended 20; day 1 is the working day after receipt.",
    examples="""
        month to 2025-01-31 | as at 2025-02-28 | figure 1/2
        complaint | stage | received   | answered   | expect
        A         | 1     | 2024-12-16 | 2025-01-02 | met (the 10th working day)
        B         | 1     | 2024-12-16 | 2025-01-03 | not met
        C         | 2     | 2024-12-16 | 2025-01-02 | none

        month to 2025-01-31 | as at 2025-02-28 | variant n=20 | figure 1/2
        complaint | stage | received   | answered   | expect
        A         | 1     | 2024-12-16 | 2025-01-16 | met (the 20th working day)
        B         | 1     | 2024-12-16 | 2025-01-17 | not met
        C         | 1     | 2025-01-06 |            | none (due in February)
    """,
)
