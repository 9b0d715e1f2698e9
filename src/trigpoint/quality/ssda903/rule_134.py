"""Rule 134."""

from trigpoint.quality.filled import ADOPTION, LEAVING, any_filled
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import AD1, OC3

rule_134 = ReturnRule(
    code="134",
    title="The child is returned both as adopted and as a care leaver",
    mend="keep the care leaver's details or those of the adoption, whichever the young person is",
    source=SOURCE,
    who="performance team",
    lists=AD1,
    fields=(
        "DATE_INT",
        "DATE_MATCH",
        "FOSTER_CARE",
        "NB_ADOPTR",
        "SEX_ADOPTR",
        "LS_ADOPTR",
        "IN_TOUCH",
        "ACTIV",
        "ACCOM",
    ),
    reads=(OC3,),
    fails=lambda row: any_filled(row, ADOPTION) and any(any_filled(one, LEAVING) for one in row.child.rows(OC3)),
    examples="""
        fails: AD1 NB_ADOPTR=2; OC3 ACCOM=B1
        passes: AD1 NB_ADOPTR=2; OC3
        passes: AD1; OC3 ACCOM=B1
        passes: AD1 NB_ADOPTR=2; OC3 child=2 ACCOM=B1
    """,
)
