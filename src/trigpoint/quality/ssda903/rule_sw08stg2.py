"""Rule SW08STG2."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.social_workers import latest_worker
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import SWEpisodes

rule_sw08stg2 = ReturnRule(
    code="SW08STG2",
    title="A social worker who is not the child's latest has no last day",
    mend="end the earlier social worker on the day on which the next one began",
    source=SOURCE,
    lists=SWEpisodes,
    fields=("SW_DEC", "SW_DECOM"),
    since=2024,
    fails=lambda row: row.SW_DECOM and not row.filled("SW_DEC") and row is not latest_worker(row.child),
    examples="""
        fails: *SWEpisodes SW_DECOM=01/05/2026; SWEpisodes SW_DECOM=01/06/2026
        passes: SWEpisodes SW_DECOM=01/05/2026 SW_DEC=01/06/2026; SWEpisodes SW_DECOM=01/06/2026
        passes: SWEpisodes SW_DECOM=01/05/2026; SWEpisodes child=2 SW_DECOM=01/06/2026
        passes: SWEpisodes; SWEpisodes SW_DECOM=01/06/2026
    """,
)
