"""Rule 8640."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import CINdetails

_CODES = frozenset({"RC1", "RC2", "RC3", "RC4", "RC5", "RC6", "RC7", "RC8", "RC9"})

rule_8640 = ReturnRule(
    code="8640",
    title="The reason for closure is not one of the codes of the census",
    mend="record one of the reasons RC1 to RC9",
    source=SOURCE,
    lists=CINdetails,
    fields=("ReasonForClosure",),
    fails=lambda row: row.ReasonForClosure and row.ReasonForClosure not in _CODES,
    examples="""
        fails: CINdetails ReasonForClosure=RC10
        passes: CINdetails ReasonForClosure=RC9
        passes: CINdetails
    """,
)
