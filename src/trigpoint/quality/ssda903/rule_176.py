"""Rule 176."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import AD1

rule_176 = ReturnRule(
    code="176",
    title="The sex of the adopters has a code that the return does not know",
    mend="choose the adopters' sex: M1 or F1 for one person, MM, FF or MF for a couple",
    source=SOURCE,
    lists=AD1,
    fields=("SEX_ADOPTR",),
    fails=lambda row: row.SEX_ADOPTR not in {None, "M1", "F1", "MM", "FF", "MF"},
    examples="""
        fails: AD1 SEX_ADOPTR=FM
        passes: AD1 SEX_ADOPTR=M1
        passes: AD1 SEX_ADOPTR=MF
        passes: AD1
    """,
)
