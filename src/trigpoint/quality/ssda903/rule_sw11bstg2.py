"""Rule SW11bSTG2."""

from datetime import timedelta

from trigpoint.quality.days import is_within
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.social_workers import latest_worker
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import SWEpisodes

FIVE_DAYS = timedelta(5)


def _is_last(row: SWEpisodes) -> bool:
    last_day = row.collection.last_day
    return is_within(row.SW_DEC, last_day - FIVE_DAYS, last_day) and row is latest_worker(row.child)


rule_sw11bstg2 = ReturnRule(
    code="SW11bSTG2",
    title="The child's last social worker ended in the last days of the year and nobody follows",
    mend="record the social worker who came next, or correct the last day",
    source=SOURCE,
    lists=SWEpisodes,
    fields=("SW_DEC", "SW_DECOM"),
    since=2024,
    fails=_is_last,
    doubt="Only an end within five days of the year's end is found; ask DfE whether an earlier one is meant too",
    examples="""
        fails: SWEpisodes SW_DECOM=01/05/2026 SW_DEC=26/03/2027
        fails: SWEpisodes SW_DECOM=01/05/2026 SW_DEC=01/06/2026; *SWEpisodes SW_DECOM=01/06/2026 SW_DEC=31/03/2027
        passes: SWEpisodes SW_DECOM=01/05/2026 SW_DEC=25/03/2027
        passes: SWEpisodes SW_DECOM=01/05/2026 SW_DEC=01/04/2027
        passes: SWEpisodes SW_DECOM=01/05/2026 SW_DEC=28/03/2027; SWEpisodes SW_DECOM=28/03/2027
        passes: SWEpisodes SW_DECOM=01/05/2026
    """,
)
