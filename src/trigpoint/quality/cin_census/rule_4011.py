"""Rule 4011."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.days import is_before
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import CINplanDates

rule_4011 = ReturnRule(
    code="4011",
    title="A child in need plan ends before it begins",
    mend="correct the start or the end of the plan",
    source=SOURCE,
    lists=CINplanDates,
    fields=("CINPlanEndDate", "CINPlanStartDate"),
    fails=lambda row: is_before(row.CINPlanEndDate, row.CINPlanStartDate),
    examples="""
        fails: CINdetails; CINplanDates CINPlanStartDate=02/05/2025 CINPlanEndDate=01/05/2025
        passes: CINdetails; CINplanDates CINPlanStartDate=02/05/2025 CINPlanEndDate=02/05/2025
        passes: CINdetails; CINplanDates CINPlanStartDate=02/05/2025
    """,
)
