from trigpoint.cases.audit import Audit
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

audit_good_or_better_pct = Measure(
    title="Audits graded good or better",
    counts=Audit,
    dated_by=Audit.audited_on,
    exclude={"Not graded": Audit.grade.is_missing()},
    met=Audit.grade.is_in("Outstanding", "Good"),
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.QUARTER, PeriodType.ROLLING12),
    variants={
        "grade": {
            "good_or_better": {},
            "ri_or_better": {"met": Audit.grade.is_in("Outstanding", "Good", "Requires improvement")},
        },
        "kind": {
            "all": {},
            **{
                kind: {"exclude": {"Another kind of audit": Audit.kind != kind}}
                for kind in ("team_manager", "practice", "dip_sample")
            },
        },
    },
    words={"met": "Good or outstanding", "not_met": "Lower", "all": "All audits graded"},
    seeds=("trust003 T12",),
    source="Local audit programme",
    examples="""
        quarter to 2024-06-30 | as at 2024-06-30 | figure 2/4
        audit | audited                               | expect
        A     | 2024-04-01 Good                       | met
        B     | 2024-05-01 Outstanding                | met
        C     | 2024-05-01 Requires improvement       | not met
        D     | 2024-06-30 Inadequate                 | not met
        E     | 2024-06-30                            | excluded: Not graded

        quarter to 2024-06-30 | as at 2024-06-30 | variant grade=ri_or_better;kind=team_manager | figure 1/2
        audit | audited                                      | expect
        A     | 2024-04-01 Requires improvement (team_manager) | met
        B     | 2024-05-01 Inadequate (team_manager)         | not met
        C     | 2024-05-01 Good (practice)                   | excluded: Another kind of audit
    """,
)
