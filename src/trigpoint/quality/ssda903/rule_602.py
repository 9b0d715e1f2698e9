"""Rule 602."""

from trigpoint.quality.adopted import is_adoption_of_year, is_begun
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import AD1, Episodes

rule_602 = ReturnRule(
    code="602",
    title="Adoption details are given for a child who was not adopted in the year",
    mend="take the adoption details out, or end the child's episode by the adoption",
    source=SOURCE,
    lists=AD1,
    fields=("CHILD", "DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR", "REC", "DEC"),
    reads=(Episodes,),
    fails=lambda row: is_begun(row) and not any(map(is_adoption_of_year, row.child.rows(Episodes))),
    examples="""
        fails: AD1 FOSTER_CARE=0; Episodes DEC=01/05/2026 REC=E13
        fails: AD1 DATE_INT=01/02/2026; Episodes DEC=31/03/2026 REC=E11
        fails: AD1 NB_ADOPTR=1
        passes: AD1 FOSTER_CARE=0; Episodes DEC=01/05/2026 REC=E11
        passes: AD1 FOSTER_CARE=0; Episodes DEC=01/05/2026 REC=X1; Episodes DEC=31/03/2027 REC=E12
        passes: AD1; Episodes DEC=01/05/2026 REC=E13
    """,
)
