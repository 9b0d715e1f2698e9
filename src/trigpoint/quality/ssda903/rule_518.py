"""Rule 518."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import AD1

rule_518 = ReturnRule(
    code="518",
    title="The adopters are an unmarried couple of one sex, and the sex given is another",
    mend="correct the legal status or the sex of the adopters",
    source=SOURCE,
    lists=AD1,
    fields=("LS_ADOPTR", "SEX_ADOPTR"),
    fails=lambda row: row.LS_ADOPTR == "L4" and row.SEX_ADOPTR not in {"MM", "FF"},
    examples="""
        fails: AD1 LS_ADOPTR=L4 SEX_ADOPTR=M1
        fails: AD1 LS_ADOPTR=L4
        fails: AD1 LS_ADOPTR=L4 SEX_ADOPTR=MF
        passes: AD1 LS_ADOPTR=L4 SEX_ADOPTR=MM
        passes: AD1 LS_ADOPTR=L4 SEX_ADOPTR=FF
        passes: AD1 LS_ADOPTR=L0 SEX_ADOPTR=M1
    """,
)
