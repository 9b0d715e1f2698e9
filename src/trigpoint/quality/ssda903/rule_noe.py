"""Rule NoE."""

from trigpoint.quality.days import is_before
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes


def _is_new(row: Episodes) -> bool:
    before = row.child.last_year
    return is_before(row.DECOM, row.collection.first_day) and not (before and before.rows(Episodes))


rule_noe = ReturnRule(
    code="NoE",
    title="An episode began before this year, but last year's return has no episode of the child",
    mend="check the start of the episode, or tell DfE that the child was left out of last year's return",
    source=SOURCE,
    lists=Episodes,
    fields=("CHILD", "DECOM"),
    needs=frozenset({Need.LAST_YEAR}),
    fails=_is_new,
    examples="""
        fails: Episodes DECOM=31/03/2026; last year Header
        passes: Episodes DECOM=31/03/2026; last year Episodes
        passes: Episodes DECOM=01/04/2026
        passes: Episodes
    """,
)
