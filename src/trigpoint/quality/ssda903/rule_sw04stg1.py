"""Rule SW04STG1."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import SWEpisodes

rule_sw04stg1 = ReturnRule(
    code="SW04STG1",
    title="The first day of a social worker is no date",
    mend="enter the day on which the social worker began with the child",
    source=SOURCE,
    lists=SWEpisodes,
    fields=("SW_DECOM",),
    since=2024,
    fails=lambda row: row.unreadable("SW_DECOM"),
    examples="""
        fails: SWEpisodes SW_DECOM=31/06/2026
        fails: SWEpisodes SW_DECOM=zz/06/2026
        passes: SWEpisodes SW_DECOM=30/06/2026
        passes: SWEpisodes
    """,
)
