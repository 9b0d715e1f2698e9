"""Rule 151."""

from trigpoint.quality.filled import ADOPTION, partly_filled
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import AD1

rule_151 = ReturnRule(
    code="151",
    title="The details of the adoption are not complete",
    mend="fill every detail of the adoption, or none when the child was not adopted",
    source=SOURCE,
    lists=AD1,
    fields=("DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR"),
    fails=lambda row: partly_filled(row, ADOPTION),
    examples="""
        fails: AD1 DATE_INT=01/05/2026 DATE_MATCH=01/06/2026 FOSTER_CARE=0 NB_ADOPTR=2 SEX_ADOPTR=MF
        passes: AD1 DATE_INT=01/05/2026 DATE_MATCH=01/06/2026 FOSTER_CARE=0 NB_ADOPTR=2 SEX_ADOPTR=MF LS_ADOPTR=L11
        passes: AD1
    """,
)
