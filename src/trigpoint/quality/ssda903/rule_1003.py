"""Rule 1003."""

from collections.abc import Iterator

from trigpoint.quality.care import episodes
from trigpoint.quality.days import is_before
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.ssda903 import Episodes, PlacedAdoption


def _too_early(collection: Collection) -> Iterator[ReturnRow]:
    for row in collection.rows(PlacedAdoption):
        first = next((episode for episode in episodes(row.child) if episode.RNE == "S"), None)
        if first is not None and is_before(row.DATE_PLACED, first.DECOM):
            yield from (row, first)


rule_1003 = ReturnRule(
    code="1003",
    title="The decision to place for adoption was made before the child came into care",
    mend="correct the date of the decision or the start of the child's first episode",
    source=SOURCE,
    lists=PlacedAdoption,
    fields=("DATE_PLACED", "DECOM", "RNE"),
    reads=(Episodes,),
    finds=_too_early,
    examples="""
        fails: *PlacedAdoption DATE_PLACED=30/04/2026; *Episodes RNE=S DECOM=01/05/2026; Episodes RNE=S DECOM=01/07/2026
        passes: PlacedAdoption DATE_PLACED=01/05/2026; Episodes RNE=S DECOM=01/05/2026; Episodes RNE=S DECOM=01/07/2026
        passes: PlacedAdoption DATE_PLACED=30/04/2026; Episodes RNE=P DECOM=01/05/2026
        passes: PlacedAdoption; Episodes RNE=S DECOM=01/05/2026
    """,
)
