"""Rule 210."""

from datetime import date

from trigpoint.quality.pupil_numbers import upn
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes, Header


def _has_late_episode(row: Header) -> bool:
    late = date(row.collection.year, 3, 24)
    return upn(row) == "UN4" and any(one.DECOM and late <= one.DECOM for one in row.child.rows(Episodes))


rule_210 = ReturnRule(
    code="210",
    title="The child is returned as too short in care for a unique pupil number, with an episode from 24 March on",
    mend="ask the school for the number, or correct the start of the episode",
    source=SOURCE,
    who="business support",
    lists=Header,
    fields=("UPN", "DECOM"),
    reads=(Episodes,),
    fails=_has_late_episode,
    doubt="The published wording speaks of more than a week in care, which is the opposite: check with DfE",
    examples="""
        fails: Header UPN=UN4; Episodes DECOM=24/03/2027
        passes: Header UPN=UN4; Episodes DECOM=23/03/2027
        passes: Header UPN=UN3; Episodes DECOM=24/03/2027
        passes: Header UPN=UN4
    """,
)
