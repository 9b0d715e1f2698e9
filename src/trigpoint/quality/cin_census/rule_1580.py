"""Rule 1580."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import ChildIdentifiers

rule_1580 = ReturnRule(
    code="1580",
    title="The local id of the child holds something other than letters and digits",
    mend="send the child's number of the case system without spaces, strokes or other signs",
    source=SOURCE,
    who="performance team",
    lists=ChildIdentifiers,
    fields=("LAchildID",),
    since=2025,
    fails=lambda row: row.LAchildID and not (row.LAchildID.isascii() and row.LAchildID.isalnum()),
    examples="""
        fails: ChildIdentifiers LAchildID=12/3
        fails: ChildIdentifiers LAchildID="12 3"
        passes: ChildIdentifiers LAchildID=12a3
        fails in 2025: ChildIdentifiers LAchildID=12-3
    """,
)
