"""Rule 207."""

from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.year_before import header_before
from trigpoint.records.returns.ssda903 import Episodes, Header


def _is_no_longer(row: Header) -> bool:
    before = header_before(row)
    was_mother = before is not None and before.MOTHER == "1"
    return was_mother and row.MOTHER != "1" and bool(row.child.rows(Episodes))


rule_207 = ReturnRule(
    code="207",
    title="The girl was returned as a mother last year and is not this year",
    mend="answer 1: a mother remains one in every later year",
    source=SOURCE,
    lists=Header,
    fields=("MOTHER",),
    reads=(Episodes,),
    needs=frozenset({Need.LAST_YEAR}),
    fails=_is_no_longer,
    examples="""
        fails: last year Header MOTHER=1; Header MOTHER=0; Episodes DECOM=01/05/2026
        fails: last year Header MOTHER=1; Header; Episodes DECOM=01/05/2026
        passes: last year Header MOTHER=1; Header MOTHER=1; Episodes DECOM=01/05/2026
        passes: last year Header MOTHER=0; Header MOTHER=0; Episodes DECOM=01/05/2026
        passes: last year Header MOTHER=1; Header MOTHER=0
    """,
)
