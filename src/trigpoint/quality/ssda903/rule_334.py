"""Rule 334."""

from collections.abc import Iterator

from trigpoint.quality.care import episodes
from trigpoint.quality.days import is_before
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.ssda903 import AD1, Episodes


def _decided_early(collection: Collection) -> Iterator[ReturnRow]:
    for row in collection.rows(AD1):
        start = next((one for one in reversed(episodes(row.child)) if one.RNE == "S"), None)
        if start is not None and is_before(row.DATE_INT, start.DECOM):
            yield from (start, row)


rule_334 = ReturnRule(
    code="334",
    title="It was decided that the child should be adopted before the child last came into care",
    mend="correct the day of the decision or the start of care",
    source=SOURCE,
    lists=AD1,
    fields=("DATE_INT", "DECOM", "RNE"),
    reads=(Episodes,),
    finds=_decided_early,
    examples="""
        fails: *Episodes DECOM=02/05/2026 RNE=S; *AD1 DATE_INT=01/05/2026
        passes: Episodes DECOM=01/05/2026 RNE=S; AD1 DATE_INT=01/05/2026
        passes: Episodes DECOM=01/04/2026 RNE=S; Episodes DECOM=02/05/2026 RNE=L; AD1 DATE_INT=01/05/2026
        fails: Episodes DECOM=01/04/2026 RNE=S; *Episodes DECOM=02/05/2026 RNE=S; *AD1 DATE_INT=01/05/2026
        passes: AD1 DATE_INT=01/05/2026
    """,
)
