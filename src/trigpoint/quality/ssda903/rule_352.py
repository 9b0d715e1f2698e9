"""Rule 352."""

from trigpoint.quality.ages import is_aged
from trigpoint.quality.care import born
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes, Header

rule_352 = ReturnRule(
    code="352",
    title="Care began when the young person was 18 already",
    mend="correct the start of care or the date of birth",
    source=SOURCE,
    lists=Episodes,
    fields=("DECOM", "RNE", "DOB"),
    reads=(Header,),
    fails=lambda row: row.RNE == "S" and is_aged(born(row.child), 18, row.DECOM),
    examples="""
        fails: Header DOB=01/05/2008; Episodes DECOM=01/05/2026 RNE=S
        passes: Header DOB=02/05/2008; Episodes DECOM=01/05/2026 RNE=S
        passes: Header DOB=01/05/2008; Episodes DECOM=01/05/2026 RNE=L
        passes: Episodes DECOM=01/05/2026 RNE=S
    """,
)
