"""Rule 203."""

from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.year_before import header_before
from trigpoint.records.returns.ssda903 import Header


def _differs(row: Header) -> bool:
    before = header_before(row)
    return before is not None and None not in {before.DOB, row.DOB} and before.DOB != row.DOB


rule_203 = ReturnRule(
    code="203",
    title="The child's date of birth is not the one returned last year",
    mend="correct the date of birth in this year's return, or tell DfE that last year's was wrong",
    source=SOURCE,
    who="performance team",
    lists=Header,
    fields=("DOB",),
    needs=frozenset({Need.LAST_YEAR}),
    fails=_differs,
    examples="""
        fails: last year Header DOB=01/05/2015; Header DOB=02/05/2015
        passes: last year Header DOB=01/05/2015; Header DOB=01/05/2015
        passes: last year Header DOB=01/05/2015; Header
        passes: last year Header; Header DOB=01/05/2015
        passes: Header DOB=01/05/2015
    """,
)
