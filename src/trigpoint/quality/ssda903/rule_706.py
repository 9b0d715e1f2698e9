"""Rule 706. A child without an order this year is shown by the Header."""

from collections.abc import Iterator

from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.spells import children_with, orders, start, unresumed
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.ssda903 import DoLo, Header


def _unresumed(collection: Collection) -> Iterator[ReturnRow]:
    for before in children_with(collection.previous, DoLo):
        child = collection.children.get(before.key)
        newest = max((order for order in orders(before) if order.start), key=start, default=None)
        if child is not None and newest is not None and newest.is_open:
            yield from unresumed(child, orders(child), {start(newest)})


rule_706 = ReturnRule(
    code="706",
    title="A deprivation of liberty order that was open at the end of last year is not the first of this year",
    mend="return the open order again with the start that last year's return gave",
    source=SOURCE,
    lists=DoLo,
    fields=("DOLO_START", "DOLO_END"),
    since=2027,
    reads=(Header,),
    needs=frozenset({Need.LAST_YEAR}),
    finds=_unresumed,
    examples="""
        fails: last year DoLo DOLO_START=01/03/2026; *DoLo DOLO_START=02/03/2026; DoLo DOLO_START=01/05/2026
        fails: last year DoLo DOLO_START=01/03/2026; *Header
        passes: last year DoLo DOLO_START=01/03/2026; DoLo DOLO_START=01/05/2026; DoLo DOLO_START=01/03/2026
        passes: last year DoLo DOLO_START=01/03/2026 DOLO_END=05/03/2026; DoLo DOLO_START=01/05/2026
        passes: last year DoLo DOLO_START=01/02/2026; last year DoLo DOLO_START=01/03/2026 DOLO_END=05/03/2026; Header
    """,
)
