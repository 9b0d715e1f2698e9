from trigpoint.cases.audit import Audit
from trigpoint.language import NEITHER, Measure, PeriodType
from trigpoint.language.measure import PERCENT, Clauses

_GRADES = ("Outstanding", "Good", "Requires improvement", "Inadequate")


def _share(grade: str) -> Clauses:
    """The share of one grade."""
    return {"category": None, "met": Audit.grade == grade}


audit_judgement_dist = Measure(
    title="Judgements of case file audits",
    counts=Audit,
    dated_by=Audit.audited_on,
    exclude={"Not graded": Audit.grade.is_missing()},
    category=Audit.grade,
    good=NEITHER,
    unit=PERCENT,
    periods=(PeriodType.QUARTER, PeriodType.ROLLING12),
    variants={
        "grade": {"all": {}, **{grade.lower().replace(" ", "_"): _share(grade) for grade in _GRADES}},
        "kind": {
            "all": {},
            **{
                kind: {"exclude": {"Another kind of audit": Audit.kind != kind}}
                for kind in ("team_manager", "practice", "dip_sample")
            },
        },
    },
    words={"all": "All audits graded"},
    seeds=(
        "birmingham A&E",
        *(f"cheshire_east J{number}" for number in range(1, 6)),
        *(f"cheshire_east Q{number}" for number in range(1, 9)),
        *(f"trust003 T{number}" for number in range(20, 24)),
    ),
    source="Local audit programme",
    notes="Grades in the order outstanding, good, requires improvement, inadequate. Audits without a grade are left out.",
    examples="""
        quarter to 2024-06-30 | as at 2024-06-30 | figure Good 2/4; Inadequate 1/4; Requires improvement 1/4
        audit | audited                               | expect
        A     | 2024-04-01 Good                       | counted
        B     | 2024-05-01 good                       | counted (spelt otherwise)
        C     | 2024-05-01 Requires improvement       | counted
        D     | 2024-06-30 Inadequate                 | counted
        E     | 2024-06-30                            | excluded: Not graded
        F     | 2024-03-31 Good                       | none

        quarter to 2024-06-30 | as at 2024-06-30 | variant grade=good;kind=practice | figure 1/2
        audit | audited                               | expect
        A     | 2024-04-01 Good (practice)            | met
        B     | 2024-04-01 Outstanding (practice)     | not met
        C     | 2024-04-01 Good (dip_sample)          | excluded: Another kind of audit
        D     | 2024-04-01 Good                       | excluded: Another kind of audit
        E     | 2024-04-01 (practice)                 | excluded: Not graded
    """,
)
