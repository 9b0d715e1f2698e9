"""Rule 120."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import PlacedAdoption

rule_120 = ReturnRule(
    code="120",
    title="The reason why placing for adoption was given up has a code that the return does not know",
    mend="choose the reason from RD1 to RD4",
    source=SOURCE,
    lists=PlacedAdoption,
    fields=("REASON_PLACED_CEASED",),
    fails=lambda row: row.REASON_PLACED_CEASED not in {None, "RD1", "RD2", "RD3", "RD4"},
    examples="""
        fails: PlacedAdoption REASON_PLACED_CEASED=RD5
        passes: PlacedAdoption REASON_PLACED_CEASED=RD1
        passes: PlacedAdoption REASON_PLACED_CEASED=RD4
        passes: PlacedAdoption
    """,
)
