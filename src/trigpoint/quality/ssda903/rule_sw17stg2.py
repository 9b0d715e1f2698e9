"""Rule SW17STG2."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.social_workers import latest_worker
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import SWEpisodes

rule_sw17stg2 = ReturnRule(
    code="SW17STG2",
    title="The child's latest social worker has ended",
    mend="record who works with the child now, or take the last day out",
    source=SOURCE,
    lists=SWEpisodes,
    fields=("SW_DEC", "SW_DECOM"),
    since=2026,
    fails=lambda row: row.filled("SW_DEC") and row is latest_worker(row.child),
    doubt="Children who have left care are found as well; ask DfE whether only those in care on 31 March are meant",
    examples="""
        fails: SWEpisodes SW_DECOM=01/05/2026 SW_DEC=01/06/2026
        fails: SWEpisodes SW_DECOM=01/05/2026 SW_DEC=01/06/2026; *SWEpisodes SW_DECOM=01/06/2026 SW_DEC=01/07/2026
        passes: SWEpisodes SW_DECOM=01/05/2026 SW_DEC=01/06/2026; SWEpisodes SW_DECOM=01/06/2026
        passes: SWEpisodes SW_DECOM=01/05/2026
    """,
)
