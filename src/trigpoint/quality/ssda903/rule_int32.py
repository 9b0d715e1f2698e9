"""Rule INT32."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Header

rule_int32 = ReturnRule(
    code="INT32",
    title="A child stands more than once in the list of children",
    mend="keep the row that is right and take the others out",
    source=SOURCE,
    who="performance team",
    lists=Header,
    fields=("CHILD",),
    fails=lambda row: len(row.child.rows(Header)) > 1,
    examples="""
        fails: Header; Header
        passes: Header; Header child=2
    """,
)
