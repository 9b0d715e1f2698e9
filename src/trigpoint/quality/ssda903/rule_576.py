"""Rule 576. A child without a missing episode this year is shown by the Header."""

from collections.abc import Iterator

from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.spells import absences, children_with, unresumed
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.ssda903 import Header, Missing


def _unresumed(collection: Collection) -> Iterator[ReturnRow]:
    for before in children_with(collection.previous, Missing):
        child = collection.children.get(before.key)
        if child is not None:
            begun = {spell.start for spell in absences(before) if spell.is_open and spell.start}
            yield from unresumed(child, absences(child), begun)


rule_576 = ReturnRule(
    code="576",
    title="A missing episode that was open at the end of last year is not the first of this year",
    mend="return the open episode again with the first day that last year's return gave",
    source=SOURCE,
    lists=Missing,
    fields=("CHILD", "MIS_START"),
    reads=(Header,),
    needs=frozenset({Need.LAST_YEAR}),
    finds=_unresumed,
    examples="""
        fails: last year Missing MIS_START=01/03/2026; *Missing MIS_START=02/03/2026; Missing MIS_START=01/05/2026
        fails: last year Missing MIS_START=01/03/2026; *Header
        fails: last year Missing MIS_START=01/03/2026; *Missing
        passes: last year Missing MIS_START=01/03/2026; Missing MIS_START=01/05/2026; Missing MIS_START=01/03/2026
        passes: last year Missing MIS_START=01/03/2026 MIS_END=05/03/2026; Missing MIS_START=01/05/2026
        passes: last year Missing MIS_START=01/03/2026 MIS_END=05/03/2026; Header
    """,
)
