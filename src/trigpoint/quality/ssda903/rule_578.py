"""Rule 578."""

from trigpoint.quality.days import is_after, is_before
from trigpoint.quality.periods import periods
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes, Missing


def _is_outside(row: Missing) -> bool:
    return row.MIS_START is not None and all(
        is_before(row.MIS_START, period.start) or is_after(row.MIS_START, period.end) for period in periods(row.child)
    )


rule_578 = ReturnRule(
    code="578",
    title="The child went missing before coming into care or after leaving it",
    mend="correct the first day of the missing episode or the dates of care",
    source=SOURCE,
    lists=Missing,
    fields=("MIS_START", "DECOM"),
    reads=(Episodes,),
    fails=_is_outside,
    doubt="Whether a child may go missing on the very day on which care ends is to be asked of DfE",
    examples="""
        fails: Episodes DECOM=01/05/2026 DEC=01/06/2026; Missing MIS_START=30/04/2026
        fails: Episodes DECOM=01/05/2026 DEC=01/06/2026; Missing MIS_START=02/06/2026
        fails: Episodes DECOM=01/05/2026 DEC=01/06/2026; Episodes DECOM=03/06/2026; Missing MIS_START=02/06/2026
        passes: Episodes DECOM=01/05/2026 DEC=01/06/2026; Missing MIS_START=01/05/2026
        passes: Episodes DECOM=01/05/2026 DEC=01/06/2026; Missing MIS_START=01/06/2026
        passes: Episodes DECOM=01/05/2026 DEC=01/06/2026; Episodes DECOM=01/06/2026; Missing MIS_START=02/06/2026
        passes: Episodes DECOM=01/05/2026 DEC=01/06/2026; Missing
        passes: Episodes DECOM=01/05/2026 DEC=01/06/2026; Episodes DECOM=05/06/2026; Missing MIS_START=06/06/2026
    """,
)
