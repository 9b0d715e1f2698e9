"""Rule 8842Q."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import Reviews

rule_8842q = ReturnRule(
    code="8842Q",
    title="A child protection review has no date",
    mend="record the day of the review, or leave a review that was not held out",
    source=SOURCE,
    severity="query",
    lists=Reviews,
    fields=("CPPreviewDate",),
    fails=lambda row: not row.filled("CPPreviewDate"),
    examples="""
        fails: CINdetails; ChildProtectionPlans; Reviews
        passes: CINdetails; ChildProtectionPlans; Reviews CPPreviewDate=02/05/2025
    """,
)
