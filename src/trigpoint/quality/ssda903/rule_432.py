"""Rule 432."""

from __future__ import annotations

from trigpoint.quality.care import earlier
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

_LEFT = frozenset(
    [
        "E2",
        "E3",
        "E4A",
        "E4B",
        "E5",
        "E6",
        "E7",
        "E8",
        "E9",
        "E11",
        "E12",
        "E13",
        "E14",
        "E15",
        "E16",
        "E17",
        "E41",
        "E45",
        "E46",
        "E47",
        "E48",
    ]
)


def _goes_on_after_care(row: Episodes) -> bool:
    before = earlier(row) if row.RNE != "S" else None
    return before is not None and before.REC in _LEFT


rule_432 = ReturnRule(
    code="432",
    title="The child had left care, and the next episode does not say that care began again",
    mend="give the episode the reason S, or correct the reason for which the one before it ended",
    source=SOURCE,
    lists=Episodes,
    fields=("RNE", "REC", "DECOM"),
    fails=_goes_on_after_care,
    examples="""
        fails: Episodes DECOM=01/05/2026 REC=E4A; *Episodes DECOM=01/06/2026 RNE=P
        fails: Episodes DECOM=01/05/2026 REC=E48; *Episodes DECOM=01/06/2026
        passes: Episodes DECOM=01/05/2026 REC=E4A; Episodes DECOM=01/06/2026 RNE=S
        passes: Episodes DECOM=01/05/2026 REC=X1; Episodes DECOM=01/06/2026 RNE=P
        passes: Episodes DECOM=01/06/2026 REC=E4A RNE=P
    """,
)
