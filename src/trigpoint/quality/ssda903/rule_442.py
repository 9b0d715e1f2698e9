"""Rule 442."""

from __future__ import annotations

from trigpoint.quality.care import RESPITE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes, Header


def _lacks_upn(row: Header) -> bool:
    return not row.UPN and any(episode.LS not in RESPITE for episode in row.child.rows(Episodes))


rule_442 = ReturnRule(
    code="442",
    title="The child has no unique pupil number",
    mend="ask the school or the admissions team for the UPN, or record the code that says why there is none",
    source=SOURCE,
    who="business support",
    lists=Header,
    fields=("UPN", "LS"),
    fails=_lacks_upn,
    reads=(Episodes,),
    examples="""
        fails: Header; Episodes LS=V3; Episodes LS=C2
        passes: Header UPN=UN1; Episodes LS=C2
        passes: Header; Episodes LS=V3; Episodes LS=V4
        passes: Header
    """,
)
