"""Rule 333."""

from trigpoint.quality.days import is_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import AD1


def _is_early(row: AD1) -> bool:
    undecided = not row.filled("DATE_INT") or is_after(row.DATE_INT, row.DATE_MATCH)
    return row.filled("DATE_MATCH") and undecided


rule_333 = ReturnRule(
    code="333",
    title="The child was matched with adopters before it was decided that the child should be adopted",
    mend="correct the day of the decision or the day of the match",
    source=SOURCE,
    lists=AD1,
    fields=("DATE_INT", "DATE_MATCH"),
    fails=_is_early,
    examples="""
        fails: AD1 DATE_INT=02/05/2026 DATE_MATCH=01/05/2026
        fails: AD1 DATE_MATCH=01/05/2026
        passes: AD1 DATE_INT=01/05/2026 DATE_MATCH=01/05/2026
        passes: AD1 DATE_INT=02/05/2026
    """,
)
