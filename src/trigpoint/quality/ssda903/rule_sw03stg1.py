"""Rule SW03STG1."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import SWEpisodes

rule_sw03stg1 = ReturnRule(
    code="SW03STG1",
    title="A social worker lacks the id, the first day or the reason for the change",
    mend="record the social worker's registration id, the first day with the child and why the social worker changed",
    source=SOURCE,
    lists=SWEpisodes,
    fields=("SW_ID", "SW_DECOM", "SW_REASON"),
    since=2024,
    until=2024,
    fails=lambda row: not (row.SW_ID and row.filled("SW_DECOM") and row.SW_REASON),
    examples="""
        fails: SWEpisodes SW_DECOM=01/05/2023 SW_REASON=MANAGE
        fails: SWEpisodes SW_ID=SW1 SW_REASON=MANAGE
        fails: SWEpisodes SW_ID=SW1 SW_DECOM=01/05/2023
        passes: SWEpisodes SW_ID=SW1 SW_DECOM=01/05/2023 SW_REASON=MANAGE
    """,
)
