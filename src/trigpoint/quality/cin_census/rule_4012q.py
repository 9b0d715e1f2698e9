"""Rule 4012Q."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import CINplanDates

rule_4012q = ReturnRule(
    code="4012Q",
    title="A child in need plan begins and ends on one day",
    mend="check both dates, and delete a plan that was opened by mistake",
    source=SOURCE,
    severity="query",
    lists=CINplanDates,
    fields=("CINPlanStartDate", "CINPlanEndDate"),
    fails=lambda row: row.CINPlanStartDate and row.CINPlanStartDate == row.CINPlanEndDate,
    examples="""
        fails: CINdetails; CINplanDates CINPlanStartDate=02/05/2025 CINPlanEndDate=02/05/2025
        passes: CINdetails; CINplanDates CINPlanStartDate=02/05/2025 CINPlanEndDate=03/05/2025
        passes: CINdetails; CINplanDates
    """,
)
