"""Rule 228."""

from trigpoint.quality.days import is_after
from trigpoint.quality.places import provider
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.stays import is_open
from trigpoint.records.returns.ssda903 import Episodes


def _outlasts(row: Episodes) -> bool:
    provided = provider(row)
    end = row.collection.last_day if is_open(row) else row.DEC
    return is_after(end, provided.ended if provided else None)


rule_228 = ReturnRule(
    code="228",
    title="The episode lasted longer than the registration of the provider of the URN",
    mend="correct the URN or the end of the episode against Ofsted's list",
    source=SOURCE,
    who="business support",
    lists=Episodes,
    fields=("URN", "DEC"),
    needs=frozenset({Need.PROVIDERS}),
    fails=_outlasts,
    doubt="A home that closed within the year is found while its last episode is still open: check with DfE",
    examples="""
        fails: Episodes URN=SC000003 DEC=01/10/2026
        passes: Episodes URN=SC000003 DEC=30/09/2026
        fails: Episodes URN=SC000003
        passes: Episodes URN=SC000002
        passes in 2026: Episodes URN=SC000003
    """,
)
