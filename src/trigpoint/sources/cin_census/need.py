"""An episode of need and what lies in it: assessments with their factors, child in need plans."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.records.returns import cin_census
from trigpoint.sources.cin_census.people import Record, yes_no
from trigpoint.sources.cin_census.protection import enquiries_and_plans
from trigpoint.sources.cin_census.rows import Row
from trigpoint.sources.ssda903.care import Names


def episode(child: str, row: Row, names: Names) -> Iterator[Record]:
    """The referral of an episode of need, and every row in it, linked to the referral by its id."""
    cells = row.cells
    referral = names.name(child, "referral", cells.get("CINreferralDate"))
    yield (
        "ssd_cin_episodes",
        {
            "cine_referral_id": referral,
            "cine_person_id": child,
            "cine_referral_date": cells.get("CINreferralDate"),
            "cine_cin_primary_need_code": cells.get("PrimaryNeedCode"),
            "cine_referral_source_code": cells.get("ReferralSource"),
            "cine_referral_nfa": yes_no(cells.get("ReferralNFA")),
            "cine_close_reason": cells.get("ReasonForClosure"),
            "cine_close_date": cells.get("CINclosureDate"),
        },
    )
    for one in row.all(cin_census.Assessments):
        yield from _assessment(child, one, referral, names)
    for one in row.all(cin_census.CINplanDates):
        yield _plan(child, one, referral, names)
    yield from enquiries_and_plans(child, row, referral, names)


def _assessment(child: str, row: Row, referral: str, names: Names) -> Iterator[Record]:
    assessment = names.name(child, "assessment", row.cells.get("AssessmentActualStartDate"))
    yield (
        "ssd_cin_assessments",
        {
            "cina_assessment_id": assessment,
            "cina_person_id": child,
            "cina_referral_id": referral,
            "cina_assessment_start_date": row.cells.get("AssessmentActualStartDate"),
            "cina_assessment_auth_date": row.cells.get("AssessmentAuthorisationDate"),
        },
    )
    factors = [f.cells["AssessmentFactors"] for f in row.inner if f.cells]
    if factors:
        yield (
            "ssd_assessment_factors",
            {
                "cinf_table_id": f"{assessment}-factors",
                "cinf_assessment_id": assessment,
                "cinf_assessment_factors_factors": ";".join(factors),
            },
        )


def _plan(child: str, row: Row, referral: str, names: Names) -> Record:
    return (
        "ssd_cin_plans",
        {
            "cinp_cin_plan_id": names.name(child, "need", row.cells.get("CINPlanStartDate")),
            "cinp_referral_id": referral,
            "cinp_person_id": child,
            "cinp_cin_plan_start_date": row.cells.get("CINPlanStartDate"),
            "cinp_cin_plan_end_date": row.cells.get("CINPlanEndDate"),
        },
    )
