"""Rule SW10STG2."""

from datetime import timedelta

from trigpoint.quality.return_rule import Condition, ReturnRule
from trigpoint.quality.social_workers import worker_before
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import SWEpisodes

WEEK = timedelta(7)


def _is_apart(row: SWEpisodes) -> bool:
    before = worker_before(row)
    if before is None or row.SW_DECOM is None:
        return False
    if not before.filled("SW_DEC"):
        return True
    return before.SW_DEC is not None and abs(row.SW_DECOM - before.SW_DEC) > WEEK


rule_sw10stg2 = ReturnRule(
    code="SW10STG2",
    title="A social worker begins more than a week away from the end of the one before",
    mend="let each social worker begin when the one before ended; record who worked with the child in between",
    source=SOURCE,
    lists=SWEpisodes,
    fields=("SW_DECOM", "SW_DEC", "SW_REASON"),
    since=2025,
    fails=lambda row: row.SW_REASON != "FCONTA" and _is_apart(row),
    earlier=(Condition(lists=SWEpisodes, since=2024, until=2024, fails=_is_apart),),
    doubt="DfE's wording is said to be of overlaps alone, but gaps of more than a week are found as well",
    examples="""
        fails: SWEpisodes SW_DECOM=01/05/2026 SW_DEC=01/06/2026; *SWEpisodes SW_DECOM=09/06/2026
        fails: *SWEpisodes SW_DECOM=24/05/2026 SW_REASON=MANAGE; SWEpisodes SW_DECOM=01/05/2026 SW_DEC=01/06/2026
        fails: SWEpisodes SW_DECOM=01/05/2026; *SWEpisodes SW_DECOM=02/05/2026
        passes: SWEpisodes SW_DECOM=01/05/2026 SW_DEC=01/06/2026; SWEpisodes SW_DECOM=08/06/2026
        passes: SWEpisodes SW_DECOM=01/05/2026 SW_DEC=01/06/2026; SWEpisodes SW_DECOM=25/05/2026
        passes: SWEpisodes SW_DECOM=01/05/2026 SW_DEC=01/06/2026; SWEpisodes SW_DECOM=09/06/2026 SW_REASON=FCONTA
        passes: SWEpisodes SW_DECOM=01/05/2026; SWEpisodes child=2 SW_DECOM=02/06/2026
        passes: SWEpisodes SW_DECOM=01/05/2026; SWEpisodes
        fails in 2024: SWEpisodes SW_DECOM=01/05/2023 SW_DEC=01/06/2023; *SWEpisodes SW_DECOM=09/06/2023 SW_REASON=FCONTA
        passes in 2024: SWEpisodes SW_DECOM=01/05/2023 SW_DEC=01/06/2023; SWEpisodes SW_DECOM=08/06/2023 SW_REASON=FCONTA
    """,
)
