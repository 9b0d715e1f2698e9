"""Rule 1510."""

from __future__ import annotations

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.upn import check_letter, is_digits, is_whole
from trigpoint.records.returns.cin_census import ChildIdentifiers


def _is_wrong(row: ChildIdentifiers) -> bool:
    upn = row.UPN or ""
    return is_whole(upn) and is_digits(upn[1:]) and upn[0].upper() != check_letter(upn)


rule_1510 = ReturnRule(
    code="1510",
    title="The first letter of the UPN is not the one that its digits give",
    mend="look the UPN up again: a character was mistyped",
    source=SOURCE,
    who="business support",
    lists=ChildIdentifiers,
    fields=("UPN",),
    fails=_is_wrong,
    examples="""
        fails: ChildIdentifiers UPN=A300000000001
        fails: ChildIdentifiers UPN=9300000000001
        passes: ChildIdentifiers UPN=W300000000001
        passes: ChildIdentifiers UPN=A30000000000
        passes: ChildIdentifiers UPN=A30000000000B
        passes: ChildIdentifiers
    """,
)
