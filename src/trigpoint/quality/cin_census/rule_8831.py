"""Rule 8831."""

from __future__ import annotations

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import inside, is_yes
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns import ReturnRow
from trigpoint.records.returns.cin_census import Assessments, CINdetails, Section47


def _went_on(row: CINdetails) -> bool:
    return is_yes(row.ReferralNFA) and (
        row.filled("DateOfInitialCPC")
        or any(
            _has(one, "AssessmentActualStartDate", "AssessmentAuthorisationDate") for one in inside(row, Assessments)
        )
        or any(_has(one, "S47ActualStartDate", "DateOfInitialCPC") for one in inside(row, Section47))
    )


def _has(row: ReturnRow, *columns: str) -> bool:
    return any(row.filled(column) for column in columns)


rule_8831 = ReturnRule(
    code="8831",
    title="A referral marked as needing no further action holds an assessment, an enquiry or a conference",
    mend="correct the mark of no further action, or move what belongs to another referral",
    source=SOURCE,
    lists=CINdetails,
    fields=(
        "ReferralNFA",
        "DateOfInitialCPC",
        "AssessmentActualStartDate",
        "AssessmentAuthorisationDate",
        "S47ActualStartDate",
    ),
    reads=(Assessments, Section47),
    fails=_went_on,
    examples="""
        fails: CINdetails ReferralNFA=1 DateOfInitialCPC=01/05/2025
        fails: CINdetails ReferralNFA=true; Assessments AssessmentActualStartDate=01/05/2025
        fails: CINdetails ReferralNFA=1; Assessments AssessmentAuthorisationDate=01/05/2025
        fails: CINdetails ReferralNFA=1; Section47 S47ActualStartDate=01/05/2025
        fails: CINdetails ReferralNFA=1; Section47 DateOfInitialCPC=01/05/2025
        passes: CINdetails ReferralNFA=0 DateOfInitialCPC=01/05/2025
        passes: CINdetails ReferralNFA=1; Assessments; Section47
        passes: CINdetails ReferralNFA=1; CINdetails; Section47 S47ActualStartDate=01/05/2025
    """,
)
