"""Rule 213."""

from trigpoint.quality.return_rule import Condition, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.stays import TEMPORARY
from trigpoint.records.returns.ssda903 import Episodes

_UNPROVIDED = TEMPORARY | {"Z11", "Z12", "Z13", "Z14"}

rule_213 = ReturnRule(
    code="213",
    title="A temporary or other placement has a provider",
    mend="leave the provider empty for this kind of placement, or correct the placement",
    source=SOURCE,
    lists=Episodes,
    fields=("PLACE_PROVIDER", "PLACE"),
    since=2026,
    fails=lambda row: row.PLACE in _UNPROVIDED and row.PLACE_PROVIDER,
    earlier=(Condition(lists=Episodes, until=2025, fails=lambda row: row.PLACE in TEMPORARY and row.PLACE_PROVIDER),),
    examples="""
        fails: Episodes PLACE=T4 PLACE_PROVIDER=PR1
        fails: Episodes PLACE=Z14 PLACE_PROVIDER=PR1
        passes: Episodes PLACE=T4
        passes: Episodes PLACE=U1 PLACE_PROVIDER=PR1
        fails in 2025: Episodes PLACE=T0 PLACE_PROVIDER=PR1
        passes in 2025: Episodes PLACE=Z1 PLACE_PROVIDER=PR1
    """,
)
