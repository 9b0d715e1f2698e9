"""Rule 1570."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import ChildIdentifiers

rule_1570 = ReturnRule(
    code="1570",
    title="The local id of the child has more than 20 characters",
    mend="send the child's number of the case system, of 20 characters at most",
    source=SOURCE,
    who="performance team",
    lists=ChildIdentifiers,
    fields=("LAchildID",),
    since=2025,
    fails=lambda row: len(row.LAchildID or "") > 20,
    examples="""
        fails: ChildIdentifiers LAchildID=123456789012345678901
        passes: ChildIdentifiers LAchildID=12345678901234567890
        fails in 2025: ChildIdentifiers LAchildID=123456789012345678901
    """,
)
