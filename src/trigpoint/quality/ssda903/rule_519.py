"""Rule 519."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import AD1

rule_519 = ReturnRule(
    code="519",
    title="The adopters are in a civil partnership, and the sex given is not that of a couple",
    mend="correct the legal status or the sex of the adopters",
    source=SOURCE,
    lists=AD1,
    fields=("LS_ADOPTR", "SEX_ADOPTR"),
    fails=lambda row: row.LS_ADOPTR == "L2" and row.SEX_ADOPTR not in {"MM", "FF", "MF"},
    examples="""
        fails: AD1 LS_ADOPTR=L2 SEX_ADOPTR=M1
        fails: AD1 LS_ADOPTR=L2
        passes: AD1 LS_ADOPTR=L2 SEX_ADOPTR=MM
        passes: AD1 LS_ADOPTR=L2 SEX_ADOPTR=FF
        passes: AD1 LS_ADOPTR=L2 SEX_ADOPTR=MF
        passes: AD1 LS_ADOPTR=L0 SEX_ADOPTR=M1
    """,
)
