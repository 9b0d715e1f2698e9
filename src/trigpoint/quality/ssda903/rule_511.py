"""Rule 511."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import AD1

rule_511 = ReturnRule(
    code="511",
    title="There are two adopters, and the sex given is that of one",
    mend="correct the number of adopters or their sex",
    source=SOURCE,
    lists=AD1,
    fields=("NB_ADOPTR", "SEX_ADOPTR"),
    fails=lambda row: row.NB_ADOPTR == 2 and row.SEX_ADOPTR in {"M1", "F1"},
    examples="""
        fails: AD1 NB_ADOPTR=2 SEX_ADOPTR=M1
        fails: AD1 NB_ADOPTR=2 SEX_ADOPTR=F1
        passes: AD1 NB_ADOPTR=2 SEX_ADOPTR=MF
        passes: AD1 NB_ADOPTR=1 SEX_ADOPTR=F1
        passes: AD1 NB_ADOPTR=2
    """,
)
