"""Rule 441."""

from trigpoint.quality.ages import is_younger
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Reviews

_TOOK_PART = frozenset({"PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7"})


rule_441 = ReturnRule(
    code="441",
    title="A review before the fourth birthday says how the child took part",
    mend="use PN0 for a review before the fourth birthday, or correct its date",
    source=SOURCE,
    lists=Reviews,
    fields=("REVIEW_CODE", "REVIEW", "DOB"),
    fails=lambda row: row.REVIEW_CODE in _TOOK_PART and is_younger(row.DOB, 4, row.REVIEW),
    examples="""
        fails: Reviews DOB=02/05/2022 REVIEW=01/05/2026 REVIEW_CODE=PN1
        fails: Reviews DOB=02/05/2022 REVIEW=01/05/2026 REVIEW_CODE=PN7
        passes: Reviews DOB=02/05/2022 REVIEW=02/05/2026 REVIEW_CODE=PN1
        passes: Reviews DOB=02/05/2022 REVIEW=01/05/2026 REVIEW_CODE=PN0
        passes: Reviews REVIEW=01/05/2026 REVIEW_CODE=PN1
    """,
)
