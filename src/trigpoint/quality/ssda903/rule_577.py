"""Rule 577."""

from collections.abc import Iterator

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.spells import absences, children_with, is_outside_care
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.ssda903 import Episodes, Missing


def _outside(collection: Collection) -> Iterator[ReturnRow]:
    for child in children_with(collection, Missing):
        for spell in absences(child):
            if spell.start and is_outside_care(child, spell):
                yield spell.row


rule_577 = ReturnRule(
    code="577",
    title="A missing episode does not fit the child's time in care: it is open after care ended, or ended outside it",
    mend="end the missing episode by the day on which care ended, or correct the dates of care",
    source=SOURCE,
    lists=Missing,
    fields=("MIS_END", "MIS_START", "DECOM"),
    reads=(Episodes,),
    finds=_outside,
    examples="""
        fails: Episodes DECOM=01/05/2026 DEC=01/06/2026; Missing MIS_START=10/05/2026
        fails: Episodes DECOM=01/05/2026; Missing MIS_START=30/04/2026
        fails: Episodes DECOM=01/05/2026 DEC=01/06/2026; Missing MIS_START=10/05/2026 MIS_END=02/06/2026
        fails: Episodes DECOM=01/05/2026 DEC=01/06/2026; Missing MIS_START=10/04/2026 MIS_END=30/04/2026
        fails: Episodes DECOM=01/05/2026 DEC=01/06/2026; Episodes DECOM=05/06/2026; Missing MIS_START=10/05/2026 MIS_END=03/06/2026
        fails: Missing MIS_START=10/05/2026 MIS_END=03/06/2026
        passes: Episodes DECOM=01/05/2026 DEC=01/06/2026; Missing MIS_START=10/05/2026 MIS_END=01/06/2026
        passes: Episodes DECOM=01/05/2026 DEC=01/06/2026; Missing MIS_START=10/04/2026 MIS_END=01/05/2026
        passes: Episodes DECOM=01/05/2026 DEC=01/06/2026; Episodes DECOM=01/06/2026; Missing MIS_START=10/05/2026
        passes: Episodes DECOM=01/05/2026 DEC=01/06/2026; Episodes DECOM=05/06/2026; Missing MIS_START=10/06/2026
        passes: Episodes DECOM=01/05/2026 DEC=01/06/2026; Missing MIS_END=02/06/2026
    """,
)
