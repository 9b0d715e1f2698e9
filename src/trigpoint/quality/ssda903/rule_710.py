"""Rule 710."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.spells import during_orders
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import DoLo, Episodes

PLACES = frozenset({"K1", "K3", "P1", "R5"})


rule_710 = ReturnRule(
    code="710",
    title="A child under a deprivation of liberty order is in a placement where there cannot be one",
    mend="check the placement and the dates of the order against each other",
    source=SOURCE,
    lists=Episodes,
    fields=("PLACE", "DECOM", "DEC", "DOLO_START", "DOLO_END"),
    since=2027,
    reads=(DoLo,),
    finds=lambda collection: during_orders(collection, lambda place: place in PLACES),
    examples="""
        fails: *DoLo DOLO_START=10/05/2026 DOLO_END=20/05/2026; *Episodes DECOM=01/05/2026 DEC=10/05/2026 PLACE=K1
        fails: *DoLo DOLO_START=10/05/2026 DOLO_END=20/05/2026; *Episodes DECOM=20/05/2026 PLACE=K3
        passes: DoLo DOLO_START=10/05/2026 DOLO_END=20/05/2026; Episodes DECOM=01/05/2026 PLACE=K2
        passes: DoLo DOLO_START=10/05/2026 DOLO_END=20/05/2026; Episodes DECOM=01/05/2026 DEC=09/05/2026 PLACE=K1
        passes: DoLo DOLO_START=10/05/2026 DOLO_END=20/05/2026; Episodes DECOM=21/05/2026 PLACE=R5
        passes: DoLo DOLO_START=10/05/2026; Episodes DECOM=01/05/2026 PLACE=P1
        fails: *DoLo DOLO_START=10/05/2026 DOLO_END=20/05/2026; *Episodes DECOM=20/05/2026 PLACE=P1
        fails: *DoLo DOLO_START=10/05/2026 DOLO_END=20/05/2026; *Episodes DECOM=20/05/2026 PLACE=R5
    """,
)
