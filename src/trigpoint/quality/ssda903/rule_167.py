"""Rule 167."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Reviews

_CODES = frozenset({"PN0", "PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7"})


def _is_at_odds(row: Reviews) -> bool:
    if row.filled("REVIEW"):
        return row.REVIEW_CODE not in _CODES
    return row.REVIEW_CODE is not None


rule_167 = ReturnRule(
    code="167",
    title="The review has no known code for how the child took part, or a code without a day",
    mend="record how the child took part, PN0 to PN7, with the day of the review",
    source=SOURCE,
    lists=Reviews,
    fields=("REVIEW_CODE", "REVIEW"),
    fails=_is_at_odds,
    examples="""
        fails: Reviews REVIEW=30/06/2026
        fails: Reviews REVIEW=30/06/2026 REVIEW_CODE=PN8
        fails: Reviews REVIEW_CODE=PN1
        passes: Reviews REVIEW=30/06/2026 REVIEW_CODE=PN0
        passes: Reviews
    """,
)
