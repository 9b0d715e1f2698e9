"""Rule 628."""

from trigpoint.quality.leavers import is_told
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC3, Episodes, Header

rule_628 = ReturnRule(
    code="628",
    title="A care leaver who was not in care this year is asked whether she is a mother",
    mend="leave motherhood blank for a young person who is in the return only as a care leaver",
    source=SOURCE,
    lists=Header,
    fields=("MOTHER", "IN_TOUCH", "ACTIV", "ACCOM"),
    reads=(Episodes, OC3),
    fails=lambda row: row.MOTHER and not row.child.rows(Episodes) and any(map(is_told, row.child.rows(OC3))),
    examples="""
        fails: Header MOTHER=0; OC3 IN_TOUCH=YES
        fails: Header MOTHER=1; OC3 ACCOM=B1
        passes: Header; OC3 IN_TOUCH=YES
        passes: Header MOTHER=0; OC3 IN_TOUCH=YES; Episodes DECOM=01/05/2026
        passes: Header MOTHER=0; OC3
        passes: Header MOTHER=0
    """,
)
