"""Rule 1550."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.upn import is_whole
from trigpoint.records.returns.cin_census import ChildIdentifiers

_ENDS = frozenset("0123456789ABCDEFGHJKLMNPQRTUVWXYZ")

rule_1550 = ReturnRule(
    code="1550",
    title="The last character of the UPN is one that none has",
    mend="look the UPN up again: it ends in a digit, a temporary one in a letter (never I, O or S)",
    source=SOURCE,
    who="business support",
    lists=ChildIdentifiers,
    fields=("UPN",),
    fails=lambda row: row.UPN and is_whole(row.UPN) and row.UPN[-1].upper() not in _ENDS,
    examples="""
        fails: ChildIdentifiers UPN=X30000000000O
        fails: ChildIdentifiers UPN=X30000000000-
        passes: ChildIdentifiers UPN=X30000000000A
        passes: ChildIdentifiers UPN=X300000000009
        passes: ChildIdentifiers UPN=X30000000O
    """,
)
