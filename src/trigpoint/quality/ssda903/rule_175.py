"""Rule 175."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import AD1

rule_175 = ReturnRule(
    code="175",
    title="The number of adopters is not one or two",
    mend="record whether one person adopted the child or two",
    source=SOURCE,
    lists=AD1,
    fields=("NB_ADOPTR",),
    fails=lambda row: row.filled("NB_ADOPTR") and row.NB_ADOPTR not in {1, 2},
    examples="""
        fails: AD1 NB_ADOPTR=0
        fails: AD1 NB_ADOPTR=3
        fails: AD1 NB_ADOPTR=two
        passes: AD1 NB_ADOPTR=1
        passes: AD1 NB_ADOPTR=2
        passes: AD1
    """,
)
