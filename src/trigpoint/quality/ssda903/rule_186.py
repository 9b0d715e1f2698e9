"""Rule 186."""

from trigpoint.quality.ages import is_aged, is_younger
from trigpoint.quality.care import is_continuously_looked_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC2, Episodes


def _is_unscored(row: OC2) -> bool:
    return (
        not (row.filled("SDQ_SCORE") or row.filled("SDQ_REASON"))
        and is_aged(row.DOB, 4, row.collection.first_day)
        and is_younger(row.DOB, 17, row.collection.last_day)
        and is_continuously_looked_after(row.child)
    )


rule_186 = ReturnRule(
    code="186",
    title="A child of 4 to 16 looked after for a year has neither a score nor a reason for having none",
    mend="record the strengths and difficulties score, or why there is none",
    source=SOURCE,
    lists=OC2,
    fields=("SDQ_SCORE", "SDQ_REASON", "DOB"),
    reads=(Episodes,),
    fails=_is_unscored,
    examples="""
        fails: Episodes DECOM=01/05/2024 RNE=S; OC2 DOB=01/04/2022
        passes: Episodes DECOM=01/05/2024 RNE=S; OC2 DOB=02/04/2022
        fails: Episodes DECOM=01/05/2024 RNE=S; OC2 DOB=01/04/2010
        passes: Episodes DECOM=01/05/2024 RNE=S; OC2 DOB=31/03/2010
        passes: Episodes DECOM=01/05/2024 RNE=S; OC2 DOB=01/04/2022 SDQ_SCORE=10
        passes: Episodes DECOM=01/05/2024 RNE=S; OC2 DOB=01/04/2022 SDQ_REASON=SDQ2
        passes: OC2 DOB=01/04/2022
    """,
)
