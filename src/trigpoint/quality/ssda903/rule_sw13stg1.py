"""Rule SW13STG1."""

from trigpoint.quality.return_rule import Condition, ReturnRule
from trigpoint.quality.social_workers import REASONS, SINCE
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import SWEpisodes


def _is_unsaid(row: SWEpisodes) -> bool:
    if row.SW_REASON:
        return row.SW_REASON not in REASONS
    return row.SW_DECOM is not None and row.SW_DECOM >= SINCE


rule_sw13stg1 = ReturnRule(
    code="SW13STG1",
    title="The reason why the social worker changed is missing or is not one of the codes",
    mend="choose one of the codes for why the social worker changed",
    source=SOURCE,
    lists=SWEpisodes,
    fields=("SW_REASON", "SW_DECOM"),
    since=2025,
    fails=_is_unsaid,
    earlier=(Condition(lists=SWEpisodes, since=2024, until=2024, fails=lambda row: row.SW_REASON not in REASONS),),
    examples="""
        fails: SWEpisodes SW_REASON=LEFT SW_DECOM=31/03/2023
        fails: SWEpisodes SW_DECOM=01/04/2023
        passes: SWEpisodes SW_REASON=SWDIED SW_DECOM=01/04/2023
        passes: SWEpisodes SW_DECOM=31/03/2023
        passes: SWEpisodes
        fails in 2024: SWEpisodes SW_DECOM=31/03/2023
        fails in 2024: SWEpisodes SW_REASON=LEFT
        passes in 2024: SWEpisodes SW_REASON=LEFTRL
    """,
)
