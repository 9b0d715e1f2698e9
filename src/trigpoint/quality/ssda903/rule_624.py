"""Rule 624."""

from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Header


def _is_changed(row: Header) -> bool:
    before = row.child.last_year
    return before is not None and any(old.MC_DOB and old.MC_DOB != row.MC_DOB for old in before.rows(Header))


rule_624 = ReturnRule(
    code="624",
    title="The birth date of the mother's first child is not the one of last year's return",
    mend="enter the date of birth that was returned last year, or tell DfE that it was wrong",
    source=SOURCE,
    lists=Header,
    fields=("MC_DOB",),
    needs=frozenset({Need.LAST_YEAR}),
    fails=_is_changed,
    examples="""
        fails: last year Header MC_DOB=01/05/2025; Header MC_DOB=02/05/2025
        fails: last year Header MC_DOB=01/05/2025; Header
        passes: last year Header MC_DOB=01/05/2025; Header MC_DOB=01/05/2025
        passes: last year Header; Header MC_DOB=01/05/2025
    """,
)
