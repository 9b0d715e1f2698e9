"""Rule 197B."""

from trigpoint.quality.care import is_continuously_looked_after, is_in_year
from trigpoint.quality.days import birthday
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC2, Episodes


def _is_unscored(row: OC2) -> bool:
    return (
        not (row.filled("SDQ_SCORE") or row.filled("SDQ_REASON"))
        and any(is_in_year(row.child, birthday(row.DOB, age)) for age in (4, 17))
        and is_continuously_looked_after(row.child)
    )


rule_197b = ReturnRule(
    code="197B",
    title="A child looked after for the year in which 4 or 17 was reached has neither a score nor a reason",
    mend="record the strengths and difficulties score, or why there is none",
    source=SOURCE,
    lists=OC2,
    fields=("SDQ_REASON", "SDQ_SCORE", "DOB"),
    reads=(Episodes,),
    fails=_is_unscored,
    examples="""
        fails: Episodes DECOM=01/05/2024 RNE=S; OC2 DOB=01/04/2022
        passes: Episodes DECOM=01/05/2024 RNE=S; OC2 DOB=31/03/2022
        fails: Episodes DECOM=01/05/2024 RNE=S; OC2 DOB=31/03/2010
        passes: Episodes DECOM=01/05/2024 RNE=S; OC2 DOB=01/04/2010
        passes: Episodes DECOM=01/05/2024 RNE=S; OC2 DOB=31/03/2010 SDQ_REASON=SDQ1
        passes: Episodes DECOM=01/05/2024 RNE=S; OC2 DOB=31/03/2010 SDQ_SCORE=0
        passes: OC2 DOB=01/04/2022
    """,
)
