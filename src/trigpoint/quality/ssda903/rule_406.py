"""Rule 406."""

from trigpoint.quality.places import distance
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.unaccompanied import was_lately_unaccompanied
from trigpoint.records.returns.ssda903 import UASC, Episodes, Header

rule_406 = ReturnRule(
    code="406",
    title="An unaccompanied child has a distance from home to the placement",
    mend="take the home postcode out of the episode, or correct the record of the child as unaccompanied",
    source=SOURCE,
    lists=Episodes,
    fields=("HOME_POST", "PL_POST"),
    fails=lambda row: was_lately_unaccompanied(row.child) and distance(row) is not None,
    reads=(Header, UASC),
    needs=frozenset({Need.POSTCODES}),
    examples="""
        fails: UASC; Episodes HOME_POST=AB11AA PL_POST=AB12AA
        fails: Header UASC=1; Episodes HOME_POST=AB11AA PL_POST=AB12AA
        fails: last year UASC; Episodes HOME_POST=AB11AA PL_POST=AB12AA
        passes: UASC; Episodes PL_POST=AB12AA
        passes: UASC; Episodes HOME_POST=AB99ZZ PL_POST=AB12AA
        passes: UASC child=2; Episodes HOME_POST=AB11AA PL_POST=AB12AA
    """,
)
