"""Rule 208."""

from trigpoint.quality.pupil_numbers import NO_UPN, upn
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.year_before import header_before
from trigpoint.records.returns.ssda903 import Header


def _differs(row: Header) -> bool:
    before = header_before(row)
    if before is None:
        return False
    was, now = upn(before), upn(row)
    excused = was in {None, "UN1"} and now in NO_UPN - {"UN1"}
    gained = was in {None, *NO_UPN} and now not in {None, *NO_UPN}
    return was != now and not excused and not gained


rule_208 = ReturnRule(
    code="208",
    title="The unique pupil number is not the one returned last year",
    mend="give the number of last year, or tell DfE that last year's was wrong",
    source=SOURCE,
    who="business support",
    lists=Header,
    fields=("UPN",),
    needs=frozenset({Need.LAST_YEAR}),
    fails=_differs,
    examples="""
        fails: last year Header UPN=A123456789012; Header UPN=B123456789012
        passes: last year Header UPN=A123456789012; Header UPN=a123456789012
        fails: last year Header UPN=A123456789012; Header
        fails: last year Header UPN=A123456789012; Header UPN=UN3
        passes: last year Header UPN=UN1; Header UPN=UN2
        passes: last year Header; Header UPN=UN5
        fails: last year Header UPN=UN2; Header UPN=UN3
        fails: last year Header; Header UPN=UN1
        passes: last year Header UPN=UN5; Header UPN=B123456789012
        passes: last year Header; Header UPN=B123456789012
        passes: last year Header; Header
        passes: Header UPN=UN1
    """,
)
