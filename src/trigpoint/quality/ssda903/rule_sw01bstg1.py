"""Rule SW01bSTG1."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.social_workers import SINCE
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import SWEpisodes


def _is_unsaid(row: SWEpisodes) -> bool:
    if not row.filled("SW_DECOM"):
        return True
    return row.SW_DECOM is not None and row.SW_DECOM >= SINCE and not (row.SW_ID and row.SW_REASON)


rule_sw01bstg1 = ReturnRule(
    code="SW01bSTG1",
    title="A social worker since April 2023 has no id or no reason for the change, or no first day is recorded",
    mend="record the social worker's registration id, the first day with the child and why the social worker changed",
    source=SOURCE,
    lists=SWEpisodes,
    fields=("SW_DECOM", "SW_ID", "SW_REASON"),
    since=2025,
    fails=_is_unsaid,
    examples="""
        fails: SWEpisodes SW_ID=SW1 SW_REASON=MANAGE
        fails: SWEpisodes SW_DECOM=01/04/2023 SW_ID=SW1
        fails: SWEpisodes SW_DECOM=01/04/2023 SW_REASON=MANAGE
        passes: SWEpisodes SW_DECOM=01/04/2023 SW_ID=SW1 SW_REASON=MANAGE
        passes: SWEpisodes SW_DECOM=31/03/2023
    """,
)
