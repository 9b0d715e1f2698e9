"""Rule 205D."""

from trigpoint.quality.care import is_unaccompanied
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.year_before import header_before, was_unaccompanied
from trigpoint.records.returns.ssda903 import UASC, Header


def _is_new(row: Header) -> bool:
    return header_before(row) is not None and is_unaccompanied(row.child) and not was_unaccompanied(row.child)


rule_205d = ReturnRule(
    code="205D",
    title="The child became an unaccompanied asylum seeker though looked after last year without being one",
    mend="correct the flag in this year's return, or tell DfE that last year's was wrong",
    source=SOURCE,
    who="performance team",
    lists=Header,
    fields=("UASC", "CHILD"),
    reads=(UASC,),
    needs=frozenset({Need.LAST_YEAR}),
    fails=_is_new,
    examples="""
        fails: last year Header; Header; UASC
        fails: last year Header UASC=0; Header UASC=1
        passes: last year Header UASC=1; Header UASC=1
        passes: last year Header UASC=0; Header UASC=0
        passes: Header UASC=1
    """,
)
