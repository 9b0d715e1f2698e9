"""Rule 103."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Header

_BACKGROUNDS = frozenset(
    {"WBRI", "WIRI", "WOTH", "WIRT", "WROM", "MWBC", "MWBA", "MWAS", "MOTH", "AIND", "APKN", "ABAN", "AOTH", "BCRB"}
    | {"BAFR", "BOTH", "CHNE", "OOTH", "REFU", "NOBT"}
)

rule_103 = ReturnRule(
    code="103",
    title="The child's ethnic background is missing or has a code that the return does not know",
    mend="record the child's ethnic background with a code of the return",
    source=SOURCE,
    lists=Header,
    fields=("ETHNIC",),
    fails=lambda row: row.ETHNIC not in _BACKGROUNDS,
    examples="""
        fails: Header
        fails: Header ETHNIC=WEST
        passes: Header ETHNIC=WBRI
        passes: Header ETHNIC=NOBT
    """,
)
