"""Rule 177."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import AD1

rule_177 = ReturnRule(
    code="177",
    title="The legal status of the adopters has a code that the return does not know",
    mend="choose the adopters' legal status: single, married, in a civil partnership or neither",
    source=SOURCE,
    lists=AD1,
    fields=("LS_ADOPTR",),
    fails=lambda row: row.LS_ADOPTR not in {None, "L0", "L11", "L12", "L2", "L3", "L4"},
    examples="""
        fails: AD1 LS_ADOPTR=L1
        passes: AD1 LS_ADOPTR=L0
        passes: AD1 LS_ADOPTR=L12
        passes: AD1
    """,
)
