"""Rule 184."""

from trigpoint.quality.care import born
from trigpoint.quality.days import is_before
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Header, PlacedAdoption


def _is_unborn(row: PlacedAdoption) -> bool:
    birth = born(row.child)
    return row.filled("DATE_PLACED") and (birth is None or is_before(row.DATE_PLACED, birth))


rule_184 = ReturnRule(
    code="184",
    title="The decision to place the child for adoption lies before the birth, or the date of birth is not known",
    mend="correct the day of the decision or the date of birth",
    source=SOURCE,
    lists=PlacedAdoption,
    fields=("DATE_PLACED", "DOB"),
    reads=(Header,),
    fails=_is_unborn,
    examples="""
        fails: Header DOB=02/05/2026; PlacedAdoption DATE_PLACED=01/05/2026
        passes: Header DOB=01/05/2026; PlacedAdoption DATE_PLACED=01/05/2026
        fails: Header; PlacedAdoption DATE_PLACED=01/05/2026
        passes: Header; PlacedAdoption
    """,
)
