"""Rule 626."""

from trigpoint.quality.days import is_before
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Header


def _was_mother_before(row: Header) -> bool:
    before = row.child.last_year
    return (
        row.MOTHER == "1"
        and is_before(row.MC_DOB, row.collection.first_day)
        and before is not None
        and any(old.MOTHER == "0" for old in before.rows(Header))
    )


rule_626 = ReturnRule(
    code="626",
    title="She became a mother since last year's return, but her first child was born before this collection year",
    mend="correct the child's date of birth, or tell DfE that last year's return was wrong",
    source=SOURCE,
    lists=Header,
    fields=("MOTHER", "MC_DOB"),
    needs=frozenset({Need.LAST_YEAR}),
    fails=_was_mother_before,
    examples="""
        fails: last year Header MOTHER=0; Header MOTHER=1 MC_DOB=31/03/2026
        passes: last year Header MOTHER=0; Header MOTHER=1 MC_DOB=01/04/2026
        passes: last year Header MOTHER=1; Header MOTHER=1 MC_DOB=31/03/2026
        passes: last year Header; Header MOTHER=1 MC_DOB=31/03/2026
        passes: last year Header MOTHER=0; Header MOTHER=0 MC_DOB=31/03/2026
        passes: last year Header MOTHER=0; Header MOTHER=1
    """,
)
