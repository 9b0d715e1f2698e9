"""Rule SW01STG1."""

from trigpoint.quality.care import RESPITE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.stays import is_open
from trigpoint.records.returns.ssda903 import Episodes, SWEpisodes


def _has_no_worker(row: Episodes) -> bool:
    return (
        is_open(row)
        and row.LS not in RESPITE
        and not any(one.SW_ID and one.filled("SW_DECOM") and one.SW_REASON for one in row.child.rows(SWEpisodes))
    )


rule_sw01stg1 = ReturnRule(
    code="SW01STG1",
    title="A child in care has no social worker with id, first day and reason for the change",
    mend="record the child's social worker with id, first day and reason for the change",
    source=SOURCE,
    lists=Episodes,
    fields=("DEC", "LS", "SW_ID", "SW_DECOM", "SW_REASON"),
    since=2024,
    until=2024,
    reads=(SWEpisodes,),
    fails=_has_no_worker,
    examples="""
        fails: Episodes LS=C2
        fails: Episodes LS=C2; SWEpisodes SW_ID=SW1 SW_DECOM=01/05/2023; SWEpisodes SW_ID=SW1 SW_REASON=MANAGE
        fails: Episodes LS=C2; SWEpisodes child=2 SW_ID=SW1 SW_DECOM=01/05/2023 SW_REASON=MANAGE
        passes: Episodes LS=C2; SWEpisodes; SWEpisodes SW_ID=SW1 SW_DECOM=01/05/2023 SW_REASON=MANAGE
        passes: Episodes LS=C2 DEC=01/05/2023
        passes: Episodes LS=V3
        passes: Episodes LS=V4
    """,
)
