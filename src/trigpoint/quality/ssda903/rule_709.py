"""Rule 709."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.spells import during_orders
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import DoLo, Episodes

PLACES = frozenset({"K2", "Z12", "Z13"})


rule_709 = ReturnRule(
    code="709",
    title="A child under a deprivation of liberty order is not in a placement for which there may be one",
    mend="check the placement and the dates of the order against each other",
    source=SOURCE,
    lists=Episodes,
    fields=("PLACE", "DECOM", "DEC", "DOLO_START", "DOLO_END"),
    since=2027,
    reads=(DoLo,),
    finds=lambda collection: during_orders(collection, lambda place: place not in PLACES),
    examples="""
        fails: *DoLo DOLO_START=10/05/2026 DOLO_END=20/05/2026; *Episodes DECOM=01/05/2026 DEC=10/05/2026 PLACE=U1
        fails: *DoLo DOLO_START=10/05/2026 DOLO_END=20/05/2026; *Episodes DECOM=20/05/2026 PLACE=Z11
        fails: *DoLo DOLO_START=10/05/2026 DOLO_END=20/05/2026; *Episodes DECOM=20/05/2026
        passes: DoLo DOLO_START=10/05/2026 DOLO_END=20/05/2026; Episodes DECOM=01/05/2026 PLACE=Z12
        passes: DoLo DOLO_START=10/05/2026 DOLO_END=20/05/2026; Episodes DECOM=01/05/2026 DEC=09/05/2026 PLACE=U1
        passes: DoLo DOLO_START=10/05/2026 DOLO_END=20/05/2026; Episodes DECOM=21/05/2026 PLACE=U1
        passes: DoLo DOLO_START=10/05/2026; Episodes DECOM=01/05/2026 PLACE=U1
        passes: DoLo DOLO_START=10/05/2026 DOLO_END=20/05/2026; Episodes DECOM=01/05/2026 PLACE=K2
        passes: DoLo DOLO_START=10/05/2026 DOLO_END=20/05/2026; Episodes DECOM=01/05/2026 PLACE=Z13
    """,
)
