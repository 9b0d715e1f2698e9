"""Rule 117."""

from trigpoint.quality.care import episodes
from trigpoint.quality.days import is_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import ChildReturn
from trigpoint.records.returns.ssda903 import Episodes, PlacedAdoption


def _is_late(row: PlacedAdoption) -> bool:
    last = row.child.remembered(_last_kept)
    if last is None:
        return False
    ends = (row.collection.last_day, last.DEC)
    return any(is_after(day, end) for day in (row.DATE_PLACED, row.DATE_PLACED_CEASED) for end in ends)


def _last_kept(child: ChildReturn) -> Episodes | None:
    """The child's latest episode that no other follows by its reason."""
    return next((row for row in reversed(episodes(child)) if row.REC != "X1"), None)


rule_117 = ReturnRule(
    code="117",
    title="A decision on placing for adoption is dated after the year, or after the child left care",
    mend="correct the date of the decision, or the end of the child's last episode",
    source=SOURCE,
    lists=PlacedAdoption,
    fields=("DATE_PLACED_CEASED", "DATE_PLACED", "DEC", "REC", "DECOM"),
    reads=(Episodes,),
    fails=_is_late,
    examples="""
        fails: Episodes DECOM=01/05/2026; PlacedAdoption DATE_PLACED=01/04/2027
        passes: Episodes DECOM=01/05/2026; PlacedAdoption DATE_PLACED=31/03/2027
        fails: Episodes DECOM=01/05/2026 DEC=01/09/2026 REC=E11; PlacedAdoption DATE_PLACED_CEASED=02/09/2026
        passes: Episodes DECOM=01/05/2026 DEC=01/09/2026 REC=E11; PlacedAdoption DATE_PLACED_CEASED=01/09/2026
        passes: Episodes DECOM=01/05/2026 DEC=01/09/2026 REC=X1; PlacedAdoption DATE_PLACED_CEASED=02/09/2026
        fails: Episodes DECOM=01/05/2025; Episodes DECOM=02/07/2026 DEC=2/8/2026; PlacedAdoption DATE_PLACED=03/08/2026
        passes: PlacedAdoption
    """,
)
