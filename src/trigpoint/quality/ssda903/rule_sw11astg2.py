"""Rule SW11aSTG2."""

from datetime import timedelta

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.social_workers import worker_before
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import SWEpisodes

FIVE_DAYS = timedelta(5)


def _is_late(row: SWEpisodes) -> bool:
    before = worker_before(row)
    if before is None or before.SW_DEC is None or row.collection.last_day - FIVE_DAYS < before.SW_DEC:
        return False
    if not row.filled("SW_DECOM"):
        return True
    return row.SW_DECOM is not None and abs(row.SW_DECOM - before.SW_DEC) > FIVE_DAYS


rule_sw11astg2 = ReturnRule(
    code="SW11aSTG2",
    title="A social worker does not begin within five days of the end of the one before",
    mend="record the social worker who came next, from the day on which the one before ended",
    source=SOURCE,
    lists=SWEpisodes,
    fields=("SW_DECOM", "SW_DEC"),
    since=2024,
    until=2024,
    fails=_is_late,
    examples="""
        fails: SWEpisodes SW_DECOM=01/05/2023 SW_DEC=01/06/2023; *SWEpisodes SW_DECOM=07/06/2023
        fails: SWEpisodes SW_DECOM=01/05/2023 SW_DEC=01/06/2023; *SWEpisodes SW_DECOM=26/05/2023
        fails: SWEpisodes SW_DECOM=01/05/2023 SW_DEC=26/03/2024; *SWEpisodes
        passes: SWEpisodes SW_DECOM=01/05/2023 SW_DEC=01/06/2023; SWEpisodes SW_DECOM=06/06/2023
        passes: SWEpisodes SW_DECOM=01/05/2023 SW_DEC=01/06/2023; SWEpisodes SW_DECOM=27/05/2023
        passes: SWEpisodes SW_DECOM=01/05/2023 SW_DEC=27/03/2024; SWEpisodes
        passes: SWEpisodes SW_DECOM=01/05/2023; SWEpisodes SW_DECOM=07/06/2023
        passes: SWEpisodes SW_DECOM=01/05/2023 SW_DEC=01/06/2023
    """,
)
