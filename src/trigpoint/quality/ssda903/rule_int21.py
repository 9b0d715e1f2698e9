"""Rule INT21."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import UASC, Header

rule_int21 = ReturnRule(
    code="INT21",
    title="A row of an unaccompanied child gives another sex than the list of children",
    mend="give the child one sex throughout the record",
    source=SOURCE,
    who="business support",
    lists=UASC,
    fields=("SEX",),
    reads=(Header,),
    fails=lambda row: row.SEX and any(header.SEX not in {None, row.SEX} for header in row.child.rows(Header)),
    examples="""
        fails: UASC SEX=M; Header SEX=F
        passes: UASC SEX=M; Header SEX=M
        passes: UASC SEX=M; Header
        passes: UASC; Header SEX=F
    """,
)
