"""Rule 583."""

from operator import itemgetter

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import ChildReturn
from trigpoint.records.returns.ssda903 import PlacedAdoption


def _is_left_open(row: PlacedAdoption) -> bool:
    newest = row.child.remembered(_latest)
    return newest is not None and row is not newest and not row.filled("DATE_PLACED_CEASED")


def _latest(child: ChildReturn) -> PlacedAdoption | None:
    dated = ((row.DATE_PLACED, row) for row in child.rows(PlacedAdoption) if row.DATE_PLACED)
    return max(dated, key=itemgetter(0), default=(None, None))[1]


rule_583 = ReturnRule(
    code="583",
    title="A decision to place for adoption that is not the child's latest has no end",
    mend="enter when and why the earlier decision ended",
    source=SOURCE,
    severity="query",
    lists=PlacedAdoption,
    fields=("DATE_PLACED_CEASED", "DATE_PLACED"),
    fails=_is_left_open,
    examples="""
        fails: *PlacedAdoption DATE_PLACED=01/05/2026; PlacedAdoption DATE_PLACED=01/06/2026
        fails: *PlacedAdoption; PlacedAdoption DATE_PLACED=01/06/2026
        passes: PlacedAdoption DATE_PLACED=01/05/2026 DATE_PLACED_CEASED=05/05/2026; PlacedAdoption DATE_PLACED=01/06/2026
        passes: PlacedAdoption DATE_PLACED=01/05/2026
        passes: PlacedAdoption
    """,
)
