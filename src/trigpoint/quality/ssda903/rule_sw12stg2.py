"""Rule SW12STG2."""

from trigpoint.quality.care import RESPITE
from trigpoint.quality.days import is_within
from trigpoint.quality.return_rule import Condition, ReturnRule
from trigpoint.quality.social_workers import year_before
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.stays import is_open
from trigpoint.records.returns.ssda903 import Episodes, SWEpisodes


def _is_near(row: Episodes) -> bool:
    return is_open(row) or is_within(row.DEC, year_before(row), row.collection.last_day)


def _lacks_worker(row: Episodes) -> bool:
    if row.LS in RESPITE or (row.RNE != "S" and row.REC in (None, "X1")):
        return False
    known = row.child.rows(SWEpisodes)
    return not known or any(not _goes_with(worker, row) for worker in known)


def _goes_with(worker: SWEpisodes, row: Episodes) -> bool:
    first = worker.SW_DECOM
    if first is None:
        return False
    is_by_end = row.DEC is not None and first <= row.DEC and row.REC not in (None, "X1")
    return is_by_end or (row.DECOM is not None and row.RNE == "S" and first >= row.DECOM)


rule_sw12stg2 = ReturnRule(
    code="SW12STG2",
    title="The social workers of a child do not go with the start or the end of care",
    mend="return every social worker of the year, from the start of care to its end",
    source=SOURCE,
    lists=Episodes,
    fields=("DECOM", "DEC", "LS", "RNE", "REC", "SW_DECOM"),
    since=2025,
    reads=(SWEpisodes,),
    fails=lambda row: _is_near(row) and _lacks_worker(row),
    earlier=(Condition(lists=Episodes, since=2024, until=2024, fails=_lacks_worker),),
    doubt="As read here each social worker is tested alone, so that a change in care before the last fails; ask DfE",
    examples="""
        fails: Episodes DECOM=01/05/2026 RNE=S
        fails: Episodes DECOM=01/05/2026 RNE=S; SWEpisodes SW_DECOM=30/04/2026
        fails: Episodes DECOM=01/05/2026 RNE=S; SWEpisodes SW_DECOM=01/05/2026; SWEpisodes SW_DECOM=30/04/2026
        fails: Episodes DECOM=01/05/2024 RNE=P DEC=01/04/2025 REC=E4A; SWEpisodes SW_DECOM=02/04/2025
        passes: Episodes DECOM=01/05/2026 RNE=P; SWEpisodes SW_DECOM=01/05/2026
        passes: Episodes DECOM=01/05/2026 RNE=P
        fails: Episodes DECOM=01/05/2026 RNE=S; SWEpisodes
        passes: Episodes DECOM=01/05/2026 RNE=S; SWEpisodes SW_DECOM=01/05/2026
        passes: Episodes DECOM=01/05/2026 RNE=P DEC=01/06/2026 REC=E4A; SWEpisodes SW_DECOM=01/06/2026
        passes: Episodes DECOM=01/05/2026 RNE=P DEC=01/06/2026 REC=X1
        passes: Episodes DECOM=01/05/2026 RNE=S LS=V3
        passes: Episodes DECOM=01/05/2026 RNE=S LS=V4
        passes: Episodes DECOM=01/05/2024 RNE=S DEC=31/03/2025 REC=E4A
        fails in 2024: Episodes DECOM=01/05/2021 RNE=S DEC=31/03/2022 REC=E4A
        passes in 2024: Episodes DECOM=01/05/2021 RNE=S DEC=31/03/2022 REC=E4A; SWEpisodes SW_DECOM=31/03/2022
        fails: Episodes DECOM=01/05/2026 RNE=S DEC=01/06/2026 REC=X1
        fails: Episodes DECOM=01/05/2026 RNE=S DEC=01/06/2026 REC=X1; SWEpisodes SW_DECOM=30/04/2026
    """,
)
