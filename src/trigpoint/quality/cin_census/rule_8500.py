"""Rule 8500."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import ChildIdentifiers

rule_8500 = ReturnRule(
    code="8500",
    title="The local id of the child is missing",
    mend="send the child's number of the case system",
    source=SOURCE,
    who="performance team",
    lists=ChildIdentifiers,
    fields=("LAchildID",),
    fails=lambda row: not row.filled("LAchildID"),
    examples="""
        fails: ChildIdentifiers LAchildID=
        passes: ChildIdentifiers LAchildID=12
    """,
)
