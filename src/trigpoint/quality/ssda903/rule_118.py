"""Rule 118."""

from trigpoint.quality.care import RESPITE, episodes
from trigpoint.quality.days import is_before
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import ChildReturn
from trigpoint.records.returns.ssda903 import Episodes, PlacedAdoption


def _is_early(row: PlacedAdoption) -> bool:
    first = row.child.remembered(_first_stay)
    starts = (row.collection.first_day, first.DECOM if first else None)
    return any(is_before(row.DATE_PLACED_CEASED, start) for start in starts)


def _first_stay(child: ChildReturn) -> Episodes | None:
    return next((row for row in episodes(child) if row.LS not in RESPITE), None)


rule_118 = ReturnRule(
    code="118",
    title="Placing for adoption was given up before the year, or before the child came into care",
    mend="correct that day or the start of care; what ended in an earlier year is not returned again",
    source=SOURCE,
    lists=PlacedAdoption,
    fields=("DATE_PLACED_CEASED", "DECOM", "LS"),
    reads=(Episodes,),
    fails=_is_early,
    examples="""
        fails: PlacedAdoption DATE_PLACED_CEASED=31/03/2026
        passes: PlacedAdoption DATE_PLACED_CEASED=01/04/2026
        fails: Episodes DECOM=01/06/2026 LS=C1; PlacedAdoption DATE_PLACED_CEASED=31/05/2026
        passes: Episodes DECOM=01/06/2026 LS=C1; PlacedAdoption DATE_PLACED_CEASED=01/06/2026
        fails: Episodes DECOM=02/05/2026 LS=V3; Episodes DECOM=01/06/2026; PlacedAdoption DATE_PLACED_CEASED=31/05/2026
        passes: Episodes DECOM=01/06/2026 LS=V4; PlacedAdoption DATE_PLACED_CEASED=31/05/2026
    """,
)
