"""Rule 517."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import AD1

rule_517 = ReturnRule(
    code="517",
    title="The adopters are an unmarried man and woman, and the sex given is another",
    mend="correct the legal status or the sex of the adopters",
    source=SOURCE,
    lists=AD1,
    fields=("LS_ADOPTR", "SEX_ADOPTR"),
    fails=lambda row: row.LS_ADOPTR == "L3" and row.SEX_ADOPTR != "MF",
    examples="""
        fails: AD1 LS_ADOPTR=L3 SEX_ADOPTR=M1
        fails: AD1 LS_ADOPTR=L3
        fails: AD1 LS_ADOPTR=L3 SEX_ADOPTR=MM
        passes: AD1 LS_ADOPTR=L3 SEX_ADOPTR=MF
        passes: AD1 LS_ADOPTR=L0 SEX_ADOPTR=M1
    """,
)
