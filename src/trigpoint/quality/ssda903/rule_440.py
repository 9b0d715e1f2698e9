"""Rule 440."""

from trigpoint.quality.days import birthday, is_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Reviews

rule_440 = ReturnRule(
    code="440",
    title="A review after the fourth birthday says that the child was under 4",
    mend="record how the child took part in the review, or correct its date",
    source=SOURCE,
    lists=Reviews,
    fields=("REVIEW_CODE", "REVIEW", "DOB"),
    fails=lambda row: row.REVIEW_CODE == "PN0" and is_after(row.REVIEW, birthday(row.DOB, 4)),
    examples="""
        fails: Reviews DOB=01/05/2022 REVIEW=02/05/2026 REVIEW_CODE=PN0
        passes: Reviews DOB=01/05/2022 REVIEW=01/05/2026 REVIEW_CODE=PN0
        passes: Reviews DOB=01/05/2022 REVIEW=02/05/2026 REVIEW_CODE=PN1
        passes: Reviews REVIEW=02/05/2026 REVIEW_CODE=PN0
    """,
)
