"""Rule 204."""

from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.year_before import header_before
from trigpoint.records.returns.ssda903 import Header

rule_204 = ReturnRule(
    code="204",
    title="The child's ethnic background is not the one returned last year",
    mend="correct the ethnic background in this year's return, or tell DfE that last year's was wrong",
    source=SOURCE,
    who="performance team",
    lists=Header,
    fields=("ETHNIC",),
    needs=frozenset({Need.LAST_YEAR}),
    fails=lambda row: (before := header_before(row)) is not None and before.ETHNIC != row.ETHNIC,
    examples="""
        fails: last year Header ETHNIC=WBRI; Header ETHNIC=WIRI
        fails: last year Header; Header ETHNIC=WIRI
        passes: last year Header ETHNIC=WBRI; Header ETHNIC=WBRI
        passes: Header ETHNIC=WBRI
    """,
)
