"""Rule SW05STG1."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import SWEpisodes

rule_sw05stg1 = ReturnRule(
    code="SW05STG1",
    title="The last day of a social worker is no date",
    mend="enter the day on which the social worker ended with the child, or leave it blank while it goes on",
    source=SOURCE,
    lists=SWEpisodes,
    fields=("SW_DEC",),
    since=2024,
    fails=lambda row: row.unreadable("SW_DEC"),
    examples="""
        fails: SWEpisodes SW_DEC=31/06/2026
        passes: SWEpisodes SW_DEC=30/06/2026
        passes: SWEpisodes
    """,
)
