"""Rule 575."""

from trigpoint.quality.days import is_within
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes, Missing


def _is_left_open(row: Missing) -> bool:
    return not row.filled("MIS_END") and any(
        is_within(row.MIS_START, episode.DECOM, episode.DEC) for episode in row.child.rows(Episodes)
    )


rule_575 = ReturnRule(
    code="575",
    title="A missing episode is open although the episode of care in which it began has ended",
    mend="enter the day on which the missing episode ended",
    source=SOURCE,
    lists=Missing,
    fields=("MIS_END", "MIS_START", "DECOM", "DEC"),
    reads=(Episodes,),
    fails=_is_left_open,
    examples="""
        fails: Episodes DECOM=01/05/2026 DEC=01/06/2026; Missing MIS_START=01/06/2026
        fails: Episodes DECOM=01/05/2026 DEC=01/06/2026; Missing MIS_START=01/05/2026
        passes: Episodes DECOM=01/05/2026 DEC=01/06/2026; Missing MIS_START=02/06/2026
        passes: Episodes DECOM=01/05/2026 DEC=01/06/2026; Missing MIS_START=30/04/2026
        passes: Episodes DECOM=01/05/2026 DEC=01/06/2026; Missing MIS_START=01/05/2026 MIS_END=02/05/2026
        passes: Episodes DECOM=01/05/2026; Missing MIS_START=01/05/2026
        fails: Episodes DECOM=01/05/2026 DEC=01/06/2026; Episodes DECOM=01/06/2026; Missing MIS_START=02/05/2026
    """,
)
