"""Rule 8650."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import CINdetails

_CODES = frozenset({"N0", "N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8", "N9"})

rule_8650 = ReturnRule(
    code="8650",
    title="The primary need is not one of the codes of the census",
    mend="record one of the needs N0 to N9",
    source=SOURCE,
    lists=CINdetails,
    fields=("PrimaryNeedCode",),
    fails=lambda row: row.PrimaryNeedCode and row.PrimaryNeedCode not in _CODES,
    examples="""
        fails: CINdetails PrimaryNeedCode=N10
        passes: CINdetails PrimaryNeedCode=N0
        passes: CINdetails
    """,
)
