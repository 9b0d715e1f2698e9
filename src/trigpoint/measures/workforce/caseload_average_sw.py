from trigpoint.cases import CaseHolder
from trigpoint.language import LOW, PeriodType, TrueRatio

caseload_average_sw = TrueRatio(
    title="Average caseload of qualified social workers",
    counts=CaseHolder,
    dated_by=CaseHolder.as_at,
    exclude={
        "Not a registered social worker": CaseHolder.is_social_worker == 0,
        "No full-time equivalent recorded": CaseHolder.fte.is_missing() | (CaseHolder.fte == 0),
    },
    numerator=CaseHolder.cases,
    denominator=CaseHolder.fte,
    scale=100,
    good=LOW,
    unit="cases per worker",
    decimals=0,
    periods=(PeriodType.SNAPSHOT,),
    variants={
        "by": {"fte": {}, "headcount": {"denominator": CaseHolder.one, "scale": 1}},
        "level": {"child": {}, "family": {"instead": {CaseHolder.cases: CaseHolder.families}}},
        "scope": {
            "all": {},
            "cic_teams": {
                "where": CaseHolder.cases_in_care_teams > 0,
                "instead": {
                    CaseHolder.cases: CaseHolder.cases_in_care_teams,
                    CaseHolder.families: CaseHolder.families_in_care_teams,
                },
            },
        },
    },
    words={"met": "Children allocated", "all": "Social workers holding cases, full-time equivalent"},
    seeds=("kent 24", "birmingham KPI14"),
    source="DfE Children's social work workforce; LAIT Work_Force_AvgNumCase_SW",
    notes="Cases over the full-time equivalent of the workers who hold them; workers without cases are not counted.",
    examples="""
        snapshot to 2024-09-30 | as at 2024-09-30 | figure 27/1.5
        worker | fte | registered | children | expect
        A      | 1.0 | yes        | 18       | counted
        B      | 0.5 | yes        | 9        | counted
        C      | 1.0 | yes        | 0        | none
        D      | 1.0 | no         | 4        | excluded: Not a registered social worker
        E      |     | yes        | 4        | excluded: No full-time equivalent recorded
    """,
)
