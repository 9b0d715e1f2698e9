"""Rule 383."""

from __future__ import annotations

from trigpoint.quality.care import earlier
from trigpoint.quality.return_rule import Condition, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.stays import TEMPORARY
from trigpoint.records.returns.ssda903 import Episodes


def _before_temporary(row: Episodes) -> Episodes | None:
    """The episode from which the child went to a temporary placement that this episode follows."""
    between = earlier(row)
    return earlier(between) if between is not None and between.PLACE in TEMPORARY else None


def _is_other_place(row: Episodes) -> bool:
    first = _before_temporary(row)
    return first is not None and (row.RNE != "P" or row.PLACE != first.PLACE)


def _is_other_address(row: Episodes) -> bool:
    first = _before_temporary(row)
    return first is not None and (row.RNE != "P" or (row.PLACE, row.PL_POST) != (first.PLACE, first.PL_POST))


rule_383 = ReturnRule(
    code="383",
    title="After a temporary placement the child does not go back to the placement from before",
    mend="record the return with reason P and the same placement, or correct the type of the stay between",
    source=SOURCE,
    lists=Episodes,
    fields=("RNE", "PLACE", "PL_POST", "DECOM"),
    since=2026,
    fails=_is_other_address,
    earlier=(Condition(lists=Episodes, until=2025, fails=_is_other_place),),
    examples="""
        fails: Episodes DECOM=01/05/2026 PLACE=U1; Episodes DECOM=02/05/2026 PLACE=T0; *Episodes DECOM=03/05/2026 PLACE=U1 RNE=L
        fails: Episodes DECOM=01/05/2026 PLACE=U1; Episodes DECOM=02/05/2026 PLACE=T4; *Episodes DECOM=03/05/2026 PLACE=U4 RNE=P
        fails: Episodes DECOM=01/05/2026 PL_POST=AB11AA; Episodes DECOM=02/05/2026 PLACE=T1; *Episodes DECOM=03/05/2026 RNE=P
        passes: Episodes DECOM=01/05/2026 PLACE=U1; Episodes DECOM=02/05/2026 PLACE=T0; Episodes DECOM=03/05/2026 PLACE=U1 RNE=P
        passes: Episodes DECOM=01/05/2026 PLACE=U1; Episodes DECOM=02/05/2026 PLACE=K2; Episodes DECOM=03/05/2026 PLACE=U1 RNE=L
        passes: Episodes DECOM=02/05/2026 PLACE=T0; Episodes DECOM=03/05/2026 PLACE=U1 RNE=L
        fails in 2025: Episodes DECOM=01/05/2024 PLACE=U1; Episodes DECOM=02/05/2024 PLACE=T0; *Episodes DECOM=03/05/2024 PLACE=U4 RNE=P
        passes in 2025: Episodes DECOM=01/05/2024 PL_POST=AB11AA; Episodes DECOM=02/05/2024 PLACE=T1; Episodes DECOM=03/05/2024 RNE=P
    """,
)
