"""Rule 574."""

from collections.abc import Iterator

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.spells import absences, children_with, overlapping
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.ssda903 import Missing


def _overlapping(collection: Collection) -> Iterator[ReturnRow]:
    for child in children_with(collection, Missing):
        yield from overlapping(absences(child))


rule_574 = ReturnRule(
    code="574",
    title="A missing episode begins before the child's episode in front of it has ended",
    mend="end the earlier episode, or correct the dates so that the two do not overlap",
    source=SOURCE,
    lists=Missing,
    fields=("MIS_START", "MIS_END"),
    finds=_overlapping,
    examples="""
        fails: Missing MIS_START=01/05/2026 MIS_END=03/05/2026; *Missing MIS_START=02/05/2026 MIS_END=04/05/2026
        fails: Missing MIS_START=01/05/2026; *Missing MIS_START=02/05/2026 MIS_END=04/05/2026
        fails: Missing MIS_START=02/05/2026; *Missing MIS_START=01/05/2026 MIS_END=03/05/2026
        passes: Missing MIS_START=01/05/2026 MIS_END=02/05/2026; Missing MIS_START=02/05/2026
        passes: Missing MIS_START=01/05/2026 MIS_END=03/05/2026; Missing child=2 MIS_START=02/05/2026
    """,
)
