"""Rule 581."""

from datetime import date

from trigpoint.quality.days import is_within
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.stays import is_open
from trigpoint.records.returns.ssda903 import Episodes, Missing


def _is_outside(row: Missing) -> bool:
    return row.MIS_START is not None and not any(
        is_within(row.MIS_START, episode.DECOM, date.max if is_open(episode) else episode.DEC)
        for episode in row.child.rows(Episodes)
    )


rule_581 = ReturnRule(
    code="581",
    title="The child went missing on a day that lies in none of the child's episodes of care",
    mend="correct the first day of the missing episode or the dates of the episodes",
    source=SOURCE,
    lists=Missing,
    fields=("MIS_START", "DECOM", "DEC"),
    reads=(Episodes,),
    fails=_is_outside,
    examples="""
        fails: Episodes DECOM=01/05/2026; Missing MIS_START=30/04/2026
        fails: Episodes DECOM=01/05/2026 DEC=01/06/2026; Missing MIS_START=02/06/2026
        fails: Missing MIS_START=02/06/2026
        passes: Episodes DECOM=01/05/2026; Missing MIS_START=01/05/2026
        passes: Episodes DECOM=01/05/2026 DEC=01/06/2026; Missing MIS_START=01/06/2026
        passes: Episodes DECOM=01/05/2026 DEC=01/06/2026; Episodes DECOM=05/06/2026; Missing MIS_START=06/06/2026
        passes: Episodes DECOM=01/05/2026; Missing
    """,
)
