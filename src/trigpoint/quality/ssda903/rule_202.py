"""Rule 202."""

from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.year_before import header_before
from trigpoint.records.returns.ssda903 import Header

_LATER_CODE = {"1": "M", "2": "F"}


def _sex(row: Header) -> str | None:
    return _LATER_CODE.get(row.SEX or "", row.SEX)


rule_202 = ReturnRule(
    code="202",
    title="The child's sex is not the one returned last year",
    mend="correct the sex in this year's return, or tell DfE that last year's was wrong",
    source=SOURCE,
    who="performance team",
    lists=Header,
    fields=("SEX",),
    needs=frozenset({Need.LAST_YEAR}),
    fails=lambda row: (before := header_before(row)) is not None and _sex(before) != _sex(row),
    doubt="The codes 1 and 2 became M and F in 2024/25; here they are read as the same: check that DfE does so",
    examples="""
        fails: last year Header SEX=M; Header SEX=F
        fails: last year Header SEX=M; Header
        passes: last year Header SEX=M; Header SEX=M
        passes: Header SEX=M
        passes in 2025: last year Header SEX=1; Header SEX=M
        fails in 2025: last year Header SEX=2; Header SEX=M
    """,
)
