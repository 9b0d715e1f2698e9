"""Rule 526."""

from trigpoint.quality.return_rule import Condition, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.stays import TEMPORARY
from trigpoint.records.returns.ssda903 import Episodes

_WITHOUT = TEMPORARY | {"Z11", "Z12", "Z13", "Z14"}
_WITHOUT_TO_2025 = TEMPORARY | {"Z1"}


rule_526 = ReturnRule(
    code="526",
    title="The kind of provider of the placement is missing",
    mend="record the kind of provider",
    source=SOURCE,
    lists=Episodes,
    fields=("PLACE_PROVIDER", "PLACE"),
    since=2026,
    fails=lambda row: not row.PLACE_PROVIDER and row.PLACE not in _WITHOUT,
    earlier=(
        Condition(
            lists=Episodes, until=2025, fails=lambda row: not row.PLACE_PROVIDER and row.PLACE not in _WITHOUT_TO_2025
        ),
    ),
    examples="""
        fails: Episodes PLACE=U1
        fails: Episodes
        fails: Episodes PLACE=Z1
        passes: Episodes PLACE=U1 PLACE_PROVIDER=PR1
        passes: Episodes PLACE=T0
        passes: Episodes PLACE=T4
        passes: Episodes PLACE=Z11
        passes: Episodes PLACE=Z14
        fails in 2025: Episodes PLACE=Z11
        passes in 2025: Episodes PLACE=Z1
        passes in 2025: Episodes PLACE=T3
    """,
)
