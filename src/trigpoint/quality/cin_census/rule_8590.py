"""Rule 8590."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import ChildIdentifiers, CINdetails

rule_8590 = ReturnRule(
    code="8590",
    title="The child has no referral in the return",
    mend="add the referral of the child, or leave the child out",
    source=SOURCE,
    who="performance team",
    lists=ChildIdentifiers,
    fields=("LAchildID",),
    reads=(CINdetails,),
    fails=lambda row: not row.child.rows(CINdetails),
    examples="""
        fails: ChildIdentifiers; ChildIdentifiers child=2
        fails: *ChildIdentifiers; ChildIdentifiers child=2; CINdetails child=2
        passes: ChildIdentifiers; CINdetails
    """,
)
