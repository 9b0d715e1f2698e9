"""Rule 164."""

from trigpoint.quality.care import RESPITE, is_unaccompanied
from trigpoint.quality.places import distance
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.year_before import was_unaccompanied
from trigpoint.records.returns import ChildReturn
from trigpoint.records.returns.ssda903 import UASC, Episodes, Header

_MOST_MILES = 999.9


def _is_impossible(row: Episodes) -> bool:
    if row.LS in RESPITE:
        return False
    miles = distance(row)
    return miles is not None and miles > _MOST_MILES and not row.child.remembered(_came_alone)


def _came_alone(child: ChildReturn) -> bool:
    """Whether the child is unaccompanied in this return or in one of the two before, where they are loaded."""
    before = child.last_year
    return is_unaccompanied(child) or was_unaccompanied(child) or (before is not None and was_unaccompanied(before))


rule_164 = ReturnRule(
    code="164",
    title="The distance from home to the placement is not possible",
    mend="correct the postcode of the home or of the placement",
    source=SOURCE,
    who="business support",
    lists=Episodes,
    fields=("HOME_POST", "PL_POST", "LS"),
    reads=(Header, UASC),
    needs=frozenset({Need.POSTCODES}),
    fails=_is_impossible,
    examples="""
        fails: Episodes LS=C1 HOME_POST=AB11AA PL_POST=ZZ11ZZ
        passes: Episodes LS=C1 HOME_POST=AB11AA PL_POST=EH11AA
        passes: Episodes LS=C1 HOME_POST=AB11AA PL_POST=ZZ99ZZ
        passes: Episodes LS=V3 HOME_POST=AB11AA PL_POST=ZZ11ZZ
        passes: Episodes LS=C1 HOME_POST=AB11AA PL_POST=ZZ11ZZ; UASC
        passes: last year UASC; Episodes LS=C1 HOME_POST=AB11AA PL_POST=ZZ11ZZ
    """,
)
