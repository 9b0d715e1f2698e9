"""Rule 1540."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.upn import is_digits
from trigpoint.records.returns.cin_census import ChildIdentifiers

rule_1540 = ReturnRule(
    code="1540",
    title="The UPN holds something other than digits where its serial number stands",
    mend="look the UPN up again: after its letter it has digits only, save the last place of a temporary one",
    source=SOURCE,
    who="business support",
    lists=ChildIdentifiers,
    fields=("UPN",),
    fails=lambda row: row.UPN and not is_digits(row.UPN[4:12]),
    examples="""
        fails: ChildIdentifiers UPN=X3000000A0001
        fails: ChildIdentifiers UPN=X300
        passes: ChildIdentifiers UPN=W300000000001
        passes: ChildIdentifiers UPN=X3001
        passes: ChildIdentifiers UPN=X30000000000A
        passes: ChildIdentifiers
    """,
)
