"""Rule 208."""

from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.year_before import header_before
from trigpoint.records.returns.ssda903 import Header

_REASONS = frozenset({"UN1", "UN2", "UN3", "UN4", "UN5"})


def _differs(row: Header) -> bool:
    before = header_before(row)
    if before is None:
        return False
    was, now = _number(before), _number(row)
    if was in {"", "UN1"} and now in _REASONS - {"UN1"}:
        return False
    gained = was in {"", *_REASONS} and now not in {"", *_REASONS}
    return was != now and not gained


def _number(row: Header) -> str:
    return (row.UPN or "").strip().upper()


rule_208 = ReturnRule(
    code="208",
    title="The unique pupil number is not the one returned last year",
    mend="give the number of last year, or ask DfE to mend last year's",
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
