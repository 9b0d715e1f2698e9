"""Rule 514."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import AD1

rule_514 = ReturnRule(
    code="514",
    title="The adopter is single, and the sex given is not that of one person",
    mend="correct the legal status or the sex of the adopters",
    source=SOURCE,
    lists=AD1,
    fields=("LS_ADOPTR", "SEX_ADOPTR"),
    fails=lambda row: row.LS_ADOPTR == "L0" and row.SEX_ADOPTR not in {"M1", "F1"},
    examples="""
        fails: AD1 LS_ADOPTR=L0 SEX_ADOPTR=MF
        fails: AD1 LS_ADOPTR=L0
        passes: AD1 LS_ADOPTR=L0 SEX_ADOPTR=M1
        passes: AD1 LS_ADOPTR=L0 SEX_ADOPTR=F1
        passes: AD1 LS_ADOPTR=L4 SEX_ADOPTR=MF
    """,
)
