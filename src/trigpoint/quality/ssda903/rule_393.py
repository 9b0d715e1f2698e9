"""Rule 393."""

from __future__ import annotations

from trigpoint.quality.care import RESPITE
from trigpoint.quality.return_rule import Condition, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes, Header


def _lacks_mother(row: Header) -> bool:
    return not row.filled("MOTHER") and any(episode.LS not in RESPITE for episode in row.child.rows(Episodes))


rule_393 = ReturnRule(
    code="393",
    title="It is not recorded whether the girl is a mother",
    mend="record whether she has a child of her own",
    source=SOURCE,
    lists=Header,
    fields=("MOTHER", "SEX", "LS"),
    since=2025,
    fails=lambda row: row.SEX == "F" and _lacks_mother(row),
    reads=(Episodes,),
    earlier=(Condition(lists=Header, until=2024, fails=lambda row: row.SEX == "2" and _lacks_mother(row)),),
    examples="""
        fails: Header SEX=F; Episodes LS=C2; Episodes LS=V3
        passes: Header SEX=F MOTHER=0; Episodes LS=C2
        passes: Header SEX=M; Episodes LS=C2
        passes: Header SEX=F; Episodes LS=V3; Episodes LS=V4
        passes: Header SEX=F
        fails in 2024: Header SEX=2; Episodes LS=C2
        passes in 2024: Header SEX=1; Episodes LS=C2
    """,
)
