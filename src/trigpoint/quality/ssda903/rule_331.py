"""Rule 331."""

from collections.abc import Iterator

from trigpoint.quality.days import is_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.ssda903 import AD1, Episodes


def _matched_late(collection: Collection) -> Iterator[ReturnRow]:
    for row in collection.rows(AD1):
        last = [one for one in row.child.rows(Episodes) if one.REC in {"E11", "E12"}]
        late = [one for one in last if is_after(row.DATE_MATCH, one.DECOM)]
        yield from (*late, row) if late else ()


rule_331 = ReturnRule(
    code="331",
    title="The child was matched with adopters after the episode that ended in adoption had begun",
    mend="correct the day of the match, or the start of the episode placed for adoption",
    source=SOURCE,
    lists=AD1,
    fields=("DATE_MATCH", "DECOM", "REC"),
    reads=(Episodes,),
    finds=_matched_late,
    examples="""
        fails: *Episodes DECOM=01/05/2026 REC=E11; *AD1 DATE_MATCH=02/05/2026
        fails: *Episodes DECOM=01/05/2026 REC=E12; *AD1 DATE_MATCH=02/05/2026
        passes: Episodes DECOM=01/05/2026 REC=E11; AD1 DATE_MATCH=01/05/2026
        passes: Episodes DECOM=01/05/2026 REC=X1; AD1 DATE_MATCH=02/05/2026
        passes: Episodes DECOM=01/05/2026 REC=E11; AD1
    """,
)
