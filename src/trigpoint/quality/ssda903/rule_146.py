"""Rule 146."""

from trigpoint.quality.return_rule import Condition, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

_ALWAYS = frozenset(
    {"A3", "A4", "A5", "A6", "K1", "K2", "P1", "P3", "R1", "R2", "R3", "R5", "S1", "T0", "T1", "T2", "T3", "T4"}
    | {"U1", "U2", "U3", "U4", "U5", "U6"}
)
_OLDEST = _ALWAYS | {"H5", "P2", "Z1"}
_WITH_K3 = _OLDEST | {"K3"}
_NEWEST = _ALWAYS | {"K3", "Z11", "Z12", "Z13", "Z14"}

rule_146 = ReturnRule(
    code="146",
    title="The placement has a code that the return of the year does not know",
    mend="choose the kind of placement with a code of the year",
    source=SOURCE,
    lists=Episodes,
    fields=("PLACE",),
    since=2026,
    fails=lambda row: row.PLACE is not None and row.PLACE not in _NEWEST,
    earlier=(
        Condition(lists=Episodes, until=2024, fails=lambda row: row.PLACE is not None and row.PLACE not in _OLDEST),
        Condition(
            lists=Episodes,
            since=2025,
            until=2025,
            fails=lambda row: row.PLACE is not None and row.PLACE not in _WITH_K3,
        ),
    ),
    doubt="Published lists differ on Z1 in 2025/26: check with DfE whether it is still accepted beside Z11 to Z14",
    examples="""
        fails: Episodes PLACE=Z1
        passes: Episodes PLACE=Z11
        passes: Episodes
        fails in 2025: Episodes PLACE=Z11
        passes in 2025: Episodes PLACE=Z1
        passes in 2025: Episodes PLACE=K3
        fails in 2024: Episodes PLACE=K3
        passes in 2024: Episodes PLACE=P2
    """,
)
