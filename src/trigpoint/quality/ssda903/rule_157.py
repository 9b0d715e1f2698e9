"""Rule 157."""

from trigpoint.quality.ages import is_aged
from trigpoint.quality.care import is_continuously_looked_after
from trigpoint.quality.days import birthday, is_before
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC2, Episodes


def _is_of_age(row: OC2) -> bool:
    return (
        row.SDQ_REASON == "SDQ1"
        and not row.filled("SDQ_SCORE")
        and is_aged(row.DOB, 4, row.collection.first_day)
        and not is_before(birthday(row.DOB, 16), row.collection.last_day)
        and is_continuously_looked_after(row.child)
    )


rule_157 = ReturnRule(
    code="157",
    title="A child of 4 to 16 looked after for a year has no score because of age",
    mend="have the strengths and difficulties questionnaire filled in, or correct the reason why there is no score",
    source=SOURCE,
    lists=OC2,
    fields=("SDQ_REASON", "SDQ_SCORE", "DOB"),
    reads=(Episodes,),
    fails=_is_of_age,
    examples="""
        fails: Episodes DECOM=01/05/2024 RNE=S; OC2 DOB=01/04/2022 SDQ_REASON=SDQ1
        passes: Episodes DECOM=01/05/2024 RNE=S; OC2 DOB=02/04/2022 SDQ_REASON=SDQ1
        fails: Episodes DECOM=01/05/2024 RNE=S; OC2 DOB=31/03/2011 SDQ_REASON=SDQ1
        passes: Episodes DECOM=01/05/2024 RNE=S; OC2 DOB=30/03/2011 SDQ_REASON=SDQ1
        passes: Episodes DECOM=01/05/2024 RNE=S; OC2 DOB=01/04/2022 SDQ_REASON=SDQ2
        passes: Episodes DECOM=01/05/2024 RNE=S; OC2 DOB=01/04/2022 SDQ_REASON=SDQ1 SDQ_SCORE=10
        passes: Episodes DECOM=01/05/2026 RNE=S; OC2 DOB=01/04/2022 SDQ_REASON=SDQ1
    """,
)
