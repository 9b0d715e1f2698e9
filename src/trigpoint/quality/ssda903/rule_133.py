"""Rule 133."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC3

_HOMES = frozenset(
    {"B1", "B2", "C1", "C2", "D1", "D2", "E1", "E2", "G1", "G2", "H1", "H2", "K1", "K2", "R1", "R2", "S2", "T1", "T2"}
    | {"U1", "U2", "V1", "V2", "W1", "W2", "X2", "Y1", "Y2", "Z1", "Z2", "0"}
)

rule_133 = ReturnRule(
    code="133",
    title="Where the care leaver lives is missing or has an unknown code",
    mend="record the young person's accommodation and whether it is suitable; 0 when you are not in touch",
    source=SOURCE,
    lists=OC3,
    fields=("ACCOM",),
    fails=lambda row: row.ACCOM not in _HOMES,
    doubt="Published lists differ on S1 and X1, suitable though homeless or in custody: check them with DfE",
    examples="""
        fails: OC3 ACCOM=S1
        fails: OC3 ACCOM=A1
        passes: OC3 ACCOM=S2
        passes: OC3 ACCOM=X2
        passes: OC3 ACCOM=B1
        passes: OC3 ACCOM=0
        fails: OC3
    """,
)
