"""Rule 707."""

from collections.abc import Iterator

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.spells import children_with, is_outside_care, orders
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.ssda903 import DoLo, Episodes


def _outside(collection: Collection) -> Iterator[ReturnRow]:
    for child in children_with(collection, DoLo):
        for order in orders(child):
            if order.start and is_outside_care(child, order):
                yield order.row


rule_707 = ReturnRule(
    code="707",
    title="A deprivation of liberty order does not fit the time in care: it is open after care, or ended outside it",
    mend="end the order by the day on which care ended, or correct the dates of care",
    source=SOURCE,
    lists=DoLo,
    fields=("DOLO_END", "DOLO_START", "DECOM"),
    since=2027,
    reads=(Episodes,),
    finds=_outside,
    examples="""
        fails: Episodes DECOM=01/05/2026 DEC=01/06/2026; DoLo DOLO_START=10/05/2026
        fails: Episodes DECOM=01/05/2026; DoLo DOLO_START=30/04/2026
        fails: Episodes DECOM=01/05/2026 DEC=01/06/2026; DoLo DOLO_START=10/05/2026 DOLO_END=02/06/2026
        passes: Episodes DECOM=01/05/2026 DEC=01/06/2026; DoLo DOLO_START=10/05/2026 DOLO_END=01/06/2026
        passes: Episodes DECOM=01/05/2026; DoLo DOLO_START=01/05/2026
        passes: Episodes DECOM=01/05/2026 DEC=01/06/2026; DoLo DOLO_END=02/06/2026
    """,
)
