"""Rule 1560Q."""

from __future__ import annotations

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.upn import is_digits, is_whole
from trigpoint.records.returns.cin_census import ChildIdentifiers


def _is_odd(row: ChildIdentifiers) -> bool:
    upn = row.FormerUPN
    return upn is not None and not (is_whole(upn) and upn[0].isalpha() and is_digits(upn[1:]))


rule_1560q = ReturnRule(
    code="1560Q",
    title="The former UPN is not a letter followed by twelve digits",
    mend="look the former UPN up again, or clear it when there was none",
    source=SOURCE,
    severity="query",
    who="business support",
    lists=ChildIdentifiers,
    fields=("FormerUPN",),
    fails=_is_odd,
    doubt="A temporary UPN ends in a letter and is asked about too",
    examples="""
        fails: ChildIdentifiers FormerUPN=X30000000001
        fails: ChildIdentifiers FormerUPN=9300000000001
        fails: ChildIdentifiers FormerUPN=X30000000000A
        passes: ChildIdentifiers FormerUPN=X300000000001
        passes: ChildIdentifiers
    """,
)
