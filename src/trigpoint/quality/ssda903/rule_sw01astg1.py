"""Rule SW01aSTG1."""

from trigpoint.quality.days import is_before
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.social_workers import SINCE
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import SWEpisodes

rule_sw01astg1 = ReturnRule(
    code="SW01aSTG1",
    title="A social worker has no first day, or one before April 2023 without the social worker's id",
    mend="record the social worker's registration id and the first day with the child",
    source=SOURCE,
    lists=SWEpisodes,
    fields=("SW_DECOM", "SW_ID"),
    since=2025,
    fails=lambda row: not row.filled("SW_DECOM") or (is_before(row.SW_DECOM, SINCE) and not row.SW_ID),
    examples="""
        fails: SWEpisodes SW_ID=SW1
        fails: SWEpisodes SW_DECOM=31/03/2023
        passes: SWEpisodes SW_DECOM=31/03/2023 SW_ID=SW1
        passes: SWEpisodes SW_DECOM=01/04/2023
    """,
)
