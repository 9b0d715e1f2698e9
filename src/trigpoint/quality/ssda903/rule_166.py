"""Rule 166."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Reviews

rule_166 = ReturnRule(
    code="166",
    title="The review has no date, or one that cannot be read as a date",
    mend="write the day of the review as day, month and year",
    source=SOURCE,
    lists=Reviews,
    fields=("REVIEW", "REVIEW_CODE"),
    fails=lambda row: row.REVIEW is None,
    examples="""
        fails: Reviews REVIEW_CODE=PN1
        fails: Reviews REVIEW=31/06/2026
        passes: Reviews REVIEW=30/06/2026
    """,
)
