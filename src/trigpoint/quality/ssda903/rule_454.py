"""Rule 454."""

from trigpoint.quality.places import distance
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

_TOO_FAR = 350


rule_454 = ReturnRule(
    code="454",
    title="The placement lies more than 350 miles from home",
    mend="correct the postcodes of the child's home and of the placement",
    source=SOURCE,
    lists=Episodes,
    fields=("HOME_POST", "PL_POST"),
    since=2026,
    fails=lambda row: (distance(row) or 0) > _TOO_FAR,
    needs=frozenset({Need.POSTCODES}),
    doubt="Whether children who are or were unaccompanied are left out must be checked with DfE",
    examples="""
        fails: Episodes HOME_POST=AB11AA PL_POST=ZZ11ZZ
        passes: Episodes HOME_POST=AB11AA PL_POST=EH11AA
        passes: Episodes PL_POST=ZZ11ZZ
    """,
)
