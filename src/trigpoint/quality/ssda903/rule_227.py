"""Rule 227."""

from trigpoint.quality.places import provider
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes


def _is_closed(row: Episodes) -> bool:
    provided = provider(row)
    ended = provided.ended if provided else None
    return ended is not None and row.DECOM is not None and ended <= row.DECOM


rule_227 = ReturnRule(
    code="227",
    title="The episode began when the provider of the URN was no longer registered",
    mend="correct the URN or the start of the episode against Ofsted's list",
    source=SOURCE,
    who="business support",
    lists=Episodes,
    fields=("URN", "DECOM"),
    needs=frozenset({Need.PROVIDERS}),
    fails=_is_closed,
    examples="""
        fails: Episodes URN=SC000003 DECOM=30/09/2026
        passes: Episodes URN=SC000003 DECOM=29/09/2026
        passes: Episodes URN=SC000002 DECOM=30/09/2026
        passes: Episodes URN=XXXXXXX DECOM=30/09/2026
        passes: Episodes URN=SC000003
    """,
)
